"""From whatever lies on the disk to a database that can be used: checked, restored, brought up to date, or refused.

A damaged file is never written over: it is kept under a new name when a backup takes its place, and stays where it is
when there is none.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.domain.clock import Clock
from assistant.store import backups
from assistant.store.connections import Mode, ask, connect
from assistant.store.failures import files_told, store_error, told
from assistant.store.migrations import Migration, migrate, newer

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Condition:
    """How the database can be used, and what the person should know about it."""

    mode: Mode = "rw"
    notice: str = ""
    notice_code: str = ""
    notice_facts: Mapping[str, object] = field(default_factory=dict)


class Opening:
    """Prepares the database of one profile, once, before anything else opens it in this process."""

    def __init__(self, paths: Paths, clock: Clock, timeout: float, migrations: Sequence[Migration]) -> None:
        self._file = paths.database
        self._backups = paths.backups
        self._clock = clock
        self._timeout = timeout
        self._migrations = migrations

    def prepare(self) -> Condition:
        """Leaves a database of the newest schema in place.

        Raises:
            StoreError: ``store.newer``, ``store.damaged``, ``store.locked``, ``store.full``, ``store.unreadable``,
                ``store.readonly`` (where it cannot even be read without writing), ``store.disk``.
        """
        self._finish_interrupted()
        self._refuse_newer()
        try:
            if self._file.exists() and not _writable(self._file):
                raise store_error("store.readonly", self._file)
            return self._prepared_for_writing()
        except StoreError as error:
            if error.code in ("store.readonly", "store.full", "store.unreadable") and self._file.exists():
                return self._for_reading(error)
            raise

    def _prepared_for_writing(self) -> Condition:
        with files_told(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            if self._suspect() and self._found_damaged():
                raise store_error("store.damaged", self._file)
            self._bring_up_to_date()
        except StoreError as error:
            if error.code != "store.damaged":
                raise
            return self._restored(error)
        return Condition()

    def _bring_up_to_date(self) -> None:
        with told(self._file), closing(connect(self._file, "rwc", self._timeout)) as connection:
            version = ask(connection, "user_version")
            if version == 0 and ask(connection, "page_count") > 0 and _has_tables(connection):
                raise store_error("store.damaged", self._file)
            self._switch_to_log(connection)
            migrate(connection, self._file, self._backups, self._clock.now(), self._migrations)

    def _switch_to_log(self, connection: sqlite3.Connection) -> None:
        """SQLite does not wait for this lock by itself, so two first starts at once would get in each other's way."""
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    # -------------------------------------------------------------------------------------------------- newer

    def _refuse_newer(self) -> None:
        """Looks at the header alone, because the refused file shall stay as it is to the last byte."""
        try:
            with closing(connect(self._file, "immutable", 0)) as connection:
                version = ask(connection, "user_version")
                ours = ask(connection, "application_id") == backups.APPLICATION
        except sqlite3.Error:
            return  # missing, unreadable or damaged: told apart later
        if ours and version > len(self._migrations):
            raise newer(self._file, version, len(self._migrations))

    # ------------------------------------------------------------------------------------------------ damaged

    def _suspect(self) -> bool:
        """True where something speaks for looking closer: a marker, a log left behind by a run that did not end, a
        file shorter than it says, or an empty one where there are backups."""
        if not self._file.exists():
            return False
        size = self._file.stat().st_size
        log = _beside(self._file, "-wal")
        if marker(self._file).exists() or (log.exists() and log.stat().st_size > 0):
            return True
        if size == 0:
            return bool(backups.listed(self._backups))
        try:
            with closing(connect(self._file, "immutable", 0)) as connection:
                return ask(connection, "page_count") * ask(connection, "page_size") > size
        except sqlite3.Error:
            return True

    def _found_damaged(self) -> bool:
        """Checks every page, unless another process is using the file: then that one has checked it.

        Locking mode "exclusive" is SQLite's own way to be alone.
        """
        if self._file.stat().st_size == 0:
            return True
        try:
            with closing(connect(self._file, "rw", 0)) as connection:
                connection.execute("PRAGMA locking_mode=EXCLUSIVE")
                whole = backups.is_whole(connection)
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_BUSY:
                return False
            if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                return True
            raise
        if whole:
            marker(self._file).unlink(missing_ok=True)
        return not whole

    def _restored(self, error: StoreError) -> Condition:
        """The newest good backup in place of the damaged file, which is kept."""
        backup = next(
            (one for one in backups.listed(self._backups) if backups.is_good(one.path, len(self._migrations))), None
        )
        if backup is None:
            raise error
        fresh = _beside(self._file, ".restoring")
        backups.duplicate(backup.path, fresh)
        with files_told(self._file):
            marker(self._file).touch()
            kept = set_aside(self._file, self._clock.now())
            fresh.replace(self._file)
            backups.sync_folder(self._file.parent)
            marker(self._file).unlink()
        self._bring_up_to_date()
        at = backup.at.astimezone(self._clock.zone())
        notice = (
            f"Your data could not be read. The backup of {at:%Y-%m-%d %H:%M} was restored; "
            f"the damaged file was kept as {kept.name}."
        )
        _log.warning("the database was damaged; restored %s, kept %s", backup.path.name, kept.name)
        return Condition("rw", notice, "store.restored", {"backup_at": at, "backup": backup.path, "kept": kept})

    def _finish_interrupted(self) -> None:
        """A restoring that broke off: while the damaged file was still there it never happened, then it is ended."""
        fresh = _beside(self._file, ".restoring")
        if not fresh.exists():
            return
        with files_told(self._file):
            if self._file.exists():
                fresh.unlink()
            else:
                fresh.replace(self._file)

    # ----------------------------------------------------------------------------------------------- read-only

    def _for_reading(self, error: StoreError) -> Condition:
        log = _beside(self._file, "-wal")
        pending = log.exists() and log.stat().st_size > 0
        modes: tuple[Mode, ...] = ("ro",) if pending else ("ro", "immutable")
        for mode in modes:
            try:
                with closing(connect(self._file, mode, self._timeout)) as connection:
                    version = ask(connection, "user_version")
            except sqlite3.DatabaseError:
                continue
            if version != len(self._migrations):
                break
            why = "the disk is full" if error.code == "store.full" else "the folder or the disk is write-protected"
            notice = f"Your data was opened read-only: {why}. Nothing can be changed until that is put right."
            return Condition(mode, notice, "store.readonly", {"reason": error.code})
        raise error


def marker(file: Path) -> Path:
    """Exists where a run met damage: the next start then looks at every page."""
    return _beside(file, ".suspect")


def set_aside(file: Path, now: datetime) -> Path:
    """Renames a database and its log, so that both stay for whoever can still read them.

    Returns:
        The new name.
    """
    number, kept = 1, file.with_name(f"{file.stem}-damaged-{backups.stamp(now)}{file.suffix}")
    while kept.exists():
        number += 1
        kept = file.with_name(f"{file.stem}-damaged-{backups.stamp(now)}-{number}{file.suffix}")
    log = _beside(file, "-wal")
    if log.exists():  # first, because a log must never meet another file than its own
        log.rename(_beside(kept, "-wal"))
    _beside(file, "-shm").unlink(missing_ok=True)
    file.rename(kept)
    return kept


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _writable(file: Path) -> bool:
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _has_tables(connection: sqlite3.Connection) -> bool:
    with closing(connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")) as cursor:
        return cursor.fetchone() is not None
