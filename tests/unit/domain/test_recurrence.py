from __future__ import annotations

import time as stopwatch
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.event import Event, EventStatus, Override
from assistant.domain.recurrence import (
    MOST_IN_WINDOW,
    count_occurrences,
    expand,
    next_day,
    next_moment,
    next_occurrence,
    reduced_count,
    wall_times,
)
from assistant.domain.rules import check_rule, parse_rule
from assistant.domain.spans import AllDay, Floating, Span, Zoned

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
MADE = datetime(2026, 1, 1, tzinfo=UTC)


def event(span: Span, rrule: str | None = None, **more: object) -> Event:
    values: dict[str, object] = {
        "uid": "e",
        "calendar_uid": "personal",
        "title": "Stand-up",
        "span": span,
        "created_at": MADE,
        "updated_at": MADE,
        "rrule": rrule,
    }
    return Event(**{**values, **more})


def zoned(
    year: int, month: int, day: int, hour: int, minute: int = 0, *, minutes: int = 60, zone: str = "Europe/Berlin"
) -> Zoned:
    start = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))
    return Zoned(start, start.astimezone(UTC) + timedelta(minutes=minutes), zone)


def starts(found: tuple) -> list[str]:
    return [o.start_at.strftime("%m-%d %H:%M %Z") for o in found]


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)


def test_a_single_event_appears_once_and_only_in_its_window() -> None:
    one = event(zoned(2026, 10, 14, 9))
    assert len(expand(one, berlin(2026, 10, 14), berlin(2026, 10, 15), BERLIN)) == 1
    assert expand(one, berlin(2026, 10, 14, 10), berlin(2026, 10, 15), BERLIN) == ()
    assert expand(one, berlin(2026, 10, 13), berlin(2026, 10, 14, 9), BERLIN) == ()
    (found,) = expand(one, berlin(2026, 10, 14, 9, 59), berlin(2026, 10, 15), BERLIN)
    assert found.recurrence_id is None


def test_a_series_keeps_its_clock_time_across_a_clock_change() -> None:
    series = event(zoned(2026, 10, 23, 9), "FREQ=DAILY")
    found = expand(series, berlin(2026, 10, 24), berlin(2026, 10, 27), BERLIN)
    assert starts(found) == ["10-24 09:00 CEST", "10-25 09:00 CET", "10-26 09:00 CET"]
    assert [o.recurrence_id for o in found] == [
        "2026-10-24T07:00:00+00:00",
        "2026-10-25T08:00:00+00:00",
        "2026-10-26T08:00:00+00:00",
    ]


def test_a_time_that_the_clock_change_skips_comes_after_it() -> None:
    series = event(zoned(2026, 3, 28, 2, 30), "FREQ=DAILY")
    found = expand(series, berlin(2026, 3, 28), berlin(2026, 3, 31), BERLIN)
    assert starts(found) == ["03-28 02:30 CET", "03-29 03:30 CEST", "03-30 02:30 CEST"]


def test_a_series_is_expanded_in_its_own_zone_and_shown_in_the_viewers() -> None:
    series = event(zoned(2026, 10, 23, 20, zone="America/New_York"), "FREQ=WEEKLY;BYDAY=FR")
    found = expand(series, berlin(2026, 10, 23), berlin(2026, 11, 10), BERLIN)
    assert starts(found) == ["10-24 02:00 CEST", "10-31 01:00 CET", "11-07 02:00 CET"]


def test_floating_events_stay_on_the_wall_clock_of_the_viewer() -> None:
    pill = event(Floating(date(2026, 10, 14), time(8), timedelta(0)), "FREQ=DAILY;COUNT=2")
    for zone in (BERLIN, NEW_YORK):
        found = expand(pill, datetime(2026, 10, 1, tzinfo=zone), datetime(2026, 11, 1, tzinfo=zone), zone)
        assert [o.start_at.strftime("%d %H:%M") for o in found] == ["14 08:00", "15 08:00"]


def test_whole_days_repeat_as_days() -> None:
    rent = event(AllDay(date(2026, 1, 31), date(2026, 2, 1)), "FREQ=MONTHLY")
    found = expand(rent, berlin(2026, 1, 1), berlin(2026, 6, 1), BERLIN)
    assert [o.recurrence_id for o in found] == ["2026-01-31", "2026-03-31", "2026-05-31"]
    assert all(o.all_day for o in found)


def test_until_is_a_local_day_and_includes_it() -> None:
    series = event(zoned(2026, 10, 14, 23, 30, zone="America/New_York"), "FREQ=DAILY;UNTIL=20261016")
    found = expand(series, datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), NEW_YORK)
    assert [o.start_at.day for o in found] == [14, 15, 16]


def test_until_in_utc_is_an_instant() -> None:
    series = event(zoned(2026, 10, 14, 9), "FREQ=DAILY;UNTIL=20261016T065959Z")
    found = expand(series, berlin(2026, 10, 1), berlin(2026, 12, 1), BERLIN)
    assert [o.start_at.day for o in found] == [14, 15]


def test_exceptions_extra_dates_and_overrides() -> None:
    moved = Override(
        recurrence_id="2026-10-15T07:00:00+00:00",
        title="Stand-up, late",
        span=zoned(2026, 10, 20, 15),
        location="Room 4",
    )
    series = event(
        zoned(2026, 10, 14, 9),
        "FREQ=DAILY;COUNT=4",
        exdates=("2026-10-16T07:00:00+00:00",),
        rdates=("2026-10-19T12:00:00+00:00",),
        overrides=(moved,),
    )
    found = expand(series, berlin(2026, 10, 14), berlin(2026, 10, 30), BERLIN)
    assert starts(found) == ["10-14 09:00 CEST", "10-17 09:00 CEST", "10-19 14:00 CEST", "10-20 15:00 CEST"]
    assert found[-1].title == "Stand-up, late"
    assert found[-1].location == "Room 4"
    # The old place of the moved one is empty, its new place is found without the old one in sight.
    assert expand(series, berlin(2026, 10, 15), berlin(2026, 10, 16), BERLIN) == ()
    assert len(expand(series, berlin(2026, 10, 20), berlin(2026, 10, 21), BERLIN)) == 1


def test_an_override_keeps_its_state() -> None:
    cancelled = Override(
        recurrence_id="2026-10-15T07:00:00+00:00",
        title="Stand-up",
        span=zoned(2026, 10, 15, 9),
        status=EventStatus.CANCELLED,
    )
    series = event(zoned(2026, 10, 14, 9), "FREQ=DAILY", overrides=(cancelled,))
    found = expand(series, berlin(2026, 10, 14), berlin(2026, 10, 16), BERLIN)
    assert [o.status for o in found] == [EventStatus.CONFIRMED, EventStatus.CANCELLED]


def test_a_long_occurrence_is_found_from_its_middle() -> None:
    trip = event(AllDay(date(2026, 10, 10), date(2026, 10, 24)), "FREQ=YEARLY")
    (found,) = expand(trip, berlin(2026, 10, 20), berlin(2026, 10, 21), BERLIN)
    assert found.recurrence_id == "2026-10-10"


def test_the_next_occurrence_is_after_the_moment() -> None:
    series = event(zoned(2026, 10, 14, 9), "FREQ=WEEKLY")
    found = next_occurrence(series, berlin(2026, 10, 14, 9), BERLIN)
    assert found is not None
    assert found.start_at == berlin(2026, 10, 21, 9)
    assert next_occurrence(event(zoned(2026, 10, 14, 9)), berlin(2026, 10, 14, 9), BERLIN) is None
    rare = event(AllDay(date(2024, 2, 29), date(2024, 3, 1)), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    leap = next_occurrence(rare, berlin(2026, 1, 1), BERLIN)
    assert leap is not None
    assert leap.recurrence_id == "2028-02-29"


def test_the_next_occurrence_is_the_first_of_all_rules_and_dates() -> None:
    minutely = event(zoned(2026, 1, 1, 0, minutes=120), "FREQ=MINUTELY")
    for more in ({"further_rules": ("FREQ=HOURLY",)}, {"rdates": ("2026-01-10T12:00:00+00:00",)}):
        found = next_occurrence(replace(minutely, **more), berlin(2026, 1, 10, 9, 5, 30), BERLIN)
        assert found is not None
        assert found.start_at == berlin(2026, 1, 10, 9, 6)


@pytest.mark.parametrize(
    ("rrule", "following", "every"),
    [
        ("FREQ=DAILY;COUNT=5", 3, 5),
        ("FREQ=DAILY;UNTIL=20261016", 1, 3),
        ("FREQ=DAILY", None, None),
    ],
)
def test_counting_a_series(rrule: str, following: int | None, every: int | None) -> None:
    series = event(zoned(2026, 10, 14, 9), rrule)
    assert count_occurrences(series, BERLIN, "2026-10-16T07:00:00+00:00") == following
    assert count_occurrences(series, BERLIN) == every


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=7",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
        "FREQ=SECONDLY;COUNT=2000000000",
        "FREQ=HOURLY;INTERVAL=99999;BYHOUR=3",
    ],
)
def test_hostile_rules_end(rrule: str) -> None:
    series = event(zoned(1970, 1, 1, 9), rrule)
    began = stopwatch.monotonic()
    found = expand(series, berlin(2026, 10, 14), berlin(2026, 10, 21), BERLIN)
    assert len(found) <= MOST_IN_WINDOW
    # Far from a measurement: without bounds these run for minutes or for ever.
    assert stopwatch.monotonic() - began < 30


@pytest.mark.parametrize(
    "rrule",
    [
        "",
        "FREQ=NEVER",
        "INTERVAL=2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=XX",
    ],
)
def test_what_is_no_rule_is_refused_and_shows_the_first_instance_alone(rrule: str) -> None:
    with pytest.raises(ValueError):
        check_rule(rrule)
    series = event(zoned(2026, 10, 14, 9), rrule or "nonsense")
    assert len(expand(series, berlin(2026, 1, 1), berlin(2027, 1, 1), BERLIN)) == 1


def test_a_rule_is_taken_apart() -> None:
    rule = parse_rule("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3;INTERVAL=2")
    assert (rule.freq, rule.interval, rule.count, rule.until) == ("WEEKLY", 2, 3, None)
    assert rule.rest == "FREQ=WEEKLY;BYDAY=MO;INTERVAL=2"


def test_years_at_the_edge_of_the_calendar_do_no_harm() -> None:
    series = event(AllDay(date(9998, 12, 30), date(9998, 12, 31)), "FREQ=DAILY")
    assert expand(series, berlin(2026, 1, 1), berlin(2027, 1, 1), BERLIN) == ()
    assert expand(series, datetime(1, 1, 2, tzinfo=UTC), datetime(1, 1, 3, tzinfo=UTC), BERLIN) == ()


def test_next_moment_and_day() -> None:
    start = berlin(2026, 10, 19, 8)
    assert next_moment("FREQ=WEEKLY;BYDAY=MO", start, start, BERLIN) == berlin(2026, 10, 26, 8)
    assert next_moment("FREQ=DAILY;COUNT=1", start, start, BERLIN) is None
    assert next_day("FREQ=MONTHLY;BYMONTHDAY=1", date(2026, 11, 1), date(2026, 11, 1)) == date(2026, 12, 1)


def test_a_count_shrinks_when_a_series_moves_on() -> None:
    start = berlin(2026, 10, 19, 8)
    assert reduced_count("FREQ=DAILY;COUNT=5", start, start + timedelta(days=2), BERLIN) == "FREQ=DAILY;COUNT=3"
    assert reduced_count("FREQ=DAILY", start, start + timedelta(days=2), BERLIN) == "FREQ=DAILY"


@pytest.mark.parametrize("year", [1599, 1999, 2026, 2199])
def test_a_start_late_in_any_year_finds_what_comes_in_the_next(year: int) -> None:
    series = event(AllDay(date(year, 12, 31), date(year + 1, 1, 1)), "FREQ=MONTHLY;BYMONTHDAY=15")
    window = (datetime(year, 12, 1, tzinfo=UTC), datetime(year + 1, 2, 1, tzinfo=UTC))
    found = expand(series, *window, ZoneInfo("UTC"))
    assert [o.recurrence_id for o in found] == ([f"{year + 1}-01-15"] if year < 2199 else [])


@pytest.mark.parametrize(
    ("rrule", "start", "wanted"),
    [
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13T09:00", "2026-05-13T09:00 2027-05-19T09:00 2028-05-17T09:00"),
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-06-01T09:00", "2027-01-03T09:00 2028-01-02T09:00 2028-12-31T09:00"),
        (
            "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO",
            "2024-12-30T09:00",
            "2024-12-30T09:00 2027-01-04T09:00 2029-01-01T09:00",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=1,2;BYDAY=MO,SU;BYSETPOS=-1;WKST=SU",
            "2026-01-01T09:00",
            "2026-01-12T09:00 2027-01-11T09:00 2028-01-10T09:00",
        ),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", "2026-10-15T09:00", "2026-10-19T09:00 2026-10-26T09:00"),
        ("FREQ=WEEKLY;BYDAY=SU,TU;BYSETPOS=1;WKST=SU", "2026-10-13T09:00", "2026-10-18T09:00 2026-10-25T09:00"),
        ("FREQ=MONTHLY;BYDAY=2TU,-1FR,SU", "2026-10-08T09:00", "2026-10-11T09:00 2026-10-13T09:00 2026-10-18T09:00"),
        (
            "FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=40,0,20;BYSETPOS=-1",
            "2026-10-01T09:30",
            "2026-10-01T09:40 2026-10-01T10:40 2026-10-02T09:40",
        ),
        ("FREQ=SECONDLY;INTERVAL=60;BYHOUR=7;BYMINUTE=15", "2026-10-01T08:00", "2026-10-02T07:15 2026-10-03T07:15"),
        (
            "FREQ=MINUTELY;INTERVAL=50;BYHOUR=8",
            "2026-10-01T08:00",
            "2026-10-01T08:00 2026-10-01T08:50 2026-10-02T08:10",
        ),
    ],
)
def test_weeks_positions_and_parts_of_days_are_counted_as_the_standard_has_it(
    rrule: str, start: str, wanted: str
) -> None:
    first = datetime.fromisoformat(start)
    found = wall_times(rrule, first, first, first + timedelta(days=1500), None)
    expected = wanted.split()
    assert [f"{moment:%Y-%m-%dT%H:%M}" for moment in islice(found, len(expected))] == expected


def test_whole_days_of_an_event_with_times_are_days_of_the_clock() -> None:
    duty = event(zoned(2026, 3, 27, 8, minutes=24 * 60), "FREQ=DAILY")
    found = expand(duty, berlin(2026, 3, 28, 12), berlin(2026, 3, 29, 12), BERLIN)
    assert [f"{o.start_at:%d %H:%M}-{o.end_at:%d %H:%M}" for o in found] == ["28 08:00-29 08:00", "29 08:00-30 08:00"]
    long = event(zoned(2026, 3, 27, 8, minutes=26 * 60), "FREQ=DAILY")
    (night,) = expand(long, berlin(2026, 3, 28, 12), berlin(2026, 3, 29, 7), BERLIN)
    assert night.end_at.strftime("%d %H:%M") == "29 11:00", "hours are hours"
