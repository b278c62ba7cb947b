"""Values of properties: dates, times, lengths and periods."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from assistant.ical.problems import Misread, Trouble, short

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[Tt ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z|z)?")
_LENGTH = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?", re.IGNORECASE
)
_DAY = timedelta(days=1)
_EARLIEST, _LATEST = 1, 9998  # a day of room on both sides for zones


def day_of(text: str) -> date:
    """A DATE. Raises ValueError."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise Misread(Trouble.NO_DATE, short(text))
    return _within(text, int(found[1]), int(found[2]), int(found[3]))


def wall_of(text: str) -> tuple[datetime, bool]:
    """The naive wall time of a DATE-TIME, and True where it is in UTC. A second 60 is the one before. ValueError."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise Misread(Trouble.NO_MOMENT, short(text))
    year, month, day, hour, minute = (int(found[at]) for at in range(1, 6))
    if hour > 24 or minute > 59 or (hour == 24 and (minute or int(found[6] or 0))):
        raise Misread(Trouble.NO_MOMENT, short(text))
    on, at = _within(text, year, month, day), time(hour % 24, minute, min(int(found[6] or 0), 59))
    # 24:00 is what some write for the end of a day.
    return datetime.combine(on + _DAY if hour == 24 else on, at), found[7] is not None


def _within(text: str, year: int, month: int, day: int) -> date:
    if not _EARLIEST < year < _LATEST:
        raise Misread(Trouble.FAR_YEAR, str(year))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Misread(Trouble.NO_DATE, short(text)) from error


def length_of(text: str) -> timedelta:
    """A DURATION. Raises ValueError."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise Misread(Trouble.NO_LENGTH, short(text))
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    try:
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError as error:
        raise Misread(Trouble.TOO_LONG, short(text)) from error
    if length > timedelta(days=36_600):
        raise Misread(Trouble.TOO_LONG, short(text))
    return -length if found[1] == "-" else length


def is_day(text: str) -> bool:
    """True for a value that is a DATE whatever its VALUE parameter says."""
    return _DATE.fullmatch(text.strip()) is not None


def day_text(day: date) -> str:
    """A DATE."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def wall_text(wall: datetime) -> str:
    """A DATE-TIME without zone."""
    return f"{day_text(wall)}T{wall.hour:02}{wall.minute:02}{wall.second:02}"


def utc_text(moment: datetime) -> str:
    """A DATE-TIME in UTC of an aware moment."""
    return f"{wall_text(moment.astimezone(UTC))}Z"


def length_text(length: timedelta) -> str:
    """A DURATION."""
    sign = "-" if length < timedelta(0) else ""
    seconds = int(abs(length) / timedelta(seconds=1))
    days, seconds = divmod(seconds, 86400)
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    clock = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if count)
    if not days and not clock:
        return "PT0S"
    return f"{sign}P{f'{days}D' if days else ''}{f'T{clock}' if clock else ''}"
