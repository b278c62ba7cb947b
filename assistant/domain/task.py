"""Task lists and the tasks in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.items import Colour, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """A named, coloured set of tasks. The inbox has the uid ``inbox`` and cannot be deleted."""

    uid: str
    name: str
    colour: Colour = Colour.BLUE
    position: int = 0


INBOX = "inbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done.

    At most one of `due_on` (a whole day) and `due_at` (an instant; `zone` names the zone it was meant in) is given.
    A repeating task has an `rrule` that starts at its due time; completing it moves it to the next one.
    """

    uid: str
    list_uid: str
    title: str
    created_at: datetime
    updated_at: datetime
    notes: str = ""
    due_on: date | None = None
    due_at: datetime | None = None
    zone: str | None = None
    priority: Priority = Priority.NONE
    tags: tuple[str, ...] = ()
    parent_uid: str | None = None
    rrule: str | None = None
    completed_at: datetime | None = None
    position: int = 0

    def __post_init__(self) -> None:
        if self.due_on is not None and self.due_at is not None:
            raise ValueError("a task is due on a day or at a time, not both")
        if self.due_at is not None and self.due_at.tzinfo is None:
            raise ValueError("a due time is aware")

    @property
    def done(self) -> bool:
        """True once completed."""
        return self.completed_at is not None
