"""Yearly rules that name weeks by their numbers (BYWEEKNO), followed year of weeks by year of weeks.

The first and the last week of such a year reach into the years beside it; dateutil counts them by calendar years.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import product

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# What a rule names in none of so many years it never names: the calendar repeats itself after 400.
_MOST_YEARS = 2_000
_WEEK = timedelta(weeks=1)


def first_day(parts: dict[str, str]) -> int:
    """The day on which weeks begin (0 is Monday). Raises ValueError."""
    return DAYS.index(parts.get("WKST", "MO"))


def by_weeks(parts: dict[str, str], start: datetime, until: datetime | None) -> Iterator[datetime]:
    """What the rule names from `start` to `until`, in order.

    Raises:
        ValueError: A part is no list of numbers, or of such as it cannot have.
    """
    year = _Year(parts, start)
    interval = int(parts.get("INTERVAL", "1"))
    base = year.of(start)
    if interval > 1 and start not in year.moments(base):
        base = start.year  # a start that the rule does not name counts for the year that it lies in
    last = min(until.year + 1 if until is not None else 9998, start.year + _MOST_YEARS * interval, 9998)
    every = (moment for number in range(base, last + 1, interval) for moment in year.moments(number))
    return (moment for moment in every if moment >= start and (until is None or moment <= until))


class _Year:
    """The moments of the rule in one year of weeks."""

    def __init__(self, parts: dict[str, str], start: datetime) -> None:
        self._first = first_day(parts)
        self._weeks = _numbers(parts, "BYWEEKNO", 53)
        self._months = _numbers(parts, "BYMONTH", 12)
        self._month_days = _numbers(parts, "BYMONTHDAY", 31)
        self._year_days = _numbers(parts, "BYYEARDAY", 366)
        self._positions = _numbers(parts, "BYSETPOS", 366)
        named = {DAYS.index(day) for day in parts["BYDAY"].split(",")} if "BYDAY" in parts else None
        chosen = named or self._month_days or self._year_days
        self._days = named if chosen else {start.weekday()}
        clock = (_clock(parts, "BYHOUR", start.hour), _clock(parts, "BYMINUTE", start.minute))
        self._times = [time(*one) for one in product(*clock, _clock(parts, "BYSECOND", start.second))]

    def of(self, day: date) -> int:
        """The year that most days of the week of `day` lie in."""
        return (day + timedelta(days=3 - (day.weekday() - self._first) % 7)).year

    def _beginning(self, year: int) -> date:
        fourth = date(year, 1, 4)  # always in the first week
        return fourth - timedelta(days=(fourth.weekday() - self._first) % 7)

    def moments(self, year: int) -> list[datetime]:
        """In order."""
        begins = self._beginning(year)
        count = (self._beginning(year + 1) - begins) // _WEEK
        weeks = sorted({week if week > 0 else count + 1 + week for week in self._weeks if abs(week) <= count})
        days = (begins + (week - 1) * _WEEK + timedelta(days=at) for week in weeks for at in range(7))
        found = [datetime.combine(day, at) for day in days if self._wanted(day) for at in self._times]
        if not self._positions:
            return found
        return [one for at, one in enumerate(found) if at + 1 in self._positions or at - len(found) in self._positions]

    def _wanted(self, day: date) -> bool:
        month_ends = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        left_in_year = (date(day.year, 12, 31) - day).days
        return (
            (self._days is None or day.weekday() in self._days)
            and (not self._months or day.month in self._months)
            and (not self._month_days or bool({day.day, day.day - month_ends.day - 1} & self._month_days))
            and (not self._year_days or bool({day.timetuple().tm_yday, -left_in_year - 1} & self._year_days))
        )


def _numbers(parts: dict[str, str], name: str, most: int) -> frozenset[int]:
    numbers = frozenset(int(number) for number in parts[name].split(",")) if name in parts else frozenset()
    if not all(1 <= abs(number) <= most for number in numbers):
        raise ValueError(f"out of its range: {name}={parts[name]}")
    return numbers


def _clock(parts: dict[str, str], name: str, otherwise: int) -> list[int]:
    return sorted({int(number) for number in parts[name].split(",")}) if name in parts else [otherwise]
