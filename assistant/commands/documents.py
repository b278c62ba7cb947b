"""Items as JSON: the shapes that other programs rely on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.commands.session import iso
from assistant.config.errors import NotFoundError
from assistant.domain.conversation import ReceiptItem
from assistant.domain.event import Occurrence
from assistant.domain.items import ItemKind, Priority
from assistant.domain.reminder import Reminder
from assistant.domain.spans import AllDay, Span, Zoned
from assistant.domain.task import Task
from assistant.services.assistant import Assistant

Document = dict[str, object]
_PRIORITIES = {Priority.LOW: "low", Priority.NORMAL: "normal", Priority.HIGH: "high"}


def occurrence_document(occurrence: Occurrence, calendars: Mapping[str, str], zone: ZoneInfo) -> Document:
    """One line of the agenda. Whole days are dates, and their end is exclusive."""
    return {
        "uid": occurrence.event.uid,
        "title": occurrence.title,
        **_times(occurrence.span, occurrence.start_at, occurrence.end_at, zone),
        "location": occurrence.location,
        "calendar": calendars.get(occurrence.event.calendar_uid, ""),
        "recurrence_id": occurrence.recurrence_id,
        "rrule": occurrence.event.rrule,
    }


def _times(span: Span, start_at: datetime, end_at: datetime, zone: ZoneInfo) -> Document:
    if isinstance(span, AllDay):
        return {
            "start": span.start_on.isoformat(),
            "end": span.end_on.isoformat(),
            "all_day": True,
            "timezone": None,
        }
    return {
        "start": iso(start_at, zone),
        "end": iso(end_at, zone),
        "all_day": False,
        "timezone": span.zone if isinstance(span, Zoned) else None,
    }


def task_document(task: Task, lists: Mapping[str, str], zone: ZoneInfo) -> Document:
    """One task. `due` is a date, a moment, or null."""
    return {
        "uid": task.uid,
        "title": task.title,
        "due": task.due_on.isoformat() if task.due_on else iso(task.due_at, zone),
        "priority": _PRIORITIES.get(task.priority),
        "done": task.done,
        "list": lists.get(task.list_uid, ""),
        "tags": list(task.tags),
        "parent": task.parent_uid,
        "rrule": task.rrule,
        "completed": iso(task.completed_at, zone),
    }


def reminder_document(reminder: Reminder, zone: ZoneInfo) -> Document:
    """One alert. `shown` and `acknowledged` are moments or null."""
    return {
        "id": reminder.uid,
        "text": reminder.text,
        "due": iso(reminder.due_at, zone),
        "state": str(reminder.state),
        "kind": str(reminder.kind),
        "item_uid": reminder.item_uid,
        "rrule": reminder.rrule,
        "snoozed_until": iso(reminder.snoozed_until, zone),
        "shown": iso(reminder.shown_at, zone),
        "acknowledged": iso(reminder.acknowledged_at, zone),
        "insists": str(reminder.insists),
    }


def item_document(item: ReceiptItem, assistant: Assistant) -> Document:
    """An item of a receipt or an answer, in the shape its list has; a deleted one with what is known of it."""
    zone = assistant.clock.zone()
    try:
        if item.item_kind is ItemKind.TASK:
            lists = {one.uid: one.name for one in assistant.tasks.lists()}
            return {"kind": item.kind, **task_document(assistant.tasks.get(item.uid), lists, zone)}
        if item.item_kind is ItemKind.REMINDER:
            return {**reminder_document(assistant.reminders.get(item.uid), zone), "kind": item.kind}
    except NotFoundError:
        return _bare(item, zone)
    return {**_bare(item, zone), "timezone": _zone_of(item, assistant)}


def _zone_of(item: ReceiptItem, assistant: Assistant) -> str | None:
    try:
        span = assistant.schedule.get(item.uid).span
    except NotFoundError:
        return None
    return span.zone if isinstance(span, Zoned) else None


def _bare(item: ReceiptItem, zone: ZoneInfo) -> Document:
    start = item.start_on or iso(item.start_at, zone)
    if item.item_kind is not ItemKind.EVENT:
        return {"kind": item.kind, "uid": item.uid, "title": item.title, "due": start, "rrule": item.rrule}
    return {
        "kind": item.kind,
        "uid": item.uid,
        "title": item.title,
        "start": start,
        "end": item.end_on or iso(item.end_at, zone),
        "all_day": item.start_on is not None,
        "timezone": None,
        "location": item.location,
        "calendar": item.list_name,
        "recurrence_id": None,
        "rrule": item.rrule,
        "alert_minutes": list(item.alert_minutes),
    }
