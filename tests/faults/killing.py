"""Lives that end by several deaths: each next process is killed as well, until one gets through."""

from __future__ import annotations

import random
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.conftest import Life


@dataclass(frozen=True)
class Story:
    """What a life holds.

    Attributes:
        fill: Makes its reminders.
        check: Looks at a life that is over; gets what to say where it is not as it should be.
        all_return: Whatever was up without an answer comes up again after the last death.
    """

    fill: Callable[[Life], None]
    check: Callable[[Life, str], None]
    all_return: bool


def steps_of(story: Story, folder: Path) -> int:
    """How many steps a whole life has, when nobody kills it."""
    life = Life(folder / "profile")
    story.fill(life)
    assert life.run_with_hand() == 0
    story.check(life, "undisturbed")
    return int(life.profile.joinpath("steps").read_text(encoding="ascii"))


def kill(story: Story, folder: Path, steps: int, chance: random.Random, cases: int) -> int:
    """Lives one after the other, until there were `cases` deaths; returns their number."""
    killed = 0
    while killed < cases:
        life = Life(folder / str(killed))
        story.fill(life)
        try:
            killed += _one_life(story, life, steps, chance, cases - killed)
        finally:
            life.kill()
        shutil.rmtree(life.profile)
    return killed


def _one_life(story: Story, life: Life, steps: int, chance: random.Random, most: int) -> int:
    """Kills until the life is over or `most` is reached, looks after each death, returns the number of deaths."""
    deaths: list[int] = []
    while True:
        before, seen = life.states(), len(life.shown())
        at = chance.randint(1, steps) if len(deaths) < most else 0
        code = life.run_with_hand(kill_at=at)
        told = f"killed at steps {deaths}, then {at}"
        since = Counter(uid for _process, uid in life.shown()[seen:])
        for uid, state in before.items():
            if state in ("acknowledged", "missed"):
                assert since[uid] == 0, f"{told}: an answered one came back"
            elif story.all_return and state in ("due", "shown") and code == 0:
                assert since[uid] >= 1, f"{told}: an unanswered one did not come back"
        put_off = {uid for (uid,) in life.rows("SELECT uid FROM reminders WHERE snoozed_until IS NOT NULL")}
        for uid, times in since.items():
            assert times <= (2 if uid in put_off else 1), f"{told}: two pop-ups for one moment"
        if code == 0:
            story.check(life, told)
            return len(deaths)
        assert code == -signal.SIGKILL, told
        deaths.append(at)
