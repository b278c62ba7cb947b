"""A bar in a window of its own, and ways to see what a person sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock
from assistant.desktop.dock.chip_bar import ChipButton, ConsequenceLine
from assistant.desktop.dock.edits import ChipKind
from assistant.desktop.dock.line import Line
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

WAIT = 5_000


class Bar:
    """A dock, seen and handled as a person does."""

    def __init__(self, home: Household, desk: Desk, qtbot: QtBot) -> None:
        self.home = home
        self.desk = desk
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.addStretch()
        self.dock = Dock(desk, self.window)
        column.addWidget(self.dock)
        self.window.resize(1100, 600)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.dock.focus_text()
        self.sent: list[tuple[str, object, str]] = []
        self.dock.submitted.connect(lambda text, edited, force: self.sent.append((text, edited, force)))

    @property
    def line(self) -> Line:
        found = self.dock.findChild(Line)
        assert found is not None
        return found

    def type(self, text: str) -> None:
        """Types with real keys and waits until the bar has understood."""
        QTest.keyClicks(self.line, text)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.dock.is_current, timeout=WAIT)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the keyboard is."""
        self.window.activateWindow()
        target = QApplication.focusWidget() or self.window.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)

    def chips(self) -> dict[ChipKind, str]:
        """The chips in sight, by kind, with their words."""
        shown = [b for b in self.dock.findChildren(ChipButton) if b.isVisible()]
        return {b.chip.kind: b.chip.text for b in sorted(shown, key=lambda b: list(ChipKind).index(b.chip.kind))}

    def chip(self, kind: ChipKind) -> ChipButton:
        return next(b for b in self.dock.findChildren(ChipButton) if b.isVisible() and b.chip.kind == kind)

    def buttons(self) -> list[str]:
        """The words on the plain buttons in sight."""
        return [b.text() for b in self.dock.findChildren(QPushButton) if b.isVisible() and b.text()]

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.dock.findChildren(QPushButton) if b.isVisible() and b.text() == text)

    def consequence(self) -> str:
        found = self.dock.findChild(ConsequenceLine)
        assert found is not None
        return found.text if found.isVisible() else ""

    def sends(self) -> tuple[str, object, str]:
        """Waits for what the bar hands on."""
        self.qtbot.waitUntil(lambda: bool(self.sent), timeout=WAIT)
        return self.sent.pop()

    def popups(self) -> list[QWidget]:
        return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window]


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bar]:
    with open_desk(qapp, tmp_path) as (home, desk):
        yield Bar(home, desk, qtbot)


@pytest.fixture
def press_in_menu(qtbot: QtBot) -> Callable[[str], None]:
    """Chooses an entry of the menu that is open."""

    def press(text: str) -> None:
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=WAIT)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        action = next(a for a in menu.actions() if a.text() == text)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    return press
