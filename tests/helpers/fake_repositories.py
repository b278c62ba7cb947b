"""The repositories of the store in memory: see `fake_store`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Conversation, Message
from assistant.domain.event import Calendar, Event
from assistant.domain.example import Example
from assistant.domain.items import ItemKind
from assistant.domain.journal import Item, JournalEntry
from assistant.domain.part import CalendarPart
from assistant.domain.reach import reach
from assistant.domain.reminder import WAITING_STATES, Reminder, ReminderState
from assistant.domain.reminder_history import ReminderStep, steps_so_far
from assistant.domain.restoring import in_utc
from assistant.domain.spans import AllDay, Floating
from assistant.domain.subscription import SubscriptionState
from assistant.domain.task import INBOX, Task, TaskList

if TYPE_CHECKING:
    from tests.helpers.fake_store import FakeUnit

T = TypeVar("T", Calendar, Event, TaskList, Task, Reminder)
MOST = 200


@dataclass
class Data:
    """Everything the store holds."""

    items: dict[ItemKind, dict[str, Item]] = field(default_factory=lambda: {kind: {} for kind in ItemKind})
    conversations: dict[str, Conversation] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    entries: dict[int, JournalEntry] = field(default_factory=dict)
    next_entry: int = 1
    examples: dict[str, Example] = field(default_factory=dict)
    parts: dict[str, CalendarPart] = field(default_factory=dict)
    subscriptions: dict[str, SubscriptionState] = field(default_factory=dict)

    def copy(self) -> Data:
        return Data(
            {kind: dict(items) for kind, items in self.items.items()},
            dict(self.conversations),
            dict(self.messages),
            dict(self.entries),
            self.next_entry,
            dict(self.examples),
            dict(self.parts),
            dict(self.subscriptions),
        )


class Items(Generic[T]):
    """What all repositories of journalled items do alike."""

    kind: ItemKind

    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    @property
    def _items(self) -> dict[str, T]:
        return cast("dict[str, T]", self._unit.data.items[self.kind])

    def get(self, uid: str) -> T | None:
        return self._items.get(uid)

    def put(self, item: T) -> None:
        self._unit.change(self.kind, item.uid, in_utc(item))

    def remove(self, uid: str) -> None:
        self._unit.writable()
        if uid in self._items:
            self._unit.remove(self.kind, uid)


def _holds(words: str, *texts: str) -> bool:
    return any(words.strip().casefold() in text.casefold() for text in texts)


class Calendars(Items[Calendar]):
    kind = ItemKind.CALENDAR

    def all(self) -> tuple[Calendar, ...]:
        return tuple(sorted(self._items.values(), key=lambda one: (one.position, one.name, one.uid)))


class Events(Items[Event]):
    kind = ItemKind.EVENT

    def touching(self, start_at: datetime, end_at: datetime) -> tuple[Event, ...]:
        found = []
        for event in self._items.values():
            first, last = reach(event)
            if first < end_at and (last is None or last >= start_at):
                found.append(event)
        return tuple(sorted(found, key=lambda event: (_start(event), event.uid)))

    def titled(self, words: str) -> tuple[Event, ...]:
        found = [
            event
            for event in self._items.values()
            if _holds(words, event.title, *(override.title for override in event.overrides))
        ]
        found.sort(key=lambda event: event.uid)
        return tuple(sorted(found, key=_start, reverse=True))[:MOST]

    def for_tasks(self) -> tuple[Event, ...]:
        planned = [event for event in self._items.values() if event.task_uid is not None]
        return tuple(sorted(planned, key=lambda event: (_start(event), event.uid)))


def _start(event: Event) -> datetime:
    match event.span:
        case AllDay(start_on, _):
            return datetime(start_on.year, start_on.month, start_on.day, tzinfo=UTC)
        case Floating(on, at, _):
            return datetime.combine(on, at, UTC)
        case zoned:
            return zoned.start_at


class TaskLists(Items[TaskList]):
    kind = ItemKind.TASK_LIST

    def all(self) -> tuple[TaskList, ...]:
        return tuple(sorted(self._items.values(), key=lambda one: (one.position, one.name, one.uid)))

    def remove(self, uid: str) -> None:
        if uid == INBOX:
            raise InputError("task_list.inbox", "The inbox cannot be deleted.")
        super().remove(uid)


class Tasks(Items[Task]):
    kind = ItemKind.TASK

    def all(self, *, done: bool | None = None, list_uid: str | None = None) -> tuple[Task, ...]:
        return _in_order(
            task for task in self._items.values() if done in (None, task.done) and list_uid in (None, task.list_uid)
        )

    def due(self, start_at: datetime, end_at: datetime) -> tuple[Task, ...]:
        return tuple(
            task
            for task in self.all()
            if (task.due_at is not None and start_at <= task.due_at < end_at)
            or (task.due_on is not None and start_at.date() <= task.due_on < end_at.date())
        )

    def next_position(self, list_uid: str, parent_uid: str | None) -> int:
        beside = [
            task.position
            for task in self._items.values()
            if (task.list_uid == list_uid if parent_uid is None else task.parent_uid == parent_uid)
        ]
        return max(beside, default=-1) + 1

    def children(self, uid: str) -> tuple[Task, ...]:
        return _in_order(task for task in self._items.values() if task.parent_uid == uid)

    def titled(self, words: str) -> tuple[Task, ...]:
        return _in_order(task for task in self._items.values() if _holds(words, task.title))[:MOST]


def _in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=lambda task: (task.position, task.created_at, task.uid)))


class Reminders(Items[Reminder]):
    kind = ItemKind.REMINDER

    def _waking(self, reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
        return tuple(sorted(reminders, key=lambda reminder: (reminder.wakes_at, reminder.uid)))

    def in_states(self, states: Sequence[ReminderState]) -> tuple[Reminder, ...]:
        return self._waking(reminder for reminder in self._items.values() if reminder.state in states)

    def all(self) -> tuple[Reminder, ...]:
        return self._waking(self._items.values())

    def latest(self, state: ReminderState, count: int) -> tuple[Reminder, ...]:
        found = sorted(self.in_states((state,)), key=lambda reminder: reminder.wakes_at, reverse=True)
        return tuple(found[:count])

    def count(self, state: ReminderState) -> int:
        return len(self.in_states((state,)))

    def steps(self, uid: str) -> tuple[ReminderStep, ...]:
        """Only what the reminder itself tells: this store has no clock."""
        return steps_so_far(self._items[uid]) if uid in self._items else ()

    def of_item(self, item_uid: str) -> tuple[Reminder, ...]:
        return self._waking(reminder for reminder in self._items.values() if reminder.item_uid == item_uid)

    def alone(self, start: datetime, end: datetime) -> tuple[Reminder, ...]:
        return tuple(one for one in self.all() if one.item_uid is None and start <= one.due_at < end)

    def reminded(self, item_uids: Collection[str]) -> frozenset[str]:
        return frozenset(one.item_uid for one in self._items.values() if one.item_uid in item_uids and one.item_uid)

    def next_wake(self, *, again: bool = True) -> datetime | None:
        waiting = [one.wakes_at for one in self._items.values() if one.state in WAITING_STATES]
        shown = [one.rings_at for one in self.in_states((ReminderState.SHOWN,)) if again and one.rings_at is not None]
        return min((*waiting, *shown), default=None)

    def ringing_until(self, moment: datetime) -> tuple[Reminder, ...]:
        shown = self.in_states((ReminderState.SHOWN,))
        return tuple(one for one in shown if one.rings_at is not None and one.rings_at <= moment)

    def waking_until(self, moment: datetime) -> tuple[Reminder, ...]:
        return tuple(one for one in self.in_states(tuple(WAITING_STATES)) if one.wakes_at <= moment)

    def titled(self, words: str) -> tuple[Reminder, ...]:
        return self._waking(one for one in self._items.values() if _holds(words, one.text))[:MOST]

    def advance(self, reminder: Reminder) -> None:
        self._unit.writable()
        self._items[reminder.uid] = in_utc(reminder)


class Conversations:
    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def get(self, uid: str) -> Conversation | None:
        return self._unit.data.conversations.get(uid)

    def latest(self) -> Conversation | None:
        return next(iter(self.all()), None)

    def all(self) -> tuple[Conversation, ...]:
        found = sorted(self._unit.data.conversations.values(), key=lambda one: one.uid)
        return tuple(sorted(found, key=lambda one: one.updated_at, reverse=True))

    def put(self, conversation: Conversation) -> None:
        self._unit.writable()
        self._unit.data.conversations[conversation.uid] = conversation

    def remove(self, uid: str) -> None:
        self._unit.writable()
        self._unit.data.conversations.pop(uid, None)
        for message in self.messages(uid):
            del self._unit.data.messages[message.uid]

    def messages(self, conversation_uid: str, *, last: int | None = None) -> tuple[Message, ...]:
        found = [one for one in self._unit.data.messages.values() if one.conversation_uid == conversation_uid]
        found.sort(key=lambda one: one.created_at)
        return tuple(found if last is None else found[max(0, len(found) - last) :])

    def put_message(self, message: Message) -> None:
        self._unit.writable()
        if message.conversation_uid not in self._unit.data.conversations:
            raise missing()
        self._unit.data.messages[message.uid] = message


class Examples:
    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def all(self) -> tuple[Example, ...]:
        found = sorted(self._unit.data.examples.values(), key=lambda one: one.uid)
        return tuple(sorted(found, key=lambda one: one.created_at, reverse=True))

    def put(self, example: Example) -> None:
        self._unit.writable()
        self._unit.data.examples[example.uid] = example

    def remove(self, uid: str) -> None:
        self._unit.writable()
        self._unit.data.examples.pop(uid, None)


class Journal:
    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def get(self, entry_id: int) -> JournalEntry | None:
        return self._unit.data.entries.get(entry_id)

    def latest(self, count: int, *, undone: bool | None = None) -> tuple[JournalEntry, ...]:
        entries = sorted(self._unit.data.entries.values(), key=lambda entry: entry.id, reverse=True)
        return tuple(one for one in entries if undone in (None, one.undone_at is not None))[:count]

    def mark_undone(self, entry_id: int, at: datetime | None) -> None:
        self._unit.writable()
        entry = self._unit.data.entries.get(entry_id)
        if entry is None:
            raise NotFoundError("journal.missing", "This change is not in the history.", entry=entry_id)
        self._unit.data.entries[entry_id] = replace(entry, undone_at=at)


def missing() -> NotFoundError:
    return NotFoundError("store.parent_missing", "The calendar, list, task or conversation does not exist any more.")
