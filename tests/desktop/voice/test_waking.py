"""The wake word in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.desktop.window import MainWindow
from assistant.services.voice.view import VoiceState
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household

WAIT = 15_000


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Household, MainWindow]]:
    with open_desk(qapp, tmp_path) as (home, desk), shown_window(qtbot, desk) as made:
        yield home, made


def test_nothing_waits_unless_a_word_is_chosen_and_the_word_opens_the_microphone(
    window: tuple[Household, MainWindow], qtbot: QtBot
) -> None:
    home, shown = window

    def until(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    shown.voice._wait_for_word()
    assert not home.ears.words
    home.settings.set("wake_word", "hey_jarvis")
    until(lambda: home.ears.words == ["hey_jarvis"])
    until(lambda: shown.status._words.text() == "Listening")
    home.ears.woken.set()
    until(lambda: home.ears.requests)
    until(lambda: shown.voice.control.state is VoiceState.LISTENING)
    shown.voice.control.cancel()
    until(lambda: len(home.ears.words) == 2)
    home.settings.set("wake_word", "off")
    until(lambda: shown.status._words.text() != "Listening")
