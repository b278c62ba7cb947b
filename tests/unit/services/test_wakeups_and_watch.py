from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.config.system_clock import SystemClock
from assistant.domain.items import ItemKind
from assistant.services.changes import Changes
from assistant.services.notices import ItemsChanged
from assistant.services.reminders.wakeups import ClockWakeUps
from assistant.services.tasks.service import TaskDraft
from assistant.services.watch import StoreWatch
from tests.helpers.clock import NOON
from tests.helpers.household import Household
from tests.helpers.waiting import until

PATIENCE = 20


def now() -> datetime:
    return datetime.now(UTC)


def test_a_moment_in_the_past_wakes_at_once() -> None:
    woken = threading.Event()
    wakeups = ClockWakeUps(SystemClock())
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

    wakeups = ClockWakeUps(SystemClock())
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
    wakeups = ClockWakeUps(SystemClock())

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
    wakeups = ClockWakeUps(SystemClock())
    wakeups.start(woken.set)
    wakeups.set_next(now() + timedelta(milliseconds=200))
    wakeups.set_next(None)
    assert not woken.wait(0.6)
    wakeups.set_next(now() + timedelta(milliseconds=200))
    wakeups.close()
    assert not woken.wait(0.6)
    wakeups.close()


class Jumping(SystemClock):
    """The computer's clock, moved by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.shift = timedelta(0)
        self.place = ZoneInfo("Europe/Berlin")

    def now(self) -> datetime:
        return (datetime.now(UTC) + self.shift).astimezone(self.place)

    def zone(self) -> ZoneInfo:
        return self.place


@pytest.mark.parametrize("shift", [timedelta(hours=1), timedelta(hours=-1), timedelta(seconds=2)])
def test_a_jump_of_the_clock_wakes_whichever_way_it_goes(shift: timedelta) -> None:
    woken, clock = threading.Event(), Jumping()
    wakeups = ClockWakeUps(clock, longest=0.05)
    try:
        wakeups.start(woken.set)
        assert not woken.wait(0.2)
        clock.shift = shift
        assert woken.wait(PATIENCE)
    finally:
        wakeups.close()


def test_another_zone_wakes() -> None:
    woken, clock = threading.Event(), Jumping()
    wakeups = ClockWakeUps(clock, longest=0.05)
    try:
        wakeups.start(woken.set)
        clock.place = ZoneInfo("Asia/Shanghai")
        assert woken.wait(PATIENCE)
    finally:
        wakeups.close()


def test_a_nudge_wakes_at_once() -> None:
    woken = threading.Event()
    wakeups = ClockWakeUps(SystemClock(), longest=3600)
    try:
        wakeups.start(woken.set)
        wakeups.nudge()
        assert woken.wait(PATIENCE)
    finally:
        wakeups.close()


@pytest.mark.allow_log
def test_a_round_that_fails_does_not_silence_the_next() -> None:
    calls: list[int] = []
    again = threading.Event()
    wakeups = ClockWakeUps(SystemClock(), longest=3600)

    def wake() -> None:
        calls.append(1)
        if len(calls) == 1:
            raise ValueError("a bug")
        again.set()

    try:
        wakeups.start(wake)
        wakeups.nudge()
        until(lambda: calls)
        wakeups.nudge()
        assert again.wait(PATIENCE)
    finally:
        wakeups.close()


def test_moments_set_while_others_come_due_are_all_kept() -> None:
    calls: list[int] = []
    enough = threading.Event()
    wakeups = ClockWakeUps(SystemClock(), longest=3600)

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
        home.store.foreign_commits += 1
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
