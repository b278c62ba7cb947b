"""Search, history and sources over the window, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from assistant.desktop.found.history_list import HistoryList
from assistant.desktop.found.line_list import parts
from assistant.desktop.found.palette import Palette
from assistant.desktop.found.source_list import SourceList
from assistant.desktop.window import MainWindow
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Household, MainWindow]]:
    with open_desk(qapp, tmp_path) as (home, desk):
        for text in ("dentist on Friday at 3pm", "todo: call the dentist", "明天下午两点看牙医"):
            home.assistant.conversation.handle(text, rules_only=True, keep=False)
        with shown_window(qtbot, desk) as window:
            yield home, window


def searching(window: MainWindow, qtbot: QtBot, text: str) -> Palette:
    window.finding.search()
    palette = window.finding.shown
    assert isinstance(palette, Palette)
    palette.line.clear()
    qtbot.keyClicks(palette.line, text)
    return palette


def shown(palette: Palette) -> list[str]:
    return [line.text for line in palette.list.lines if line.key.startswith(("event", "task", "reminder"))]


def test_results_while_typing_and_enter_opens_the_item(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    home, window = opened
    palette = searching(window, qtbot, "call den")
    qtbot.waitUntil(lambda: shown(palette) == ["call the dentist"], timeout=10_000)
    seen: list[tuple[str, str]] = []
    home_task = home.assistant.search.search("call")[0].uid
    window._desk.itemOpened.connect(lambda kind, uid, _rid: seen.append((kind, uid)))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen == [("task", home_task)], timeout=10_000)
    assert window.finding.shown is None


def test_chinese_of_two_characters_and_initials(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    _home, window = opened
    palette = searching(window, qtbot, "")
    for text in ("牙医", "kyy"):
        palette.line.setText(text)
        qtbot.waitUntil(lambda: shown(palette) == ["看牙医"], timeout=10_000)


def test_enter_right_after_typing_waits_for_the_results(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    _home, window = opened
    seen: list[str] = []
    window._desk.itemOpened.connect(lambda kind, _uid, _rid: seen.append(kind))
    palette = searching(window, qtbot, "dentist is:open")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen == ["task"], timeout=10_000)


def test_nothing_found_offers_to_ask_and_escape_closes(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    _home, window = opened
    palette = searching(window, qtbot, "qqqq")
    qtbot.waitUntil(lambda: palette.list.lines[0].text.startswith("No match"), timeout=10_000)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert window.finding.shown is None
    palette = searching(window, qtbot, "qqqq")
    qtbot.waitUntil(lambda: palette.list.lines[-1].key == "ask", timeout=10_000)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    field = window.dock.findChild(QPlainTextEdit)
    assert field is not None
    qtbot.waitUntil(lambda: field.toPlainText() == "qqqq", timeout=10_000)


def test_the_history_names_who_and_takes_back(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    home, window = opened
    window.finding.history()
    box = window.finding.shown
    assert isinstance(box, HistoryList)

    def button(name: str) -> QPushButton | None:
        found = [one for one in box.findChildren(QPushButton) if one.accessibleName() == name]
        return found[-1] if found else None

    wanted = "Undo: Added event: 看牙医"
    qtbot.waitUntil(lambda: button(wanted) is not None, timeout=10_000)
    undo = button(wanted)
    assert undo is not None
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button("Redo: Added event: 看牙医") is not None, timeout=10_000)
    assert home.assistant.search.search("牙医") == ()


def test_the_sources_of_an_answer_are_listed_and_one_is_opened(
    opened: tuple[Household, MainWindow], qtbot: QtBot
) -> None:
    home, window = opened
    reply = home.assistant.conversation.handle("what is on this week", rules_only=True, keep=False)
    assert len(reply.items) == 2
    seen: list[str] = []
    window._desk.itemOpened.connect(lambda _kind, uid, _rid: seen.append(uid))
    window._desk.list_items(reply.items)
    box = window.finding.shown
    assert isinstance(box, SourceList)
    assert [line.text for line in box.list.lines] == [item.title for item in reply.items]
    box.list.step(1)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert seen == [reply.items[1].uid]


def test_ctrl_z_in_the_empty_bar_undoes_what_was_done(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    home, window = opened
    field = window.dock.findChild(QPlainTextEdit)
    assert field is not None
    window.dock.focus_text()
    qtbot.keyClicks(field, "todo: water the plants")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(home.assistant.undo.history()) == 4, timeout=10_000)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: home.assistant.undo.history()[0].undone_at is not None, timeout=10_000)
    assert field.toPlainText() == ""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, keys)
    qtbot.waitUntil(lambda: home.assistant.undo.history()[0].undone_at is None, timeout=10_000)


def test_words_are_marked_wherever_they_stand() -> None:
    assert parts("Call the Dentist", ("den", "call")) == [
        ("Call", True),
        (" the ", False),
        ("Den", True),
        ("tist", False),
    ]
    assert parts("看牙医", ("牙医",)) == [("看", False), ("牙医", True)]
