"""What a rule means where RFC 5545 leaves it unsaid, or where dateutil reads it in another way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_CHOOSING = frozenset({"BYDAY", "BYMONTHDAY", "BYYEARDAY"})


def as_meant(parts: dict[str, str], start: datetime) -> tuple[dict[str, str], datetime, Callable[[datetime], bool]]:
    """A rule and its start in the words that dateutil understands, and which of the instances then are meant.

    Raises:
        ValueError: WKST is no day of the week, INTERVAL no number.
    """
    told = dict(parts)
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        # Positions are counted within the whole first week, also where the series begins in its midst.
        told.setdefault("BYDAY", _DAYS[start.weekday()])
        return told, start - timedelta(days=(start.weekday() - _first_day(parts)) % 7), lambda at: at >= start
    if parts["FREQ"] == "YEARLY" and "BYWEEKNO" in parts:
        return _by_week(told, start)
    if "BYDAY" in parts and parts["FREQ"] in ("MONTHLY", "YEARLY"):
        told["BYDAY"] = _numbered(parts["BYDAY"], 5 if "BYMONTH" in parts or parts["FREQ"] == "MONTHLY" else 53)
    return told, start, _any


def _any(_at: datetime) -> bool:
    return True


def _by_week(told: dict[str, str], start: datetime) -> tuple[dict[str, str], datetime, Callable[[datetime], bool]]:
    """Numbers of weeks name the day of the week of the start; every so many years are years of weeks."""
    if not _DAY_CHOOSING & told.keys():
        told["BYDAY"] = _DAYS[start.weekday()]
    interval = int(told.get("INTERVAL", "1"))
    if interval == 1 or "BYSETPOS" in told:
        return told, start, _any
    told["INTERVAL"] = "1"
    first_day = _first_day(told)
    counted_from: list[int] = []

    def is_meant(at: datetime) -> bool:
        if not counted_from:
            # A start that the rule names belongs to the year of its week; any other counts from its own year.
            counted_from.append(_week_year(start, first_day) if at == start else start.year)
        return (_week_year(at, first_day) - counted_from[0]) % interval == 0

    return told, start, is_meant


def _week_year(day: date, first_day: int) -> int:
    """The year that most days of the week lie in."""
    return (day + timedelta(days=3 - (day.weekday() - first_day) % 7)).year


def _first_day(parts: dict[str, str]) -> int:
    return _DAYS.index(parts.get("WKST", "MO"))


def _numbered(days: str, most: int) -> str:
    """Days of the week with and without numbers beside each other ("3MO,FR"): all with numbers."""
    named = days.split(",")
    if all(day in _DAYS for day in named) or not any(day in _DAYS for day in named):
        return days
    every = (f"{number}{day}" for day in named if day in _DAYS for number in range(1, most + 1))
    return ",".join(dict.fromkeys((*(day for day in named if day not in _DAYS), *every)))
