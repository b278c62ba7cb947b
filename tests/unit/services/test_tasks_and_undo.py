from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.config.errors import ConflictError, InputError, NotFoundError
from assistant.domain.conversation import Action
from assistant.domain.task import Task, TaskList
from assistant.services.tasks.service import TaskDraft
from tests.helpers.clock import NOON
from tests.helpers.household import Household


def add(home: Household, title: str, **more: object) -> Task:
    receipt = home.assistant.tasks.create(TaskDraft(title=title, **more))
    return home.assistant.tasks.get(receipt.items[0].uid)


def titles(home: Household, **where: object) -> list[str]:
    return [task.title for task in home.assistant.tasks.all(**where)]


def test_new_tasks_stand_at_the_end() -> None:
    home = Household()
    for title in ("a", "b", "c"):
        add(home, title)
    assert titles(home) == ["a", "b", "c"]


def test_moving_within_and_between_lists() -> None:
    home = Household()
    home.assistant.lists.save(TaskList(uid="home", name="Home"))
    a, b = add(home, "a"), add(home, "b")
    add(home, "c")
    home.assistant.order.move(b.uid, list_uid="inbox", position=0)
    assert titles(home) == ["b", "a", "c"]
    child = add(home, "inner", parent_uid=a.uid)
    receipt = home.assistant.order.move(a.uid, list_uid="home", position=0)
    assert (receipt.items[0].list_name, receipt.items[0].before) == ("Home", "Inbox")
    assert home.assistant.tasks.get(child.uid).list_uid == "home"
    home.assistant.undo.undo()
    assert home.assistant.tasks.get(a.uid).list_uid == "inbox"


def test_postponing_keeps_clock_times_and_alerts_follow() -> None:
    home = Household()
    timed = add(home, "timed", due_at=NOON + timedelta(hours=1), remind_at=NOON + timedelta(minutes=30))
    dated = add(home, "dated", due_on=NOON.date())
    receipt = home.assistant.tasks.postpone((timed.uid, dated.uid), date(2026, 10, 19))
    assert (receipt.action, len(receipt.items)) == (Action.MOVED, 2)
    assert home.assistant.tasks.get(timed.uid).due_at == (NOON + timedelta(hours=1)).replace(day=19)
    assert home.assistant.tasks.get(dated.uid).due_on == date(2026, 10, 19)
    assert home.wakeups.next == (NOON + timedelta(minutes=30)).replace(day=19)


def test_an_alert_can_be_set_and_taken_away() -> None:
    home = Household()
    task = add(home, "call", due_at=NOON + timedelta(hours=1))
    home.assistant.tasks.change(task, remind_at=NOON + timedelta(minutes=10))
    assert home.wakeups.next == NOON + timedelta(minutes=10)
    home.assistant.tasks.change(replace(task, title="call mom"))
    (row,) = home.assistant.tasks.reminders_of(task.uid)
    assert row.text == "call mom"
    home.assistant.tasks.change(task, remind_at=None)
    assert home.wakeups.next is None


def test_deleting_takes_subtasks_along() -> None:
    home = Household()
    parent = add(home, "trip")
    add(home, "pack", parent_uid=parent.uid)
    home.assistant.tasks.delete(parent.uid)
    assert titles(home) == []
    home.assistant.undo.undo()
    assert sorted(titles(home)) == ["pack", "trip"]


def test_removing_a_list_takes_its_tasks() -> None:
    home = Household()
    home.assistant.lists.save(TaskList(uid="home", name="Home"))
    add(home, "sweep", list_uid="home")
    home.assistant.lists.remove("home")
    assert titles(home) == []
    home.assistant.undo.undo()
    assert titles(home, list_uid="home") == ["sweep"]
    with pytest.raises(InputError):
        home.assistant.lists.remove("inbox")


def test_a_repeating_task_ends_with_its_count() -> None:
    home = Household()
    task = add(home, "exercise", due_on=NOON.date(), rrule="FREQ=DAILY;COUNT=2")
    home.assistant.tasks.complete(task.uid)
    moved = home.assistant.tasks.get(task.uid)
    assert (moved.due_on, moved.rrule, moved.done) == (date(2026, 10, 15), "FREQ=DAILY;COUNT=1", False)
    home.assistant.tasks.complete(task.uid)
    assert home.assistant.tasks.get(task.uid).done
    assert [t.done for t in home.assistant.tasks.all()] == [True, True]


def test_an_overdue_repeating_task_moves_past_what_was_missed() -> None:
    home = Household()
    task = add(home, "exercise", due_on=date(2026, 10, 1), rrule="FREQ=DAILY")
    home.assistant.tasks.complete(task.uid)
    assert home.assistant.tasks.get(task.uid).due_on == NOON.date()


@pytest.mark.parametrize("title", ["", " \n "])
def test_a_task_needs_a_title(title: str) -> None:
    with pytest.raises(InputError):
        add(Household(), title)


def test_undo_goes_back_step_by_step_and_redo_forward() -> None:
    home = Household()
    add(home, "a")
    add(home, "b")
    assert home.assistant.undo.undo().label == "Added task: b"
    assert home.assistant.undo.undo().label == "Added task: a"
    assert titles(home) == []
    with pytest.raises(NotFoundError) as caught:
        home.assistant.undo.undo()
    assert caught.value.code == "undo.nothing"
    home.clock.advance(timedelta(seconds=1))
    home.assistant.undo.redo()
    assert titles(home) == ["a"]
    home.assistant.undo.redo()
    assert titles(home) == ["a", "b"]
    with pytest.raises(NotFoundError):
        home.assistant.undo.redo()


def test_a_new_change_ends_redoing_but_not_by_number() -> None:
    home = Household()
    first = home.assistant.tasks.create(TaskDraft(title="a")).journal_id
    home.assistant.undo.undo()
    home.clock.advance(timedelta(seconds=1))
    add(home, "b")
    with pytest.raises(NotFoundError):
        home.assistant.undo.redo()
    home.assistant.undo.redo(first)
    assert sorted(titles(home)) == ["a", "b"]
    with pytest.raises(ConflictError):
        home.assistant.undo.redo(first)
    home.assistant.undo.undo(first)
    with pytest.raises(ConflictError):
        home.assistant.undo.undo(first)
    with pytest.raises(NotFoundError):
        home.assistant.undo.undo(999)
