"""What the time engine takes and gives: the context of a sentence and the mentions found in it.

Everything here is a plain value. Datetimes are aware and in the user's zone; ends are exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo


class TimeKind(StrEnum):
    """What sort of time a mention names."""

    INSTANT = "instant"
    DATE = "date"
    INTERVAL = "interval"
    DURATION = "duration"
    RECURRENCE = "recurrence"


class Grain(StrEnum):
    """The size of the smallest unit that was said, from ``second`` to ``year``."""

    second = "second"
    minute = "minute"
    hour = "hour"
    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a mention.

    Attributes:
        start: First moment or day; None for "until …" without a beginning.
        end: First moment or day after it; None where nothing was said or implied.
    """

    start: datetime | date | None
    end: datetime | date | None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression found in a text.

    Attributes:
        text: The words as written.
        start_char: First code point of the words in the text.
        end_char: Code point after the last one.
        kind: What sort of time it is.
        start: Start of the likeliest reading; the first instance after now for a recurrence.
        end: Exclusive end of the likeliest reading, if said or implied.
        grain: Smallest unit said.
        rrule: RFC 5545 value without ``RRULE:``; UNTIL is a local date.
        duration: A stated length, for durations and leads.
        alternatives: Other likely readings, likeliest first, without the chosen one.
        deadline: Said as a last moment ("by Friday", 周五之前).
        lead: An offset before some item ("10 minutes before"); only ``duration`` is set.
        ambiguous: People would really disagree, so the window should ask.
        holiday: A named holiday gave the date.
    """

    text: str
    start_char: int
    end_char: int
    kind: TimeKind
    start: datetime | date | None
    end: datetime | date | None
    grain: Grain
    rrule: str | None = None
    duration: timedelta | None = None
    alternatives: tuple[Reading, ...] = ()
    deadline: bool = False
    lead: bool = False
    ambiguous: bool = False
    holiday: bool = False


@dataclass(frozen=True, slots=True)
class TimeContext:
    """When, where and how a sentence was said.

    Attributes:
        now: The moment of speaking, aware.
        zone: The user's zone; every result is in it.
        lang: Language of the sentence where known; both tables are used when None.
        day_first: 3/4 is the third of April instead of the fourth of March.
        past: The sentence tells of the past, so "on Friday" looks back.
        week_start: First day of the week, 0 is Monday.
    """

    now: datetime
    zone: ZoneInfo
    lang: Literal["en", "zh"] | None = None
    day_first: bool = False
    past: bool = False
    week_start: int = 0
