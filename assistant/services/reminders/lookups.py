"""What can be asked about reminders: what rings next, what has rung, and what was answered."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderState
from assistant.domain.reminder_history import ReminderStep
from assistant.services.changes import Changes
from assistant.services.reminders import closing
from assistant.services.reminders.pages import ReminderPage, read_page


class ReminderLookups:
    """Reads reminders, each question in a transaction of its own. Any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def pending(self) -> tuple[Reminder, ...]:
        """Due or shown, and not answered: what has to be put up again after a start."""
        with self._changes.store.reading() as unit:
            return unit.reminders.in_states((ReminderState.DUE, ReminderState.SHOWN))

    def upcoming(self) -> tuple[Reminder, ...]:
        """Waiting, due or shown; the next one first."""
        with self._changes.store.reading() as unit:
            return unit.reminders.in_states(tuple(OPEN_STATES))

    def glance(self) -> tuple[Reminder | None, bool]:
        """The next one ahead, and whether any came and was not answered."""
        with self._changes.store.reading() as unit:
            wake = unit.reminders.next_wake(again=False)
            ahead = unit.reminders.waking_until(wake) if wake is not None else ()
            came = (ReminderState.DUE, ReminderState.SHOWN, ReminderState.MISSED)
            return (ahead[0] if ahead else None), any(unit.reminders.in_states((state,)) for state in came)

    def due_within_a_day(self) -> int:
        """How many come in the next 24 hours: they would not appear while the program is closed."""
        until = self._changes.now() + timedelta(days=1)
        with self._changes.store.reading() as unit:
            return len(unit.reminders.waking_until(until))

    def all(self) -> tuple[Reminder, ...]:
        """Every reminder, answered ones too."""
        with self._changes.store.reading() as unit:
            return unit.reminders.all()

    def alone(self, start: datetime, end: datetime) -> tuple[Reminder, ...]:
        """Those that hang on no event and no task, due from `start` to before `end`, answered ones too."""
        with self._changes.store.reading() as unit:
            return unit.reminders.alone(start, end)

    def reminded(self, item_uids: Collection[str]) -> frozenset[str]:
        """Those of the items that have an alert, or had one."""
        with self._changes.store.reading() as unit:
            return unit.reminders.reminded(item_uids)

    def page(self, limit: int) -> ReminderPage:
        """What waits, what is to come, and at most `limit` each of what was closed unanswered and what was answered."""
        with self._changes.store.reading() as unit:
            return read_page(unit, limit)

    def unanswered(self) -> tuple[Reminder, ...]:
        """All but those that were answered."""
        with self._changes.store.reading() as unit:
            return unit.reminders.in_states(tuple(sorted(OPEN_STATES | {ReminderState.MISSED})))

    def steps(self, uid: str) -> tuple[ReminderStep, ...]:
        """What happened to a reminder, oldest first."""
        with self._changes.store.reading() as unit:
            return unit.reminders.steps(uid)

    def get(self, uid: str) -> Reminder:
        """The reminder. Raises NotFoundError ``reminder.missing``."""
        with self._changes.store.reading() as unit:
            return closing.known(unit, uid)
