"""What SQLite and the file system report, told as StoreError with a stable code. What is not listed here is a bug."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from assistant.config.errors import AssistantError, NotFoundError, StoreError

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_IOERR_WRITE: "store.full",  # quota and size limits; only "no space" has a code of its own
    sqlite3.SQLITE_IOERR_SHMSIZE: "store.full",
    sqlite3.SQLITE_READONLY: "store.readonly",
    sqlite3.SQLITE_PERM: "store.readonly",
    sqlite3.SQLITE_CANTOPEN: "store.unreadable",
    sqlite3.SQLITE_AUTH: "store.unreadable",
    sqlite3.SQLITE_IOERR: "store.disk",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
}
_BY_ERRNO = {
    errno.ENOSPC: "store.full",
    errno.EFBIG: "store.full",
    errno.EDQUOT: "store.full",
    errno.EROFS: "store.readonly",
    errno.EACCES: "store.readonly",
    errno.EPERM: "store.readonly",
}
_SENTENCES = {
    "store.locked": "Another program is using your data. Nothing was lost; the change is not saved yet.",
    "store.full": "The disk is full. The last change is not saved; everything before it is.",
    "store.readonly": "Your data can only be read, not changed: the folder or the disk is write-protected.",
    "store.unreadable": "The file with your data cannot be opened.",
    "store.disk": "The disk reported an error. The last change is not saved.",
    "store.damaged": "Your data could not be read: the file is damaged.",
}


def store_error(code: str, path: Path, **facts: object) -> StoreError:
    """The error with the sentence of its code; the facts always name the database."""
    return StoreError(code, _SENTENCES[code], path=path, **facts)


def translated(error: sqlite3.Error, path: Path) -> AssistantError | None:
    """What a driver's error means for the person, or None where it means a bug."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return NotFoundError(
            "store.parent_missing", "The calendar, list, task or conversation does not exist any more."
        )
    name = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
    return None if name is None else store_error(name, path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raises what SQLite says inside as an AssistantError."""
    try:
        yield
    except DBAPIError as error:
        known = translated(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = translated(error, path)
        if known is None:
            raise
        raise known from error


@contextmanager
def files_told(path: Path) -> Iterator[None]:
    """Raises what the file system says inside as a StoreError about `path`."""
    try:
        yield
    except OSError as error:
        raise store_error(_BY_ERRNO.get(error.errno or 0, "store.disk"), path) from error
