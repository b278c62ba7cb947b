"""Schema 7: every step in the life of a reminder, with its moment."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE reminder_steps (
        number INTEGER NOT NULL,
        reminder_uid TEXT NOT NULL,
        state TEXT NOT NULL,
        at INTEGER NOT NULL,
        until INTEGER,
        PRIMARY KEY (number),
        FOREIGN KEY(reminder_uid) REFERENCES reminders (uid) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX steps_of_reminder ON reminder_steps (reminder_uid, number)",
    # What the reminders of today tell of their past; when one was snoozed or closed they never knew.
    """
    INSERT INTO reminder_steps (reminder_uid, state, at, until)
    SELECT uid, state, at, until FROM (
        SELECT uid, 'scheduled' AS state, created_at AS at, due_at AS until, 1 AS place FROM reminders
        UNION ALL SELECT uid, 'due', became_due_at, NULL, 2 FROM reminders WHERE became_due_at IS NOT NULL
        UNION ALL SELECT uid, 'shown', shown_at, NULL, 3 FROM reminders WHERE shown_at IS NOT NULL
        UNION ALL SELECT uid, 'acknowledged', acknowledged_at, NULL, 4 FROM reminders WHERE acknowledged_at IS NOT NULL
    ) ORDER BY uid, at, place
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds the table and fills it with what is known. Runs in the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
