"""From any older schema to the newest, in one transaction, after a backup. The number is SQLite's `user_version`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from assistant.config.errors import StoreError
from assistant.store import backups, schema_1, schema_2, schema_3, schema_4, schema_5, schema_6, schema_7, schema_8
from assistant.store.connections import ask

Migration = Callable[[sqlite3.Connection], None]
# The n-th brings a file from schema n-1 to n. It runs in a transaction that it must not end, foreign keys unchecked.
MIGRATIONS: tuple[Migration, ...] = (
    schema_1.create,
    schema_2.upgrade,
    schema_3.upgrade,
    schema_4.upgrade,
    schema_5.upgrade,
    schema_6.upgrade,
    schema_7.upgrade,
    schema_8.upgrade,
)


def newer(path: Path, version: int, known: int) -> StoreError:
    """The refusal of a file that a later version of the program has written."""
    return StoreError(
        "store.newer",
        f"Your data was written by a newer version of Assistant (schema {version}, this one knows {known}). "
        "It was not touched. Install the newer version to use it.",
        path=path,
        version=version,
        known=known,
    )


def migrate(connection: sqlite3.Connection, file: Path, folder: Path, now: datetime, todo: Sequence[Migration]) -> None:
    """Brings the file up to date. Anything that fails leaves it as it was.

    Args:
        connection: To the file, in autocommit, not in a transaction.
        file: The database.
        folder: Where the backup goes that is made first, unless the file is new.
        now: For the backup's name.
        todo: All migrations from schema 1 on.

    Raises:
        StoreError: ``store.newer``; ``store.damaged`` where the file is no database of ours.
    """
    newest = len(todo)
    if ask(connection, "user_version") == newest:
        return
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: another process may just have done it.
        version = ask(connection, "user_version")
        if version > newest:
            raise newer(file, version, newest)
        if version < newest:
            if version > 0:
                backups.make(file, folder, now, f"before-{newest}", 0)
            for migration in todo[version:]:
                migration(connection)
            _check(connection)
            connection.execute(f"PRAGMA application_id={backups.APPLICATION}")
            connection.execute(f"PRAGMA user_version={newest}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys=ON")


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise RuntimeError(f"a migration left a reference to nothing in {broken[0]}")
