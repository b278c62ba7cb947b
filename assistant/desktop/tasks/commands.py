"""Joins a list of rows to what can be done to them: signals in, commands out, and the context menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.menus import add_line
from assistant.desktop.tasks.quick_add import Adding
from assistant.desktop.tasks.quick_chips import QuickChips
from assistant.desktop.tasks.rows.drag import Spot
from assistant.desktop.tasks.rows.list import RowList
from assistant.desktop.tasks.rows.texts import Row, RowKind
from assistant.desktop.tasks.task_menu import TaskMenus
from assistant.domain.task import Task


class RowCommands(QObject):
    """One for each list. `adding` says where a new line goes.

    Signals:
        partsShown(str): the subtasks of a task are to be seen, for there is one more.
    """

    partsShown = Signal(str)

    def __init__(self, desk: Desk, actions: TaskActions, rows: RowList, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._list = rows
        self._widget = parent
        self._board = Board(children={})
        self.menus = TaskMenus(desk, actions, parent, self._chosen_rect)
        self.adding: Callable[[], Adding] = Adding
        self._chips = QuickChips(desk, rows.viewport())
        rows.newLineOpened.connect(lambda editor: self._chips.follow(editor, self.adding()))
        rows.checked.connect(self._complete)
        rows.unchecked.connect(lambda keys: actions.reopen(keys, failed=self._refused(keys)))
        rows.renamed.connect(self._rename)
        rows.added.connect(lambda text: actions.add(text, self.adding()))
        rows.deleted.connect(self._delete)
        rows.moved.connect(self._move)
        rows.placed.connect(self._place)
        rows.nested.connect(self._nest)
        rows.menuWanted.connect(self.show_menu)
        rows.partWanted.connect(self.show_part)

    def show_board(self, board: Board) -> None:
        """What the list shows from now on."""
        self._board = self.menus.board = self._chips.board = board

    def chosen_tasks(self) -> list[Task]:
        """The tasks of the chosen rows."""
        return self._tasks(tuple(row.key for row in self._list.chosen_rows() if row.kind is RowKind.TASK))

    def _chosen_rect(self) -> QRect:
        row = self._list.current_row()
        return self._list.row_rect(row.key if row is not None else "")

    def _tasks(self, keys: tuple[str, ...]) -> list[Task]:
        entries = (self._board.entry(key) for key in keys)
        return [entry.task for entry in entries if entry is not None]

    def _refused(self, keys: tuple[str, ...]) -> Callable[[AssistantError], None]:
        def failed(error: AssistantError) -> None:
            for key in keys:
                self._list.take_back(key)
            self._desk.error(error)

        return failed

    def _complete(self, keys: tuple[str, ...]) -> None:
        entry = self._board.entry(keys[0]) if len(keys) == 1 else None
        left = entry.subtasks - entry.done_subtasks if entry is not None else 0
        self._actions.complete(keys, open_subtasks=left, failed=self._refused(keys))

    def _rename(self, key: str, title: str) -> None:
        for task in self._tasks((key,)):
            self._actions.fields.rename(task, title)

    def _delete(self, keys: tuple[str, ...]) -> None:
        known = tuple(task.uid for task in self._tasks(keys))
        if known:
            self._actions.delete(known)

    def _move(self, key: str, step: int) -> None:
        """One place up or down, as the list shows them."""
        keys = [row.key for row in self._list.rows if row.kind is RowKind.TASK and not row.done]
        (task, *_) = self._tasks((key,)) or (None,)
        if task is None or key not in keys:
            return
        among = [one for one in self._tasks(tuple(keys)) if one.list_uid == task.list_uid and not one.someday]
        beside = [one.uid for one in among if one.parent_uid == task.parent_uid]
        at = beside.index(key) + step if key in beside else -1
        if 0 <= at < len(beside):
            after = beside[at + 1] if step > 0 and at + 1 < len(beside) else None
            before = beside[at] if step < 0 else after
            self._actions.place((key,), task.list_uid, before, parent_uid=task.parent_uid)

    def _place(self, keys: tuple[str, ...], spot: Spot) -> None:
        """Rows were dropped between two others, or onto one; they go into the list that these are in."""
        beside = self._tasks((spot.beside,))
        if beside and self._may_be_parts(keys if spot.parent else ()):
            self._actions.place(keys, beside[0].list_uid, spot.before or None, parent_uid=spot.parent or None)
            self._show_parts(spot.parent)

    def _nest(self, key: str, step: int) -> None:
        """A task becomes a part of the one above it in its list, or (step below 0) a task of its own after its task."""
        (task, *_) = self._tasks((key,)) or (None,)
        if task is None or not self._list.nests:
            return
        if step < 0:
            self.lift(task)
            return
        above = self._above(task)
        if above is not None and self._may_be_parts((key,)):
            self._actions.place((key,), task.list_uid, parent_uid=above.uid)
            self._show_parts(above.uid)

    def _above(self, task: Task) -> Task | None:
        """The open task above one that is no part, in its list."""
        rows = [row for row in self._list.rows if row.kind is RowKind.TASK and not row.done and not row.depth]
        keys = [row.key for row in rows]
        at = keys.index(task.uid) - 1 if task.uid in keys else -1
        above = self._board.entry(keys[at]) if at >= 0 else None
        return above.task if above is not None and above.task.list_uid == task.list_uid else None

    def lift(self, task: Task) -> None:
        """A subtask becomes a task of its own, after the one that it was a part of."""
        if task.parent_uid is None:
            return
        beside = [one.task for one in self._board.entries if one.task.list_uid == task.list_uid and not one.task.done]
        uids = [one.uid for one in beside]
        at = uids.index(task.parent_uid) + 1 if task.parent_uid in uids else len(uids)
        self._actions.place((task.uid,), task.list_uid, uids[at] if at < len(uids) else None)

    def _may_be_parts(self, keys: tuple[str, ...]) -> bool:
        """A list shows one level of parts: what has some of its own stays where it is, and that is said."""
        entries = [entry for key in keys if (entry := self._board.entry(key)) is not None]
        whole = next((entry for entry in entries if entry.subtasks), None)
        if whole is not None:
            told = self.tr("“{title}” has subtasks itself and cannot be one.").format(title=whole.task.title)
            self._desk.toast(told)
        return whole is None

    def _show_parts(self, uid: str) -> None:
        if uid:
            self.partsShown.emit(uid)

    # ------------------------------------------------------------------------------------------ the menu

    def show_menu(self, place: QPoint) -> None:
        """The menu of the chosen rows."""
        rows = self._list.chosen_rows()
        if rows:
            self.menu_for(rows).exec(place)

    def show_part(self, name: str) -> None:
        """One part of the menu, for the chosen tasks, asked for by its key."""
        tasks = self.chosen_tasks()
        if tasks:
            rect = self._chosen_rect()
            self.menus.part(name, tasks, self._widget).exec(rect.bottomLeft() + QPoint(rect.height(), 0))

    def menu_for(self, rows: list[Row]) -> QMenu:
        """What can be done to these rows."""
        menu = QMenu(self._widget)
        tasks = self._tasks(tuple(row.key for row in rows if row.kind is RowKind.TASK))
        if tasks:
            self.menus.fill(menu, tasks, partial(self._list.edit_row, tasks[0].uid), self._add_nesting)
        return menu

    def _add_nesting(self, menu: QMenu, task: Task) -> None:
        """What Alt and the arrows do."""
        if not self._list.nests or task.done:
            return
        inside, outside = partial(self._nest, task.uid, 1), partial(self._nest, task.uid, -1)
        if task.parent_uid is None:
            line = add_line(menu, self.tr("Make it a subtask of the one above"), inside, icon("arrow-right"))
            line.setEnabled(self._above(task) is not None)
        else:
            add_line(menu, self.tr("Make it a task of its own"), outside, icon("arrow-right"))
