"""Schema 6: what the search looks in, kept in step by triggers.

The virtual table holds words as `search_text` makes them, because SQLite's own tokenizers either take a run of Chinese
for one word or want three characters of it. Triggers only note what came, changed or went; `search_index` looks at it
again before the same transaction ends.
"""

from __future__ import annotations

import sqlite3

from assistant.store.search_index import index_all

_STATEMENTS = (
    """
    CREATE TABLE search_items (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        uid TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        sound TEXT NOT NULL,
        marks TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE UNIQUE INDEX search_items_by_uid ON search_items (kind, uid)",
    """
    CREATE TABLE search_pending (
        kind TEXT NOT NULL,
        uid TEXT NOT NULL,
        PRIMARY KEY (kind, uid)
    )
    """,
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        title, body, sound, marks,
        content='search_items', content_rowid='id', prefix='1 2', tokenize='unicode61 remove_diacritics 0'
    )
    """,
)
# Only ordinary tables are written by triggers: SQLite lets none write a virtual one where the schema is not trusted.
_NOTED = """
    CREATE TRIGGER search_{kind}_{when} AFTER {event} ON {table} {condition} BEGIN
        INSERT INTO search_pending (kind, uid) SELECT '{kind}', {row}.uid
        WHERE NOT EXISTS (SELECT 1 FROM search_pending WHERE kind = '{kind}' AND uid = {row}.uid);
    END
"""
_WATCHED = {
    "event": (
        "events",
        "calendar_uid title span_start location notes people tags overrides rrule rdates further_rules",
    ),
    "task": ("tasks", "list_uid title notes due_on due_at tags completed_at"),
    "reminder": ("reminders", "text due_at item_uid state"),
    "message": ("messages", "text state receipt"),
}


def upgrade(connection: sqlite3.Connection) -> None:
    """Adds the tables and fills them from what is there. Runs in the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
    for kind, (table, columns) in _WATCHED.items():
        changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns.split())
        for when, event, row, condition in (
            ("comes", "INSERT", "new", ""),
            ("changes", "UPDATE", "new", f"WHEN {changed}"),
            ("goes", "DELETE", "old", ""),
        ):
            connection.execute(
                _NOTED.format(kind=kind, table=table, when=when, event=event, row=row, condition=condition)
            )
    index_all(connection)
