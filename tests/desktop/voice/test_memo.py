"""Voice memos in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assistant.config.errors import EngineError
from assistant.desktop.window import MainWindow
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household

WAIT = 15_000


class Recorder:
    """A person with a thought."""

    def __init__(self, home: Household, window: MainWindow, qtbot: QtBot) -> None:
        self.home, self.window, self.qtbot = home, window, qtbot

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def words(self) -> str:
        panel = self.window.voice.panel
        return " ".join(one.text() for one in panel.findChildren(QLabel) if one.isVisible() and one.text())

    def press(self, text: str) -> None:
        buttons = self.window.voice.panel.findChildren(QPushButton)
        QTest.mouseClick(next(b for b in buttons if b.isVisible() and b.text() == text), Qt.MouseButton.LeftButton)

    def begin(self) -> None:
        self.window.voice.memo()
        self.until(lambda: "Recording a memo" in self.words())

    def titles(self) -> list[str]:
        return [task.title for task in self.home.assistant.tasks.all()]


@pytest.fixture
def recorder(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Recorder]:
    with open_desk(qapp, tmp_path) as (home, desk), shown_window(qtbot, desk) as window:
        yield Recorder(home, window, qtbot)
        home.ears.finished.set()


def test_a_memo_becomes_tasks(recorder: Recorder) -> None:
    recorder.begin()
    assert recorder.window.status._words.text() == "Listening"
    recorder.home.ears.reads("Milk, eggs and bread.")
    recorder.press("Finish")
    recorder.until(lambda: recorder.titles() == ["Milk", "Eggs", "Bread"])
    recorder.until(lambda: not recorder.window.voice.panel.isVisible())
    assert recorder.window.status._words.text() != "Listening"
    assert recorder.home.assistant.memos.waiting() == ()


def test_what_could_not_be_written_down_is_kept_and_tried_again(recorder: Recorder) -> None:
    recorder.begin()
    recorder.home.ears.files.append(EngineError("engine.died", "x"))
    recorder.press("Finish")
    recorder.until(lambda: "The recording is kept" in recorder.words())
    assert len(recorder.home.assistant.memos.waiting()) == 1
    recorder.home.ears.reads("The red folder is in the attic.")
    recorder.press("Try again")
    recorder.until(lambda: recorder.titles() == ["The red folder is in the attic"])
    recorder.until(lambda: recorder.home.assistant.memos.waiting() == ())


def test_an_older_memo_is_not_taken_for_one_that_could_not_be_recorded(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = recorder.home.assistant.paths.memos
    folder.mkdir(parents=True)
    (folder / "20261001-101500.wav").write_bytes(b"RIFF" + bytes(1000))

    def refuse(*_given: object) -> float:
        raise EngineError("microphone.none", "No microphone was found.")

    with monkeypatch.context() as patched:
        patched.setattr(recorder.home.ears, "record", refuse)
        recorder.window.voice.memo()
        recorder.until(lambda: "No microphone was found" in recorder.words())
    assert "The recording is kept" not in recorder.words()
    recorder.begin()
    recorder.press("Cancel")
    recorder.until(lambda: not recorder.window.voice.panel.isVisible())
    assert [one.stem for one in recorder.home.assistant.memos.waiting()] == ["20261001-101500"]


def test_a_cancelled_memo_is_gone(recorder: Recorder) -> None:
    recorder.begin()
    recorder.press("Cancel")
    recorder.until(lambda: not recorder.window.voice.panel.isVisible())
    assert recorder.home.assistant.memos.waiting() == ()
    assert recorder.titles() == []


def test_speaking_to_the_assistant_ends_the_memo_and_keeps_it(recorder: Recorder) -> None:
    recorder.begin()
    recorder.home.ears.reads("The red folder is in the attic.")
    recorder.window.voice.control.listen()
    recorder.until(lambda: recorder.titles() == ["The red folder is in the attic"])
    recorder.window.voice.control.cancel()


def test_a_waiting_memo_is_written_down_from_the_settings(recorder: Recorder) -> None:
    folder = recorder.home.assistant.paths.memos
    folder.mkdir(parents=True)
    (folder / "20261014-101500.wav").write_bytes(b"RIFF" + bytes(1000))
    recorder.window.show_section("settings")
    recorder.window.sections.settings.show_group("voice")
    recorder.home.ears.reads("The red folder is in the attic.")
    section = recorder.window.sections.settings

    def button() -> QPushButton | None:
        return next((one for one in section.findChildren(QPushButton) if one.text() == "Write it down"), None)

    recorder.until(button)
    found = button()
    assert found is not None
    found.click()
    recorder.until(lambda: recorder.titles() == ["The red folder is in the attic"])
    recorder.until(lambda: button() is None)
