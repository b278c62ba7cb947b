"""Changing by hand what was understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QMenu, QRadioButton

from assistant.desktop.dock.clock_field import ClockField
from assistant.desktop.dock.edits import ChipKind
from assistant.desktop.dock.popover import Hanging
from assistant.understanding.request import Intent, Understanding
from tests.desktop.dock.conftest import WAIT, Bar

MEETING = "下周二上午十点和王总开会，地点在会议室A"
DENTIST = "remind me to call the dentist tomorrow at 3pm"


def sent_request(bar: Bar) -> Understanding:
    bar.dock.focus_text()
    bar.press(Qt.Key.Key_Return)
    _, edited, _ = bar.sends()
    assert isinstance(edited, Understanding)
    return edited


def popover(bar: Bar) -> Hanging:
    bar.qtbot.waitUntil(lambda: any(p.isVisible() for p in bar.window.findChildren(Hanging)), timeout=WAIT)
    return next(p for p in bar.window.findChildren(Hanging) if p.isVisible())


def test_delete_takes_a_chip_away_and_gives_its_words_to_the_title(bar: Bar) -> None:
    bar.dock.fill(MEETING)
    bar.settle()
    bar.chip(ChipKind.PLACE).setFocus()
    QTest.keyClick(bar.chip(ChipKind.PLACE), Qt.Key.Key_Delete)
    bar.settle()
    assert ChipKind.PLACE not in bar.chips()
    assert "会议室A" in bar.chips()[ChipKind.TITLE]
    edited = sent_request(bar)
    assert edited.first.slots.location is None
    assert "会议室A" in (edited.first.slots.title or "")


def test_backspace_on_the_time_makes_it_a_title_without_time(bar: Bar) -> None:
    bar.type("task: renew passport by Friday")
    bar.chip(ChipKind.WHEN).setFocus()
    QTest.keyClick(bar.chip(ChipKind.WHEN), Qt.Key.Key_Backspace)
    bar.settle()
    assert ChipKind.WHEN not in bar.chips()
    assert "Friday" in bar.chips()[ChipKind.TITLE]
    assert sent_request(bar).first.times == ()


def test_arrow_keys_walk_along_the_chips(bar: Bar) -> None:
    bar.type(DENTIST)
    bar.press(Qt.Key.Key_Tab)
    bar.press(Qt.Key.Key_Right)
    bar.press(Qt.Key.Key_Right)
    assert bar.window.focusWidget() is bar.chip(ChipKind.WHEN)
    bar.press(Qt.Key.Key_Left)
    assert bar.window.focusWidget() is bar.chip(ChipKind.TITLE)
    bar.press(Qt.Key.Key_Escape)
    assert bar.window.focusWidget() is bar.line


def test_another_day_by_the_arrow_keys_of_the_month(bar: Bar) -> None:
    bar.dock.fill(MEETING)
    bar.settle()
    bar.chip(ChipKind.WHEN).setFocus()
    bar.press(Qt.Key.Key_Return)
    popover(bar)
    bar.press(Qt.Key.Key_Right)
    bar.settle()
    assert bar.chips()[ChipKind.WHEN] == "Wed 21 Oct, 10:00–11:00"
    bar.press(Qt.Key.Key_Return)
    assert bar.window.focusWidget() is bar.chip(ChipKind.WHEN)
    time = sent_request(bar).first.item_time
    assert time is not None
    assert isinstance(time.start, datetime)
    assert (time.start.date(), time.start.hour) == (date(2026, 10, 21), 10)


def test_times_are_typed_as_people_write_them(bar: Bar) -> None:
    bar.dock.fill(MEETING)
    bar.settle()
    QTest.mouseClick(bar.chip(ChipKind.WHEN), Qt.MouseButton.LeftButton)
    start, end = popover(bar).findChildren(ClockField)
    start.selectAll()
    QTest.keyClicks(start, "4pm")
    bar.settle()
    assert bar.chips()[ChipKind.WHEN] == "Tue 20 Oct, 16:00–17:00"
    end.selectAll()
    QTest.keyClicks(end, "18:30")
    bar.settle()
    assert bar.chips()[ChipKind.WHEN] == "Tue 20 Oct, 16:00–18:30"


def test_all_day(bar: Bar) -> None:
    bar.dock.fill(MEETING)
    bar.settle()
    QTest.mouseClick(bar.chip(ChipKind.WHEN), Qt.MouseButton.LeftButton)
    box = popover(bar).findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    box.click()
    bar.settle()
    assert bar.chips()[ChipKind.WHEN] == "Tue 20 Oct, all day"
    time = sent_request(bar).first.item_time
    assert time is not None
    assert (time.start, time.end) == (date(2026, 10, 20), date(2026, 10, 21))


def test_a_title_of_ones_own_and_escape_leaves_it(bar: Bar) -> None:
    bar.type(DENTIST)
    for key, expected in ((Qt.Key.Key_Escape, "call the dentist"), (Qt.Key.Key_Return, "Ring Dr Berg")):
        QTest.mouseClick(bar.chip(ChipKind.TITLE), Qt.MouseButton.LeftButton)
        field = popover(bar).findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, "Ring Dr Berg")
        QTest.keyClick(field, key)
        bar.settle()
        assert bar.chips()[ChipKind.TITLE].lower() == expected.lower()
    assert sent_request(bar).first.slots.title == "Ring Dr Berg"


def test_alerts_are_chosen_and_shown_with_their_clock_time(bar: Bar) -> None:
    bar.dock.fill(MEETING + "，提前30分钟提醒我")
    bar.settle()
    assert bar.chips()[ChipKind.REMINDER] == "30 min before, 09:30"
    QTest.mouseClick(bar.chip(ChipKind.REMINDER), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    hour = next(a for a in menu.actions() if a.text() == "1 h before, 09:00")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(hour).center())
    assert menu.isVisible(), "several may be chosen, so it stays open"
    menu.close()
    bar.settle()
    assert bar.chips()[ChipKind.REMINDER] == "1 h before, 09:00 · 30 min before, 09:30"
    assert sent_request(bar).first.slots.reminder_minutes_before == (60, 30)


def test_another_calendar(bar: Bar, press_in_menu: Callable[[str], None]) -> None:
    calendars = [one.name for one in bar.home.assistant.schedule.calendars()]
    bar.dock.fill(MEETING)
    bar.settle()
    assert bar.chips()[ChipKind.LIST] == calendars[0]
    bar.chip(ChipKind.LIST).click()
    press_in_menu(calendars[-1])
    bar.settle()
    assert bar.chips()[ChipKind.LIST] == calendars[-1]
    assert sent_request(bar).first.slots.calendar == calendars[-1]


def test_a_rule_of_repetition(bar: Bar) -> None:
    bar.type("Team meeting every 2 weeks on Monday at 10")
    assert bar.chips()[ChipKind.REPEAT] == "Every 2 weeks on Mon"
    QTest.mouseClick(bar.chip(ChipKind.REPEAT), Qt.MouseButton.LeftButton)
    choice = next(b for b in popover(bar).findChildren(QRadioButton) if b.text() == "Every day")
    choice.click()
    bar.settle()
    assert bar.chips()[ChipKind.REPEAT] == "Every day"
    QTest.keyClick(choice, Qt.Key.Key_Escape)
    QTest.keyClick(bar.chip(ChipKind.REPEAT), Qt.Key.Key_Delete)
    bar.settle()
    assert ChipKind.REPEAT not in bar.chips()
    time = sent_request(bar).first.item_time
    assert time is not None
    assert time.rrule is None


def test_a_question_can_be_made_an_event_and_is_carried_out(bar: Bar, press_in_menu: Callable[[str], None]) -> None:
    bar.type("what about lunch on Friday at noon?")
    bar.chip(ChipKind.TYPE).click()
    press_in_menu("Event")
    bar.settle()
    assert bar.buttons() == ["Add event"]
    edited = sent_request(bar)
    assert edited.first.intent is Intent.CREATE_EVENT
    bar.home.assistant.conversation.carry_out(edited, keep=False)
    noon = bar.home.clock.now().replace(hour=12, minute=0) + timedelta(days=2)
    found = bar.home.assistant.schedule.occurrences(noon, noon + timedelta(hours=1))
    assert [one.start_at for one in found] == [noon]


def test_every_editor_names_its_controls(bar: Bar) -> None:
    bar.dock.fill(MEETING)
    bar.settle()
    QTest.mouseClick(bar.chip(ChipKind.WHEN), Qt.MouseButton.LeftButton)
    box = popover(bar)
    nameless = [b for b in box.findChildren(QAbstractButton) if b.isVisible() and not (b.accessibleName() or b.text())]
    assert nameless == []
    assert all(field.accessibleName() for field in box.findChildren(QLineEdit))
