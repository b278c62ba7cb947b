"""What the use cases need of the store and of the alarm clock, as Protocols. `bootstrap` chooses who provides them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from assistant.domain.conversation import Conversation, Message
from assistant.domain.event import Calendar, Event
from assistant.domain.example import Example
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import Change, JournalEntry
from assistant.domain.part import CalendarPart
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.reminder_history import ReminderStep
from assistant.domain.search import Match, Wanted
from assistant.domain.subscription import SubscriptionState
from assistant.domain.task import Task, TaskList

# ------------------------------------------------------------------------------------------------------- the store


# In every repository `put` adds or replaces and `remove` takes along, journalled as well, what hangs on the item: the
# events of a calendar, the tasks of a list, subtasks, and the reminders of each. Removing what is not there does
# nothing. `put` into a calendar, list or parent task that is gone raises NotFoundError (``store.parent_missing``).


class Calendars(Protocol):
    """Calendars by uid. Writes are journalled."""

    def get(self, uid: str) -> Calendar | None: ...
    def all(self) -> tuple[Calendar, ...]: ...
    def put(self, calendar: Calendar) -> None: ...
    def remove(self, uid: str) -> None: ...


class Events(Protocol):
    """Events by uid. Writes are journalled."""

    def get(self, uid: str) -> Event | None: ...

    def touching(self, start_at: datetime, end_at: datetime) -> tuple[Event, ...]:
        """Events that may have an occurrence in [start_at, end_at): single ones that overlap it (all-day and floating
        ones by a day's margin), and every series that has begun before `end_at` and not certainly ended before
        `start_at`. The caller expands and cuts exactly."""
        ...

    def titled(self, words: str) -> tuple[Event, ...]:
        """Events whose title or an override's title holds `words`, case aside; newest start first, at most 200."""
        ...

    def for_tasks(self) -> tuple[Event, ...]:
        """Events that make time for a task (`Event.task_uid`), by their start, then uid."""
        ...

    def put(self, event: Event) -> None: ...
    def remove(self, uid: str) -> None: ...


class TaskLists(Protocol):
    """Task lists by uid; the inbox stays (removing it: InputError ``task_list.inbox``). Writes are journalled. A list
    under itself: InputError ``task_list.own_parent``; removing one removes the lists in it."""

    def get(self, uid: str) -> TaskList | None: ...
    def all(self) -> tuple[TaskList, ...]: ...
    def put(self, task_list: TaskList) -> None: ...
    def remove(self, uid: str) -> None: ...


class Tasks(Protocol):
    """Tasks by uid. Writes are journalled. A task under itself: InputError ``task.own_parent``."""

    def get(self, uid: str) -> Task | None: ...

    def all(self, *, done: bool | None = None, list_uid: str | None = None) -> tuple[Task, ...]:
        """Tasks by position, then age; `done` None means both."""
        ...

    def due(self, start_at: datetime, end_at: datetime) -> tuple[Task, ...]:
        """Those due from one moment to before the other, or on a day from that of the first to before the second's.

        As `all`, and done ones too.
        """
        ...

    def next_position(self, list_uid: str, parent_uid: str | None) -> int:
        """A position after all: of the subtasks of `parent_uid`, or where that is None of the tasks of the list."""
        ...

    def children(self, uid: str) -> tuple[Task, ...]: ...
    def titled(self, words: str) -> tuple[Task, ...]: ...
    def put(self, task: Task) -> None: ...
    def remove(self, uid: str) -> None: ...


class Reminders(Protocol):
    """Reminders by uid. `put` and `remove` are journalled (a person's doing), `advance` is not (a step of life)."""

    def get(self, uid: str) -> Reminder | None: ...

    def in_states(self, states: Sequence[ReminderState]) -> tuple[Reminder, ...]:
        """By `wakes_at`, then uid."""
        ...

    def all(self) -> tuple[Reminder, ...]: ...

    def latest(self, state: ReminderState, count: int) -> tuple[Reminder, ...]:
        """At most `count` in that state, the newest `wakes_at` first."""
        ...

    def count(self, state: ReminderState) -> int: ...

    def steps(self, uid: str) -> tuple[ReminderStep, ...]:
        """What happened to it, oldest first. The store writes them with each change of state."""
        ...

    def of_item(self, item_uid: str) -> tuple[Reminder, ...]: ...

    def alone(self, start: datetime, end: datetime) -> tuple[Reminder, ...]:
        """Those that hang on no item and are due from `start` to before `end`, by `wakes_at`, then uid."""
        ...

    def reminded(self, item_uids: Collection[str]) -> frozenset[str]:
        """Those of the items that have a reminder, in whatever state."""
        ...

    def next_wake(self, *, again: bool = True) -> datetime | None:
        """The earliest `wakes_at` of those scheduled or snoozed, and (`again`) `rings_at` of those shown."""
        ...

    def ringing_until(self, moment: datetime) -> tuple[Reminder, ...]:
        """Shown ones with `rings_at` <= moment, in order."""
        ...

    def waking_until(self, moment: datetime) -> tuple[Reminder, ...]:
        """Scheduled or snoozed ones with `wakes_at` <= moment, in order."""
        ...

    def titled(self, words: str) -> tuple[Reminder, ...]: ...
    def put(self, reminder: Reminder) -> None: ...
    def advance(self, reminder: Reminder) -> None: ...
    def remove(self, uid: str) -> None: ...


class Conversations(Protocol):
    """Conversations and their messages; not journalled."""

    def get(self, uid: str) -> Conversation | None: ...
    def latest(self) -> Conversation | None: ...
    def all(self) -> tuple[Conversation, ...]: ...
    def put(self, conversation: Conversation) -> None: ...
    def remove(self, uid: str) -> None: ...

    def messages(self, conversation_uid: str, *, last: int | None = None) -> tuple[Message, ...]:
        """Oldest first; with `last`, only that many of the newest."""
        ...

    def put_message(self, message: Message) -> None: ...


class Examples(Protocol):
    """Corrections kept as examples; not journalled."""

    def all(self) -> tuple[Example, ...]:
        """Newest first."""
        ...

    def put(self, example: Example) -> None: ...
    def remove(self, uid: str) -> None: ...


class Search(Protocol):
    """Finding by words. The index follows every commit."""

    def find(self, wanted: Wanted, now: datetime, most: int) -> tuple[Match, ...]:
        """The best matches, best first: by where the words are, then by nearness to `now`.

        Args:
            wanted: What is asked for. Series are found whatever its times say: the caller expands and cuts exactly.
            now: Aware.
            most: So many of each family.
        """
        ...


class Journal(Protocol):
    """Entries that were written; new ones are made by `UnitOfWork.record`."""

    def get(self, entry_id: int) -> JournalEntry | None: ...

    def latest(self, count: int, *, undone: bool | None = None) -> tuple[JournalEntry, ...]:
        """Newest first; `undone` None means both."""
        ...

    def mark_undone(self, entry_id: int, at: datetime | None) -> None:
        """Sets or (None) clears the moment of undoing."""
        ...


class Bulk(Protocol):
    """Changes by the thousand. They are journalled as rows beside the entry that `record` writes at the end of the
    unit; several units can share an entry. What hangs on it (alerts) is the caller's to bring in step."""

    def events_named(self, calendar_uid: str, names: Sequence[str]) -> dict[str, Event]:
        """Events of a calendar by their names in iCalendar files."""
        ...

    def tasks_named(self, names: Sequence[str]) -> dict[str, Task]:
        """Tasks of all lists by their names in iCalendar files."""
        ...

    def taken(self, kind: ItemKind, uids: Sequence[str]) -> frozenset[str]:
        """Those of the uids that an item of this kind has already."""
        ...

    def events_of(self, calendar_uid: str) -> Iterator[Event]:
        """All events of a calendar in the order in which they came, read as they are asked for."""
        ...

    def parts_of(self, calendar_uid: str) -> tuple[CalendarPart, ...]: ...
    def parts_named(self, calendar_uid: str, names: Sequence[str]) -> tuple[CalendarPart, ...]: ...

    @property
    def pending(self) -> bool:
        """True where rows were written that no entry has been recorded for."""
        ...

    def forget(self, entry_id: int) -> None:
        """Takes an entry out of the history; what it changed stays."""
        ...

    def go_on(self, entry_id: int) -> None:
        """What follows belongs to this entry of an earlier unit; `record` then completes it."""
        ...

    def put_events(self, changes: Sequence[tuple[Event | None, Event]]) -> None:
        """Adds or replaces events, each with what it was before. Within an entry `updated_at` is the same for all."""
        ...

    def put_tasks(self, changes: Sequence[tuple[Task | None, Task]]) -> None: ...
    def put_parts(self, changes: Sequence[tuple[CalendarPart | None, CalendarPart]]) -> None: ...

    def remove_contents(self, calendar_uid: str) -> None:
        """Takes events, parts and alerts out of a calendar."""
        ...

    def ringing(self, entry_id: int, now: datetime) -> Iterator[Event]:
        """Events that an entry changed which have alerts and may have an occurrence to come."""
        ...


class Subscriptions(Protocol):
    """How the last readings of subscribed calendars went; not journalled."""

    def get(self, calendar_uid: str) -> SubscriptionState | None: ...
    def all(self) -> tuple[SubscriptionState, ...]: ...
    def put(self, state: SubscriptionState) -> None: ...


class UnitOfWork(Protocol):
    """One transaction, in the calling thread. Leaving without `commit` rolls back. Never call a model, the network
    or a callback inside. Returned values are frozen and stay valid afterwards."""

    @property
    def calendars(self) -> Calendars: ...
    @property
    def events(self) -> Events: ...
    @property
    def task_lists(self) -> TaskLists: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def examples(self) -> Examples: ...
    @property
    def search(self) -> Search: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def bulk(self) -> Bulk: ...
    @property
    def subscriptions(self) -> Subscriptions: ...

    def record(self, label: str, *, at: datetime, origin: Origin = Origin.PERSON) -> JournalEntry:
        """Writes one journal entry of all journalled changes since the last `record` in this unit."""
        ...

    def restore(self, changes: Sequence[Change], *, backwards: bool, rows_of: int | None = None) -> None:
        """Puts back each `before` (backwards) or `after` (forwards), unjournalled.

        A reminder goes on with the life it has now, unless the change was about its moment or its life. An item that
        goes takes all its reminders along, also those that were made since. `rows_of` is the entry whose rows are put
        back along with the changes.

        Raises:
            ConflictError: ``journal.changed`` where an item is no longer as the change left it (the life cycle of
                reminders does not count), where something else hangs on what would go, or where what it hung on is
                gone. Nothing is changed then.
        """
        ...

    def commit(self) -> None:
        """Commits. A journalled change that was not recorded is a bug and raises RuntimeError."""
        ...


class Store(Protocol):
    """The database of one profile."""

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Begins at once with the write lock (BEGIN IMMEDIATE).

        Raises:
            StoreError: ``store.locked``, ``store.full``, ``store.readonly``, ``store.damaged``.
        """
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; writing through it raises RuntimeError."""
        ...

    def data_version(self) -> int:
        """Changes with every commit, of another process and of this one (PRAGMA data_version on one connection)."""
        ...

    def backup(self, target: Path) -> None:
        """Copies the whole database while it is in use."""
        ...

    def backup_if_due(self) -> Path | None:
        """Makes the day's automatic backup where it is missing, keeps the newest seven; for a background thread.

        Returns:
            The new file, or None where today has one already or the profile is read-only.
        """
        ...

    @property
    def notice(self) -> str:
        """A sentence where opening needed care ("opened read-only…", "restored from the backup of…"), else empty."""
        ...

    @property
    def notice_code(self) -> str:
        """What the window translates the notice by: ``store.readonly``, ``store.restored``, or empty."""
        ...

    @property
    def notice_facts(self) -> Mapping[str, object]:
        """Values that a translated notice needs: ``backup_at`` (aware), ``kept`` (path of the damaged file) where
        restored; ``reason`` (the code of the error: ``store.readonly``, ``store.full``, …) where read-only."""
        ...

    @property
    def readonly(self) -> bool: ...

    def close(self) -> None: ...


# ------------------------------------------------------------------------------------------------------ waking up


class WakeUps(Protocol):
    """Calls back at a moment. Holds only the next one; the truth is the reminders table."""

    def set_next(self, moment: datetime | None) -> None:
        """Replaces the next wake-up; a moment in the past fires at once, None cancels."""
        ...

    def start(self, callback: Callable[[], None]) -> None:
        """`callback()` runs in a thread of its own, also after a jump of the clock or a change of the zone."""
        ...

    def nudge(self) -> None:
        """Calls back at once: time may have passed unseen."""
        ...

    def close(self) -> None: ...
