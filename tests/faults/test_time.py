"""Sleep, wrong clocks, summer time and travels: the program runs, and the clock does what clocks do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.absence import Why
from assistant.domain.spans import AllDay, Floating, Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.reminders.presence import Presence
from tests.faults.conftest import LONG, Life, tell, wait_for

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
JUMPS = (
    [timedelta(minutes=m) for m in (2, 7, 45, 600, 1500, 10_000)]
    if LONG
    else [timedelta(minutes=7), timedelta(minutes=10_000)]
)
# A zone, the last Sunday (or first) of its clock changes: one hour is skipped, one comes twice.
CHANGES = [
    ("Europe/Berlin", date(2027, 3, 28)),
    ("Europe/Berlin", date(2027, 10, 31)),
    ("America/New_York", date(2027, 3, 14)),
    ("America/New_York", date(2027, 11, 7)),
    ("Australia/Lord_Howe", date(2027, 4, 4)),  # by half an hour
    ("Australia/Lord_Howe", date(2027, 10, 3)),
]


@pytest.fixture
def running(life: Life) -> Iterator[Life]:
    life.start_ready()
    yield life
    life.stop()


def shown_times(life: Life, uid: str) -> int:
    return sum(1 for _process, again in life.shown() if again == uid)


def answer_all(life: Life) -> None:
    with life.services() as assistant:
        uids = [one.uid for one in assistant.reminders.pending()]
        assistant.reminders.acknowledge_all(uids)


def test_asleep_across_due_times(running: Life, chance: random.Random) -> None:
    """The clock leaps over the moments of several reminders; all come, in order, once."""
    for number, jump in enumerate(JUMPS):
        texts = [f"sleep {number} {place}" for place in range(4)]
        with running.services() as assistant:
            for text in texts:
                assistant.reminders.create(text, running.now() + MINUTE + chance.random() * (jump - MINUTE))
        shift = float(running.clock_file.read_text().split()[0])
        seen = len(running.shown())
        running.shift(shift + jump.total_seconds())
        wanted = seen + len(texts)
        wait_for(lambda wanted=wanted: len(running.shown()) >= wanted, f"all come after {jump}")
        came = [uid for _process, uid in running.shown()[seen:]]
        due = dict(running.rows("SELECT uid, due_at FROM reminders"))
        assert len(came) == len(set(came)) == len(texts)
        assert came == sorted(came, key=lambda uid, due=due: int(str(due[uid])))
        answer_all(running)
        tell("asleep across due times")


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_clock_set_back_and_forth(running: Life, jump: timedelta) -> None:
    """Nothing comes early, nothing comes twice, a series has each of its moments once."""
    now = running.now()
    with running.services() as assistant:
        assistant.reminders.create("single", now + jump / 2)
        assistant.reminders.create("series", now + jump / 2, rrule="FREQ=HOURLY")
    running.shift(-jump.total_seconds())
    wait_for(lambda: "clock jumped by -" in running.log(), "the jump is noticed")
    assert running.shown() == []
    running.shift(jump.total_seconds())
    wait_for(lambda: len(running.shown()) == 2, "both come when their time has come")
    running.shift(0)
    wait_for(lambda: running.log().count("clock jumped by -") == 2, "the way back is noticed")
    running.shift(jump.total_seconds() + 3600)
    wait_for(lambda: len(running.shown()) == 3, "the next of the series")
    assert shown_times(running, next(iter(running.states("single")))) == 1
    moments = running.moments("series")
    assert len(set(moments)) == len(moments)
    answered_span = moments[1] - moments[0]
    assert answered_span % timedelta(hours=1) == timedelta(0)
    tell("clock set back and forth")


@pytest.mark.parametrize(("zone", "change"), CHANGES if LONG else CHANGES[:3])
def test_summer_time(life: Life, zone: str, change: date) -> None:
    """A daily reminder inside the hour that is skipped or doubled comes once each day, at its wall time where it is."""
    own = ZoneInfo(zone)
    at = time(2, 15) if zone == "Australia/Lord_Howe" else time(2, 30)
    if change.month >= 10 and zone == "America/New_York":
        at = time(1, 30)
    first = datetime.combine(change - DAY, at, own)
    life.set(first - MINUTE, zone)
    life.start_ready()
    try:
        with life.services() as assistant:
            assistant.reminders.create("daily", first, rrule="FREQ=DAILY")
            meeting = first.replace(tzinfo=own) + MINUTE
            span = Zoned(meeting, meeting + timedelta(minutes=5), zone)
            assistant.schedule.create(EventDraft(title="meeting", span=span, rrule="FREQ=DAILY", alert_minutes=(0,)))
        for day in range(3):
            noon = datetime.combine(change - DAY + DAY * day, time(12), own)
            life.set(noon)
            wait_for(lambda day=day: len(life.shown()) == 2 * (day + 1), f"both of day {day}")
            answer_all(life)
        for text in ("daily", "meeting"):
            days = [moment.date() for moment in life.moments(text)]
            assert days == [change - DAY + DAY * n for n in range(4)], text
            walls = [moment.astimezone(UTC).astimezone(own).time() for moment in life.moments(text)]
            wanted = at if text == "daily" else (datetime.combine(change, at) + MINUTE).time()
            assert [wall == wanted for wall in walls].count(False) <= 1
        tell("summer time")
    finally:
        life.stop()


def test_the_same_wall_time_in_another_zone(running: Life) -> None:
    """Who travels east is reminded of a floating time there, and of a fixed moment when it is."""
    berlin, shanghai = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")
    day = running.now().date() + DAY * 3
    fixed = datetime.combine(day, time(9), berlin)
    with running.services() as assistant:
        assistant.schedule.create(
            EventDraft(title="floating", span=Floating(day, time(9), timedelta(hours=1)), alert_minutes=(0,))
        )
        assistant.schedule.create(EventDraft(title="whole day", span=AllDay(day, day + DAY), alert_minutes=(0,)))
        assistant.reminders.create("fixed", fixed)
    assert running.moments("floating") == [fixed]
    shift = float(running.clock_file.read_text().split()[0])
    running.shift(shift, "Asia/Shanghai")
    wanted = datetime.combine(day, time(9), shanghai)
    wait_for(lambda: running.moments("floating") == [wanted], "the floating one follows")
    assert running.moments("whole day") == [datetime.combine(day, time(), shanghai)]
    assert running.moments("fixed") == [fixed]
    running.set(wanted + timedelta(seconds=5))
    wait_for(lambda: len(running.shown()) == 2, "whole day and floating, in the new zone")
    assert running.states("fixed").popitem()[1] == "scheduled"
    running.set(fixed + timedelta(seconds=5))
    wait_for(lambda: len(running.shown()) == 3, "the fixed one at its moment")
    tell("change of zone")


def test_a_thousand_at_once(running: Life) -> None:
    """All come, each once, in one digest, and one press answers all."""
    soon = running.now() + timedelta(seconds=40)
    with running.services() as assistant:
        for number in range(1000):
            assistant.reminders.create(f"mass {number}", soon)
    running.set(max(running.now(), soon) + timedelta(seconds=1))
    wait_for(lambda: len(running.shown()) == 1000, "all thousand are up", 60)
    assert len(set(running.shown())) == 1000
    answer_all(running)
    assert set(running.states().values()) == {"acknowledged"}
    tell("due at once", 1000)


REASONS = [("closed", Why.CLOSED), ("asleep", Why.ASLEEP), ("clock", Why.CLOCK)]


@pytest.mark.parametrize(("how", "why"), REASONS, ids=[how for how, _why in REASONS])
def test_the_program_knows_why_it_is_late(life: Life, how: str, why: Why) -> None:
    """The same leap of the wall clock: the program was killed, the computer slept, or somebody set the clock."""
    life.start_ready()
    due = life.now() + timedelta(hours=2)
    with life.services() as assistant:
        assistant.reminders.create("late", due)
    wait_for(life.paths.presence.exists, "a mark of life")
    if how == "closed":
        life.kill()
    seconds = timedelta(hours=5).total_seconds()
    life.shift(seconds, slept=seconds if how == "asleep" else 0)
    if how == "closed":
        life.start_ready()
    wait_for(lambda: len(life.shown()) == 1, "it comes")
    life.stop()
    found = Presence(life.paths.presence).why(due)
    assert found is not None
    assert found.why is why
    assert found.ended_at is not None
    assert found.began_at < due < found.ended_at
    tell("reason of lateness")
