"""Schema 5: reminders that insist, timers that pause, and the alerts that a calendar gives to what is new in it."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "ALTER TABLE reminders ADD COLUMN insists TEXT NOT NULL DEFAULT 'once'",
    "ALTER TABLE reminders ADD COLUMN rings INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE reminders ADD COLUMN rings_at INTEGER",
    "ALTER TABLE reminders ADD COLUMN left_seconds INTEGER",
    "ALTER TABLE calendars ADD COLUMN alert_minutes TEXT NOT NULL DEFAULT '[]'",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds the columns; what was there has none of it. Runs in the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
