"""A full disk, a locked database, a hanging engine, two starts in one moment: reminders come all the same."""

from __future__ import annotations

import resource
import sqlite3
from datetime import timedelta

import psutil
import pytest

from assistant.domain.reminder import ReminderKind
from assistant.services.model_ports import ModelRecord
from tests.faults.conftest import LONG, Life, tell, wait_for
from tests.helpers.models import shared_models

SOON = timedelta(seconds=1)


def once(life: Life, text: str) -> None:
    """It came, and not twice."""
    (uid,) = life.states(text)
    wait_for(lambda: uid in [one for _process, one in life.shown()], f"{text} comes", 60)
    assert [one for _process, one in life.shown()].count(uid) == 1


@pytest.mark.parametrize("held", [1, 8] if LONG else [7])
def test_a_database_locked_by_somebody_else(life: Life, held: int) -> None:
    """Another program holds the write lock over the due time, longer than anybody waits for it."""
    life.start_ready()
    with life.services() as assistant:
        assistant.reminders.create("locked", life.now() + SOON)
    wait_for(lambda: life.states("locked"), "stored")
    lock = sqlite3.connect(life.paths.database, timeout=10, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    until = life.now() + SOON + timedelta(seconds=held)
    wait_for(lambda: life.now() > until, "the lock was held")
    assert life.shown() == [], "nothing is shown that could not be stored"
    lock.execute("ROLLBACK")
    lock.close()
    once(life, "locked")
    life.stop()
    tell("locked database")


def test_a_database_locked_while_the_program_starts(life: Life) -> None:
    with life.services() as assistant:
        assistant.reminders.create("start", life.now() + SOON)
    lock = sqlite3.connect(life.paths.database, timeout=10, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    life.start(hidden=False)
    wait_for(lambda: "the window is usable" in life.log(), "started", 60)
    until = life.now() + timedelta(seconds=9)
    wait_for(lambda: life.now() > until, "the lock was held")
    lock.execute("ROLLBACK")
    lock.close()
    once(life, "start")
    life.stop()
    tell("locked at the start")


def test_a_full_disk(life: Life) -> None:
    """Nothing can be written when the time comes; as soon as there is room, it comes, once."""
    process = life.start()
    wait_for(lambda: "the window is complete" in life.log(), "ready", 60)
    with life.services() as assistant:
        assistant.reminders.create("full", life.now() + timedelta(seconds=3))
    # No file of the process may grow by a byte: to it this is what a full disk is.
    most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, most[1]))
    until = life.now() + timedelta(seconds=8)
    wait_for(lambda: life.now() > until, "the disk was full over the due time")
    assert set(life.states("full").values()) == {"scheduled"}
    assert process.poll() is None
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, most)
    once(life, "full")
    life.stop()
    tell("full disk")


@pytest.mark.model
def test_a_hanging_engine(life: Life, tiny_model: ModelRecord) -> None:
    """The language model's process stands still in the middle of an answer; the reminder does not care."""
    assert tiny_model.installed
    life.paths.settings.write_text('model = "tiny"\n', encoding="utf-8")
    process = life.start_with_hand(
        ASSISTANT_MODELS=str(shared_models()), FAULTS_ASK="write a long poem about a lighthouse"
    )
    mine = psutil.Process(process.pid)
    engines: list[psutil.Process] = []

    def found() -> bool:
        engines[:] = [one for one in mine.children() if "--engine" in one.cmdline()]
        return bool(engines)

    wait_for(found, "the engine runs", 60)
    engines[0].suspend()
    try:
        with life.services() as assistant:
            assistant.reminders.create("hanging", life.now() + SOON)
        once(life, "hanging")
    finally:
        engines[0].resume()
    life.stop()
    tell("hanging engine")


def test_two_starts_in_one_moment(life: Life) -> None:
    """However close together: one window, one pop-up."""
    rounds = 8 if LONG else 2
    for number in range(rounds):
        with life.services() as assistant:
            assistant.reminders.create(f"twin {number}", life.now() + SOON, ReminderKind.ALARM)
        twins = [life.start() for _ in range(3)]
        try:
            once(life, f"twin {number}")
            wait_for(lambda twins=twins: sum(one.poll() is None for one in twins) == 1, "the others ended", 60)
            assert all(one.poll() in (None, 0) for one in twins)
        finally:
            for one in twins:
                if one.poll() is None:
                    one.terminate()
                one.wait(20)
        assert len({process for process, _uid in life.shown()}) <= number + 1
        with life.services() as assistant:
            assistant.reminders.acknowledge_all([one.uid for one in assistant.reminders.pending()])
        tell("two and more starts at once")
