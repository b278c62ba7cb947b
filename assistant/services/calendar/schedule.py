"""Calendars and events: what is on when, and every change to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.config.errors import InputError, NotFoundError
from assistant.domain import series
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.event import Calendar, Event, Occurrence
from assistant.domain.items import MOST_TITLE, ItemKind, Origin, new_uid
from assistant.domain.overlap import clashing
from assistant.domain.recurrence import (
    Scope,
    count_occurrences,
    expand,
    expand_all,
    repeats,
)
from assistant.domain.spans import AllDay, Span, bounds
from assistant.services.calendar.drafts import EventDraft, checked
from assistant.services.calendar.event_edits import edited, filled, left_of
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_event

MOST_CLASHES = 5


class ScheduleService:
    """Events and calendars. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    # ------------------------------------------------------------------------------------------------- calendars

    def calendars(self) -> tuple[Calendar, ...]:
        """All calendars, in their order."""
        with self._changes.store.reading() as unit:
            return unit.calendars.all()

    def save_calendar(self, calendar: Calendar) -> Receipt:
        """Adds or changes a calendar. Raises InputError ``calendar.name`` where it has no name."""
        clean = replace(calendar, name=calendar.name.strip()[:MOST_TITLE])
        if not clean.name:
            raise InputError("calendar.name", "A calendar needs a name.")

        def work(unit: UnitOfWork) -> Outcome:
            known = unit.calendars.get(clean.uid) is not None
            unit.calendars.put(clean)
            action = Action.CHANGED if known else Action.ADDED
            return Outcome(action=action, label=f"{action.capitalize()} calendar: {clean.name}")

        return self._changes.write(work)

    def remove_calendar(self, uid: str) -> Receipt:
        """Removes a calendar with its events; the last one stays.

        Raises:
            NotFoundError: ``calendar.missing``.
            InputError: ``calendar.last``.
        """

        def work(unit: UnitOfWork) -> Outcome:
            calendar = unit.calendars.get(uid)
            if calendar is None:
                raise NotFoundError("calendar.missing", "This calendar does not exist any more.")
            if len(unit.calendars.all()) == 1:
                raise InputError("calendar.last", "The last calendar cannot be deleted.")
            unit.calendars.remove(uid)
            item = ReceiptItem(kind="calendar", uid=uid, item_kind=ItemKind.CALENDAR, title=calendar.name)
            return Outcome(action=Action.DELETED, label=f"Deleted calendar: {calendar.name}", items=(item,))

        return self._changes.write(work)

    # --------------------------------------------------------------------------------------------------- looking

    def occurrences(self, start_at: datetime, end_at: datetime, *, visible_only: bool = True) -> tuple[Occurrence, ...]:
        """Everything that touches [start_at, end_at), expanded, by start, whole days first."""
        with self._changes.store.reading() as unit:
            shown = {calendar.uid for calendar in unit.calendars.all() if calendar.visible or not visible_only}
            events = unit.events.touching(start_at, end_at)
        viewer = self._changes.zone()
        # In UTC already, because each event compares itself with them there.
        low, high = start_at.astimezone(UTC), end_at.astimezone(UTC)
        found = expand_all((event for event in events if event.calendar_uid in shown), low, high, viewer)
        return tuple(sorted(found, key=_by_start))

    def get(self, uid: str) -> Event:
        """The event. Raises NotFoundError ``event.missing``."""
        with self._changes.store.reading() as unit:
            return known_event(unit, uid)

    def clashes(self, span: Span, *, but: str | None = None) -> tuple[Occurrence, ...]:
        """The timed occurrences that overlap a timed span, other than those of event `but`."""
        if isinstance(span, AllDay):
            return ()
        start, end = bounds(span, self._changes.zone())
        return clashing(self.occurrences(start, max(end, start + timedelta(minutes=1))), start, end, but=but)

    def count_of_series(self, uid: str, recurrence_id: str | None) -> tuple[int | None, int | None]:
        """How many occurrences "this and following" and "all" mean; None for a series without an end."""
        event, viewer = self.get(uid), self._changes.zone()
        return count_occurrences(event, viewer, recurrence_id), count_occurrences(event, viewer)

    # -------------------------------------------------------------------------------------------------- changing

    def create(self, draft: EventDraft, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Adds an event with its alerts.

        Raises:
            InputError: ``event.title``, ``event.rule``.
            NotFoundError: ``store.parent_missing`` where the calendar is gone.
        """
        clean = checked(draft)
        now = self._changes.now()
        bare = Event(
            uid=new_uid(),
            calendar_uid=clean.calendar_uid,
            title=clean.title,
            span=clean.span,
            created_at=now,
            updated_at=now,
        )
        event = filled(bare, clean, now)

        def work(unit: UnitOfWork) -> Outcome:
            check_writable(unit, event.calendar_uid)
            unit.events.put(event)
            align_event(unit, event, now, self._changes.zone())
            item = replace(self._item(unit, event), clashes=self._clashing(unit, event.span, event.uid))
            return Outcome(action=Action.ADDED, label=f"Added event: {event.title}", items=(item,))

        return self._changes.write(work, origin)

    def change(
        self,
        uid: str,
        draft: EventDraft,
        *,
        recurrence_id: str | None = None,
        scope: Scope = Scope.ALL,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Edits an event; of a series the occurrence `recurrence_id` alone, it and all later ones, or all.

        With ALL and a `recurrence_id`, `draft.span` is the new time of that occurrence and the others follow it.

        Raises:
            NotFoundError: ``event.missing``, ``event.occurrence_missing``.
            InputError: ``event.title``, ``event.rule``.
        """
        return self._edit(uid, checked(draft), recurrence_id, scope, origin, Action.CHANGED)

    def move(
        self,
        uid: str,
        span: Span,
        *,
        recurrence_id: str | None = None,
        scope: Scope = Scope.THIS,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Moves or stretches an event, or the occurrences that `scope` says."""
        event = self.get(uid)
        draft = EventDraft.of(event)
        if recurrence_id is not None and (override := series.override_of(event, recurrence_id)):
            draft = replace(draft, title=override.title, location=override.location, notes=override.notes)
        return self._edit(uid, replace(draft, span=span), recurrence_id, scope, origin, Action.MOVED)

    def delete(
        self,
        uid: str,
        *,
        recurrence_id: str | None = None,
        scope: Scope = Scope.ALL,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Deletes an event, or the occurrences of a series that `scope` says, with the alerts."""
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            event = changeable_event(unit, uid)
            name = recurrence_id if repeats(event) else None
            span = series.shown_span(event, name)
            left = left_of(event, name, scope)
            gone = tuple(row.uid for row in unit.reminders.of_item(uid))
            item = self._item(unit, event, span=span)
            if name is not None and scope is Scope.THIS:
                item = replace(item, rrule=None)
            if left is None:
                unit.events.remove(uid)
            else:
                unit.events.put(replace(left, updated_at=now))
                gone = align_event(unit, left, now, viewer)
            return Outcome(action=Action.DELETED, label=f"Deleted event: {event.title}", items=(item,), answered=gone)

        return self._changes.write(work, origin)

    def _edit(
        self, uid: str, draft: EventDraft, rid: str | None, scope: Scope, origin: Origin, action: Action
    ) -> Receipt:
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            event = changeable_event(unit, uid)
            check_writable(unit, draft.calendar_uid)
            name = rid if repeats(event) else None
            old_span = series.shown_span(event, name)
            changed = edited(event, draft, name, scope, now)
            answered: tuple[str, ...] = ()
            for one in changed:
                unit.events.put(one)
                answered += align_event(unit, one, now, viewer)
            before = self._item(unit, event, span=old_span)
            after = replace(self._item(unit, changed[-1], span=draft.span), title=draft.title, location=draft.location)
            if name is not None and scope is Scope.THIS:
                before, after = replace(before, rrule=None), replace(after, rrule=None)
            after = receipts.with_difference(before, after)
            if draft.span != old_span:
                after = replace(after, clashes=self._clashing(unit, draft.span, uid, changed[-1].uid))
            label = f"{action.capitalize()} event: {draft.title}"
            return Outcome(action=action, label=label, items=(after,), answered=answered)

        return self._changes.write(work, origin)

    def _clashing(self, unit: UnitOfWork, span: Span, *own: str) -> tuple[str, ...]:
        """Titles of what is on at the same time, other than the event itself; of a series its first time counts."""
        if isinstance(span, AllDay):
            return ()
        viewer = self._changes.zone()
        start, end = bounds(span, viewer)
        shown = {calendar.uid for calendar in unit.calendars.all() if calendar.visible}
        found = [
            occurrence
            for event in unit.events.touching(start, end)
            if event.uid not in own and event.busy and event.calendar_uid in shown
            for occurrence in expand(event, start, end, viewer)
        ]
        return tuple(dict.fromkeys(one.title for one in clashing(found, start, end)))[:MOST_CLASHES]

    def _item(self, unit: UnitOfWork, event: Event, *, span: Span | None = None) -> ReceiptItem:
        calendar = unit.calendars.get(event.calendar_uid)
        return receipts.of_event(event, calendar.name if calendar else "", self._changes.zone(), span=span)


def _by_start(one: Occurrence) -> tuple[datetime, bool, datetime, str]:
    return one.start_at, not isinstance(one.span, AllDay), one.end_at, one.title


def known_event(unit: UnitOfWork, uid: str) -> Event:
    """The event. Raises NotFoundError ``event.missing``."""
    event = unit.events.get(uid)
    if event is None:
        raise NotFoundError("event.missing", "This event does not exist any more.", uid=uid)
    return event


def changeable_event(unit: UnitOfWork, uid: str) -> Event:
    """The event, to be changed. Raises NotFoundError ``event.missing``, InputError ``calendar.read_only``."""
    event = known_event(unit, uid)
    check_writable(unit, event.calendar_uid)
    return event


def check_writable(unit: UnitOfWork, calendar_uid: str) -> None:
    """Raises InputError ``calendar.read_only`` for a calendar that is subscribed to."""
    calendar = unit.calendars.get(calendar_uid)
    if calendar is not None and calendar.read_only:
        raise InputError(
            "calendar.read_only", f"“{calendar.name}” is subscribed to and cannot be changed.", name=calendar.name
        )
