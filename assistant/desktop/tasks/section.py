"""Tasks at full width: the views at the left, the rows in the middle, one task in full at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.commands import RowCommands
from assistant.desktop.tasks.delegate import SECTION
from assistant.desktop.tasks.detail import TaskDetail
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.feed import TaskFeed
from assistant.desktop.tasks.groups import (
    Group,
    ViewKind,
    done_groups,
    list_groups,
    overdue_groups,
    reminder_groups,
    today_groups,
    upcoming_groups,
)
from assistant.desktop.tasks.quick_add import Adding
from assistant.desktop.tasks.row_list import RowList
from assistant.desktop.tasks.rows import Row, RowKind, Style, empty_row, new_row, rows_of
from assistant.desktop.tasks.sidebar import TaskSidebar
from assistant.desktop.theme import theme
from assistant.domain.items import Colour
from assistant.domain.task import INBOX, TaskList

_DETAIL_WIDTH = 396
_MIDDLE_LEAST = 360
_SIDEBAR_FROM = 640
_FOLDED_AT_FIRST = frozenset({"heading:done:", "heading:history:"})


class TasksSection(QWidget):
    """The rail's Tasks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = Board(children={})
        self._view, self._list_uid = ViewKind.TODAY, ""
        self._folded = _FOLDED_AT_FIRST
        self._wanted = ""
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = TaskActions(desk, self)
        self.sidebar = TaskSidebar(self)
        self.list = RowList(SECTION, edit_on_click=False, parent=self)
        self.detail = TaskDetail(desk, self._actions, self)
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
        self.sidebar.listMenuWanted.connect(lambda task_list, place: self.list_menu(task_list).exec(place))
        self.sidebar.listNamed.connect(self._new_list)
        self.list.chosen.connect(self._row_chosen)
        self.list.opened.connect(self._row_opened)
        self.list.folded.connect(self._fold)
        self.list.escaped.connect(self.close_detail)
        self.detail.closeWanted.connect(self.close_detail)
        self._feed.loaded.connect(self._show_board)
        self._overdue.clicked.connect(self._move_overdue)
        self._views.clicked.connect(lambda: self._views_menu().exec(self._below(self._views)))
        self._more.clicked.connect(lambda: self._more_menu().exec(self._below(self._more)))
        self._desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    def _below(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height()))

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

    def _groups(self) -> tuple[Group, ...]:
        now, entries = self._desk.now(), self._board.entries
        if self._view is ViewKind.LIST:
            return list_groups(entries, self._list_uid)
        if self._view is ViewKind.REMINDERS:
            return reminder_groups(self._board.reminders)
        return {
            ViewKind.TODAY: today_groups,
            ViewKind.UPCOMING: upcoming_groups,
            ViewKind.OVERDUE: overdue_groups,
            ViewKind.DONE: done_groups,
        }[self._view](entries, now)

    def _show_rows(self) -> None:
        now, wording = self._desk.now(), self._desk.wording
        style = Style(now, wording, list_names=self._view is not ViewKind.LIST)
        rows: list[Row] = []
        adds = self._view in (ViewKind.TODAY, ViewKind.LIST)
        for group in self._groups():
            closing = group.kind in ("done", "done_today")
            if closing and adds:
                rows.append(new_row())
                adds = False
            headings = self._view is not ViewKind.OVERDUE
            rows += rows_of((group,), style, folded=self._folded, headings=headings)
        if not any(row.kind in (RowKind.TASK, RowKind.REMINDER) and not row.done for row in rows):
            rows = [*self._empty(rows), *rows]
        if adds:
            rows.append(new_row())
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

    def _empty(self, rows: list[Row]) -> list[Row]:
        if self._view is ViewKind.DONE and rows:
            return []
        text = {
            ViewKind.TODAY: self.tr("All done for today."),
            ViewKind.LIST: self.tr("No tasks here yet. Type below to add one."),
            ViewKind.UPCOMING: self.tr("Nothing is due in the coming days."),
            ViewKind.OVERDUE: self.tr("Nothing is overdue."),
            ViewKind.REMINDERS: self.tr("No reminders ahead."),
            ViewKind.DONE: self.tr("Nothing is done yet."),
        }[self._view]
        return [empty_row(text)]

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

    def _new_list(self, name: str) -> None:
        self._actions.new_list(name, self._board.lists, lambda made: self.show_view(ViewKind.LIST, made.uid))

    def _views_menu(self) -> QMenu:
        """The views, where there is no room for the side bar."""
        menu = QMenu(self)
        for kind in (ViewKind.TODAY, ViewKind.UPCOMING, ViewKind.OVERDUE, ViewKind.REMINDERS, ViewKind.DONE):
            menus.add_line(menu, words.view_title(kind), partial(self.show_view, kind))
        menu.addSeparator()
        for one in self._board.lists:
            show = partial(self.show_view, ViewKind.LIST, one.uid)
            menus.add_line(menu, words.list_name(one), show, menus.list_icon(one))
        return menu

    def _more_menu(self) -> QMenu:
        task_list = self._current_list()
        menu = self.list_menu(task_list) if task_list is not None and task_list.uid != INBOX else QMenu(self)
        before = menu.actions()[0] if menu.actions() else None
        new = menu.addAction(icon("plus"), self.tr("New task"), lambda: self.list.edit_row("new"))
        if before is not None:
            menu.removeAction(new)
            menu.insertAction(before, new)
        return menu

    def list_menu(self, task_list: TaskList) -> QMenu:
        """What can be done to a list of the person's own."""
        menu = QMenu(self)
        menu.addAction(icon("pencil"), self.tr("Rename…"), lambda: self._rename_list(task_list))
        colours = QMenu(self.tr("Colour"), menu)
        colours.setIcon(menus.list_icon(task_list))
        for colour in Colour:
            save = partial(self._actions.save_list, replace(task_list, colour=colour))
            menus.add_line(colours, words.colour_name(colour), save, menus.dot_icon(f"calendar.{colour}.bar"))
        menu.addMenu(colours)
        menu.addSeparator()
        menu.addAction(icon("trash-2"), self.tr("Delete the list"), lambda: self._actions.remove_list(task_list))
        return menu

    def _rename_list(self, task_list: TaskList) -> None:
        name, taken = QInputDialog.getText(self, self.tr("Rename the list"), self.tr("Name"), text=task_list.name)
        if taken and name.strip():
            self._actions.save_list(replace(task_list, name=name))
