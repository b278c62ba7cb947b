"""Schema 3: when a task begins and how long it takes, lists inside lists, and events that make time for a task."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "ALTER TABLE tasks ADD COLUMN start_on TEXT",
    "ALTER TABLE tasks ADD COLUMN start_at INTEGER",
    "ALTER TABLE tasks ADD COLUMN estimate_minutes INTEGER",
    "ALTER TABLE tasks ADD COLUMN after_completion BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE tasks ADD COLUMN someday BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE task_lists ADD COLUMN parent_uid TEXT REFERENCES task_lists (uid)",
    "CREATE INDEX task_lists_of_parent ON task_lists (parent_uid)",
    "ALTER TABLE events ADD COLUMN task_uid TEXT",
    "CREATE INDEX events_of_task ON events (task_uid)",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds the columns; what was there has none of it. Runs in the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
