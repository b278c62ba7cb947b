"""Adding, editing, completing, undoing, ringing and restarting in any order: what must hold always holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from unittest.mock import patch
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assistant.config.errors import ConflictError, NotFoundError
from assistant.domain.items import ItemKind
from assistant.domain.reminder import OPEN_STATES, ReminderState
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.notices import RemindersDue
from assistant.services.tasks.service import TaskDraft
from tests.helpers.household import Household

RULES = st.sampled_from((None, None, "FREQ=DAILY", "FREQ=WEEKLY;COUNT=3"))
MINUTES = st.integers(1, 60 * 36)


class Life(RuleBasedStateMachine):
    """A person's days, quickly."""

    def __init__(self) -> None:
        super().__init__()
        # The same uids in every run: what has no other order is ordered by them, and a run must be repeatable.
        bits = Random(0)
        self.uids = patch("assistant.domain.items.uuid.uuid4", lambda: UUID(int=bits.getrandbits(128), version=4))
        self.uids.start()

    @initialize()
    def begin(self) -> None:
        self.home = Household()
        self.home.assistant.reminders.start()

    def teardown(self) -> None:
        self.uids.stop()

    def moment(self, minutes: int) -> datetime:
        return self.home.clock.now() + timedelta(minutes=minutes)

    @rule(minutes=MINUTES, rrule=RULES)
    def add_task(self, minutes: int, rrule: str | None) -> None:
        due = self.moment(minutes)
        self.home.assistant.tasks.create(TaskDraft(title="task", due_at=due, remind_at=due, rrule=rrule))

    @rule(minutes=MINUTES, rrule=RULES, alert=st.sampled_from((0, 10, 60)))
    def add_event(self, minutes: int, rrule: str | None, alert: int) -> None:
        start = self.moment(minutes)
        span = Zoned(start, start + timedelta(hours=1), "Europe/Berlin")
        self.home.assistant.schedule.create(EventDraft(title="event", span=span, rrule=rrule, alert_minutes=(alert,)))

    @rule(minutes=MINUTES, rrule=RULES)
    def add_alarm(self, minutes: int, rrule: str | None) -> None:
        self.home.assistant.reminders.create("alarm", self.moment(minutes), rrule=rrule)

    @precondition(lambda self: self.home.assistant.tasks.all(done=False))
    @rule(data=st.data(), minutes=MINUTES)
    def change_task(self, data: st.DataObject, minutes: int) -> None:
        task = data.draw(st.sampled_from(self.home.assistant.tasks.all(done=False)))
        self.home.assistant.tasks.change(replace(task, due_at=self.moment(minutes)))

    @precondition(lambda self: self.home.assistant.tasks.all())
    @rule(data=st.data(), what=st.sampled_from(("complete", "reopen", "delete")))
    def close_task(self, data: st.DataObject, what: str) -> None:
        task = data.draw(st.sampled_from(self.home.assistant.tasks.all()))
        getattr(self.home.assistant.tasks, what)(task.uid)

    def events(self) -> list[str]:
        low = self.home.clock.now() - timedelta(days=40)
        found = self.home.assistant.schedule.occurrences(low, low + timedelta(days=400))
        return sorted({o.event.uid for o in found})

    @precondition(lambda self: self.events())
    @rule(data=st.data(), minutes=MINUTES)
    def move_event(self, data: st.DataObject, minutes: int) -> None:
        uid = data.draw(st.sampled_from(self.events()))
        start = self.moment(minutes)
        self.home.assistant.schedule.move(uid, Zoned(start, start + timedelta(hours=1), "Europe/Berlin"))

    @precondition(lambda self: self.events())
    @rule(data=st.data())
    def delete_event(self, data: st.DataObject) -> None:
        self.home.assistant.schedule.delete(data.draw(st.sampled_from(self.events())))

    @rule(minutes=st.integers(1, 60 * 60))
    def time_passes(self, minutes: int) -> None:
        self.home.clock.advance(timedelta(minutes=minutes))
        if self.home.wakeups.next is not None and self.home.wakeups.next <= self.home.clock.now():
            self.home.wakeups.ring()

    @rule()
    def restart(self) -> None:
        self.home = self.home.again()
        self.home.assistant.reminders.start()

    @precondition(lambda self: self.home.assistant.reminders.pending())
    @rule(data=st.data(), what=st.sampled_from(("shown", "acknowledge", "snooze", "dismiss")))
    def answer(self, data: st.DataObject, what: str) -> None:
        row = data.draw(st.sampled_from(self.home.assistant.reminders.pending()))
        reminders = self.home.assistant.reminders
        match what:
            case "shown":
                reminders.shown((row.uid,))
            case "acknowledge":
                reminders.acknowledge(row.uid)
            case "snooze":
                reminders.snooze(row.uid, self.moment(10))
            case _:
                reminders.dismiss(row.uid)

    @rule()
    def undo(self) -> None:
        try:
            self.home.assistant.undo.undo()
        except (NotFoundError, ConflictError):
            return

    @rule()
    def redo(self) -> None:
        try:
            self.home.assistant.undo.redo()
        except (NotFoundError, ConflictError):
            return

    @invariant()
    def every_open_reminder_has_its_item(self) -> None:
        tasks = {task.uid: task for task in self.home.assistant.tasks.all()}
        with self.home.store.reading() as unit:
            for row in self.home.assistant.reminders.upcoming():
                if row.item_kind is ItemKind.TASK:
                    assert row.item_uid in tasks
                elif row.item_kind is ItemKind.EVENT:
                    assert row.item_uid is not None
                    assert unit.events.get(row.item_uid) is not None

    @invariant()
    def no_item_waits_twice(self) -> None:
        waiting = [row for row in self.home.assistant.reminders.all() if row.state is ReminderState.SCHEDULED]
        counted = Counter((row.item_uid, row.minutes_before, row.series_uid) for row in waiting if row.item_uid)
        assert all(number == 1 for number in counted.values()), counted

    @invariant()
    def the_next_wake_up_is_set(self) -> None:
        waking = [
            row.wakes_at.astimezone(UTC)
            for row in self.home.assistant.reminders.all()
            if row.state in (ReminderState.SCHEDULED, ReminderState.SNOOZED)
        ]
        assert self.home.wakeups.next == (min(waking) if waking else None)

    @invariant()
    def nothing_is_announced_twice(self) -> None:
        for notice in self.home.news:
            if isinstance(notice, RemindersDue):
                announced = [row.uid for row in notice.reminders]
                assert len(set(announced)) == len(announced)
                assert all(row.state in OPEN_STATES for row in notice.reminders)


Life.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase
