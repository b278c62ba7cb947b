"""What the views show, what they say to a screen reader, and how one gets about."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from assistant.desktop.calendar.blocks import Marker
from assistant.desktop.calendar.dates import Mode
from assistant.desktop.calendar.hours.names import DayName
from assistant.desktop.calendar.month.everything import DayPopover
from assistant.services.calendar.drafts import EventDraft
from tests.desktop.calendar.conftest import Calendar, zoned


def test_the_week_of_today_comes_first(calendar: Calendar) -> None:
    assert calendar.pane.period.mode is Mode.WEEK
    assert calendar.pane.header.title.text() == "October 2026"
    assert {"Stand-up", "Client workshop", "Family dinner", "Ana visiting", "Call the dentist"} <= calendar.titles()
    assert "Trip" not in calendar.titles()


def test_blocks_say_everything(calendar: Calendar) -> None:
    spoken = calendar.block("Choir").accessibleName()
    assert spoken == "Choir, Thursday 15 October, 19:00 to 20:30, Old school, repeats weekly, calendar Family"
    interface = QAccessible.queryAccessibleInterface(calendar.block("Choir"))
    assert interface.text(QAccessible.Text.Name) == spoken
    assert calendar.block("Ana visiting").accessibleName() == (
        "Ana visiting, Thursday 15 October to Friday 16 October, all day, calendar Personal"
    )
    assert calendar.block("Call the dentist").accessibleName().startswith("Reminder: Call the dentist, Thursday")


def test_every_control_has_a_name(calendar: Calendar) -> None:
    for view in ("week", "day", "month", "agenda"):
        calendar.pane.show_view(view)
        calendar.settle()
        for button in calendar.window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName() or button.text(), f"{button} in {view}"


def test_days_are_named_and_open(calendar: Calendar) -> None:
    names = [name for name in calendar.pane.findChildren(DayName) if name.isVisible()]
    today = next(name for name in names if name.day == date(2026, 10, 14))
    assert today.accessibleName().startswith("Open Today, Wednesday 14 October, ")
    QTest.mouseClick(names[4], Qt.MouseButton.LeftButton)
    calendar.settle()
    assert (calendar.pane.period.mode, calendar.pane.period.day) == (Mode.DAY, date(2026, 10, 16))
    assert "Design review" in calendar.titles()
    assert "Gym" not in calendar.titles()


@pytest.mark.parametrize(
    ("key", "mode"),
    [
        (Qt.Key.Key_D, Mode.DAY),
        (Qt.Key.Key_W, Mode.WEEK),
        (Qt.Key.Key_M, Mode.MONTH),
        (Qt.Key.Key_A, Mode.AGENDA),
        (Qt.Key.Key_1, Mode.DAY),
        (Qt.Key.Key_2, Mode.WEEK),
        (Qt.Key.Key_3, Mode.MONTH),
        (Qt.Key.Key_4, Mode.AGENDA),
    ],
)
def test_keys_choose_the_view(calendar: Calendar, key: Qt.Key, mode: Mode) -> None:
    calendar.pane.setFocus()
    calendar.press(key)
    assert calendar.pane.period.mode is mode


def test_keys_go_on_and_back(calendar: Calendar) -> None:
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_J)
    calendar.press(Qt.Key.Key_Right)
    assert calendar.pane.period.day == date(2026, 10, 28)
    calendar.settle()
    assert "Trip" in calendar.titles()
    calendar.press(Qt.Key.Key_K)
    calendar.press(Qt.Key.Key_T)
    assert calendar.pane.period.day == date(2026, 10, 14)


def test_the_neighbouring_weeks_are_there_at_once(calendar: Calendar) -> None:
    calendar.pane.step(1)
    assert {"Choir", "Trip"} <= calendar.titles()


def test_overlapping_events_do_not_hide_each_other(calendar: Calendar) -> None:
    interview, demo_block = calendar.block("Interview"), calendar.block("Demo")
    assert not interview.geometry().intersects(demo_block.geometry())
    calendar.window.resize(640, 760)
    calendar.settle()
    assert demo_block.on_top
    assert interview.shows is not None
    assert demo_block.geometry().left() - interview.geometry().left() >= interview.width() // 4


def test_of_many_at_once_the_one_in_hand_comes_to_the_front(calendar: Calendar) -> None:
    for number in range(12):
        calendar.add(f"Slot {number}", zoned(16, 18, 60, 5 * number))
    calendar.settle()
    blocks = [calendar.block(f"Slot {number}") for number in range(12)]
    sheet = blocks[0].parentWidget()

    def in_sight(number: int) -> bool:
        """Whether its title shows: nothing covers its middle."""
        return sheet.childAt(blocks[number].geometry().center()) is blocks[number]

    def glide(number: int) -> None:
        strip = QPoint(blocks[number].x() + 3, blocks[6].geometry().center().y())
        QTest.mouseMove(calendar.window.windowHandle(), sheet.mapTo(calendar.window, strip))
        calendar.until(lambda: in_sight(number))

    assert not in_sight(2)
    glide(2)
    glide(7)
    assert not in_sight(2)
    blocks[4].setFocus()
    QTest.mouseMove(calendar.window.windowHandle(), QPoint(2, 2))
    calendar.until(lambda: in_sight(4))
    assert not in_sight(7)
    calendar.pane.setFocus()
    calendar.until(lambda: not in_sight(4))
    assert [block.geometry().left() for block in blocks] == sorted(block.geometry().left() for block in blocks)
    assert "Slot 4" in blocks[4].accessibleName()
    assert "Slot 4" in blocks[4].toolTip()


def test_a_multi_day_bar_runs_across_days(calendar: Calendar) -> None:
    bar = calendar.block("Ana visiting")
    columns = calendar.pane.pages.hours.columns()
    assert columns.at(bar.geometry().left() + 4) == 3
    assert columns.at(bar.geometry().right() - 4) == 4


def test_a_full_lane_says_how_many_more_and_opens(calendar: Calendar) -> None:
    lane = calendar.pane.pages.hours.lane
    before = lane.height()
    for number in range(6):
        calendar.home.assistant.schedule.create(
            EventDraft(title=f"Fair {number}", span=calendar.block("Ana visiting").entry.source.span)
        )
    calendar.settle()
    more = [button for button in lane.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in more] == ["5 more", "5 more"]
    QTest.mouseClick(more[0], Qt.MouseButton.LeftButton)
    assert {f"Fair {number}" for number in range(6)} <= calendar.titles()
    assert lane.height() > before
    calendar.click("Show less")
    assert len(calendar.titles() & {f"Fair {number}" for number in range(6)}) == 2


def test_month_shows_bars_over_weeks_and_opens_what_does_not_fit(calendar: Calendar) -> None:
    calendar.pane.show_view("month")
    calendar.settle()
    assert len([block for block in calendar.blocks() if block.entry.title == "Trip"]) == 2
    more = next(b for b in calendar.pane.pages.month.findChildren(QPushButton) if b.isVisible())
    assert more.accessibleName().endswith("more, Wednesday 14 October")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    listed = calendar.popover(DayPopover)
    assert listed.accessibleName() == "Wednesday 14 October"
    titles = {block.entry.title for block in calendar.blocks() if listed.isAncestorOf(block)} or {
        block.entry.title for block in listed.findChildren(type(calendar.blocks()[0]))
    }
    assert titles
    calendar.press(Qt.Key.Key_Escape)
    calendar.until(lambda: not calendar.popovers())


def test_agenda_lists_days_with_full_sentences(calendar: Calendar) -> None:
    calendar.pane.show_view("agenda")
    calendar.settle()
    model = calendar.pane.pages.agenda.list.model()
    said = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said[0] == "Today, Wed 14 Oct"
    assert "Tomorrow, Thu 15 Oct" in said
    assert "Choir, Thursday 15 October, 19:00 to 20:30, Old school, repeats weekly, calendar Family" in said
    assert any(text.startswith("No events until") for text in said)


def test_an_empty_agenda_offers_to_add(calendar: Calendar) -> None:
    calendar.pane.show_view("agenda")
    calendar.pane.show_day(date(2030, 1, 1))
    calendar.settle()
    assert any(
        button.text() == "Add event" and button.isVisible() for button in calendar.pane.findChildren(QPushButton)
    )


def test_a_narrow_pane_falls_back_and_returns(calendar: Calendar) -> None:
    calendar.window.resize(440, 700)
    calendar.settle()
    assert calendar.pane.period.mode is Mode.DAY
    calendar.window.resize(1000, 700)
    calendar.settle()
    assert calendar.pane.period.mode is Mode.WEEK


def test_tasks_are_ticked_in_place(calendar: Calendar) -> None:
    marker = calendar.block("Pack for the weekend")
    assert isinstance(marker, Marker)
    QTest.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    calendar.settle()
    assert calendar.toasts[-1][0] == "Completed “Pack for the weekend”"
    assert calendar.block("Pack for the weekend").entry.done
    assert calendar.block("Pack for the weekend").isChecked()
    calendar.block("Pack for the weekend").setFocus()
    calendar.press(Qt.Key.Key_Space)
    calendar.settle()
    assert not calendar.block("Pack for the weekend").entry.done


def test_markers_can_be_hidden(calendar: Calendar) -> None:
    calendar.pane.show_markers(False)
    assert "Call the dentist" not in calendar.titles()
    state = calendar.pane.state()
    calendar.pane.show_markers(True)
    calendar.pane.restore(state)
    calendar.pane.reload()
    calendar.settle()
    assert "Call the dentist" not in calendar.titles()


def test_a_hidden_pane_loads_when_it_is_shown(calendar: Calendar) -> None:
    calendar.pane.hide()
    calendar.add("Surprise", zoned(16, 14, 60))
    calendar.settle()
    assert "Surprise" not in {block.entry.title for block in calendar.pane.pages.hours.blocks()}
    calendar.pane.show()
    calendar.settle()
    assert "Surprise" in calendar.titles()


def test_arrow_keys_walk_over_the_events(calendar: Calendar) -> None:
    calendar.block("Roadmap planning").setFocus()
    calendar.press(Qt.Key.Key_Down)
    assert calendar.block("Gym").hasFocus()
    calendar.press(Qt.Key.Key_Up)
    calendar.press(Qt.Key.Key_Right)
    assert calendar.block("1:1 with Priya").hasFocus()


def test_items_open_from_elsewhere(calendar: Calendar) -> None:
    trip = calendar.events("Trip")[0]
    calendar.pane.open_item(trip.event.uid)
    calendar.until(lambda: calendar.popovers())
    assert calendar.pane.period.day == date(2026, 10, 24)
    assert "Trip" in calendar.popover().accessibleName()


def test_settings_change_the_look_at_once(calendar: Calendar) -> None:
    calendar.home.settings.set("first_day", "sunday")
    calendar.until(lambda: calendar.pane.pages.hours.days[0] == date(2026, 10, 11))
    calendar.home.settings.set("clock", "12")
    calendar.until(lambda: "7:00 pm" in calendar.block("Choir").accessibleName())
    calendar.home.settings.set("week_numbers", False)
    calendar.until(lambda: calendar.pane.pages.hours.header.week == "")
