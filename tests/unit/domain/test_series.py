from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.config.errors import InputError, NotFoundError
from assistant.domain import series
from assistant.domain.event import Event, Override
from assistant.domain.recurrence import expand
from assistant.domain.spans import AllDay, Zoned

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 10, 12, 9, tzinfo=BERLIN)  # a Monday
WEEKLY = Event(
    uid="e",
    calendar_uid="c",
    title="Review",
    span=Zoned(START, START + timedelta(hours=1), "Europe/Berlin"),
    created_at=START,
    updated_at=START,
    rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=6",
)
WINDOW = (datetime(2026, 10, 1, tzinfo=BERLIN), datetime(2027, 3, 1, tzinfo=BERLIN))
THIRD = "2026-10-26T08:00:00+00:00"


def days(event: Event) -> list[str]:
    return [o.start_at.strftime("%m-%d %a %H:%M") for o in expand(event, *WINDOW, BERLIN)]


def at(day: int, hour: int, minutes: int = 60, month: int = 10) -> Zoned:
    start = datetime(2026, month, day, hour, tzinfo=BERLIN)
    return Zoned(start, start.astimezone(UTC) + timedelta(minutes=minutes), "Europe/Berlin")


def test_splitting_keeps_every_occurrence_once() -> None:
    ended = series.ended_before(WEEKLY, THIRD)
    assert ended is not None
    rest = series.starting_at(WEEKLY, THIRD)
    assert days(ended) + days(rest) == days(WEEKLY)


def test_nothing_comes_before_the_first() -> None:
    assert series.ended_before(WEEKLY, "2026-10-12T07:00:00+00:00") is None


def test_all_follow_the_example_of_one() -> None:
    moved = series.followed(WEEKLY, THIRD, at(27, 14, 30))
    assert moved.rrule == "FREQ=WEEKLY;BYDAY=TU;COUNT=6"
    assert days(moved)[:3] == ["10-13 Tue 14:00", "10-20 Tue 14:00", "10-27 Tue 14:00"]
    assert len(days(moved)) == 6


def test_exceptions_follow_too() -> None:
    own = Override(recurrence_id=THIRD, title="Review, long", span=at(26, 9, 120))
    changed = replace(series.without(WEEKLY, "2026-10-19T07:00:00+00:00"), overrides=(own,))
    moved = series.followed(changed, "2026-10-12T07:00:00+00:00", at(12, 11))
    assert moved.exdates == ("2026-10-19T09:00:00+00:00",)
    assert moved.overrides[0].recurrence_id == "2026-10-26T10:00:00+00:00"
    assert days(moved) == [
        "10-12 Mon 11:00",
        "10-26 Mon 09:00",
        "11-02 Mon 11:00",
        "11-09 Mon 11:00",
        "11-16 Mon 11:00",
    ]


def wall(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("rrule", "old", "new", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TH", wall(10, 12), wall(10, 13), "FREQ=WEEKLY;BYDAY=TU,FR"),
        ("FREQ=MONTHLY;BYMONTHDAY=12", wall(10, 12), wall(10, 15), "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("FREQ=MONTHLY;BYDAY=2MO", wall(10, 12), wall(10, 20), "FREQ=MONTHLY;BYDAY=3TU"),
        (
            "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=12",
            wall(10, 12),
            wall(11, 1),
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1",
        ),
        ("FREQ=DAILY", wall(10, 12), wall(10, 13), "FREQ=DAILY"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
            wall(10, 12),
            wall(10, 13),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO;WKST=TU",
        ),
        (
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=3;SKIP=BACKWARD",
            wall(10, 12),
            wall(11, 9),
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1;SKIP=BACKWARD",
        ),
        (
            "FREQ=DAILY;UNTIL=20261101",
            wall(10, 12),
            wall(10, 13),
            "FREQ=DAILY;UNTIL=20261102T235959",
        ),
        (
            "FREQ=DAILY;UNTIL=20261101T085959",
            wall(10, 12, 9),
            wall(10, 12, 7, 30),
            "FREQ=DAILY;UNTIL=20261101T072959",
        ),
    ],
)
def test_rules_follow_a_moved_day(rrule: str, old: datetime, new: datetime, expected: str) -> None:
    assert series.moved_rule(rrule, old, new) == expected


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=12,20",
        "FREQ=MONTHLY;BYDAY=MO,TU",
        "FREQ=YEARLY;BYYEARDAY=100",
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8",
        "RSCALE=HEBREW;FREQ=YEARLY",
    ],
)
def test_a_pattern_that_cannot_follow_says_so(rrule: str) -> None:
    with pytest.raises(InputError) as caught:
        series.moved_rule(rrule, wall(10, 12), wall(10, 13))
    assert caught.value.code == "event.pattern"


def test_names_that_are_no_occurrence_are_refused() -> None:
    for name in ("2026-10-13T07:00:00+00:00", "nonsense", "2026-10-19"):
        with pytest.raises(NotFoundError):
            series.regular_span(WEEKLY, name)


def test_an_exception_moved_before_the_start_keeps_its_series() -> None:
    early = Override(recurrence_id="2026-10-12T07:00:00+00:00", title="Review", span=at(2, 9))
    once = replace(WEEKLY, rrule="FREQ=WEEKLY;COUNT=1", overrides=(early,))
    assert not series.is_empty(once)


def test_a_series_without_anything_left_is_empty() -> None:
    twice = replace(WEEKLY, span=AllDay(date(2026, 10, 12), date(2026, 10, 13)), rrule="FREQ=DAILY;COUNT=2")
    once = series.without(twice, "2026-10-12")
    assert not series.is_empty(once)
    assert series.is_empty(series.without(once, "2026-10-13"))
