"""Rows of the task lists: what each says, already in words. GUI thread (the words follow the interface's language)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from assistant.desktop.calendar.words import month_title
from assistant.desktop.tasks import words
from assistant.desktop.tasks.entries import TaskEntry
from assistant.desktop.tasks.rows.groups import Group, GroupKind
from assistant.domain.reminder import Reminder
from assistant.domain.task import INBOX, due_day, start_day
from assistant.services.wording.times import Wording

FOLDABLE = frozenset({GroupKind.DONE, GroupKind.DONE_TODAY, GroupKind.SOMEDAY, GroupKind.LIST})
PartsOf = Callable[[str], tuple[TaskEntry, ...]]
_NAMED_DAYS = frozenset({GroupKind.TODAY, GroupKind.TOMORROW, GroupKind.DAY})


class RowKind(StrEnum):
    """What stands in a row; the last two are the line to type into and what an empty view says."""

    HEADING = "heading"
    TASK = "task"
    REMINDER = "reminder"
    NEW = "new"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Meta:
    """One piece of the second line: an icon, words, and the token of their colour."""

    icon: str
    text: str
    tone: str = "text.tertiary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list. `key` stays the same while the row's thing lives; `spoken` is for screen readers.

    What is `foldable` is a heading, or a task with subtasks; these stand below it, one `depth` further in.
    """

    kind: RowKind
    key: str
    title: str
    spoken: str = ""
    entry: TaskEntry | None = None
    reminder: Reminder | None = None
    meta: tuple[Meta, ...] = ()
    count: int | None = None
    tone: str = "text.secondary"
    foldable: bool = False
    folded: bool = False
    depth: int = 0

    @property
    def parent(self) -> str:
        """The task below which it stands as its part; "" for none."""
        return (self.entry.task.parent_uid or "") if self.entry is not None and self.depth else ""

    @property
    def done(self) -> bool:
        """True for a task that is checked off, as stored."""
        return self.entry is not None and self.entry.task.done


@dataclass(frozen=True, slots=True)
class Style:
    """How much a list says: the narrow pane is terse; `list_names` is off inside one list."""

    now: datetime
    wording: Wording
    terse: bool = False
    list_names: bool = True


def rows_of(
    groups: tuple[Group, ...], style: Style, *, folded: frozenset[str] = frozenset(), headings: bool = True
) -> list[Row]:
    """All rows of the groups, in order; a folded group shows its heading alone."""
    rows: list[Row] = []
    for group in groups:
        shown = headings and group.kind is not GroupKind.OPEN
        key = heading_key(group)
        if shown:
            rows.append(_heading(group, key, style, folded=key in folded))
        if shown and key in folded:
            continue
        rows.extend(task_row(entry, group, style) for entry in group.entries)
    return rows


def heading_key(group: Group) -> str:
    """The key of a group's heading; a heading is folded under it."""
    named = group.task_list.uid if group.task_list is not None else group.day or ""
    return f"heading:{group.kind}:{named}"


def _heading(group: Group, key: str, style: Style, *, folded: bool) -> Row:
    today = style.now.date()
    if group.kind is GroupKind.DAY and group.day is not None:
        title = style.wording.day(group.day, today)
    elif group.kind is GroupKind.MONTH and group.day is not None:
        title = month_title(group.day, style.wording)
    elif group.task_list is not None:
        title = words.list_name(group.task_list)
    else:
        title = words.group_title(group.kind)
    alarming = group.kind is GroupKind.OVERDUE
    return Row(
        kind=RowKind.HEADING,
        key=key,
        title=title,
        spoken=words.heading_spoken(title, group.count),
        count=group.count,
        tone="danger.text" if alarming else "text.secondary",
        foldable=group.kind in FOLDABLE,
        folded=folded,
    )


def new_row() -> Row:
    """The line that takes a new task."""
    return Row(kind=RowKind.NEW, key="new", title=words.new_task(), spoken=words.new_task(), tone="text.tertiary")


def empty_row(text: str) -> Row:
    """A line that says that there is nothing."""
    return Row(kind=RowKind.EMPTY, key="empty", title=text, spoken=text, tone="text.tertiary")


# ------------------------------------------------------------------------------------------------------------ tasks


def with_parts(rows: list[Row], parts_of: PartsOf, opened: frozenset[str], style: Style) -> list[Row]:
    """The rows, and below those of open tasks that are unfolded, by their uids, their open subtasks."""
    found: list[Row] = []
    for row in rows:
        if row.kind is not RowKind.TASK or row.done or row.entry is None or not row.entry.subtasks:
            found.append(row)
            continue
        found.append(replace(row, foldable=True, folded=row.key not in opened))
        if row.key in opened:
            parts = (part for part in parts_of(row.key) if not part.task.done)
            found.extend(replace(task_row(part, Group(GroupKind.OPEN), style), depth=1) for part in parts)
    return found


def task_row(entry: TaskEntry, group: Group, style: Style) -> Row:
    """The row of a task, in the words its group leaves unsaid."""
    task = entry.task
    done_group = group.kind in (GroupKind.DONE_TODAY, GroupKind.DONE) or (group.kind is GroupKind.TODAY and task.done)
    meta = () if done_group else _task_meta(entry, group, style)
    return Row(
        kind=RowKind.TASK,
        key=task.uid,
        title=task.title,
        spoken=words.task_spoken(entry, _when_spoken(entry, style), style.wording),
        entry=entry,
        meta=meta,
    )


def _task_meta(entry: TaskEntry, group: Group, style: Style) -> tuple[Meta, ...]:
    pieces: list[Meta] = []
    if entry.parent is not None and group.kind is not GroupKind.OPEN:
        pieces.append(Meta("list-checks", entry.parent.title))
    if entry.subtasks:
        text = words.subtasks(entry.done_subtasks, entry.subtasks, terse=style.terse)
        pieces.append(Meta("list-checks", text))
    pieces.extend(_due_meta(entry, group, style))
    if entry.task.rrule and not entry.task.done:
        pieces.append(Meta("repeat", words.repeat_text(entry.task, style.wording)))
    if entry.planned_at is not None and not entry.task.done:
        pieces.append(Meta("calendar-plus", _short_moment(entry.planned_at.astimezone(style.now.tzinfo), style)))
    if entry.planned_on is not None and not entry.task.done:
        pieces.append(Meta("calendar-plus", _short_day(entry.planned_on, style)))
    if entry.task.estimate_minutes and not entry.task.done:
        pieces.append(Meta("hourglass", style.wording.length(timedelta(minutes=entry.task.estimate_minutes))))
    if style.list_names and entry.task.list_uid != INBOX:
        pieces.append(Meta("tag" if style.terse else "list", entry.task_list.name))
    if entry.task.tags and not style.terse:
        pieces.append(Meta("hash", " ".join(entry.task.tags)))
    return tuple(pieces)


def _due_meta(entry: TaskEntry, group: Group, style: Style) -> list[Meta]:
    """Clock for a due time, bell where the alert comes at that very time, calendar for a day."""
    task, zone = entry.task, style.now.tzinfo
    day = due_day(task, words.zone_of(style.now))
    late = day is not None and day < style.now.date() and not task.done
    tone = "danger.text" if late else "text.tertiary"
    pieces: list[Meta] = []
    remind = entry.remind_at.astimezone(zone) if entry.remind_at is not None else None
    same = remind is not None and task.due_at is not None and remind == task.due_at
    named = group.kind in _NAMED_DAYS
    if task.due_at is not None:
        at = task.due_at.astimezone(zone)
        text = style.wording.time(at) if named else _short_moment(at, style)
        pieces.append(Meta("bell" if same else ("clock" if named else "calendar"), text, tone))
    elif task.due_on is not None and not named:
        pieces.append(Meta("calendar", _short_day(task.due_on, style), tone))
    begins = start_day(task, words.zone_of(style.now))
    if begins is not None and begins > style.now.date() and not task.done and begins != (group.day if named else None):
        pieces.append(Meta("play", words.from_day(_short_day(begins, style))))
    if remind is not None and not same and not task.done:
        same_day = day == remind.date() or (named and remind.date() == (group.day or style.now.date()))
        pieces.append(Meta("bell", style.wording.time(remind) if same_day else _short_moment(remind, style)))
    return pieces


def _short_day(day: date, style: Style) -> str:
    return words.short_day(day, style.now.date(), style.wording)


def _short_moment(at: datetime, style: Style) -> str:
    return words.day_and_time(_short_day(at.date(), style), style.wording.time(at))


def _when_spoken(entry: TaskEntry, style: Style) -> str:
    task = entry.task
    if task.due_at is not None:
        at = task.due_at.astimezone(style.now.tzinfo)
        return words.day_and_time(style.wording.day(at.date(), style.now.date()), style.wording.time(at))
    return style.wording.day(task.due_on, style.now.date()) if task.due_on is not None else ""
