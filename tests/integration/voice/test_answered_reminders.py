"""Reminders answered and memos spoken over a microphone and a loudspeaker that only programs hear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.theme import install_theme
from assistant.desktop.window import MainWindow
from assistant.domain.cancellation import Cancellation
from assistant.domain.reminder import Reminder, ReminderState
from assistant.services.assistant import Assistant
from assistant.services.tasks.service import TaskDraft
from tests.helpers.sound_room import Room
from tests.integration.voice.conftest import built

pytestmark = [pytest.mark.model, pytest.mark.timeout(300)]

WAIT = 120_000
Speaker = Callable[..., Path]


class Home:
    """The window of a person who does not come to the keyboard."""

    def __init__(self, assistant: Assistant, window: MainWindow, qtbot: QtBot) -> None:
        self.assistant, self.window, self.qtbot = assistant, window, qtbot

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def reminded_of(self, title: str) -> None:
        """A reminder comes, is read aloud, and the microphone opens."""
        soon = self.assistant.clock.now() + timedelta(seconds=0.3)
        self.assistant.tasks.create(TaskDraft(title=title, due_at=soon, remind_at=soon))
        self.until(lambda: self.assistant.clock.now() > soon)
        self.assistant.reminders.fire()
        self.until(lambda: self.window.voice.floor.open)

    def words(self) -> str:
        """What the panel says."""
        return " ".join(one.text() for one in self.window.voice.panel.findChildren(QLabel) if one.isVisible())

    def reminder(self) -> Reminder:
        return self.assistant.reminders.all()[-1]


@pytest.fixture
def home(room: Room, voice_models: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Home]:
    assistant = built(voice_models, tmp_path)
    for key, value in (("speak_reminders", True), ("answer_reminders", "on"), ("sound", "off")):
        assistant.settings.set(key, value)
    install_theme(qapp, assistant.settings, "en")
    desk = Desk(assistant)
    window = MainWindow(desk)
    window.quitting = True
    window.popups.arrivals.disturbance = lambda _settings: None
    qtbot.addWidget(window)
    window.show()
    yield Home(assistant, window, qtbot)
    window.popups.close_all()
    window.popups.stack.deleteLater()
    window.close()
    desk.close()
    assistant.close()


def test_done_is_heard_stored_and_confirmed(home: Home, room: Room, spoken: Speaker, tmp_path: Path) -> None:
    sound = spoken("Done.")
    with room.recording() as recording:
        home.reminded_of("Call the dentist")
        room.speak(sound).wait()
        home.until(lambda: home.reminder().state is ReminderState.ACKNOWLEDGED)
        home.until(lambda: not home.window.voice.floor.busy)
        recorded = recording.write(tmp_path / "loudspeaker.wav")
    assert home.assistant.tasks.all()[0].done
    ears = home.assistant.ears
    said = ears.transcribe(recorded, language="en", on_segment=lambda *_: None, cancel=Cancellation()).text.lower()
    assert said.count("dentist") == 2, "read aloud, and confirmed"


def test_a_reminder_is_put_off_in_chinese(home: Home, room: Room, spoken: Speaker) -> None:
    home.assistant.settings.set("ears_language", "zh")
    sound = spoken("十分钟后再提醒我。", "kokoro:zf_xiaoxiao")
    home.reminded_of("Pick up the parcel")
    said_at = home.assistant.clock.now()
    room.speak(sound).wait()
    home.until(lambda: home.reminder().state is ReminderState.SNOOZED)
    until = home.reminder().snoozed_until
    assert until is not None
    assert timedelta(minutes=9) < until - said_at < timedelta(minutes=12)


def test_a_spoken_memo_becomes_tasks(home: Home, room: Room, spoken: Speaker) -> None:
    sound = spoken("Note to self: buy milk, eggs, and bread.")
    home.window.voice.memo()
    home.until(lambda: home.window.voice.floor.open)
    room.speak(sound).wait()
    home.window.voice.memo()
    home.until(lambda: len(home.assistant.tasks.all()) == 3)
    assert {"milk" in one.title.lower() for one in home.assistant.tasks.all()} == {True, False}
    home.until(lambda: home.assistant.memos.waiting() == ())


def test_a_full_disk_ends_a_memo_and_keeps_what_was_said(home: Home, room: Room, spoken: Speaker) -> None:
    resource = pytest.importorskip("resource")
    sound = spoken("Note to self: buy milk.")
    ears, memos = home.assistant.ears, home.assistant.memos
    ears.devices()
    assert ears.pid is not None
    most = 4 * 16_000 * 2  # four seconds, then no byte more
    before = resource.prlimit(ears.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(ears.pid, resource.RLIMIT_FSIZE, (most, before[1]))
    home.window.voice.memo()
    home.until(lambda: home.window.voice.floor.open)
    room.speak(sound).wait()
    home.until(lambda: "disk is full" in home.words())
    assert "The recording is kept" in home.words()
    assert ears.pid is not None, "the engine goes on"
    (recording,) = memos.waiting()
    assert recording.stat().st_size == pytest.approx(most, abs=3_200)
    memos.write_down(recording, Cancellation())
    assert ["milk" in one.title.lower() for one in home.assistant.tasks.all()] == [True]


def test_the_wake_word_is_heard_and_other_words_are_not(home: Home, room: Room, spoken: Speaker) -> None:
    other, word = spoken("Remind me to call the dentist tomorrow."), spoken("Hey Jarvis.")
    home.assistant.settings.set("wake_word", "hey_jarvis")
    home.window.voice._wait_for_word()
    wake = home.window.voice._wake
    assert wake is not None
    home.until(lambda: wake.open)
    heard: list[bool] = []
    wake.heard.connect(lambda: heard.append(True))
    room.speak(other).wait()
    assert not heard

    def called() -> bool:
        """The word, said again until it is heard: on a busy computer pieces of a sound go missing."""
        if not heard and wake.open:
            room.speak(word).wait()
        return bool(heard)

    home.until(called)
    assert home.window.voice.floor.busy, "the assistant listens"
    home.window.voice.control.cancel()
    home.assistant.settings.set("wake_word", "off")
