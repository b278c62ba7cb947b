"""Killed while reminders insist: each is heard again as often as it should, never twice for one moment, and ends."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.domain.reminder import Insistence
from assistant.services.tasks.service import TaskDraft
from tests.faults.conftest import LONG, Life, tell
from tests.faults.killing import Story, kill, steps_of
from tests.faults.runner import HEARD

CASES = 40 if LONG else 5


def fill(life: Life) -> None:
    """One that repeats, one that nags, and one whose follow-up has nothing left to ask."""
    now = life.now()
    life.profile.joinpath("base").write_text("0", encoding="ascii")
    soon = now + timedelta(seconds=0.5)
    with life.services() as assistant:
        assistant.reminders.create("eta:repeat", soon, insists=Insistence.REPEAT)
        due = soon + timedelta(milliseconds=50)
        assistant.tasks.create(
            TaskDraft(title="theta:nag", due_at=due, zone=life.zone, remind_at=due, insists=Insistence.NAG)
        )
        due = soon + timedelta(milliseconds=100)
        made = assistant.tasks.create(TaskDraft(title="iota:done", due_at=due, zone=life.zone, remind_at=due))
        assistant.follow_ups.add(made.items[0].uid, now + timedelta(seconds=362))


def check(life: Life, told: str) -> None:
    """Everything was answered, was heard exactly as often as it should be, and the follow-up was never seen."""
    rows = life.rows("SELECT text, kind, state, rings FROM reminders ORDER BY text, kind")
    assert rows == [
        ("eta:repeat", "reminder", "acknowledged", HEARD),
        ("iota:done", "follow_up", "acknowledged", 0),
        ("iota:done", "reminder", "acknowledged", 0),
        ("theta:nag", "reminder", "acknowledged", 1),
    ], f"{told}: {rows}"
    asked = {uid for (uid,) in life.rows("SELECT uid FROM reminders WHERE kind = 'follow_up'")}
    assert not asked & {uid for _process, uid in life.shown()}, told
    assert life.rows("SELECT count(*) FROM tasks WHERE completed_at IS NULL") == [(0,)], told


STORY = Story(fill, check, all_return=False)  # a follow-up with nothing left to ask never comes up


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps a whole life has."""
    return steps_of(STORY, tmp_path_factory.mktemp("whole"))


@pytest.mark.timeout(3600)
def test_killed_while_reminders_insist(steps: int, tmp_path: Path, chance: random.Random) -> None:
    """Lives that end by several deaths, until one gets through."""
    assert steps > 500
    tell("killed while insisting", kill(STORY, tmp_path, steps, chance, CASES))
