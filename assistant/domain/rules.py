"""Repeat rules of RFC 5545: taken apart, checked, and followed by dateutil within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import dropwhile, takewhile
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.domain.meaning import as_meant
from assistant.domain.scaled import can_follow, is_scaled, scaled_instances
from assistant.domain.weeks import DAYS, by_weeks

_AHEAD = 20
STEP = {
    "SECONDLY": timedelta(seconds=1),
    "MINUTELY": timedelta(minutes=1),
    "HOURLY": timedelta(hours=1),
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(weeks=1),
}
WEEK_DAYS = 7
_WEEKDAYS = {name: number for number, name in enumerate(DAYS)}
_PLAIN = frozenset({"FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYDAY"})
SUB_DAILY = ("HOURLY", "MINUTELY", "SECONDLY")
_PARTLESS = frozenset({"FREQ", "INTERVAL", "WKST"})
_DAY_PARTS = frozenset({"BYMONTH", "BYMONTHDAY", "BYDAY", "BYYEARDAY", "BYWEEKNO"})
# Steps without any moment, after which none is expected any more.
_MOST_BARREN = 300_000
_PARTS = frozenset(
    {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY"}
    | {"BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST", "RSCALE", "SKIP"}
)


class ForeignRule(ValueError):
    """A rule in a calendar that is not known here (RSCALE, RFC 7529): kept as it is, but not followed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart. `until` is a wall-clock time, inclusive; `rest` is the rule without COUNT and UNTIL.

    `days` are the weekdays (Monday 0) of a rule that names nothing else, empty where it names no part at all, and None
    for any other rule; `week_start` is such a rule's WKST.
    """

    freq: str
    interval: int
    count: int | None
    until: datetime | None
    rest: str
    days: tuple[int, ...] | None = None
    week_start: int = 0


@lru_cache(maxsize=1024)
def parse_rule(rrule: str, zone: ZoneInfo | None = None) -> Rule:
    """Takes an RFC 5545 rule apart.

    Args:
        rrule: The value, with or without ``RRULE:``.
        zone: The zone of the series; an UNTIL in UTC is turned into its wall clock.

    Raises:
        ValueError: The rule cannot be used.
        ForeignRule: It counts in another calendar.
    """
    parts: dict[str, str] = {}
    for piece in rrule.strip().removeprefix("RRULE:").strip(";").upper().split(";"):
        name, _, value = piece.partition("=")
        if name not in _PARTS or not value or name in parts:
            raise ValueError(f"not a repeat rule: {rrule}")
        parts[name] = value
    freq = parts.get("FREQ", "")
    if freq not in (*STEP, "MONTHLY", "YEARLY"):
        raise ValueError(f"not a repeat rule: {rrule}")
    if not is_scaled(parts):
        parts.pop("RSCALE", None)
        parts.pop("SKIP", None)
    elif not can_follow(parts):
        raise ForeignRule(parts.get("RSCALE", "GREGORIAN"))
    interval = int(parts.get("INTERVAL", "1"))
    count = int(parts["COUNT"]) if "COUNT" in parts else None
    if not 1 <= interval <= 100_000 or (count is not None and count < 1):
        raise ValueError(f"not a repeat rule: {rrule}")
    until = _wall_until(parts["UNTIL"], zone) if "UNTIL" in parts else None
    rest = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("COUNT", "UNTIL"))
    return Rule(freq, interval, count, until, rest, _plain_days(parts), _WEEKDAYS.get(parts.get("WKST", ""), 0))


def _plain_days(parts: dict[str, str]) -> tuple[int, ...] | None:
    """See `Rule.days`; a weekday that nobody knows is left to dateutil, which refuses it."""
    named = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    if not parts.keys() <= _PLAIN or not {*named, parts.get("WKST", "MO")} <= _WEEKDAYS.keys():
        return None
    return tuple(sorted({_WEEKDAYS[name] for name in named}))


def foreign_scale(rrule: str) -> str | None:
    """The calendar of a rule that is kept but not followed, because it counts in one that is not known here."""
    try:
        parse_rule(rrule)
    except ForeignRule as foreign:
        return str(foreign)
    except ValueError:
        return None
    return None


def check_rule(rrule: str) -> None:
    """Raises ValueError where the rule cannot be kept."""
    try:
        rule = parse_rule(rrule)
    except ForeignRule:
        return
    instances(rule.rest, datetime.combine(date(2024, 1, 1), time(9)), None)


def _wall_until(text: str, zone: ZoneInfo | None) -> datetime:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", text)
    if found is None:
        raise ValueError(f"not an UNTIL: {text}")
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return datetime.combine(day, time(23, 59, 59))
    wall = datetime.combine(day, time(int(found[4]), int(found[5]), min(int(found[6]), 59)))
    if found[7] and zone is not None:
        wall = wall.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return wall


def instances(rest: str, start: datetime, until: datetime | None) -> Iterator[datetime]:
    """What the rule names from `start` on, in order. Raises ValueError.

    dateutil looks for the next instance up to the year 9999, which for a rule that names no day at all (30 February)
    takes minutes. The calendar repeats itself every 400 years, so it is asked about the last centuries before 9999.
    """
    from dateutil.rrule import rrule, rrulestr  # loads in 20 ms: only what repeats pays for it

    parts = dict(part.split("=", 1) for part in rest.split(";"))
    if parts["FREQ"] in SUB_DAILY and parts.keys() - _PARTLESS:
        return within_days(parts, start, until)
    if is_scaled(parts):
        return scaled_instances(parts, start, until)
    if parts["FREQ"] == "YEARLY" and "BYWEEKNO" in parts:
        return by_weeks(parts, start, until)
    told, since = as_meant(parts, start)
    shift = (9999 - _AHEAD - max(start.year, until.year if until else 0)) // 400 * 400
    found = rrulestr(";".join(f"{name}={value}" for name, value in told.items()), dtstart=_years_on(since, shift))
    assert isinstance(found, rrule)
    if until is not None:
        found = found.replace(until=_years_on(until, shift))
    return dropwhile(lambda moment: moment < start, (_years_on(moment, -shift) for moment in found))


def within_days(parts: dict[str, str], start: datetime, until: datetime | None) -> Iterator[datetime]:
    """What a rule names that counts chosen hours, minutes or seconds.

    dateutil walks through every hour that is not chosen second by second. Here days, hours and minutes are found first.

    Raises:
        ValueError: A part is no list of numbers, or of numbers that no clock has.
    """
    unit = STEP[parts["FREQ"]]
    base = start - (start - datetime.combine(start.date(), time())) % unit
    given = [f"{name}={parts[name]}" for name in (*sorted(_DAY_PARTS), "WKST") if name in parts]
    days = instances(";".join(["FREQ=DAILY", *given]), datetime.combine(start.date(), time()), until)
    hours, minutes, seconds = (_numbers(parts, name, most) for name, most in _CLOCK)
    windows = [
        (timedelta(hours=hour, minutes=minute), timedelta(hours=hour, minutes=minute) + span)
        for hour, minute, span in _windows(parts["FREQ"], hours, minutes)
    ]
    found = _moments(days, base, unit * int(parts.get("INTERVAL", "1")), windows, _offsets(parts, start), seconds)
    return (moment for moment in takewhile(lambda at: until is None or at <= until, found) if moment >= start)


_CLOCK = (("BYHOUR", 23), ("BYMINUTE", 59), ("BYSECOND", 59))


def _windows(
    freq: str, hours: frozenset[int] | None, minutes: frozenset[int] | None
) -> Iterator[tuple[int, int, timedelta]]:
    """The parts of a day in which periods may begin: hour, minute and length."""
    by_minute = minutes is not None and freq != "HOURLY"
    if hours is None and not by_minute:
        yield 0, 0, timedelta(days=1)
        return
    for hour in range(24) if hours is None else sorted(hours):
        if not by_minute or minutes is None:
            yield hour, 0, timedelta(hours=1)
            continue
        for minute in sorted(minutes):
            yield hour, minute, timedelta(minutes=1)


def _moments(
    days: Iterator[datetime],
    base: datetime,
    stride: timedelta,
    windows: list[tuple[timedelta, timedelta]],
    offsets: list[timedelta],
    seconds: frozenset[int] | None,
) -> Iterator[datetime]:
    """The offsets of every period that begins in one of the windows; there is one each `stride` from `base` on."""
    if not offsets:
        return
    barren = 0
    for day in days:
        for begins, ends in windows:
            at, high = base + max(0, -((base - day - begins) // stride)) * stride, day + ends
            barren += 1
            while at < high and barren <= _MOST_BARREN:
                barren += 1
                for offset in offsets:
                    moment = at + offset
                    if seconds is None or moment.second in seconds:
                        barren = 0
                        yield moment
                at += stride
            if barren > _MOST_BARREN:
                return


def _offsets(parts: dict[str, str], start: datetime) -> list[timedelta]:
    """What parts smaller than the frequency make of one period: each hour at these minutes and seconds."""
    minutes = (_numbers(parts, "BYMINUTE", 59) or {start.minute}) if parts["FREQ"] == "HOURLY" else {0}
    seconds = (_numbers(parts, "BYSECOND", 59) or {start.second}) if parts["FREQ"] != "SECONDLY" else {0}
    every = sorted(timedelta(minutes=minute, seconds=second) for minute in minutes for second in seconds)
    if "BYSETPOS" not in parts:
        return every
    positions = {int(number) for number in parts["BYSETPOS"].split(",")}
    return [one for at, one in enumerate(every) if at + 1 in positions or at - len(every) in positions]


def _numbers(parts: dict[str, str], name: str, most: int) -> frozenset[int] | None:
    if name not in parts:
        return None
    numbers = frozenset(int(number) for number in parts[name].split(","))
    if not all(0 <= number <= most for number in numbers):
        raise ValueError(f"not a time of the day: {name}={parts[name]}")
    return numbers


def _years_on(moment: datetime, years: int) -> datetime:
    return moment.replace(year=moment.year + years)


@lru_cache(maxsize=4096)
def names_nothing(rest: str, start: datetime) -> bool:
    """True for a rule without any instance; asked once, because finding that out takes its time."""
    return next(instances(rest, start, None), None) is None


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of that name; UTC where this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
