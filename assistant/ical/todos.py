"""VTODO to Task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.items import Priority
from assistant.domain.task import Task
from assistant.ical.components import Component
from assistant.ical.lines import unescaped
from assistant.ical.moments import Told, Wall, read_moment
from assistant.ical.problems import Problem, Report, Trouble, Unsound, problem_of
from assistant.ical.reading import Facts, moment_told, named_facts, read_end, rule_of, title_of
from assistant.ical.values import length_of
from assistant.ical.zones import Zones

SOMEDAY, AFTER = "X-ASSISTANT-SOMEDAY", "X-ASSISTANT-AFTER-COMPLETION"


@dataclass(frozen=True, slots=True)
class ToDo:
    """A task as a file tells it; `parent` is the name there of the task that it belongs to."""

    task: Task
    parent: str
    remind_at: datetime | None


def read_todo(
    component: Component, *, uid: str, list_uid: str, zones: Zones, now: datetime, viewer: ZoneInfo, report: Report
) -> ToDo:
    """The task that a VTODO says.

    Args:
        component: The VTODO.
        uid: What the task is called in the store.
        list_uid: Where it goes.
        zones: The time zones of its file.
        now: Aware.
        viewer: The zone in which times without one are meant.
        report: Is told what was passed over.

    Raises:
        Unsound: It is one occurrence of a series only.
    """
    named = component.first("RECURRENCE-ID")
    if named is not None:
        raise Unsound(Problem(named.line, Trouble.ONE_ROUND))
    facts = named_facts(component)
    start = _told(facts, "DTSTART", zones, report)
    due, lasts = read_end(facts, "DUE", zones, report)
    if due is None and lasts is not None and start is not None:
        due = _later(start, lasts)
    rule = next((text for prop in facts.every("RRULE") if (text := rule_of(prop, report))), None)
    if rule is not None and due is None:
        due = start
    due_on, due_at, zone = _when(due, viewer)
    start_on, start_at, _ = _when(start, viewer)
    task = Task(
        uid=uid,
        list_uid=list_uid,
        title=title_of(facts),
        created_at=moment_told(facts, "CREATED", zones) or now,
        updated_at=now,
        notes=facts.text("DESCRIPTION"),
        due_on=due_on,
        due_at=due_at,
        zone=zone,
        priority=_priority(facts.number("PRIORITY")),
        tags=facts.texts("CATEGORIES"),
        rrule=rule if due is not None else None,
        completed_at=_completed(facts, zones, now),
        start_on=start_on,
        start_at=start_at,
        estimate_minutes=_estimate(facts),
        after_completion=facts.value(AFTER).upper() == "TRUE",
        someday=facts.value(SOMEDAY).upper() == "TRUE",
        ical_uid=facts.value("UID"),
        sequence=facts.number("SEQUENCE"),
        raw=component.raw,
    )
    return ToDo(task, _parent(facts), _reminding(component, task, zones, viewer))


def _told(facts: Facts, name: str, zones: Zones, report: Report) -> Told | None:
    found = facts.first(name)
    if found is None:
        return None
    try:
        return read_moment(found.value, found, zones, report)
    except ValueError as error:
        report(problem_of(error, found.line, name))
        return None


def _later(start: Told, lasts: timedelta) -> Told:
    return Wall(start.at + lasts, start.zone) if isinstance(start, Wall) else start + lasts


def _when(told: Told | None, viewer: ZoneInfo) -> tuple[date | None, datetime | None, str | None]:
    if told is None:
        return None, None, None
    if not isinstance(told, Wall):
        return told, None, None
    zone = told.zone or str(viewer)
    return None, told.moment(zone), zone


def _priority(number: int) -> Priority:
    if not 1 <= number <= 9:
        return Priority.NONE
    if number < 5:
        return Priority.HIGH
    return Priority.NORMAL if number == 5 else Priority.LOW


def _completed(facts: Facts, zones: Zones, now: datetime) -> datetime | None:
    state = facts.value("STATUS").upper()
    done = state in ("COMPLETED", "CANCELLED") or facts.number("PERCENT-COMPLETE") == 100
    told = moment_told(facts, "COMPLETED", zones)
    if not done and (told is None or state in ("NEEDS-ACTION", "IN-PROCESS")):
        return None
    return told or moment_told(facts, "LAST-MODIFIED", zones) or moment_told(facts, "DTSTAMP", zones) or now


def _estimate(facts: Facts) -> int | None:
    try:
        minutes = int(length_of(facts.value("ESTIMATED-DURATION")) / timedelta(minutes=1))
    except ValueError:
        return None
    return minutes if minutes > 0 else None


def _parent(facts: Facts) -> str:
    for prop in facts.every("RELATED-TO"):
        if prop.parameter("RELTYPE").upper() in ("", "PARENT"):
            return unescaped(prop.value.strip())
    return ""


def _reminding(component: Component, task: Task, zones: Zones, viewer: ZoneInfo) -> datetime | None:
    """When the first alarm rings that can be understood."""
    for alarm in component.inner("VALARM"):
        trigger = Facts(alarm).first("TRIGGER")
        if trigger is None:
            continue
        try:
            if trigger.value.strip().upper().lstrip("+-").startswith("P"):
                base = task.due_at or task.start_at
                if base is not None:
                    return base + length_of(trigger.value)
            else:
                told = read_moment(trigger.value, trigger, zones, lambda _problem: None)
                if isinstance(told, Wall):
                    return told.moment(str(viewer))
        except (ValueError, OverflowError):
            continue
    return None
