"""One transaction with all repositories, and the journal over it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from assistant.config.errors import ConflictError, InputError
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import Change, JournalEntry
from assistant.domain.restoring import collapsed, is_as_left, put_back, steps
from assistant.store import rows, tables
from assistant.store.ledger import Ledger
from assistant.store.repositories import (
    Calendars,
    Conversations,
    Events,
    Examples,
    Journal,
    Reminders,
    TaskLists,
    Tasks,
)
from assistant.store.search_index import index_pending
from assistant.store.searching import Search
from assistant.store.subscriptions import Subscriptions

_HOLDERS = (ItemKind.CALENDAR, ItemKind.TASK_LIST)


class SqlUnitOfWork:
    """See `ports.UnitOfWork`. The store begins and ends the transaction of `connection`."""

    def __init__(self, connection: Connection, *, writable: bool, now: Callable[[], datetime]) -> None:
        self._ledger = Ledger(connection, writable=writable, now=now)
        self.calendars = Calendars(self._ledger)
        self.events = Events(self._ledger)
        self.task_lists = TaskLists(self._ledger)
        self.tasks = Tasks(self._ledger)
        self.reminders = Reminders(self._ledger)
        self.conversations = Conversations(self._ledger)
        self.examples = Examples(self._ledger)
        self.search = Search(self._ledger)
        self.journal = Journal(self._ledger)
        self.bulk = self._ledger.bulk
        self.subscriptions = Subscriptions(connection)

    def record(self, label: str, *, at: datetime, origin: Origin = Origin.PERSON) -> JournalEntry:
        """Writes one journal entry of all journalled changes since the last `record` in this unit."""
        self._ledger.check_writable()
        entry = JournalEntry(id=0, at=at, origin=origin, label=label, changes=collapsed(self._ledger.changes))
        self._ledger.forget_changes()
        if self.bulk.entry_id is not None:
            return self._fill(self.bulk.entry_id, entry)
        written = self._ledger.connection.execute(insert(tables.journal), rows.ENTRY.to_row(entry))
        assert written.inserted_primary_key is not None
        return replace(entry, id=written.inserted_primary_key[0])

    def _fill(self, entry_id: int, entry: JournalEntry) -> JournalEntry:
        """Completes the entry that rows were written for, now or in an earlier transaction."""
        before = self.journal.get(entry_id)
        changes = collapsed((*(before.changes if before else ()), *entry.changes))
        full = replace(entry, id=entry_id, changes=changes, rows=self.bulk.count(entry_id))
        of_entry = update(tables.journal).where(tables.journal.c.id == entry_id)
        self._ledger.connection.execute(of_entry.values(rows.ENTRY.to_row(full)))
        self.bulk.entry_id = None
        return full

    def restore(self, changes: Sequence[Change], *, backwards: bool, rows_of: int | None = None) -> None:
        """Puts back each `before` (backwards) or `after` (forwards), unjournalled: all of it or nothing.

        `rows_of` is the entry whose rows are put back along with them.

        Raises:
            ConflictError: ``journal.changed``, also where something else hangs on what would go, or where the
                calendar, list or parent task of what would come is gone.
        """
        self._ledger.check_writable()
        todo = steps(changes, backwards=backwards)
        current = [self._ledger.item(step.kind, step.uid) for step in todo]
        for step, item in zip(todo, current, strict=True):
            if not is_as_left(item, step.left):
                raise _changed(step.uid)
        # What rows go into comes before them, and goes after them.
        holders_first = any(step.target is not None for step in todo if step.kind in _HOLDERS)
        uid = ""
        attempt = self._ledger.connection.begin_nested()
        try:
            if rows_of is not None and not holders_first:
                self.bulk.restore(rows_of, backwards=backwards)
            for step, item in zip(todo, current, strict=True):
                uid = step.uid
                self._ledger.set_item(step.kind, step.uid, put_back(item, step.left, step.target))
            if rows_of is not None and holders_first:
                self.bulk.restore(rows_of, backwards=backwards)
        except (IntegrityError, InputError) as error:
            attempt.rollback()
            raise _changed(uid) from error
        except ConflictError:
            attempt.rollback()
            raise
        attempt.commit()

    def commit(self) -> None:
        """Commits.

        Raises:
            RuntimeError: A journalled change was not recorded.
        """
        self._ledger.check_writable()
        if self._ledger.changes or self.bulk.entry_id is not None:
            raise RuntimeError("a journalled change was not recorded")
        driver = self._ledger.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        index_pending(driver)
        self._ledger.connection.commit()


def _changed(uid: str) -> ConflictError:
    return ConflictError("journal.changed", "This was changed since and cannot be put back.", uid=uid)
