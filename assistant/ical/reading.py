"""VEVENT to Event and Override. What a component says beyond them stays in its raw text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from assistant.domain.event import Answer, Attendee, Event, EventStatus, Override
from assistant.domain.rules import check_rule
from assistant.domain.spans import Span, Zoned, span_length
from assistant.ical.components import Component
from assistant.ical.lines import Problem, Property, Report, listed, unescaped
from assistant.ical.moments import Told, Wall, occurrence_name, read_moment, read_period, read_span
from assistant.ical.values import length_of
from assistant.ical.zones import Zones

UNTITLED = "(no title)"
PEOPLE, TASK = "X-ASSISTANT-PEOPLE", "X-ASSISTANT-TASK"
MOST_TITLE = 500
MOST_ALERT_MINUTES = 60 * 24 * 366
MOST_DATES = 20_000
# What some write for "no count".
_EMPTY_COUNT = re.compile(r";COUNT=(?:-\d+|0)(?=;|$)")
_STATES = {"TENTATIVE": EventStatus.TENTATIVE, "CANCELLED": EventStatus.CANCELLED}
_ANSWERS = {
    "ACCEPTED": Answer.ACCEPTED,
    "DECLINED": Answer.DECLINED,
    "TENTATIVE": Answer.TENTATIVE,
    "DELEGATED": Answer.DELEGATED,
}
_ROLES = {"OPT-PARTICIPANT": "optional", "CHAIR": "chair", "NON-PARTICIPANT": "informed"}


class Unsound(Exception):
    """A component that cannot be shown, and why, with the line to look at."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.problem = Problem(line, text)


class Facts:
    """The properties of a component by name, those with a single value once."""

    def __init__(self, component: Component) -> None:
        self._by_name: dict[str, list[Property]] = {}
        for part in component.parts:
            if isinstance(part, Property):
                self._by_name.setdefault(part.name, []).append(part)

    def first(self, name: str) -> Property | None:
        """The first one, where there is one with a value."""
        for prop in self._by_name.get(name, ()):
            if prop.value.strip():
                return prop
        return None

    def every(self, name: str) -> list[Property]:
        """All of that name."""
        return self._by_name.get(name, [])

    def value(self, name: str) -> str:
        """The value as it stands, or nothing."""
        found = self.first(name)
        return "" if found is None else found.value.strip()

    def text(self, name: str) -> str:
        """A TEXT value as people read it."""
        return unescaped(self.value(name)).strip()

    def number(self, name: str) -> int:
        """An INTEGER of a sensible size, or 0."""
        value = self.value(name).lstrip("+")
        return int(value) if value.isdecimal() and len(value) < 10 else 0

    def texts(self, name: str) -> tuple[str, ...]:
        """All texts of list properties of that name, each once."""
        found = (text.strip() for prop in self.every(name) for text in listed(prop.value))
        return tuple(dict.fromkeys(text for text in found if text))


def named_facts(component: Component) -> Facts:
    """The facts of a component. One without a name is given one, made from what it says: the same the next time."""
    facts = Facts(component)
    if facts.first("UID") is not None:
        return facts
    digest = hashlib.sha256(component.raw.encode("utf-8", "replace")).hexdigest()
    component.parts.insert(0, Property("UID", f"UID:unnamed-{digest[:32]}", component.line))
    return Facts(component)


def title_of(facts: Facts) -> str:
    """The summary on one line."""
    return " ".join(facts.text("SUMMARY").split())[:MOST_TITLE] or UNTITLED


def moment_told(facts: Facts, name: str, zones: Zones) -> datetime | None:
    """CREATED and its like; None where it cannot be read."""
    found = facts.first(name)
    if found is None:
        return None
    try:
        told = read_moment(found.value, found, zones, lambda _problem: None)
    except ValueError:
        return None
    return told.moment("UTC") if isinstance(told, Wall) else datetime(told.year, told.month, told.day, tzinfo=UTC)


def read_event(
    component: Component, *, uid: str, calendar_uid: str, zones: Zones, now: datetime, report: Report
) -> Event:
    """The event (or whole series, overrides aside) that a VEVENT says.

    Args:
        component: The VEVENT.
        uid: What the event is called in the store.
        calendar_uid: Where it goes.
        zones: The time zones of its file.
        now: Aware; when it was changed last, and made, where the file does not say.
        report: Is told what was passed over.

    Raises:
        Unsound: It has no start, or one that cannot be read.
    """
    facts = named_facts(component)
    span = span_of(component, facts, zones, report)
    rules = [text for prop in facts.every("RRULE") if (text := rule_of(prop, report))]
    exrules = tuple(text for prop in facts.every("EXRULE") if (text := rule_of(prop, report)))
    attendees = tuple(_attendees(facts))
    named = (person.name for person in attendees if not person.organizer)
    return Event(
        uid=uid,
        calendar_uid=calendar_uid,
        title=title_of(facts),
        span=span,
        created_at=moment_told(facts, "CREATED", zones) or now,
        updated_at=now,
        location=facts.text("LOCATION"),
        notes=facts.text("DESCRIPTION"),
        people=tuple(dict.fromkeys((*named, *facts.texts(PEOPLE)))),
        tags=facts.texts("CATEGORIES"),
        status=_STATES.get(facts.value("STATUS").upper(), EventStatus.CONFIRMED),
        rrule=rules[0] if rules else None,
        rdates=tuple(dict.fromkeys(_dates(facts, "RDATE", span, zones, report))),
        exdates=tuple(dict.fromkeys(_dates(facts, "EXDATE", span, zones, report))),
        alert_minutes=_alerts(component, span, report),
        task_uid=facts.value(TASK) or None,
        link=facts.value("URL"),
        busy=facts.value("TRANSP").upper() != "TRANSPARENT",
        attendees=attendees,
        further_rules=tuple(rules[1:]),
        exrules=exrules,
        ical_uid=facts.value("UID"),
        sequence=facts.number("SEQUENCE"),
        raw=component.raw,
    )


def read_override(component: Component, series: Event, zones: Zones, report: Report) -> Override:
    """The occurrence of `series` that a VEVENT with a RECURRENCE-ID changes.

    Raises:
        Unsound: Its RECURRENCE-ID or its start cannot be read.
    """
    facts = Facts(component)
    named = facts.first("RECURRENCE-ID")
    assert named is not None
    try:
        name = occurrence_name(read_moment(named.value, named, zones, report), series.span)
    except ValueError as error:
        raise Unsound(named.line, f"RECURRENCE-ID: {error}") from error
    return Override(
        recurrence_id=name,
        title=title_of(facts),
        span=span_of(component, facts, zones, report),
        location=facts.text("LOCATION"),
        notes=facts.text("DESCRIPTION"),
        status=_STATES.get(facts.value("STATUS").upper(), EventStatus.CONFIRMED),
        following=named.parameter("RANGE").upper() == "THISANDFUTURE",
        raw=component.raw,
    )


def span_of(component: Component, facts: Facts, zones: Zones, report: Report) -> Span:
    """When it is. Raises Unsound."""
    start = facts.first("DTSTART")
    if start is None:
        raise Unsound(component.line, "it has no start (DTSTART)")
    try:
        begins = read_moment(start.value, start, zones, report)
    except ValueError as error:
        raise Unsound(start.line, f"DTSTART: {error}") from error
    end, lasts = read_end(facts, "DTEND", zones, report)
    return read_span(begins, end, lasts, start.line, report)


def read_end(facts: Facts, name: str, zones: Zones, report: Report) -> tuple[Told | None, timedelta | None]:
    """The end or the length; what cannot be read is told and left out."""
    found = facts.first(name)
    if found is not None:
        try:
            return read_moment(found.value, found, zones, report), None
        except ValueError as error:
            report(Problem(found.line, f"{name}: {error}"))
    found = facts.first("DURATION")
    if found is not None:
        try:
            return None, max(length_of(found.value), timedelta(0))
        except ValueError as error:
            report(Problem(found.line, f"DURATION: {error}"))
    return None, None


def rule_of(prop: Property, report: Report) -> str:
    """A repeat rule as it is stored; empty where it cannot be used."""
    text = _EMPTY_COUNT.sub("", prop.value.strip().strip(";").upper())
    if not text:
        return ""
    try:
        check_rule(text)
    except (ValueError, OverflowError):
        report(Problem(prop.line, f"this {prop.name} cannot be followed: {prop.value[:60]}"))
        return ""
    return text


def _dates(facts: Facts, name: str, span: Span, zones: Zones, report: Report) -> Iterator[str]:
    left = MOST_DATES
    for prop in facts.every(name):
        for text in prop.value.split(","):
            if not text.strip():
                continue
            left -= 1
            if left < 0:
                report(Problem(prop.line, f"more than {MOST_DATES} dates; the rest is not shown"))
                return
            try:
                told, lasts = read_period(text, prop, zones, report)
                found = occurrence_name(told, span)
            except (ValueError, OverflowError) as error:
                report(Problem(prop.line, f"{name}: {error}"))
                continue
            yield found if lasts is None else f"{found}/{int(lasts.total_seconds())}"


def _attendees(facts: Facts) -> Iterator[Attendee]:
    for prop in facts.every("ORGANIZER")[:1]:
        yield _person(prop, organizer=True)
    for prop in facts.every("ATTENDEE"):
        yield _person(prop, organizer=False)


def _person(prop: Property, *, organizer: bool) -> Attendee:
    value = prop.value.strip()
    address = value[7:] if value[:7].lower() == "mailto:" else value
    return Attendee(
        name=prop.parameter("CN").strip() or address,
        address=address,
        answer=_ANSWERS.get(prop.parameter("PARTSTAT").upper(), Answer.NONE),
        role=_ROLES.get(prop.parameter("ROLE").upper(), "required"),
        organizer=organizer,
    )


def _alerts(component: Component, span: Span, report: Report) -> tuple[int, ...]:
    """Minutes before the start at which something is to be shown or played."""
    found = (alarm_minutes(alarm, span, report) for alarm in component.inner("VALARM"))
    return tuple(sorted({minutes for minutes in found if minutes is not None}))


def alarm_minutes(alarm: Component, span: Span, report: Report) -> int | None:
    """How long before the start an alarm rings; None where it is nothing that this program does."""
    facts = Facts(alarm)
    trigger = facts.first("TRIGGER")
    if trigger is None or facts.value("ACTION").upper() in ("EMAIL", "PROCEDURE", "NONE"):
        return None
    try:
        before = _before(trigger, span)
    except (ValueError, OverflowError) as error:
        report(Problem(trigger.line, f"TRIGGER: {error}"))
        return None
    if before is None or not 0 <= before.total_seconds() <= MOST_ALERT_MINUTES * 60:
        return None
    return int(before.total_seconds() // 60)


def _before(trigger: Property, span: Span) -> timedelta | None:
    value = trigger.value.strip()
    if value.upper().lstrip("+-").startswith("P"):
        before = -length_of(value)
        return before - span_length(span) if trigger.parameter("RELATED").upper() == "END" else before
    told = read_moment(value, trigger, Zones(), lambda _problem: None)
    if isinstance(span, Zoned) and isinstance(told, Wall):
        return span.start_at - told.moment("UTC")
    return None
