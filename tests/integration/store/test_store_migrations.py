"""From older schemas to newer ones, with a copy made first; files of newer programs stay as they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine, inspect

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.store import SqliteStore, open_store, tables
from assistant.store.connections import ask
from assistant.store.migrations import MIGRATIONS, Migration
from tests.helpers.store_values import NOW, StillClock, task


def to_next(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE tasks ADD COLUMN estimate INTEGER")
    connection.execute("UPDATE tasks SET estimate = 5")


def failing(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM tasks")
    connection.execute("CREATE TABLE half (done TEXT)")
    raise ZeroDivisionError


def leaving_orphans(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM task_lists")


def filled(paths: Paths, clock: StillClock) -> bytes:
    store = open_store(paths, clock)
    with store.writing() as unit:
        unit.tasks.put(task("t"))
        unit.record("Added", at=NOW)
        unit.commit()
    store.close()
    return paths.database.read_bytes()


def test_the_migrations_make_the_tables_that_the_store_uses(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock)
    engine = create_engine(f"sqlite:///{paths.database}")
    found = inspect(engine)
    named = {name for name in found.get_table_names() if not name.startswith(("sqlite_", "search_words"))}
    assert named == set(tables.metadata.tables)
    for name, table in tables.metadata.tables.items():
        columns = {
            (column["name"], str(column["type"]), column["nullable"], bool(column["primary_key"]))
            for column in found.get_columns(name)
        }
        assert columns == {
            (column.name, str(column.type), bool(column.nullable), column.primary_key) for column in table.columns
        }
        indexes = {(index["name"], tuple(index["column_names"])) for index in found.get_indexes(name)}
        assert indexes == {(index.name, tuple(column.name for column in index.columns)) for index in table.indexes}
        references = {
            (tuple(key["constrained_columns"]), key["referred_table"]) for key in found.get_foreign_keys(name)
        }
        assert references == {
            ((column.name,), key.column.table.name) for column in table.columns for key in column.foreign_keys
        }
    engine.dispose()


def test_an_older_file_is_brought_up_to_date_after_a_copy(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock)
    store = SqliteStore(paths, clock, migrations=(*MIGRATIONS, to_next))
    with store.reading() as unit:
        assert unit.tasks.get("t") == task("t")
    store.close()
    with closing(sqlite3.connect(paths.database)) as connection:
        assert connection.execute("SELECT estimate FROM tasks").fetchall() == [(5,)]
        assert ask(connection, "user_version") == len(MIGRATIONS) + 1
    copies = list(paths.backups.iterdir())
    assert [copy.name for copy in copies] == [f"assistant-20261013T093015Z-before-{len(MIGRATIONS) + 1}.db"]
    with closing(sqlite3.connect(copies[0])) as connection:
        assert ask(connection, "user_version") == len(MIGRATIONS)
        assert connection.execute("SELECT uid FROM tasks").fetchall() == [("t",)]


@pytest.mark.parametrize(("migration", "error"), [(failing, ZeroDivisionError), (leaving_orphans, RuntimeError)])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    paths: Paths, clock: StillClock, migration: Migration, error: type[Exception]
) -> None:
    before = filled(paths, clock)
    with pytest.raises(error):
        SqliteStore(paths, clock, migrations=(*MIGRATIONS, to_next, migration))
    assert paths.database.read_bytes() == before
    store = open_store(paths, clock)
    with store.reading() as unit:
        assert unit.tasks.get("t") == task("t")
    store.close()


def test_a_file_of_a_newer_program_is_refused_and_not_touched(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock)
    SqliteStore(paths, clock, migrations=(*MIGRATIONS, to_next)).close()
    before = {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()}
    with pytest.raises(StoreError) as caught:
        open_store(paths, clock)
    assert caught.value.code == "store.newer"
    assert caught.value.facts["version"] == len(MIGRATIONS) + 1
    assert {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()} == before


def test_nobody_migrates_under_the_feet_of_a_running_program(paths: Paths, clock: StillClock) -> None:
    running = open_store(paths, clock)
    with pytest.raises(StoreError) as caught:
        SqliteStore(paths, clock, timeout=0.1, migrations=(*MIGRATIONS, to_next))
    assert caught.value.code == "store.locked"
    with running.writing() as unit:
        unit.tasks.put(task("t"))
        unit.record("Added", at=NOW)
        unit.commit()
    running.close()
    SqliteStore(paths, clock, migrations=(*MIGRATIONS, to_next)).close()
