"""Tasks at full width: the views at the left, the rows in the middle, one task in full at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.tasks import words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.commands import RowCommands
from assistant.desktop.tasks.detail import TaskDetail
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.feed import TaskFeed
from assistant.desktop.tasks.groups import ViewKind, overdue_groups
from assistant.desktop.tasks.list_menus import ListMenus
from assistant.desktop.tasks.quick_add import Adding
from assistant.desktop.tasks.row_list import RowList
from assistant.desktop.tasks.row_paint import SECTION
from assistant.desktop.tasks.rows import Row, RowKind, Style
from assistant.desktop.tasks.sidebar import TaskSidebar
from assistant.desktop.tasks.view_rows import FOLDED_AT_FIRST, view_rows
from assistant.desktop.theme import theme
from assistant.domain.task import INBOX, TaskList

_DETAIL_WIDTH = 396
_MIDDLE_LEAST = 360
_SIDEBAR_FROM = 640


class TasksSection(QWidget):
    """The rail's Tasks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = Board(children={})
        self._view, self._list_uid = ViewKind.TODAY, ""
        self._folded = FOLDED_AT_FIRST
        self._wanted = ""
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = TaskActions(desk, self)
        self.sidebar = TaskSidebar(self)
        self.list = RowList(SECTION, edit_on_click=False, parent=self)
        self.detail = TaskDetail(desk, self._actions, self)
        self.lists = ListMenus(desk, self, self.show_view)
        self._commands = RowCommands(desk, self._actions, self.list, self)
        self._commands.adding = self._adding
        self._feed = TaskFeed(desk, self)
        self._title = ElidedLabel("", self)
        self._title.setProperty("look", "title")
        self._day = QLabel(self)
        self._day.setProperty("look", "small")
        self._day.setProperty("tone", "tertiary")
        self._overdue = QPushButton(self)
        self._overdue.setProperty("look", "small")
        self._views = QToolButton(self)
        self._more = QToolButton(self)
        for button in (self._views, self._more):
            button.setProperty("look", "icon")
        self._build()
        self._join()
        self.detail.hide()
        self.retranslate()

    def _build(self) -> None:
        head = QWidget(self)
        head.setFixedHeight(theme().fixed("paneHeader"))
        bar = QHBoxLayout(head)
        bar.setContentsMargins(theme().space(5), 0, theme().space(5), 0)
        bar.setSpacing(theme().space(2))
        bar.addWidget(self._views)
        bar.addWidget(self._title)
        bar.addWidget(self._day)
        bar.addStretch(1)
        bar.addWidget(self._overdue)
        bar.addWidget(self._more)
        self._middle = QWidget(self)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        body = QHBoxLayout()
        body.setContentsMargins(14, 0, 14, theme().space(2))
        body.addWidget(self.list)
        column.addLayout(body, 1)
        self._edge = QFrame(self)
        self._edge.setProperty("look", "edge")
        self._edge.setFixedWidth(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addWidget(self._middle, 1)
        whole.addWidget(self._edge)
        whole.addWidget(self.detail)

    def _join(self) -> None:
        self.sidebar.chosen.connect(lambda view, uid: self.show_view(ViewKind(view), uid))
        self.sidebar.listMenuWanted.connect(lambda task_list, place: self.lists.menu_of(task_list).exec(place))
        self.sidebar.listNamed.connect(lambda name: self.lists.add(name, self._board.lists))
        self.list.chosen.connect(self._row_chosen)
        self.list.opened.connect(self._row_opened)
        self.list.folded.connect(self._fold)
        self.list.escaped.connect(self.close_detail)
        self.detail.closeWanted.connect(self.close_detail)
        self._feed.loaded.connect(self._show_board)
        self._overdue.clicked.connect(self._move_overdue)
        self._views.clicked.connect(lambda: self.lists.views(self._board.lists).exec(_below(self._views)))
        self._more.clicked.connect(self._show_more)
        self._desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    def _show_more(self) -> None:
        menu = self.lists.more(self._current_list(), lambda: self.list.edit_row("new"))
        menu.exec(_below(self._more))

    # ------------------------------------------------------------------------------------------ what is shown

    def retranslate(self) -> None:
        """Sets every word anew."""
        self.sidebar.retranslate()
        self.detail.retranslate()
        self._overdue.setText(self.tr("Move overdue to today"))
        self._overdue.setIcon(icon("arrow-right", "text.primary", 13))
        self._views.setIcon(icon("menu"))
        self._views.setToolTip(self.tr("Lists"))
        self._views.setAccessibleName(self.tr("Lists"))
        self._more.setIcon(icon("ellipsis"))
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More about this list"))
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
        self._arrange()

    def show_view(self, view: ViewKind, list_uid: str = "") -> None:
        """Chooses a smart list or (LIST) one of the person's own."""
        if (view, list_uid) != (self._view, self._list_uid):
            self.close_detail()
            self.list.clearSelection()
        self._view, self._list_uid = view, list_uid
        self._show_rows()

    def open_item(self, kind: str, uid: str) -> None:
        """Shows a task with its details, or a reminder in its list; an empty uid only the list."""
        if kind == "reminder":
            self.show_view(ViewKind.REMINDERS)
        self._wanted = uid
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Once the board is there: the view that holds the wanted task, and its details."""
        if not self._wanted:
            return
        uid = self._wanted
        entry = self._board.entry(uid)
        if entry is None:
            parent = next((p for p, found in self._board.children.items() if any(t.uid == uid for t in found)), "")
            entry = self._board.entry(parent)
        if self.list.choose(uid):
            self._wanted = ""
            self._show_detail(uid)
        elif entry is not None:
            self._wanted = ""
            if not self.list.choose(entry.task.uid):
                done_view = entry.task.done
                self.show_view(ViewKind.DONE if done_view else ViewKind.LIST, "" if done_view else entry.task.list_uid)
                self.list.choose(entry.task.uid)
            self._show_detail(entry.task.uid)

    def _show_board(self, board: Board) -> None:
        self._board = self._commands.board = board
        if self._view is ViewKind.LIST and all(one.uid != self._list_uid for one in board.lists):
            self._view, self._list_uid = ViewKind.TODAY, ""
        self._show_rows()
        if self.detail.uid and not self.detail.isHidden():
            entry = board.entry(self.detail.uid)
            if entry is None:
                self.close_detail()
            else:
                self.detail.show_task(entry, board)
        self._go_to_wanted()

    def _current_list(self) -> TaskList | None:
        return next((one for one in self._board.lists if one.uid == self._list_uid), None)

    def _show_rows(self) -> None:
        now, wording = self._desk.now(), self._desk.wording
        style = Style(now, wording, list_names=self._view is not ViewKind.LIST)
        rows = view_rows(self._view, self._list_uid, self._board, style, self._folded)
        self.list.set_rows(rows)
        task_list = self._current_list()
        title = words.list_name(task_list) if task_list is not None else words.view_title(self._view)
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self._day.setText(wording.short_day(now.date(), now.date()) if self._view is ViewKind.TODAY else "")
        late = self._view in (ViewKind.TODAY, ViewKind.OVERDUE) and bool(overdue_groups(self._board.entries, now))
        self._overdue.setVisible(late)
        self._more.setVisible(self._view in (ViewKind.TODAY, ViewKind.LIST))
        self.sidebar.show_board(self._board, now, self._view, self._list_uid)

    def _fold(self, key: str) -> None:
        self._folded = self._folded ^ {key}
        self._show_rows()

    # ------------------------------------------------------------------------------------------ details

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all three, the details cover the rows."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        side = self.width() >= _SIDEBAR_FROM
        self.sidebar.setVisible(side)
        self._views.setVisible(not side)
        rest = self.width() - (self.sidebar.width() if side else 0)
        beside = rest >= _DETAIL_WIDTH + _MIDDLE_LEAST
        shown = not self.detail.isHidden()
        self._edge.setVisible(shown and beside)
        self._middle.setVisible(beside or not shown)
        if beside:
            self.detail.setFixedWidth(_DETAIL_WIDTH)
        else:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)

    def _row_chosen(self, row: Row | None) -> None:
        if row is not None and row.kind is RowKind.TASK and self._room_for_detail():
            self._show_detail(row.key)

    def _room_for_detail(self) -> bool:
        side = self.sidebar.width() if self.width() >= _SIDEBAR_FROM else 0
        return self.width() - side >= _DETAIL_WIDTH + _MIDDLE_LEAST

    def _row_opened(self, row: Row) -> None:
        if row.kind is RowKind.TASK:
            self._show_detail(row.key)
        elif row.reminder is not None and row.reminder.item_uid is not None:
            self._desk.open_item(str(row.reminder.item_kind), row.reminder.item_uid, row.reminder.recurrence_id)

    def _show_detail(self, uid: str) -> None:
        entry = self._board.entry(uid)
        if entry is not None:
            self.detail.show_task(entry, self._board)
            self.detail.show()
            self._arrange()

    def close_detail(self) -> None:
        """Stores what was typed and gives the room back to the rows."""
        if self.detail.isHidden():
            return
        self.detail.commit()
        had_focus = self.detail.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.detail.hide()
        self._arrange()
        if had_focus:
            self.list.setFocus()

    # ------------------------------------------------------------------------------------------ commands

    def _adding(self) -> Adding:
        task_list = self._current_list()
        if task_list is not None:
            return Adding(list_uid=task_list.uid, list_name=task_list.name if task_list.uid != INBOX else "")
        return Adding(day=self._desk.now().date()) if self._view is ViewKind.TODAY else Adding()

    def _move_overdue(self) -> None:
        now = self._desk.now()
        uids = tuple(e.task.uid for group in overdue_groups(self._board.entries, now) for e in group.entries)
        self._actions.postpone(uids, now.date())


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))
