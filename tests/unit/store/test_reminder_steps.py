"""Every step in the life of a reminder is stored with its moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from assistant.config.paths import Paths
from assistant.domain import life_cycle
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.reminder_history import ReminderStep
from assistant.store import SqliteStore
from tests.helpers.store_values import HOUR, NOW, StillClock, reminder

MINUTE = timedelta(minutes=1)


def test_the_steps_of_a_reminder_are_kept_with_their_moments(tmp_path: Path) -> None:
    clock = StillClock()
    paths = Paths.profile(tmp_path)
    paths.ensure()
    store = SqliteStore(paths, clock)
    try:
        due = NOW + HOUR
        one = reminder("tea", due_at=due, created_at=NOW)

        def keep(step: Reminder, at: datetime) -> None:
            clock.moment = at
            with store.writing() as unit:
                unit.reminders.advance(step)
                unit.commit()

        keep(one, NOW)
        ripe = life_cycle.fall_due(one, due)
        up = life_cycle.show(ripe, due)
        later = life_cycle.snooze(up, due + 2 * HOUR, due + MINUTE)
        for step, at in ((ripe, due), (up, due), (up, due), (later, due + MINUTE)):
            keep(step, at)
        keep(life_cycle.miss(later), due + 2 * MINUTE)
        with store.reading() as unit:
            told = unit.reminders.steps("tea")
        assert told == (
            ReminderStep(ReminderState.SCHEDULED, NOW, due),
            ReminderStep(ReminderState.DUE, due),
            ReminderStep(ReminderState.SHOWN, due),
            ReminderStep(ReminderState.SNOOZED, due + MINUTE, due + 2 * HOUR),
            ReminderStep(ReminderState.MISSED, due + 2 * MINUTE),
        )
        with store.writing() as unit:
            unit.reminders.remove("tea")
            deletion = unit.record("Deleted", at=NOW)
            unit.restore(deletion.changes, backwards=True)
            unit.commit()
        with store.reading() as unit:
            back = unit.reminders.steps("tea")
        assert [step.state for step in back] == [ReminderState.SCHEDULED, ReminderState.DUE, ReminderState.SHOWN]
        assert back[0].until == due, "what it tells itself"
    finally:
        store.close()
