"""A store in memory for the tests of use cases. It keeps the same contract as the real one (one suite tests both)."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from assistant.config.errors import ConflictError, InputError, NotFoundError
from assistant.domain.conversation import Conversation, Message
from assistant.domain.event import Calendar, Event
from assistant.domain.example import Example
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import Change, Item, JournalEntry
from assistant.domain.reach import reach
from assistant.domain.reminder import WAITING_STATES, Reminder, ReminderState
from assistant.domain.restoring import collapsed, in_utc, is_as_left, put_back, steps
from assistant.domain.spans import AllDay, Floating
from assistant.domain.task import INBOX, Task, TaskList

T = TypeVar("T", Calendar, Event, TaskList, Task, Reminder)
MOST = 200


@dataclass
class _Data:
    """Everything the store holds."""

    items: dict[ItemKind, dict[str, Item]] = field(default_factory=lambda: {kind: {} for kind in ItemKind})
    conversations: dict[str, Conversation] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    entries: dict[int, JournalEntry] = field(default_factory=dict)
    next_entry: int = 1
    examples: dict[str, Example] = field(default_factory=dict)

    def copy(self) -> _Data:
        return _Data(
            {kind: dict(items) for kind, items in self.items.items()},
            dict(self.conversations),
            dict(self.messages),
            dict(self.entries),
            self.next_entry,
            dict(self.examples),
        )


class _Items(Generic[T]):
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


class _Calendars(_Items[Calendar]):
    kind = ItemKind.CALENDAR

    def all(self) -> tuple[Calendar, ...]:
        return tuple(sorted(self._items.values(), key=lambda one: (one.position, one.name, one.uid)))


class _Events(_Items[Event]):
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


def _start(event: Event) -> datetime:
    match event.span:
        case AllDay(start_on, _):
            return datetime(start_on.year, start_on.month, start_on.day, tzinfo=UTC)
        case Floating(on, at, _):
            return datetime.combine(on, at, UTC)
        case zoned:
            return zoned.start_at


class _TaskLists(_Items[TaskList]):
    kind = ItemKind.TASK_LIST

    def all(self) -> tuple[TaskList, ...]:
        return tuple(sorted(self._items.values(), key=lambda one: (one.position, one.name, one.uid)))

    def remove(self, uid: str) -> None:
        if uid == INBOX:
            raise InputError("task_list.inbox", "The inbox cannot be deleted.")
        super().remove(uid)


class _Tasks(_Items[Task]):
    kind = ItemKind.TASK

    def all(self, *, done: bool | None = None, list_uid: str | None = None) -> tuple[Task, ...]:
        return _in_order(
            task for task in self._items.values() if done in (None, task.done) and list_uid in (None, task.list_uid)
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


class _Reminders(_Items[Reminder]):
    kind = ItemKind.REMINDER

    def _waking(self, reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
        return tuple(sorted(reminders, key=lambda reminder: (reminder.wakes_at, reminder.uid)))

    def in_states(self, states: Sequence[ReminderState]) -> tuple[Reminder, ...]:
        return self._waking(reminder for reminder in self._items.values() if reminder.state in states)

    def all(self) -> tuple[Reminder, ...]:
        return self._waking(self._items.values())

    def of_item(self, item_uid: str) -> tuple[Reminder, ...]:
        return self._waking(reminder for reminder in self._items.values() if reminder.item_uid == item_uid)

    def next_wake(self) -> datetime | None:
        return min((one.wakes_at for one in self._items.values() if one.state in WAITING_STATES), default=None)

    def waking_until(self, moment: datetime) -> tuple[Reminder, ...]:
        return tuple(one for one in self.in_states(tuple(WAITING_STATES)) if one.wakes_at <= moment)

    def titled(self, words: str) -> tuple[Reminder, ...]:
        return self._waking(one for one in self._items.values() if _holds(words, one.text))[:MOST]

    def advance(self, reminder: Reminder) -> None:
        self._unit.writable()
        self._items[reminder.uid] = in_utc(reminder)


class _Conversations:
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
            raise _missing()
        self._unit.data.messages[message.uid] = message


class _Examples:
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


class _Journal:
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


class FakeUnit:
    """A unit of work on a copy; `commit` hands the copy to the store."""

    def __init__(self, store: FakeStore, *, writable: bool) -> None:
        self._store = store
        self._writable = writable
        self._pending: list[Change] = []
        self.data = store.data.copy()
        self.calendars = _Calendars(self)
        self.events = _Events(self)
        self.task_lists = _TaskLists(self)
        self.tasks = _Tasks(self)
        self.reminders = _Reminders(self)
        self.conversations = _Conversations(self)
        self.examples = _Examples(self)
        self.journal = _Journal(self)

    def writable(self) -> None:
        if not self._writable:
            raise RuntimeError("this unit of work only reads")

    def change(self, kind: ItemKind, uid: str, after: Item | None) -> None:
        """Sets one item and remembers the change for the journal."""
        self.writable()
        self._check_parents(after)
        before = self.data.items[kind].get(uid)
        self._set(kind, uid, after)
        self._pending.append(Change(kind=kind, uid=uid, before=before, after=after))

    def remove(self, kind: ItemKind, uid: str) -> None:
        """Removes one item and first what hangs on it."""
        self.writable()
        for inner_kind, inner_uid in tuple(self._inside(kind, uid)):
            self.remove(inner_kind, inner_uid)
        self.change(kind, uid, None)

    def _inside(self, kind: ItemKind, uid: str) -> Iterator[tuple[ItemKind, str]]:
        for item in [item for items in self.data.items.values() for item in items.values()]:
            match item:
                case Event() if kind is ItemKind.CALENDAR and item.calendar_uid == uid:
                    yield ItemKind.EVENT, item.uid
                case TaskList() if kind is ItemKind.TASK_LIST and item.parent_uid == uid:
                    yield ItemKind.TASK_LIST, item.uid
                case Task() if kind is ItemKind.TASK_LIST and item.list_uid == uid and not self._inner(item):
                    yield ItemKind.TASK, item.uid
                case Task() if kind is ItemKind.TASK and item.parent_uid == uid:
                    yield ItemKind.TASK, item.uid
                case Reminder() if (item.item_kind, item.item_uid) == (kind, uid):
                    yield ItemKind.REMINDER, item.uid

    def _inner(self, task: Task) -> bool:
        """True for a subtask whose parent is in the same list and so takes it along."""
        parent = self.data.items[ItemKind.TASK].get(task.parent_uid or "")
        return isinstance(parent, Task) and parent.list_uid == task.list_uid

    def _check_parents(self, item: Item | None) -> None:
        needed: tuple[tuple[ItemKind, str | None], ...] = ()
        match item:
            case Event():
                needed = ((ItemKind.CALENDAR, item.calendar_uid),)
            case Task():
                needed = ((ItemKind.TASK_LIST, item.list_uid), (ItemKind.TASK, item.parent_uid))
            case TaskList():
                needed = ((ItemKind.TASK_LIST, item.parent_uid),)
        if isinstance(item, Task | TaskList) and item.parent_uid is not None:
            self._check_ancestors(ItemKind.TASK if isinstance(item, Task) else ItemKind.TASK_LIST, item)
        for kind, uid in needed:
            if uid is not None and uid not in self.data.items[kind]:
                raise _missing()

    def _check_ancestors(self, kind: ItemKind, item: Task | TaskList) -> None:
        parent: Item | None = item
        while isinstance(parent, Task | TaskList) and parent.parent_uid is not None:
            if parent.parent_uid == item.uid:
                raise InputError(f"{kind}.own_parent", "Nothing is inside itself.")
            parent = self.data.items[kind].get(parent.parent_uid)

    def _set(self, kind: ItemKind, uid: str, item: Item | None) -> None:
        if item is None:
            self.data.items[kind].pop(uid, None)
        else:
            self.data.items[kind][uid] = item

    def record(self, label: str, *, at: datetime, origin: Origin = Origin.PERSON) -> JournalEntry:
        self.writable()
        entry = JournalEntry(
            id=self.data.next_entry, at=at, origin=origin, label=label, changes=collapsed(self._pending)
        )
        self.data.entries[entry.id] = entry
        self.data.next_entry += 1
        self._pending.clear()
        return entry

    def restore(self, changes: Sequence[Change], *, backwards: bool) -> None:
        self.writable()
        todo = steps(changes, backwards=backwards)
        kept = self.data.copy()
        try:
            for step in todo:
                current = self.data.items[step.kind].get(step.uid)
                if not is_as_left(current, step.left):
                    raise _changed(step.uid)
            for step in todo:
                current = self.data.items[step.kind].get(step.uid)
                target = put_back(current, step.left, step.target)
                self._check_parents(target)
                for inner_kind, inner_uid in tuple(self._inside(step.kind, step.uid)) if target is None else ():
                    if inner_kind is not ItemKind.REMINDER:
                        raise _changed(step.uid)
                    self._set(inner_kind, inner_uid, None)
                self._set(step.kind, step.uid, target)
        except (NotFoundError, InputError) as error:
            self.data = kept
            raise _changed(str(error.facts)) from error
        except ConflictError:
            self.data = kept
            raise

    def commit(self) -> None:
        self.writable()
        if self._pending:
            raise RuntimeError("a journalled change was not recorded")
        self._store.data = self.data.copy()


def _missing() -> NotFoundError:
    return NotFoundError("store.parent_missing", "The calendar, list, task or conversation does not exist any more.")


def _changed(uid: str) -> ConflictError:
    return ConflictError("journal.changed", "This was changed since and cannot be put back.", uid=uid)


class FakeStore:
    """Keeps everything in memory. One writer at a time, as in the real store.

    Attributes:
        failure: Set it to an AssistantError (or any exception) to have the next `writing` raise it once.
    """

    def __init__(self) -> None:
        self.data = _Data()
        self.data.items[ItemKind.TASK_LIST][INBOX] = TaskList(uid=INBOX, name="Inbox")
        self.data.items[ItemKind.CALENDAR]["personal"] = Calendar(uid="personal", name="Personal")
        self.failure: Exception | None = None
        self.foreign_commits = 0
        self._lock = threading.Lock()
        self._writer: int | None = None

    @contextmanager
    def writing(self) -> Iterator[FakeUnit]:
        if self._writer == threading.get_ident():
            raise RuntimeError("this thread is writing already")
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
        with self._lock:
            self._writer = threading.get_ident()
            try:
                yield FakeUnit(self, writable=True)
            finally:
                self._writer = None

    @contextmanager
    def reading(self) -> Iterator[FakeUnit]:
        yield FakeUnit(self, writable=False)

    def data_version(self) -> int:
        return self.foreign_commits

    def backup(self, target: Path) -> None:
        target.write_bytes(b"")

    def backup_if_due(self) -> Path | None:
        return None

    notice = ""
    notice_code = ""
    notice_facts: Mapping[str, Any] = {}
    readonly = False

    def close(self) -> None:
        """Nothing to release."""
