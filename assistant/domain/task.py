"""Task lists and the tasks in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assistant.domain.items import Colour, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """A named, coloured set of tasks. The inbox has the uid ``inbox`` and cannot be deleted.

    A list with a `parent_uid` is inside another one: a project of an area. No list is inside itself.
    """

    uid: str
    name: str
    colour: Colour = Colour.BLUE
    position: int = 0
    parent_uid: str | None = None


INBOX = "inbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done.

    At most one of `due_on` (a whole day) and `due_at` (an instant; `zone` names the zone it was meant in) is given.
    It may begin earlier: `start_on` or `start_at`, again at most one; before that it does not ask for attention.
    A repeating task has an `rrule` that starts at its due time; completing it moves it to the next one. With
    `after_completion` the rule is counted from the day of completion instead. `estimate_minutes` is how long it is
    thought to take. `someday` puts it aside: it is in no view by date until it is taken up again.
    `ical_uid`, `sequence` and `raw` as in `Event`.
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
    start_on: date | None = None
    start_at: datetime | None = None
    estimate_minutes: int | None = None
    after_completion: bool = False
    someday: bool = False
    ical_uid: str = ""
    sequence: int = 0
    raw: str = ""

    def __post_init__(self) -> None:
        if self.due_on is not None and self.due_at is not None:
            raise ValueError("a task is due on a day or at a time, not both")
        if self.due_at is not None and self.due_at.tzinfo is None:
            raise ValueError("a due time is aware")
        if self.start_on is not None and self.start_at is not None:
            raise ValueError("a task begins on a day or at a time, not both")
        if self.start_at is not None and self.start_at.tzinfo is None:
            raise ValueError("a time to begin is aware")
        if self.estimate_minutes is not None and self.estimate_minutes <= 0:
            raise ValueError("an estimate is longer than nothing")

    @property
    def done(self) -> bool:
        """True once completed."""
        return self.completed_at is not None


def due_day(task: Task, zone: ZoneInfo) -> date | None:
    """The day a task is due on for a viewer in that zone; None where it has no date."""
    return task.due_at.astimezone(zone).date() if task.due_at is not None else task.due_on


def start_day(task: Task, zone: ZoneInfo) -> date | None:
    """The day a task begins on for a viewer in that zone; None where it may begin at any time."""
    return task.start_at.astimezone(zone).date() if task.start_at is not None else task.start_on


def put_aside(task: Task) -> Task:
    """The task as one for some day: without dates, and so without what repeats."""
    return replace(
        task,
        someday=True,
        due_on=None,
        due_at=None,
        start_on=None,
        start_at=None,
        zone=None,
        rrule=None,
        after_completion=False,
    )
