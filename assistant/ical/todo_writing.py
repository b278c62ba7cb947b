"""Task to VTODO. What came from a file is written as it stood; only what was changed since is written anew."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.items import Priority
from assistant.domain.rules import zone_named
from assistant.domain.task import Task
from assistant.ical.components import Component, from_raw
from assistant.ical.lines import Property, escaped
from assistant.ical.moments import moment_text, wall_value
from assistant.ical.problems import Unsound
from assistant.ical.reading import UNTITLED
from assistant.ical.todos import AFTER, SOMEDAY, ToDo, read_todo
from assistant.ical.values import day_text, length_text
from assistant.ical.writing import Group, alarm_lines, replaced
from assistant.ical.zones import Zones

_PRIORITIES = {Priority.HIGH: 1, Priority.NORMAL: 5, Priority.LOW: 9, Priority.NONE: 0}


def todo_lines(
    task: Task,
    zones: Zones,
    now: datetime,
    viewer: ZoneInfo,
    *,
    parent: str,
    known: Container[str],
    remind_at: datetime | None,
) -> list[str]:
    """The VTODO of a task; content lines, unfolded.

    Args:
        task: To be written.
        zones: The time zones that files have defined.
        now: For DTSTAMP where something is written anew.
        viewer: The zone in which times without one were taken when it came in.
        parent: The name in files of the task that it belongs to, or nothing.
        known: The names of all tasks; what a file said about a parent that is nowhere stays.
        remind_at: When its alert waits to ring; written where the task did not come from a file.
    """
    component, base = _baseline(task, zones, viewer)
    groups = [group for group in _GROUPS if base is None or group.tells(task) != group.tells(base.task)]
    told = base.parent if base is not None else ""
    if parent != told and (parent or told in known):
        component.parts = [part for part in component.parts if not _tells_parent(part)]
        groups.append(_parent_group(parent))
    named = [] if component.first("UID") else [f"UID:{task.ical_uid or task.uid}"]
    if base is not None and not groups:
        return ["BEGIN:VTODO", *named, *component.body(), "END:VTODO"]
    lines = [f"DTSTAMP:{moment_text(now)}", f"LAST-MODIFIED:{moment_text(task.updated_at)}"]
    if not task.raw:
        lines.append(f"CREATED:{moment_text(task.created_at)}")
    if sequence := task.sequence + (1 if base is not None else 0):
        lines.append(f"SEQUENCE:{sequence}")
    names = {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"}
    for group in groups:
        names.update(group.names)
        lines += group.lines(task)
    if base is None and remind_at is not None and not task.done:
        lines += alarm_lines(f";VALUE=DATE-TIME:{moment_text(remind_at)}", task.title)
    return ["BEGIN:VTODO", *named, *replaced(component, names, lines), "END:VTODO"]


def _baseline(task: Task, zones: Zones, viewer: ZoneInfo) -> tuple[Component, ToDo | None]:
    """The component that the task came in, and the task as that alone tells it."""
    if not task.raw:
        return Component("VTODO", 0), None
    component = from_raw("VTODO", task.raw)
    try:
        told = read_todo(
            component,
            uid=task.uid,
            list_uid=task.list_uid,
            zones=zones,
            now=task.completed_at or task.updated_at,
            viewer=viewer,
            report=lambda _problem: None,
        )
    except (Unsound, ValueError, OverflowError):
        return Component("VTODO", 0), None
    return component, replace(told, task=replace(told.task, parent_uid=task.parent_uid))


def _tells_parent(part: Property | Component | str) -> bool:
    if not isinstance(part, Property) or part.name != "RELATED-TO":
        return False
    return part.parameter("RELTYPE").upper() in ("", "PARENT")


def _parent_group(parent: str) -> Group[Task]:
    return Group((), lambda t: t.parent_uid, lambda _t: [f"RELATED-TO:{escaped(parent)}"] if parent else [])


def _moment_lines(name: str, on: date | None, at: datetime | None, zone: str | None) -> list[str]:
    if on is not None:
        return [f"{name};VALUE=DATE:{day_text(on)}"]
    if at is None:
        return []
    own = zone_named(zone or "UTC")
    return [f"{name}{wall_value(at.astimezone(own).replace(tzinfo=None), str(own))}"]


def _done_lines(task: Task) -> list[str]:
    if task.completed_at is None:
        return []
    return ["STATUS:COMPLETED", f"COMPLETED:{moment_text(task.completed_at)}", "PERCENT-COMPLETE:100"]


def _estimate_lines(task: Task) -> list[str]:
    if task.estimate_minutes is None:
        return []
    return [f"ESTIMATED-DURATION:{length_text(timedelta(minutes=task.estimate_minutes))}"]


_GROUPS: tuple[Group[Task], ...] = (
    Group(("SUMMARY",), lambda t: t.title, lambda t: [] if t.title == UNTITLED else [f"SUMMARY:{escaped(t.title)}"]),
    Group(("DESCRIPTION",), lambda t: t.notes, lambda t: [f"DESCRIPTION:{escaped(t.notes)}"] if t.notes else []),
    Group(
        ("DTSTART",),
        lambda t: (t.start_on, t.start_at),
        lambda t: _moment_lines("DTSTART", t.start_on, t.start_at, t.zone),
    ),
    Group(
        ("DUE", "DURATION"),
        lambda t: (t.due_on, t.due_at, t.zone),
        lambda t: _moment_lines("DUE", t.due_on, t.due_at, t.zone),
    ),
    Group(
        ("PRIORITY",),
        lambda t: t.priority,
        lambda t: [f"PRIORITY:{_PRIORITIES[t.priority]}"] if t.priority is not Priority.NONE else [],
    ),
    Group(
        ("CATEGORIES",),
        lambda t: t.tags,
        lambda t: [f"CATEGORIES:{','.join(escaped(tag) for tag in t.tags)}"] if t.tags else [],
    ),
    Group(("RRULE",), lambda t: t.rrule, lambda t: [f"RRULE:{t.rrule}"] if t.rrule else []),
    Group(("STATUS", "COMPLETED", "PERCENT-COMPLETE"), lambda t: t.completed_at, _done_lines),
    Group(("ESTIMATED-DURATION",), lambda t: t.estimate_minutes, _estimate_lines),
    Group((SOMEDAY,), lambda t: t.someday, lambda t: [f"{SOMEDAY}:TRUE"] if t.someday else []),
    Group((AFTER,), lambda t: t.after_completion, lambda t: [f"{AFTER}:TRUE"] if t.after_completion else []),
)
