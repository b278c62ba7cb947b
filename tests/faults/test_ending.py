"""Asked to end at any moment of its start, the program ends."""

from __future__ import annotations

import random
import signal

from tests.faults.conftest import LONG, Life, tell, wait_for


def test_asked_to_end_while_it_starts(life: Life, chance: random.Random) -> None:
    rounds = 20 if LONG else 3
    for _ in range(rounds):
        before = life.log().count("the window is usable")
        process = life.start(hidden=False)
        wait_for(lambda before=before: life.log().count("the window is usable") > before, "it shows its window", 60)
        until = life.clock.monotonic() + chance.random() * 2.5
        wait_for(lambda until=until: life.clock.monotonic() > until, "some moment of the start")
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        tell("asked to end while starting")
