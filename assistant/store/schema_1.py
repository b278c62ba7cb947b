"""The first schema, as it was given out; later ones are made from it by the later migrations. Never change it."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE calendars (
        uid TEXT NOT NULL,
        name TEXT NOT NULL,
        colour TEXT NOT NULL,
        visible BOOLEAN NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (uid)
    )
    """,
    """
    CREATE TABLE conversations (
        uid TEXT NOT NULL,
        title TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (uid)
    )
    """,
    "CREATE INDEX conversations_by_update ON conversations (updated_at)",
    """
    CREATE TABLE journal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        origin TEXT NOT NULL,
        label TEXT NOT NULL,
        changes TEXT NOT NULL,
        undone_at INTEGER
    )
    """,
    """
    CREATE TABLE reminders (
        uid TEXT NOT NULL,
        text TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        zone TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        item_kind TEXT,
        item_uid TEXT,
        recurrence_id TEXT,
        minutes_before INTEGER,
        rrule TEXT,
        series_uid TEXT,
        series_start_at INTEGER,
        became_due_at INTEGER,
        shown_at INTEGER,
        snoozed_until INTEGER,
        acknowledged_at INTEGER,
        wakes_at INTEGER NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (uid)
    )
    """,
    "CREATE INDEX reminders_by_waking ON reminders (state, wakes_at)",
    "CREATE INDEX reminders_of_item ON reminders (item_uid)",
    """
    CREATE TABLE task_lists (
        uid TEXT NOT NULL,
        name TEXT NOT NULL,
        colour TEXT NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (uid)
    )
    """,
    """
    CREATE TABLE events (
        uid TEXT NOT NULL,
        calendar_uid TEXT NOT NULL,
        title TEXT NOT NULL,
        span TEXT NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        zone TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        location TEXT NOT NULL,
        notes TEXT NOT NULL,
        people TEXT NOT NULL,
        tags TEXT NOT NULL,
        status TEXT NOT NULL,
        rrule TEXT,
        rdates TEXT NOT NULL,
        exdates TEXT NOT NULL,
        overrides TEXT NOT NULL,
        alert_minutes TEXT NOT NULL,
        reach_start INTEGER NOT NULL,
        reach_end INTEGER NOT NULL,
        lasting BOOLEAN NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (uid),
        FOREIGN KEY(calendar_uid) REFERENCES calendars (uid)
    )
    """,
    "CREATE INDEX events_lasting ON events (lasting, reach_end)",
    "CREATE INDEX events_of_calendar ON events (calendar_uid)",
    "CREATE INDEX events_short ON events (lasting, reach_start)",
    """
    CREATE TABLE messages (
        number INTEGER NOT NULL,
        uid TEXT NOT NULL,
        conversation_uid TEXT NOT NULL,
        role TEXT NOT NULL,
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        receipt TEXT,
        sources TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (uid),
        FOREIGN KEY(conversation_uid) REFERENCES conversations (uid) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX messages_of_conversation ON messages (conversation_uid, created_at, number)",
    """
    CREATE TABLE tasks (
        uid TEXT NOT NULL,
        list_uid TEXT NOT NULL,
        title TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        notes TEXT NOT NULL,
        due_on TEXT,
        due_at INTEGER,
        zone TEXT,
        priority INTEGER NOT NULL,
        tags TEXT NOT NULL,
        parent_uid TEXT,
        rrule TEXT,
        completed_at INTEGER,
        position INTEGER NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (uid),
        FOREIGN KEY(list_uid) REFERENCES task_lists (uid),
        FOREIGN KEY(parent_uid) REFERENCES tasks (uid)
    )
    """,
    "CREATE INDEX tasks_by_completion ON tasks (completed_at)",
    "CREATE INDEX tasks_of_list ON tasks (list_uid)",
    "CREATE INDEX tasks_of_parent ON tasks (parent_uid)",
)


def create(connection: sqlite3.Connection) -> None:
    """Makes an empty profile: all tables, the inbox and a first calendar. Runs in the caller's transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute("INSERT INTO task_lists VALUES ('inbox', 'Inbox', 'blue', 0)")
    connection.execute("INSERT INTO calendars VALUES ('personal', 'Personal', 'blue', 1, 0)")
