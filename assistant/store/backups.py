"""Copies of the database: made by SQLite's own backup while it is in use, checked before they count."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.store.connections import Mode, ask, connect
from assistant.store.failures import files_told, store_error, told

APPLICATION = 0x4C415354
DAILY = "daily"
_DAILY_KEPT = 7
_OTHERS_KEPT = 5
_NAME = re.compile(r"assistant-(\d{8}T\d{6})Z-([a-z0-9-]+)\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `why` is "daily", or "before-2" for the one made before migrating to schema 2."""

    path: Path
    at: datetime
    why: str


def stamp(moment: datetime) -> str:
    """A moment as it appears in the names of files."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def listed(folder: Path) -> list[Backup]:
    """The automatic backups in a folder, newest first."""
    found = []
    for path in folder.glob("assistant-*.db") if folder.is_dir() else ():
        if (name := _NAME.fullmatch(path.name)) is not None:
            at = datetime.strptime(name[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(Backup(path, at, name[2]))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def is_good(file: Path, newest_schema: int) -> bool:
    """True where a copy is whole and of a version that this program reads. The file is not touched."""
    try:
        with closing(connect(file, "immutable", 0)) as connection:
            known = ask(connection, "application_id") == APPLICATION
            return known and 0 < ask(connection, "user_version") <= newest_schema and is_whole(connection)
    except sqlite3.Error:
        return False


def is_whole(connection: sqlite3.Connection) -> bool:
    """True where SQLite finds every page where it belongs. Reads the whole file.

    Raises:
        sqlite3.DatabaseError: Where the damage keeps SQLite from looking at all.
    """
    with closing(connection.execute("PRAGMA quick_check(1)")) as cursor:
        return bool(cursor.fetchone()[0] == "ok")


def make(source: Path, folder: Path, at: datetime, why: str, timeout: float) -> Backup:
    """Adds a backup of `source`, and drops the oldest where there are too many.

    Raises:
        StoreError: ``store.damaged`` where the copy is not whole, which means that the source is not; no copy is left.
            ``store.full``, ``store.readonly``, ``store.disk``, ``store.locked``.
    """
    with files_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    backup = Backup(folder / f"assistant-{stamp(at)}-{why}.db", at, why)
    copy(source, backup.path, timeout)
    alike = [one for one in listed(folder) if (one.why == DAILY) == (why == DAILY)]
    with files_told(folder):
        for old in alike[_DAILY_KEPT if why == DAILY else _OTHERS_KEPT :]:
            old.path.unlink()
    return backup


def copy(source: Path, target: Path, timeout: float, *, mode: Mode = "rw") -> None:
    """Writes a checked copy of a database that may be in use; an older file of that name stays until it is done."""
    with _fresh(target) as part:
        with told(source), closing(connect(source, mode, timeout)) as origin, closing(connect(part, "rwc", 0)) as made:
            # Without this the copy, like the original, would need a second file beside it to be read.
            origin.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")
            whole = is_whole(made)
        if not whole:
            raise store_error("store.damaged", source)


def duplicate(backup: Path, target: Path) -> None:
    """Copies a file that nobody has open, byte by byte, durably."""
    with files_told(target), _fresh(target) as part:
        shutil.copyfile(backup, part)


@contextmanager
def _fresh(target: Path) -> Iterator[Path]:
    part = target.with_name(target.name + ".part")
    with files_told(target):
        part.unlink(missing_ok=True)
    try:
        yield part
        with files_told(target):
            _sync(part)
            part.replace(target)
            sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _sync(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable, where the system has that notion."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
