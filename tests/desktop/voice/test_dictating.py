"""Speaking into text fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from assistant.config.errors import EngineError
from assistant.desktop.field_menus import DICTATE
from assistant.desktop.voice.bubble import Bubble
from assistant.desktop.window import MainWindow
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household

WAIT = 15_000


class Writer:
    """A person who would rather speak than type."""

    def __init__(self, home: Household, window: MainWindow, qtbot: QtBot) -> None:
        self.home, self.window, self.qtbot = home, window, qtbot

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def search(self) -> QLineEdit:
        """A field of one line."""
        self.window.finding.search()
        shown = self.window.finding.shown
        assert shown is not None
        field = shown.findChild(QLineEdit)
        assert field is not None
        self.focus(field)
        return field

    def notes(self) -> QPlainTextEdit:
        """A field of many lines."""
        field = QPlainTextEdit(self.window)
        field.setGeometry(500, 300, 300, 120)
        field.show()
        self.focus(field)
        return field

    def focus(self, field: QWidget) -> None:
        self.window.activateWindow()
        field.setFocus()
        self.until(field.hasFocus)

    def bubble(self) -> str:
        shown = [one.text for one in self.window.findChildren(Bubble) if one.isVisible()]
        return shown[-1] if shown else ""

    def speak(self) -> None:
        """The key."""
        self.window.voice.dictate()

    @property
    def quiet(self) -> bool:
        return not self.window.voice.floor.busy


@pytest.fixture
def writer(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Writer]:
    with open_desk(qapp, tmp_path) as (home, desk), shown_window(qtbot, desk) as window:
        yield Writer(home, window, qtbot)


def test_words_appear_at_the_caret_and_stay_when_they_are_certain(writer: Writer) -> None:
    field = writer.notes()
    field.setPlainText("Ask Anna. Thanks.")
    cursor = field.textCursor()
    cursor.setPosition(len("Ask Anna."))
    field.setTextCursor(cursor)
    writer.home.ears.next.append("About the")
    writer.speak()

    def preedit() -> str:
        return field.textCursor().block().layout().preeditAreaText()

    writer.until(lambda: preedit() == " About the")
    assert field.toPlainText() == "Ask Anna. Thanks."
    assert "Listening" in writer.bubble()
    writer.until(lambda: writer.window.status._words.text() == "Listening")
    writer.home.ears.says("About the lease.")
    writer.speak()  # once more: everything was said
    writer.until(lambda: field.toPlainText() == "Ask Anna. About the lease. Thanks.")
    writer.until(lambda: writer.quiet and not writer.bubble())
    assert preedit() == ""
    field.undo()
    assert field.toPlainText() == "Ask Anna. Thanks."


def test_what_is_selected_is_replaced_and_a_title_has_no_full_stop(writer: Writer) -> None:
    field = writer.search()
    field.setText("old words")
    field.selectAll()
    writer.home.ears.says("Dentist.")
    writer.speak()
    writer.until(lambda: field.text() == "Dentist")
    field.undo()
    assert field.text() == "old words"


def test_escape_cancels_and_closes_nothing_else(writer: Writer) -> None:
    field = writer.search()
    writer.home.ears.next.append("den")
    writer.speak()
    writer.until(lambda: "Listening" in writer.bubble())
    QTest.keyClick(field, Qt.Key.Key_Escape)
    writer.until(lambda: writer.quiet and not writer.bubble())
    assert field.text() == ""
    assert writer.window.finding.shown is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    writer.until(lambda: writer.window.finding.shown is None)


def test_the_microphone_of_the_bar_means_the_field_with_the_keyboard(writer: Writer) -> None:
    field = writer.notes()
    writer.home.ears.says("Water the plants.")
    QTest.mouseClick(writer.window.dock._face.buttons.mic, Qt.MouseButton.LeftButton)
    writer.until(lambda: field.toPlainText() == "Water the plants.")
    assert not writer.home.assistant.conversation.messages()


def test_what_was_typed_into_the_bar_is_gone_on_with(writer: Writer) -> None:
    writer.window.dock.fill("Lunch with Anna")
    writer.home.ears.says("on Friday.")
    QTest.mouseClick(writer.window.dock._face.buttons.mic, Qt.MouseButton.LeftButton)
    writer.until(lambda: writer.window.dock._line.toPlainText().startswith("Lunch with Anna on Friday"))
    assert not writer.home.assistant.conversation.messages()


def test_every_field_has_it_in_its_menu(writer: Writer) -> None:
    field = writer.search()
    writer.home.ears.says("Dentist.")
    seen: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        action = next(one for one in menu.actions() if one.text() == "Dictate")
        seen.append(action.shortcut().toString())
        menu.close()
        action.trigger()

    QTimer.singleShot(200, choose)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(field, event)
    writer.until(lambda: field.text() == "Dentist")
    assert seen == [DICTATE]


def test_a_device_that_goes_away_leaves_what_was_heard(writer: Writer) -> None:
    field = writer.notes()
    writer.home.ears.next.append(EngineError("microphone.lost", "x", text="Ask Anna about"))
    writer.speak()
    writer.until(lambda: field.toPlainText() == "Ask Anna about")
    assert "went away" in writer.bubble()


def test_a_field_that_is_closed_is_not_listened_for(writer: Writer) -> None:
    field = writer.notes()
    writer.speak()
    writer.until(lambda: writer.window.voice.floor.open)
    field.deleteLater()
    writer.until(lambda: writer.quiet)
