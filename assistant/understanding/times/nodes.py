"""Nodes of the calendar: what an expression of days means, independent of the language it was said in.

A cyclic node (a weekday, 3 April, the third Thursday of a month) knows its occurrences between two days; where it
points to is decided by the scene. A relative or fixed node names its spans itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.understanding.times.model import Grain
from assistant.understanding.times.spans import (
    DAY,
    FIRST_YEAR,
    LAST_YEAR,
    Length,
    Scene,
    Span,
    day_span,
    midnight,
    shift,
    unit_length,
    unit_span,
    wall,
)


class Node:
    """Something on the calendar. ``picks`` are its readings, likeliest first."""

    grain: Grain = Grain.day
    holiday: bool = False
    ambiguous: bool = False

    def picks(self, scene: Scene) -> list[Span]:
        """Return the readings in this scene, likeliest first; empty where there is no such day."""
        raise NotImplementedError


class Cyclic(Node):
    """A node with occurrences again and again; ``step`` is the longest usual distance of two, in days."""

    step: int = 366

    def between(self, low: datetime, high: datetime) -> list[Span]:
        """Return the occurrences that start in [low, high), in order."""
        raise NotImplementedError

    def ahead(self, moment: datetime) -> Iterator[Span]:
        """Yield occurrences that end after the moment, in order, for a few steps."""
        low = moment - timedelta(days=self.step)
        for turn in range(14):
            high = low + timedelta(days=self.step * (1 if turn < 4 else 3))
            if high.year >= LAST_YEAR:
                return
            yield from (span for span in self.between(low, high) if span.end > moment)
            low = high

    def back(self, moment: datetime) -> Iterator[Span]:
        """Yield occurrences that end at the moment or before it, the latest first."""
        high = moment
        for turn in range(14):
            low = high - timedelta(days=self.step * (1 if turn < 4 else 3))
            if low.year <= FIRST_YEAR:
                return
            yield from (span for span in reversed(self.between(low, high)) if span.end <= moment)
            high = low

    def picks(self, scene: Scene) -> list[Span]:
        """Return the coming occurrence and the neighbours people may mean; the last one first in the past."""
        ahead = self.ahead(scene.today)
        coming = [span for span in (next(ahead, None), next(ahead, None)) if span]
        gone = next(self.back(scene.today), None)
        before = [gone] if gone else []
        spans = before + coming if scene.past else coming[:1] + before + coming[1:]
        return [*spans, *(other for span in spans for other in self.others(span))]

    def others(self, _span: Span) -> list[Span]:
        """Return other days that people mean in place of an occurrence."""
        return []


@dataclass(eq=False)
class Weekday(Cyclic):
    """A day of the week, 0 is Monday; several in a list ("Mondays and Wednesdays") belong to repeats."""

    day: int
    step = 7

    def between(self, low: datetime, high: datetime) -> list[Span]:
        start = midnight(low) + DAY * ((self.day - low.weekday()) % 7)
        if start < low:
            start += 7 * DAY
        out = []
        while start < high:
            out.append(Span(start, start + DAY, Grain.day))
            start += 7 * DAY
        return out

    def picks(self, scene: Scene) -> list[Span]:
        first = midnight(scene.now) + DAY * ((self.day - scene.now.weekday()) % 7)
        spans = [day_span(first), day_span(first + 7 * DAY), day_span(first - 7 * DAY)]
        return [spans[2], spans[0]] if scene.past else [spans[0], spans[1], spans[2]]


@dataclass(eq=False)
class Daily(Cyclic):
    """Days that pass a test on the weekday: every day, workdays, weekends as their first day."""

    days: frozenset[int]
    length: int = 1
    step = 7

    def between(self, low: datetime, high: datetime) -> list[Span]:
        start = midnight(low) if midnight(low) == low else midnight(low) + DAY
        count = min((high - start).days + 1, 800)
        spans = (start + DAY * i for i in range(max(count, 0)))
        return [
            Span(day, day + self.length * DAY, Grain.day) for day in spans if day < high and day.weekday() in self.days
        ]


@dataclass(eq=False)
class Units(Cyclic):
    """Whole weeks, months, quarters or years, for counting inside something longer."""

    grain: Grain
    week_start: int = 0

    def __post_init__(self) -> None:
        self.step = {Grain.week: 7, Grain.month: 31, Grain.quarter: 92}.get(self.grain, 366)

    def between(self, low: datetime, high: datetime) -> list[Span]:
        out: list[Span] = []
        span = unit_span(low, self.grain, 0, 1, self.week_start)
        if span.start < low:
            span = unit_span(low, self.grain, 1, 1, self.week_start)
        while span.start < high and len(out) < 800:
            out.append(span)
            span = unit_span(span.start, self.grain, 1, 1, self.week_start)
        return out


@dataclass(eq=False)
class MonthDay(Cyclic):
    """A day of a month, of every month where ``month`` is 0; a whole month where ``day`` is 0."""

    month: int
    day: int

    def __post_init__(self) -> None:
        self.grain = Grain.day if self.day else Grain.month
        self.step = 366 if self.month else 31

    def between(self, low: datetime, high: datetime) -> list[Span]:
        out = []
        months = [self.month] if self.month else range(1, 13)
        for year in range(max(low.year, FIRST_YEAR), min(high.year, LAST_YEAR) + 1):
            for month in months:
                try:
                    start = wall(year, month, self.day or 1)
                except ValueError:
                    continue
                if low <= start < high:
                    out.append(day_span(start) if self.day else unit_span(start, Grain.month))
        return out


@dataclass(eq=False)
class Yearly(Cyclic):
    """Something once a year by a rule: a holiday, a season, a quarter, a numbered week.

    Attributes:
        rule: Year to spans; empty where the year has none.
    """

    rule: Callable[[int], list[Span]]
    grain: Grain = Grain.day
    holiday: bool = False
    rrule: str = ""

    def between(self, low: datetime, high: datetime) -> list[Span]:
        years = range(max(low.year - 1, FIRST_YEAR), min(high.year + 1, LAST_YEAR) + 1)
        spans = [span for year in years for span in self.rule(year) if low <= span.start < high]
        return sorted(spans, key=lambda span: span.start)


@dataclass(eq=False)
class Fixed(Node):
    """A date, month or year said in full."""

    span: Span

    def __post_init__(self) -> None:
        self.grain = self.span.grain

    def picks(self, _scene: Scene) -> list[Span]:
        return [self.span]


@dataclass(eq=False)
class Relative(Node):
    """Spans computed from the scene: tomorrow, next week, last Friday, the end of the month."""

    rule: Callable[[Scene], list[Span]]
    grain: Grain = Grain.day
    ambiguous: bool = False
    holiday: bool = False
    name: str = ""

    def picks(self, scene: Scene) -> list[Span]:
        return self.rule(scene)


def _inside(inner: Cyclic, outer: Span, *, last: bool) -> list[Span]:
    """Occurrences inside a span; a week belongs to where it starts or, counted from the end, where its middle is."""
    if inner.grain is Grain.week and last:
        low = outer.start - 3 * DAY
        return inner.between(low, outer.end - 3 * DAY)
    return inner.between(outer.start, outer.end)


def nth_of(count: int, inner: Cyclic, outer: Span) -> Span | None:
    """Return the occurrence with this number in the span, counted from the end when negative."""
    inside = _inside(inner, outer, last=count < 0)
    index = count - 1 if count > 0 else count
    return inside[index] if -len(inside) <= index < len(inside) else None


@dataclass(eq=False)
class Nth(Cyclic):
    """The third Thursday of October, the last workday of a month: counted in each occurrence of the outer node."""

    count: int
    inner: Cyclic
    outer: Node

    def __post_init__(self) -> None:
        self.grain, self.holiday = self.inner.grain, self.inner.holiday
        self.step = self.outer.step if isinstance(self.outer, Cyclic) else 366

    def between(self, low: datetime, high: datetime) -> list[Span]:
        if not isinstance(self.outer, Cyclic):
            return []
        outers = self.outer.between(low - timedelta(days=self.outer.step), high)
        spans = (nth_of(self.count, self.inner, outer) for outer in outers)
        return [span for span in spans if span and low <= span.start < high]

    def picks(self, scene: Scene) -> list[Span]:
        if isinstance(self.outer, Cyclic):
            return Cyclic.picks(self, scene)
        spans = (nth_of(self.count, self.inner, outer) for outer in self.outer.picks(scene))
        return [span for span in spans if span]


@dataclass(eq=False)
class Both(Cyclic):
    """Days that fit two descriptions: Friday the 13th, Monday 18 February."""

    day: int
    other: Cyclic

    def __post_init__(self) -> None:
        self.step = max(self.other.step, 62)

    def between(self, low: datetime, high: datetime) -> list[Span]:
        return [span for span in self.other.between(low, high) if span.start.weekday() == self.day]

    def picks(self, scene: Scene) -> list[Span]:
        """Prefer the nearest plain date when its weekday fits; a weekday that fits in no year near is a slip."""
        plain = self.other.picks(scene)
        near = [span for span in plain if span.start.weekday() == self.day]
        far = Cyclic.picks(self, scene)
        if not near and (not far or abs(far[0].start - scene.now).days > 400):
            return plain + far[:1]
        starts = {span.start for span in near}
        return near + [span for span in far if span.start not in starts]


@dataclass(eq=False)
class Shifted(Node):
    """A length before or after some other time, or from now where there is no other."""

    length: Length
    sign: int
    base: Node | None = None

    def __post_init__(self) -> None:
        self.grain = self.length.grain
        self.holiday = self.base is not None and self.base.holiday

    @property
    def clocked(self) -> bool:
        """Whether the result is a moment and not a day."""
        return bool(self.length.seconds) and self.base is None

    def picks(self, scene: Scene) -> list[Span]:
        if self.base is not None:
            starts = [span.start for span in self.base.picks(scene)]
            moved = [shift(start, self.length, self.sign) for start in starts]
            return [day_span(start) if not self.length.seconds else moment_span(start) for start in moved]
        moment = shift(scene.now, self.length, self.sign)
        if not self.length.seconds:
            alternative = Span(moment, moment, Grain.minute)
            return [day_span(moment), alternative]
        day = shift(scene.real, Length(self.length.months, self.length.days), self.sign)
        real = (day.timestamp() + self.sign * self.length.seconds) if abs(self.length.seconds) < 1e10 else None
        return [Span(moment, moment, min(self.length.grain, Grain.minute, key=list(Grain).index), _real(scene, real))]


def _real(scene: Scene, stamp: float | None) -> datetime | None:
    return None if stamp is None else datetime.fromtimestamp(stamp, tz=scene.real.tzinfo)


def moment_span(moment: datetime, grain: Grain = Grain.minute) -> Span:
    """Return a span without extent."""
    return Span(moment, moment, grain)


def unit_node(grain: Grain, offset: int, count: int = 1) -> Relative:
    """Return this, next or last unit, or several of them."""
    return Relative(lambda scene: [unit_span(scene.now, grain, offset, count, scene.week_start)], grain)


def day_node(offset: int) -> Relative:
    """Return today, tomorrow, yesterday and so on."""
    return Relative(lambda scene: [day_span(scene.today + DAY * offset)])


def year_node(year: int) -> Fixed:
    """Return a calendar year; raises ValueError outside the calendar."""
    return Fixed(Span(wall(year), wall(year + 1), Grain.year))


def date_node(year: int, month: int, day: int = 0) -> Fixed:
    """Return a full date or, without day, a month; raises ValueError where there is none."""
    start = wall(year, month, day or 1)
    return Fixed(day_span(start) if day else Span(start, shift(start, unit_length(Grain.month)), Grain.month))
