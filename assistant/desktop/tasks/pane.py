"""The narrow pane beside the calendar: what is due, from overdue to undated."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.commands import RowCommands
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.feed import TaskFeed
from assistant.desktop.tasks.rows.groups import GroupKind, home_groups
from assistant.desktop.tasks.rows.list import RowList
from assistant.desktop.tasks.rows.paint import PANE
from assistant.desktop.tasks.rows.texts import Row, Style, empty_row, new_row, rows_of
from assistant.desktop.theme import theme

_MINUTE_MS = 60_000


class TasksPane(QWidget):
    """Groups by nearness, checks in place, and a line for a new task at the end."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = Board(children={})
        self._day: date | None = None
        self.setProperty("look", "pane")
        self.setProperty("tone", "last")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(self)
        self._title.setProperty("look", "title")
        self._add = _icon_button(self)
        self._more = _icon_button(self)
        self.list = RowList(PANE, edit_on_click=True, parent=self)
        self._actions = TaskActions(desk, self)
        self._commands = RowCommands(desk, self._actions, self.list, self)
        self._feed = TaskFeed(desk, self)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._build()
        self._join()
        self.retranslate()

    def _build(self) -> None:
        head = QWidget(self)
        head.setFixedHeight(theme().fixed("paneHeader"))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme().space(4), 0, theme().space(3), 0)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        row.addWidget(self._add)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        body = QHBoxLayout()
        body.setContentsMargins(theme().space(2), 0, theme().space(2), 0)
        body.addWidget(self.list)
        column.addLayout(body, 1)
        self._head = head

    def _join(self) -> None:
        self._add.clicked.connect(self.new_task)
        self._more.clicked.connect(self._show_menu)
        self._feed.loaded.connect(self._show_board)
        self._minute.timeout.connect(self._next_minute)
        self.list.opened.connect(self._open)
        self._desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    # ------------------------------------------------------------------------------------------ what is shown

    def new_task(self) -> None:
        """Opens the line for a new task."""
        self.list.edit_row("new")

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._title.setText(self.tr("Tasks"))
        self._add.setIcon(icon("plus"))
        self._more.setIcon(icon("ellipsis"))
        for button, words in ((self._add, self.tr("New task")), (self._more, self.tr("More about tasks"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._add.setToolTip(self.tr("New task (N)"))
        self.list.setAccessibleName(self.tr("Tasks"))
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while nobody looked."""
        super().showEvent(event)
        self._feed.refresh()
        self._minute.start()

    def _show_board(self, board: Board) -> None:
        self._board = board
        self._commands.show_board(board)
        self._show_rows()

    def _show_rows(self) -> None:
        now = self._desk.now()
        self._day = now.date()
        groups = home_groups(self._board.asking, now, self._week_ends_on())
        rows = rows_of(groups, Style(now, self._desk.wording, terse=True))
        if not any(row.entry is not None and not row.done for row in rows):
            rows.append(empty_row(self.tr("All done for today.")))
        rows.append(new_row())
        self.list.set_rows(rows)

    def _week_ends_on(self) -> date:
        """The last day of this week, by the first day that the person chose."""
        today = self._desk.now().date()
        first = self._desk.assistant.week_start
        return today + timedelta(days=6 - (today.weekday() - first) % 7)

    def _next_minute(self) -> None:
        """After midnight the groups are others."""
        if not self.isVisible():
            self._minute.stop()
        elif self._desk.now().date() != self._day:
            self._show_rows()

    # ------------------------------------------------------------------------------------------ commands

    def _open(self, row: Row) -> None:
        self._desk.open_item("task", row.key)

    def _overdue(self) -> tuple[str, ...]:
        groups = home_groups(self._board.asking, self._desk.now(), self._week_ends_on())
        return tuple(e.task.uid for group in groups if group.kind is GroupKind.OVERDUE for e in group.entries)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(icon("plus"), self.tr("New task"), self.new_task)
        overdue = self._overdue()
        move = menu.addAction(
            icon("arrow-right"),
            self.tr("Move overdue to today"),
            lambda: self._actions.postpone(overdue, self._desk.now().date()),
        )
        move.setEnabled(bool(overdue))
        menu.addAction(icon("list-checks"), self.tr("Open all tasks"), lambda: self._desk.open_item("task", ""))
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _icon_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("look", "icon")
    return button
