"""Timers while they run: which there are, stopping one for a while, giving it more time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from assistant.config.errors import InputError
from assistant.domain import life_cycle
from assistant.domain.conversation import Action, Receipt
from assistant.domain.items import Origin
from assistant.domain.reminder import Reminder, ReminderKind, ReminderState
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders import closing

MOST = timedelta(days=7)


class TimerService:
    """Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def running(self) -> tuple[Reminder, ...]:
        """Timers that run or are paused; the one that ends first comes first, paused ones last."""
        with self._changes.store.reading() as unit:
            rows = unit.reminders.in_states((ReminderState.SCHEDULED, ReminderState.PAUSED))
        timers = [row for row in rows if row.kind is ReminderKind.TIMER]
        return tuple(sorted(timers, key=lambda row: (row.state is ReminderState.PAUSED, row.due_at, row.uid)))

    def pause(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Stops a timer; what is left is kept.

        Raises:
            NotFoundError: ``reminder.missing``.
            InputError: ``reminder.no_timer``.
            ConflictError: ``reminder.answered`` where it has run out.
        """
        now = self._changes.now()
        return self._change(uid, lambda row: life_cycle.pause(row, now), "Paused", origin)

    def go_on(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """A paused timer runs again. Raises as `pause`."""
        now = self._changes.now()
        return self._change(uid, lambda row: life_cycle.go_on(row, now), "Continued", origin)

    def lengthen(self, uid: str, by: timedelta, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Gives a timer more time. Raises as `pause`, and InputError ``reminder.length`` beyond a week."""
        now = self._changes.now()

        def longer(row: Reminder) -> Reminder:
            after = life_cycle.lengthen(row, by)
            if life_cycle.remaining(after, now) > MOST:
                raise InputError("reminder.length", "A timer can run for a week at most.")
            return after

        return self._change(uid, longer, "Changed", origin)

    def _change(self, uid: str, step: Callable[[Reminder], Reminder], done: str, origin: Origin) -> Receipt:
        def work(unit: UnitOfWork) -> Outcome:
            row = step(closing.known(unit, uid))
            unit.reminders.put(row)
            item = receipts.of_reminder(row, self._changes.zone())
            return Outcome(action=Action.CHANGED, label=f"{done} timer: {row.text}", items=(item,))

        return self._changes.write(work, origin)
