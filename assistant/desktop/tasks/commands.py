"""Joins a list of rows to what can be done to them: signals in, commands out, and the context menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.dock.when_editor import WhenEditor
from assistant.desktop.icons import icon
from assistant.desktop.popups.snooze import snooze_choices
from assistant.desktop.tasks import menus
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.quick_add import Adding
from assistant.desktop.tasks.reminder_actions import ReminderActions
from assistant.desktop.tasks.row_list import RowList
from assistant.desktop.tasks.rows import Row, RowKind
from assistant.domain.reminder import WAITING_STATES, ReminderState
from assistant.domain.task import Task


class RowCommands(QObject):
    """One for each list. `board` is what the list shows; `adding` says where a new line goes."""

    def __init__(self, desk: Desk, actions: TaskActions, rows: RowList, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._reminders = ReminderActions(desk, self)
        self._list = rows
        self._widget = parent
        self.board = Board(children={})
        self.adding: Callable[[], Adding] = Adding
        rows.checked.connect(self._complete)
        rows.unchecked.connect(lambda keys: actions.reopen(keys, failed=self._refused(keys)))
        rows.renamed.connect(self._rename)
        rows.added.connect(lambda text: actions.add(text, self.adding()))
        rows.deleted.connect(self._delete)
        rows.moved.connect(self._move)
        rows.menuWanted.connect(self.show_menu)

    def _tasks(self, keys: tuple[str, ...]) -> list[Task]:
        entries = (self.board.entry(key) for key in keys)
        return [entry.task for entry in entries if entry is not None]

    def _refused(self, keys: tuple[str, ...]) -> Callable[[AssistantError], None]:
        def failed(error: AssistantError) -> None:
            for key in keys:
                self._list.take_back(key)
            self._desk.error(error)

        return failed

    def _complete(self, keys: tuple[str, ...]) -> None:
        entry = self.board.entry(keys[0]) if len(keys) == 1 else None
        left = entry.subtasks - entry.done_subtasks if entry is not None else 0
        self._actions.complete(keys, open_subtasks=left, failed=self._refused(keys))

    def _rename(self, key: str, title: str) -> None:
        for task in self._tasks((key,)):
            self._actions.rename(task, title)

    def _delete(self, keys: tuple[str, ...]) -> None:
        known = tuple(task.uid for task in self._tasks(keys))
        if known:
            self._actions.delete(known)
        else:
            self._reminders.delete(keys)

    def _move(self, key: str, step: int) -> None:
        entry = self.board.entry(key)
        if entry is None:
            return
        inside = [e.task.uid for e in self.board.entries if e.task.list_uid == entry.task.list_uid and not e.task.done]
        if key in inside:
            self._actions.move(key, entry.task.list_uid, max(0, inside.index(key) + step))

    # ------------------------------------------------------------------------------------------ the menu

    def show_menu(self, place: QPoint) -> None:
        """The menu of the chosen rows."""
        rows = self._list.chosen_rows()
        if rows:
            self.menu_for(rows).exec(place)

    def menu_for(self, rows: list[Row]) -> QMenu:
        """What can be done to these rows."""
        menu = QMenu(self._widget)
        reminders = [row for row in rows if row.kind is RowKind.REMINDER]
        if reminders:
            self._fill_reminder_menu(menu, reminders)
        else:
            self._fill_task_menu(menu, tuple(row.key for row in rows if row.kind is RowKind.TASK))
        return menu

    def _fill_task_menu(self, menu: QMenu, keys: tuple[str, ...]) -> None:
        tasks = self._tasks(keys)
        if not tasks:
            return
        if all(task.done for task in tasks):
            menu.addAction(icon("undo-2"), self.tr("Mark as not done"), lambda: self._actions.reopen(keys))
        else:
            open_ones = tuple(task.uid for task in tasks if not task.done)
            menu.addAction(icon("check"), self.tr("Complete"), lambda: self._actions.complete(open_ones))
        if len(tasks) == 1:
            menu.addAction(icon("pencil"), self.tr("Edit title"), lambda: self._list.edit_row(keys[0]))
            menu.addAction(icon("list-checks"), self.tr("Details"), lambda: self._desk.open_item("task", keys[0]))
        menu.addSeparator()
        now, wording = self._desk.now(), self._desk.wording
        due = menus.due_menu(menu, now, wording, lambda day: self._set_due(tasks, day), lambda: self._pick_due(tasks))
        due.setIcon(icon("calendar"))
        menu.addMenu(due)
        same_list = tasks[0].list_uid if len(tasks) == 1 else None
        lists = menus.list_menu(menu, self.board.lists, lambda uid: self._actions.set_list(tasks, uid), same_list)
        lists.setIcon(icon("tag"))
        menu.addMenu(lists)
        same = tasks[0].priority if len(tasks) == 1 else None
        priority = menus.priority_menu(menu, lambda chosen: self._actions.set_priority(tasks, chosen), same)
        priority.setIcon(icon("flag"))
        menu.addMenu(priority)
        menu.addSeparator()
        menu.addAction(icon("trash-2"), self.tr("Delete"), lambda: self._actions.delete(keys))

    def _set_due(self, tasks: list[Task], day: date | None) -> None:
        """A day keeps the clock times that tasks have; no date takes all of it away."""
        if day is None:
            self._actions.set_due(tasks, None)
        else:
            self._actions.postpone(tuple(task.uid for task in tasks), day)

    def _pick_due(self, tasks: list[Task]) -> None:
        now = self._desk.now()
        first = tasks[0]
        start = first.due_at.astimezone(now.tzinfo) if first.due_at is not None else (first.due_on or now.date())
        zone = self._desk.assistant.clock.zone()
        editor = WhenEditor(self._widget, self._desk.wording, now, start, None, spans=False, zone=zone)
        picked: list[date | datetime] = []
        editor.changed.connect(lambda begin, _end: picked.append(begin))
        editor.closed.connect(
            lambda cancelled: self._actions.set_due(tasks, picked[-1]) if picked and not cancelled else None
        )
        editor.open_beside(self._list.row_rect(first.uid))
        editor.begin()

    def _fill_reminder_menu(self, menu: QMenu, rows: list[Row]) -> None:
        reminders = [row.reminder for row in rows if row.reminder is not None]
        open_ones = [one for one in reminders if one.state is not ReminderState.ACKNOWLEDGED]
        waiting = [one for one in open_ones if one.state in WAITING_STATES]
        if open_ones and len(waiting) < len(open_ones):
            menu.addAction(
                icon("check"), self.tr("Done"), lambda: self._reminders.answer([one.uid for one in open_ones])
            )
        if len(rows) == 1 and open_ones:
            later = QMenu(self.tr("Snooze"), menu)
            later.setIcon(icon("alarm-clock"))
            for choice in snooze_choices(self._desk.now(), self._desk.assistant.settings, self._desk.wording):
                menus.add_line(later, choice.label, partial(self._reminders.snooze, open_ones[0].uid, choice.until))
            menu.addMenu(later)
        if len(rows) == 1 and reminders[0].item_uid is not None:
            one = reminders[0]
            kind = str(one.item_kind)
            menu.addAction(
                icon("external-link"),
                self.tr("Show event") if kind == "event" else self.tr("Show task"),
                lambda: self._desk.open_item(kind, one.item_uid or "", one.recurrence_id),
            )
        menu.addSeparator()
        uids = tuple(one.uid for one in reminders)
        menu.addAction(icon("trash-2"), self.tr("Delete"), lambda: self._reminders.delete(uids))
