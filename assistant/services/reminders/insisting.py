"""Reminders that do not give up: how one insists, and what follows for the moment it sounds again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.domain import life_cycle
from assistant.domain.conversation import Action, Receipt
from assistant.domain.items import ItemKind, Origin, Priority
from assistant.domain.reminder import OPEN_STATES, Insistence, Reminder
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders import closing

DEFAULT_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Manner:
    """How long an unanswered reminder waits before it sounds again, and which insist without being told to.

    Attributes:
        every: Asked each time, so that a changed setting counts at once.
        high: True where reminders of tasks with high priority repeat.
    """

    every: Callable[[], timedelta] = lambda: DEFAULT_EVERY
    high: Callable[[], bool] = lambda: True

    def of(self, unit: UnitOfWork, row: Reminder) -> Insistence:
        """How this reminder insists now: as chosen, or because its task is important."""
        if row.insists is not Insistence.ONCE or row.item_kind is not ItemKind.TASK or row.item_uid is None:
            return row.insists
        task = unit.tasks.get(row.item_uid) if self.high() else None
        important = task is not None and task.priority is Priority.HIGH
        return Insistence.REPEAT if important else Insistence.ONCE

    def up(self, unit: UnitOfWork, row: Reminder, now: datetime) -> Reminder:
        """The reminder as it is once its pop-up is up: shown, and with the moment it sounds again."""
        shown = life_cycle.show(row, now)
        return life_cycle.insist(shown, self.of(unit, shown), now, self.every())

    def again(self, unit: UnitOfWork, row: Reminder, now: datetime) -> Reminder:
        """The reminder after it has sounded again, or has been found to insist no longer."""
        return life_cycle.ring_again(row, self.of(unit, row), now, self.every())


def choose(changes: Changes, manner: Manner, uid: str, how: Insistence, *, origin: Origin = Origin.PERSON) -> Receipt:
    """Sets how a reminder and the rest of its series insist, in one step that one undo takes back.

    Raises:
        NotFoundError: ``reminder.missing``.
    """
    now = changes.now()

    def work(unit: UnitOfWork) -> Outcome:
        row = closing.known(unit, uid)
        rows = [row, *_waiting_of_series(unit, row)]
        for one in rows:
            changed = replace(one, insists=how)
            unit.reminders.put(life_cycle.insist(changed, manner.of(unit, changed), now, manner.every()))
        item = receipts.of_reminder(row, changes.zone())
        return Outcome(action=Action.CHANGED, label=f"Changed {row.kind.replace('_', '-')}: {row.text}", items=(item,))

    return changes.write(work, origin)


def _waiting_of_series(unit: UnitOfWork, row: Reminder) -> list[Reminder]:
    if row.series_uid is None:
        return []
    rows = unit.reminders.of_item(row.item_uid) if row.item_uid else unit.reminders.in_states(tuple(OPEN_STATES))
    return [one for one in rows if one.series_uid == row.series_uid and one.uid != row.uid and one.state in OPEN_STATES]
