"""Weeks, months and periods."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.desktop.calendar.dates import (
    Mode,
    free_half_hour,
    month_weeks,
    moved,
    next_half_hour,
    opening_minute,
    span_of,
    week_number,
    week_of,
)
from tests.helpers.clock import BERLIN

WEDNESDAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("first", "start"), [(0, date(2026, 10, 12)), (6, date(2026, 10, 11)), (5, date(2026, 10, 10))]
)
def test_week_begins_on_the_chosen_day(first: int, start: date) -> None:
    assert week_of(WEDNESDAY, first) == start


def test_week_numbers() -> None:
    assert week_number(date(2026, 10, 12), 0) == 42
    assert week_number(date(2026, 12, 28), 0) == 53
    assert week_number(date(2026, 1, 4), 6) == 2
    assert week_number(date(2025, 12, 28), 6) == 1


def test_months_show_whole_weeks() -> None:
    assert month_weeks(WEDNESDAY, 0) == [date(2026, 9, 28) + timedelta(weeks=week) for week in range(5)]
    assert len(month_weeks(date(2026, 8, 1), 0)) == 6
    assert len(month_weeks(date(2027, 2, 1), 0)) == 4


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(list(Mode)), st.sampled_from([0, 5, 6]))
def test_periods_follow_each_other(day: date, mode: Mode, first: int) -> None:
    start, end = span_of(mode, day, first)
    in_week_of_day = span_of(Mode.WEEK, day, first)
    assert start <= day <= end or (mode is Mode.WORK_WEEK and in_week_of_day[0] <= start <= end <= in_week_of_day[1])
    if mode is Mode.YEAR:
        assert moved(mode, day, 1).year == day.year + 1
    elif mode is Mode.WORK_WEEK:
        assert span_of(mode, moved(mode, day, 1), first)[0] == start + timedelta(days=7)
    elif mode is not Mode.MONTH:
        assert span_of(mode, moved(mode, day, 1), first)[0] == end + timedelta(days=1)
        assert moved(mode, moved(mode, day, 3), -3) == day
    else:
        later = moved(mode, day, 1)
        assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 1


def test_the_31st_goes_to_the_end_of_a_shorter_month() -> None:
    assert moved(Mode.MONTH, date(2026, 10, 31), 1) == date(2026, 11, 30)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, 14, hour, minute, tzinfo=BERLIN)


def test_the_next_free_half_hour() -> None:
    hour = timedelta(hours=1)
    assert next_half_hour(at(11, 20)) == at(11, 30)
    assert next_half_hour(at(11, 30)) == at(12)
    assert free_half_hour(at(11, 20), [], hour) == at(11, 30)
    assert free_half_hour(at(11, 20), [(at(12), at(12, 45)), (at(13), at(14))], hour) == at(14)
    assert free_half_hour(at(11, 20), [(at(12, 30), at(13))], hour) == at(11, 30)


@pytest.mark.parametrize(("first", "top"), [(None, 450), (600, 450), (420, 390), (10, 0)])
def test_hours_open_before_the_first_event(first: int | None, top: int) -> None:
    assert opening_minute(first) == top
