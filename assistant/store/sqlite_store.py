"""The Store of `services.ports` on one SQLite file."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.domain.clock import Clock
from assistant.store import backups, search_spellings
from assistant.store.connections import ask, connect, engine
from assistant.store.failures import files_told, store_error, told
from assistant.store.migrations import MIGRATIONS, Migration
from assistant.store.opening import Opening, marker
from assistant.store.unit_of_work import SqlUnitOfWork

# A writer of this process is sure to end, though it may be putting a hundred thousand events back.
_PATIENCE = 10
_log = logging.getLogger(__name__)


class SqliteStore:
    """See `ports.Store`. Safe in any thread; each `with` has a connection of its own in the calling thread."""

    def __init__(
        self, paths: Paths, clock: Clock, *, timeout: float = 5.0, migrations: Sequence[Migration] = MIGRATIONS
    ) -> None:
        """Opens or creates the profile's database.

        Args:
            paths: Names the file and the folder of backups.
            clock: For the names of backups and the steps of reminders.
            timeout: Seconds to wait for a writer in another process; for one in this process, that many times longer.
            migrations: All, from schema 1 on.
        """
        self._file = paths.database
        self._backups = paths.backups
        self._clock = clock
        self._timeout = timeout
        self._migrations = migrations
        self._condition = Opening(paths, clock, timeout, migrations).prepare()
        self._writers = engine(self._connected(), "BEGIN IMMEDIATE")
        self._readers = engine(self._connected(query_only=True), "BEGIN")
        self._write_lock = threading.Lock()
        self._writing = threading.local()
        self._watch_lock = threading.Lock()
        self._watch: sqlite3.Connection | None = None

    def _connected(self, *, query_only: bool = False) -> Callable[[], sqlite3.Connection]:
        def opened() -> sqlite3.Connection:
            connection = connect(self._file, self._condition.mode, self._timeout)
            search_spellings.prepare(connection)
            if query_only:
                connection.execute("PRAGMA query_only=ON")
            return connection

        return opened

    @contextmanager
    def writing(self) -> Iterator[SqlUnitOfWork]:
        """Begins at once with the write lock; leaving without `commit` rolls back.

        Raises:
            StoreError: ``store.locked``, ``store.full``, ``store.readonly``, ``store.damaged``, ``store.disk``.
            RuntimeError: This thread is writing already; it would wait for itself.
        """
        if self.readonly:
            raise store_error("store.readonly", self._file)
        if getattr(self._writing, "now", False):
            raise RuntimeError("this thread is writing already")
        if not self._write_lock.acquire(timeout=self._timeout * _PATIENCE):
            raise store_error("store.locked", self._file)
        self._writing.now = True
        try:
            with self._watched(), self._writers.connect() as connection:
                connection.begin()
                yield SqlUnitOfWork(connection, writable=True, now=self._clock.now)
        finally:
            self._writing.now = False
            self._write_lock.release()

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """A consistent view, as of its first question."""
        with self._watched(), self._readers.connect() as connection:
            yield SqlUnitOfWork(connection, writable=False, now=self._clock.now)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Translates what SQLite says; damage is remembered for the next start, which can do something about it."""
        try:
            with told(self._file):
                yield
        except StoreError as error:
            if error.code == "store.damaged":
                self._remember_damage()
            raise

    def _remember_damage(self) -> None:
        try:
            marker(self._file).touch()
        except OSError as error:
            _log.warning("the damage cannot be noted for the next start: %s", error.strerror)

    def data_version(self) -> int:
        """Changes with every commit, of this process or another; asked on one connection of its own."""
        with self._watch_lock, told(self._file):
            if self._watch is None:
                self._watch = self._connected(query_only=True)()
            return ask(self._watch, "data_version")

    def backup(self, target: Path) -> None:
        """Copies the whole database while it is in use, and checks the copy."""
        with files_told(target), self._watched():
            target.parent.mkdir(parents=True, exist_ok=True)
            backups.copy(self._file, target, self._timeout, mode=self._condition.mode)

    def backup_if_due(self) -> Path | None:
        """Makes the day's automatic backup where it is missing, keeps the newest seven."""
        if self.readonly:
            return None
        now = self._clock.now()
        days = {
            backup.at.astimezone(self._clock.zone()).date()
            for backup in backups.listed(self._backups)
            if backup.why == backups.DAILY
        }
        if now.date() in days:
            return None
        with self._watched():
            return backups.make(self._file, self._backups, now, backups.DAILY, self._timeout).path

    @property
    def notice(self) -> str:
        """A sentence where opening needed care, else empty."""
        return self._condition.notice

    @property
    def notice_code(self) -> str:
        """What the window translates the notice by, else empty."""
        return self._condition.notice_code

    @property
    def notice_facts(self) -> Mapping[str, object]:
        """Values that the translated notice needs."""
        return self._condition.notice_facts

    @property
    def readonly(self) -> bool:
        """True where `writing` always raises ``store.readonly``."""
        return self._condition.mode != "rw"

    def close(self) -> None:
        """Closes every connection; the last one to close brings the log into the file."""
        with self._watch_lock:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self._readers.dispose()
        self._writers.dispose()
        if self._condition.occupancy is not None:
            self._condition.occupancy.close()
