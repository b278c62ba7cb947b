"""What can be done to tasks and reminders from a list or from the details: the same commands, receipts and toasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.tasks.quick_add import Adding, add_task
from assistant.domain.conversation import Receipt
from assistant.domain.items import Priority
from assistant.domain.task import Task
from assistant.services.tasks import TaskDraft

_Failed = Callable[[AssistantError], None]


class TaskActions(QObject):
    """Runs commands in the store's lane and says what happened on the pane they came from. Lives in the GUI thread."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = desk.assistant.tasks

    def _run(self, work: Callable[[], Receipt], words: Callable[[Receipt], str], failed: _Failed | None = None) -> None:
        def done(receipt: Receipt) -> None:
            self._desk.toast(words(receipt), receipt.journal_id, "tasks")

        self._desk.background.run(work, done, failed, owner=self)

    # ------------------------------------------------------------------------------------------ check marks

    def complete(self, uids: tuple[str, ...], *, open_subtasks: int = 0, failed: _Failed | None = None) -> None:
        """Checks tasks off in one step; says so where subtasks stay open."""

        def words(receipt: Receipt) -> str:
            if len(receipt.items) > 1:
                return self.tr("Completed %n task(s)", "", len(receipt.items))
            title = receipt.items[0].title if receipt.items else ""
            if open_subtasks:
                told = self.tr("Completed “{title}” · %n subtask(s) still open", "", open_subtasks)
                return told.format(title=title)
            return self.tr("Completed “{title}”").format(title=title)

        self._run(lambda: self._tasks.complete_all(uids), words, failed)

    def reopen(self, uids: tuple[str, ...], *, failed: _Failed | None = None) -> None:
        """Takes check marks back."""
        for uid in uids:
            self._run(
                partial(self._tasks.reopen, uid),
                lambda receipt: self.tr("“{title}” is open again").format(title=receipt.items[0].title),
                failed,
            )

    # ------------------------------------------------------------------------------------------ changing

    def edit(self, task: Task, *, failed: _Failed | None = None) -> None:
        """Stores a task with another title or other notes."""
        self._run(lambda: self._tasks.change(task), self._changed_words, failed)

    def rename(self, task: Task, title: str) -> None:
        """Changes the title."""
        self.edit(replace(task, title=title))

    def set_due(self, tasks: Iterable[Task], due: date | datetime | None) -> None:
        """Sets the day or the time; None takes it away, and with it what repeats."""
        zone = str(self._desk.assistant.clock.zone())

        def changed(task: Task) -> Task:
            if isinstance(due, datetime):
                return replace(task, due_at=due, due_on=None, zone=zone)
            rrule = task.rrule if due is not None else None
            return replace(task, due_at=None, due_on=due, zone=None, rrule=rrule)

        self._change_all([changed(task) for task in tasks])

    def set_rule(self, task: Task, rrule: str | None) -> None:
        """Sets what repeats; a task without a date begins today."""
        if rrule and task.due_at is None and task.due_on is None:
            task = replace(task, due_on=self._desk.now().date())
        self.edit(replace(task, rrule=rrule))

    def set_priority(self, tasks: Iterable[Task], priority: Priority) -> None:
        """Sets how urgent tasks are."""
        self._change_all([replace(task, priority=priority) for task in tasks])

    def set_list(self, tasks: Iterable[Task], list_uid: str) -> None:
        """Puts tasks into another list."""
        self._change_all([replace(task, list_uid=list_uid) for task in tasks])

    def set_reminder(self, task: Task, remind_at: datetime | None) -> None:
        """Sets or takes away the alert."""
        self._run(lambda: self._tasks.change(task, remind_at=remind_at), self._changed_words)

    def _change_all(self, tasks: list[Task]) -> None:
        if tasks:
            self._run(lambda: self._tasks.change_all(tasks), self._changed_words)

    def _changed_words(self, receipt: Receipt) -> str:
        if len(receipt.items) > 1:
            return self.tr("Changed %n task(s)", "", len(receipt.items))
        return self.tr("Changed “{title}”").format(title=receipt.items[0].title)

    def postpone(self, uids: tuple[str, ...], due_on: date) -> None:
        """Moves tasks to a day; those with a clock time keep it."""

        def words(receipt: Receipt) -> str:
            day = self._desk.wording.day(due_on, self._desk.now().date())
            if len(receipt.items) == 1:
                return self.tr("Moved “{title}” to {day}").format(title=receipt.items[0].title, day=day)
            return self.tr("Moved %n task(s) to {day}", "", len(receipt.items)).format(day=day)

        if uids:
            self._run(lambda: self._tasks.postpone(uids, due_on), words)

    def move(self, uid: str, list_uid: str, position: int) -> None:
        """Puts a task at another place of its list."""
        self._run(lambda: self._desk.assistant.order.move(uid, list_uid=list_uid, position=position), self._changed_words)

    def delete(self, uids: tuple[str, ...]) -> None:
        """Deletes tasks with all that hangs on them, in one step."""

        def words(receipt: Receipt) -> str:
            if len(receipt.items) > 1:
                return self.tr("Deleted %n task(s)", "", len(receipt.items))
            return self.tr("Deleted “{title}”").format(title=receipt.items[0].title)

        if uids:
            self._run(lambda: self._tasks.delete_all(uids), words)

    # ------------------------------------------------------------------------------------------ adding

    def add(self, text: str, adding: Adding) -> None:
        """Adds a task from what was typed: the same understanding as in the input bar."""
        self._run(lambda: add_task(self._desk.assistant, text, adding), self._added_words)

    def add_subtask(self, parent: Task, title: str) -> None:
        """Adds a subtask, as typed."""
        draft = TaskDraft(title=title, list_uid=parent.list_uid, parent_uid=parent.uid)
        self._run(lambda: self._tasks.create(draft), self._added_words)

    def _added_words(self, receipt: Receipt) -> str:
        return self.tr("Added “{title}”").format(title=receipt.items[0].title)
