"""VEVENT to Event and Override. What a component says beyond them stays in its raw text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR, UTC, datetime, timedelta
from itertools import islice

from assistant.domain.event import MOST_ALERT_MINUTES, Answer, Attendee, Event, EventStatus, Override
from assistant.domain.items import MOST_TITLE
from assistant.domain.rules import check_rule, foreign_scale, zone_named
from assistant.domain.spans import Span, Zoned, bounds, span_length
from assistant.ical.components import Component
from assistant.ical.lines import Property, listed, unescaped
from assistant.ical.moments import Told, Wall, occurrence_name, read_moment, read_period, read_span
from assistant.ical.problems import Problem, Report, Trouble, Unsound, problem_of, short
from assistant.ical.values import day_of, is_day, length_of, wall_of
from assistant.ical.zones import Zones

UNTITLED = "(no title)"
PEOPLE, TASK = "X-ASSISTANT-PEOPLE", "X-ASSISTANT-TASK"
MOST_DATES = 20_000
# More than people can look at; what goes beyond stays in the raw text.
MOST_TEXT = 200_000
MOST_LINE = 2_000
_UTC, _MARGIN = zone_named("UTC"), timedelta(days=2)
_MOST_RULES = 50
_MOST_RULE = 8_000
_MOST_PEOPLE = 2_000
_MOST_TAGS = 200
_MOST_ALARMS = 50
_LONGEST = (("SUMMARY", MOST_TITLE), ("LOCATION", MOST_LINE), ("DESCRIPTION", MOST_TEXT))
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

    def text(self, name: str, most: int = MOST_TEXT) -> str:
        """A TEXT value as people read it, its first `most` characters."""
        # An escape may be cut in two: one character more than can be needed is taken apart.
        return unescaped(self.value(name)[: 2 * most + 1]).strip()[:most]

    def number(self, name: str) -> int:
        """An INTEGER of a sensible size, or 0."""
        value = self.value(name).lstrip("+")
        return int(value) if value.isdecimal() and len(value) < 10 else 0

    def texts(self, name: str, most: int = _MOST_TAGS) -> tuple[str, ...]:
        """The first texts of list properties of that name, each once."""
        found = (text.strip() for prop in self.every(name) for text in listed(prop.value[:MOST_TEXT]))
        return tuple(islice(dict.fromkeys(text for text in found if text), most))


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
    return " ".join(facts.text("SUMMARY", MOST_LINE).split())[:MOST_TITLE] or UNTITLED


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


def _tell_cut(facts: Facts, report: Report) -> None:
    """Tells of what is longer than it can be shown."""
    for name, most in _LONGEST:
        found = facts.first(name)
        if found is not None and len(found.value) > most and len(facts.text(name, most + 1)) > most:
            report(Problem(found.line, Trouble.LONG_TEXT, (name, str(most))))
    if len(facts.texts("CATEGORIES", _MOST_TAGS + 1)) > _MOST_TAGS:
        report(Problem(facts.every("CATEGORIES")[0].line, Trouble.MANY_TAGS, (str(_MOST_TAGS),)))


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
    _tell_cut(facts, report)
    rules, exrules = _rules(facts, "RRULE", report), _rules(facts, "EXRULE", report)
    attendees = tuple(_attendees(facts, report))
    named = (person.name for person in attendees if not person.organizer)
    return Event(
        uid=uid,
        calendar_uid=calendar_uid,
        title=title_of(facts),
        span=span,
        created_at=moment_told(facts, "CREATED", zones) or now,
        updated_at=now,
        location=facts.text("LOCATION", MOST_LINE),
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
        further_rules=rules[1:],
        exrules=exrules,
        ical_uid=facts.value("UID"),
        sequence=facts.number("SEQUENCE"),
        raw=component.raw,
    )


def by_itself(event: Event) -> Event:
    """A changed occurrence of a series that nobody has: what it says of repeating is not followed."""
    return replace(event, rrule=None, further_rules=(), exrules=(), rdates=(), exdates=())


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
        raise Unsound(problem_of(error, named.line, "RECURRENCE-ID")) from error
    return Override(
        recurrence_id=name,
        title=title_of(facts),
        span=span_of(component, facts, zones, report),
        location=facts.text("LOCATION", MOST_LINE),
        notes=facts.text("DESCRIPTION"),
        status=_STATES.get(facts.value("STATUS").upper(), EventStatus.CONFIRMED),
        following=named.parameter("RANGE").upper() == "THISANDFUTURE",
        raw=component.raw,
    )


def check_start(component: Component) -> None:
    """Raises Unsound where there is no start that can be read. Quick, because hostile files have so many of these."""
    start = component.first("DTSTART")
    if start is None:
        raise Unsound(Problem(component.line, Trouble.NO_START))
    try:
        _ = day_of(start.value) if is_day(start.value) else wall_of(start.value)
    except ValueError as error:
        raise Unsound(problem_of(error, start.line, "DTSTART")) from error


def span_of(component: Component, facts: Facts, zones: Zones, report: Report) -> Span:
    """When it is. Raises Unsound."""
    start = facts.first("DTSTART")
    if start is None:
        raise Unsound(Problem(component.line, Trouble.NO_START))
    try:
        begins = read_moment(start.value, start, zones, report)
    except ValueError as error:
        raise Unsound(problem_of(error, start.line, "DTSTART")) from error
    end, lasts = read_end(facts, "DTEND", zones, report)
    try:
        span = read_span(begins, end, lasts, start.line, report)
        _ = bounds(span, _UTC)[1] + _MARGIN
    except OverflowError as error:
        raise Unsound(Problem(start.line, Trouble.FAR_YEAR, (str(MAXYEAR),))) from error
    return span


def read_end(facts: Facts, name: str, zones: Zones, report: Report) -> tuple[Told | None, timedelta | None]:
    """The end or the length; what cannot be read is told and left out."""
    found = facts.first(name)
    if found is not None:
        try:
            return read_moment(found.value, found, zones, report), None
        except ValueError as error:
            report(problem_of(error, found.line, name))
    found = facts.first("DURATION")
    if found is not None:
        try:
            return None, max(length_of(found.value), timedelta(0))
        except ValueError as error:
            report(problem_of(error, found.line, "DURATION"))
    return None, None


def _rules(facts: Facts, name: str, report: Report) -> tuple[str, ...]:
    given = facts.every(name)
    if len(given) > _MOST_RULES:
        report(Problem(given[_MOST_RULES].line, Trouble.MANY_RULES, (str(_MOST_RULES),)))
    return tuple(text for prop in given[:_MOST_RULES] if (text := rule_of(prop, report)))


def rule_of(prop: Property, report: Report) -> str:
    """A repeat rule as it is stored; empty where it cannot be used."""
    text = _EMPTY_COUNT.sub("", prop.value[: _MOST_RULE + 1].strip().strip(";").upper())
    if not text:
        return ""
    try:
        if len(text) > _MOST_RULE:
            raise ValueError("too long")
        check_rule(text)
    except (ValueError, OverflowError):
        report(Problem(prop.line, Trouble.RULE_UNKNOWN, (prop.name, prop.value[:60])))
        return ""
    if (scale := foreign_scale(text)) is not None:
        report(Problem(prop.line, Trouble.RULE_FOREIGN, (short(scale),)))
    return text


def _dates(facts: Facts, name: str, span: Span, zones: Zones, report: Report) -> Iterator[str]:
    left = MOST_DATES
    for prop in facts.every(name):
        for text in prop.value.split(","):
            if not text.strip():
                continue
            left -= 1
            if left < 0:
                report(Problem(prop.line, Trouble.MANY_DATES, (str(MOST_DATES),)))
                return
            try:
                told, lasts = read_period(text, prop, zones, report)
                found = occurrence_name(told, span)
            except (ValueError, OverflowError) as error:
                report(problem_of(error, prop.line, name))
                continue
            yield found if lasts is None else f"{found}/{int(lasts.total_seconds())}"


def _attendees(facts: Facts, report: Report) -> Iterator[Attendee]:
    for prop in facts.every("ORGANIZER")[:1]:
        yield _person(prop, organizer=True)
    invited = facts.every("ATTENDEE")
    if len(invited) > _MOST_PEOPLE:
        report(Problem(invited[_MOST_PEOPLE].line, Trouble.MANY_PEOPLE, (str(_MOST_PEOPLE),)))
    for prop in invited[:_MOST_PEOPLE]:
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
    found = (alarm_minutes(alarm, span, report) for alarm in islice(component.inner("VALARM"), _MOST_ALARMS))
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
        report(problem_of(error, trigger.line, "TRIGGER"))
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
