"""One transaction with all repositories, and the journal over it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from assistant.config.errors import ConflictError, InputError
from assistant.domain.items import Origin
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


class SqlUnitOfWork:
    """See `ports.UnitOfWork`. The store begins and ends the transaction of `connection`."""

    def __init__(self, connection: Connection, *, writable: bool) -> None:
        self._ledger = Ledger(connection, writable=writable)
        self.calendars = Calendars(self._ledger)
        self.events = Events(self._ledger)
        self.task_lists = TaskLists(self._ledger)
        self.tasks = Tasks(self._ledger)
        self.reminders = Reminders(self._ledger)
        self.conversations = Conversations(self._ledger)
        self.examples = Examples(self._ledger)
        self.search = Search(self._ledger)
        self.journal = Journal(self._ledger)

    def record(self, label: str, *, at: datetime, origin: Origin = Origin.PERSON) -> JournalEntry:
        """Writes one journal entry of all journalled changes since the last `record` in this unit."""
        self._ledger.check_writable()
        entry = JournalEntry(id=0, at=at, origin=origin, label=label, changes=collapsed(self._ledger.changes))
        written = self._ledger.connection.execute(insert(tables.journal), rows.ENTRY.to_row(entry))
        self._ledger.forget_changes()
        assert written.inserted_primary_key is not None
        return replace(entry, id=written.inserted_primary_key[0])

    def restore(self, changes: Sequence[Change], *, backwards: bool) -> None:
        """Puts back each `before` (backwards) or `after` (forwards), unjournalled: all of it or nothing.

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
        attempt = self._ledger.connection.begin_nested()
        try:
            for step, item in zip(todo, current, strict=True):
                self._ledger.set_item(step.kind, step.uid, put_back(item, step.left, step.target))
        except (IntegrityError, InputError) as error:
            attempt.rollback()
            raise _changed(step.uid) from error
        attempt.commit()

    def commit(self) -> None:
        """Commits.

        Raises:
            RuntimeError: A journalled change was not recorded.
        """
        self._ledger.check_writable()
        if self._ledger.changes:
            raise RuntimeError("a journalled change was not recorded")
        driver = self._ledger.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        index_pending(driver)
        self._ledger.connection.commit()


def _changed(uid: str) -> ConflictError:
    return ConflictError("journal.changed", "This was changed since and cannot be put back.", uid=uid)
