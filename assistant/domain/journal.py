"""The journal: every change with its inverse, so that undo is one mechanism for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.event import Calendar, Event
from assistant.domain.items import ItemKind, Origin
from assistant.domain.reminder import Reminder
from assistant.domain.task import Task, TaskList

Item = Calendar | Event | TaskList | Task | Reminder


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One item before and after; None stands for "did not exist"."""

    kind: ItemKind
    uid: str
    before: Item | None
    after: Item | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """What one command changed, in order. `label` is a short English line such as ``Added event: Lunch``.

    An import or the removal of a big calendar changes more than can be held in memory at once: then `changes` has only
    the calendars and lists, and `rows` counts what the store keeps beside the entry.
    """

    id: int
    at: datetime
    origin: Origin
    label: str
    changes: tuple[Change, ...]
    undone_at: datetime | None = None
    rows: int = 0
