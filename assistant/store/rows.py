"""Between rows and domain values, one pair of functions a kind."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from assistant.domain.conversation import Conversation, Message, MessageState, Role
from assistant.domain.event import Calendar
from assistant.domain.example import Example
from assistant.domain.items import Colour, ItemKind, Origin, Priority
from assistant.domain.journal import JournalEntry
from assistant.domain.reminder import Insistence, Reminder, ReminderKind, ReminderState
from assistant.domain.task import Task, TaskList
from assistant.store import codecs, tables
from assistant.store.event_rows import EVENT
from assistant.store.shapes import Shape, Values, folded
from assistant.store.tables import from_ticks, to_ticks


def _ticks(moment: datetime | None) -> int | None:
    return None if moment is None else to_ticks(moment)


def _moment(ticks: int | None) -> datetime | None:
    return None if ticks is None else from_ticks(ticks)


def _calendar_row(calendar: Calendar) -> Values:
    return {
        "uid": calendar.uid,
        "name": calendar.name,
        "colour": calendar.colour.value,
        "visible": calendar.visible,
        "position": calendar.position,
        "read_only": calendar.read_only,
        "source": calendar.source,
        "refresh_minutes": calendar.refresh_minutes,
        "alert_minutes": codecs.words_to_text(calendar.alert_minutes),
    }


def _calendar(row: Row[Any]) -> Calendar:
    return Calendar(
        uid=row.uid,
        name=row.name,
        colour=Colour(row.colour),
        visible=row.visible,
        position=row.position,
        read_only=row.read_only,
        source=row.source,
        refresh_minutes=row.refresh_minutes,
        alert_minutes=codecs.words_from_text(row.alert_minutes),
    )


def _task_list_row(task_list: TaskList) -> Values:
    return {
        "uid": task_list.uid,
        "name": task_list.name,
        "colour": task_list.colour.value,
        "position": task_list.position,
        "parent_uid": task_list.parent_uid,
    }


def _task_list(row: Row[Any]) -> TaskList:
    return TaskList(
        uid=row.uid,
        name=row.name,
        colour=Colour(row.colour),
        position=row.position,
        parent_uid=row.parent_uid,
    )


def _task_row(task: Task) -> Values:
    return {
        "uid": task.uid,
        "list_uid": task.list_uid,
        "title": task.title,
        "created_at": to_ticks(task.created_at),
        "updated_at": to_ticks(task.updated_at),
        "notes": task.notes,
        "due_on": None if task.due_on is None else task.due_on.isoformat(),
        "due_at": _ticks(task.due_at),
        "zone": task.zone,
        "priority": task.priority.value,
        "tags": codecs.words_to_text(task.tags),
        "parent_uid": task.parent_uid,
        "rrule": task.rrule,
        "completed_at": _ticks(task.completed_at),
        "position": task.position,
        "folded": folded(task.title),
        "start_on": None if task.start_on is None else task.start_on.isoformat(),
        "start_at": _ticks(task.start_at),
        "estimate_minutes": task.estimate_minutes,
        "after_completion": task.after_completion,
        "someday": task.someday,
        "ical_uid": task.ical_uid,
        "sequence": task.sequence,
        "raw": task.raw,
    }


def _task(row: Row[Any]) -> Task:
    return Task(
        uid=row.uid,
        list_uid=row.list_uid,
        title=row.title,
        created_at=from_ticks(row.created_at),
        updated_at=from_ticks(row.updated_at),
        notes=row.notes,
        due_on=None if row.due_on is None else date.fromisoformat(row.due_on),
        due_at=_moment(row.due_at),
        zone=row.zone,
        priority=Priority(row.priority),
        tags=codecs.words_from_text(row.tags),
        parent_uid=row.parent_uid,
        rrule=row.rrule,
        completed_at=_moment(row.completed_at),
        position=row.position,
        start_on=None if row.start_on is None else date.fromisoformat(row.start_on),
        start_at=_moment(row.start_at),
        estimate_minutes=row.estimate_minutes,
        after_completion=bool(row.after_completion),
        someday=bool(row.someday),
        ical_uid=row.ical_uid,
        sequence=row.sequence,
        raw=row.raw,
    )


def _reminder_row(reminder: Reminder) -> Values:
    return {
        "uid": reminder.uid,
        "text": reminder.text,
        "due_at": to_ticks(reminder.due_at),
        "zone": reminder.zone,
        "created_at": to_ticks(reminder.created_at),
        "kind": reminder.kind.value,
        "state": reminder.state.value,
        "item_kind": None if reminder.item_kind is None else reminder.item_kind.value,
        "item_uid": reminder.item_uid,
        "recurrence_id": reminder.recurrence_id,
        "minutes_before": reminder.minutes_before,
        "rrule": reminder.rrule,
        "series_uid": reminder.series_uid,
        "series_start_at": _ticks(reminder.series_start_at),
        "became_due_at": _ticks(reminder.became_due_at),
        "shown_at": _ticks(reminder.shown_at),
        "snoozed_until": _ticks(reminder.snoozed_until),
        "acknowledged_at": _ticks(reminder.acknowledged_at),
        "wakes_at": to_ticks(reminder.wakes_at),
        "folded": folded(reminder.text),
        "insists": reminder.insists.value,
        "rings": reminder.rings,
        "rings_at": _ticks(reminder.rings_at),
        "left_seconds": reminder.left_seconds,
    }


def _reminder(row: Row[Any]) -> Reminder:
    return Reminder(
        uid=row.uid,
        text=row.text,
        due_at=from_ticks(row.due_at),
        zone=row.zone,
        created_at=from_ticks(row.created_at),
        kind=ReminderKind(row.kind),
        state=ReminderState(row.state),
        item_kind=None if row.item_kind is None else ItemKind(row.item_kind),
        item_uid=row.item_uid,
        recurrence_id=row.recurrence_id,
        minutes_before=row.minutes_before,
        rrule=row.rrule,
        series_uid=row.series_uid,
        series_start_at=_moment(row.series_start_at),
        became_due_at=_moment(row.became_due_at),
        shown_at=_moment(row.shown_at),
        snoozed_until=_moment(row.snoozed_until),
        acknowledged_at=_moment(row.acknowledged_at),
        insists=Insistence(row.insists),
        rings=row.rings,
        rings_at=_moment(row.rings_at),
        left_seconds=row.left_seconds,
    )


def _conversation_row(conversation: Conversation) -> Values:
    return {
        "uid": conversation.uid,
        "title": conversation.title,
        "created_at": to_ticks(conversation.created_at),
        "updated_at": to_ticks(conversation.updated_at),
    }


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        uid=row.uid,
        title=row.title,
        created_at=from_ticks(row.created_at),
        updated_at=from_ticks(row.updated_at),
    )


def _message_row(message: Message) -> Values:
    return {
        "uid": message.uid,
        "conversation_uid": message.conversation_uid,
        "role": message.role.value,
        "text": message.text,
        "created_at": to_ticks(message.created_at),
        "state": message.state.value,
        "receipt": None if message.receipt is None else codecs.receipt_to_text(message.receipt),
        "sources": codecs.words_to_text(message.sources),
        "unsaid": message.unsaid,
    }


def _message(row: Row[Any]) -> Message:
    return Message(
        uid=row.uid,
        conversation_uid=row.conversation_uid,
        role=Role(row.role),
        text=row.text,
        created_at=from_ticks(row.created_at),
        state=MessageState(row.state),
        receipt=None if row.receipt is None else codecs.receipt_from_text(row.receipt),
        sources=codecs.words_from_text(row.sources),
        unsaid=row.unsaid,
    )


def _example_row(example: Example) -> Values:
    return {
        "uid": example.uid,
        "text": example.text,
        "answer": example.answer,
        "created_at": to_ticks(example.created_at),
    }


def _example(row: Row[Any]) -> Example:
    return Example(uid=row.uid, text=row.text, answer=row.answer, created_at=from_ticks(row.created_at))


def _entry_row(entry: JournalEntry) -> Values:
    return {
        "at": to_ticks(entry.at),
        "origin": entry.origin.value,
        "label": entry.label,
        "changes": codecs.changes_to_text(entry.changes),
        "undone_at": _ticks(entry.undone_at),
        "rows": entry.rows,
    }


def _entry(row: Row[Any]) -> JournalEntry:
    return JournalEntry(
        id=row.id,
        at=from_ticks(row.at),
        origin=Origin(row.origin),
        label=row.label,
        changes=codecs.changes_from_text(row.changes),
        undone_at=_moment(row.undone_at),
        rows=row.rows,
    )


CALENDAR = Shape(tables.calendars, _calendar_row, _calendar)
TASK_LIST = Shape(tables.task_lists, _task_list_row, _task_list)
TASK = Shape(tables.tasks, _task_row, _task)
REMINDER = Shape(tables.reminders, _reminder_row, _reminder)
CONVERSATION = Shape(tables.conversations, _conversation_row, _conversation)
MESSAGE = Shape(tables.messages, _message_row, _message)
EXAMPLE = Shape(tables.examples, _example_row, _example)
ENTRY = Shape(tables.journal, _entry_row, _entry)
ITEM_SHAPES: dict[ItemKind, Shape[Any]] = {
    ItemKind.CALENDAR: CALENDAR,
    ItemKind.EVENT: EVENT,
    ItemKind.TASK_LIST: TASK_LIST,
    ItemKind.TASK: TASK,
    ItemKind.REMINDER: REMINDER,
}
