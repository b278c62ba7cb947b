"""Several events moved or deleted in one step, with one journal entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain import series
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.event import Event
from assistant.domain.items import Origin
from assistant.domain.recurrence import Scope, repeats
from assistant.domain.spans import Span
from assistant.services.calendar.drafts import EventDraft
from assistant.services.calendar.event_edits import edited, left_of
from assistant.services.calendar.schedule import changeable_event
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_event


@dataclass(frozen=True, slots=True)
class Place:
    """An event, or of a series one occurrence; `span` where it goes."""

    uid: str
    recurrence_id: str | None = None
    span: Span | None = None


class ManyEvents:
    """Changes of several events at once. Blocks; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def move(self, places: Sequence[Place], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Moves each to its span; of a series that occurrence alone. Raises NotFoundError ``event.missing``."""
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for place in places:
                event, name = _found(unit, place)
                if place.span is None:
                    continue
                old = self._item(unit, event, series.shown_span(event, name))
                draft = replace(EventDraft.of(event), span=place.span)
                if name is not None and (override := series.override_of(event, name)):
                    draft = replace(draft, title=override.title, location=override.location, notes=override.notes)
                for one in edited(event, draft, name, Scope.THIS if name else Scope.ALL, now):
                    unit.events.put(one)
                    answered += align_event(unit, one, now, viewer)
                new = replace(self._item(unit, event, place.span), title=draft.title, location=draft.location)
                items.append(receipts.with_difference(old, new))
            return Outcome(action=Action.MOVED, label=_label("Moved", items), items=tuple(items), answered=answered)

        return self._changes.write(work, origin)

    def delete(self, places: Sequence[Place], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes each; of a series that occurrence alone. Raises NotFoundError ``event.missing``."""
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for place in places:
                event, name = _found(unit, place)
                items.append(self._item(unit, event, series.shown_span(event, name)))
                left = left_of(event, name, Scope.THIS if name else Scope.ALL)
                if left is None:
                    answered += tuple(row.uid for row in unit.reminders.of_item(event.uid))
                    unit.events.remove(event.uid)
                else:
                    unit.events.put(replace(left, updated_at=now))
                    answered += align_event(unit, left, now, viewer)
            return Outcome(action=Action.DELETED, label=_label("Deleted", items), items=tuple(items), answered=answered)

        return self._changes.write(work, origin)

    def _item(self, unit: UnitOfWork, event: Event, span: Span) -> ReceiptItem:
        calendar = unit.calendars.get(event.calendar_uid)
        item = receipts.of_event(event, calendar.name if calendar else "", self._changes.zone(), span=span)
        return replace(item, rrule=None)


def _found(unit: UnitOfWork, place: Place) -> tuple[Event, str | None]:
    event = changeable_event(unit, place.uid)
    return event, place.recurrence_id if repeats(event) else None


def _label(verb: str, items: Sequence[ReceiptItem]) -> str:
    return f"{verb} event: {items[0].title}" if len(items) == 1 else f"{verb} {len(items)} events"
