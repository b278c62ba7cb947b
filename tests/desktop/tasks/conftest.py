"""Task views over real services, handled with real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.side_item import SideItem
from assistant.desktop.tasks import TasksPane, TasksSection
from assistant.desktop.tasks.rows.list import RowList
from assistant.desktop.tasks.rows.texts import Row, RowKind
from assistant.domain.task import Task
from tests.helpers import demo
from tests.helpers.desks import open_desk, settle
from tests.helpers.household import Household

WAIT = 10_000
PERMIT, LEASE, PLANTS, PACK = (
    "Renew parking permit",
    "Review lease renewal",
    "Water the plants",
    "Pack for the weekend",
)
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """One of the two task views in a window of its own."""

    def __init__(self, home: Household, desk: Desk, qtbot: QtBot, view: TasksPane | TasksSection) -> None:
        self.home, self.desk, self.qtbot, self.view = home, desk, qtbot, view
        self.toasts: list[tuple[str, int | None]] = []
        desk.toastWanted.connect(lambda text, entry, _pane: self.toasts.append((text, entry)))
        self.errors: list[object] = []
        desk.errorRaised.connect(self.errors.append)
        self.opened: list[tuple[str, str]] = []
        desk.itemOpened.connect(lambda kind, uid, _rid: self.opened.append((kind, uid)))
        qtbot.addWidget(view)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        self.settle()

    @property
    def list(self) -> RowList:
        return self.view.list

    def settle(self) -> None:
        """Waits until every job that was queued has come home and the view shows what it brought."""
        settle(self.desk)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    # ------------------------------------------------------------------ seeing

    def side(self, name: str) -> SideItem:
        """The line of the side bar that is called so."""
        return next(i for i in self.view.findChildren(SideItem) if i.isVisible() and i.text() == name)

    def look_at(self, name: str) -> None:
        self.side(name).click()
        self.settle()

    def titles(self, kind: RowKind | None = RowKind.TASK) -> list[str]:
        return [row.title for row in self.list.rows if kind is None or row.kind is kind]

    def row(self, title: str) -> Row:
        found = [row for row in self.list.rows if row.title == title and row.kind is not RowKind.HEADING]
        assert found, f"{title} is not in the list, but {self.titles(None)}"
        return found[0]

    def task(self, title: str) -> Task:
        """What the store has of that title."""
        found = [task for task in self.home.assistant.tasks.all() if task.title == title]
        assert found, f"there is no task {title}"
        return found[0]

    def shown_done(self, title: str) -> bool:
        model = self.list.model()
        index = model.place_of(self.row(title).key)
        return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked

    # ------------------------------------------------------------------ doing

    def choose(self, title: str) -> None:
        self.list.setFocus()
        assert self.list.choose(self.row(title).key)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.list, key, held)

    def type(self, text: str) -> None:
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit), f"nothing to type into: {editor}"
        editor.selectAll()
        QTest.keyClicks(editor, text)

    def click_row(self, title: str, *, at_x: int, held: Qt.KeyboardModifier = NONE) -> None:
        model = self.list.model()
        rect = self.list.visualRect(model.place_of(self.row(title).key))
        place = QPoint(rect.left() + at_x, rect.top() + 16)
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, held, place)

    def pick(self, menu: QMenu, *path: str) -> None:
        """Takes a line of a menu by its words, through its submenus."""
        for words in path[:-1]:
            menu = next(a.menu() for a in menu.actions() if a.text() == words and a.menu() is not None)
        lines = [action for action in menu.actions() if action.text().startswith(path[-1])]
        assert lines, f"{path[-1]} is not in {[a.text() for a in menu.actions()]}"
        lines[0].trigger()

    def menu(self) -> QMenu:
        return self.view._commands.menu_for(self.list.chosen_rows())

    def undo_last(self) -> None:
        """Presses Undo on the newest toast."""
        text, entry = self.toasts[-1]
        assert entry is not None, f"no undo for: {text}"
        self.home.assistant.undo.undo(entry)
        self.settle()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Household, Desk]]:
    """The demonstration week, on a clock that stands at Wednesday, 14 October 2026, 11:20."""
    with open_desk(qapp, tmp_path) as (home, made):
        demo.fill(home.assistant)
        yield home, made


@pytest.fixture
def pane(desk: tuple[Household, Desk], qtbot: QtBot) -> Hands:
    view = TasksPane(desk[1])
    view.resize(256, 678)
    return Hands(*desk, qtbot, view)


@pytest.fixture
def section(desk: tuple[Household, Desk], qtbot: QtBot) -> Hands:
    view = TasksSection(desk[1])
    view.resize(1208, 719)
    return Hands(*desk, qtbot, view)


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton

    controls = [*root.findChildren(QAbstractButton), *root.findChildren(QLineEdit)]
    return [
        repr(control)
        for control in controls
        if control.isVisible()
        and not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        and not control.objectName().startswith("qt_")
    ]
