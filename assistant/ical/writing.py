"""Event to VEVENT. What came from a file is written as it stood; only what was changed since is written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from assistant.domain.event import Answer, Attendee, Event, EventStatus, Override
from assistant.domain.placing import rdate_parts
from assistant.domain.rules import parse_rule, zone_named
from assistant.domain.spans import AllDay, Span
from assistant.ical.components import Component, from_raw
from assistant.ical.lines import Property, escaped, parameter_value
from assistant.ical.moments import moment_text, name_value, span_lines
from assistant.ical.problems import Unsound
from assistant.ical.reading import (
    PEOPLE,
    TASK,
    UNTITLED,
    alarm_minutes,
    by_itself,
    read_event,
    read_override,
)
from assistant.ical.values import length_text
from assistant.ical.zones import Zones

T = TypeVar("T")
_ROLES = {"optional": "OPT-PARTICIPANT", "chair": "CHAIR", "informed": "NON-PARTICIPANT"}
_STATES = {EventStatus.TENTATIVE: "TENTATIVE", EventStatus.CANCELLED: "CANCELLED"}


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Properties that tell one thing: their names, what of the item they tell, and how they are written."""

    names: tuple[str, ...]
    tells: Callable[[T], object]
    lines: Callable[[T], Iterable[str]]


def event_lines(event: Event, zones: Zones, now: datetime) -> list[str]:
    """The VEVENTs of an event: itself and each changed occurrence; content lines, unfolded.

    Args:
        event: To be written.
        zones: The time zones that its calendar's files have defined.
        now: For DTSTAMP where something is written anew.
    """
    base = _baseline(event, zones)
    lines = _master(event, base, now)
    for override in event.overrides:
        lines += _changed_occurrence(event, base or event, override, zones, now)
    return lines


def _silent(_problem: object) -> None:
    """What a component once had wrong with it was told when it came in."""


def _baseline(event: Event, zones: Zones) -> Event | None:
    """The event as its raw text alone tells it; None where it has none."""
    if not event.raw:
        return None
    component = from_raw("VEVENT", event.raw)
    try:
        told = read_event(
            component,
            uid=event.uid,
            calendar_uid=event.calendar_uid,
            zones=zones,
            now=event.updated_at,
            report=_silent,
        )
    except (Unsound, ValueError, OverflowError):
        return None
    return told if component.first("RECURRENCE-ID") is None else by_itself(told)


def _master(event: Event, base: Event | None, now: datetime) -> list[str]:
    component = Component("VEVENT", 0) if base is None else from_raw("VEVENT", event.raw)
    groups = [group for group in _GROUPS if base is None or group.tells(event) != group.tells(base)]
    if base is not None and not _same_kind(base.span, event.span):
        # Other dates of the series are written like its start: anew where that is of another kind now.
        groups += [group for group in _GROUPS if group.names[0] in ("RDATE", "EXDATE") and group not in groups]
    alerts = base is None or base.alert_minutes != event.alert_minutes
    if base is not None and not groups and not alerts:
        return _enclosed("VEVENT", _with_uid(component, list(component.body()), event))
    lines = list(_stamps(event, base, now))
    names = {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"}
    for group in groups:
        names.update(group.names)
        lines += group.lines(event)
    body = replaced(component, names, lines)
    if alerts:
        body = [*without_alarms(component, body, event), *_alarms(event, component)]
    return _enclosed("VEVENT", _with_uid(component, body, event))


def _same_kind(one: Span, other: Span) -> bool:
    return type(one) is type(other) and getattr(one, "zone", None) == getattr(other, "zone", None)


def _uid(event: Event) -> str:
    return event.ical_uid or event.uid


def _with_uid(component: Component, body: list[str], event: Event) -> list[str]:
    return body if component.first("UID") else [f"UID:{_uid(event)}", *body]


def _enclosed(kind: str, body: Iterable[str]) -> list[str]:
    return [f"BEGIN:{kind}", *body, f"END:{kind}"]


def replaced(component: Component, names: set[str], lines: list[str]) -> list[str]:
    """The body of a component without its properties of these names, with new lines before what is inner."""
    kept, inner = [], []
    for part in component.parts:
        if isinstance(part, Property):
            if part.name not in names:
                kept.append(part.text)
        elif isinstance(part, str):
            kept.append(part)
        else:
            inner += _enclosed(part.kind, part.body())
    return [*kept, *lines, *inner]


def _stamps(event: Event, base: Event | None, now: datetime) -> Iterator[str]:
    yield f"DTSTAMP:{moment_text(now)}"
    if base is None and not event.raw:
        yield f"CREATED:{moment_text(event.created_at)}"
    yield f"LAST-MODIFIED:{moment_text(event.updated_at)}"
    sequence = event.sequence + (1 if base is not None else 0)
    if sequence:
        yield f"SEQUENCE:{sequence}"


# ------------------------------------------------------------------------------------------------- what is told how


def _text(name: str, text: str) -> list[str]:
    return [f"{name}:{escaped(text)}"] if text else []


def _title(event: Event) -> list[str]:
    return [] if event.title == UNTITLED else _text("SUMMARY", event.title)


def _listed(name: str, texts: Iterable[str]) -> list[str]:
    joined = ",".join(escaped(text) for text in texts)
    return [f"{name}:{joined}"] if joined else []


def _alone(event: Event) -> tuple[str, ...]:
    """People who are with it without being invited."""
    invited = {attendee.name for attendee in event.attendees}
    return tuple(name for name in event.people if name not in invited)


def _invited(event: Event) -> Iterator[str]:
    for person in event.attendees:
        name = "ORGANIZER" if person.organizer else "ATTENDEE"
        line = f"{name};CN={parameter_value(person.name)}" if person.name else name
        if not person.organizer:
            if person.role in _ROLES:
                line += f";ROLE={_ROLES[person.role]}"
            if person.answer is not Answer.NONE:
                line += f";PARTSTAT={person.answer.value.upper()}"
        yield f"{line}:{_address(person)}"


def _address(person: Attendee) -> str:
    if not person.address:
        return "invalid:nomail"
    return person.address if ":" in person.address else f"mailto:{person.address}"


def _rdates(event: Event) -> Iterator[str]:
    for name in event.rdates:
        start, lasts = rdate_parts(name)
        text = name_value(start, event.span)
        if lasts is None:
            yield f"RDATE{text}"
        else:
            yield f"RDATE;VALUE=PERIOD{text}/{length_text(lasts)}"


_GROUPS: tuple[Group[Event], ...] = (
    Group(("SUMMARY",), lambda e: e.title, _title),
    Group(("DTSTART", "DTEND", "DURATION"), lambda e: e.span, lambda e: span_lines(e.span)),
    Group(
        ("RRULE",),
        lambda e: (e.rrule, e.further_rules),
        lambda e: [f"RRULE:{_rule(rule, e.span)}" for rule in (e.rrule, *e.further_rules) if rule],
    ),
    Group(("EXRULE",), lambda e: e.exrules, lambda e: [f"EXRULE:{_rule(rule, e.span)}" for rule in e.exrules]),
    Group(("RDATE",), lambda e: e.rdates, _rdates),
    Group(("EXDATE",), lambda e: e.exdates, lambda e: [f"EXDATE{name_value(name, e.span)}" for name in e.exdates]),
    Group(("LOCATION",), lambda e: e.location, lambda e: _text("LOCATION", e.location)),
    Group(("DESCRIPTION",), lambda e: e.notes, lambda e: _text("DESCRIPTION", e.notes)),
    Group(("URL",), lambda e: e.link, lambda e: [f"URL:{e.link}"] if e.link else []),
    Group(("CATEGORIES",), lambda e: e.tags, lambda e: _listed("CATEGORIES", e.tags)),
    Group(
        ("STATUS",),
        lambda e: e.status,
        lambda e: [f"STATUS:{_STATES[e.status]}"] if e.status in _STATES else [],
    ),
    Group(("TRANSP",), lambda e: e.busy, lambda e: [] if e.busy else ["TRANSP:TRANSPARENT"]),
    Group(("ATTENDEE", "ORGANIZER"), lambda e: e.attendees, _invited),
    Group((PEOPLE,), lambda e: e.people, lambda e: _listed(PEOPLE, _alone(e))),
    Group((TASK,), lambda e: e.task_uid, lambda e: [f"{TASK}:{e.task_uid}"] if e.task_uid else []),
)


def _rule(rule: str, span: Span) -> str:
    """The rule as the standard wants its UNTIL: a date in a series of days; in one with a zone, UTC."""
    name, until = next((part.split("=") for part in rule.split(";") if part.startswith("UNTIL=")), ("", ""))
    if not name:
        return rule
    if isinstance(span, AllDay):
        return rule.replace(until, until[:8])
    zone = getattr(span, "zone", None)
    wall = parse_rule(rule, zone_named(zone) if zone else None).until
    if wall is None or until.endswith("Z"):
        return rule
    if zone is None:
        return rule.replace(until, f"{wall:%Y%m%dT%H%M%S}")
    return rule.replace(until, f"{wall.replace(tzinfo=zone_named(zone)).astimezone(UTC):%Y%m%dT%H%M%S}Z")


# ------------------------------------------------------------------------------------------------------------- alarms


def without_alarms(component: Component, body: list[str], event: Event) -> list[str]:
    """The body without the alarms that this program rings and that are no longer wanted."""
    gone: list[list[str]] = []
    for alarm in component.inner("VALARM"):
        minutes = alarm_minutes(alarm, event.span, _silent)
        if minutes is not None and minutes not in event.alert_minutes:
            gone.append(_enclosed("VALARM", alarm.body()))
    left = list(body)
    for lines in gone:
        for at in range(len(left) - len(lines) + 1):
            if left[at : at + len(lines)] == lines:
                del left[at : at + len(lines)]
                break
    return left


def _alarms(event: Event, component: Component) -> Iterator[str]:
    there = {alarm_minutes(alarm, event.span, _silent) for alarm in component.inner("VALARM")}
    for minutes in event.alert_minutes:
        if minutes not in there:
            yield from alarm_lines(f":{length_text(-timedelta(minutes=minutes))}", event.title)


def alarm_lines(trigger: str, title: str) -> list[str]:
    """A VALARM that shows the title; `trigger` is what stands after the name of the property."""
    told = [f"TRIGGER{trigger}", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(title)}"]
    return _enclosed("VALARM", told)


# -------------------------------------------------------------------------------------------------- changed occurrences


def _changed_occurrence(event: Event, base: Event, override: Override, zones: Zones, now: datetime) -> list[str]:
    """The VEVENT of one changed occurrence: as it stood, or with what is different now written anew."""
    component = from_raw("VEVENT", override.raw)
    told: Override | None = None
    if override.raw:
        try:
            told = read_override(component, replace(base, span=event.span), zones, _silent)
        except (Unsound, ValueError, OverflowError, AssertionError):
            told, component = None, Component("VEVENT", 0)
    if told == override:
        return _enclosed("VEVENT", component.body())
    as_event = replace(
        event,
        title=override.title,
        span=override.span,
        location=override.location,
        notes=override.notes,
        status=override.status,
    )
    was = (
        None
        if told is None
        else replace(
            event, title=told.title, span=told.span, location=told.location, notes=told.notes, status=told.status
        )
    )
    names, lines = {"DTSTAMP", "LAST-MODIFIED"}, [f"DTSTAMP:{moment_text(now)}"]
    lines.append(f"LAST-MODIFIED:{moment_text(event.updated_at)}")
    if told is None:
        lines.append(f"UID:{_uid(event)}")
    if told is None or told.recurrence_id != override.recurrence_id or told.following != override.following:
        names.add("RECURRENCE-ID")
        ranged = ";RANGE=THISANDFUTURE" if override.following else ""
        lines.append(f"RECURRENCE-ID{ranged}{name_value(override.recurrence_id, event.span)}")
    for group in _OF_OCCURRENCE:
        if was is None or group.tells(as_event) != group.tells(was):
            names.update(group.names)
            lines += group.lines(as_event)
    return _enclosed("VEVENT", replaced(component, names, lines))


_OF_OCCURRENCE = tuple(
    group for group in _GROUPS if group.names[0] in ("SUMMARY", "DTSTART", "LOCATION", "DESCRIPTION", "STATUS")
)
