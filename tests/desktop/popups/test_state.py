"""What a pop-up says of its moment, which come together, and where they go."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from assistant.config.settings import Settings
from assistant.desktop.popups.snooze import long_choices, short_choices, snooze_minutes
from assistant.desktop.popups.stack import corner_place
from assistant.desktop.popups.state import (
    MOST_CARDS,
    Announced,
    Reason,
    Timing,
    reason_of,
    split,
    timing_of,
    visible,
)
from assistant.domain.absence import Absence, Why
from assistant.domain.reminder import Reminder
from assistant.services.reminders.snoozing import morning_of
from assistant.services.wording.times import Wording

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 14, 15, 0, tzinfo=BERLIN)


def reminder(minutes_late: float = 0, uid: str = "r", **more: object) -> Reminder:
    due = NOW - timedelta(minutes=minutes_late)
    return Reminder(uid=uid, text=uid, due_at=due, zone="Europe/Berlin", created_at=NOW, **more)


def announced(minutes_late: float, uid: str) -> Announced:
    one = reminder(minutes_late, uid)
    return Announced(reminder=one, timing=timing_of(one, NOW))


@pytest.mark.parametrize(
    ("one", "timing"),
    [
        (reminder(0), Timing.ON_TIME),
        (reminder(0.9), Timing.ON_TIME),
        (reminder(1), Timing.LATE),
        (reminder(0, minutes_before=30), Timing.UPCOMING),
        (reminder(5, minutes_before=30), Timing.LATE),
        (reminder(60, snoozed_until=NOW), Timing.SNOOZED),
        (reminder(60, snoozed_until=NOW - timedelta(minutes=5)), Timing.LATE),
    ],
)
def test_timing(one: Reminder, timing: Timing) -> None:
    assert timing_of(one, NOW) is timing


def test_the_reason_is_told_only_where_it_is_known() -> None:
    started = NOW - timedelta(minutes=30)
    seen = reminder(45, shown_at=NOW - timedelta(minutes=45))
    assert reason_of(reminder(45), NOW, started) is Reason.CLOSED
    assert reason_of(reminder(10), NOW, started) is Reason.NONE
    for why in Why:
        absence = Absence(NOW - timedelta(minutes=20), NOW, why)
        assert reason_of(reminder(10), NOW, started, absence) is Reason(why)
        assert reason_of(reminder(0), NOW, started, absence) is Reason.NONE, "in time"
        assert reason_of(seen, NOW, started, absence) is Reason.NONE, "seen before"
    asleep, closed = (Absence(NOW - timedelta(hours=1), NOW, why) for why in (Why.ASLEEP, Why.CLOSED))
    assert reason_of(reminder(10), NOW, started, asleep, quiet=True) is Reason.QUIET, "it would have waited anyway"
    assert reason_of(reminder(45), NOW, started, closed, quiet=True) is Reason.CLOSED


def test_two_that_were_held_back_are_one_digest() -> None:
    held = [replace(announced(5 + n, f"held {n}"), reason=Reason.DISTURB) for n in range(2)]
    batch = split([announced(0, "now"), announced(7, "late"), *held], NOW)
    assert batch.digest, "three late ones"
    batch = split([announced(0, "now"), *held], NOW)
    assert [one.uid for one in batch.singles] == ["now"]
    assert [one.uid for one in batch.digest] == ["held 1", "held 0"]
    assert split([held[0]], NOW).digest == (), "one alone is a pop-up of its own"


def test_three_late_ones_become_one_digest_and_the_others_stay_single() -> None:
    batch = split([announced(0, "now"), announced(5, "a"), announced(9, "b"), announced(2, "c")], NOW)
    assert [one.uid for one in batch.singles] == ["now"]
    assert [one.uid for one in batch.digest] == ["b", "a", "c"], "oldest first"


def test_two_late_ones_stay_single_and_a_very_late_one_does_not() -> None:
    batch = split([announced(13 * 60, "old"), announced(5, "a")], NOW)
    assert [one.uid for one in batch.singles] == ["a"]
    assert [one.uid for one in batch.digest] == ["old"]


def test_a_thousand_at_once_are_one_digest() -> None:
    batch = split([announced(0, str(n)) for n in range(1000)], NOW)
    assert batch.singles == ()
    assert len(batch.digest) == 1000


@given(st.lists(st.integers(0, 2000), max_size=12))
def test_none_is_lost(late: list[int]) -> None:
    given_ones = [announced(minutes, str(n)) for n, minutes in enumerate(late)]
    batch = split(given_ones, NOW)
    assert sorted(one.uid for one in (*batch.singles, *batch.digest)) == sorted(one.uid for one in given_ones)
    assert len(batch.singles) <= MOST_CARDS


def test_the_newest_are_visible() -> None:
    assert visible(("a", "b", "c", "d"), digest=False) == ("b", "c", "d")
    assert visible(("a", "b", "c", "d"), digest=True) == ("c", "d")
    assert visible((), digest=True) == ()


@given(
    st.integers(200, 4000),
    st.integers(200, 3000),
    st.integers(100, 900),
    st.integers(100, 900),
    st.integers(-2000, 2000),
)
def test_the_stack_keeps_to_the_corner(width: int, height: int, wide: int, high: int, left: int) -> None:
    screen, margin, edge = QRect(left, 40, width, height), 36, 20
    size = QSize(wide + 2 * margin, high + 2 * margin)
    place = corner_place(size, screen, margin=margin, edge=edge)
    panel = QRect(place.x() + margin, place.y() + margin, wide, high)
    assert panel.left() >= screen.left()
    assert panel.top() >= screen.top()
    if wide + edge <= width:
        assert screen.right() - panel.right() == edge
    if high + edge <= height:
        assert screen.bottom() - panel.bottom() == edge


# ------------------------------------------------------------------------------------------------------- putting off


def test_the_buttons_hold_the_persons_own_length() -> None:
    settings = Settings(None)
    assert snooze_minutes(settings) == (5, 10, 60)
    for own, expected in ((5, (5, 10, 60)), (30, (5, 30, 60)), (60, (5, 10, 60)), (120, (5, 60, 120)), (2, (2, 5, 60))):
        settings.set("snooze_minutes", own)
        assert snooze_minutes(settings) == expected


def test_choices_name_their_moments() -> None:
    settings, wording = Settings(None), Wording()
    short = short_choices(NOW, settings, wording)
    assert [(one.label, one.tip) for one in short] == [
        ("5 min", "Today, Wed 14 Oct, 15:05"),
        ("10 min", "Today, Wed 14 Oct, 15:10"),
        ("1 h", "Today, Wed 14 Oct, 16:00"),
        ("Tomorrow", "Tomorrow, Thu 15 Oct, 09:00"),
    ]
    assert [(one.label, one.tip) for one in long_choices(NOW, settings, wording)] == [
        ("This evening", "Today, Wed 14 Oct, 18:00"),
        ("Next Monday", "Mon 19 Oct, 09:00"),
    ]
    late = NOW.replace(hour=20)
    assert [one.label for one in long_choices(late, settings, wording)] == ["Next Monday"]


def test_every_choice_lies_ahead_all_through_the_year() -> None:
    settings, wording = Settings(None), Wording()
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while moment.year == 2026:
        now = moment.astimezone(BERLIN)
        for choice in (*short_choices(now, settings, wording), *long_choices(now, settings, wording)):
            assert choice.until.astimezone(UTC) > moment
        moment += timedelta(hours=7)


def test_a_morning_nobody_can_read_is_nine() -> None:
    settings = Settings(None)
    settings.set("morning", "07:30")
    assert morning_of(settings) == time(7, 30)
    settings.set("morning", "when I wake up")
    assert morning_of(settings) == time(9)
