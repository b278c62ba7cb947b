"""From whatever lies on the disk to a database that can be used: checked, restored, brought up to date, or refused.

A damaged file is never written over: it is kept under a new name when a backup takes its place, and stays where it is
when there is none.
"""

from __future__ import annotations

import logging
import os
import random
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.domain.clock import Clock
from assistant.store import backups
from assistant.store.connections import Mode, ask, connect
from assistant.store.failures import files_told, store_error, told
from assistant.store.migrations import Migration, migrate, newer
from assistant.store.occupancy import Occupancy

_log = logging.getLogger(__name__)
_WHY_READ_ONLY = {
    "store.readonly": "the folder or the disk is write-protected",
    "store.unreadable": "its folder cannot be written",
    "store.full": "the disk is full",
    "store.disk": "the disk refuses to write",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """How the database can be used, and what the person should know about it."""

    mode: Mode = "rw"
    notice: str = ""
    notice_code: str = ""
    notice_facts: Mapping[str, object] = field(default_factory=dict)
    occupancy: Occupancy | None = None


class Opening:
    """Prepares the database of one profile, before this process opens it for use."""

    def __init__(self, paths: Paths, clock: Clock, timeout: float, migrations: Sequence[Migration]) -> None:
        self._file = paths.database
        self._backups = paths.backups
        self._clock = clock
        self._timeout = timeout
        self._migrations = migrations

    def prepare(self) -> Condition:
        """Leaves a database of the newest schema in place.

        Returns:
            Its condition. The caller closes its `occupancy` when it has closed the database.

        Raises:
            StoreError: ``store.newer``, ``store.damaged``, ``store.locked``, ``store.full``, ``store.unreadable``,
                ``store.readonly`` (where it cannot even be read without writing), ``store.disk``.
        """
        self._refuse_newer()
        try:
            if self._file.exists() and not _writable(self._file):
                raise store_error("store.readonly", self._file)
            with files_told(self._file):
                self._file.parent.mkdir(parents=True, exist_ok=True)
            with told(self._file):
                occupancy = Occupancy(_beside(self._file, ".lock"), self._timeout)
            with ExitStack() as undoing:
                undoing.callback(occupancy.close)
                condition = self._prepared(occupancy)
                undoing.pop_all()
        except StoreError as error:
            if error.code in _WHY_READ_ONLY and self._file.exists():
                return self._for_reading(error)
            raise
        return replace(condition, occupancy=occupancy)

    def _prepared(self, occupancy: Occupancy) -> Condition:
        deadline = time.monotonic() + self._timeout
        with told(self._file):
            while True:
                if self._is_alone(occupancy):
                    self._finish_interrupted()
                    condition = self._checked()
                    occupancy.share()
                    return condition
                occupancy.share()
                if self._is_ready():
                    return Condition()
                occupancy.leave()
                if time.monotonic() >= deadline:
                    raise store_error("store.locked", self._file)
                _pause()

    def _is_alone(self, occupancy: Occupancy) -> bool:
        """Two that try at the same moment may both be refused; where there is something to check, a few tries more."""
        for _ in range(3 if self._suspect() else 1):
            if occupancy.be_alone():
                return True
            _pause()
        return False

    def _is_ready(self) -> bool:
        """True where others are in and have prepared the file. Nobody may migrate it under their feet."""
        if not self._file.exists():
            return False
        with closing(connect(self._file, "rw", self._timeout)) as connection:
            version = ask(connection, "user_version")
        if version > len(self._migrations):
            raise newer(self._file, version, len(self._migrations))
        return version == len(self._migrations)

    def _checked(self) -> Condition:
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
            connection.execute("PRAGMA journal_mode=WAL")
            migrate(connection, self._file, self._backups, self._clock.now(), self._migrations)

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
        """Checks every page. Opened read-only, because closing would else bring the log into a damaged file."""
        if self._file.stat().st_size == 0:
            return True
        try:
            with closing(connect(self._file, "ro", self._timeout)) as connection:
                whole = backups.is_whole(connection)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                return True
            raise
        if whole:
            with files_told(self._file):
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
            why = _WHY_READ_ONLY[error.code]
            notice = f"Your data was opened read-only: {why}. Nothing can be changed until that is put right."
            return Condition(mode, notice, "store.readonly", {"reason": error.code})
        raise error


def start_afresh(paths: Paths, clock: Clock) -> Path:
    """Puts a database that cannot be used out of the way, so that the next opening makes a new one. Nothing is deleted.

    For a person who has read ``store.damaged`` and decided.

    Returns:
        The name under which the old file is kept.

    Raises:
        StoreError: ``store.locked`` where a process has it open; ``store.readonly``, ``store.disk``.
    """
    with told(paths.database), closing(Occupancy(_beside(paths.database, ".lock"), 0)) as occupancy:
        if not occupancy.be_alone():
            raise store_error("store.locked", paths.database)
        with files_told(paths.database):
            kept = set_aside(paths.database, clock.now())
            marker(paths.database).unlink(missing_ok=True)
        return kept


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


def _pause() -> None:
    time.sleep(random.uniform(0.001, 0.01))


def _writable(file: Path) -> bool:
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _has_tables(connection: sqlite3.Connection) -> bool:
    with closing(connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")) as cursor:
        return cursor.fetchone() is not None
