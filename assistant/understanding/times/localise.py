"""From wall time to moments of the user's zone, over gaps and overlaps of clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from assistant.understanding.times.values import Zone


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    return ZoneInfo(name)


def zone_of(zone: Zone | None, user: tzinfo) -> tzinfo:
    """Return the stated zone, or the user's where none was stated."""
    if zone is None:
        return user
    return _zone(zone.name) if zone.name else timezone(timedelta(minutes=zone.minutes))


def wall_of(moment: datetime, zone: tzinfo) -> datetime:
    """Return the wall time that clocks of a zone show at a moment."""
    return moment.astimezone(zone).replace(tzinfo=UTC, fold=0)


def moments(wall: datetime, zone: tzinfo, user: tzinfo) -> list[datetime]:
    """Return the moments in the user's zone that a wall time of a zone names.

    One in general. In an overlap two, the earlier one first. In a gap the time as far after the change as it was said
    after the last moment before it, then the same before the change.
    """
    first = wall.replace(tzinfo=zone, fold=0)
    second = wall.replace(tzinfo=zone, fold=1)
    # by way of UTC: a zone leaves a time of its own as it is, even one in a gap
    ways = [first] if first.utcoffset() == second.utcoffset() else [first, second]
    return [way.astimezone(UTC).astimezone(user) for way in ways]
