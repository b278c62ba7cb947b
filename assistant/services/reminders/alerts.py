"""Keeps the reminder rows of an event or a task in step with it, inside the unit of work that changes the item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.event import Event, EventStatus, Occurrence
from assistant.domain.items import ItemKind, new_uid
from assistant.domain.life_cycle import acknowledge
from assistant.domain.recurrence import next_occurrence
from assistant.domain.reminder import OPEN_STATES, Insistence, Reminder, ReminderKind, ReminderState
from assistant.domain.task import Task
from assistant.services.ports import UnitOfWork

_MOST_CANCELLED = 50


def event_alert(event: Event, minutes: int, after: datetime, now: datetime, viewer: ZoneInfo) -> Reminder | None:
    """The alert `minutes` before the first occurrence whose alert lies after `after`; cancelled ones give none."""
    lead = timedelta(minutes=minutes)
    if event.status is EventStatus.CANCELLED or (event.rrule or "").startswith("FREQ=SECONDLY"):
        return None  # what comes every second is nothing to be alerted to
    occurrence: Occurrence | None = None
    moment = after + lead
    for _ in range(_MOST_CANCELLED):
        occurrence = next_occurrence(event, moment, viewer)
        if occurrence is None or occurrence.status is not EventStatus.CANCELLED:
            break
        moment = occurrence.start_at
    if occurrence is None or occurrence.status is EventStatus.CANCELLED:
        return None
    return Reminder(
        uid=new_uid(),
        text=occurrence.title,
        due_at=occurrence.start_at.astimezone(UTC) - lead,
        zone=str(viewer),
        created_at=now.astimezone(UTC),
        item_kind=ItemKind.EVENT,
        item_uid=event.uid,
        recurrence_id=occurrence.recurrence_id,
        minutes_before=minutes,
    )


def align_event(
    unit: UnitOfWork, event: Event, now: datetime, viewer: ZoneInfo, *, journalled: bool = True
) -> tuple[str, ...]:
    """Makes the waiting alerts of an event what its `alert_minutes` and times ask for.

    Pop-ups that announce a moment the event no longer has are answered.

    Args:
        unit: A writing unit of work.
        event: As stored by now.
        now: Aware.
        viewer: The person's zone, for all-day and floating events.
        journalled: False after an undo, which has written its own history.

    Returns:
        The uids of reminders whose pop-ups have to go.
    """
    wanted = {m: event_alert(event, m, now, now, viewer) for m in dict.fromkeys(event.alert_minutes)}
    rows = [row for row in unit.reminders.of_item(event.uid) if row.state in OPEN_STATES]
    answered: list[str] = []
    put: Callable[[Reminder], None] = unit.reminders.put if journalled else unit.reminders.advance
    for row in rows:
        if row.state is not ReminderState.SCHEDULED:
            if not _still_true(event, row, viewer):
                put(acknowledge(row, now))
                answered.append(row.uid)
            continue
        asked = wanted.pop(row.minutes_before or 0, None)
        if asked is not None:
            kept = replace(asked, uid=row.uid, created_at=row.created_at)
            if kept != row:
                put(kept)
        elif journalled:
            unit.reminders.remove(row.uid)
        else:
            put(acknowledge(row, now))
    for asked in wanted.values():
        if asked is not None:
            put(asked)
    return tuple(answered)


def _still_true(event: Event, row: Reminder, viewer: ZoneInfo) -> bool:
    """True where a due, shown or snoozed alert still announces a start of the event."""
    start = row.due_at + timedelta(minutes=row.minutes_before or 0)
    occurrence = next_occurrence(event, start - timedelta(seconds=1), viewer)
    return (
        occurrence is not None
        and occurrence.start_at.astimezone(UTC) == start.astimezone(UTC)
        and occurrence.title == row.text
        and occurrence.status is not EventStatus.CANCELLED
    )


def task_alert(
    task: Task, remind_at: datetime, now: datetime, viewer: ZoneInfo, insists: Insistence = Insistence.ONCE
) -> Reminder:
    """The alert of a task. With a repeating task it repeats as far ahead of each due time as of the first."""
    lead = 0
    if task.due_at is not None:
        lead = int((task.due_at.astimezone(UTC) - remind_at.astimezone(UTC)).total_seconds() // 60)
    uid = new_uid()
    return Reminder(
        uid=uid,
        text=task.title,
        due_at=remind_at.astimezone(UTC),
        zone=task.zone or str(viewer),
        created_at=now.astimezone(UTC),
        item_kind=ItemKind.TASK,
        item_uid=task.uid,
        rrule=task.rrule,
        series_uid=uid if task.rrule else None,
        series_start_at=(remind_at + timedelta(minutes=lead)).astimezone(UTC) if task.rrule else None,
        minutes_before=lead or None,
        insists=insists,
    )


def usual_task_alert(
    minutes: int, due_at: datetime | None, due_on: date | None, now: datetime, morning: datetime | None
) -> datetime | None:
    """When a new task reminds that was given a due time and no reminder; None where it does not, or that is over.

    Args:
        minutes: Before the due time; negative for never.
        due_at: The moment it is due at, or
        due_on: the day, of which `morning` is the moment that counts.
        now: Aware.
        morning: The morning of the due day.
    """
    moment = due_at if due_at is not None else morning if due_on is not None else None
    if minutes < 0 or moment is None:
        return None
    at = moment.astimezone(UTC) - timedelta(minutes=minutes)
    return at if at > now.astimezone(UTC) else None


def align_task(
    unit: UnitOfWork,
    task: Task,
    remind_at: datetime | None,
    now: datetime,
    viewer: ZoneInfo,
    insists: Insistence | None = None,
) -> tuple[str, ...]:
    """Makes the alerts of a task what they should be after a change: one waiting at `remind_at`, or none.

    Follow-ups go their own way: they stay until the task is done. Unless `insists` is given, the new alert insists as
    the one before did.

    Returns:
        The uids of reminders whose pop-ups have to go.
    """
    rows = unit.reminders.of_item(task.uid)
    if insists is None:
        alive = waiting_alert(rows)
        insists = alive.insists if alive is not None else Insistence.ONCE
    answered: list[str] = []
    wanted = task_alert(task, remind_at, now, viewer, insists) if remind_at is not None and not task.done else None
    for row in rows:
        if row.kind is ReminderKind.FOLLOW_UP and not task.done:
            if row.text != task.title:
                unit.reminders.put(replace(row, text=task.title))
            continue
        if row.state is ReminderState.SCHEDULED and wanted is not None:
            series = (row.series_uid or row.uid) if wanted.rrule else None
            unit.reminders.put(replace(wanted, uid=row.uid, created_at=row.created_at, series_uid=series))
            wanted = None
        elif row.state is ReminderState.SCHEDULED and not task.done:
            unit.reminders.remove(row.uid)
        elif row.state in OPEN_STATES or (row.state is ReminderState.MISSED and task.done):
            unit.reminders.put(acknowledge(row, now))
            answered.append(row.uid)
    if wanted is not None:
        unit.reminders.put(wanted)
    return tuple(answered)


def waiting_alert(rows: tuple[Reminder, ...]) -> Reminder | None:
    """Of the alerts of a task the one that counts: the first that is not answered yet; follow-ups do not."""
    open_rows = (row for row in rows if row.state in OPEN_STATES)
    return next((row for row in open_rows if row.kind is not ReminderKind.FOLLOW_UP), None)


def follow_up(
    task: Task, at: datetime, now: datetime, viewer: ZoneInfo, insists: Insistence = Insistence.ONCE
) -> Reminder:
    """Asks after a task at a moment, unless it is completed first."""
    return Reminder(
        uid=new_uid(),
        text=task.title,
        due_at=at.astimezone(UTC),
        zone=str(viewer),
        created_at=now.astimezone(UTC),
        kind=ReminderKind.FOLLOW_UP,
        item_kind=ItemKind.TASK,
        item_uid=task.uid,
        insists=insists,
    )


def drop_follow_ups(unit: UnitOfWork, task_uid: str, now: datetime) -> tuple[str, ...]:
    """Closes the follow-ups of a task that was completed. Returns the reminders whose pop-ups have to go."""
    rows = [row for row in unit.reminders.of_item(task_uid) if row.kind is ReminderKind.FOLLOW_UP]
    rows = [row for row in rows if row.state is not ReminderState.ACKNOWLEDGED]
    for row in rows:
        unit.reminders.put(acknowledge(row, now))
    return tuple(row.uid for row in rows)


def reopen_alerts(unit: UnitOfWork, task: Task, now: datetime) -> None:
    """Sets alert and follow-ups that were closed before their time, when the task was completed, back to waiting."""
    rows = unit.reminders.of_item(task.uid)
    early = [
        row
        for row in rows
        if row.state is ReminderState.ACKNOWLEDGED and row.became_due_at is None and row.due_at > now
    ]
    again = [row for row in early if row.kind is ReminderKind.FOLLOW_UP]
    own = [row for row in early if row.kind is not ReminderKind.FOLLOW_UP]
    if own and not any(row.state is ReminderState.SCHEDULED for row in rows):
        again.append(min(own, key=lambda row: row.due_at))
    for row in again:
        unit.reminders.put(replace(row, state=ReminderState.SCHEDULED, acknowledged_at=None))


def thin_series(unit: UnitOfWork, series: set[str], now: datetime) -> None:
    """Leaves one waiting reminder of each series, the earliest: an undo may have put one back beside its successor."""
    waiting: dict[str, Reminder] = {}
    for row in unit.reminders.in_states((ReminderState.SCHEDULED,)):
        if row.series_uid not in series:
            continue
        assert row.series_uid is not None
        if row.series_uid in waiting:
            unit.reminders.advance(acknowledge(row, now))
        else:
            waiting[row.series_uid] = row
