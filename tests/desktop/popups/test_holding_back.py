"""Reminders that wait: quiet hours, a pause, a screen that is not to be disturbed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desktop.pausing import PauseMenu
from assistant.desktop.popups.digest_card import DigestCard
from assistant.desktop.tray import Tray
from assistant.domain.absence import Why
from assistant.domain.items import Priority
from assistant.domain.reminder import ReminderKind, ReminderState
from assistant.services.tasks.service import TaskDraft
from tests.desktop.popups.conftest import Screen, at


def quiet(screen: Screen, begins: str, ends: str) -> None:
    for key, value in (("quiet_hours", True), ("quiet_from", begins), ("quiet_to", ends)):
        screen.home.settings.set(key, value)


def test_quiet_hours_hold_back_and_then_deliver_with_the_reason(screen: Screen) -> None:
    quiet(screen, "22:00", "07:00")
    screen.task("letter", at(23))
    screen.ring(at(23))
    assert screen.titles() == []
    (row,) = screen.home.assistant.reminders.pending()
    assert row.state is ReminderState.DUE, "held back, not shown, and stored as such"
    screen.home.clock.set(at(7, day=15))
    screen.popups.arrivals.look_after_held()
    screen.settle()
    assert "quiet hours" in screen.card("letter")._when.text()


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Why.DISTURB, "Since: Today, Wed 14 Oct, 15:00 · do not disturb was on"),
        (Why.FULL_SCREEN, "Since: Today, Wed 14 Oct, 15:00 · a program filled the screen"),
    ],
)
def test_what_would_disturb_waits_and_comes_as_one_digest(screen: Screen, why: Why, words: str) -> None:
    screen.disturbed = why
    screen.task("letter", at(15))
    screen.task("parcel", at(15, 10))
    screen.home.assistant.reminders.create("bread", at(15, 12), ReminderKind.TIMER)
    for moment in (at(15), at(15, 10), at(15, 12)):
        screen.ring(moment)
    assert screen.titles() == ["bread"], "a timer comes all the same"
    screen.click(screen.card("bread"), "Done")
    screen.home.clock.set(at(15, 40))
    screen.popups.arrivals.look_after_held()
    screen.settle()
    assert screen.titles() == [], "it goes on"
    screen.disturbed = None
    screen.popups.arrivals.look_after_held()
    screen.settle()
    (card,) = screen.cards
    assert isinstance(card, DigestCard)
    assert card._state.text() == "Held back until now"
    assert card._title.text() == "2 reminders"
    assert words in screen.words(card)


def test_what_was_held_back_and_answered_elsewhere_is_no_reason_for_later_ones(screen: Screen) -> None:
    screen.disturbed = Why.DISTURB
    screen.task("letter", at(15))
    screen.ring(at(15))
    reminders = screen.home.assistant.reminders
    reminders.acknowledge_all([one.uid for one in reminders.pending()])
    screen.home.clock.set(at(15, 30))
    screen.popups.arrivals.look_after_held()
    screen.settle()
    screen.disturbed = None
    screen.task("parcel", at(16))
    screen.ring(at(16, 5))
    assert "Was due: Today, Wed 14 Oct, 16:00." in screen.words(screen.card("parcel"))


def test_paused_reminders_come_when_the_pause_is_over(screen: Screen) -> None:
    screen.desk.pause_reminders(at(16))
    screen.settle()
    screen.task("letter", at(15))
    screen.ring(at(15))
    assert screen.titles() == []
    screen.home.clock.set(at(16))
    screen.popups.arrivals.look_after_held()
    screen.settle()
    assert "Was due: Today, Wed 14 Oct, 15:00. Reminders were paused." in screen.words(screen.card("letter"))
    screen.desk.pause_reminders(at(18))
    screen.settle()
    screen.task("parcel", at(17))
    screen.ring(at(17))
    assert screen.titles() == ["letter"]
    screen.desk.pause_reminders(None)
    screen.until(lambda: screen.titles() == ["letter", "parcel"])


def test_alarms_and_high_priority_come_in_quiet_hours(screen: Screen) -> None:
    quiet(screen, "22:00", "07:00")
    screen.home.assistant.reminders.create("wake up", at(6, day=15), ReminderKind.ALARM)
    draft = TaskDraft(title="flight", due_at=at(6, day=15), zone="Europe/Berlin", remind_at=at(6, day=15))
    screen.home.assistant.tasks.create(replace(draft, priority=Priority.HIGH))
    screen.ring(at(6, day=15))
    assert sorted(screen.titles()) == ["flight", "wake up"]


def test_what_was_held_back_comes_at_once_when_quiet_hours_are_switched_off(screen: Screen) -> None:
    quiet(screen, "12:00", "13:00")
    screen.alarm("tea", at(12, 30))
    screen.ring(at(12, 30))
    assert screen.titles() == []
    screen.home.settings.set("quiet_hours", False)
    screen.popups.arrivals.look_after_held()
    screen.settle()
    assert screen.titles() == ["tea"]


def test_the_tray_pauses_reminders_and_says_until_when(screen: Screen) -> None:
    tray = Tray(screen.desk)
    menu = next(iter(tray.menu.findChildren(PauseMenu)))
    menu.aboutToShow.emit()
    lines = {action.text(): action for action in menu.actions() if action.isVisible()}
    assert list(lines) == ["For 30 min", "For 1 h", "Until tomorrow"]
    lines["For 1 h"].trigger()
    screen.until(lambda: menu.until == at(12, 20))
    screen.until(lambda: menu.title() == "Paused until 12:20")
    assert "Paused until 12:20" in tray._icon.toolTip()
    lines["Until tomorrow"].trigger()
    screen.until(lambda: menu.until == at(9, day=15))
    screen.home.clock.set(at(9, day=15))
    menu.aboutToShow.emit()
    assert menu.title() == "Pause reminders", "it ended by itself"
    assert "Paused" not in tray._icon.toolTip()
