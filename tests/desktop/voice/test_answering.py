"""Reminders that are answered by voice: what is read, heard, shown, said and stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from assistant.config.errors import EngineError
from assistant.desktop.popups import voice_line
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.desktop.window import MainWindow
from assistant.domain.reminder import ReminderKind, ReminderState
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.tasks.service import TaskDraft
from tests.helpers.clock import BERLIN
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

WAIT = 15_000
DENTIST = "Call the dentist"
THREE = datetime(2026, 10, 14, 15, tzinfo=BERLIN)


class Corner:
    """The corner of the screen, and a person who speaks to it."""

    def __init__(self, home: Household, window: MainWindow, qtbot: QtBot) -> None:
        self.home, self.window, self.qtbot = home, window, qtbot
        self.popups = window.popups
        self.popups.arrivals.disturbance = lambda _settings: None

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def comes(self, title: str = DENTIST) -> ReminderCard:
        """A task's reminder comes up."""
        draft = TaskDraft(title=title, due_at=THREE, zone="Europe/Berlin", remind_at=THREE)
        self.home.assistant.tasks.create(draft)
        return self.rings(title)

    def rings(self, title: str) -> ReminderCard:
        self.home.clock.set(THREE)
        self.home.assistant.reminders.fire()
        self.until(lambda: title in [card._title.text() for card in self.up()])
        return next(card for card in self.up() if card._title.text() == title)

    def up(self) -> list[ReminderCard]:
        return [card for card in self.popups.stack.cards if isinstance(card, ReminderCard)]

    def says(self, card: Card) -> str:
        return card.voice.text if card.voice is not None and card.voice.isVisible() else ""

    def state(self, title: str = DENTIST) -> ReminderState:
        return next(one.state for one in self.home.assistant.reminders.all() if one.text == title)

    def microphone(self, card: Card) -> None:
        QTest.mouseClick(card._mic, Qt.MouseButton.LeftButton)

    @property
    def quiet(self) -> bool:
        return not self.window.voice.floor.busy


@pytest.fixture
def corner(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Corner]:
    monkeypatch.setattr(voice_line, "UNDO_MS", 300)
    with open_desk(qapp, tmp_path) as (home, desk):
        home.settings.set("answer_reminders", "on")
        home.mouth.quiet.set()
        window = MainWindow(desk)
        window.quitting = True
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        made = Corner(home, window, qtbot)
        yield made
        window.popups.close_all()
        window.popups.stack.deleteLater()
        window.close()


def test_a_reminder_that_was_read_aloud_is_answered_with_done(corner: Corner) -> None:
    home = corner.home
    home.settings.set("speak_reminders", True)
    home.ears.says("Done.")
    card = corner.comes()
    corner.until(lambda: corner.says(card) == "Done: Call the dentist.")
    assert home.mouth.said[0].sentences == ["Reminder: Call the dentist."]
    assert corner.state() is ReminderState.SHOWN, "for a moment it can be taken back"
    corner.until(lambda: corner.state() is ReminderState.ACKNOWLEDGED)
    assert home.assistant.tasks.all()[0].done
    corner.until(lambda: not corner.up())
    assert home.mouth.said[-1].sentences == ["Done: Call the dentist."]


def test_it_is_put_off_to_the_time_that_was_said(corner: Corner) -> None:
    corner.home.settings.set("speak_reminders", True)
    corner.home.ears.says("十分钟后再提醒我", language="zh")
    corner.comes()
    corner.until(lambda: corner.state() is ReminderState.SNOOZED)
    row = corner.home.assistant.reminders.all()[0]
    assert row.snoozed_until == THREE + timedelta(minutes=10)
    assert corner.home.mouth.said[-1].sentences == ["15:10再提醒你。"]


def test_what_was_understood_can_be_taken_back(corner: Corner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice_line, "UNDO_MS", 60_000)
    card = corner.comes()
    corner.home.ears.says("snooze until after lunch tomorrow")
    corner.microphone(card)
    corner.until(lambda: "Snoozed until" in corner.says(card))
    undo = next(one for one in card.findChildren(QPushButton) if one.isVisible() and one.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert corner.says(card) == ""
    assert corner.state() is ReminderState.SHOWN


def test_nobody_is_listened_to_where_that_is_off(corner: Corner) -> None:
    corner.home.settings.set("speak_reminders", True)
    corner.home.settings.set("answer_reminders", "off")
    corner.comes()
    corner.until(lambda: corner.home.mouth.said)
    assert not corner.home.ears.requests


def test_silence_leaves_the_pop_up_without_a_word(corner: Corner) -> None:
    home = corner.home
    home.settings.set("speak_reminders", True)
    card = corner.comes()
    corner.until(lambda: home.ears.requests and corner.says(card))
    corner.until(lambda: corner.window.status._words.text() == "Listening")
    home.ears.finished.set()
    corner.until(lambda: corner.quiet and corner.says(card) == "")
    assert corner.state() is ReminderState.SHOWN
    assert len(home.mouth.said) == 1


def test_what_is_not_understood_is_said_once_and_leaves_the_pop_up(corner: Corner) -> None:
    card = corner.comes()
    corner.home.ears.says("the weather is nice")
    corner.microphone(card)
    corner.until(lambda: "I did not understand" in corner.says(card))
    corner.until(lambda: corner.quiet)
    assert len(corner.home.mouth.said) == 1
    assert len(corner.home.ears.requests) == 1, "it does not ask again by itself"
    assert corner.state() is ReminderState.SHOWN
    assert not corner.home.assistant.conversation.messages(), "it was not said to the assistant"


@pytest.mark.parametrize("asked", [True, False])
def test_a_microphone_that_fails_leaves_the_pop_up_as_it_is(corner: Corner, asked: bool) -> None:
    corner.home.settings.set("speak_reminders", not asked)
    corner.home.ears.next.append(EngineError("microphone.none", "x"))
    card = corner.comes()
    if asked:
        corner.microphone(card)
    corner.until(lambda: "No microphone was found" in corner.says(card))
    assert card.primary.isEnabled()
    QTest.mouseClick(card.primary, Qt.MouseButton.LeftButton)
    corner.until(lambda: corner.state() is ReminderState.ACKNOWLEDGED)


@pytest.mark.parametrize("opens", [True, False])
def test_escape_ends_listening_and_leaves_the_pop_up(corner: Corner, opens: bool) -> None:
    if not opens:
        corner.home.ears.opening.clear()
    card = corner.comes()
    left: list[bool] = []
    card.leaveWanted.connect(lambda: left.append(True))
    corner.microphone(card)
    corner.until(lambda: corner.says(card) and card._listens is opens)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    corner.until(lambda: corner.quiet and corner.says(card) == "")
    assert not left
    assert corner.state() is ReminderState.SHOWN
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert left


def test_answered_by_hand_meanwhile_nobody_is_listened_to_any_more(corner: Corner) -> None:
    corner.home.settings.set("speak_reminders", True)
    card = corner.comes()
    corner.until(lambda: corner.window.voice.floor.open)
    QTest.mouseClick(card.primary, Qt.MouseButton.LeftButton)
    corner.until(lambda: corner.quiet)
    assert corner.state() is ReminderState.ACKNOWLEDGED


def test_the_talk_key_answers_the_newest_and_says_the_rest_to_the_assistant(corner: Corner) -> None:
    card = corner.comes()
    corner.home.ears.says("what is on tomorrow")
    corner.window.voice.toggle()
    corner.until(lambda: corner.home.assistant.conversation.messages())
    assert corner.says(card) == ""
    corner.until(lambda: corner.quiet)
    corner.home.ears.says("later")
    corner.window.voice.toggle()
    corner.until(lambda: corner.state() is ReminderState.SNOOZED)


def test_an_event_is_not_moved_by_putting_off_its_reminder(corner: Corner) -> None:
    span = Zoned(THREE + timedelta(minutes=30), THREE + timedelta(hours=1), "Europe/Berlin")
    corner.home.assistant.schedule.create(EventDraft(title="Workshop", span=span, alert_minutes=(30,)))
    card = corner.rings("Workshop")
    corner.home.ears.says("move it to Friday")
    corner.microphone(card)
    corner.until(lambda: "event itself" in corner.says(card))
    assert corner.state("Workshop") is ReminderState.SHOWN


def test_an_alarm_is_silent_while_its_answer_is_listened_to(corner: Corner) -> None:
    corner.home.assistant.reminders.create("Wake up", THREE, ReminderKind.ALARM)
    card = corner.rings("Wake up")
    corner.microphone(card)
    corner.until(lambda: corner.window.voice.floor.open and corner.popups.sounding._hushed)
    corner.home.ears.says("stop")
    corner.home.ears.finished.set()
    corner.until(lambda: not corner.popups.sounding._hushed)
