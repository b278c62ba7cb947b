"""What happens to a task inside a unit of work: storing it with its alert in step, completing it, its next round."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from enum import Enum
from typing import Final, Literal
from zoneinfo import ZoneInfo

from assistant.domain.conversation import ReceiptItem
from assistant.domain.items import new_uid
from assistant.domain.recurrence import next_day, next_moment, reduced_count
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.rules import zone_named
from assistant.domain.task import Task
from assistant.services import receipts
from assistant.services.alerts import align_task, waiting_alert
from assistant.services.ports import UnitOfWork


class Keep(Enum):
    """Says that an alert shall go along with its task."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
_MATTERS = ("title", "due_on", "due_at", "rrule", "completed_at", "zone")


def put(
    unit: UnitOfWork,
    before: Task,
    after: Task,
    now: datetime,
    viewer: ZoneInfo,
    remind_at: datetime | Literal[Keep.KEEP] | None = KEEP,
) -> tuple[str, ...]:
    """Stores a task and brings its alert in step. Returns the reminders whose pop-ups have to go."""
    unit.tasks.put(after)
    if remind_at is KEEP:
        rows = unit.reminders.of_item(after.uid)
        alive = [row for row in rows if row.state is not ReminderState.ACKNOWLEDGED]
        if not alive or all(getattr(before, name) == getattr(after, name) for name in _MATTERS):
            return ()
        remind_at = _moved_alert(rows, alive[0], before, after, viewer)
    return align_task(unit, after, remind_at, now, viewer)


def complete(unit: UnitOfWork, task: Task, now: datetime, viewer: ZoneInfo) -> tuple[str, ...]:
    """Completes a task; a repeating one leaves a done copy and moves on. Returns reminders whose pop-ups have to go."""
    after = next_round(task, now, viewer)
    if after is None:
        return put(unit, task, replace(task, completed_at=now, updated_at=now), now, viewer)
    unit.tasks.put(replace(task, uid=new_uid(), rrule=None, completed_at=now, updated_at=now))
    return put(unit, task, after, now, viewer)


def item(unit: UnitOfWork, task: Task, viewer: ZoneInfo) -> ReceiptItem:
    """The task as receipts show it."""
    task_list = unit.task_lists.get(task.list_uid)
    alert = waiting_alert(unit.reminders.of_item(task.uid))
    return receipts.of_task(task, task_list.name if task_list else "", viewer, reminder=alert)


def _moved_alert(rows: tuple[Reminder, ...], alive: Reminder, before: Task, after: Task, viewer: ZoneInfo) -> datetime:
    """When to remind after the due time changed: as far from it as before.

    A repeating task may have the alert of its next round waiting already; the distance is that of the round it was in.
    """
    old, new = _due_moment(before, viewer), _due_moment(after, viewer)
    if old is None or new is None:
        return alive.wakes_at
    own = min(rows, key=lambda row: abs(row.due_at - old))
    return own.due_at + (new - old)


def _due_moment(task: Task, viewer: ZoneInfo) -> datetime | None:
    if task.due_at is not None:
        return task.due_at.astimezone(UTC)
    return datetime.combine(task.due_on, time(), viewer).astimezone(UTC) if task.due_on else None


def next_round(task: Task, now: datetime, viewer: ZoneInfo) -> Task | None:
    """A repeating task at its next due time, past ones left out; None where there is none."""
    if task.rrule is None:
        return None
    if task.due_at is not None:
        zone = zone_named(task.zone) if task.zone else viewer
        after = max(task.due_at.astimezone(UTC), now.astimezone(UTC))
        moment = next_moment(task.rrule, task.due_at, after, zone)
        if moment is None:
            return None
        rrule = reduced_count(task.rrule, task.due_at, moment, zone)
        return replace(task, due_at=moment, rrule=rrule, updated_at=now)
    today = now.astimezone(viewer).date()
    start = task.due_on or today
    day = next_day(task.rrule, start, max(start, today - timedelta(days=1)))
    if day is None:
        return None
    utc = ZoneInfo("UTC")
    rrule = reduced_count(task.rrule, datetime.combine(start, time(), utc), datetime.combine(day, time(), utc), utc)
    return replace(task, due_on=day, rrule=rrule, updated_at=now)
