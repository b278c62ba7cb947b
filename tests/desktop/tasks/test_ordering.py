"""Sorting and filtering of views, figures of what was done, lists as a tree, lengths as people type them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.desktop.tasks.detail.lengths import minutes_of
from assistant.desktop.tasks.entries import TaskEntry
from assistant.desktop.tasks.ordering import SortKey, ViewOptions, options_of, with_options
from assistant.desktop.tasks.rows.groups import (
    Group,
    GroupKind,
    home_groups,
    list_groups,
    someday_groups,
    tag_groups,
    today_groups,
    upcoming_groups,
)
from assistant.desktop.tasks.section.done_figures import done_figures
from assistant.desktop.tasks.section.list_tree import may_hold, tree
from assistant.domain.items import Priority
from assistant.domain.task import Task, TaskList

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 14, 11, 20, tzinfo=BERLIN)
TODAY = NOW.date()
HOME = TaskList(uid="home", name="Home")


def entry(title: str, **more: object) -> TaskEntry:
    values: dict[str, object] = {"list_uid": "home", "created_at": NOW, "updated_at": NOW, **more}
    return TaskEntry(task=Task(uid=title, title=title, **values), task_list=HOME)


def titles(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    named = {}
    for group in groups:
        key = group.task_list.uid if group.task_list is not None else str(group.day or group.kind)
        named[key] = [one.task.title for one in group.entries]
    return named


# ------------------------------------------------------------------------------------------------- which day it is


def test_a_task_that_may_be_begun_asks_from_its_start_on() -> None:
    entries = [
        entry("begun, no date", start_on=TODAY - timedelta(days=3)),
        entry("begun, due later", start_on=TODAY, due_on=TODAY + timedelta(days=9)),
        entry("begins tomorrow", start_on=TODAY + timedelta(days=1)),
        entry("aside", someday=True),
        entry("nothing said"),
    ]
    assert titles(today_groups(entries, NOW)) == {"today": ["begun, no date"], "begun": ["begun, due later"]}
    assert titles(upcoming_groups(entries, NOW)) == {
        "2026-10-15": ["begins tomorrow"],
        "2026-10-23": ["begun, due later"],
    }
    assert titles(home_groups(entries, NOW, TODAY))["undated"] == ["nothing said"], "what is put aside is nowhere"
    assert titles(someday_groups(entries, NOW)) == {"open": ["aside"]}


def test_lists_show_what_is_inside_them_and_tags_what_has_them() -> None:
    inner = TaskList(uid="kitchen", name="Kitchen", parent_uid="home")
    entries = [
        entry("sweep", tags=("floor",)),
        entry("sink", list_uid="kitchen", tags=("shop", "floor")),
        entry("paint", someday=True, tags=("floor",)),
        entry("swept", completed_at=NOW, tags=("floor",)),
    ]
    assert titles(list_groups(entries, "home", (HOME, inner))) == {
        "open": ["sweep"],
        "kitchen": ["sink"],
        "someday": ["paint"],
        "done": ["swept"],
    }
    assert titles(tag_groups(entries, "floor")) == {"open": ["sweep", "sink"], "someday": ["paint"], "done": ["swept"]}
    assert titles(tag_groups(entries, "nobody")) == {"open": []}


# ------------------------------------------------------------------------------------------------- sorted, filtered


SOME = (
    entry("b", priority=Priority.LOW, estimate_minutes=90, created_at=NOW - timedelta(days=2)),
    entry("A", due_on=TODAY + timedelta(days=1), tags=("x",), created_at=NOW - timedelta(days=1)),
    entry("c", priority=Priority.HIGH, due_on=TODAY, estimate_minutes=15, start_on=TODAY + timedelta(days=2)),
)
GROUPS = (Group(GroupKind.OPEN, SOME), Group(GroupKind.DONE, (entry("z", completed_at=NOW),)))


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (ViewOptions(), ["b", "A", "c"]),
        (ViewOptions(sort=SortKey.DUE), ["c", "A", "b"]),
        (ViewOptions(sort=SortKey.PRIORITY), ["c", "b", "A"]),
        (ViewOptions(sort=SortKey.TITLE), ["A", "b", "c"]),
        (ViewOptions(sort=SortKey.ADDED), ["c", "A", "b"]),
        (ViewOptions(sort=SortKey.ESTIMATE), ["c", "b", "A"]),
        (ViewOptions(priority=Priority.LOW), ["b", "c"]),
        (ViewOptions(tags=("x", "y")), ["A"]),
        (ViewOptions(waiting=False), ["b", "A"]),
    ],
)
def test_options_sort_and_leave_out(options: ViewOptions, shown: list[str]) -> None:
    assert titles(with_options(GROUPS, options, NOW))["open"] == shown


def test_what_is_done_can_be_left_out() -> None:
    assert list(titles(with_options(GROUPS, ViewOptions(done=False), NOW))) == ["open"]


@given(
    st.builds(
        ViewOptions,
        sort=st.sampled_from(SortKey),
        priority=st.sampled_from(Priority),
        tags=st.lists(st.text(min_size=1, max_size=5), max_size=3).map(tuple),
        waiting=st.booleans(),
        done=st.booleans(),
    )
)
def test_options_come_back_as_they_were_kept(options: ViewOptions) -> None:
    assert options_of(options.plain()) == options
    found = with_options(GROUPS, ViewOptions(sort=options.sort), NOW)
    assert sorted(titles(found)["open"]) == ["A", "b", "c"], "sorting loses nothing"


@pytest.mark.parametrize(
    "strange", [None, 7, {"sort": "colour", "priority": 99, "tags": "x", "done": "no"}, {"tags": [1]}]
)
def test_strange_options_count_as_none(strange: object) -> None:
    assert options_of(strange) == ViewOptions()


# ------------------------------------------------------------------------------------------------------- the figures


def test_figures_count_by_the_viewers_days_and_weeks() -> None:
    late = datetime(2026, 10, 13, 22, 30, tzinfo=ZoneInfo("UTC"))  # 00:30 on Wednesday in Berlin
    tasks = [
        entry("late", completed_at=late, estimate_minutes=30).task,
        entry("monday", completed_at=datetime(2026, 10, 12, 9, tzinfo=BERLIN), estimate_minutes=60).task,
        entry("sunday", completed_at=datetime(2026, 10, 11, 9, tzinfo=BERLIN), estimate_minutes=600).task,
        entry("long ago", completed_at=datetime(2026, 9, 1, 9, tzinfo=BERLIN)).task,
        entry("open", estimate_minutes=45).task,
    ]
    figures = done_figures(tasks, NOW, 0)
    assert (figures.this_week, figures.last_week, figures.estimated_minutes, figures.most) == (2, 1, 90, 1)
    assert figures.days[-1] == (TODAY, 1)
    assert len(figures.days) == 14
    assert sum(count for _, count in figures.days) == 3
    assert done_figures(tasks, NOW, 6).this_week == 3, "a week may begin on Sunday"
    assert done_figures([], NOW, 0).most == 0


# ------------------------------------------------------------------------------------------------------------- lists


def test_lists_are_told_from_outside_in() -> None:
    lists = (
        TaskList(uid="a", name="a"),
        TaskList(uid="b", name="b", parent_uid="gone"),
        TaskList(uid="a1", name="a1", parent_uid="a"),
        TaskList(uid="a11", name="a11", parent_uid="a1"),
    )
    assert [(one.uid, depth) for one, depth in tree(lists)] == [("a", 0), ("a1", 1), ("a11", 2), ("b", 0)]
    assert [one.uid for one in may_hold(lists, lists[2])] == ["a", "b"]


# ----------------------------------------------------------------------------------------------------------- lengths


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("45 min", 45),
        ("1 h", 60),
        ("1 h 30", 90),
        ("1.5h", 90),
        ("1,5 hours", 90),
        ("1:05", 65),
        ("2 h 30 min", 150),
        ("45分钟", 45),
        ("2小时30分钟", 150),
        ("两个小时", 120),
        ("半小时", 30),
        ("一个半小时", 90),
        ("", None),
        ("soon", None),
        ("0", None),
    ],
)
def test_lengths_as_they_are_typed(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes
