"""Free time: the gaps that events leave, and how tasks fit into them. Pure; all moments are aware."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.event import EventStatus, Occurrence
from assistant.domain.overlap import overlaps

Stretch = tuple[datetime, datetime]
STEP = timedelta(minutes=15)
_WORK = (time(9), time(18))
_EVENING = time(21)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two occurrences that share a moment."""

    first: Occurrence
    second: Occurrence


def busy(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """Those that take time: with clock times, not cancelled, not marked as free."""
    return tuple(o for o in occurrences if not o.all_day and o.event.busy and o.status is not EventStatus.CANCELLED)


def clashes(occurrences: Iterable[Occurrence]) -> tuple[Clash, ...]:
    """Every pair of busy occurrences that overlap, by the start of the earlier one."""
    found: list[Clash] = []
    going: list[Occurrence] = []
    for one in sorted(busy(occurrences), key=lambda o: (o.start_at.astimezone(UTC), o.end_at.astimezone(UTC))):
        going = [other for other in going if other.end_at.astimezone(UTC) > one.start_at.astimezone(UTC)]
        found += [Clash(o, one) for o in going if overlaps(o.start_at, o.end_at, one.start_at, one.end_at)]
        going.append(one)
    return tuple(found)


def day_windows(first: date, last: date, low: time, high: time, zone: ZoneInfo) -> tuple[Stretch, ...]:
    """The hours from `low` to `high` of each day from `first` up to, not including, `last`."""
    days = [first + timedelta(days=number) for number in range(max(0, (last - first).days))]
    return tuple((datetime.combine(day, low, zone), datetime.combine(day, high, zone)) for day in days)


def hours_to_plan_in(on: date, now: datetime) -> tuple[datetime, datetime, datetime]:
    """When a day's working hours begin (today not before the next quarter from `now`) and end, and its evening ends."""
    start, end, late = (datetime.combine(on, at, now.tzinfo) for at in (*_WORK, _EVENING))
    begin = max(start, quarter(now)) if on == now.date() else start
    return begin, max(begin, end), max(begin, late)


def gaps(windows: Iterable[Stretch], taken: Iterable[Stretch], least: timedelta) -> tuple[Stretch, ...]:
    """What the taken stretches leave of the windows, those of at least that length, in order.

    Starts are on the quarter of the hour, so that nobody is offered 10:07.
    """
    blocks = sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in taken)
    found = []
    for low, high in windows:
        here = low
        for start, end in (*blocks, (high.astimezone(UTC), high.astimezone(UTC))):
            if end <= here.astimezone(UTC) and start < high.astimezone(UTC):
                continue
            stop = min(start, high.astimezone(UTC)).astimezone(low.tzinfo)
            begin = quarter(here)
            if stop.astimezone(UTC) - begin.astimezone(UTC) >= least:
                found.append((begin, stop))
            if start >= high.astimezone(UTC):
                break
            here = max(here.astimezone(UTC), end).astimezone(low.tzinfo)
    return tuple(found)


def quarter(moment: datetime) -> datetime:
    """The moment itself or the next full quarter of an hour."""
    over = timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)
    return moment if not over else (moment.astimezone(UTC) + STEP - over).astimezone(moment.tzinfo)


def offers(free: Sequence[Stretch], length: timedelta, most: int) -> tuple[Stretch, ...]:
    """Up to `most` stretches of that length; the days take turns, and in each the gaps from their beginning on."""
    by_day: dict[date, list[Stretch]] = {}
    for low, high in free:
        begin = low.astimezone(UTC)
        while begin + length <= high.astimezone(UTC):
            stretch = (begin.astimezone(low.tzinfo), (begin + length).astimezone(low.tzinfo))
            by_day.setdefault(low.date(), []).append(stretch)
            begin += max(length, timedelta(hours=1))
    chosen: list[Stretch] = []
    turn = 0
    while len(chosen) < most and any(len(each) > turn for each in by_day.values()):
        chosen += [each[turn] for each in by_day.values() if len(each) > turn][: most - len(chosen)]
        turn += 1
    return tuple(sorted(chosen))


def packed(lengths: Sequence[timedelta], free: Sequence[Stretch]) -> tuple[Stretch | None, ...]:
    """A place for each length, in the order given: the first gap with room; None where there is none left."""
    left = [(start.astimezone(UTC), end.astimezone(UTC), start.tzinfo) for start, end in free]
    placed: list[Stretch | None] = []
    for length in lengths:
        at = next((number for number, (start, end, _) in enumerate(left) if end - start >= length), None)
        if at is None:
            placed.append(None)
            continue
        start, end, zone = left[at]
        placed.append((start.astimezone(zone), (start + length).astimezone(zone)))
        begin = quarter(start + length)
        left[at] = (min(begin, end), end, zone)
    return tuple(placed)
