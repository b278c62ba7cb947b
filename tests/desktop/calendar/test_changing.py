"""Dragging, keys, the editor, and the question about a series: each through to the store, and undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from assistant.desktop.calendar.details import DetailsPopover
from assistant.desktop.calendar.editing.editor import EventEditor
from assistant.desktop.calendar.editing.scope import ScopePopover
from assistant.domain.spans import AllDay
from tests.desktop.calendar.conftest import Calendar, at

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MIDDLE = QPoint(40, 20)


def starts(calendar: Calendar, title: str) -> list[object]:
    return [one.start_at for one in calendar.events(title)]


def test_dragging_moves_and_undo_brings_it_back(calendar: Calendar) -> None:
    calendar.drag(calendar.block("Budget call"), MIDDLE, QPoint(calendar.days(1), calendar.hours(-1)))
    assert starts(calendar, "Budget call") == [at(14, 14)]
    text, entry = calendar.toasts[-1]
    assert text == "Moved “Budget call” to Wed 14 Oct, 14:00 · overlaps Demo"
    assert entry is not None
    assert calendar.block("Budget call").entry.start_at == at(14, 14)
    calendar.home.assistant.undo.undo(entry)
    calendar.settle()
    assert calendar.block("Budget call").entry.start_at == at(13, 15)


def test_alt_snaps_to_five_minutes(calendar: Calendar) -> None:
    calendar.drag(calendar.block("Budget call"), MIDDLE, QPoint(0, calendar.hours(25 / 60)), ALT)
    assert starts(calendar, "Budget call") == [at(13, 15, 25)]


def test_dragging_an_edge_stretches(calendar: Calendar) -> None:
    block = calendar.block("Budget call")
    calendar.drag(block, QPoint(40, block.height() - 2), QPoint(0, calendar.hours(0.5)))
    assert calendar.events("Budget call")[0].end_at == at(13, 16, 30)
    calendar.drag(calendar.block("Budget call"), QPoint(40, 2), QPoint(0, calendar.hours(-0.5)))
    assert starts(calendar, "Budget call") == [at(13, 14, 30)]


def test_escape_cancels_a_drag(calendar: Calendar) -> None:
    calendar.drag(calendar.block("Budget call"), MIDDLE, QPoint(calendar.days(2), 0), drop=False)
    assert calendar.block("Budget call").leaving
    calendar.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(calendar.block("Budget call"), LEFT)
    calendar.settle()
    assert starts(calendar, "Budget call") == [at(13, 15)]
    assert not calendar.block("Budget call").leaving
    assert calendar.toasts == []


def test_into_the_lane_and_back(calendar: Calendar) -> None:
    block = calendar.block("Design review")
    lane = calendar.pane.pages.hours.lane
    up = lane.mapToGlobal(QPoint(0, 10)).y() - block.mapToGlobal(MIDDLE).y()
    calendar.drag(block, MIDDLE, QPoint(0, up))
    assert calendar.events("Design review")[0].span == AllDay(date(2026, 10, 16), date(2026, 10, 17))
    bar = calendar.block("Design review")
    grid = calendar.pane.pages.hours.grid
    down = grid.mapToGlobal(QPoint(0, round(grid.y_of(10 * 60)))).y() - bar.mapToGlobal(QPoint(20, 8)).y()
    calendar.drag(bar, QPoint(20, 8), QPoint(0, down))
    event = calendar.events("Design review")[0]
    assert (event.start_at, event.end_at) == (at(16, 10), at(16, 11))


def test_control_drag_copies(calendar: Calendar) -> None:
    calendar.drag(calendar.block("Gym"), MIDDLE, QPoint(calendar.days(1), 0), CONTROL)
    assert starts(calendar, "Gym") == [at(12, 18), at(13, 18)]


def test_keys_move_and_stretch(calendar: Calendar) -> None:
    calendar.block("Gym").setFocus()
    calendar.press(Qt.Key.Key_Down, CONTROL)
    calendar.press(Qt.Key.Key_Down, CONTROL)
    calendar.press(Qt.Key.Key_Right, CONTROL)
    calendar.settle()
    assert starts(calendar, "Gym") == [at(13, 18, 30)]
    assert calendar.block("Gym").hasFocus()
    calendar.press(Qt.Key.Key_Down, CONTROL | SHIFT)
    calendar.settle()
    assert calendar.events("Gym")[0].end_at == at(13, 19, 45)


def test_delete_key_and_undo(calendar: Calendar) -> None:
    calendar.block("Gym").setFocus()
    calendar.press(Qt.Key.Key_Delete)
    calendar.settle()
    assert calendar.events("Gym") == []
    assert "Gym" not in calendar.titles()
    text, entry = calendar.toasts[-1]
    assert text == "Deleted “Gym”"
    calendar.home.assistant.undo.undo(entry)
    calendar.settle()
    assert "Gym" in calendar.titles()


# ---------------------------------------------------------------------------------------------------------- a series


def choir(calendar: Calendar) -> list[object]:
    return starts(calendar, "Choir")


def test_moving_one_of_a_series_asks_and_this_event_is_chosen(calendar: Calendar) -> None:
    calendar.drag(calendar.block("Choir"), MIDDLE, QPoint(calendar.days(1), 0))
    asked = calendar.popover(ScopePopover)
    assert calendar.pane.pages.hours.grid.ghosts[0].isVisible()
    calendar.settle()
    spoken = [choice.accessibleDescription() for choice in asked._choices.values()]
    assert spoken == ["Only this one", "7 events from here on", "8 events, 1 of them earlier"]
    before = choir(calendar)
    assert before[1] == at(15, 19)
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert choir(calendar) == [before[0], at(16, 19), *before[2:]]
    assert not calendar.pane.pages.hours.grid.ghosts[0].isVisible()


def test_escape_puts_the_series_back(calendar: Calendar) -> None:
    before = choir(calendar)
    calendar.drag(calendar.block("Choir"), MIDDLE, QPoint(calendar.days(1), 0))
    calendar.popover(ScopePopover)
    calendar.press(Qt.Key.Key_Escape)
    calendar.settle()
    assert choir(calendar) == before
    assert not calendar.pane.pages.hours.grid.ghosts[0].isVisible()
    assert not calendar.block("Choir").leaving


@pytest.mark.parametrize(("downs", "moved"), [(1, slice(1, None)), (2, slice(0, None))])
def test_moving_the_following_or_all(calendar: Calendar, downs: int, moved: slice) -> None:
    before = choir(calendar)
    calendar.drag(calendar.block("Choir"), MIDDLE, QPoint(0, calendar.hours(-1)))
    calendar.popover(ScopePopover)
    for _ in range(downs):
        calendar.press(Qt.Key.Key_Down)
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    expected = list(before)
    expected[moved] = [one - timedelta(hours=1) for one in before[moved]]
    assert choir(calendar) == expected


def test_deleting_one_of_a_series(calendar: Calendar) -> None:
    before = choir(calendar)
    calendar.block("Choir").setFocus()
    calendar.press(Qt.Key.Key_Delete)
    calendar.popover(ScopePopover)
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert choir(calendar) == [before[0], *before[2:]]


# ------------------------------------------------------------------------------------------------- details and editor


def test_a_click_shows_the_details_beside_the_block(calendar: Calendar) -> None:
    block = calendar.block("Client workshop")
    QTest.mouseClick(block, LEFT)
    details = calendar.popover(DetailsPopover)
    card = details.card().translated(details.pos())
    assert not card.intersects(block.rect().translated(block.mapTo(calendar.window, QPoint(0, 0))))
    assert calendar.window.rect().contains(card)
    assert block.selected
    calendar.press(Qt.Key.Key_Escape)
    assert calendar.popovers() == []
    assert not block.selected


def test_tab_stays_inside(calendar: Calendar) -> None:
    QTest.mouseClick(calendar.block("Client workshop"), LEFT)
    details = calendar.popover(DetailsPopover)
    for _ in range(9):
        calendar.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert details.isAncestorOf(focus)


def test_the_editor_saves_when_it_closes(calendar: Calendar) -> None:
    QTest.mouseDClick(calendar.block("Gym"), LEFT)
    editor = calendar.popover(EventEditor)
    calendar.type("Yoga")
    place = next(field for field in editor.findChildren(QLineEdit) if field.accessibleName() == "Place")
    QTest.keyClicks(place, "Hall 2")
    editor.findChildren(QPlainTextEdit)[0].setPlainText("Bring a mat")
    start = next(field for field in editor.findChildren(QLineEdit) if field.accessibleName() == "Start time")
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "17:15")
    QTest.mouseClick(calendar.pane.pages.hours.grid, LEFT, pos=QPoint(900, 300))
    calendar.settle()
    event = calendar.events("Yoga")[0]
    assert (event.start_at, event.end_at) == (at(12, 17, 15), at(12, 18, 15))
    assert (event.location, event.notes) == ("Hall 2", "Bring a mat")
    assert calendar.events("Gym") == []


def test_escape_discards(calendar: Calendar) -> None:
    QTest.mouseDClick(calendar.block("Gym"), LEFT)
    calendar.popover(EventEditor)
    calendar.type("Yoga")
    calendar.press(Qt.Key.Key_Escape)
    calendar.settle()
    assert calendar.events("Yoga") == []
    assert calendar.toasts == []


def test_an_unchanged_editor_changes_nothing(calendar: Calendar) -> None:
    QTest.mouseDClick(calendar.block("Gym"), LEFT)
    calendar.popover(EventEditor)
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert calendar.toasts == []


def test_what_cannot_be_saved_says_why_in_place(calendar: Calendar) -> None:
    QTest.mouseDClick(calendar.block("Gym"), LEFT)
    editor = calendar.popover(EventEditor)
    start = next(field for field in editor.findChildren(QLineEdit) if field.accessibleName() == "Start time")
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "99")
    calendar.press(Qt.Key.Key_Tab)
    assert editor._when.problem == "This is not a time of day. Try 16:30."
    calendar.click("Done")
    assert editor.isVisible()
    calendar.press(Qt.Key.Key_Escape)


def test_editing_a_series_asks_which(calendar: Calendar) -> None:
    QTest.mouseDClick(calendar.block("Choir"), LEFT)
    calendar.popover(EventEditor)
    calendar.type("Big choir")
    calendar.press(Qt.Key.Key_Return)
    calendar.popover(ScopePopover)
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert starts(calendar, "Big choir") == [at(15, 19)]
    assert len(calendar.events("Choir")) == 7


def test_a_changed_repeat_is_for_this_and_following_or_all(calendar: Calendar) -> None:
    QTest.mouseDClick(calendar.block("Choir"), LEFT)
    editor = calendar.popover(EventEditor)
    choice = editor._repeat._choice
    index = choice.findText("Every 2 weeks on Thu")
    choice.setCurrentIndex(index)
    choice.activated.emit(index)
    calendar.click("Done")
    asked = calendar.popover(ScopePopover)
    assert len(asked._choices) == 2
    calendar.press(Qt.Key.Key_Escape)
    calendar.settle()
    assert len(choir(calendar)) == 8


def test_n_makes_an_event_at_the_next_free_half_hour(calendar: Calendar) -> None:
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_N)
    calendar.popover(EventEditor)
    assert calendar.pane.pages.hours.grid.ghosts[0].isVisible()
    calendar.type("Walk")
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert starts(calendar, "Walk") == [at(14, 11, 30)]
    assert "Walk" in calendar.titles()
    assert not calendar.pane.pages.hours.grid.ghosts[0].isVisible()


def test_drawing_on_the_empty_grid(calendar: Calendar) -> None:
    grid = calendar.pane.pages.hours.grid
    place = QPoint(calendar.pane.pages.hours.columns().left(5) + 30, round(grid.y_of(14 * 60)))
    calendar.drag(grid, place, QPoint(0, calendar.hours(1.5)))
    calendar.popover(EventEditor)
    calendar.type("Tea")
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    event = calendar.events("Tea")[0]
    assert (event.start_at, event.end_at) == (at(17, 14), at(17, 15, 30))


def test_a_new_event_without_a_title_is_forgotten(calendar: Calendar) -> None:
    grid = calendar.pane.pages.hours.grid
    place = QPoint(calendar.pane.pages.hours.columns().left(5) + 30, round(grid.y_of(14 * 60 + 10)))
    QTest.mouseDClick(grid, LEFT, pos=place)
    calendar.popover(EventEditor)
    calendar.press(Qt.Key.Key_Escape)
    calendar.settle()
    assert calendar.toasts == []
    assert not grid.ghosts[0].isVisible()


def test_month_drag_moves_by_days(calendar: Calendar) -> None:
    calendar.pane.show_view("month")
    calendar.settle()
    month = calendar.pane.pages.month
    line = calendar.block("Choir", 22)
    calendar.drag(line, QPoint(30, 8), QPoint(month.width() // 7, 0))
    calendar.popover(ScopePopover)
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert at(23, 19) in choir(calendar)
    assert at(22, 19) not in choir(calendar)


def test_context_menu_changes_the_calendar(calendar: Calendar) -> None:
    view, entry = calendar.pane.pages.hours, calendar.block("Gym").entry
    calendar.pane.handling.changing.edits.recolour(entry, "work")
    calendar.settle()
    assert calendar.block("Gym").entry.group == "Work"
    assert calendar.block("Gym").entry.colour == "violet"
    assert view.find_block(entry.uid, None) is not None


def test_tasks_are_dragged_and_keyed_to_another_time(calendar: Calendar) -> None:
    def due(title: str) -> object:
        (task,) = (one for one in calendar.home.assistant.tasks.all() if one.title == title)
        return task.due_at or task.due_on

    invoice, plants = "Send invoice to Berg & Co.", "Water the plants"
    calendar.drag(calendar.block(invoice), QPoint(40, 8), QPoint(calendar.days(1), calendar.hours(-1)))
    assert due(invoice) == at(15, 16)
    calendar.block(invoice).setFocus()
    calendar.press(Qt.Key.Key_Down, CONTROL)
    calendar.settle()
    assert due(invoice) == at(15, 16, 15)
    calendar.drag(calendar.block(plants), QPoint(40, 8), QPoint(calendar.days(2), 0))
    assert due(plants) == date(2026, 10, 16)
    calendar.pane.show_view("month")
    calendar.settle()
    card = "Buy a birthday card"
    calendar.drag(calendar.block(card), QPoint(40, 8), QPoint(-calendar.pane.width() // 7, 0))
    assert due(card) == date(2026, 10, 16)
    text, entry = calendar.toasts[-1]
    assert text == "Moved “Buy a birthday card” to Fri 16 Oct"
    assert entry is not None
    for _ in range(4):
        calendar.home.assistant.undo.undo()
    assert (due(invoice), due(plants), due(card)) == (at(14, 17), date(2026, 10, 14), date(2026, 10, 17))
