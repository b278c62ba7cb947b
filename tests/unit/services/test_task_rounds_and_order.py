"""Repeats on schedule and after completion, skipping, estimates, places of tasks, lists inside lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.config.errors import InputError
from assistant.domain.conversation import Action
from assistant.domain.spans import AllDay, Zoned
from assistant.domain.task import INBOX, Task, TaskList
from assistant.services.calendar.drafts import EventDraft
from assistant.services.calendar.planning import next_block
from assistant.services.tasks.lists import with_inner
from assistant.services.tasks.service import TaskDraft
from tests.helpers.clock import BERLIN, NOON
from tests.helpers.household import Household

TODAY = NOON.date()


def add(home: Household, title: str, **more: object) -> Task:
    receipt = home.assistant.tasks.create(TaskDraft(title=title, **more))
    return home.assistant.tasks.get(receipt.items[0].uid)


def inside(home: Household, list_uid: str = INBOX, parent_uid: str | None = None) -> list[str]:
    tasks = home.assistant.tasks.all(done=False, list_uid=list_uid)
    return [task.title for task in tasks if task.parent_uid == parent_uid]


# ------------------------------------------------------------------------------------------------------ repeating


def test_on_schedule_the_next_round_keeps_to_its_days_however_late_it_is_done() -> None:
    home = Household()
    task = add(
        home, "bins", due_on=TODAY - timedelta(days=15), rrule="FREQ=WEEKLY", start_on=TODAY - timedelta(days=16)
    )
    home.assistant.tasks.complete(task.uid)
    after = home.assistant.tasks.get(task.uid)
    assert after.due_on == TODAY + timedelta(days=6), "one round comes next, the missed ones do not pile up"
    assert after.start_on == TODAY + timedelta(days=5), "the start goes along"
    assert sum(not one.done for one in home.assistant.tasks.all()) == 1


def test_after_completion_the_next_round_is_counted_from_today() -> None:
    home = Household()
    task = add(home, "plants", due_on=TODAY - timedelta(days=15), rrule="FREQ=DAILY;INTERVAL=3", after_completion=True)
    home.assistant.tasks.complete(task.uid)
    assert home.assistant.tasks.get(task.uid).due_on == TODAY + timedelta(days=3)
    early = add(home, "filter", due_on=TODAY + timedelta(days=10), rrule="FREQ=MONTHLY;COUNT=2", after_completion=True)
    home.assistant.tasks.complete(early.uid)
    moved = home.assistant.tasks.get(early.uid)
    assert (moved.due_on, moved.rrule) == (TODAY.replace(month=11), "FREQ=MONTHLY;COUNT=1")
    home.assistant.tasks.complete(early.uid)
    assert home.assistant.tasks.get(early.uid).done, "counted rounds come to an end"


def test_after_completion_keeps_the_clock_time_and_the_last_day() -> None:
    home = Household()
    due = datetime(2026, 10, 1, 18, 30, tzinfo=BERLIN)
    rule = "FREQ=WEEKLY;UNTIL=20261022"
    task = add(home, "run", due_at=due, rrule=rule, after_completion=True)
    home.assistant.tasks.complete(task.uid)
    after = home.assistant.tasks.get(task.uid)
    assert after.due_at == datetime.combine(TODAY + timedelta(days=7), due.time(), BERLIN)
    home.clock.advance(timedelta(days=8))
    home.assistant.tasks.complete(task.uid)
    assert home.assistant.tasks.get(task.uid).done


def test_undo_of_a_round_takes_back_the_round_and_its_trace() -> None:
    home = Household()
    task = add(home, "plants", due_on=TODAY, rrule="FREQ=DAILY", after_completion=True)
    part = add(home, "balcony", parent_uid=task.uid)
    home.assistant.tasks.complete(part.uid)
    before = home.assistant.tasks.all()
    home.assistant.tasks.complete(task.uid)
    assert not home.assistant.tasks.get(part.uid).done, "its parts are to be done again"
    home.assistant.undo.undo()
    assert home.assistant.tasks.all() == before


def test_a_skipped_round_counts_as_nothing_and_can_be_taken_back() -> None:
    home = Household()
    task = add(home, "bins", due_on=TODAY, rrule="FREQ=WEEKLY")
    receipt = home.assistant.tasks.skip(task.uid)
    assert (receipt.action, receipt.items[0].before) == (Action.MOVED, TODAY.isoformat())
    assert [(one.due_on, one.done) for one in home.assistant.tasks.all()] == [(TODAY + timedelta(days=7), False)]
    home.assistant.undo.undo()
    assert home.assistant.tasks.get(task.uid) == task
    once = add(home, "once", due_on=TODAY)
    with pytest.raises(InputError) as caught:
        home.assistant.tasks.skip(once.uid)
    assert caught.value.code == "task.no_next"


@given(
    late=st.integers(-40, 400),
    interval=st.integers(1, 12),
    freq=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    after_completion=st.booleans(),
)
def test_completing_makes_one_next_round_that_is_not_in_the_past(
    late: int, interval: int, freq: str, after_completion: bool
) -> None:
    home = Household()
    rule = f"FREQ={freq};INTERVAL={interval}"
    task = add(home, "x", due_on=TODAY - timedelta(days=late), rrule=rule, after_completion=after_completion)
    home.assistant.tasks.complete(task.uid)
    (open_one,) = home.assistant.tasks.all(done=False)
    assert open_one.uid == task.uid
    assert open_one.due_on is not None
    assert open_one.due_on >= TODAY
    assert (open_one.due_on > TODAY) or not after_completion
    assert len(home.assistant.tasks.all(done=True)) == 1


# ----------------------------------------------------------------------------------------------------- what is said


def test_a_length_that_is_said_becomes_the_estimate() -> None:
    home = Household()
    home.assistant.conversation.handle("/task write the report tomorrow ~45m")
    (task,) = home.assistant.tasks.all()
    assert (task.title, task.estimate_minutes) == ("write the report", 45)


@pytest.mark.parametrize("minutes", [0, -5, 60 * 24 * 400])
def test_an_estimate_is_a_length(minutes: int) -> None:
    with pytest.raises((InputError, ValueError)):
        add(Household(), "x", estimate_minutes=minutes)


# ----------------------------------------------------------------------------------------------------------- places


def test_tasks_are_placed_before_others_in_one_step() -> None:
    home = Household()
    a, b, c, d = (add(home, title) for title in "abcd")
    home.assistant.order.place((d.uid, c.uid), list_uid=INBOX, before_uid=a.uid)
    assert inside(home) == ["d", "c", "a", "b"]
    home.assistant.order.place((d.uid,), list_uid=INBOX)
    assert inside(home) == ["c", "a", "b", "d"]
    home.assistant.undo.undo()
    home.assistant.undo.undo()
    assert inside(home) == ["a", "b", "c", "d"]
    with pytest.raises(InputError):
        home.assistant.order.place((b.uid,), list_uid=INBOX, before_uid=b.uid)


def test_tasks_go_to_another_list_and_under_another_task_with_all_their_parts() -> None:
    home = Household()
    home.assistant.lists.save(TaskList(uid="work", name="Work"))
    trip = add(home, "trip")
    pack = add(home, "pack", parent_uid=trip.uid)
    socks = add(home, "socks", parent_uid=pack.uid)
    home.assistant.order.place((trip.uid,), list_uid="work")
    assert home.assistant.tasks.get(socks.uid).list_uid == "work"
    home.assistant.order.place((pack.uid,), list_uid="work")
    assert inside(home, "work") == ["trip", "pack"]
    home.assistant.order.place((trip.uid,), list_uid="work", parent_uid=pack.uid)
    assert inside(home, "work", pack.uid) == ["socks", "trip"]
    with pytest.raises(InputError) as caught:
        home.assistant.order.place((pack.uid,), list_uid="work", parent_uid=trip.uid)
    assert caught.value.code == "task.own_parent"


def test_lists_stand_inside_lists_and_go_together() -> None:
    home = Household()
    lists = home.assistant.lists
    area = lists.save(TaskList(uid="area", name="House", position=1))
    project = lists.save(TaskList(uid="project", name="Kitchen", parent_uid=area.uid))
    add(home, "sink", list_uid=project.uid)
    assert [one.uid for one in with_inner(lists.all(), "area")] == ["area", "project"]
    with pytest.raises(InputError) as caught:
        lists.save(replace(area, parent_uid=project.uid))
    assert caught.value.code == "task_list.own_parent"
    with pytest.raises(InputError):
        lists.save(TaskList(uid=INBOX, name="Inbox", parent_uid=area.uid))
    lists.remove(area.uid)
    assert home.assistant.tasks.all() == ()
    home.assistant.undo.undo()
    assert [one.uid for one in with_inner(lists.all(), "area")] == ["area", "project"]
    assert inside(home, "project") == ["sink"]


def test_lists_change_places_but_the_inbox_stays_first() -> None:
    home = Household()
    lists = home.assistant.lists
    for place, name in enumerate(("a", "b", "c"), start=1):
        lists.save(TaskList(uid=name, name=name, position=place))
    lists.step("c", -1)
    assert [one.uid for one in lists.all()] == [INBOX, "a", "c", "b"]
    lists.step("a", -1)
    lists.step("a", 9)
    assert [one.uid for one in lists.all()] == [INBOX, "c", "b", "a"]


def test_postponing_takes_up_what_was_put_aside() -> None:
    home = Household()
    task = add(home, "learn", someday=True)
    home.assistant.tasks.postpone((task.uid,), date(2026, 10, 20))
    after = home.assistant.tasks.get(task.uid)
    assert (after.someday, after.due_on) == (False, date(2026, 10, 20))


# --------------------------------------------------------------------------------------------------------- planning


def test_tasks_are_planned_one_after_another_in_one_step() -> None:
    home = Household()
    report, mail = add(home, "report", estimate_minutes=90), add(home, "mail")
    begin = datetime(2026, 10, 15, 14, 0, tzinfo=BERLIN)
    receipt = home.assistant.planning.plan((report.uid, mail.uid), begin)
    spans = [(item.title, item.start_at, item.end_at) for item in receipt.items]
    assert spans == [
        ("report", begin, begin + timedelta(minutes=90)),
        ("mail", begin + timedelta(minutes=90), begin + timedelta(minutes=150)),
    ]
    blocks = home.assistant.planning.blocks()
    assert [block.task_uid for block in blocks] == [report.uid, mail.uid]
    assert home.assistant.tasks.get(report.uid) == report, "the task stays as it is"
    home.assistant.undo.undo()
    assert home.assistant.planning.blocks() == ()


def test_the_next_time_of_a_task_is_the_one_that_is_on_or_comes() -> None:
    home = Household()
    task = add(home, "report", estimate_minutes=60)
    for hours in (-5, -0.5, 4):
        home.assistant.planning.plan((task.uid,), NOON + timedelta(hours=hours))
    blocks = home.assistant.planning.blocks()
    assert next_block(blocks, task, NOON, BERLIN) == blocks[1]
    assert next_block(blocks, task, NOON + timedelta(hours=1), BERLIN) == blocks[2]
    assert next_block(blocks, task, NOON + timedelta(days=1), BERLIN) == blocks[2], "the last one, where none is left"
    assert next_block(blocks, add(home, "other"), NOON, BERLIN) is None


def test_on_a_day_a_task_gets_the_first_time_that_is_free_or_all_of_it() -> None:
    home = Household()
    day = TODAY + timedelta(days=1)
    at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=BERLIN)
    home.assistant.schedule.create(EventDraft(title="lesson", span=Zoned(at, at + timedelta(hours=1), "Europe/Berlin")))
    report, mail, trip = add(home, "report", estimate_minutes=90), add(home, "mail"), add(home, "trip")
    receipt = home.assistant.planning.plan_on((report.uid, mail.uid), day)
    assert [item.start_at for item in receipt.items] == [at + timedelta(hours=1), at + timedelta(minutes=150)]
    long = add(home, "long", estimate_minutes=12 * 60)
    (item,) = home.assistant.planning.plan_on((long.uid,), day).items
    assert item.start_at == at, "where nothing is free, the working day begins with it"
    home.assistant.planning.plan_on((trip.uid,), day, whole_day=True)
    block = next_block(home.assistant.planning.blocks(), trip, NOON, BERLIN)
    assert block is not None
    assert block.span == AllDay(day, day + timedelta(days=1))
    assert len(home.assistant.planning.blocks()) == 4
    home.assistant.undo.undo()
    assert next_block(home.assistant.planning.blocks(), trip, NOON, BERLIN) is None


def test_time_for_a_task_stays_when_the_task_goes() -> None:
    home = Household()
    task = add(home, "report")
    home.assistant.planning.plan((task.uid,), NOON)
    home.assistant.tasks.delete(task.uid)
    (block,) = home.assistant.planning.blocks()
    assert block.title == "report"
    home.assistant.undo.undo()
    home.assistant.undo.undo()
    assert home.assistant.planning.blocks() == ()


def test_a_task_changed_into_another_list_takes_its_parts_along_and_comes_last() -> None:
    home = Household()
    home.assistant.lists.save(TaskList(uid="work", name="Work"))
    add(home, "first", list_uid="work")
    trip = add(home, "trip")
    pack = add(home, "pack", parent_uid=trip.uid)
    home.assistant.tasks.change(trip, new_list="work")
    assert inside(home, "work") == ["first", "trip"]
    assert home.assistant.tasks.get(pack.uid).list_uid == "work"
    home.assistant.tasks.change_all([replace(home.assistant.tasks.get(trip.uid), list_uid=INBOX)])
    assert inside(home) == ["trip"]
    assert home.assistant.tasks.get(pack.uid).list_uid == INBOX
