"""Periods that are made ready ahead: they look and behave as if they had been made when they were asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.desktop.calendar.details import DetailsPopover
from assistant.desktop.theme import theme
from tests.desktop.calendar.conftest import Calendar, zoned


def step(calendar: Calendar, periods: int) -> None:
    """Goes to a period that is ready, no further than to its first frame."""
    calendar.until(lambda: calendar.pane.pages.knows() and calendar.pane.pages.ready)
    calendar.pane.step(periods)
    QApplication.processEvents()


def covered(calendar: Calendar) -> bool:
    pages = calendar.pane.pages
    return pages.hours.grid.leaves.cover.isVisible() or pages.month.leaves.cover.isVisible()


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.mark.parametrize("view", ["week", "day", "month"])
def test_what_was_drawn_ahead_is_what_the_widgets_draw(calendar: Calendar, view: str) -> None:
    calendar.pane.show_view(view)
    for periods in (1, -1):
        step(calendar, periods)
        assert covered(calendar)
        ahead = calendar.pane.grab().toImage()
        calendar.until(lambda: not covered(calendar))
        assert calendar.pane.grab().toImage() == ahead


def test_a_click_goes_through_the_picture(calendar: Calendar) -> None:
    step(calendar, 1)
    step(calendar, -1)
    block = calendar.block("Client workshop")
    calendar.pane.pages.hours.reveal(block)
    place = block.mapTo(calendar.window, QPoint(20, 12))
    assert calendar.window.childAt(place) is block
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    assert calendar.popover(DetailsPopover)


def test_what_is_written_after_a_week_was_made_ready_is_on_it(calendar: Calendar) -> None:
    calendar.until(lambda: calendar.pane.pages.knows() and calendar.pane.pages.ready)
    calendar.add("Late addition", zoned(21, 9, 60))
    calendar.pane.reload()
    calendar.settle()
    calendar.pane.step(1)
    calendar.until(lambda: "Late addition" in calendar.titles())
    assert {"Choir", "Late addition"} <= calendar.titles()
    assert "Client workshop" not in calendar.titles()


def test_what_was_selected_is_not_so_after_coming_back(calendar: Calendar) -> None:
    QTest.mouseClick(calendar.block("Client workshop"), Qt.MouseButton.LeftButton)
    assert calendar.popover(DetailsPopover)
    assert calendar.block("Client workshop").selected
    step(calendar, 1)
    step(calendar, -1)
    assert not calendar.block("Client workshop").selected


def test_keys_still_go_about_after_the_block_with_the_focus_was_left(calendar: Calendar) -> None:
    calendar.pane.pages.hours.focus_block(calendar.block("Client workshop"))
    step(calendar, 1)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert calendar.pane is focused or calendar.pane.isAncestorOf(focused)
    assert focused.isVisible()
    calendar.press(Qt.Key.Key_K)
    calendar.until(lambda: "Client workshop" in calendar.titles())


def test_scrolling_paints_what_comes_into_sight_alone(calendar: Calendar) -> None:
    theme().changed.emit()
    calendar.settle()
    calendar.until(lambda: calendar.pane.pages.ready)
    bar, paints = calendar.pane.pages.hours.area.verticalScrollBar(), Paints()
    calendar.pane.pages.hours.scroll_to(8 * 60)
    QApplication.processEvents()
    block = calendar.block("Client workshop")
    block.installEventFilter(paints)
    bar.setValue(bar.value() + 8)
    QApplication.processEvents()
    assert paints.count == 0
    block.update()
    QApplication.processEvents()
    assert paints.count == 1
