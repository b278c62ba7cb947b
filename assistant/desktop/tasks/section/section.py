"""Tasks at full width: the views at the left, the rows in the middle, one task in full at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.sections.frame import SectionFrame, below
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.commands import RowCommands
from assistant.desktop.tasks.detail.task import TaskDetail
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.feed import TaskFeed
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.tasks.rows.texts import Row, RowKind
from assistant.desktop.tasks.section.body import SectionBody
from assistant.desktop.tasks.section.bulk_bar import BulkCommands
from assistant.desktop.tasks.section.list_menus import ListMenus
from assistant.desktop.tasks.section.shown import Shown
from assistant.desktop.tasks.section.side_drops import SideDrops
from assistant.desktop.tasks.section.sidebar import TaskSidebar
from assistant.desktop.tasks.section.view_rows import Place
from assistant.desktop.theme import theme

if TYPE_CHECKING:
    from assistant.desktop.reminders import ReminderOverview


class TasksSection(SectionFrame):
    """The rail's Tasks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = ""
        self._overview: ReminderOverview | None = None
        self._actions = TaskActions(desk, self)
        self.sidebar = TaskSidebar(self)
        self.body = SectionBody(desk, self)
        self.list = self.body.list
        self.detail = TaskDetail(desk, self._actions, self)
        self.hold(self.sidebar, self.body, self.detail)
        self.lists = ListMenus(desk, self, self.show_view)
        self.shown = Shown(desk, self.sidebar, self.body, self)
        self._commands = RowCommands(desk, self._actions, self.list, self)
        self._commands.adding = self.shown.adding
        self._commands.partsShown.connect(lambda uid: self.shown.show_parts(uid, shown=True))
        self.bulk = BulkCommands(self.body.bulk, self.list, self._commands, self._actions)
        self.drops = SideDrops(desk, self.sidebar, self.shown, self._actions)
        self._feed = TaskFeed(desk, self)
        self._join()
        self.retranslate()

    def _join(self) -> None:
        head = self.body.head
        self.sidebar.chosen.connect(lambda view, uid: self.show_view(ViewKind(view), uid))
        self.sidebar.listMenuWanted.connect(lambda task_list, place: self.lists.menu_of(task_list).exec(place))
        self.sidebar.listNamed.connect(lambda name: self.lists.add(name))
        self.list.chosen.connect(self._row_chosen)
        self.list.opened.connect(self._row_opened)
        self.list.escaped.connect(self.close_detail)
        self.detail.closeWanted.connect(self.close_detail)
        self._feed.loaded.connect(self._show_board)
        self.shown.viewed.connect(lambda view: self.show_instead(self.overview if view == ViewKind.REMINDERS else None))
        head.overdueWanted.connect(lambda: self._actions.postpone(self.shown.overdue(), self._desk.now().date()))
        head.viewsWanted.connect(lambda: self.lists.views(self.shown.board.tags).exec(below(head.views)))
        head.moreWanted.connect(
            lambda: self.lists.more(self.shown.place.task_list(self.shown.board), self.list.edit_new).exec(
                below(head.more)
            )
        )
        self._desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    # ------------------------------------------------------------------------------------------ what is shown

    def retranslate(self) -> None:
        """Sets every word anew."""
        self.sidebar.retranslate()
        self.detail.retranslate()
        self.shown.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while nobody looked."""
        super().showEvent(event)
        self._feed.refresh()
        self.arrange()
        QTimer.singleShot(0, self, self._focus_rows)

    def _focus_rows(self) -> None:
        """Whoever comes here from another section wants the tasks, not the first line of the side bar."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus() and self.sidebar.isAncestorOf(focus) and self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.MouseFocusReason)

    def arrange(self) -> None:
        """The button that stands for the side bar comes and goes with it."""
        super().arrange()
        self.body.head.views.setVisible(not self.has_sidebar())
        if self._overview is not None:
            self._overview.show_views_button(shown=not self.has_sidebar())

    @property
    def overview(self) -> ReminderOverview:
        """All reminders; made when first shown."""
        if self._overview is None:
            from assistant.desktop.reminders import ReminderOverview

            self._overview = ReminderOverview(self._desk, self)
            self._overview.viewsWanted.connect(lambda place: self.lists.views(self.shown.board.tags).exec(place))
        return self._overview

    def show_view(self, view: ViewKind, uid: str = "") -> None:
        """Chooses a smart list, (LIST) one of the person's own, or (TAG) what has a tag."""
        place = Place(view, uid)
        if place != self.shown.place:
            self.close_detail()
            self.list.clearSelection()
        self.shown.go(place)

    def open_item(self, kind: str, uid: str) -> None:
        """Shows a task with its details, or a reminder in its list; an empty uid only the list."""
        if kind == "reminder":
            self.show_view(ViewKind.REMINDERS)
            self.overview.choose(uid)
            return
        self._wanted = uid
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Once the board is there: the view that holds the wanted task, and its details."""
        uid, board = self._wanted, self.shown.board
        if not uid:
            return
        entry = board.entry(board.parent_of(uid)) or board.entry(uid)
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
        self._commands.show_board(board)
        self.lists.show_lists(board.lists)
        self.shown.show_board(board)
        if self.detail.uid and not self.detail.isHidden():
            entry = board.entry(self.detail.uid)
            if entry is None:
                self.close_detail()
            else:
                self.detail.show_task(entry, board)
        self._go_to_wanted()

    # ------------------------------------------------------------------------------------------ details

    def _row_chosen(self, row: Row | None) -> None:
        if row is not None and row.kind is RowKind.TASK and self.room_for_detail():
            self._show_detail(row.key)

    def _row_opened(self, row: Row) -> None:
        if row.kind is RowKind.TASK:
            self._show_detail(row.key)

    def _show_detail(self, uid: str) -> None:
        entry = self.shown.board.entry(uid)
        if entry is not None:
            self.detail.show_task(entry, self.shown.board)
            self.detail.show()
            self.arrange()

    def close_detail(self) -> None:
        """Stores what was typed and gives the room back to the rows."""
        if self.detail.isHidden():
            return
        self.detail.commit()
        self.put_away(self.list)
