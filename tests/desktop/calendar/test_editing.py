"""The editor's further fields, rules of one's own, overlaps, calendars, and the year."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from assistant.desktop.calendar.calendarlist import CalendarList
from assistant.desktop.calendar.details import DetailsPopover
from assistant.desktop.calendar.editing.clashline import ClashLine
from assistant.desktop.calendar.editing.editor import EventEditor
from assistant.desktop.calendar.goto import GoTo
from assistant.desktop.mini_month import MiniMonth
from tests.desktop.calendar.conftest import Calendar


def named(parent: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = [one for one in parent.findChildren(kind) if one.accessibleName() == name]
    assert found, f"nothing is called {name}"
    return found[0]


def edit(calendar: Calendar, title: str) -> EventEditor:
    calendar.block(title).setFocus()
    calendar.press(Qt.Key.Key_E)
    editor = calendar.popover(EventEditor)
    assert isinstance(editor, EventEditor)
    return editor


def choose(combo: QWidget, text: str) -> None:
    assert isinstance(combo, QComboBox)
    place = combo.findText(text)
    assert place >= 0, [combo.itemText(number) for number in range(combo.count())]
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_link_tags_and_availability(calendar: Calendar) -> None:
    editor = edit(calendar, "Client workshop")
    calendar.click("More")
    QTest.keyClicks(named(editor, QLineEdit, "Link"), "example.org/agenda")
    QTest.keyClicks(named(editor, QLineEdit, "Tags"), "#talk, paper, talk")
    choose(named(editor, QComboBox, "Availability"), "Free: it can overlap")
    calendar.click("Done")
    calendar.settle()
    (kept,) = calendar.events("Client workshop")
    assert (kept.event.link, kept.event.tags, kept.event.busy) == (
        "https://example.org/agenda",
        ("talk", "paper"),
        False,
    )
    calendar.block("Client workshop").click()
    QTest.mouseClick(calendar.block("Client workshop"), Qt.MouseButton.LeftButton)
    said = " ".join(label.text() for label in calendar.popover(DetailsPopover).findChildren(QLabel))
    assert "https://example.org/agenda" in said
    assert "talk, paper" in said


def test_what_is_no_link_is_said_in_place(calendar: Calendar) -> None:
    editor = edit(calendar, "Client workshop")
    calendar.click("More")
    QTest.keyClicks(named(editor, QLineEdit, "Link"), "javascript:alert(1)")
    calendar.click("Done")
    assert editor.isVisible()
    assert "This is not a link." in [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]
    calendar.press(Qt.Key.Key_Escape)


def test_overlaps_are_named_while_the_time_is_changed(calendar: Calendar) -> None:
    editor = edit(calendar, "Interview")
    line = editor.findChildren(ClashLine)[0]
    calendar.until(lambda: line.text() == "Overlaps Demo, 13:30–14:30")
    start = named(editor, QLineEdit, "Start time")
    assert isinstance(start, QLineEdit)
    start.setFocus()
    start.setText("18:00")
    QTest.keyClick(start, Qt.Key.Key_Tab)
    calendar.until(lambda: not line.isVisible())
    calendar.press(Qt.Key.Key_Escape)


def test_a_rule_of_ones_own(calendar: Calendar) -> None:
    editor = edit(calendar, "Client workshop")
    choose(named(editor, QComboBox, "Repeat"), "Another rule…")
    every = named(editor, QSpinBox, "Every so many")
    assert isinstance(every, QSpinBox)
    every.setValue(2)
    QTest.mouseClick(named(editor, QPushButton, "Mon"), Qt.MouseButton.LeftButton)
    assert any("Every 2 weeks on Mon, Thu" in label.text() for label in editor.findChildren(QLabel))
    calendar.click("Done")
    calendar.settle()
    assert {one.event.rrule for one in calendar.events("Client workshop")} == {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"}


def test_a_rule_is_written_out(calendar: Calendar) -> None:
    editor = edit(calendar, "Client workshop")
    choose(named(editor, QComboBox, "Repeat"), "Another rule…")
    calendar.click("Write the rule")
    raw = named(editor, QLineEdit, "Rule as in iCalendar files")
    assert isinstance(raw, QLineEdit)
    raw.clear()
    QTest.keyClicks(raw, "FREQ=SOMETIMES")
    calendar.click("Done")
    assert editor.isVisible()
    raw.clear()
    QTest.keyClicks(raw, "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2;COUNT=3")
    calendar.click("Done")
    calendar.settle()
    assert calendar.events("Client workshop")[0].event.rrule == "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2;COUNT=3"


def test_calendars_are_hidden_renamed_and_deleted(calendar: Calendar) -> None:
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_C)
    shown = calendar.popover(CalendarList)
    QTest.mouseClick(named(shown, QCheckBox, "Show calendar Work"), Qt.MouseButton.LeftButton)
    calendar.until(lambda: "Client workshop" not in calendar.titles())
    QTest.mouseClick(named(shown, QCheckBox, "Show calendar Work"), Qt.MouseButton.LeftButton)
    calendar.until(lambda: "Client workshop" in calendar.titles())
    name = named(shown, QLineEdit, "Name of calendar Sport")
    assert isinstance(name, QLineEdit)
    name.setText("Exercise")
    QTest.keyClick(name, Qt.Key.Key_Return)
    calendar.settle()
    schedule = calendar.home.assistant.schedule
    assert "Exercise" in [one.name for one in schedule.calendars()]
    text, entry = calendar.toasts[-1]
    assert text == "Changed calendar “Exercise”"
    assert entry is not None
    calendar.press(Qt.Key.Key_Escape)
    sport = next(one for one in schedule.calendars() if one.name == "Exercise")
    calendar.pane.handling.changing.edits.remove_calendar(sport)
    calendar.until(lambda: "Gym" not in calendar.titles())
    entry = calendar.toasts[-1][1]
    assert entry is not None
    calendar.home.assistant.undo.undo(entry)
    calendar.pane.reload()
    calendar.until(lambda: "Gym" in calendar.titles())


def test_the_year_is_gone_through_by_keys(calendar: Calendar) -> None:
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_Y)
    calendar.settle()
    october = calendar.pane.pages.year.months[9]
    calendar.until(lambda: calendar.pane._feed.counts(date(2026, 10, 1), date(2026, 10, 31)))
    october.setFocus()
    calendar.press(Qt.Key.Key_Right)
    assert october.chosen == date(2026, 10, 15)
    assert october.accessibleName() == "Thursday 15 October, 4 items"
    calendar.press(Qt.Key.Key_Return)
    calendar.settle()
    assert calendar.pane.period.days() == (date(2026, 10, 15), date(2026, 10, 15))


def test_the_work_week_has_five_days(calendar: Calendar) -> None:
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_5)
    calendar.settle()
    assert calendar.pane.pages.hours.days == [date(2026, 10, day) for day in range(12, 17)]


def test_the_small_month_says_holidays_and_lunar_days(calendar: Calendar) -> None:
    for key, value in {"holidays": "CN", "lunar_dates": "on"}.items():
        calendar.desk.assistant.settings.set(key, value)
    calendar.press(Qt.Key.Key_N)
    editor = calendar.popover(EventEditor)
    starts = next(one for one in editor.findChildren(QPushButton) if one.text() == "Wed 14 Oct")
    QTest.mouseClick(starts, Qt.MouseButton.LeftButton)
    month = editor.findChild(MiniMonth)
    assert month is not None

    def named_after(words: str) -> list[QAbstractButton]:
        return [day for day in month.findChildren(QAbstractButton) if words in day.accessibleName()]

    calendar.until(lambda: named_after("重阳节"))
    assert [day.text() for day in named_after("重阳节")] == ["18"]
    assert named_after("National Day")[0].toolTip() != ""


def test_the_list_of_calendars_leads_to_files(calendar: Calendar) -> None:
    wanted: list[object] = []
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_C)
    shown = calendar.popover(CalendarList)
    assert isinstance(shown, CalendarList)
    shown.exportWanted.disconnect()  # the system's dialog waits for a person
    shown.exportWanted.connect(wanted.append)
    QTest.mouseClick(named(shown, QToolButton, "More about Work"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Export…").trigger()
    menu.close()
    assert [one.name for one in wanted] == ["Work"]
    assert not shown.isVisible()


def test_words_or_the_small_month_lead_to_another_date(calendar: Calendar) -> None:
    calendar.pane.setFocus()
    calendar.press(Qt.Key.Key_G)
    shown = calendar.popover(GoTo)
    calendar.type("the 40th")
    calendar.press(Qt.Key.Key_Return)
    calendar.until(lambda: any("“the 40th”" in label.text() for label in shown.findChildren(QLabel)))
    assert calendar.pane.period.day == date(2026, 10, 14)
    line = shown.findChild(QLineEdit)
    assert line is not None
    line.clear()
    calendar.type("in 3 weeks")
    calendar.press(Qt.Key.Key_Return)
    calendar.until(lambda: calendar.pane.period.day == date(2026, 11, 4))
    assert not calendar.popovers(GoTo)
    QTest.mouseClick(calendar.pane.header.title, Qt.MouseButton.LeftButton)
    month = calendar.popover(GoTo).findChild(MiniMonth)
    assert month is not None
    day = next(one for one in month.findChildren(QAbstractButton) if "20 November" in one.accessibleName())
    QTest.mouseClick(day, Qt.MouseButton.LeftButton)
    assert calendar.pane.period.day == date(2026, 11, 20)
