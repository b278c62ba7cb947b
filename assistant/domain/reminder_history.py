"""What happened to a reminder, and when. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.reminder import Reminder, ReminderState


@dataclass(frozen=True, slots=True)
class ReminderStep:
    """It came into this state at this moment; `until` says when a waiting one was to come. Aware, in UTC."""

    state: ReminderState
    at: datetime
    until: datetime | None = None


def step_between(before: Reminder, after: Reminder, at: datetime) -> ReminderStep | None:
    """The step from one to the other, taken at `at`; None where nothing of its life is another."""
    if before.state is after.state and before.wakes_at == after.wakes_at:
        return None
    return ReminderStep(after.state, at, _until(after))


def steps_so_far(reminder: Reminder) -> tuple[ReminderStep, ...]:
    """What a reminder itself tells of its life: for one that comes with a past, as when its deletion is undone.

    Of snoozing only the end is known, so it is told in the moment that it was seen.
    """
    steps = [ReminderStep(ReminderState.SCHEDULED, reminder.created_at, reminder.due_at)]
    seen = reminder.shown_at or reminder.created_at
    if reminder.became_due_at is not None:
        steps.append(ReminderStep(ReminderState.DUE, reminder.became_due_at))
    if reminder.shown_at is not None:
        steps.append(ReminderStep(ReminderState.SHOWN, reminder.shown_at))
    if reminder.state is ReminderState.SNOOZED:
        steps.append(ReminderStep(ReminderState.SNOOZED, seen, reminder.snoozed_until))
    if reminder.acknowledged_at is not None:
        steps.append(ReminderStep(ReminderState.ACKNOWLEDGED, reminder.acknowledged_at))
    return tuple(sorted(steps, key=lambda step: step.at))


def with_beginning(reminder: Reminder, steps: tuple[ReminderStep, ...]) -> tuple[ReminderStep, ...]:
    """The steps that were written, and before them the beginning where that was not."""
    if steps and steps[0].state is ReminderState.SCHEDULED:
        return steps
    return (steps_so_far(reminder)[0], *steps) if steps else steps_so_far(reminder)


def _until(reminder: Reminder) -> datetime | None:
    waits = reminder.state in (ReminderState.SCHEDULED, ReminderState.SNOOZED)
    return reminder.wakes_at if waits else None
