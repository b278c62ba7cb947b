"""Between which moments an event can have occurrences: a cheap bound, to find events without expanding them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from assistant.domain.event import Event
from assistant.domain.following import of as examples_of
from assistant.domain.following import room
from assistant.domain.placing import rdate_parts
from assistant.domain.spans import AllDay, Floating, Span, Zoned, span_length

_DAY = timedelta(days=1)
_ALL_DAYS = date.max.toordinal()
# Only rules that cannot skip: a month without a 31st makes a monthly rule last longer than its count says.
_STEADY = {"DAILY": (1, {"FREQ", "INTERVAL", "COUNT"}), "WEEKLY": (7, {"FREQ", "INTERVAL", "COUNT", "WKST", "BYDAY"})}
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)


def reach(event: Event) -> tuple[datetime, datetime | None]:
    """No occurrence of `event` starts before the first or ends after the second moment (UTC); None is "no end known".

    What has no zone is widened by a day on both sides, because the viewer's zone decides when it is.
    """
    starts, ends = zip(_of_span(event.span), *(_of_span(override.span) for override in event.overrides), strict=True)
    first, last = min(starts), max(ends)
    length = span_length(event.span)
    for text in event.rdates:
        name, own = rdate_parts(text)
        moment = _moment(name)
        first, last = min(first, _moved(moment, -_DAY)), max(last, _moved(moment, (own or length) + _DAY))
    rules = [rule for rule in (event.rrule, *event.further_rules) if rule is not None]
    if not rules:
        return first, last
    if any(override.following for override in event.overrides):
        length += room(examples_of(event))
    for rule in rules:
        final = _last_start(event, rule)
        if final is None:
            return first, None
        last = max(last, _moved(final, length + _DAY))
    return first, last


def _of_span(span: Span) -> tuple[datetime, datetime]:
    match span:
        case Zoned(start_at, end_at, _):
            return start_at, end_at
        case AllDay(start_on, end_on):
            return _moved(_midnight(start_on), -_DAY), _moved(_midnight(end_on), _DAY)
        case Floating(on, at, lasts):
            start = datetime.combine(on, at, UTC)
            return _moved(start, -_DAY), _moved(start, lasts + _DAY)


def _last_start(event: Event, rrule: str) -> datetime | None:
    """A moment after which no occurrence made by the rule starts."""
    parts = dict(part.split("=", 1) for part in rrule.upper().split(";") if "=" in part)
    if "UNTIL" in parts:
        try:
            # A bare date means the whole of that day, in a zone that may be half a day behind.
            return _moved(_moment(parts["UNTIL"]), 2 * _DAY)
        except ValueError:
            return None
    days, known = _STEADY.get(parts.get("FREQ", ""), (0, set()))
    count, interval = parts.get("COUNT", ""), parts.get("INTERVAL", "1")
    if days and parts.keys() <= known and count.isdecimal() and interval.isdecimal():
        most = min(days * int(interval) * (int(count) + 1), _ALL_DAYS)
        return _moved(_of_span(event.span)[0], (most + 1) * _DAY)
    return None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _moved(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return _EARLIEST if by < timedelta(0) else _LATEST
