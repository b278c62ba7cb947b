"""Events as somebody wants them, before they are stored. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.config.errors import InputError
from assistant.domain.event import MOST_ALERT_MINUTES, Calendar, Event
from assistant.domain.items import MOST_TITLE
from assistant.domain.rules import check_rule
from assistant.domain.spans import AllDay, Span

PERSONAL = "personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event as somebody wants it. `rrule` as in `Event`; `alert_minutes` before the start."""

    title: str
    span: Span
    calendar_uid: str = PERSONAL
    location: str = ""
    notes: str = ""
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    rrule: str | None = None
    alert_minutes: tuple[int, ...] = ()
    link: str = ""
    busy: bool = True

    @classmethod
    def of(cls, event: Event) -> EventDraft:
        """The draft that would leave the event as it is."""
        return cls(
            title=event.title,
            span=event.span,
            calendar_uid=event.calendar_uid,
            location=event.location,
            notes=event.notes,
            people=event.people,
            tags=event.tags,
            rrule=event.rrule,
            alert_minutes=event.alert_minutes,
            link=event.link,
            busy=event.busy,
        )


def usual_alerts(calendar: Calendar, span: Span) -> tuple[int, ...]:
    """The alerts of a new event where none were asked for: those of its calendar, and none for whole days."""
    return () if isinstance(span, AllDay) else calendar.alert_minutes


def checked(draft: EventDraft) -> EventDraft:
    """The draft with a clean title. Raises InputError ``event.title`` or ``event.rule``."""
    title = " ".join(draft.title.split())[:MOST_TITLE]
    if not title:
        raise InputError("event.title", "An event needs a title.")
    if draft.rrule:
        try:
            check_rule(draft.rrule)
        except ValueError as error:
            raise InputError("event.rule", "This repeat rule cannot be used.", rule=draft.rrule) from error
    alerts = tuple(sorted({minutes for minutes in draft.alert_minutes if 0 <= minutes <= MOST_ALERT_MINUTES}))
    return replace(draft, title=title, rrule=draft.rrule or None, alert_minutes=alerts)
