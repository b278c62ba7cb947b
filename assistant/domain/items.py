"""What calendars, tasks and reminders have in common."""

from __future__ import annotations

import uuid
from enum import IntEnum, StrEnum

MOST_TITLE = 500
"""Letters in the title of an item, or in the name of a calendar."""


class ItemKind(StrEnum):
    """Everything that the journal can restore."""

    CALENDAR = "calendar"
    EVENT = "event"
    TASK_LIST = "task_list"
    TASK = "task"
    REMINDER = "reminder"


class Origin(StrEnum):
    """Who made a change."""

    PERSON = "person"
    ASSISTANT = "assistant"
    SYNC = "sync"


class Priority(IntEnum):
    """How urgent a task is; shown as !, !!, !!!."""

    NONE = 0
    LOW = 1
    NORMAL = 2
    HIGH = 3


class Colour(StrEnum):
    """Names of the calendar colours in the theme; a theme decides what they look like."""

    BLUE = "blue"
    VIOLET = "violet"
    AMBER = "amber"
    ROSE = "rose"
    GREEN = "green"
    SLATE = "slate"


def new_uid() -> str:
    """A name that no other item on any computer has."""
    return str(uuid.uuid4())
