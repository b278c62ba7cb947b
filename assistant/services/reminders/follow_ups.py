"""Follow-ups: asking after a task that should be done by then, and silence where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Action, Receipt
from assistant.domain.items import Origin
from assistant.domain.reminder import Insistence, Reminder, ReminderKind, ReminderState
from assistant.domain.task import Task
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import follow_up


class FollowUpService:
    """Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def add(
        self,
        task_uid: str,
        at: datetime,
        *,
        insists: Insistence = Insistence.ONCE,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Asks after a task at a moment, unless it is completed first. One a task and moment.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: ``reminder.past``, ``reminder.task_done``.
        """
        now = self._changes.now()
        if at.astimezone(UTC) <= now.astimezone(UTC):
            raise InputError("reminder.past", "That time is in the past.")

        def work(unit: UnitOfWork) -> Outcome:
            task = unit.tasks.get(task_uid)
            if task is None:
                raise NotFoundError("task.missing", "This task does not exist any more.", uid=task_uid)
            if task.done:
                raise InputError("reminder.task_done", "This task is completed already.")
            row = _waiting_at(unit, task, at) or follow_up(task, at, now, self._changes.zone())
            row = replace(row, insists=insists)
            unit.reminders.put(row)
            item = receipts.of_reminder(row, self._changes.zone())
            return Outcome(action=Action.ADDED, label=f"Added follow-up: {task.title}", items=(item,))

        return self._changes.write(work, origin)


def _waiting_at(unit: UnitOfWork, task: Task, at: datetime) -> Reminder | None:
    """The follow-up that says the same already."""
    for row in unit.reminders.of_item(task.uid):
        waits = row.kind is ReminderKind.FOLLOW_UP and row.state is ReminderState.SCHEDULED
        if waits and row.due_at.astimezone(UTC) == at.astimezone(UTC):
            return row
    return None
