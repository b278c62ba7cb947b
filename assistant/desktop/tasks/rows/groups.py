"""Which tasks stand together under which heading. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from assistant.desktop.tasks.entries import TaskEntry
from assistant.domain.task import Task, TaskList, due_day, start_day
from assistant.services.tasks.lists import with_inner

UPCOMING_DAYS = 14


class GroupKind(StrEnum):
    """What a heading says. DAY and MONTH name the group's `day`."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"
    LATER = "later"
    UNDATED = "undated"
    DAY = "day"
    MONTH = "month"
    OPEN = "open"
    BEGUN = "begun"
    SOMEDAY = "someday"
    LIST = "list"
    DONE_TODAY = "done_today"
    DONE = "done"


class ViewKind(StrEnum):
    """What the middle of the tasks section shows."""

    TODAY = "today"
    UPCOMING = "upcoming"
    OVERDUE = "overdue"
    REMINDERS = "reminders"
    DONE = "done"
    LIST = "list"
    SOMEDAY = "someday"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks under one heading. `count` is what the heading says; done ones do not count among open.

    LIST names the group's `task_list`.
    """

    kind: GroupKind
    entries: tuple[TaskEntry, ...] = ()
    day: date | None = None
    task_list: TaskList | None = None

    @property
    def count(self) -> int:
        """How many are meant by the heading."""
        if self.kind in (GroupKind.DONE, GroupKind.DONE_TODAY):
            return len(self.entries)
        done_day = self.entries and all(entry.task.done for entry in self.entries)
        return len(self.entries) if done_day else sum(not entry.task.done for entry in self.entries)


def _zone(now: datetime) -> ZoneInfo:
    assert isinstance(now.tzinfo, ZoneInfo)
    return now.tzinfo


def asking_day(task: Task, now: datetime) -> date | None:
    """The day on which a task asks for attention: when it is due; without that when it begins, and from then on today.

    None where it asks for none, also while it is put aside for some day.
    """
    zone = _zone(now)
    due = due_day(task, zone)
    if due is not None or task.someday:
        return None if task.someday else due
    begins = start_day(task, zone)
    return None if begins is None else max(begins, now.date())


def _by_due(entries: Iterable[TaskEntry], now: datetime) -> tuple[TaskEntry, ...]:
    """By day; in a day those with a time first, then by priority, then as they were."""

    def key(entry: TaskEntry) -> tuple[date, bool, float, int]:
        task = entry.task
        at = task.due_at.timestamp() if task.due_at else 0.0
        return asking_day(task, now) or date.max, task.due_at is None, at, -int(task.priority)

    return tuple(sorted(entries, key=key))


def _day_group(day: date | None, today: date, week_ends_on: date) -> GroupKind:
    if day is None:
        return GroupKind.UNDATED
    if day < today:
        return GroupKind.OVERDUE
    if day == today:
        return GroupKind.TODAY
    if day == today + timedelta(days=1):
        return GroupKind.TOMORROW
    return GroupKind.WEEK if day <= week_ends_on else GroupKind.LATER


def _done_on(entry: TaskEntry, zone: ZoneInfo) -> date | None:
    return entry.task.completed_at.astimezone(zone).date() if entry.task.completed_at else None


def home_groups(entries: Iterable[TaskEntry], now: datetime, week_ends_on: date) -> tuple[Group, ...]:
    """The groups of the narrow pane: by nearness; what was done today stays, struck, at the end of Today.

    What is put aside for some day is in none of them.

    Args:
        entries: In any order.
        now: In the viewer's zone.
        week_ends_on: The last day that "later this week" holds.
    """
    zone, today = _zone(now), now.date()
    sorted_in: dict[GroupKind, list[TaskEntry]] = {kind: [] for kind in GroupKind}
    done: list[TaskEntry] = []
    for entry in entries:
        if entry.task.someday and not entry.task.done:
            continue
        if not entry.task.done:
            sorted_in[_day_group(asking_day(entry.task, now), today, week_ends_on)].append(entry)
        elif _done_on(entry, zone) == today:
            done.append(entry)
    groups = []
    order = (GroupKind.OVERDUE, GroupKind.TODAY, GroupKind.TOMORROW, GroupKind.WEEK, GroupKind.LATER, GroupKind.UNDATED)
    for kind in order:
        found = _by_due(sorted_in[kind], now)
        if kind is GroupKind.TODAY:
            found += tuple(done)
        if found:
            groups.append(Group(kind, found))
    return tuple(groups)


def today_groups(entries: Iterable[TaskEntry], now: datetime) -> tuple[Group, ...]:
    """Overdue, today, what has begun and is due later, and what was done today. Today is there even when empty."""
    entries = tuple(entries)
    found = {group.kind: group.entries for group in home_groups(entries, now, now.date())}
    today = found.get(GroupKind.TODAY, ())
    groups = [Group(GroupKind.OVERDUE, found[GroupKind.OVERDUE])] if GroupKind.OVERDUE in found else []
    groups.append(Group(GroupKind.TODAY, tuple(entry for entry in today if not entry.task.done)))
    begun = tuple(entry for entry in entries if _begun(entry.task, now))
    if begun:
        groups.append(Group(GroupKind.BEGUN, _by_due(begun, now)))
    done = tuple(entry for entry in today if entry.task.done)
    if done:
        groups.append(Group(GroupKind.DONE_TODAY, done))
    return tuple(groups)


def _begun(task: Task, now: datetime) -> bool:
    """True for an open task that may be worked on already, and is due on a later day."""
    zone, today = _zone(now), now.date()
    begins, due = start_day(task, zone), due_day(task, zone)
    return not task.done and begins is not None and begins <= today and due is not None and due > today


def upcoming_groups(entries: Iterable[TaskEntry], now: datetime) -> tuple[Group, ...]:
    """Open tasks from tomorrow on: a group a day for two weeks, then a group a month."""
    today = now.date()
    days: dict[tuple[GroupKind, date], list[TaskEntry]] = {}
    for entry in _by_due((e for e in entries if not e.task.done), now):
        day = asking_day(entry.task, now)
        if day is None or day <= today:
            continue
        near = day <= today + timedelta(days=UPCOMING_DAYS)
        key = (GroupKind.DAY, day) if near else (GroupKind.MONTH, day.replace(day=1))
        days.setdefault(key, []).append(entry)
    return tuple(Group(kind, tuple(found), day=day) for (kind, day), found in days.items())


def overdue_groups(entries: Iterable[TaskEntry], now: datetime) -> tuple[Group, ...]:
    """Open tasks of the days before today."""
    found = home_groups((e for e in entries if not e.task.done), now, now.date())
    return tuple(group for group in found if group.kind is GroupKind.OVERDUE)


def done_groups(entries: Iterable[TaskEntry], now: datetime) -> tuple[Group, ...]:
    """Completed tasks by the day of completion, newest first."""
    zone = _zone(now)
    days: dict[date, list[TaskEntry]] = {}
    finished = [entry for entry in entries if entry.task.completed_at is not None]
    finished.sort(key=lambda e: e.task.completed_at.timestamp() if e.task.completed_at else 0.0, reverse=True)
    for entry in finished:
        day = _done_on(entry, zone)
        if day is not None:
            days.setdefault(day, []).append(entry)
    return tuple(Group(GroupKind.DAY, tuple(found), day=day) for day, found in days.items())


def someday_groups(entries: Iterable[TaskEntry], _now: datetime) -> tuple[Group, ...]:
    """What is put aside, in the order of its lists."""
    aside = tuple(entry for entry in entries if entry.task.someday and not entry.task.done)
    return (Group(GroupKind.OPEN, aside),)


def list_groups(entries: Iterable[TaskEntry], list_uid: str, lists: tuple[TaskList, ...] = ()) -> tuple[Group, ...]:
    """The open tasks of one list in their own order, then those of the lists in it, what is put aside, what is done.

    Args:
        entries: In their order.
        list_uid: The list.
        lists: All lists, for those that are inside it.
    """
    entries = tuple(entries)
    inner = with_inner(lists, list_uid)[1:]
    uids = {list_uid, *(one.uid for one in inner)}
    groups = [Group(GroupKind.OPEN, _open_in(entries, list_uid))]
    groups.extend(Group(GroupKind.LIST, _open_in(entries, one.uid), task_list=one) for one in inner)
    here = tuple(entry for entry in entries if entry.task.list_uid in uids)
    return tuple(groups) + _closing_groups(here)


def tag_groups(entries: Iterable[TaskEntry], tag: str) -> tuple[Group, ...]:
    """The open tasks with a tag, in the order of their lists, then what is put aside and what is done."""
    tagged = tuple(entry for entry in entries if tag in entry.task.tags)
    ready = tuple(entry for entry in tagged if not entry.task.done and not entry.task.someday)
    return (Group(GroupKind.OPEN, ready), *_closing_groups(tagged))


def _open_in(entries: tuple[TaskEntry, ...], list_uid: str) -> tuple[TaskEntry, ...]:
    return tuple(e for e in entries if e.task.list_uid == list_uid and not e.task.done and not e.task.someday)


def _closing_groups(entries: tuple[TaskEntry, ...]) -> tuple[Group, ...]:
    """What is put aside, then what is done, newest first; without those that would be empty."""
    aside = tuple(entry for entry in entries if entry.task.someday and not entry.task.done)
    done = [entry for entry in entries if entry.task.completed_at is not None]
    done.sort(key=lambda e: e.task.completed_at.timestamp() if e.task.completed_at else 0.0, reverse=True)
    found = (Group(GroupKind.SOMEDAY, aside), Group(GroupKind.DONE, tuple(done)))
    return tuple(group for group in found if group.entries)
