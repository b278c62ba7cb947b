"""Series of events and tasks: which days and times a rule names, and the occurrences an event shows in a window.

Rules are expanded in wall-clock time of the span's own zone, as RFC 5545 wants it, and only then turned into
instants: a meeting at 09:00 stays at 09:00 across a clock change. A wall time that a clock change skips moves to the
same distance after it; one that happens twice means the first. Naive datetimes live inside this module only.

Rules come from anywhere, hostile files included, so work is bounded: a window holds at most `MOST_IN_WINDOW`
occurrences of one event, and a rule is never followed past the end of the window or for more than `MOSTSTEPS` steps;
one that names nothing at all is found out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import chain, islice
from zoneinfo import ZoneInfo

from assistant.domain import following
from assistant.domain.event import Event, Occurrence, Override
from assistant.domain.moulds import mould
from assistant.domain.placing import (
    bare,
    lasting,
    named_places,
    rdate_parts,
    span_at,
    wall_start,
)
from assistant.domain.reckoning import reckoned
from assistant.domain.remembering import remembered
from assistant.domain.rules import STEP, Rule, instances, names_nothing, parse_rule
from assistant.domain.spans import AllDay, Span, Zoned, bounds, span_length

_made = mould(Occurrence)
MOST_IN_WINDOW = 5_000
# Of all series together; once they are more, each further one shows this few.
MOST_TOGETHER = 40_000
FEWEST = 100
_FIRST = 50
MOSTSTEPS = 50_000
_LAST_YEAR = 2200
_LEAST, _MOST = datetime.combine(date(2, 1, 1), time()), datetime.combine(date(_LAST_YEAR, 1, 1), time())
_DAY, _TICK, _NONE = timedelta(days=1), timedelta(microseconds=1), timedelta(0)
_WITHIN_DAYS = re.compile("HOURLY|MINUTELY|SECONDLY", re.IGNORECASE)


class Scope(StrEnum):
    """How much of a series a change is meant for."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


# --------------------------------------------------------------------------------------------- wall-clock expansion


def wall_times(
    rrule: str, start: datetime, low: datetime, high: datetime, zone: ZoneInfo | None, most: int = MOST_IN_WINDOW
) -> Iterator[datetime]:
    """The first `most` wall-clock starts of a series in [low, high), in order.

    All three are naive wall times of one clock. A start that the rule does not name is no instance, as libical and
    others have it where the standard leaves it open. A rule that cannot be read names its start alone.
    """
    try:
        rule = parse_rule(rrule, zone)
        yield from islice(_following(rule, start, low, high), most)
    except (ValueError, OverflowError):
        if low <= start < high:
            yield start


def _following(rule: Rule, start: datetime, low: datetime, high: datetime) -> Iterable[datetime]:
    last = high - _TICK
    if rule.until is not None:
        last = min(last, rule.until)
    if last < start:
        return ()
    plain = reckoned(rule, start, low, last)
    if plain is not None:
        return plain
    if names_nothing(rule.rest, start):
        return ()
    rest, anchor = rule.rest, start
    if rule.count is None and low > start and rule.freq in STEP:
        stride = STEP[rule.freq] * rule.interval
        skipped = (low - start) // stride
        anchor = start + stride * max(0, skipped - 1)
    # The end is always given, so the count, which may not stand beside it, is kept here.
    most = MOSTSTEPS if rule.count is None else min(rule.count, MOSTSTEPS)
    known = remembered(rest, start, most, low, last) if anchor == start else None
    if known is not None:
        return known
    return (moment for moment in islice(instances(rest, anchor, last), most) if moment >= low)


# ------------------------------------------------------------------------------------------------------ occurrences


def expand_all(events: Iterable[Event], start_at: datetime, end_at: datetime, viewer: ZoneInfo) -> list[Occurrence]:
    """The occurrences of many events in a window; see `expand`. Those that repeat without measure get less room."""
    found: list[Occurrence] = []
    left = MOST_TOGETHER
    window = start_at.astimezone(UTC), end_at.astimezone(UTC)
    for event in events:
        if repeats(event):
            shown = _repeated(event, *window, viewer, max(FEWEST, min(left, MOST_IN_WINDOW)))
            left -= len(shown)
            found += shown
        elif (single := _shown(event, None, event, event.span, window, viewer)) is not None:
            found.append(single)
    return found


def expand(
    event: Event, start_at: datetime, end_at: datetime, viewer: ZoneInfo, most: int = MOST_IN_WINDOW
) -> tuple[Occurrence, ...]:
    """The occurrences of an event that touch [start_at, end_at), by start. An empty span at `start_at` counts.

    Args:
        event: A single event or a series.
        start_at: Aware.
        end_at: Aware.
        viewer: The zone that all-day and floating events are seen in, and that the results are given in.
        most: How many instances of each rule are followed.
    """
    low, high = start_at.astimezone(UTC), end_at.astimezone(UTC)
    if repeats(event):
        return tuple(_repeated(event, low, high, viewer, most))
    single = _shown(event, None, event, event.span, (low, high), viewer)
    return () if single is None else (single,)


def _repeated(event: Event, low: datetime, high: datetime, viewer: ZoneInfo, most: int) -> list[Occurrence]:
    """As `expand`, for a series; the window is in UTC."""
    if event.overrides:
        found = _with_overrides(event, low, high, viewer, most)
    else:
        named = _instances(event, low, high, viewer, _NONE, most)
        found = [_shown(event, rid, event, span, (low, high), viewer) for rid, span in named]
    shown = [occurrence for occurrence in found if occurrence is not None]
    return sorted(shown, key=lambda o: (o.start_at, o.recurrence_id or "")) if len(shown) > 1 else shown


def _with_overrides(
    event: Event, low: datetime, high: datetime, viewer: ZoneInfo, most: int
) -> list[Occurrence | None]:
    """What a series shows of which some occurrences were changed, or all from one on; the window is in UTC."""
    changed = {override.recurrence_id: override for override in event.overrides}
    examples = following.of(event)
    found: list[Occurrence | None] = []
    for rid, span in _instances(event, low, high, viewer, following.room(examples), most):
        if rid not in changed:
            try:
                override, shifted = following.applied(examples, span)
            except OverflowError:
                continue
            found.append(_shown(event, rid, override or event, shifted, (low, high), viewer))
    gone = set(event.exdates)
    for rid, override in changed.items():
        if rid not in gone:
            found.append(_shown(event, rid, override, override.span, (low, high), viewer))
    return found


def repeats(event: Event) -> bool:
    """True for a series."""
    return bool(event.rrule or event.rdates or event.further_rules)


def _instances(
    event: Event, start_at: datetime, end_at: datetime, viewer: ZoneInfo, moved: timedelta, most: int
) -> Iterator[tuple[str, Span]]:
    """Name and regular span of the instances that may touch the window, overrides and exceptions aside."""
    anchor, own = wall_start(event.span)
    clock = own or viewer
    room = moved + _room(event, clock, start_at, end_at)
    low = _wall(start_at, clock, -span_length(event.span) - room)
    high = _wall(end_at, clock, room)
    gone = set(event.exdates)  # and what was given already
    for exrule in event.exrules:
        gone.update(rid for rid, _span in _placed(event.span, wall_times(exrule, anchor, low, high, own)))
    rules = [rule for rule in (event.rrule, *event.further_rules) if rule]
    walls = [wall_times(rule, anchor, low, high, own, most) for rule in rules] or [iter((anchor,))]
    regular = _placed(event.span, chain(*walls))
    for rid, span in chain(regular, _added(event, low, high)) if event.rdates else regular:
        if rid not in gone:
            gone.add(rid)
            yield rid, span


def _placed(span: Span, walls: Iterable[datetime]) -> Iterator[tuple[str, Span]]:
    """Name and span of the instances at these wall times; none of those that would end beyond the calendar."""
    place = named_places(span)
    for wall in walls:
        try:
            yield place(wall)
        except OverflowError:
            continue


def _added(event: Event, low: datetime, high: datetime) -> Iterator[tuple[str, Span]]:
    """Name and span of the single dates that may lie between two wall times of the series."""
    given = 0
    # Most of a long list is told apart by its days, in the zone of the name, which may be a day off.
    first, last = ((wall + timedelta(days=days)).date().isoformat() for wall, days in ((low, -2), (high, 2)))
    for name in event.rdates:
        if not first <= name[:10] <= last:
            continue
        rid, lasts = rdate_parts(name)
        try:
            span = span_at(event, rid)
            own = span if lasts is None else lasting(span, lasts)
        except (ValueError, OverflowError):
            continue
        wall = wall_start(span)[0]
        if low <= wall < high:
            given += 1
            yield rid, own
            if given >= MOST_IN_WINDOW:
                return


def _room(event: Event, clock: ZoneInfo, start_at: datetime, end_at: datetime) -> timedelta:
    """A day for clock changes, because touching is decided exactly afterwards.

    None for what repeats within a day: a day of every second is more than is followed. Where a clock change is near,
    wall times are in another order, and there it is a day all the same.
    """
    if not _repeats_within_days(event.rrule or "", event.further_rules):
        return _DAY
    try:
        ends = (start_at - span_length(event.span), end_at)
        offsets = {(end + days * _DAY).astimezone(clock).utcoffset() for end in ends for days in (-1, 0, 1)}
    except OverflowError:
        return _DAY
    return _DAY if len(offsets) > 1 else timedelta(0)


@lru_cache(maxsize=256)
def _wall(moment: datetime, clock: ZoneInfo, room: timedelta) -> datetime:
    """A wall time `room` away from the moment, held within the years that are calculated with.

    Remembered, because every series of a calendar asks this about the same window.
    """
    try:
        return min(max(bare(moment.astimezone(clock)) + room, _LEAST), _MOST)
    except OverflowError:
        return _LEAST if room < timedelta(0) else _MOST


@lru_cache(maxsize=1024)
def _repeats_within_days(*rules: str | tuple[str, ...]) -> bool:
    """True where one of the rules can name several moments of a day."""
    return any(_WITHIN_DAYS.search(str(rule)) for rule in rules)


def _shown(
    event: Event,
    rid: str | None,
    told: Event | Override,
    span: Span,
    window: tuple[datetime, datetime],
    viewer: ZoneInfo,
) -> Occurrence | None:
    """The occurrence at `span`, as it is told, where it touches the window (two moments in UTC)."""
    # Comparing datetimes of one zone ignores clock changes, so everything is compared in UTC.
    low, high = window
    if isinstance(span, Zoned):
        start, end = span.start_at, span.end_at
    else:
        try:
            begins, ends = bounds(span, viewer)
            start, end = begins.astimezone(UTC), ends.astimezone(UTC)
        except OverflowError:  # within a day of the first or the last of the calendar
            return None
    if not (start < high and (end > low or start == low or (start == end and start >= low))):
        return None
    if isinstance(span, Zoned):
        try:
            begins, ends = start.astimezone(viewer), end.astimezone(viewer)
        except OverflowError:
            return None
    return _made(event, rid, told.title, span, told.location, told.notes, told.status, begins, ends)


def next_occurrence(event: Event, after: datetime, viewer: ZoneInfo) -> Occurrence | None:
    """The first occurrence that starts after the moment, or None. Looks 60 years ahead at most."""
    moment = after
    # Of one rule alone, also one of every minute, the next moment is one of the first; others may lie in between.
    mixed = event.exrules or event.further_rules or event.rdates or event.overrides
    few = MOST_IN_WINDOW if mixed else _FIRST + len(event.exdates)
    for days, most in ((1, few), *((days, MOST_IN_WINDOW) for days in (31, 366, 366 * 5, 366 * 60))):
        until = moment + timedelta(days=days)
        later = [
            o for o in expand(event, moment, until, viewer, most) if o.start_at.astimezone(UTC) > after.astimezone(UTC)
        ]
        if later:
            return later[0]
        if not repeats(event) and bounds(event.span, viewer)[0] <= after:
            return None
    return None


def count_occurrences(event: Event, viewer: ZoneInfo, since: str | None = None) -> int | None:
    """How many occurrences a series has, from the one named `since` on; None where it never ends."""
    if event.rrule:
        try:
            rule = parse_rule(event.rrule)
        except ValueError:
            return 1
        if rule.count is None and rule.until is None:
            return None
    start = bounds(event.span, viewer)[0] if since is None else bounds(span_at(event, since), viewer)[0]
    end = start.replace(year=min(_LAST_YEAR - 1, start.year + 100), day=1)
    first = start.astimezone(UTC)
    # Overrides may lie anywhere; they are counted where the rule had put them.
    plain = replace(event, overrides=())
    return sum(1 for o in expand(plain, start, end, viewer) if o.start_at.astimezone(UTC) >= first)


# ---------------------------------------------------------------------------------------------- tasks and reminders


def next_moment(rrule: str, start_at: datetime, after: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment of a series after `after`, in `zone`; None where it has ended. All aware."""
    start = start_at.astimezone(zone).replace(tzinfo=None)
    # Rules know whole seconds only; without what is left over a series would drift away from its first moment.
    rest = timedelta(microseconds=start.microsecond)
    start -= rest
    floor = after.astimezone(zone).replace(tzinfo=None) - rest
    for days in (1, 31, 366, 366 * 5, 366 * 60):
        high = min(floor + timedelta(days=days), datetime.combine(date(_LAST_YEAR, 1, 1), time()))
        for wall in wall_times(rrule, start, floor, high, zone):
            moment = (wall + rest).replace(tzinfo=zone)
            if moment.astimezone(UTC) > after.astimezone(UTC):
                # By way of UTC: a time that a clock change skips comes out as the one that exists.
                return moment.astimezone(UTC).astimezone(zone)
    return None


def count_moments(rrule: str, start_at: datetime, low: datetime, high: datetime, zone: ZoneInfo) -> int:
    """How many moments of a series lie in [low, high], at most `MOST_IN_WINDOW`. All aware."""
    start, floor, top = (moment.astimezone(zone).replace(tzinfo=None) for moment in (start_at, low, high))
    rest = timedelta(microseconds=start.microsecond)
    return sum(1 for _ in wall_times(rrule, start - rest, floor - rest, top - rest + timedelta(microseconds=1), zone))


def next_day(rrule: str, start_on: date, after: date) -> date | None:
    """The first day of a series after `after`; None where it has ended."""
    moment = next_moment(
        rrule,
        datetime.combine(start_on, time(), UTC),
        datetime.combine(after, time(23, 59, 59), UTC),
        ZoneInfo("UTC"),
    )
    return moment.date() if moment else None


def rule_ending_before(event: Event, rid: str, rrule: str) -> str | None:
    """A rule of a series ended before the occurrence named `rid`; None where nothing would be left."""
    first, own = wall_start(event.span)
    cut, _ = wall_start(span_at(event, rid))
    if cut <= first:
        return None
    rule = parse_rule(rrule, own)
    until = cut - timedelta(seconds=1)
    if isinstance(event.span, AllDay):
        return f"{rule.rest};UNTIL={until:%Y%m%d}"
    return f"{rule.rest};UNTIL={until:%Y%m%dT%H%M%S}"


def rule_from(event: Event, rid: str, rrule: str) -> str | None:
    """A rule of a series from the occurrence named `rid` on, a COUNT less by those before; None where it has ended."""
    first, own = wall_start(event.span)
    cut, _ = wall_start(span_at(event, rid))
    rule = parse_rule(rrule, own)
    if rule.until is not None and rule.until < cut:
        return None
    if rule.count is None:
        return rrule
    left = rule.count - sum(1 for _ in wall_times(rrule, first, first, cut, own))
    return f"{rule.rest};COUNT={left}" if left > 0 else None


def reduced_count(rrule: str, start_at: datetime, until_at: datetime, zone: ZoneInfo) -> str:
    """The rule after its series has moved on from `start_at` to `until_at`: a COUNT is less by those in between."""
    rule = parse_rule(rrule)
    if rule.count is None:
        return rrule
    start = start_at.astimezone(zone).replace(tzinfo=None)
    high = until_at.astimezone(zone).replace(tzinfo=None)
    gone = sum(1 for _ in wall_times(rrule, start, start, high, zone))
    return f"{rule.rest};COUNT={max(1, rule.count - gone)}"
