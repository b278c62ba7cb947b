"""Calendars and the events in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.domain.items import Colour
from assistant.domain.spans import AllDay, Span

MOST_ALERT_MINUTES = 60 * 24 * 366
"""How long before an event an alert may come, in minutes."""


class EventStatus(StrEnum):
    """STATUS of iCalendar (RFC 5545, 3.8.1.11)."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """What somebody who was invited has said."""

    NONE = "none"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who is invited. `role` is "required", "optional", "chair" or "informed"; one may be the organizer."""

    name: str
    address: str = ""
    answer: Answer = Answer.NONE
    role: str = "required"
    organizer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A named, coloured set of events.

    `alert_minutes` are what a new event with a clock time in it is given, where nothing else was said.
    One with a `source` (the address or path of an iCalendar file) is subscribed to: read again every
    `refresh_minutes`, and `read_only`, because the next reading would undo what was changed.
    """

    uid: str
    name: str
    colour: Colour = Colour.BLUE
    visible: bool = True
    position: int = 0
    read_only: bool = False
    source: str = ""
    refresh_minutes: int = 0
    alert_minutes: tuple[int, ...] = ()


def usual_calendar(calendars: Sequence[Calendar]) -> Calendar:
    """The one for new events where none is named: the first that is shown and can be written to. At least one."""
    writable = [one for one in calendars if not one.read_only] or list(calendars)
    shown = [one for one in writable if one.visible] or writable
    return min(shown, key=lambda one: one.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One occurrence of a series that differs from the rule.

    `recurrence_id` names the occurrence by its original start: ``YYYY-MM-DD`` in an all-day series,
    ``YYYY-MM-DDTHH:MM:SS`` in a floating one, the same with ``+00:00`` (UTC) in a zoned one. With `following` it is
    the example of all later ones too (RANGE=THISANDFUTURE). `raw` as in `Event`.
    """

    recurrence_id: str
    title: str
    span: Span
    location: str = ""
    notes: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    following: bool = False
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event, or a whole series of them: the unit that is stored, journalled and undone.

    `rrule` is an RFC 5545 value without its name ("FREQ=WEEKLY;BYDAY=MO"), expanded in the span's zone.
    `exdates` and `rdates` use the form of `Override.recurrence_id`. `alert_minutes` are minutes before the start.
    `task_uid` names the task that the event makes time for; it may be gone.
    An instance of `rdates` may have a length of its own, in seconds after a slash. `further_rules` add to the rule,
    `exrules` take away. `link` is an address to open; `busy` is False where the time counts as free.

    What came from an iCalendar file keeps its name there (`ical_uid`, else empty), the SEQUENCE, and in `raw` its
    component as content lines, unfolded, without BEGIN and END: nothing that this program does not know is lost.
    """

    uid: str
    calendar_uid: str
    title: str
    span: Span
    created_at: datetime
    updated_at: datetime
    location: str = ""
    notes: str = ""
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    status: EventStatus = EventStatus.CONFIRMED
    rrule: str | None = None
    rdates: tuple[str, ...] = ()
    exdates: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    alert_minutes: tuple[int, ...] = ()
    task_uid: str | None = None
    link: str = ""
    busy: bool = True
    attendees: tuple[Attendee, ...] = ()
    further_rules: tuple[str, ...] = ()
    exrules: tuple[str, ...] = ()
    ical_uid: str = ""
    sequence: int = 0
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One appearance of an event on the calendar; `recurrence_id` is None for an event that does not repeat."""

    event: Event
    recurrence_id: str | None
    title: str
    span: Span
    location: str
    notes: str
    status: EventStatus
    start_at: datetime
    end_at: datetime

    @property
    def all_day(self) -> bool:
        """True where the occurrence has dates and no clock times."""
        return isinstance(self.span, AllDay)
