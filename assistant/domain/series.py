"""Changing part of a series: one occurrence, the rest of it, or all of it by the example of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.event import Event, Override
from assistant.domain.placing import placed, rdate_parts, recurrence_id, span_at, wall_start
from assistant.domain.reach import reach
from assistant.domain.recurrence import expand, repeats, rule_ending_before, rule_from, wall_times
from assistant.domain.rules import foreign_scale, parse_rule
from assistant.domain.scaled import lunar_day
from assistant.domain.spans import AllDay, Span, bounds
from assistant.domain.weeks import DAYS


def override_of(event: Event, rid: str) -> Override | None:
    """What is different about the occurrence of that name, if anything."""
    return next((o for o in event.overrides if o.recurrence_id == rid), None)


def shown_span(event: Event, rid: str | None) -> Span:
    """Where the occurrence is shown now.

    Raises:
        NotFoundError: ``event.occurrence_missing`` where the name is none of this series.
    """
    if rid is None:
        return event.span
    override = override_of(event, rid)
    return override.span if override else regular_span(event, rid)


def regular_span(event: Event, rid: str) -> Span:
    """Where the rule puts the occurrence. Raises NotFoundError ``event.occurrence_missing``."""
    try:
        span = span_at(event, rid)
    except ValueError as error:
        raise _no_occurrence() from error
    zone = ZoneInfo("UTC")
    start, end = bounds(span, zone)
    plain = replace(event, overrides=())
    known = expand(plain, start - timedelta(days=1), end + timedelta(days=1), zone)
    if not repeats(event) or all(o.recurrence_id != rid for o in known):
        raise _no_occurrence()
    return span


def _no_occurrence() -> NotFoundError:
    return NotFoundError("event.occurrence_missing", "This occurrence does not exist any more.")


def with_override(event: Event, override: Override) -> Event:
    """The series with one occurrence changed."""
    regular_span(event, override.recurrence_id)
    others = tuple(o for o in event.overrides if o.recurrence_id != override.recurrence_id)
    return replace(event, overrides=(*others, override))


def without(event: Event, rid: str) -> Event:
    """The series without one occurrence."""
    regular_span(event, rid)
    others = tuple(o for o in event.overrides if o.recurrence_id != rid)
    return replace(event, exdates=(*event.exdates, rid), overrides=others)


def ended_before(event: Event, rid: str) -> Event | None:
    """The series up to the occurrence of that name, itself not included; None where nothing comes before it."""
    regular_span(event, rid)
    earlier = partial(_earlier, event, rid)
    rdates = tuple(name for name in event.rdates if earlier(name))
    ended = [rule_ending_before(event, rid, rule) for rule in (event.rrule, *event.further_rules) if rule]
    rules = [rule for rule in ended if rule is not None]
    if not rules and not rdates:
        return None
    return replace(
        event,
        rrule=rules[0] if rules else None,
        further_rules=tuple(rules[1:]),
        rdates=rdates,
        exdates=tuple(name for name in event.exdates if earlier(name)),
        overrides=tuple(o for o in event.overrides if earlier(o.recurrence_id)),
    )


def starting_at(event: Event, rid: str) -> Event:
    """The series from the occurrence of that name on, itself included: what `ended_before` leaves out."""
    own_span = regular_span(event, rid)
    earlier = partial(_earlier, event, rid)
    all_rules = [rule for rule in (event.rrule, *event.further_rules) if rule]
    rest = [(rule, left) for rule in all_rules if (left := rule_from(event, rid, rule)) is not None]
    return replace(
        event,
        span=_first_from(event, own_span, rest[0][0]) if rest else own_span,
        rrule=rest[0][1] if rest else None,
        further_rules=tuple(left for _rule, left in rest[1:]),
        rdates=tuple(name for name in event.rdates if not earlier(name)),
        exdates=tuple(name for name in event.exdates if not earlier(name)),
        overrides=tuple(o for o in event.overrides if not earlier(o.recurrence_id)),
    )


def _first_from(event: Event, span: Span, rule: str) -> Span:
    """Where the rule goes on at or after the span, which may itself be a single date beside the rule."""
    first, own = wall_start(event.span)
    low, _ = wall_start(span)
    walls = wall_times(rule, first, low, low + timedelta(days=366 * 20), own)
    return placed(event.span, next(walls, low))


def _earlier(event: Event, rid: str, name: str) -> bool:
    """True where the occurrence `name` comes before the one named `rid`."""
    try:
        return _instant(span_at(event, rdate_parts(name)[0])) < _instant(span_at(event, rid))
    except ValueError:
        return False


def detached(event: Event) -> Event:
    """The event without the name that it has in iCalendar files: another one goes on under that."""
    lines = event.raw.split("\n")
    raw = "\n".join(line for line in lines if not line.upper().startswith(("UID:", "UID;", "SEQUENCE:")))
    return replace(
        event, ical_uid="", sequence=0, raw=raw, overrides=tuple(replace(o, raw="") for o in event.overrides)
    )


def is_empty(event: Event) -> bool:
    """True for a series of which no occurrence is left in a hundred years."""
    zone = ZoneInfo("UTC")
    start = bounds(event.span, zone)[0]
    far = start.replace(year=min(start.year + 100, 2199), day=1)
    # One that was moved may lie before the start of the series.
    return not expand(event, min(reach(event)[0], start - timedelta(days=1)), far, zone)


def followed(event: Event, rid: str, span: Span) -> Event:
    """The whole series moved as far, and stretched as much, as it takes to bring one occurrence to `span`.

    Other exceptions stay where they are.

    Raises:
        InputError: ``event.pattern`` where the dates of the rule cannot follow.
    """
    old = shown_span(event, rid)
    if old == span:
        return event
    (before, zone), (after, _) = wall_start(old), wall_start(span)
    if isinstance(span, AllDay):
        before = datetime.combine(before.date(), time())
    like = event.span if placed(old, after) == span else span

    def follow(one: Span) -> Span:
        return placed(like, wall_start(one)[0] + (after - before))

    def renamed(name: str) -> str:
        plain, slash, length = name.partition("/")
        try:
            return recurrence_id(follow(span_at(event, plain))) + slash + length
        except ValueError:
            return name

    def moved(rule: str) -> str:
        return moved_rule(rule, before, after, zone)

    return replace(
        event,
        span=follow(event.span),
        rrule=moved(event.rrule) if event.rrule else None,
        further_rules=tuple(moved(rule) for rule in event.further_rules),
        exrules=tuple(moved(rule) for rule in event.exrules),
        rdates=tuple(renamed(name) for name in event.rdates),
        exdates=tuple(renamed(name) for name in event.exdates),
        overrides=tuple(
            replace(o, recurrence_id=renamed(o.recurrence_id), span=span if o.recurrence_id == rid else o.span)
            for o in event.overrides
        ),
    )


def moved_rule(rrule: str, old: datetime, new: datetime, zone: ZoneInfo | None = None) -> str:
    """The rule after its start went from `old` to `new`: Mondays become Tuesdays, the 2nd Monday the 3rd.

    Args:
        rrule: An RFC 5545 value.
        old: A naive wall time, as is `new`. What the rule ends with is moved as far.
        new: See `old`.
        zone: The zone of the series so far.

    Raises:
        InputError: ``event.pattern`` where it names several days of a month or a year, which cannot follow.
    """
    shift = new.date() - old.date()
    if new == old or (not shift and "UNTIL" not in rrule):
        return rrule
    if foreign_scale(rrule) is not None:
        raise _pattern()
    rule = parse_rule(rrule, zone)
    parts = dict(part.split("=", 1) for part in rule.rest.split(";"))
    if parts.get("RSCALE") == "CHINESE":
        _follow_lunar(parts, old.date(), new.date())
    elif rule.freq in ("MONTHLY", "YEARLY"):
        _follow_in_month(parts, old.date(), new.date())
    elif "BYDAY" in parts:
        days = [day for day in parts["BYDAY"].split(",") if day in DAYS]
        parts["BYDAY"] = ",".join(DAYS[(DAYS.index(day) + shift.days) % 7] for day in days)
        if rule.freq == "WEEKLY" and (rule.interval > 1 or "BYSETPOS" in parts):
            # Days that were in one week stay in one.
            parts["WKST"] = DAYS[(DAYS.index(parts.get("WKST", "MO")) + shift.days) % 7]
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    if rule.count is not None:
        return f"{text};COUNT={rule.count}"
    if rule.until is not None:
        until = rule.until + (new - old)
        return f"{text};UNTIL={until:%Y%m%dT%H%M%S}"
    return text


def _follow_in_month(parts: dict[str, str], old: date, new: date) -> None:
    if "BYMONTHDAY" in parts:
        if parts["BYMONTHDAY"] != str(old.day):
            raise _pattern()
        parts["BYMONTHDAY"] = str(new.day)
    if "BYDAY" in parts:
        last = parts["BYDAY"].startswith("-1")
        if "," in parts["BYDAY"] or "BYSETPOS" in parts or (last and (new + timedelta(days=7)).month == new.month):
            raise _pattern()
        which = -1 if last else (new.day - 1) // 7 + 1
        parts["BYDAY"] = f"{which}{DAYS[new.weekday()]}"
    if "BYMONTH" in parts:
        if parts["BYMONTH"] != str(old.month):
            raise _pattern()
        parts["BYMONTH"] = str(new.month)
    if {"BYYEARDAY", "BYWEEKNO"} & parts.keys():
        raise _pattern()


def _follow_lunar(parts: dict[str, str], old: date, new: date) -> None:
    """A day of the Chinese calendar follows to the new one; what the rule leaves out it takes from its start."""
    (month, leap, day), (to_month, to_leap, to_day) = lunar_day(old), lunar_day(new)
    told = {
        "BYMONTH": ({str(month), f"{month}L"} if leap else {str(month)}, f"{to_month}{'L' if to_leap else ''}"),
        "BYMONTHDAY": ({str(day)}, str(to_day)),
    }
    for name, (before, after) in told.items():
        if name in parts:
            if parts[name] not in before:
                raise _pattern()
            parts[name] = after
    if "BYYEARDAY" in parts:
        raise _pattern()


def _pattern() -> InputError:
    return InputError(
        "event.pattern", "The other dates of this series cannot follow. Change this occurrence alone instead."
    )


def _instant(span: Span) -> datetime:
    return bounds(span, ZoneInfo("UTC"))[0].astimezone(UTC)
