"""Clock times and parts of the day as values, and the usual hours of each part."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Node


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was said.

    Attributes:
        hour: 0 to 24; 24 is the midnight that ends the day.
        minute: 0 to 59.
        second: None where not said.
        fixed: Whether the half of the day is known.
        grain: Smallest unit said.
        loose: Said as a bare number, which needs other evidence.
    """

    hour: int
    minute: int = 0
    second: int | None = None
    fixed: bool = False
    grain: Grain = Grain.hour
    loose: bool = False

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + self.minute


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day.

    Attributes:
        hours: First hour and the hour after the last; over 24 reaches into the next day.
        others: The hours that other people mean by it.
        half: Which clock hours it makes: ``am``, ``pm``, ``noon``, ``night`` or nothing.
    """

    hours: tuple[float, float]
    others: tuple[tuple[float, float], ...] = ()
    half: str = ""


PARTS: dict[str, Part] = {
    "small": Part((0, 6), ((0, 5), (0, 9), (4, 12), (0, 4)), "am"),
    "early": Part((5, 8), ((6, 9), (0, 9), (4, 12)), "am"),
    "morning": Part((6, 12), ((0, 12), (4, 12), (8, 12)), "am"),
    "forenoon": Part((8, 12), ((6, 12), (4, 12)), "am"),
    "noon": Part((12, 14), ((11, 13), (12, 13)), "noon"),
    "lunch": Part((12, 14), ((11, 13), (12, 13)), "noon"),
    "afternoon": Part((12, 18), ((12, 19), (12, 16), (13, 18)), "pm"),
    "dusk": Part((17, 19), ((16, 18), (18, 20)), "pm"),
    "evening": Part((18, 24), ((16, 20), (18, 22), (20, 24)), "pm"),
    "tonight": Part((18, 24), ((20, 24), (16, 20), (18, 28)), "night"),
    "night": Part((20, 24), ((18, 24), (21, 24), (18, 28)), "night"),
    "deep": Part((22, 26), ((0, 6), (22, 24), (23, 27)), "night"),
    "breakfast": Part((7, 9), ((8, 9), (6, 9)), "am"),
    "dinner": Part((18, 20), ((17, 20), (17, 21), (18, 21)), "pm"),
}
MEALS: dict[str, tuple[float, float, float]] = {
    # first moment, first moment after it, end of what comes after it
    "breakfast": (8, 9, 12),
    "lunch": (12, 13, 17),
    "dinner": (18, 20, 24),
    "work": (9, 17, 21),
    "offwork": (18, 18, 21),
    "school": (8, 15, 21),
    "offschool": (16, 16, 21),
    "bed": (22, 22, 24),
}


def halves(part: Part, which: str) -> Part:
    """Return the early or late half of a part of the day."""

    def cut(hours: tuple[float, float]) -> tuple[float, float]:
        middle = (hours[0] + hours[1]) / 2
        return (hours[0], middle) if which == "early" else (middle, hours[1])

    extra: tuple[tuple[float, float], ...] = ((0, 9),) if which == "early" and part.half == "am" else ()
    extra += ((21, 24),) if which == "late" and part.half == "night" else ()
    return Part(cut(part.hours), (*extra, *(cut(other) for other in part.others)), part.half)


@dataclass(slots=True)
class Repeat:
    """A repeat as it was said, before its time of day is known.

    Attributes:
        freq: RFC 5545 frequency.
        interval: Every how many.
        days: BYDAY values, with numbers for the n-th of a month.
        month_days: BYMONTHDAY values.
        months: BYMONTH values.
        position: BYSETPOS, 0 for none.
        part: Part of the day that came with it.
        also: Further parts of the day: "every morning and evening".
    """

    freq: str
    interval: int = 1
    days: tuple[str, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    position: int = 0
    part: str = ""
    also: tuple[str, ...] = ()
    base: Node | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A stated zone: an IANA name or minutes east of Greenwich."""

    name: str = ""
    minutes: int = 0
