"""Backups: one a day, the newest seven, each of them whole and complete in one file."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.store import SqliteStore, open_store
from tests.helpers.store_values import NOW, StillClock, task


def add(store: SqliteStore, uid: str) -> None:
    with store.writing() as unit:
        unit.tasks.put(task(uid))
        unit.record("Added", at=NOW)
        unit.commit()


def test_one_backup_a_day_and_the_newest_seven_are_kept(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock)
    made = []
    for day in range(9):
        add(store, f"t{day}")
        made.append(store.backup_if_due())
        assert store.backup_if_due() is None
        clock.moment += timedelta(days=1, hours=-1)  # a little earlier every day is still once a day
    store.close()
    assert None not in made
    assert sorted(paths.backups.iterdir()) == made[2:]
    newest = made[-1]
    assert newest is not None
    with closing(sqlite3.connect(f"{newest.as_uri()}?mode=ro", uri=True)) as copy:
        assert copy.execute("SELECT count(*) FROM tasks").fetchone() == (9,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_days_are_those_of_the_person(paths: Paths) -> None:
    clock = StillClock(datetime(2026, 10, 13, 15, 30, tzinfo=UTC), "Asia/Shanghai")
    store = open_store(paths, clock)
    assert store.backup_if_due() is not None
    clock.moment += timedelta(hours=1)  # past midnight in Shanghai
    assert store.backup_if_due() is not None
    store.close()


def test_a_backup_holds_what_was_committed_and_stops_nobody(paths: Paths, clock: StillClock, tmp_path: Path) -> None:
    store = open_store(paths, clock)
    add(store, "a")
    target = tmp_path / "new folder" / "copy.db"
    with store.writing() as unit:
        unit.tasks.put(task("not yet"))
        thread = threading.Thread(target=store.backup, args=(target,))
        thread.start()
        thread.join()
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT uid FROM tasks").fetchall() == [("a",)]
    add(store, "b")
    store.backup(target)  # again, over the older one
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT uid FROM tasks ORDER BY uid").fetchall() == [("a",), ("b",)]
    assert sorted(path.name for path in target.parent.iterdir()) == ["copy.db"]
    store.close()


def test_a_place_that_cannot_be_written_is_told(paths: Paths, clock: StillClock, tmp_path: Path) -> None:
    store = open_store(paths, clock)
    blocked = tmp_path / "a file"
    blocked.touch()
    with pytest.raises(StoreError) as caught:
        store.backup(blocked / "copy.db")
    assert caught.value.code == "store.disk"
    assert caught.value.facts["path"] == blocked / "copy.db"
    add(store, "still works")
    store.close()
