"""Connections to the database file, and the two engines over them: one that writes, one that only reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

Mode = Literal["rw", "rwc", "ro", "immutable"]


def connect(file: Path, mode: Mode, timeout: float) -> sqlite3.Connection:
    """One connection, in autocommit, with our settings.

    Args:
        file: The database.
        mode: "rwc" creates a missing file; "immutable" takes no lock, makes no file and does not see a log that was not
            yet brought in: for files that nobody can be writing.
        timeout: Seconds to wait for a lock.
    """
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?{query}", uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    # FULL: with a write-ahead log the default of some builds (NORMAL) loses the last commits in a power cut.
    try:
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "fullfsync=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def ask(connection: sqlite3.Connection, pragma: str) -> int:
    """The number that a PRAGMA answers with."""
    with closing(connection.execute(f"PRAGMA {pragma}")) as cursor:
        number: int = cursor.fetchone()[0]
    return number


def engine(opened: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    """An engine whose transactions start with the statement `begin`; pysqlite itself would start them late or never."""
    made = create_engine("sqlite+pysqlite://", creator=opened, poolclass=QueuePool, pool_size=5, max_overflow=20)

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made
