"""Stated zones, clock changes, and what is left for the user to choose."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.understanding.times import Grain, TimeKind
from tests.unit.understanding.times.expect import found, only, shown

ZONED = [
    ("tomorrow at 10am Eastern time", "2026-10-16 16:00"),
    ("Friday 3pm London time", "2026-10-16 16:00"),
    ("Monday 9am PT", "2026-10-19 18:00"),
    ("tomorrow 14:00 UTC", "2026-10-16 16:00"),
    ("at 9am EST tomorrow", "2026-10-16 16:00"),
    ("3pm Berlin time", "2026-10-15 15:00"),
    ("Saturday 8pm Tokyo time", "2026-10-17 13:00"),
    ("明天东京时间下午三点", "2026-10-16 08:00"),
    ("北京时间周六上午十点", "2026-10-17 04:00"),
    ("明天下午3点纽约时间", "2026-10-16 21:00"),
]


@pytest.mark.parametrize(("text", "start"), ZONED)
def test_a_stated_zone_is_converted(text: str, start: str) -> None:
    assert shown(only(text).start) == start


def test_a_moment_in_a_gap_moves_forward() -> None:
    mention = only("March 28 2027 at 2:30 am")
    assert (shown(mention.start), mention.ambiguous) == ("2027-03-28 03:30", True)
    assert [shown(reading.start) for reading in mention.alternatives] == ["2027-03-28 01:30"]


def test_a_moment_that_comes_twice_is_the_first_one() -> None:
    mention = only("October 25 at 2:30 am")
    assert isinstance(mention.start, datetime)
    second = mention.alternatives[0].start
    assert isinstance(second, datetime)
    assert mention.ambiguous
    assert (mention.start.astimezone(UTC).hour, second.astimezone(UTC).hour) == (0, 1)


CHOICES = [
    ("at 5", ["2026-10-15 17:00", "2026-10-16 05:00"]),
    ("next Friday", ["2026-10-23", "2026-10-16"]),
    ("下周五", ["2026-10-23", "2026-10-16"]),
    ("12点", ["2026-10-15 12:00", "2026-10-16 00:00"]),
    ("Thursday", ["2026-10-15", "2026-10-22"]),
    ("周四", ["2026-10-15", "2026-10-22"]),
    ("3/4", ["2027-03-04", "2027-04-03"]),
    ("tomorrow at 4", ["2026-10-16 16:00", "2026-10-16 04:00"]),
]


@pytest.mark.parametrize(("text", "starts"), CHOICES)
def test_people_would_disagree(text: str, starts: list[str]) -> None:
    mention = only(text)
    assert mention.ambiguous
    assert [shown(mention.start), shown(mention.alternatives[0].start)] == starts


SURE = [
    "tomorrow",
    "at 5pm",
    "at 10",
    "今晚12点",
    "noon",
    "midnight",
    "下午三点",
    "tonight at 8",
    "Friday",
    "2027-03-04",
    "20/10",
    "in 3 hours",
    "周六",
]


@pytest.mark.parametrize("text", SURE)
def test_nothing_to_ask(text: str) -> None:
    assert not only(text).ambiguous


def test_the_order_of_day_and_month_is_a_setting() -> None:
    (mention,) = found("3/4", day_first=True)
    assert (mention.start, mention.alternatives[0].start) == (date(2027, 4, 3), date(2027, 3, 4))


PAST = [
    ("Friday", "2026-10-09"),
    ("March", "2026-03-01"),
    ("10月20日", "2025-10-20"),
    ("at 6", "2026-10-14 18:00"),
    ("Christmas", "2025-12-25"),
]


@pytest.mark.parametrize(("text", "start"), PAST)
def test_a_sentence_about_the_past_looks_back(text: str, start: str) -> None:
    (mention,) = found(text, past=True)
    assert shown(mention.start) == start


EDGES = [
    ("2026-01-31 10:00", "in a month", "2026-02-28"),
    ("2028-02-29 10:00", "next year on February 28", "2029-02-28"),
    ("2026-12-31 16:00", "tomorrow", "2027-01-01"),
    ("2026-12-31 16:00", "on March 19 at 4:30 pm", "2027-03-19 16:30"),
    ("2026-10-18 20:00", "next Monday", "2026-10-19"),
    ("2026-10-18 20:00", "下周一", "2026-10-19"),
    ("2026-10-15 23:50", "in 20 minutes", "2026-10-16 00:10"),
    ("2026-10-15 23:50", "早上七点", "2026-10-16 07:00"),
    ("2026-10-15 09:30", "at 9", "2026-10-15 21:00"),
    ("2026-10-15 22:30", "at 9", "2026-10-16 09:00"),
    ("2026-10-15 15:30", "at 3", "2026-10-16 15:00"),
    ("2026-10-24 22:00", "in 5 hours", "2026-10-25 02:00"),
    ("2026-10-15 10:00", "Thursday at 9am", "2026-10-22 09:00"),
    ("2026-10-15 10:00", "Thursday at 11am", "2026-10-15 11:00"),
]


@pytest.mark.parametrize(("now", "text", "start"), EDGES)
def test_moments_of_speaking(now: str, text: str, start: str) -> None:
    zone = ZoneInfo("Europe/Paris")
    mention = found(text, now=datetime.fromisoformat(now).replace(tzinfo=zone))[0]
    assert shown(mention.start) == start


def test_places_kinds_and_grains() -> None:
    first, second = found("Lunch with Mom tomorrow at noon for two hours")
    assert (first.text, first.start_char, first.end_char, first.kind, first.grain) == (
        "tomorrow at noon",
        15,
        31,
        TimeKind.INSTANT,
        Grain.hour,
    )
    assert (second.text, second.kind, second.grain) == ("for two hours", TimeKind.DURATION, Grain.hour)


def test_several_times_in_one_sentence() -> None:
    starts = [shown(mention.start) for mention in found("move the review from Friday to Monday and call Ann on 12/24")]
    assert starts == ["2026-10-16", "2026-12-24"]
    assert [shown(mention.start) for mention in found("周五交报告，下周一开会")] == ["2026-10-16", "2026-10-19"]


def test_holidays_are_marked() -> None:
    assert only("Thanksgiving at 4pm").holiday
    assert only("中秋节").holiday
    assert not only("Friday").holiday


SLIPS = [
    ("tommorow", "2026-10-16"),
    ("tomorow at 9am", "2026-10-16 09:00"),
    ("wendesday", "2026-10-21"),
    ("on thrusday", "2026-10-15"),
    ("firday", "2026-10-16"),
    ("satruday", "2026-10-17"),
    ("febuary 3", "2027-02-03"),
    ("novmeber 3", "2026-11-03"),
    ("tonite at 8", "2026-10-15 20:00"),
    ("in 20 minuts", "2026-10-15 10:40"),
]


@pytest.mark.parametrize(("text", "start"), SLIPS)
def test_typing_errors(text: str, start: str) -> None:
    assert shown(only(text).start) == start
