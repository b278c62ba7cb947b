"""Dragging on the calendar as arithmetic: where the pointer is goes in, the new time comes out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from assistant.desktop.calendar.entries import DAY_MINUTES, at_minute

SHORTEST = 15
OUT_OF_LANE = 60


class Grip(StrEnum):
    """What was taken hold of."""

    MOVE = "move"
    TOP = "top"
    BOTTOM = "bottom"
    CREATE = "create"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place on the calendar: a day, and the minute of it, or the all-day lane."""

    on: date
    minute: int
    in_lane: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """A time an item could have, in the viewer's zone; the end is exclusive."""

    start_at: datetime
    end_at: datetime
    all_day: bool


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag under way: what was taken, where, and the time it had."""

    grip: Grip
    origin: Pointer
    before: Extent
    zone: ZoneInfo


def snapped(minute: float, step: int) -> int:
    """The nearest multiple of `step`."""
    return round(minute / step) * step


def dragged(drag: Drag, to: Pointer, step: int) -> Extent:
    """The time after dragging to `to`, snapped to `step` minutes."""
    match drag.grip:
        case Grip.MOVE:
            return _moved(drag, to, step)
        case Grip.CREATE:
            return _drawn(drag, to, step)
        case Grip.TOP | Grip.BOTTOM:
            return _resized(drag, to, step)


def _moved(drag: Drag, to: Pointer, step: int) -> Extent:
    before = drag.before
    days = (to.on - drag.origin.on).days
    if to.in_lane and drag.origin.in_lane and not before.all_day:
        return nudged(before, drag.zone, days=days)
    if to.in_lane:
        first = before.start_at.date() if before.all_day else drag.origin.on
        length = (before.end_at.date() - before.start_at.date()).days if before.all_day else 1
        return _whole_days(first + timedelta(days=days), length, drag.zone)
    if before.all_day:
        start = at_minute(to.on, max(0, snapped(to.minute, step)), drag.zone)
        return Extent(start, _later(start, timedelta(minutes=OUT_OF_LANE)), all_day=False)
    began = before.start_at
    minute = began.hour * 60 + began.minute
    shifted = minute + (to.minute - drag.origin.minute)
    if shifted != minute:
        shifted = snapped(shifted, step)
    shifted = min(max(shifted, 0), DAY_MINUTES - step)
    start = at_minute(began.date() + timedelta(days=days), shifted, drag.zone)
    return Extent(start, _later(start, before.end_at.astimezone(UTC) - before.start_at.astimezone(UTC)), all_day=False)


def _drawn(drag: Drag, to: Pointer, step: int) -> Extent:
    if drag.origin.in_lane or to.in_lane:
        first, last = sorted((drag.origin.on, to.on))
        return _whole_days(first, (last - first).days + 1, drag.zone)
    low, high = sorted((drag.origin.minute, to.minute))
    low = low // step * step
    high = max(snapped(high, step), low + SHORTEST)
    start = at_minute(drag.origin.on, low, drag.zone)
    return Extent(start, at_minute(drag.origin.on, min(high, DAY_MINUTES), drag.zone), all_day=False)


def _resized(drag: Drag, to: Pointer, step: int) -> Extent:
    before = drag.before
    at = at_minute(to.on, min(max(snapped(to.minute, step), 0), DAY_MINUTES), drag.zone)
    least = timedelta(minutes=SHORTEST)
    if drag.grip is Grip.TOP:
        return replace(before, start_at=min(at, _later(before.end_at, -least)))
    return replace(before, end_at=max(at, _later(before.start_at, least)))


def nudged(before: Extent, zone: ZoneInfo, *, days: int = 0, minutes: int = 0, longer: int = 0) -> Extent:
    """The time after a key: moved by days or minutes, or made `longer` by minutes (not under the shortest)."""
    if before.all_day:
        first = before.start_at.date() + timedelta(days=days)
        length = (before.end_at.date() - before.start_at.date()).days
        return _whole_days(first, max(1, length + (longer > 0) - (longer < 0)), zone)
    wall = before.start_at.hour * 60 + before.start_at.minute + minutes
    start = at_minute(before.start_at.date() + timedelta(days=days), wall, zone)
    lasts = before.end_at.astimezone(UTC) - before.start_at.astimezone(UTC)
    if longer:
        lasts = max(lasts + timedelta(minutes=longer), timedelta(minutes=SHORTEST))
    return Extent(start, _later(start, lasts), all_day=False)


def _whole_days(first: date, length: int, zone: ZoneInfo) -> Extent:
    last = first + timedelta(days=length)
    return Extent(datetime.combine(first, time(), zone), datetime.combine(last, time(), zone), all_day=True)


def _later(moment: datetime, by: timedelta) -> datetime:
    """`by` real time after `moment`, in the same zone: a clock change in between is counted."""
    return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)
