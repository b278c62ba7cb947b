"""Rules of RFC 7529: counted in another calendar (RSCALE), or with a say about days that do not exist (SKIP).

Ours and the Chinese calendar can be followed; rules of others, or of more parts than a birthday needs, are only kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

FREQUENCIES = ("YEARLY", "MONTHLY")
_PARTS = frozenset({"RSCALE", "SKIP", "FREQ", "INTERVAL", "WKST", "BYMONTH", "BYMONTHDAY", "BYYEARDAY"})
_SKIPS = ("OMIT", "BACKWARD", "FORWARD")
_FIRST_YEAR, _LAST_YEAR = 1800, 2201
# The Julian day of the day before 1 January of the year 1.
_JULIAN = 1_721_425


class Month(NamedTuple):
    """A month of a calendar: its number, whether it is the leap month after that of the number, where it lies."""

    number: int
    leap: bool
    first: date
    length: int


_Calendar = Callable[[int], tuple[Month, ...]]


def is_scaled(parts: dict[str, str]) -> bool:
    """True for what plain rules of RFC 5545 do not say."""
    return parts.get("RSCALE", "GREGORIAN") != "GREGORIAN" or parts.get("SKIP", "OMIT") != "OMIT"


def can_follow(parts: dict[str, str]) -> bool:
    """True for a rule whose days are known here."""
    return (
        parts.get("RSCALE", "GREGORIAN") in _CALENDARS
        and parts.get("SKIP", "OMIT") in _SKIPS
        and parts.get("FREQ") in FREQUENCIES
        and parts.keys() - {"COUNT", "UNTIL"} <= _PARTS
        and not ("BYYEARDAY" in parts and ({"BYMONTH", "BYMONTHDAY"} & parts.keys() or parts["FREQ"] == "MONTHLY"))
    )


def lunar_day(day: date) -> tuple[int, bool, int]:
    """Month, whether it is a leap month, and day of the Chinese calendar. Years 1800 to 2200."""
    year = _year_of(day, _chinese)
    month = next(one for one in reversed(_chinese(year)) if one.first <= day)
    return month.number, month.leap, (day - month.first).days + 1


def scaled_instances(parts: dict[str, str], start: datetime, until: datetime | None) -> Iterator[datetime]:
    """What a rule that `can_follow` names from `start` on, in order, up to the year 2200.

    Raises:
        ValueError: A part is no list of numbers.
    """
    calendar = _CALENDARS[parts.get("RSCALE", "GREGORIAN")]
    named = _Named(parts, start.date(), calendar)
    days = named.by_year() if parts["FREQ"] == "YEARLY" else named.by_month()
    last = until.date() if until is not None else date.max
    return _from(days, start, last, until)


def _from(days: Iterator[date], start: datetime, last: date, until: datetime | None) -> Iterator[datetime]:
    for day in days:
        moment = datetime.combine(day, start.time())
        if day > last or (until is not None and moment > until):
            return
        if moment >= start:
            yield moment


class _Named:
    """The days that a rule names."""

    def __init__(self, parts: dict[str, str], start: date, calendar: _Calendar) -> None:
        self._calendar = calendar
        self._skip = parts.get("SKIP", "OMIT")
        self._interval = int(parts.get("INTERVAL", "1"))
        self._start = start
        self._year = _year_of(start, calendar)
        self._home = next(one for one in reversed(calendar(self._year)) if one.first <= start)
        self._year_days = [int(number) for number in parts["BYYEARDAY"].split(",")] if "BYYEARDAY" in parts else []
        own_day = (start - self._home.first).days + 1
        self._days = [int(number) for number in parts["BYMONTHDAY"].split(",")] if "BYMONTHDAY" in parts else [own_day]
        self._months: list[tuple[int, bool]] | None = None
        if "BYMONTH" in parts:
            told = parts["BYMONTH"].split(",")
            self._months = [(int(text.removesuffix("L")), text.endswith("L")) for text in told]
        elif "BYMONTHDAY" not in parts and parts["FREQ"] == "YEARLY":
            self._months = [(self._home.number, self._home.leap)]

    def by_year(self) -> Iterator[date]:
        """Year by year."""
        for year in range(self._year, _LAST_YEAR, self._interval):
            months = self._calendar(year)
            if self._year_days:
                whole = Month(0, False, months[0].first, sum(month.length for month in months))
                yield from self._in_month(whole, self._year_days)
                continue
            wanted = (
                months if self._months is None else [one for name in self._months for one in self._found(year, name)]
            )
            yield from sorted({day for month in wanted for day in self._in_month(month, self._days)})

    def by_month(self) -> Iterator[date]:
        """Month by month, leap months among them."""
        every = (month for year in range(self._year, _LAST_YEAR) for month in self._calendar(year))
        last: date | None = None
        for number, month in enumerate(month for month in every if month.first >= self._home.first):
            if number % self._interval or (self._months is not None and month[:2] not in self._months):
                continue
            for day in self._in_month(month, self._days):
                if last is None or day > last:  # a day that was moved may be one that is named anyway
                    last = day
                    yield day

    def _found(self, year: int, name: tuple[int, bool]) -> Iterator[Month]:
        """The month of that name in a year; one that the year does not have is left out or moved."""
        number, leap = name
        months = self._calendar(year)
        found = next((month for month in months if month[:2] == name), None)
        if found is not None:
            yield found
        elif leap and self._skip == "BACKWARD":
            yield from (month for month in months if month[:2] == (number, False))
        elif leap and self._skip == "FORWARD":
            later = [month for month in months if month.number > number]
            yield later[0] if later else self._calendar(year + 1)[0]

    def _in_month(self, month: Month, numbers: Iterable[int]) -> list[date]:
        found = set()
        for number in numbers:
            at = number - 1 if number > 0 else month.length + number
            if 0 <= at < month.length:
                found.add(month.first + timedelta(days=at))
            elif self._skip == "BACKWARD":
                found.add(month.first + timedelta(days=month.length - 1 if at > 0 else -1))
            elif self._skip == "FORWARD":
                found.add(month.first + timedelta(days=month.length if at > 0 else 0))
        return sorted(found)


def _year_of(day: date, calendar: _Calendar) -> int:
    """The year of a calendar in which a day lies. Raises ValueError outside the years that are calculated with."""
    if not _FIRST_YEAR < day.year < _LAST_YEAR:
        raise ValueError(f"the year {day.year} is not calculated with")
    return day.year if calendar(day.year)[0].first <= day else day.year - 1


def _gregorian(year: int) -> tuple[Month, ...]:
    firsts = [date(year, number, 1) for number in range(1, 13)] + [date(year + 1, 1, 1)]
    return tuple(Month(at + 1, False, firsts[at], (firsts[at + 1] - firsts[at]).days) for at in range(12))


@lru_cache(maxsize=512)
def _chinese(year: int) -> tuple[Month, ...]:
    told = import_module("lunar_python").LunarYear.fromYear(year).getMonths()
    return tuple(
        Month(
            abs(one.getMonth()),
            one.getMonth() < 0,
            date.fromordinal(int(one.getFirstJulianDay()) - _JULIAN),
            one.getDayCount(),
        )
        for one in told
        if one.getYear() == year
    )


_CALENDARS: dict[str, _Calendar] = {"GREGORIAN": _gregorian, "CHINESE": _chinese}
