"""How a view is sorted and what it leaves out: the person's choice, kept for each view. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from assistant.desktop.tasks.entries import TaskEntry
from assistant.desktop.tasks.rows.groups import Group, GroupKind
from assistant.domain.items import Priority
from assistant.domain.task import due_day, start_day

_CLOSED = (GroupKind.DONE, GroupKind.DONE_TODAY)


class SortKey(StrEnum):
    """OWN leaves a view as it is: a list in the order that it was given by hand, the others by time."""

    OWN = "own"
    DUE = "due"
    PRIORITY = "priority"
    TITLE = "title"
    ADDED = "added"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """Sorting, and what is shown: from a priority on, with one of these tags, begun or not, done or not."""

    sort: SortKey = SortKey.OWN
    priority: Priority = Priority.NONE
    tags: tuple[str, ...] = ()
    waiting: bool = True
    done: bool = True

    @property
    def filtering(self) -> bool:
        """True where something may be left out."""
        return replace(self, sort=SortKey.OWN) != ViewOptions()

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it: what differs from nothing chosen."""
        empty = ViewOptions()
        kept: dict[str, Any] = {}
        if self.sort is not empty.sort:
            kept["sort"] = self.sort.value
        if self.priority is not empty.priority:
            kept["priority"] = int(self.priority)
        if self.tags:
            kept["tags"] = list(self.tags)
        kept.update({name: False for name in ("waiting", "done") if not getattr(self, name)})
        return kept


def options_of(plain: object) -> ViewOptions:
    """The options back; what cannot be understood counts as not chosen."""
    if not isinstance(plain, Mapping):
        return ViewOptions()
    sort, priority, tags = plain.get("sort"), plain.get("priority"), plain.get("tags")
    return ViewOptions(
        sort=SortKey(sort) if sort in {key.value for key in SortKey} else SortKey.OWN,
        priority=Priority(priority) if priority in {int(one) for one in Priority} else Priority.NONE,
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        waiting=plain.get("waiting") is not False,
        done=plain.get("done") is not False,
    )


def with_options(groups: tuple[Group, ...], options: ViewOptions, now: datetime) -> tuple[Group, ...]:
    """The groups as the options want them; a group that loses all its tasks stays, so that views keep their shape."""
    assert isinstance(now.tzinfo, ZoneInfo)
    zone, shown = now.tzinfo, []
    for group in groups:
        if group.kind in _CLOSED and not options.done:
            continue
        kept = tuple(entry for entry in group.entries if _passes(entry, options, now.date(), zone))
        if options.sort is not SortKey.OWN and group.kind not in _CLOSED:
            kept = _sorted(kept, options.sort, zone)
        shown.append(replace(group, entries=kept))
    return tuple(shown)


def _passes(entry: TaskEntry, options: ViewOptions, today: date, zone: ZoneInfo) -> bool:
    task = entry.task
    if task.priority < options.priority or (options.tags and not set(options.tags) & set(task.tags)):
        return False
    begins = start_day(task, zone)
    return options.waiting or task.done or begins is None or begins <= today


def _sorted(entries: tuple[TaskEntry, ...], key: SortKey, zone: ZoneInfo) -> tuple[TaskEntry, ...]:
    """What has nothing to be sorted by comes last; equal ones stay as they were."""

    def due(entry: TaskEntry) -> tuple[Any, ...]:
        task = entry.task
        at = task.due_at.timestamp() if task.due_at is not None else float("inf")
        return due_day(task, zone) or date.max, at

    def order(entry: TaskEntry) -> Any:
        task = entry.task
        match key:
            case SortKey.PRIORITY:
                return -int(task.priority), due(entry)
            case SortKey.TITLE:
                return task.title.casefold()
            case SortKey.ADDED:
                return -task.created_at.timestamp()
            case SortKey.ESTIMATE:
                return task.estimate_minutes or float("inf")
            case _:
                return due(entry)

    return tuple(sorted(entries, key=order))
