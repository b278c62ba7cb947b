from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

from assistant.domain.items import ItemKind
from assistant.services.changes import Changes
from assistant.services.notices import ItemsChanged
from assistant.services.tasks import TaskDraft
from assistant.services.wakeups import SchedulerWakeUps
from assistant.services.watch import StoreWatch
from tests.helpers.clock import NOON
from tests.helpers.household import Household

PATIENCE = 20


def now() -> datetime:
    return datetime.now(UTC)


def test_a_moment_in_the_past_wakes_at_once() -> None:
    woken = threading.Event()
    wakeups = SchedulerWakeUps()
    try:
        wakeups.set_next(now() - timedelta(days=3))
        wakeups.start(woken.set)
        assert woken.wait(PATIENCE)
    finally:
        wakeups.close()


def test_only_the_latest_moment_counts() -> None:
    calls: list[datetime] = []
    woken = threading.Event()

    def wake() -> None:
        calls.append(now())
        woken.set()

    wakeups = SchedulerWakeUps()
    try:
        wakeups.start(wake)
        wakeups.set_next(now() + timedelta(days=1))
        soon = now() + timedelta(milliseconds=300)
        wakeups.set_next(soon)
        assert woken.wait(PATIENCE)
        assert len(calls) == 1
        assert calls[0] >= soon
    finally:
        wakeups.close()


def test_a_callback_may_set_the_next_moment() -> None:
    calls: list[int] = []
    twice = threading.Event()
    wakeups = SchedulerWakeUps()

    def wake() -> None:
        calls.append(1)
        if len(calls) == 1:
            wakeups.set_next(now())
        else:
            twice.set()

    try:
        wakeups.start(wake)
        wakeups.set_next(now())
        assert twice.wait(PATIENCE)
    finally:
        wakeups.close()


def test_none_cancels_and_nothing_wakes_after_closing() -> None:
    woken = threading.Event()
    wakeups = SchedulerWakeUps()
    wakeups.start(woken.set)
    wakeups.set_next(now() + timedelta(milliseconds=200))
    wakeups.set_next(None)
    assert not woken.wait(0.6)
    wakeups.set_next(now() + timedelta(milliseconds=200))
    wakeups.close()
    assert not woken.wait(0.6)
    wakeups.close()


def test_a_clock_that_jumped_is_noticed_without_the_timer() -> None:
    # The timer of a computer that slept stands where it stood; a look at the clock finds what is overdue.
    woken = threading.Event()
    wakeups = SchedulerWakeUps(longest=0.2)
    try:
        wakeups.start(woken.set)
        wakeups.set_next(now() + timedelta(seconds=0.3))
        assert wakeups._scheduler is not None
        for job in wakeups._scheduler.get_jobs():
            if job.args:
                wakeups._scheduler.remove_job(job.id)
        assert woken.wait(PATIENCE)
    finally:
        wakeups.close()


def test_moments_set_while_others_come_due_are_all_kept() -> None:
    # Replacing a job whose time has just come made the scheduler lose the new one, or its thread.
    calls: list[int] = []
    enough = threading.Event()
    wakeups = SchedulerWakeUps(longest=3600)

    def wake() -> None:
        calls.append(1)
        if len(calls) == 200:
            enough.set()
        wakeups.set_next(now())

    try:
        wakeups.start(wake)
        wakeups.set_next(now())
        assert enough.wait(60)
    finally:
        wakeups.close()


def watch(home: Household) -> StoreWatch:
    return StoreWatch(Changes(home.store, home.clock, home.assistant.notices, home.wakeups), seconds=0.05)


def test_what_another_process_wrote_is_noticed_and_wakes_in_time() -> None:
    home = Household()
    eyes = watch(home)
    eyes.start()
    try:
        other = home.again()
        due = NOON + timedelta(minutes=5)
        other.assistant.tasks.create(TaskDraft(title="call", due_at=due, remind_at=due))
        seen = threading.Event()
        home.assistant.notices.subscribe(lambda _notice: seen.set())
        home.store.foreign_commits += 1  # type: ignore[attr-defined]
        assert seen.wait(PATIENCE)
    finally:
        eyes.close()
    assert home.news[-1] == ItemsChanged(frozenset(ItemKind), elsewhere=True)
    assert home.wakeups.next == due


def test_nothing_written_is_no_news() -> None:
    home = Household()
    eyes = watch(home)
    assert eyes.look() is True  # the first look has nothing to compare with
    assert eyes.look() is False
