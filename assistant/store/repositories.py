"""The repositories of `services.ports` on the tables. Each works within one unit of work."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    and_,
    bindparam,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.dialects import sqlite

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Conversation, Message
from assistant.domain.event import Calendar, Event
from assistant.domain.example import Example
from assistant.domain.items import ItemKind
from assistant.domain.journal import JournalEntry
from assistant.domain.reminder import WAITING_STATES, Reminder, ReminderState
from assistant.domain.reminder_history import ReminderStep, with_beginning
from assistant.domain.restoring import in_utc
from assistant.domain.task import INBOX, Task, TaskList
from assistant.store import event_rows, reminder_steps, rows, tables
from assistant.store.ledger import Ledger
from assistant.store.shapes import folded
from assistant.store.tables import from_ticks, to_ticks

_MOST_TITLED = 200
_WAITING = tuple(sorted(state.value for state in WAITING_STATES))


def _titled(statement: Select[Any], words: str) -> Select[Any]:
    column = statement.selected_columns["folded"]
    return statement.where(func.instr(column, folded(words.strip())) > 0).limit(_MOST_TITLED)


@lru_cache(maxsize=1)
def touching() -> str:
    """The SQL of `Events.touching`: short events by their start within a band, lasting ones by their end.

    Written out once, because a month of a full calendar is a thousand rows and every view waits for them.
    """
    event = tables.events.c
    wanted = select(*(event[name] for name in event_rows.EVENT_COLUMNS), event_rows.rest_packed())
    start, other = bindparam("start", type_=Integer), bindparam("end", type_=Integer)
    short = and_(event.lasting == false(), event.reach_start.between(start, other), event.reach_end >= start)
    # The + 0 keeps SQLite from searching by the start here too, which would find all that ever began.
    lasting = and_(event.lasting == true(), event.reach_end >= start, event.reach_start + literal_column("0") < other)
    return str(union_all(wanted.where(short), wanted.where(lasting)).compile(dialect=sqlite.dialect()))


def touching_values(start_at: datetime, end_at: datetime) -> tuple[int, ...]:
    """The values for `touching`, in their order."""
    start, end = to_ticks(start_at), to_ticks(end_at)
    return start - event_rows.SHORT // timedelta(microseconds=1), end - 1, start, start, end


_BY_START = itemgetter(event_rows.EVENT_COLUMNS.index("span_start"), event_rows.EVENT_COLUMNS.index("uid"))


_CALENDARS = select(tables.calendars).order_by(
    tables.calendars.c.position, tables.calendars.c.name, tables.calendars.c.uid
)
_TASK_LISTS = select(tables.task_lists).order_by(
    tables.task_lists.c.position, tables.task_lists.c.name, tables.task_lists.c.uid
)


class Calendars:
    """See `ports.Calendars`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, uid: str) -> Calendar | None:
        return self._ledger.get(rows.CALENDAR, uid)

    def all(self) -> tuple[Calendar, ...]:
        return self._ledger.find(rows.CALENDAR, _CALENDARS)

    def put(self, calendar: Calendar) -> None:
        self._ledger.put(ItemKind.CALENDAR, calendar)

    def remove(self, uid: str) -> None:
        self._ledger.remove(ItemKind.CALENDAR, uid)


class Events:
    """See `ports.Events`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, uid: str) -> Event | None:
        return self._ledger.get(event_rows.EVENT, uid)

    def touching(self, start_at: datetime, end_at: datetime) -> tuple[Event, ...]:
        found = self._ledger.connection.exec_driver_sql(touching(), touching_values(start_at, end_at))
        assert found.cursor is not None
        return event_rows.events_of(sorted(found.cursor.fetchall(), key=_BY_START))

    def titled(self, words: str) -> tuple[Event, ...]:
        column = tables.events.c
        newest = select(tables.events).order_by(column.span_start.desc(), column.uid)
        return self._ledger.find(event_rows.EVENT, _titled(newest, words))

    def for_tasks(self) -> tuple[Event, ...]:
        column = tables.events.c
        found = select(tables.events).where(column.task_uid.is_not(None))
        return self._ledger.find(event_rows.EVENT, found.order_by(column.span_start, column.uid))

    def put(self, event: Event) -> None:
        self._ledger.put(ItemKind.EVENT, event)

    def remove(self, uid: str) -> None:
        self._ledger.remove(ItemKind.EVENT, uid)


class TaskLists:
    """See `ports.TaskLists`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, uid: str) -> TaskList | None:
        return self._ledger.get(rows.TASK_LIST, uid)

    def all(self) -> tuple[TaskList, ...]:
        return self._ledger.find(rows.TASK_LIST, _TASK_LISTS)

    def put(self, task_list: TaskList) -> None:
        self._ledger.put(ItemKind.TASK_LIST, task_list)

    def remove(self, uid: str) -> None:
        if uid == INBOX:
            raise InputError("task_list.inbox", "The inbox cannot be deleted.")
        self._ledger.remove(ItemKind.TASK_LIST, uid)


class Tasks:
    """See `ports.Tasks`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def _ordered(self) -> Select[Any]:
        column = tables.tasks.c
        return select(tables.tasks).order_by(column.position, column.created_at, column.uid)

    def get(self, uid: str) -> Task | None:
        return self._ledger.get(rows.TASK, uid)

    def all(self, *, done: bool | None = None, list_uid: str | None = None) -> tuple[Task, ...]:
        statement = self._ordered()
        if done is not None:
            completed = tables.tasks.c.completed_at
            statement = statement.where(completed.is_not(None) if done else completed.is_(None))
        if list_uid is not None:
            statement = statement.where(tables.tasks.c.list_uid == list_uid)
        return self._ledger.find(rows.TASK, statement)

    def due(self, start_at: datetime, end_at: datetime) -> tuple[Task, ...]:
        column = tables.tasks.c
        timed = and_(column.due_at >= to_ticks(start_at), column.due_at < to_ticks(end_at))
        first, after = start_at.date().isoformat(), end_at.date().isoformat()
        dated = and_(column.due_on >= first, column.due_on < after)
        return self._ledger.find(rows.TASK, self._ordered().where(or_(timed, dated)))

    def next_position(self, list_uid: str, parent_uid: str | None) -> int:
        column = tables.tasks.c
        where = column.list_uid == list_uid if parent_uid is None else column.parent_uid == parent_uid
        highest = self._ledger.connection.execute(select(func.max(column.position)).where(where)).scalar()
        return 0 if highest is None else int(highest) + 1

    def children(self, uid: str) -> tuple[Task, ...]:
        return self._ledger.find(rows.TASK, self._ordered().where(tables.tasks.c.parent_uid == uid))

    def titled(self, words: str) -> tuple[Task, ...]:
        return self._ledger.find(rows.TASK, _titled(self._ordered(), words))

    def put(self, task: Task) -> None:
        self._ledger.put(ItemKind.TASK, task)

    def remove(self, uid: str) -> None:
        self._ledger.remove(ItemKind.TASK, uid)


class Reminders:
    """See `ports.Reminders`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def _ordered(self) -> Select[Any]:
        column = tables.reminders.c
        return select(tables.reminders).order_by(column.wakes_at, column.uid)

    def get(self, uid: str) -> Reminder | None:
        return self._ledger.get(rows.REMINDER, uid)

    def in_states(self, states: Sequence[ReminderState]) -> tuple[Reminder, ...]:
        named = tuple(state.value for state in states)
        return self._ledger.find(rows.REMINDER, self._ordered().where(tables.reminders.c.state.in_(named)))

    def all(self) -> tuple[Reminder, ...]:
        return self._ledger.find(rows.REMINDER, self._ordered())

    def latest(self, state: ReminderState, count: int) -> tuple[Reminder, ...]:
        column = tables.reminders.c
        newest = select(tables.reminders).where(column.state == state.value)
        newest = newest.order_by(column.wakes_at.desc(), column.uid).limit(count)
        return self._ledger.find(rows.REMINDER, newest)

    def count(self, state: ReminderState) -> int:
        counted = select(func.count()).select_from(tables.reminders).where(tables.reminders.c.state == state.value)
        return int(self._ledger.connection.execute(counted).scalar_one())

    def steps(self, uid: str) -> tuple[ReminderStep, ...]:
        reminder = self.get(uid)
        return () if reminder is None else with_beginning(reminder, reminder_steps.of(self._ledger.connection, uid))

    def of_item(self, item_uid: str) -> tuple[Reminder, ...]:
        return self._ledger.find(rows.REMINDER, self._ordered().where(tables.reminders.c.item_uid == item_uid))

    def alone(self, start: datetime, end: datetime) -> tuple[Reminder, ...]:
        column = tables.reminders.c
        due = (column.due_at >= to_ticks(start), column.due_at < to_ticks(end))
        return self._ledger.find(rows.REMINDER, self._ordered().where(column.item_uid.is_(None), *due))

    def reminded(self, item_uids: Collection[str]) -> frozenset[str]:
        asked = func.json_each(json.dumps(list(item_uids))).table_valued("value")
        item = tables.reminders.c.item_uid
        found = select(item).where(item.in_(select(asked.c.value))).distinct()
        return frozenset(self._ledger.connection.execute(found).scalars())

    def next_wake(self, *, again: bool = True) -> datetime | None:
        column = tables.reminders.c
        earliest = [select(func.min(column.wakes_at)).where(column.state.in_(_WAITING))]
        if again:
            earliest.append(select(func.min(column.rings_at)).where(column.state == ReminderState.SHOWN.value))
        found = (self._ledger.connection.execute(one).scalar() for one in earliest)
        ticks = min((one for one in found if one is not None), default=None)
        return None if ticks is None else from_ticks(ticks)

    def ringing_until(self, moment: datetime) -> tuple[Reminder, ...]:
        column = tables.reminders.c
        due = self._ordered().where(column.state == ReminderState.SHOWN.value, column.rings_at <= to_ticks(moment))
        return self._ledger.find(rows.REMINDER, due)

    def waking_until(self, moment: datetime) -> tuple[Reminder, ...]:
        column = tables.reminders.c
        due = self._ordered().where(column.state.in_(_WAITING), column.wakes_at <= to_ticks(moment))
        return self._ledger.find(rows.REMINDER, due)

    def titled(self, words: str) -> tuple[Reminder, ...]:
        return self._ledger.find(rows.REMINDER, _titled(self._ordered(), words))

    def put(self, reminder: Reminder) -> None:
        self._ledger.put(ItemKind.REMINDER, reminder)

    def advance(self, reminder: Reminder) -> None:
        self._ledger.keep(rows.REMINDER, in_utc(reminder))

    def remove(self, uid: str) -> None:
        self._ledger.remove(ItemKind.REMINDER, uid)


class Conversations:
    """See `ports.Conversations`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def _newest(self) -> Select[Any]:
        column = tables.conversations.c
        return select(tables.conversations).order_by(column.updated_at.desc(), column.uid)

    def get(self, uid: str) -> Conversation | None:
        return self._ledger.get(rows.CONVERSATION, uid)

    def latest(self) -> Conversation | None:
        return next(iter(self._ledger.find(rows.CONVERSATION, self._newest().limit(1))), None)

    def all(self) -> tuple[Conversation, ...]:
        return self._ledger.find(rows.CONVERSATION, self._newest())

    def put(self, conversation: Conversation) -> None:
        self._ledger.keep(rows.CONVERSATION, conversation)

    def remove(self, uid: str) -> None:
        self._ledger.drop(rows.CONVERSATION, uid)

    def messages(self, conversation_uid: str, *, last: int | None = None) -> tuple[Message, ...]:
        column = tables.messages.c
        newest = (
            select(tables.messages)
            .where(column.conversation_uid == conversation_uid)
            .order_by(column.created_at.desc(), column.number.desc())
        )
        if last is not None:
            newest = newest.limit(last)
        return self._ledger.find(rows.MESSAGE, newest)[::-1]

    def put_message(self, message: Message) -> None:
        self._ledger.keep(rows.MESSAGE, message)


class Examples:
    """See `ports.Examples`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> tuple[Example, ...]:
        column = tables.examples.c
        newest = select(tables.examples).order_by(column.created_at.desc(), column.uid)
        return self._ledger.find(rows.EXAMPLE, newest)

    def put(self, example: Example) -> None:
        self._ledger.keep(rows.EXAMPLE, example)

    def remove(self, uid: str) -> None:
        self._ledger.drop(rows.EXAMPLE, uid)


class Journal:
    """See `ports.Journal`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, entry_id: int) -> JournalEntry | None:
        found = self._ledger.find(rows.ENTRY, select(tables.journal).where(tables.journal.c.id == entry_id))
        return next(iter(found), None)

    def latest(self, count: int, *, undone: bool | None = None) -> tuple[JournalEntry, ...]:
        column = tables.journal.c
        newest = select(tables.journal).order_by(column.id.desc()).limit(count)
        if undone is not None:
            newest = newest.where(column.undone_at.is_not(None) if undone else column.undone_at.is_(None))
        return self._ledger.find(rows.ENTRY, newest)

    def mark_undone(self, entry_id: int, at: datetime | None) -> None:
        self._ledger.check_writable()
        ticks = None if at is None else to_ticks(at)
        marked = update(tables.journal).where(tables.journal.c.id == entry_id).values(undone_at=ticks)
        if self._ledger.connection.execute(marked).rowcount == 0:
            raise NotFoundError("journal.missing", "This change is not in the history.", entry=entry_id)
