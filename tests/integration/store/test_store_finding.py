"""Finding events among many uses the indexes, whichever way SQLite's planner was told about the data."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Select, select

from assistant.config.paths import Paths
from assistant.store import SqliteStore, open_store, tables
from assistant.store.repositories import touching, touching_values
from tests.helpers.store_values import DAY, NOW, StillClock, event, task, zoned


@pytest.fixture
def store(paths: Paths, clock: StillClock) -> SqliteStore:
    opened = open_store(paths, clock)
    with opened.writing() as unit:
        for number in range(2000):
            series = "FREQ=WEEKLY" if number % 50 == 0 else None
            unit.events.put(event(f"e{number}", span=zoned(NOW + number * timedelta(hours=3)), rrule=series))
        unit.tasks.put(task("t"))
        unit.record("Added", at=NOW)
        unit.commit()
    return opened


def plan(connection: Connection, statement: Select[Any]) -> list[str]:
    text = str(statement.compile(connection.engine, compile_kwargs={"literal_binds": True}))
    return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]


@pytest.mark.parametrize("analysed", [False, True])
def test_events_of_a_week_are_found_by_index(store: SqliteStore, *, analysed: bool) -> None:
    with store._writers.connect() as connection:
        if analysed:
            connection.exec_driver_sql("ANALYZE")
        values = touching_values(NOW, NOW + 7 * DAY)
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {touching()}", values)]
    assert any("events_short (lasting=? AND reach_start>? AND reach_start<?)" in step for step in steps)
    assert any("events_lasting (lasting=? AND reach_end>?)" in step for step in steps)
    assert not any(step.startswith("SCAN") for step in steps)
    store.close()


def test_waking_reminders_and_parts_of_a_whole_are_found_by_index(store: SqliteStore) -> None:
    reminders, tasks = tables.reminders, tables.tasks
    with store._readers.connect() as connection:
        for statement, index in [
            (select(reminders).where(reminders.c.state.in_(["snoozed"]), reminders.c.wakes_at < 5), "by_waking"),
            (select(reminders).where(reminders.c.item_uid == "x"), "reminders_of_item"),
            (select(tasks).where(tasks.c.parent_uid == "x"), "tasks_of_parent"),
            (select(tasks).where(tasks.c.list_uid == "x"), "tasks_of_list"),
            (select(tables.events).where(tables.events.c.calendar_uid == "x"), "events_of_calendar"),
        ]:
            assert any(index in step for step in plan(connection, statement)), index
    store.close()
