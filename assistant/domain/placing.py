"""Spans on the clock of their own zone, and the names that occurrences have by their place on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.event import Event
from assistant.domain.moulds import mould
from assistant.domain.rules import zone_named
from assistant.domain.spans import AllDay, Floating, Span, Zoned

_made_zoned = mould(Zoned)
_DAY = timedelta(days=1)
_EPOCH, _WALL_EPOCH = datetime(1970, 1, 1, tzinfo=UTC), datetime.combine(date(1970, 1, 1), time())
_SHORTEST_DAY = timedelta(hours=22)


def wall_start(span: Span) -> tuple[datetime, ZoneInfo | None]:
    """The naive wall-clock start of a span, and the zone it is read in (None: the viewer's)."""
    if isinstance(span, Zoned):  # most are, and a pattern that takes them apart is slower
        own = zone_named(span.zone)
        return bare(span.start_at.astimezone(own)), own
    match span:
        case AllDay(start_on, _):
            return datetime.combine(start_on, time()), None
        case Floating(on, at, _):
            return datetime.combine(on, at), None


def bare(moment: datetime) -> datetime:
    """What the clock shows, without its zone; in a third of the time of `replace`."""
    return datetime.combine(moment, moment.time())


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment in UTC at which a clock of the zone shows this; reckoned, which takes a tenth of `astimezone`."""
    return _EPOCH + (wall - _WALL_EPOCH - (zone.utcoffset(wall) or timedelta(0)))


def placed(span: Span, wall: datetime) -> Span:
    """The span moved so that it starts at `wall` of its own clock; it keeps its length.

    Whole days are days of the clock: from eight to eight is that also where a day has 23 hours.
    """
    match span:
        case AllDay(start_on, end_on):
            return AllDay(wall.date(), wall.date() + (end_on - start_on))
        case Floating(_, _, lasts):
            return Floating(wall.date(), wall.time(), lasts)
        case Zoned(start_at, end_at, zone):
            own = zone_named(zone)
            start = instant(wall, own)
            lasts = end_at - start_at
            if lasts >= _SHORTEST_DAY and (days := _whole_days(start_at, end_at, own)):
                return _made_zoned(start, instant(wall + days, own), zone)
            return _made_zoned(start, start + lasts, zone)


def _whole_days(start_at: datetime, end_at: datetime, zone: ZoneInfo) -> timedelta | None:
    """The length in days of the clock, where it is nothing but days."""
    walls = [bare(moment.astimezone(zone)) for moment in (start_at, end_at)]
    length = walls[1] - walls[0]
    return length if length and not length % _DAY else None


def recurrence_id(span: Span) -> str:
    """The name of the occurrence that the rule puts at this span (see `Override`)."""
    match span:
        case AllDay(start_on, _):
            return start_on.isoformat()
        case Floating(on, at, _):
            return datetime.combine(on, at).isoformat(timespec="seconds")
        case Zoned(start_at, _, _):
            return start_at.isoformat(timespec="seconds")


def named_places(span: Span) -> Callable[[datetime], tuple[str, Span]]:
    """What `recurrence_id` and `placed` say of the occurrence at a wall time, where they are asked for many."""
    if not isinstance(span, Zoned) or span.end_at - span.start_at >= _SHORTEST_DAY:

        def plainly(wall: datetime) -> tuple[str, Span]:
            found = placed(span, wall)
            return recurrence_id(found), found

        return plainly
    zone, lasts = span.zone, span.end_at - span.start_at
    offset_at, none = zone_named(zone).utcoffset, timedelta(0)

    def quickly(wall: datetime) -> tuple[str, Span]:
        shown = wall - (offset_at(wall) or none)
        start = _EPOCH + (shown - _WALL_EPOCH)
        return f"{shown.isoformat(timespec='seconds')}+00:00", _made_zoned(start, start + lasts, zone)

    return quickly


def span_at(event: Event, rid: str) -> Span:
    """The span the rule gives the occurrence of that name.

    Raises:
        ValueError: The name does not have the form of this series.
    """
    match event.span:
        case AllDay():
            return placed(event.span, datetime.combine(date.fromisoformat(rid[:10]), time()))
        case Floating():
            return placed(event.span, datetime.fromisoformat(rid).replace(tzinfo=None))
        case Zoned(_, _, zone):
            moment = datetime.fromisoformat(rid)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)
            return placed(event.span, moment.astimezone(zone_named(zone)).replace(tzinfo=None))


def rdate_parts(name: str) -> tuple[str, timedelta | None]:
    """The name of a single date of a series, and the length it has of its own, if any."""
    rid, slash, seconds = name.partition("/")
    return rid, timedelta(seconds=int(seconds)) if slash and seconds.isdecimal() else None


def lasting(span: Span, length: timedelta) -> Span:
    """The span with another length."""
    match span:
        case AllDay(start_on, _):
            return AllDay(start_on, start_on + max(length, timedelta(days=1)))
        case Floating(on, at, _):
            return Floating(on, at, length)
        case Zoned(start_at, _, zone):
            return Zoned(start_at, start_at + length, zone)
