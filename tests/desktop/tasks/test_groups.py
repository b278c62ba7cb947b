"""Which tasks stand under which heading."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from assistant.desktop.tasks.entries import TaskEntry, make_board
from assistant.desktop.tasks.rows.groups import (
    GroupKind,
    done_groups,
    home_groups,
    list_groups,
    overdue_groups,
    today_groups,
    upcoming_groups,
)
from assistant.domain.items import ItemKind, Priority
from assistant.domain.reminder import Reminder
from assistant.domain.task import Task, TaskList

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 14, 11, 20, tzinfo=BERLIN)
SUNDAY = date(2026, 10, 18)
HOME = TaskList(uid="home", name="Home")


def entry(title: str, **more: object) -> TaskEntry:
    task = Task(uid=title, list_uid="home", title=title, created_at=NOW, updated_at=NOW, **more)
    return TaskEntry(task=task, task_list=HOME)


def named(groups: tuple[object, ...]) -> dict[str, list[str]]:
    return {str(g.day or g.kind): [e.task.title for e in g.entries] for g in groups}


def test_the_pane_goes_from_overdue_to_undated() -> None:
    entries = [
        entry("someday"),
        entry("november", due_on=date(2026, 11, 2)),
        entry("saturday", due_on=date(2026, 10, 17)),
        entry("tomorrow", due_on=date(2026, 10, 15)),
        entry("plants", due_on=date(2026, 10, 14)),
        entry("invoice", due_at=datetime(2026, 10, 14, 17, tzinfo=BERLIN)),
        entry("permit", due_on=date(2026, 10, 12)),
        entry("train", completed_at=NOW - timedelta(hours=2)),
        entry("old", completed_at=NOW - timedelta(days=2)),
    ]
    groups = home_groups(entries, NOW, SUNDAY)
    assert named(groups) == {
        "overdue": ["permit"],
        "today": ["invoice", "plants", "train"],
        "tomorrow": ["tomorrow"],
        "week": ["saturday"],
        "later": ["november"],
        "undated": ["someday"],
    }
    assert {g.kind: g.count for g in groups}[GroupKind.TODAY] == 2, "what is done does not count"


def test_a_time_late_in_the_evening_belongs_to_the_viewers_day() -> None:
    late = entry("call", due_at=datetime(2026, 10, 14, 22, 30, tzinfo=UTC))
    assert named(home_groups([late], NOW, SUNDAY)) == {"tomorrow": ["call"]}, "half past midnight in Berlin"


def test_urgent_ones_come_first_in_a_day() -> None:
    today = date(2026, 10, 14)
    entries = [entry("low", due_on=today, priority=Priority.LOW), entry("high", due_on=today, priority=Priority.HIGH)]
    assert named(today_groups(entries, NOW))["today"] == ["high", "low"]


def test_today_stands_there_when_it_is_empty() -> None:
    assert [g.kind for g in today_groups([], NOW)] == [GroupKind.TODAY]


def test_upcoming_names_days_for_two_weeks_then_months() -> None:
    entries = [
        entry("near", due_on=date(2026, 10, 15)),
        entry("edge", due_on=date(2026, 10, 28)),
        entry("far", due_on=date(2026, 10, 29)),
        entry("today", due_on=date(2026, 10, 14)),
    ]
    found = named(upcoming_groups(entries, NOW))
    assert found == {"2026-10-15": ["near"], "2026-10-28": ["edge"], "2026-10-01": ["far"]}


def test_done_goes_by_day_newest_first() -> None:
    entries = [
        entry("monday", completed_at=datetime(2026, 10, 12, 9, tzinfo=BERLIN)),
        entry("morning", completed_at=datetime(2026, 10, 14, 8, tzinfo=BERLIN)),
        entry("noon", completed_at=datetime(2026, 10, 14, 11, tzinfo=BERLIN)),
        entry("open"),
    ]
    assert list(named(done_groups(entries, NOW)).items()) == [
        ("2026-10-14", ["noon", "morning"]),
        ("2026-10-12", ["monday"]),
    ]


def test_a_list_keeps_its_own_order() -> None:
    entries = [entry("b"), entry("a"), entry("x", completed_at=NOW)]
    assert named(list_groups(entries, "home")) == {"open": ["b", "a"], "done": ["x"]}
    assert named(list_groups(entries, "work")) == {"open": []}


def test_the_board_counts_subtasks_and_finds_the_next_alert() -> None:
    parent = entry("lease").task
    done = Task(
        uid="1", list_uid="home", title="1", created_at=NOW, updated_at=NOW, parent_uid="lease", completed_at=NOW
    )
    left = Task(uid="2", list_uid="home", title="2", created_at=NOW, updated_at=NOW, parent_uid="lease")
    lost = Task(uid="3", list_uid="home", title="3", created_at=NOW, updated_at=NOW, parent_uid="gone")
    alerts = tuple(
        Reminder(
            uid=str(hour),
            text="",
            due_at=NOW + timedelta(hours=hour),
            zone="Europe/Berlin",
            created_at=NOW,
            item_kind=ItemKind.TASK,
            item_uid="lease",
        )
        for hour in (5, 2)
    )
    board = make_board((parent, done, left, lost), (HOME,), alerts)
    found = board.entry("lease")
    assert found is not None
    assert (found.subtasks, found.done_subtasks, found.remind_at) == (2, 1, NOW + timedelta(hours=2))
    assert [e.task.uid for e in board.entries] == ["lease", "3"], "a subtask without its parent is not lost"


DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.lists(st.tuples(DAYS, st.booleans()), max_size=30))
def test_no_open_task_is_lost_or_told_twice(days: list[tuple[date | None, bool]]) -> None:
    entries = [entry(str(n), due_on=day, completed_at=NOW if done else None) for n, (day, done) in enumerate(days)]
    wanted = sorted(e.task.title for e in entries if not e.task.done)
    home = home_groups(entries, NOW, SUNDAY)
    assert sorted(e.task.title for g in home for e in g.entries if not e.task.done) == wanted
    split = [
        *overdue_groups(entries, NOW),
        *(g for g in today_groups(entries, NOW) if g.kind is GroupKind.TODAY),
        *upcoming_groups(entries, NOW),
    ]
    dated = sorted(e.task.title for e in entries if not e.task.done and e.task.due_on is not None)
    assert sorted(e.task.title for g in split for e in g.entries) == dated
