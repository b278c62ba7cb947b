"""Schema 4: what iCalendar files say beyond what is shown, subscribed calendars, and big journal entries."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "ALTER TABLE calendars ADD COLUMN read_only BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE calendars ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE calendars ADD COLUMN refresh_minutes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE events ADD COLUMN ical_uid TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE events ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE events ADD COLUMN link TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE events ADD COLUMN busy BOOLEAN NOT NULL DEFAULT 1",
    "ALTER TABLE events ADD COLUMN attendees TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE events ADD COLUMN further_rules TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE events ADD COLUMN exrules TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE events ADD COLUMN raw TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX events_by_ical_uid ON events (ical_uid)",
    "ALTER TABLE tasks ADD COLUMN ical_uid TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tasks ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE tasks ADD COLUMN raw TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX tasks_by_ical_uid ON tasks (ical_uid)",
    """
    CREATE TABLE calendar_parts (
        uid TEXT NOT NULL,
        calendar_uid TEXT NOT NULL,
        component TEXT NOT NULL,
        ical_uid TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        raw TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (uid),
        FOREIGN KEY(calendar_uid) REFERENCES calendars (uid)
    )
    """,
    "CREATE INDEX parts_of_calendar ON calendar_parts (calendar_uid, component, ical_uid)",
    """
    CREATE TABLE subscriptions (
        calendar_uid TEXT NOT NULL,
        etag TEXT NOT NULL,
        modified TEXT NOT NULL,
        checked_at INTEGER,
        failure TEXT NOT NULL,
        PRIMARY KEY (calendar_uid)
    )
    """,
    "ALTER TABLE journal ADD COLUMN rows INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE journal_rows (
        number INTEGER NOT NULL,
        entry_id INTEGER NOT NULL,
        kept_in TEXT NOT NULL,
        uid TEXT NOT NULL,
        before TEXT,
        after TEXT,
        mark_before INTEGER,
        mark_after INTEGER,
        PRIMARY KEY (number),
        FOREIGN KEY(entry_id) REFERENCES journal (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX journal_rows_of_entry ON journal_rows (entry_id, kept_in, uid)",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds columns and tables; what was there has none of it. Runs in the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
