"""What can be done to tasks from a list or from the details: the same commands, receipts and toasts."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.field_actions import FieldActions
from assistant.desktop.tasks.quick_add import Adding, add_task
from assistant.desktop.tasks.running import Failed, Running
from assistant.domain.conversation import Receipt
from assistant.domain.task import Task
from assistant.services.tasks.service import TaskDraft


class TaskActions(Running):
    """Checks off, moves, deletes and adds; `fields` changes the rest. Lives in the GUI thread."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.fields = FieldActions(desk, self)

    # ------------------------------------------------------------------------------------------ check marks

    def complete(self, uids: tuple[str, ...], *, open_subtasks: int = 0, failed: Failed | None = None) -> None:
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

    def reopen(self, uids: tuple[str, ...], *, failed: Failed | None = None) -> None:
        """Takes check marks back in one step."""

        def words(receipt: Receipt) -> str:
            if len(receipt.items) > 1:
                return self.tr("%n task(s) are open again", "", len(receipt.items))
            return self.tr("“{title}” is open again").format(title=receipt.items[0].title)

        self._run(lambda: self._tasks.reopen(*uids), words, failed)

    def skip(self, uid: str) -> None:
        """Leaves one round of a repeating task out."""

        def words(receipt: Receipt) -> str:
            item = receipt.items[0]
            day = item.start_at.date() if item.start_at is not None else date.fromisoformat(item.start_on or "")
            told = self._desk.wording.day(day, self._desk.now().date())
            return self.tr("Skipped “{title}” · next: {day}").format(title=item.title, day=told)

        self._run(lambda: self._tasks.skip(uid), words)

    # ------------------------------------------------------------------------------------------ places

    def postpone(self, uids: tuple[str, ...], due_on: date) -> None:
        """Moves tasks to a day; those with a clock time keep it."""

        def words(receipt: Receipt) -> str:
            day = self._desk.wording.day(due_on, self._desk.now().date())
            if len(receipt.items) == 1:
                return self.tr("Moved “{title}” to {day}").format(title=receipt.items[0].title, day=day)
            return self.tr("Moved %n task(s) to {day}", "", len(receipt.items)).format(day=day)

        if uids:
            self._run(lambda: self._tasks.postpone(uids, due_on), words)

    def place(
        self, uids: tuple[str, ...], list_uid: str, before_uid: str | None = None, *, parent_uid: str | None = None
    ) -> None:
        """Puts tasks, in this order, before another one of a list or of the parts of a task, or at their end."""
        order = self._desk.assistant.order

        def words(receipt: Receipt) -> str:
            if len(receipt.items) > 1:
                return self.tr("Moved %n task(s)", "", len(receipt.items))
            return self.tr("Moved “{title}”").format(title=receipt.items[0].title)

        if uids:
            self._run(lambda: order.place(uids, list_uid=list_uid, before_uid=before_uid, parent_uid=parent_uid), words)

    def plan(self, uids: tuple[str, ...], start_at: datetime) -> None:
        """Makes time for tasks: events one after another, as long as their estimates."""
        planning = self._desk.assistant.planning
        if uids:
            self._run(lambda: planning.plan(uids, start_at), self._planned_words)

    def plan_on(self, uids: tuple[str, ...], on: date, *, whole_day: bool) -> None:
        """Makes time for tasks on a day: at its first free time, or the whole of it."""
        planning = self._desk.assistant.planning
        if uids:
            self._run(lambda: planning.plan_on(uids, on, whole_day=whole_day), self._planned_words)

    def _planned_words(self, receipt: Receipt) -> str:
        item, wording, today = receipt.items[0], self._desk.wording, self._desk.now().date()
        when = wording.day(date.fromisoformat(item.start_on), today) if item.start_on else ""
        if item.start_at is not None:
            when = wording.moment(item.start_at, item.end_at, today=today)
        if len(receipt.items) > 1:
            return self.tr("Planned %n task(s) from {when}", "", len(receipt.items)).format(when=when)
        return self.tr("Planned “{title}”: {when}").format(title=item.title, when=when)

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
