"""What tasks and lists know of each other and of the calendar, in both stores."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.config.errors import InputError
from assistant.domain.journal import JournalEntry
from assistant.services.ports import Store, UnitOfWork
from tests.helpers.store_values import DAY, HOUR, NOW, event, task, task_list, zoned

BERLIN, MINUTE = ZoneInfo("Europe/Berlin"), timedelta(minutes=1)


def record(unit: UnitOfWork) -> JournalEntry:
    entry = unit.record("x", at=NOW)
    unit.commit()
    return entry


def test_a_task_keeps_its_start_its_estimate_and_how_it_repeats(store: Store) -> None:
    timed = task("a", start_at=NOW, due_at=NOW + DAY, zone="Europe/Berlin", estimate_minutes=90)
    dated = task("b", start_on=date(2026, 10, 1), due_on=date(2026, 10, 9), rrule="FREQ=DAILY", after_completion=True)
    aside = task("c", someday=True)
    with store.writing() as unit:
        for one in (timed, dated, aside):
            unit.tasks.put(one)
        record(unit)
    with store.reading() as unit:
        assert [unit.tasks.get(uid) for uid in "abc"] == [timed, dated, aside]


def test_lists_go_with_what_is_inside_them_and_come_back(store: Store) -> None:
    with store.writing() as unit:
        unit.task_lists.put(task_list("area"))
        unit.task_lists.put(task_list("project", parent_uid="area"))
        unit.tasks.put(task("t", list_uid="project"))
        record(unit)
    with store.writing() as unit:
        unit.task_lists.remove("area")
        entry = record(unit)
    with store.writing() as unit:
        assert [one.uid for one in unit.task_lists.all()] == ["inbox"]
        assert unit.tasks.all() == ()
        unit.restore(entry.changes, backwards=True)
        unit.commit()
    with store.reading() as unit:
        project = unit.task_lists.get("project")
        assert project is not None
        assert project.parent_uid == "area"
        assert [one.uid for one in unit.tasks.all()] == ["t"]


def test_a_list_is_not_inside_itself(store: Store) -> None:
    with store.writing() as unit:
        unit.task_lists.put(task_list("a"))
        unit.task_lists.put(task_list("b", parent_uid="a"))
        with pytest.raises(InputError) as caught:
            unit.task_lists.put(task_list("a", parent_uid="b"))
    assert caught.value.code == "task_list.own_parent"


def test_events_for_tasks_come_by_their_start(store: Store) -> None:
    late, early, plain = (
        event("late", span=zoned(NOW + 5 * HOUR), task_uid="t"),
        event("early", span=zoned(NOW), task_uid="gone"),
        event("plain"),
    )
    with store.writing() as unit:
        for one in (late, early, plain):
            unit.events.put(one)
        record(unit)
    with store.reading() as unit:
        assert unit.events.for_tasks() == (early, late)


def test_tasks_due_from_one_moment_to_another_or_on_the_days_in_between(store: Store) -> None:
    start, end = datetime(2026, 10, 5, tzinfo=BERLIN), datetime(2026, 10, 7, tzinfo=BERLIN)
    tasks = (
        task("before", due_at=start - MINUTE, zone="Europe/Berlin"),
        task("first", due_at=start, zone="UTC", position=1),
        task("last", due_at=end - MINUTE, zone="Europe/Berlin", position=4, completed_at=NOW),
        task("after", due_at=end, zone="Europe/Berlin"),
        task("day before", due_on=date(2026, 10, 4)),
        task("first day", due_on=date(2026, 10, 5), position=3),
        task("last day", due_on=date(2026, 10, 6), position=2),
        task("day after", due_on=date(2026, 10, 7)),
        task("any time", start_on=date(2026, 10, 5)),
    )
    with store.writing() as unit:
        for one in tasks:
            unit.tasks.put(one)
        record(unit)
    with store.reading() as unit:
        assert [one.uid for one in unit.tasks.due(start, end)] == ["first", "last day", "first day", "last"]
