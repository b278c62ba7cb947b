"""Schema 2: the person's corrections, kept as examples."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE examples (
        uid TEXT NOT NULL,
        text TEXT NOT NULL,
        answer TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (uid)
    )
    """,
    "CREATE INDEX examples_by_age ON examples (created_at)",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds the table. Runs in the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
