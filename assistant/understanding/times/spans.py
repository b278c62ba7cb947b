"""Stretches of wall-clock time and steps along the calendar.

Wall times are datetimes marked UTC whatever the zone: arithmetic on them never meets a clock change. They become
moments of the user's zone only at the very end.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from assistant.understanding.times.model import Grain

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2, 9990
ORDER = {grain: rank for rank, grain in enumerate(Grain)}


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of wall time.

    Attributes:
        start: First moment.
        end: First moment after it.
        grain: Unit it was said in.
        real: The exact moment in the world where the span was counted from now in hours or less.
        open: Nothing was said about the end.
    """

    start: datetime
    end: datetime
    grain: Grain
    real: datetime | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What a node of the calendar needs to know of the sentence.

    Attributes:
        now: Wall time of speaking.
        real: The same as an aware moment in the user's zone.
        past: Look back instead of ahead.
        day_first: Order of day and month in 3/4.
        week_start: First day of the week, 0 is Monday.
    """

    now: datetime
    real: datetime
    past: bool = False
    day_first: bool = False
    week_start: int = 0

    @property
    def today(self) -> datetime:
        """Midnight at the beginning of the day of speaking."""
        return midnight(self.now)


@dataclass(frozen=True, slots=True)
class Length:
    """A stated amount of time; months, days and seconds do not convert into each other."""

    months: int = 0
    days: int = 0
    seconds: float = 0
    grain: Grain = Grain.day

    def __add__(self, other: Length) -> Length:
        finer = min(self.grain, other.grain, key=ORDER.__getitem__)
        return Length(self.months + other.months, self.days + other.days, self.seconds + other.seconds, finer)

    def times(self, factor: float) -> Length:
        """Return the length multiplied; broken months and days go over into the next smaller unit."""
        months = self.months * factor
        days = self.days * factor + (0 if months == int(months) else (months - int(months)) * 30)
        whole = int(days)
        return Length(int(months), whole, self.seconds * factor + (days - whole) * 86400, self.grain)

    @property
    def total(self) -> timedelta:
        """The length with months of 30 and years of 365 days."""
        years, months = divmod(self.months, 12)
        return timedelta(days=min(self.days + 30 * months + 365 * years, 999_999), seconds=min(self.seconds, 1e10))


def wall(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> datetime:
    """Return a wall time; raises ValueError where there is none."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def midnight(moment: datetime) -> datetime:
    """Return the beginning of the day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def on(day: date) -> datetime:
    """Return the beginning of a date."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def add_months(moment: datetime, months: int) -> datetime:
    """Return the same day some months on, held to the end of a shorter month."""
    total = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(total, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OverflowError("outside the calendar")
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def shift(moment: datetime, length: Length, sign: int = 1) -> datetime:
    """Return the wall time a length later or, with sign -1, earlier."""
    moved = add_months(moment, sign * length.months) if length.months else moment
    return moved + sign * timedelta(days=length.days, seconds=length.seconds)


def day_span(moment: datetime) -> Span:
    """Return the whole day that holds the moment."""
    start = midnight(moment)
    return Span(start, start + DAY, Grain.day)


def unit_length(grain: Grain, count: float = 1) -> Length:
    """Return a number of units as a length."""
    base = {
        Grain.second: Length(seconds=1, grain=grain),
        Grain.minute: Length(seconds=60, grain=grain),
        Grain.hour: Length(seconds=3600, grain=grain),
        Grain.day: Length(days=1, grain=grain),
        Grain.week: Length(days=7, grain=grain),
        Grain.month: Length(months=1, grain=grain),
        Grain.quarter: Length(months=3, grain=grain),
        Grain.year: Length(months=12, grain=grain),
    }[grain]
    return base if count == 1 else base.times(count)


def floor(moment: datetime, grain: Grain, week_start: int = 0) -> datetime:
    """Return the beginning of the unit that holds the moment."""
    if grain is Grain.second:
        return moment.replace(microsecond=0)
    if grain is Grain.minute:
        return moment.replace(second=0, microsecond=0)
    if grain is Grain.hour:
        return moment.replace(minute=0, second=0, microsecond=0)
    day = midnight(moment)
    if grain is Grain.day:
        return day
    if grain is Grain.week:
        return day - DAY * ((day.weekday() - week_start) % 7)
    if grain is Grain.month:
        return day.replace(day=1)
    if grain is Grain.quarter:
        return day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
    return day.replace(day=1, month=1)


def unit_span(moment: datetime, grain: Grain, offset: int = 0, count: int = 1, week_start: int = 0) -> Span:
    """Return ``count`` whole units, the first one ``offset`` units after the one that holds the moment."""
    start = shift(floor(moment, grain, week_start), unit_length(grain, offset) if offset else Length())
    return Span(start, shift(start, unit_length(grain, count)), grain)
