"""Schema 8: messages know what was left unsaid of them."""

from __future__ import annotations

import sqlite3


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds the column. Runs in the caller's transaction."""
    connection.execute("ALTER TABLE messages ADD COLUMN unsaid TEXT")
