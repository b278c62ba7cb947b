"""The bar for many tasks: shown while several are chosen, it changes all of them in one step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.commands import RowCommands
from assistant.desktop.tasks.rows.list import RowList
from assistant.desktop.theme import theme

_MARKS = {
    "complete": "check",
    "due": "calendar",
    "list": "list",
    "priority": "flag",
    "tags": "tag",
    "delete": "trash-2",
    "clear": "x",
}


_MENUS = ("due", "list", "priority", "tags")


class BulkBar(QWidget):
    """Signals:
    wanted(str): a button's name: complete, due, list, priority, tags, delete, or clear.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bulk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = 0
        self._told = ElidedLabel("", self)
        self._told.setProperty("look", "smallStrong")
        self.buttons = {name: QToolButton(self) for name in _MARKS}
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(3), theme().space(1), theme().space(1), theme().space(1))
        row.setSpacing(2)
        row.addWidget(self._told, 1)
        for name, button in self.buttons.items():
            button.setProperty("look", "icon")
            button.clicked.connect(lambda _checked=False, asked=name: self.wanted.emit(asked))
            row.addWidget(button)
        theme().changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Sets every word and icon anew."""
        names = {
            "complete": self.tr("Complete (Space)"),
            "due": self.tr("Due (D)"),
            "list": self.tr("List (L)"),
            "priority": self.tr("Priority (P)"),
            "tags": self.tr("Tags (G)"),
            "delete": self.tr("Delete (Del)"),
            "clear": self.tr("Choose none (Esc)"),
        }
        for name, button in self.buttons.items():
            button.setIcon(icon(_MARKS[name]))
            button.setToolTip(names[name])
            button.setAccessibleName(names[name])
        self._tell()

    def _tell(self) -> None:
        self._told.setText(self.tr("%n task(s) chosen", "", self._count))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_count(self, count: int) -> None:
        """How many tasks are chosen; one alone has its details, and needs no bar."""
        self._count = count
        self._tell()
        self.setVisible(count > 1)


class BulkCommands(QObject):
    """What the bar's buttons do to the chosen tasks: each is one step that one undo takes back."""

    def __init__(self, bar: BulkBar, rows: RowList, commands: RowCommands, actions: TaskActions) -> None:
        super().__init__(bar)
        self._bar = bar
        self._rows = rows
        self._commands = commands
        self._actions = actions
        bar.wanted.connect(self._do)

    def _do(self, name: str) -> None:
        tasks = self._commands.chosen_tasks()
        if name == "complete":
            self._actions.complete(tuple(task.uid for task in tasks if not task.done))
        elif name == "delete":
            self._actions.delete(tuple(task.uid for task in tasks))
        elif name == "clear":
            self._rows.clearSelection()
        elif name in _MENUS and tasks:
            button = self._bar.buttons[name]
            self._commands.menus.part(name, tasks, self._bar).exec(button.mapToGlobal(QPoint(0, button.height())))
