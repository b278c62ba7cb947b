"""The lists at the left of the tasks section: smart ones by what is due, then the person's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.scrolled import scrolled
from assistant.desktop.side_item import SideItem
from assistant.desktop.tasks import words
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.rows.groups import ViewKind, asking_day, overdue_groups, upcoming_groups
from assistant.desktop.tasks.section.list_tree import DEEPEST, tree
from assistant.desktop.tasks.section.side_drop import DropItem
from assistant.desktop.theme import theme
from assistant.domain.reminder import ReminderState
from assistant.domain.task import INBOX, TaskList

_Item = TypeVar("_Item", bound=SideItem)
_INDENT = 16
# Where tasks can be dropped, and something sensible happens.
_TAKING = (ViewKind.TODAY, ViewKind.SOMEDAY, ViewKind.DONE)
_SMART = {
    ViewKind.TODAY: "sun",
    ViewKind.UPCOMING: "calendar-days",
    ViewKind.OVERDUE: "circle-alert",
    ViewKind.SOMEDAY: "archive",
    ViewKind.REMINDERS: "bell",
    ViewKind.DONE: "circle-check",
}


def smart_counts(board: Board, now: datetime) -> dict[ViewKind, int]:
    """How much waits in each smart list; Done counts nothing. Pure."""
    open_ones = [entry for entry in board.asking if not entry.task.done]
    waiting = [one for one in board.reminders if one.state is not ReminderState.ACKNOWLEDGED]
    return {
        ViewKind.TODAY: sum(asking_day(entry.task, now) == now.date() for entry in open_ones),
        ViewKind.UPCOMING: sum(len(group.entries) for group in upcoming_groups(open_ones, now)),
        ViewKind.OVERDUE: sum(len(group.entries) for group in overdue_groups(open_ones, now)),
        ViewKind.SOMEDAY: sum(entry.task.someday for entry in open_ones),
        ViewKind.REMINDERS: len(waiting),
    }


class ListItem(DropItem):
    """A list of the person's own; its menu renames, colours and deletes it.

    Signals:
        menuWanted(TaskList, QPoint)
    """

    menuWanted = Signal(object, QPoint)

    def __init__(self, task_list: TaskList, parent: QWidget) -> None:
        super().__init__(_mark(task_list), words.list_name(task_list), parent)
        self.task_list = task_list

    def show_list(self, task_list: TaskList, depth: int, count: int) -> None:
        """Name, colour, how deep it stands, and the number of open tasks."""
        self.task_list = task_list
        self.indent = _INDENT * min(depth, DEEPEST)
        self.setAcceptDrops(True)
        self.mark_with(_mark(task_list))
        self.name(words.list_name(task_list), count)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The inbox has no menu: it can be neither renamed nor deleted."""
        if self.task_list.uid != INBOX:
            self.menuWanted.emit(self.task_list, event.globalPos())


def _mark(task_list: TaskList) -> str:
    return "inbox" if task_list.uid == INBOX else f"calendar.{task_list.colour}.bar"


class TaskSidebar(QWidget):
    """Views to choose from.

    Signals:
        chosen(str, str): a ViewKind, and the list's uid for LIST, the tag for TAG.
        dropped(str, str, tuple[str, ...]): tasks were let go over a line: its ViewKind, the list's uid, the tasks'.
        listMenuWanted(TaskList, QPoint)
        listNamed(str): the name of a new list.
    """

    chosen = Signal(str, str)
    dropped = Signal(str, str, object)
    listMenuWanted = Signal(object, QPoint)
    listNamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lists: list[ListItem] = []
        self._title = QLabel(self)
        self._title.setProperty("look", "title")
        inner = QWidget()
        self._inner = inner
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(10, 0, 10, 10)
        self._column.setSpacing(0)
        self._tags: list[SideItem] = []
        self._smart = {kind: DropItem(mark, "", inner) for kind, mark in _SMART.items()}
        for kind, item in self._smart.items():
            item.clicked.connect(lambda _checked=False, view=kind: self.chosen.emit(view, ""))
            item.dropped.connect(lambda uids, view=kind: self.dropped.emit(view, "", uids))
            item.setAcceptDrops(kind in _TAKING)
            self._column.addWidget(item)
        self._column.addWidget(self._heading(inner))
        self._new = QLineEdit(inner)
        self._new.setMaxLength(100)
        self._new.hide()
        self._new.returnPressed.connect(self._name_list)
        self._new.installEventFilter(self)
        self._column.addWidget(self._new)
        self._tags_title = QLabel(inner)
        self._tags_title.setProperty("look", "smallStrong")
        self._tags_title.setContentsMargins(10, 14, 0, 6)
        self._column.addWidget(self._tags_title)
        self._column.addStretch()
        area = scrolled(inner, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 10, 0)
        head.addWidget(self._title)
        self._title.setFixedHeight(theme().fixed("paneHeader"))
        column.addLayout(head)
        column.addWidget(area, 1)
        self.setFixedWidth(216)
        self.retranslate()

    def _heading(self, parent: QWidget) -> QWidget:
        heading = QWidget(parent)
        self._lists_title = QLabel(heading)
        self._lists_title.setProperty("look", "smallStrong")
        self._add = QToolButton(heading)
        self._add.setProperty("look", "icon")
        self._add.clicked.connect(self.ask_name)
        row = QHBoxLayout(heading)
        row.setContentsMargins(10, 10, 0, 2)
        row.addWidget(self._lists_title, 1)
        row.addWidget(self._add)
        return heading

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._title.setText(self.tr("Tasks"))
        self._lists_title.setText(self.tr("Lists"))
        self._tags_title.setText(self.tr("Tags"))
        self._add.setIcon(icon("plus", "text.secondary", 14))
        self._add.setToolTip(self.tr("New list"))
        self._add.setAccessibleName(self.tr("New list"))
        self._new.setPlaceholderText(self.tr("Name of the list"))
        self._new.setAccessibleName(self.tr("Name of the new list"))
        for kind, item in self._smart.items():
            item.name(words.view_title(kind))

    def show_board(self, board: Board, now: datetime, view: ViewKind, uid: str) -> None:
        """Counts, and the lists and tags there are; the current view is marked."""
        counts = smart_counts(board, now)
        for kind, item in self._smart.items():
            late = kind is ViewKind.OVERDUE and counts[kind]
            item.name(words.view_title(kind), counts.get(kind), "danger.text" if late else "text.tertiary")
            item.setChecked(view is kind)
        open_ones = [entry.task for entry in board.entries if not entry.task.done]
        lists = tree(board.lists)
        _fit(self._lists, len(lists), lambda: self._add_list(lists[len(self._lists)][0]))
        for list_item, (task_list, depth) in zip(self._lists, lists, strict=True):
            inside = sum(task.list_uid == task_list.uid and not task.someday for task in open_ones)
            list_item.show_list(task_list, depth, inside)
            list_item.setChecked(view is ViewKind.LIST and uid == task_list.uid)
        self._tags_title.setVisible(bool(board.tags))
        _fit(self._tags, len(board.tags), self._add_tag)
        for tag_item, tag in zip(self._tags, board.tags, strict=True):
            tag_item.name(tag, sum(tag in task.tags for task in board.tasks() if not task.done))
            tag_item.setChecked(view is ViewKind.TAG and uid == tag)

    def _add_list(self, task_list: TaskList) -> ListItem:
        item = ListItem(task_list, self._inner)
        item.clicked.connect(lambda: self.chosen.emit(ViewKind.LIST, item.task_list.uid))
        item.dropped.connect(lambda uids: self.dropped.emit(ViewKind.LIST, item.task_list.uid, uids))
        item.menuWanted.connect(self.listMenuWanted)
        self._column.insertWidget(self._column.indexOf(self._new), item)
        item.show()
        return item

    def _add_tag(self) -> SideItem:
        item = SideItem("hash", "", self._inner)
        item.clicked.connect(lambda: self.chosen.emit(ViewKind.TAG, item.text()))
        self._column.insertWidget(self._column.count() - 1, item)
        item.show()
        return item

    # ------------------------------------------------------------------------------------------ a new list

    def ask_name(self) -> None:
        """Opens the line for a new list's name."""
        self._new.clear()
        self._new.show()
        self._new.setFocus()

    def _name_list(self) -> None:
        name = self._new.text().strip()
        self._new.hide()
        if name:
            self.listNamed.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc, or going elsewhere, leaves no list behind."""
        if watched is not self._new:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._new.hide()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._new.hide()
            self._add.setFocus()
            return True
        return False


def _fit(items: list[_Item], count: int, add: Callable[[], _Item]) -> None:
    """Makes as many lines as there are things to show."""
    while len(items) > count:
        gone = items.pop()
        gone.hide()
        gone.deleteLater()
    while len(items) < count:
        items.append(add())
