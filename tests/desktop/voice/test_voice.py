"""Speaking with the window: what is seen, heard, done and said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assistant.config.errors import EngineError, ModelError
from assistant.desktop.chat.cut_note import CutNote
from assistant.desktop.voice.panel import VoicePanel
from assistant.desktop.window import MainWindow
from assistant.services.voice.view import VoiceState
from assistant.services.voice_ports import Ending, Transcript
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household

WAIT = 15_000
DENTIST = "Remind me to call the dentist tomorrow at three in the afternoon."


class Speaker:
    """A person who speaks."""

    def __init__(self, home: Household, window: MainWindow, qtbot: QtBot) -> None:
        self.home, self.window, self.qtbot = home, window, qtbot

    @property
    def panel(self) -> VoicePanel:
        found = self.window.dock.findChild(VoicePanel)
        assert found is not None
        return found

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def state(self, wanted: VoiceState) -> None:
        self.until(lambda: self.window.voice.control.state is wanted)

    def words(self) -> str:
        return " ".join(one.text() for one in self.panel.findChildren(QLabel) if one.isVisible() and one.text())

    def press(self, text: str) -> None:
        """A button of the panel, by what it says."""
        button = next(one for one in self.panel.findChildren(QPushButton) if one.isVisible() and one.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def microphone(self) -> None:
        QTest.mouseClick(self.window.dock._face.buttons.mic, Qt.MouseButton.LeftButton)


@pytest.fixture
def speaker(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Speaker]:
    with open_desk(qapp, tmp_path) as (home, desk), shown_window(qtbot, desk) as window:
        yield Speaker(home, window, qtbot)
        home.mouth.quiet.set()


def test_what_is_said_is_added_after_a_moment_and_confirmed_aloud(speaker: Speaker) -> None:
    home = speaker.home
    home.ears.says(DENTIST, "Remind me to call")
    speaker.microphone()
    speaker.until(lambda: "Adding" in speaker.words())
    assert not home.assistant.undo.history(), "nothing is added before"
    speaker.press("Add now")
    speaker.state(VoiceState.SPEAKING)
    assert len(home.assistant.undo.history()) == 1
    assert "dentist" in " ".join(home.mouth.said[0].sentences)
    speaker.until(lambda: "15:00" in speaker.words())
    home.mouth.quiet.set()
    speaker.state(VoiceState.IDLE)
    assert not speaker.panel.isVisible()


def test_what_is_said_can_be_cancelled_before_it_is_added(speaker: Speaker) -> None:
    speaker.home.ears.says(DENTIST)
    speaker.microphone()
    speaker.until(lambda: "Adding" in speaker.words())
    QTest.keyClick(speaker.panel, Qt.Key.Key_Escape)
    speaker.state(VoiceState.IDLE)
    assert not speaker.home.assistant.undo.history()
    assert not speaker.home.mouth.said


def test_an_open_microphone_is_always_told(speaker: Speaker) -> None:
    speaker.microphone()
    speaker.until(lambda: speaker.window.status._words.text() == "Listening")
    speaker.press("Cancel")
    speaker.until(lambda: speaker.window.status._words.text() != "Listening")


def test_live_words_fill_the_chips(speaker: Speaker) -> None:
    speaker.home.ears.next.append("Remind me to call the dentist tomorrow at three")
    speaker.microphone()
    speaker.until(lambda: "dentist" in speaker.panel._view.text)
    speaker.until(lambda: speaker.window.dock._face.chips.isVisible())
    speaker.press("Cancel")
    speaker.state(VoiceState.IDLE)
    speaker.until(lambda: not speaker.window.dock._face.chips.isVisible())


def test_holding_space_in_the_empty_bar_speaks_until_it_is_let_go(speaker: Speaker) -> None:
    home, line = speaker.home, speaker.window.dock._line
    home.ears.says("what is on tomorrow")
    line.setFocus()
    QTest.keyPress(line, Qt.Key.Key_Space)
    speaker.until(lambda: home.ears.requests and home.ears.requests[0].held)
    speaker.state(VoiceState.LISTENING)
    QTest.keyRelease(speaker.panel, Qt.Key.Key_Space)
    speaker.state(VoiceState.SPEAKING)
    assert home.mouth.said[0].sentences
    assert line.toPlainText() == ""


def test_speaking_into_the_answer_stops_it(speaker: Speaker) -> None:
    home = speaker.home
    home.ears.says("what is on tomorrow")
    speaker.microphone()
    speaker.state(VoiceState.SPEAKING)
    speaker.until(lambda: home.ears.requests[-1].patient)
    home.ears.says("what is on on Friday")
    home.ears.interrupts.set()
    speaker.until(lambda: home.mouth.said[0].stopped)
    assert home.mouth.said[0].holds == [True], "it was silent before it was sure"
    home.ears.interrupts.clear()
    unsaid = " ".join(home.mouth.said[0].sentences)
    speaker.until(lambda: speaker.window.chat.findChildren(CutNote))
    speaker.until(lambda: len(home.mouth.said) == 2)
    home.mouth.quiet.set()
    speaker.state(VoiceState.IDLE)
    note = speaker.window.chat.findChildren(CutNote)[0]
    assert "Stopped speaking when you started talking" in [one.text() for one in note.findChildren(QLabel)]
    QTest.mouseClick(note.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    speaker.until(lambda: len(home.mouth.said) == 3)
    assert " ".join(home.mouth.said[2].sentences) in unsaid
    assert [one.unsaid for one in home.assistant.conversation.messages() if one.unsaid is not None] == [unsaid]
    speaker.window.chat.open_chat(home.assistant.conversation.conversations()[0].uid)
    speaker.until(lambda: speaker.window.chat.findChildren(CutNote) not in ([], [note]))


def test_a_word_that_asks_for_silence_is_no_message(speaker: Speaker) -> None:
    home = speaker.home
    home.ears.says("what is on tomorrow")
    speaker.microphone()
    speaker.state(VoiceState.SPEAKING)
    speaker.until(lambda: home.ears.requests[-1].patient)
    said = len(home.assistant.conversation.messages())
    home.ears.says("Okay, stop.")
    home.ears.interrupts.set()
    speaker.until(lambda: home.mouth.said[0].stopped)
    home.ears.interrupts.clear()
    speaker.state(VoiceState.IDLE)
    assert speaker.window.dock._line.toPlainText() == ""
    assert len(home.assistant.conversation.messages()) == said
    assert len(home.mouth.said) == 1


def test_a_question_is_answered_by_voice(speaker: Speaker) -> None:
    home = speaker.home
    home.assistant.conversation.handle(DENTIST, rules_only=True)
    home.ears.says("delete the dentist")
    speaker.microphone()
    speaker.state(VoiceState.SPEAKING)
    home.ears.says("yes")
    home.mouth.quiet.set()
    speaker.until(lambda: len(home.assistant.undo.history()) == 2)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Transcript(text="", language="en", ending=Ending.NOTHING), "did not hear anything"),
        (Transcript(text="", language="en", ending=Ending.SILENCE), "could not make out any words"),
        (Transcript(text="", language="en", ending=Ending.SILENCE, quiet=True), "very quiet"),
        (EngineError("microphone.none", "x"), "No microphone was found"),
        (EngineError("microphone.lost", "x", text="Remind me"), "Remind me"),
        (ModelError("model.missing", "x"), "needs a speech model"),
        (EngineError("engine.died", "x"), "stopped unexpectedly"),
        (EngineError("something.new", "Something of its own."), "Something of its own."),
    ],
)
def test_what_went_wrong_is_said_with_a_way_on(speaker: Speaker, outcome: EngineError | Transcript, words: str) -> None:
    speaker.home.ears.next.append(outcome)
    speaker.microphone()
    speaker.until(lambda: words in speaker.words())
    ways = [one.text() for one in speaker.panel.findChildren(QPushButton) if one.isVisible()]
    assert len(ways) >= 2
    if "Try again" in ways:
        speaker.home.ears.says("what is on tomorrow")
        speaker.press("Try again")
        speaker.state(VoiceState.SPEAKING)
    else:
        speaker.press(next(way for way in ways if way != "Close"))
        speaker.until(lambda: speaker.window.sections.settings.field("microphone") is not None)


def test_answers_are_read_aloud_where_that_is_wanted(speaker: Speaker) -> None:
    home = speaker.home
    home.settings.set("read_aloud", "always")
    speaker.window.chat.submit("what is on tomorrow")
    speaker.until(lambda: home.mouth.said)
    home.mouth.quiet.set()
    speaker.state(VoiceState.IDLE)
    home.settings.set("read_aloud", "never")
    home.ears.says("what is on tomorrow")
    speaker.microphone()
    speaker.until(lambda: len(speaker.window.chat._column.entries) >= 4)
    speaker.state(VoiceState.IDLE)
    assert len(home.mouth.said) == 1
