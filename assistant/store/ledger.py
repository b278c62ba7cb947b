"""One transaction's reading and writing of values, and what it has changed so far for the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Delete, Select, Table, bindparam, delete, select

from assistant.config.errors import InputError
from assistant.domain.items import ItemKind
from assistant.domain.journal import Change, Item
from assistant.domain.reminder import Reminder
from assistant.domain.restoring import in_utc, steps
from assistant.domain.task import Task, TaskList
from assistant.store import reminder_steps, tables
from assistant.store.bulk import Bulk
from assistant.store.rows import ITEM_SHAPES, REMINDER
from assistant.store.shapes import Shape
from assistant.store.upserts import upsert

T = TypeVar("T")
# SQLite takes a limited number of values in one statement.
_AT_ONCE = 500
# Where to look for what hangs on an item of the first kind: the kind, and the column that names it.
_HANGING = (
    (ItemKind.CALENDAR, ItemKind.EVENT, tables.events.c.calendar_uid),
    (ItemKind.TASK_LIST, ItemKind.TASK, tables.tasks.c.list_uid),
    (ItemKind.TASK_LIST, ItemKind.TASK_LIST, tables.task_lists.c.parent_uid),
    (ItemKind.TASK, ItemKind.TASK, tables.tasks.c.parent_uid),
    (ItemKind.EVENT, ItemKind.REMINDER, tables.reminders.c.item_uid),
    (ItemKind.TASK, ItemKind.REMINDER, tables.reminders.c.item_uid),
)


@lru_cache
def _by_uid(table: Table) -> Select[Any]:
    return select(table).where(table.c.uid == bindparam("uid"))


@lru_cache
def _deletion(table: Table) -> Delete:
    return delete(table).where(table.c.uid == bindparam("uid"))


class Ledger:
    """Lives as long as its connection's transaction, in one thread."""

    def __init__(self, connection: Connection, *, writable: bool, now: Callable[[], datetime]) -> None:
        """`now` gives the moments of steps in the lives of reminders."""
        self.connection = connection
        self._now = now
        self._writable = writable
        self._changes: list[Change] = []
        self.bulk = Bulk(connection, writable=writable)

    def check_writable(self) -> None:
        """Raises RuntimeError in a transaction that only reads."""
        if not self._writable:
            raise RuntimeError("this unit of work only reads")

    def get(self, shape: Shape[T], uid: str) -> T | None:
        """The value with this uid."""
        row = self.connection.execute(_by_uid(shape.table), {"uid": uid}).first()
        return None if row is None else shape.read(row)

    def find(self, shape: Shape[T], statement: Select[Any]) -> tuple[T, ...]:
        """The values of the rows that a select of the whole table brings."""
        return tuple(shape.read(row) for row in self.connection.execute(statement))

    def keep(self, shape: Shape[T], value: T) -> None:
        """Adds or replaces a value, unjournalled."""
        self.check_writable()
        before = self.get(REMINDER, value.uid) if isinstance(value, Reminder) else None
        self.connection.execute(upsert(shape.table), shape.to_row(value))
        if isinstance(value, Reminder):
            reminder_steps.note(self.connection, before, value, self._now())

    def drop(self, shape: Shape[Any], uid: str) -> None:
        """Removes a value, unjournalled."""
        self.check_writable()
        self.connection.execute(_deletion(shape.table), {"uid": uid})

    def item(self, kind: ItemKind, uid: str) -> Item | None:
        """The journalled item with this uid."""
        found: Item | None = self.get(ITEM_SHAPES[kind], uid)
        return found

    def set_item(self, kind: ItemKind, uid: str, item: Item | None) -> None:
        """Puts an item into place, or away with its reminders, unjournalled.

        Raises:
            InputError: ``task.own_parent``, ``task_list.own_parent`` where it would come to hang on itself.
        """
        if item is None:
            announcing = (tables.reminders.c.item_kind == kind.value) & (tables.reminders.c.item_uid == uid)
            self.connection.execute(delete(tables.reminders).where(announcing))
            self.drop(ITEM_SHAPES[kind], uid)
            return
        if isinstance(item, Task | TaskList):
            self._check_ancestors(kind, item)
        self.keep(ITEM_SHAPES[kind], item)

    def put(self, kind: ItemKind, item: Item) -> None:
        """Adds or replaces an item and remembers the change."""
        self.check_writable()
        before, after = self.item(kind, item.uid), in_utc(item)
        self.set_item(kind, item.uid, after)
        self._changes.append(Change(kind=kind, uid=item.uid, before=before, after=after))

    def remove(self, kind: ItemKind, uid: str) -> None:
        """Removes an item with all that hangs on it, and remembers each change."""
        self.check_writable()
        item = self.item(kind, uid)
        if item is None:
            return
        if kind is ItemKind.CALENDAR and self.bulk.is_big(uid):
            self.bulk.remove_contents(uid)
        going = {(kind, uid): item}
        frontier = {kind: [uid]}
        while frontier:
            found = {key: value for key, value in self._hanging_on(frontier) if key not in going}
            going |= found
            frontier = {}
            for inner_kind, inner_uid in found:
                frontier.setdefault(inner_kind, []).append(inner_uid)
        changes = [Change(kind=key[0], uid=key[1], before=value, after=None) for key, value in going.items()]
        for step in steps(changes, backwards=False):
            self.drop(ITEM_SHAPES[step.kind], step.uid)
            self._changes.append(Change(kind=step.kind, uid=step.uid, before=step.left, after=None))

    def _hanging_on(self, frontier: dict[ItemKind, list[str]]) -> Iterable[tuple[tuple[ItemKind, str], Item]]:
        for outer, inner, column in _HANGING:
            uids = frontier.get(outer, [])
            shape = ITEM_SHAPES[inner]
            for start in range(0, len(uids), _AT_ONCE):
                statement = select(shape.table).where(column.in_(uids[start : start + _AT_ONCE]))
                if inner is ItemKind.REMINDER:
                    statement = statement.where(tables.reminders.c.item_kind == outer.value)
                for value in self.find(shape, statement):
                    yield (inner, value.uid), value

    def _check_ancestors(self, kind: ItemKind, item: Task | TaskList) -> None:
        parent: Item | None = item
        while isinstance(parent, Task | TaskList) and parent.parent_uid is not None:
            if parent.parent_uid == item.uid:
                if kind is ItemKind.TASK_LIST:
                    raise InputError("task_list.own_parent", "A list cannot be inside itself.")
                raise InputError("task.own_parent", "A task cannot be its own subtask.")
            parent = self.item(kind, parent.parent_uid)

    @property
    def changes(self) -> Sequence[Change]:
        """The journalled changes since the last `forget_changes`."""
        return self._changes

    def forget_changes(self) -> None:
        """Starts anew, after an entry was written."""
        self._changes = []
