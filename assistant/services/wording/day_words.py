"""A day or a stretch of time read from a few words, for filters and for going there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def stretch_in(value: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The stretch of time that a date or words for one name."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        from assistant.understanding.times import TimeContext, find_times  # rules are loaded for words only

        mentions = find_times(value, TimeContext(now=now.astimezone(zone), zone=zone))
        start = mentions[0].start if mentions else None
        if start is None:
            return None
        end = mentions[0].end
        low = start if isinstance(start, datetime) else datetime.combine(start, time(), zone)
        if end is not None:
            return low, end if isinstance(end, datetime) else datetime.combine(end, time(), zone)
        return low, low if isinstance(start, datetime) else low + timedelta(days=1)
    try:
        return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)
    except OverflowError:
        return None
