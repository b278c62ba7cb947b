"""Killed at any step of a reminder's life, and started again: nothing lost, nothing doubled, nothing answered twice."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.domain.reminder import ReminderKind
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.tasks.service import TaskDraft
from tests.faults.conftest import LONG, Life, tell
from tests.faults.killing import Story, kill, steps_of

CASES = 210 if LONG else 12


def fill(life: Life) -> None:
    """Reminders of every kind: two that are due now, the others when the clock has gone on."""
    now = life.now()
    life.profile.joinpath("base").write_text("0", encoding="ascii")
    soon, later = now + timedelta(seconds=0.5), now + timedelta(seconds=362)
    life.shift(-60)  # a slow computer must not find them past before they are stored
    with life.services() as assistant:
        assistant.tasks.create(TaskDraft(title="alpha:done", due_at=soon, zone=life.zone, remind_at=soon))
        assistant.reminders.create("beta:snooze", soon + timedelta(milliseconds=50), ReminderKind.ALARM)
        assistant.reminders.create("gamma:close", soon + timedelta(milliseconds=100))
        assistant.reminders.create("delta:done", later, rrule="FREQ=DAILY")
        assistant.tasks.create(
            TaskDraft(
                title="zeta:done",
                due_at=later + timedelta(seconds=1),
                zone=life.zone,
                remind_at=later + timedelta(seconds=1),
                rrule="FREQ=DAILY",
            )
        )
        start = now + timedelta(days=1, seconds=370, minutes=10)
        draft = EventDraft(
            title="epsilon:open", span=Zoned(start, start + timedelta(hours=1), life.zone), alert_minutes=(10,)
        )
        assistant.schedule.create(draft)
    life.shift(0)


def check(life: Life, told: str) -> None:
    """Everything came, once for each time it should, and nothing is left open."""
    found = Counter((str(text), str(state)) for text, state in life.rows("SELECT text, state FROM reminders"))
    assert found == {
        ("alpha:done", "acknowledged"): 1,
        ("beta:snooze", "acknowledged"): 1,
        ("gamma:close", "missed"): 1,
        ("delta:done", "acknowledged"): 2,
        ("delta:done", "scheduled"): 1,
        ("zeta:done", "acknowledged"): 2,
        ("zeta:done", "scheduled"): 1,
        ("epsilon:open", "acknowledged"): 1,
    }, f"{told}: {found}"
    for series in ("delta:done", "zeta:done"):
        days = [moment.date() for moment in life.moments(series)]
        assert days == [days[0] + timedelta(days=n) for n in range(3)], told
    tasks = Counter((str(t), done is not None) for t, done in life.rows("SELECT title, completed_at FROM tasks"))
    assert tasks == {("alpha:done", True): 1, ("zeta:done", True): 2, ("zeta:done", False): 1}, f"{told}: {tasks}"
    in_order(life, told)


def in_order(life: Life, told: str) -> None:
    """Whatever came up for the first time came in the order of its moments."""
    first = list(dict.fromkeys(uid for _process, uid in life.shown()))
    due = {str(uid): int(str(at)) for uid, at in life.rows("SELECT uid, due_at FROM reminders")}
    moments = [due[uid] for uid in first]
    assert moments == sorted(moments), told
    answered = {uid for uid, state in life.states().items() if state in ("acknowledged", "missed")}
    assert answered <= set(first), f"{told}: answered without having been seen"


STORY = Story(fill, check, all_return=True)


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps a whole life has."""
    return steps_of(STORY, tmp_path_factory.mktemp("whole"))


@pytest.mark.timeout(3600)
def test_killed_at_any_step(steps: int, tmp_path: Path, chance: random.Random) -> None:
    """Lives that end by several deaths: each next process is killed as well, until one gets through."""
    assert steps > 1000
    tell("killed at a random step", kill(STORY, tmp_path, steps, chance, CASES))
