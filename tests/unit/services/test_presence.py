"""The mark of life, and what it tells of the time between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.config.system_clock import ShiftedClock, SystemClock
from assistant.domain.absence import Absence, Look, Why, absence_at
from assistant.services.reminders.presence import Presence, reason_of_jump
from assistant.services.reminders.wakeups import ClockWakeUps
from tests.helpers.clock import NOON, FakeClock
from tests.helpers.waiting import until

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def look(clock: FakeClock) -> Look:
    return Look(clock.now().astimezone(UTC), clock.monotonic(), clock.asleep(), str(clock.zone()))


class Program:
    """A presence with a clock, and starts and ends of the program that has it."""

    def __init__(self, file: Path) -> None:
        self.clock = FakeClock()
        self.file = file
        self.start()

    def start(self) -> None:
        self.presence = Presence(self.file)
        self.presence.begin(look(self.clock))
        self.presence.keep()

    def run(self, length: timedelta) -> None:
        """Goes on for a while, looking once a minute."""
        for _ in range(length // MINUTE):
            self.clock.advance(MINUTE)
            self.presence.observe(look(self.clock))
            self.presence.keep()

    def look(self) -> None:
        self.presence.observe(look(self.clock))
        self.presence.keep()

    def why(self, moment: datetime) -> Why | None:
        found = self.presence.why(moment)
        return found.why if found is not None else None


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "presence.json")


def test_the_next_start_knows_how_long_it_was_away(program: Program) -> None:
    program.run(HOUR)  # and is killed then
    program.clock.advance(8 * HOUR)
    program.start()
    assert program.why(NOON + 30 * MINUTE) is None, "it was there"
    assert program.why(NOON + 2 * HOUR) is Why.CLOSED
    found = program.presence.why(NOON + 2 * HOUR)
    assert found == Absence((NOON + HOUR).astimezone(UTC), (NOON + 9 * HOUR).astimezone(UTC), Why.CLOSED)


def test_sleep_is_told_from_a_clock_that_was_set(program: Program) -> None:
    program.run(HOUR)
    program.clock.sleep(3 * HOUR)
    program.look()
    program.run(HOUR)
    program.clock.put(program.clock.now() + 2 * HOUR)
    program.look()
    assert program.why(NOON + 2 * HOUR) is Why.ASLEEP
    assert program.why(NOON + 4 * HOUR + 30 * MINUTE) is None
    assert program.why(NOON + 6 * HOUR) is Why.CLOCK
    program.run(5 * MINUTE)
    program.start()
    assert program.why(NOON + 2 * HOUR) is Why.ASLEEP, "also after another start"


def test_a_clock_set_back_is_no_absence(program: Program) -> None:
    program.run(HOUR)
    program.clock.put(NOON - HOUR)
    program.look()
    program.start()
    assert program.why(NOON) is None
    assert program.why(NOON - 30 * MINUTE) is None


def test_where_sleep_cannot_be_measured_no_reason_is_made_up() -> None:
    before = Look(NOON.astimezone(UTC), 10, None, "UTC")
    after = Look((NOON + HOUR).astimezone(UTC), 12, None, "UTC")
    assert reason_of_jump(before, after) is None


def test_what_was_held_back_is_remembered_over_the_end_of_the_program(program: Program) -> None:
    program.run(HOUR)
    program.presence.hold(Why.DISTURB, program.clock.now())
    program.run(HOUR)
    program.presence.hold(Why.DISTURB, program.clock.now())
    program.clock.advance(HOUR)
    program.start()
    assert program.why(NOON + 90 * MINUTE) is Why.DISTURB
    assert program.why(NOON + 150 * MINUTE) is Why.CLOSED
    program.presence.hold(Why.FULL_SCREEN, program.clock.now())
    program.run(HOUR)
    program.presence.release(program.clock.now())
    program.run(HOUR)
    assert program.why(NOON + 200 * MINUTE) is Why.FULL_SCREEN
    assert program.why(program.clock.now() - MINUTE) is None


def test_sleep_counts_before_what_was_held_back() -> None:
    held = Absence(NOON.astimezone(UTC), (NOON + 5 * HOUR).astimezone(UTC), Why.PAUSED)
    asleep = Absence((NOON - HOUR).astimezone(UTC), (NOON + HOUR).astimezone(UTC), Why.ASLEEP)
    assert absence_at(NOON + MINUTE, (asleep, held)) == asleep
    assert absence_at(NOON + 2 * HOUR, (asleep, held)) == held


def test_a_pause_outlives_the_program_and_ends_by_itself(program: Program) -> None:
    program.presence.pause(program.clock.now() + HOUR)
    program.start()
    now = program.clock.now()
    assert program.presence.paused_until(now) == (now + HOUR).astimezone(UTC)
    assert program.presence.paused_until(now + HOUR) is None
    program.presence.pause(None)
    assert program.presence.paused_until(now) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"alive_at": 3, "paused_until": null, "absences": []}', '{"a": 1}'])
def test_half_a_file_is_as_good_as_none(program: Program, text: str) -> None:
    program.file.write_text(text, encoding="ascii")
    program.start()
    assert program.why(NOON) is None
    program.run(2 * MINUTE)
    assert '"alive_at"' in program.file.read_text(encoding="ascii")


def test_a_mark_a_minute_and_not_more(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("assistant.services.reminders.presence.write", lambda _file, text: written.append(text))
    for _ in range(90):
        program.clock.advance(timedelta(seconds=2))
        program.look()
    assert len(written) == 3


def test_a_full_disk_costs_the_mark_only(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: Path, _text: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.services.reminders.presence.write", full)
    program.run(2 * MINUTE)
    assert program.why(program.clock.now()) is None


def set_clock(file: Path, text: str) -> None:
    """In one step: the watch reads it all the time."""
    fresh = file.with_suffix(".new")
    fresh.write_text(text, encoding="ascii")
    fresh.replace(file)


def test_the_watch_of_the_clock_keeps_the_mark(tmp_path: Path) -> None:
    """The real watch over the real clock, shifted by a file."""
    shift, file = tmp_path / "clock", tmp_path / "presence.json"
    clock = ShiftedClock(shift)
    presence = Presence(file)
    wakeups = ClockWakeUps(clock, presence, longest=0.05)
    start = clock.now()

    def told(after: timedelta, why: Why) -> Callable[[], bool]:
        def found() -> bool:
            absence = presence.why(start + after)
            return absence is not None and absence.why is why

        return found

    try:
        wakeups.start(lambda: None)
        until(file.exists)
        set_clock(shift, f"{8 * 3600} Europe/Berlin {8 * 3600}")
        until(told(4 * HOUR, Why.ASLEEP))
        set_clock(shift, f"{20 * 3600} Europe/Berlin {8 * 3600}")
        until(told(12 * HOUR, Why.CLOCK))
    finally:
        wakeups.close()
    again = Presence(file)
    again.begin(Look((start + 24 * HOUR).astimezone(UTC), 0, 0, "UTC"))
    absence = again.why(start + 22 * HOUR)
    assert absence is not None
    assert absence.why is Why.CLOSED
    assert abs(absence.began_at - (start + 20 * HOUR)) < timedelta(minutes=1)


def test_the_computer_tells_how_long_it_slept() -> None:
    clock = SystemClock()
    slept = clock.asleep()
    assert slept is not None
    assert slept >= 0
