"""The steps in the lives of reminders: written with each change of state, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.reminder_history import ReminderStep, step_between, steps_so_far
from assistant.store.tables import from_ticks, reminder_steps, to_ticks


def note(connection: Connection, before: Reminder | None, after: Reminder, at: datetime) -> None:
    """Writes what is new in a reminder that was just stored; of one without a past, the whole."""
    if before is None:
        write(connection, after.uid, steps_so_far(after))
        return
    step = step_between(before, after, at)
    if step is not None:
        write(connection, after.uid, (step,))


def write(connection: Connection, uid: str, steps: Iterable[ReminderStep]) -> None:
    """Adds steps, in their order."""
    rows = [
        {
            "reminder_uid": uid,
            "state": step.state.value,
            "at": to_ticks(step.at),
            "until": None if step.until is None else to_ticks(step.until),
        }
        for step in steps
    ]
    connection.execute(insert(reminder_steps), rows)


def of(connection: Connection, uid: str) -> tuple[ReminderStep, ...]:
    """The steps of one reminder, oldest first."""
    column = reminder_steps.c
    wanted = select(column.state, column.at, column.until).where(column.reminder_uid == uid).order_by(column.number)
    return tuple(
        ReminderStep(ReminderState(row.state), from_ticks(row.at), None if row.until is None else from_ticks(row.until))
        for row in connection.execute(wanted)
    )
