"""Many reminders at once: a digest of the late ones, and the rest folded."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from assistant.desktop.popups.digest_card import MOST_ROWS
from assistant.domain.reminder import Reminder, ReminderState
from tests.desktop.popups.conftest import Screen, at, digest


def test_three_late_ones_are_one_digest(screen: Screen) -> None:
    for minute, title in enumerate(("Water the plants", "Take medicine", "Reply to Ana")):
        screen.task(title, at(12, minute))
    screen.ring(at(15))
    box = digest(screen)
    assert box._title.text() == "3 reminders were missed"
    assert box._state.text() == "While you were away"
    first = box.findChildren(QCheckBox)[0]
    assert first.accessibleName() == "Mark done: Water the plants"
    first.click()
    screen.settle()
    assert box._title.text() == "2 reminders were missed"
    screen.click(box, "Mark all done")
    assert screen.cards == []
    assert all(task.done for task in screen.home.assistant.tasks.all())
    text, entry = screen.toasts[-1]
    assert text == "Completed 2 tasks"
    screen.home.assistant.undo.undo(entry)
    assert sum(not task.done for task in screen.home.assistant.tasks.all()) == 2, "one undo for both"


def test_the_digest_is_put_off_as_a_whole(screen: Screen) -> None:
    for minute in range(3):
        screen.alarm(f"Alarm {minute}", at(12, minute))
    screen.ring(at(15))
    screen.click(digest(screen), "Snooze all 1 h")
    assert screen.cards == []
    assert {one.snoozed_until for one in screen.home.assistant.reminders.all()} == {at(16)}


def test_closing_the_digest_answers_nothing(screen: Screen) -> None:
    for minute in range(3):
        screen.alarm(f"Alarm {minute}", at(12, minute))
    screen.ring(at(15))
    QTest.mouseClick(digest(screen)._close, Qt.MouseButton.LeftButton)
    screen.settle()
    assert {one.state for one in screen.home.assistant.reminders.all()} == {ReminderState.MISSED}


def test_at_most_three_and_the_rest_folded(screen: Screen) -> None:
    for minute in range(5):
        screen.alarm(f"Alarm {minute}", at(15, minute))
        screen.ring(at(15, minute))
    assert screen.titles() == ["Alarm 2", "Alarm 3", "Alarm 4"]
    assert screen.popups.stack._more.text() == "2 more reminders"
    QTest.mouseClick(screen.popups.stack._more, Qt.MouseButton.LeftButton)
    assert {one.reminder.text for one in digest(screen).all} == {"Alarm 0", "Alarm 1", "Alarm 2"}
    assert screen.titles()[1:] == ["Alarm 3", "Alarm 4"]
    screen.click(screen.card("Alarm 4"), "Done")
    assert len(screen.popups.shown) == 4


def test_a_thousand_at_once(screen: Screen) -> None:
    store = screen.home.store
    with store.writing() as unit:
        for number in range(1000):
            due = at(15) - timedelta(seconds=number % 50)
            unit.reminders.put(
                Reminder(uid=f"u{number}", text=f"N {number}", due_at=due, zone="Europe/Berlin", created_at=at(11))
            )
        unit.record("Added", at=at(11))
        unit.commit()
    screen.ring(at(15))
    box = digest(screen)
    assert len(box.uids) == 1000
    assert len(box.findChildren(QCheckBox)) == MOST_ROWS
    assert all(one.state is ReminderState.SHOWN for one in screen.home.assistant.reminders.all())
    screen.click(box, "Mark all done")
    screen.until(lambda: screen.cards == [])
    assert all(one.state is ReminderState.ACKNOWLEDGED for one in screen.home.assistant.reminders.all())
