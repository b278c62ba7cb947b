"""What a search asks for, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from assistant.domain.conversation import Message
from assistant.domain.event import Event
from assistant.domain.reminder import Reminder
from assistant.domain.task import Task


class Found(StrEnum):
    """The families that are searched."""

    EVENT = "event"
    TASK = "task"
    REMINDER = "reminder"
    MESSAGE = "message"


ALL_FOUND = tuple(Found)


class Where(IntEnum):
    """Where the words are, the best place first."""

    WHOLE = 0
    BEGINNING = 1
    TITLE_WORDS = 2
    TITLE = 3
    SOUND = 4
    BODY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A search. What is empty or None does not restrict it.

    Attributes:
        words: All of them must be found; the beginning of a word is enough.
        kinds: Families to look in.
        places: uids of calendars and lists; in any of them.
        tags: All of them.
        done: Only done or only open tasks and reminders.
        dated: Only what has a time.
        start_at: Aware; events and dated things from then on.
        end_at: Aware, exclusive.
    """

    words: str = ""
    kinds: tuple[Found, ...] = ALL_FOUND
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    done: bool | None = None
    dated: bool = False
    start_at: datetime | None = None
    end_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that was found, and where in it the words are. A reminder is one that stands alone."""

    kind: Found
    thing: Event | Task | Reminder | Message
    where: Where
