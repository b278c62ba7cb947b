"""A store in memory for the tests of use cases. It keeps the same contract as the real one (one suite tests both)."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.config.errors import ConflictError, InputError, NotFoundError
from assistant.domain.event import Calendar, Event
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import Change, Item, JournalEntry
from assistant.domain.reminder import Reminder
from assistant.domain.restoring import collapsed, is_as_left, put_back, steps
from assistant.domain.task import INBOX, Task, TaskList
from tests.helpers.fake_bulk import FakeBulk, FakeSubscriptions
from tests.helpers.fake_repositories import (
    Calendars,
    Conversations,
    Data,
    Events,
    Examples,
    Journal,
    Reminders,
    TaskLists,
    Tasks,
    missing,
)
from tests.helpers.fake_search import Search


class FakeUnit:
    """A unit of work on a copy; `commit` hands the copy to the store."""

    def __init__(self, store: FakeStore, *, writable: bool) -> None:
        self._store = store
        self._writable = writable
        self._pending: list[Change] = []
        self.data = store.data.copy()
        self.calendars = Calendars(self)
        self.events = Events(self)
        self.task_lists = TaskLists(self)
        self.tasks = Tasks(self)
        self.reminders = Reminders(self)
        self.conversations = Conversations(self)
        self.examples = Examples(self)
        self.search = Search(self)
        self.journal = Journal(self)
        self.bulk = FakeBulk(self)
        self.subscriptions = FakeSubscriptions(self)

    @property
    def pending(self) -> bool:
        """True where changes were made that no entry has been recorded for."""
        return bool(self._pending)

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
                raise missing()

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

    def restore(self, changes: Sequence[Change], *, backwards: bool, rows_of: int | None = None) -> None:
        self.writable()
        assert rows_of is None
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


def _changed(uid: str) -> ConflictError:
    return ConflictError("journal.changed", "This was changed since and cannot be put back.", uid=uid)


class FakeStore:
    """Keeps everything in memory. One writer at a time, as in the real store.

    Attributes:
        failure: Set it to an AssistantError (or any exception) to have the next `writing` raise it once.
    """

    def __init__(self) -> None:
        self.data = Data()
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
