"""What a sentence asks for, with every time resolved. The one value that understanding hands to the services."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from assistant.understanding.times import TimeMention


class Intent(StrEnum):
    """Everything a sentence can ask for."""

    CREATE_EVENT = "create_event"
    UPDATE_EVENT = "update_event"
    DELETE_EVENT = "delete_event"
    QUERY_EVENTS = "query_events"
    CREATE_TASK = "create_task"
    UPDATE_TASK = "update_task"
    COMPLETE_TASK = "complete_task"
    DELETE_TASK = "delete_task"
    QUERY_TASKS = "query_tasks"
    CREATE_REMINDER = "create_reminder"
    UPDATE_REMINDER = "update_reminder"
    DELETE_REMINDER = "delete_reminder"
    QUERY_REMINDERS = "query_reminders"
    QUERY_TIME = "query_time"
    WRITE = "write"
    TRANSLATE = "translate"
    SUMMARIZE = "summarize"
    CLASSIFY = "classify"
    SEARCH = "search"
    CHAT = "chat"


class Route(StrEnum):
    """Who understood it."""

    RULES = "rules"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What was said beside the times. What was not said is None or empty.

    `reference` holds the words that name an existing item; `new_title` what it shall be called from now on.
    `reminder_kind` is "reminder", "alarm" or "timer". A `follow_up` reminds only if the task is not done by then;
    `reference` names that task, `title` what it is called where there is none. `insists` is "nag": until it is done.
    A reminder with a `reference` is counted from that item:
    `reminder_minutes_before` its start, or `minutes_after` its end.
    """

    title: str | None = None
    location: str | None = None
    people: tuple[str, ...] = ()
    list: str | None = None
    calendar: str | None = None
    tags: tuple[str, ...] = ()
    priority: str | None = None
    duration: timedelta | None = None
    reminder_minutes_before: tuple[int, ...] = ()
    minutes_after: int | None = None
    reminder_kind: str | None = None
    reference: str | None = None
    new_title: str | None = None
    notes: str | None = None
    deadline: bool = False
    follow_up: bool = False
    insists: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Understood words: [start_char, end_char) of the text, and the slot they went to ("time", "title", …)."""

    start_char: int
    end_char: int
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing asked for. `times` is in the order of the text; the item's own time is `item_time`.

    The first `naming` of the times only tell which existing item is meant.
    """

    intent: Intent
    confidence: float
    slots: Slots = field(default_factory=Slots)
    times: tuple[TimeMention, ...] = ()
    marks: tuple[Mark, ...] = ()
    naming: int = 0

    @property
    def item_time(self) -> TimeMention | None:
        """The first mention that is an instant, a date, an interval or a recurrence; of a change the new one."""
        return _first_dated(self.times[self.naming :])

    @property
    def naming_time(self) -> TimeMention | None:
        """When the existing item is that is meant: "cancel *tomorrow's* class", "move *Friday's* lunch to Monday"."""
        return _first_dated(self.times[: self.naming])

    @property
    def writes(self) -> bool:
        """True where carrying it out changes stored items."""
        return self.intent.value.split("_")[0] in ("create", "update", "delete", "complete")


def _first_dated(times: tuple[TimeMention, ...]) -> TimeMention | None:
    return next((t for t in times if t.kind != "duration" and not t.lead and (t.start or t.end)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """The whole sentence. `requests` is never empty; chat is a request too.

    `sure` is False where the rules see more than one likely intent: then the model is asked (or the person).
    """

    text: str
    requests: tuple[Request, ...]
    route: Route
    language: str
    sure: bool

    @property
    def first(self) -> Request:
        """The first request."""
        return self.requests[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What understanding may know: the moment, the person's conventions, and the names of lists and calendars."""

    now: datetime
    zone: ZoneInfo
    language: str | None = None
    day_first: bool = False
    week_start: int = 0
    lists: tuple[str, ...] = ()
    calendars: tuple[str, ...] = ()
