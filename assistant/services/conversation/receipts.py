"""Items as receipts and answers show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assistant.domain.conversation import ReceiptItem
from assistant.domain.event import Event, Occurrence
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.domain.spans import AllDay, Floating, Span, Zoned, bounds
from assistant.domain.task import Task


def span_times(span: Span, viewer: ZoneInfo) -> tuple[datetime | None, datetime | None, str | None, str | None]:
    """`start_at`, `end_at`, `start_on`, `end_on` of a receipt item."""
    match span:
        case AllDay(start_on, end_on):
            return None, None, start_on.isoformat(), end_on.isoformat()
        case Floating() | Zoned():
            start, end = bounds(span, viewer)
            return start, end, None, None


def of_event(
    event: Event, calendar: str, viewer: ZoneInfo, *, span: Span | None = None, before: str = ""
) -> ReceiptItem:
    """A receipt item for an event, or for one occurrence where its `span` is given."""
    start_at, end_at, start_on, end_on = span_times(span or event.span, viewer)
    return ReceiptItem(
        kind="event",
        uid=event.uid,
        item_kind=ItemKind.EVENT,
        title=event.title,
        start_at=start_at,
        end_at=end_at,
        start_on=start_on,
        end_on=end_on,
        rrule=event.rrule,
        location=event.location,
        list_name=calendar,
        alert_minutes=event.alert_minutes,
        before=before,
    )


def of_occurrence(occurrence: Occurrence, calendar: str, viewer: ZoneInfo) -> ReceiptItem:
    """A receipt item for one appearance on the calendar."""
    start_at, end_at, start_on, end_on = span_times(occurrence.span, viewer)
    return ReceiptItem(
        kind="event",
        uid=occurrence.event.uid,
        item_kind=ItemKind.EVENT,
        title=occurrence.title,
        start_at=start_at,
        end_at=end_at,
        start_on=start_on,
        end_on=end_on,
        rrule=occurrence.event.rrule,
        location=occurrence.location,
        list_name=calendar,
        alert_minutes=occurrence.event.alert_minutes,
        recurrence_id=occurrence.recurrence_id,
    )


def of_task(
    task: Task, list_name: str, viewer: ZoneInfo, *, reminder: Reminder | None = None, before: str = ""
) -> ReceiptItem:
    """A receipt item for a task; one with an alert goes by the name of reminder."""
    start = task.due_at or (reminder.due_at if reminder and task.due_on is None else None)
    return ReceiptItem(
        kind="task" if reminder is None else "reminder",
        uid=task.uid,
        item_kind=ItemKind.TASK,
        title=task.title,
        start_at=start.astimezone(viewer) if start else None,
        start_on=_iso(task.due_on),
        rrule=task.rrule,
        list_name=list_name,
        alert_minutes=_lead(task, reminder),
        before=before,
    )


def _lead(task: Task, reminder: Reminder | None) -> tuple[int, ...]:
    if reminder is None or task.due_at is None or reminder.due_at >= task.due_at:
        return ()
    return (int((task.due_at - reminder.due_at).total_seconds() // 60),)


def of_reminder(reminder: Reminder, viewer: ZoneInfo, *, before: str = "") -> ReceiptItem:
    """A receipt item for an alarm, a timer or another reminder that stands alone."""
    return ReceiptItem(
        kind=str(reminder.kind),
        uid=reminder.uid,
        item_kind=ItemKind.REMINDER,
        title=reminder.text,
        start_at=reminder.wakes_at.astimezone(viewer),
        rrule=reminder.rrule,
        before=before,
    )


def difference(before: ReceiptItem, after: ReceiptItem) -> str:
    """What `after` replaced, for people to compare: the old time where that changed, else the old title or place.

    Times are ISO 8601, for the reader's own wording to be put in their place.
    """
    times = [(one.start_at, one.end_at, one.start_on, one.end_on, one.rrule) for one in (before, after)]
    if times[0] != times[1]:
        return before.start_at.isoformat() if before.start_at else (before.start_on or "")
    if before.title != after.title:
        return before.title
    if before.list_name != after.list_name:
        return before.list_name
    return before.location if before.location != after.location else ""


def with_difference(before: ReceiptItem, after: ReceiptItem) -> ReceiptItem:
    """`after` with what it replaced."""
    return replace(after, before=difference(before, after))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


__all__ = ["difference", "of_event", "of_occurrence", "of_reminder", "of_task", "span_times", "with_difference"]
