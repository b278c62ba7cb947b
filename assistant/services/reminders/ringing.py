"""The moment a reminder comes due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from assistant.domain import life_cycle
from assistant.domain.event import Event
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.spans import Zoned
from assistant.domain.task import Task
from assistant.services.changes import Changes
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_event, event_alert
from assistant.services.reminders.insisting import Manner


@dataclass(frozen=True, slots=True)
class Rung:
    """Those that became due, those that sound again because nobody answered, and when to wake up next."""

    due: tuple[Reminder, ...]
    again: tuple[Reminder, ...]
    wake: datetime | None


def fall_due(changes: Changes, manner: Manner) -> Rung:
    """Makes due, in one transaction, whatever has come to its moment; what repeats gets its successor.

    A reminder whose item is gone or done is closed without a word. One that is up and insists is noted as sounding
    again, with the moment after that.
    """
    now = changes.now()
    due: list[Reminder] = []
    with changes.store.writing() as unit:
        for row in unit.reminders.waking_until(now):
            fresh = row.state is ReminderState.SCHEDULED
            item = _item_of(unit, row)
            if row.item_uid is not None and (item is None or (isinstance(item, Task) and item.done)):
                unit.reminders.advance(life_cycle.acknowledge(row, now))
                continue
            ripe = life_cycle.fall_due(row, now)
            unit.reminders.advance(ripe)
            due.append(ripe)
            follower = _follower(row, item, now, changes.zone()) if fresh else None
            if follower is not None:
                unit.reminders.advance(follower)
        again = _sound_again(unit, manner, now)
        wake = unit.reminders.next_wake()
        unit.commit()
    return Rung(tuple(due), again, wake)


def _sound_again(unit: UnitOfWork, manner: Manner, now: datetime) -> tuple[Reminder, ...]:
    rung: list[Reminder] = []
    for row in unit.reminders.ringing_until(now):
        after = manner.again(unit, row, now)
        unit.reminders.advance(after)
        if after.rings_at is not None:
            rung.append(after)
    return tuple(rung)


def _item_of(unit: UnitOfWork, row: Reminder) -> Event | Task | None:
    if row.item_uid is None:
        return None
    return unit.events.get(row.item_uid) if row.item_kind is ItemKind.EVENT else unit.tasks.get(row.item_uid)


def _follower(row: Reminder, item: Event | Task | None, now: datetime, viewer: ZoneInfo) -> Reminder | None:
    """The next reminder of the same series or event."""
    if isinstance(item, Event):
        after = max(row.due_at.astimezone(UTC), now.astimezone(UTC))
        return event_alert(item, row.minutes_before or 0, after, now, viewer)
    return life_cycle.successor(row, now)


def follow_zone(changes: Changes) -> None:
    """Brings alerts of whole days and floating events in step with the zone that the person is in now.

    Those of zoned events and of tasks are instants and stay.
    """
    now, viewer = changes.now(), changes.zone()
    with changes.store.reading() as unit:
        waiting = unit.reminders.in_states((ReminderState.SCHEDULED,))
    moved = {row.item_uid for row in waiting if row.item_kind is ItemKind.EVENT and row.zone != str(viewer)}
    if not moved:
        return
    with changes.store.writing() as unit:
        for uid in sorted(uid for uid in moved if uid is not None):
            event = unit.events.get(uid)
            if event is not None and not isinstance(event.span, Zoned):
                align_event(unit, event, now, viewer, journalled=False)
        unit.commit()
