"""What happens to a task inside a unit of work: storing it with its alert in step, completing it, its next round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from enum import Enum
from typing import Final, Literal
from zoneinfo import ZoneInfo

from assistant.domain.conversation import ReceiptItem
from assistant.domain.items import new_uid
from assistant.domain.recurrence import next_day, next_moment, reduced_count
from assistant.domain.reminder import Reminder, ReminderKind, ReminderState
from assistant.domain.rules import parse_rule, zone_named
from assistant.domain.task import Task, due_day
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_task, drop_follow_ups, waiting_alert


class Keep(Enum):
    """Says that an alert shall go along with its task."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
_WITHIN_A_DAY = ("HOURLY", "MINUTELY", "SECONDLY")
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
        own = [row for row in rows if row.kind is not ReminderKind.FOLLOW_UP]
        first = next((row for row in own if row in alive), None)
        remind_at = _moved_alert(own, first, before, after, viewer) if first is not None else None
    return align_task(unit, after, remind_at, now, viewer)


def complete(unit: UnitOfWork, task: Task, now: datetime, viewer: ZoneInfo) -> tuple[str, ...]:
    """Completes a task; a repeating one leaves a done copy and moves on. Returns reminders whose pop-ups have to go."""
    after = next_round(task, now, viewer)
    if after is None:
        return put(unit, task, replace(task, completed_at=now, updated_at=now), now, viewer)
    done = replace(task, uid=new_uid(), rrule=None, after_completion=False, completed_at=now, updated_at=now)
    unit.tasks.put(done)
    return begin_round(unit, task, after, now, viewer)


def begin_round(unit: UnitOfWork, task: Task, after: Task, now: datetime, viewer: ZoneInfo) -> tuple[str, ...]:
    """Moves a repeating task on; its subtasks are to be done again. Returns reminders whose pop-ups have to go."""
    for child in unit.tasks.children(task.uid):
        if child.done:
            unit.tasks.put(replace(child, completed_at=None, updated_at=now))
    return (*drop_follow_ups(unit, task.uid, now), *put(unit, task, after, now, viewer))


def take_along(unit: UnitOfWork, uid: str, list_uid: str) -> None:
    """Puts all that is part of a task into its list, however deep."""
    for child in unit.tasks.children(uid):
        if child.list_uid != list_uid:
            unit.tasks.put(replace(child, list_uid=list_uid))
        take_along(unit, child.uid, list_uid)


def item(unit: UnitOfWork, task: Task, viewer: ZoneInfo) -> ReceiptItem:
    """The task as receipts show it."""
    task_list = unit.task_lists.get(task.list_uid)
    alert = waiting_alert(unit.reminders.of_item(task.uid))
    return receipts.of_task(task, task_list.name if task_list else "", viewer, reminder=alert)


def _moved_alert(rows: Sequence[Reminder], alive: Reminder, before: Task, after: Task, viewer: ZoneInfo) -> datetime:
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
    """A repeating task at its next due time, past ones left out; None where there is none.

    However many rounds were missed, there is one next: nothing piles up. With `after_completion` the rule is counted
    from today, else from the due time. A start stays as far ahead of the due day as it was.
    """
    if task.rrule is None:
        return None
    if task.after_completion:
        after = _round_from_today(task, task.rrule, now, viewer)
    elif task.due_at is not None:
        after = _timed_round(task, task.rrule, task.due_at, now, viewer)
    else:
        after = _dated_round(task, task.rrule, now, viewer)
    return None if after is None else _with_start(task, after, viewer)


def _timed_round(task: Task, rrule: str, due_at: datetime, now: datetime, viewer: ZoneInfo) -> Task | None:
    zone = zone_named(task.zone) if task.zone else viewer
    moment = next_moment(rrule, due_at, max(due_at.astimezone(UTC), now.astimezone(UTC)), zone)
    if moment is None:
        return None
    return replace(task, due_at=moment, rrule=reduced_count(rrule, due_at, moment, zone), updated_at=now)


def _dated_round(task: Task, rrule: str, now: datetime, viewer: ZoneInfo) -> Task | None:
    today = now.astimezone(viewer).date()
    start = task.due_on or today
    day = next_day(rrule, start, max(start, today - timedelta(days=1)))
    if day is None:
        return None
    utc = ZoneInfo("UTC")
    left = reduced_count(rrule, datetime.combine(start, time(), utc), datetime.combine(day, time(), utc), utc)
    return replace(task, due_on=day, rrule=left, updated_at=now)


def _round_from_today(task: Task, rrule: str, now: datetime, viewer: ZoneInfo) -> Task | None:
    rule = parse_rule(rrule)
    if rule.count is not None and rule.count <= 1:
        return None
    left = rrule if rule.count is None else f"{rule.rest};COUNT={rule.count - 1}"
    if task.due_at is None:
        today = now.astimezone(viewer).date()
        day = next_day(rule.rest, today, today)
        if day is None or (rule.until is not None and day > rule.until.date()):
            return None
        return replace(task, due_on=day, rrule=left, updated_at=now)
    zone = zone_named(task.zone) if task.zone else viewer
    done = now.astimezone(zone)
    clock = task.due_at.astimezone(zone).time()
    start = done if rule.freq in _WITHIN_A_DAY else datetime.combine(done.date(), clock, zone)
    moment = next_moment(rule.rest, start, start, zone)
    if moment is None or (rule.until is not None and moment.date() > rule.until.date()):
        return None
    return replace(task, due_at=moment, rrule=left, updated_at=now)


def _with_start(before: Task, after: Task, viewer: ZoneInfo) -> Task:
    """The start of the next round, as many days ahead of its due day as before."""
    old, new = due_day(before, viewer), due_day(after, viewer)
    if old is None or new is None:
        return after
    if after.start_on is not None:
        return replace(after, start_on=after.start_on + (new - old))
    if after.start_at is not None:
        zone = zone_named(after.zone) if after.zone else viewer
        wall = after.start_at.astimezone(zone)
        return replace(after, start_at=datetime.combine(wall.date() + (new - old), wall.time(), zone))
    return after
