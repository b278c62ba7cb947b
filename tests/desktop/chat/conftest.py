"""A chat pane in a window of its own, and ways to see what a person sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistant.desktop.chat import ChatPane
from assistant.desktop.chat.prose import ProseView
from assistant.desktop.desk import Desk
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

WAIT = 5_000


class Chat:
    """A chat, seen and handled as a person does."""

    def __init__(self, home: Household, desk: Desk, qtbot: QtBot) -> None:
        self.home = home
        self.desk = desk
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        self.pane = ChatPane(desk, self.window)
        column.addWidget(self.pane)
        self.window.resize(420, 640)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.busy: list[bool] = []
        self.pane.busyChanged.connect(self.busy.append)

    def texts(self) -> list[str]:
        """Every piece of text in sight, from top to bottom."""
        found: list[tuple[int, int, str]] = []
        for label in self.pane.findChildren(QLabel):
            if label.isVisible() and label.text():
                at = label.mapTo(self.pane, label.rect().topLeft())
                found.append((at.y(), at.x(), label.text()))
        for prose in self.pane.findChildren(ProseView):
            if prose.isVisible() and prose.toPlainText():
                at = prose.mapTo(self.pane, prose.rect().topLeft())
                found.append((at.y(), at.x(), prose.toPlainText()))
        return [text for _, _, text in sorted(found)]

    def says(self, text: str) -> bool:
        return any(text in shown for shown in self.texts())

    def wait_for(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(text), timeout=WAIT)

    def buttons(self) -> list[str]:
        return [b.text() for b in self.pane.findChildren(QAbstractButton) if b.isVisible() and b.text()]

    def button(self, text: str) -> QAbstractButton:
        self.qtbot.waitUntil(lambda: text in self.buttons(), timeout=WAIT)
        return next(b for b in self.pane.findChildren(QAbstractButton) if b.isVisible() and b.text() == text)

    def click(self, text: str) -> None:
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        """Waits until the layout and the queued signals have come to rest."""
        for _ in range(5):
            QApplication.processEvents()


@pytest.fixture
def make_chat(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Chat]]:
    opened = []

    def make(*, model_installed: bool = True, before: Callable[[Household], None] | None = None) -> Chat:
        context = open_desk(qapp, tmp_path, model_installed=model_installed)
        home, desk = context.__enter__()
        opened.append(context)
        if before is not None:
            before(home)
        return Chat(home, desk, qtbot)

    yield make
    for context in reversed(opened):
        context.__exit__(None, None, None)


@pytest.fixture
def chat(make_chat: Callable[..., Chat]) -> Chat:
    return make_chat()
