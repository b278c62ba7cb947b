"""What an edit or a deletion makes of an event, of one occurrence of it, or of the rest of its series. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assistant.domain import series
from assistant.domain.event import Event, Override
from assistant.domain.items import new_uid
from assistant.domain.recurrence import Scope
from assistant.services.calendar.drafts import EventDraft


def filled(event: Event, draft: EventDraft, now: datetime) -> Event:
    """The event with everything that the draft says."""
    return replace(
        event,
        calendar_uid=draft.calendar_uid,
        title=draft.title,
        span=draft.span,
        location=draft.location,
        notes=draft.notes,
        people=draft.people,
        tags=draft.tags,
        rrule=draft.rrule,
        alert_minutes=draft.alert_minutes,
        link=draft.link,
        busy=draft.busy,
        updated_at=now,
    )


def edited(event: Event, draft: EventDraft, rid: str | None, scope: Scope, now: datetime) -> list[Event]:
    """What an edit makes of an event: itself changed, or (this and following) its beginning and a new series."""
    if rid is None:
        return [filled(event if (event.rrule, event.span) == (draft.rrule, draft.span) else _plain(event), draft, now)]
    known = series.override_of(event, rid)
    if scope is Scope.THIS:
        own = known or Override(recurrence_id=rid, title=draft.title, span=draft.span)
        override = replace(own, title=draft.title, span=draft.span, location=draft.location, notes=draft.notes)
        return [replace(series.with_override(event, override), updated_at=now)]
    if known is not None:
        event, draft = _by_example(event, known, draft)
    ended = series.ended_before(event, rid) if scope is Scope.FOLLOWING else None
    rest = event if ended is None else series.detached(series.starting_at(event, rid))
    moved = series.followed(rest, rid, draft.span)
    if draft.rrule != event.rrule:
        span = moved.span if ended is None else draft.span
        changed = filled(_plain(moved), replace(draft, span=span), now)
    else:
        changed = filled(moved, replace(draft, span=moved.span, rrule=moved.rrule), now)
    if ended is None:
        return [changed]
    return [replace(ended, updated_at=now), replace(changed, uid=new_uid(), created_at=now)]


def _by_example(event: Event, known: Override, draft: EventDraft) -> tuple[Event, EventDraft]:
    """An exception whose change is meant for others: what is new in it is theirs too, the rest stays its own."""
    changed = replace(known, title=draft.title, location=draft.location, notes=draft.notes)
    draft = replace(
        draft,
        title=event.title if draft.title == known.title else draft.title,
        location=event.location if draft.location == known.location else draft.location,
        notes=event.notes if draft.notes == known.notes else draft.notes,
    )
    own = (changed.title, changed.location, changed.notes) != (draft.title, draft.location, draft.notes)
    regular = known.span == series.regular_span(event, known.recurrence_id)
    special = own or not regular or known.following or known.status != event.status
    others = tuple(one for one in event.overrides if one is not known)
    return replace(event, overrides=(*others, changed) if special else others), draft


def _plain(event: Event) -> Event:
    """Without exceptions, whose names belong to a pattern that is no more."""
    return replace(event, rdates=(), exdates=(), overrides=(), further_rules=(), exrules=())


def left_of(event: Event, rid: str | None, scope: Scope) -> Event | None:
    """What is left after deleting; None where nothing is."""
    if rid is None or scope is Scope.ALL:
        return None
    left = series.without(event, rid) if scope is Scope.THIS else series.ended_before(event, rid)
    return None if left is None or series.is_empty(left) else left
