"""The life of a reminder as a state machine: pure steps, and a refusal of every step that makes no sense.

scheduled -> due -> shown -> acknowledged | snoozed | missed; snoozed -> due. A person may answer early (acknowledge
what is still scheduled or snoozed) and late (a missed one may still be snoozed or acknowledged).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.config.errors import ConflictError, InputError
from assistant.domain.items import new_uid
from assistant.domain.recurrence import count_moments, next_moment
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.rules import zone_named

_S = ReminderState
STEPS: dict[ReminderState, frozenset[ReminderState]] = {
    _S.SCHEDULED: frozenset({_S.DUE, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.DUE: frozenset({_S.SHOWN, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.SHOWN: frozenset({_S.SHOWN, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.SNOOZED: frozenset({_S.DUE, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.MISSED: frozenset({_S.SNOOZED, _S.ACKNOWLEDGED}),
    _S.ACKNOWLEDGED: frozenset(),
}


def _step(reminder: Reminder, to: ReminderState) -> None:
    if to not in STEPS[reminder.state]:
        raise ConflictError(
            "reminder.answered",
            f"This reminder is {reminder.state} already.",
            state=str(reminder.state),
            wanted=str(to),
        )


def fall_due(reminder: Reminder, now: datetime) -> Reminder:
    """Its moment has come. `snoozed_until` stays: a pop-up says that it comes back from snoozing.

    Raises:
        ConflictError: ``reminder.answered``, as for every step here.
        InputError: ``reminder.early`` before its moment.
    """
    _step(reminder, _S.DUE)
    if reminder.wakes_at.astimezone(UTC) > now.astimezone(UTC):
        raise InputError("reminder.early", "This reminder is not due yet.")
    return replace(reminder, state=_S.DUE, became_due_at=now.astimezone(UTC))


def show(reminder: Reminder, now: datetime) -> Reminder:
    """Its pop-up is put up; the first moment of that is kept."""
    _step(reminder, _S.SHOWN)
    if reminder.state is _S.SHOWN:
        return reminder
    return replace(reminder, state=_S.SHOWN, shown_at=now.astimezone(UTC))


def snooze(reminder: Reminder, until: datetime, now: datetime) -> Reminder:
    """Put off. Raises InputError ``reminder.past`` where `until` is not in the future."""
    _step(reminder, _S.SNOOZED)
    if until.astimezone(UTC) <= now.astimezone(UTC):
        raise InputError("reminder.past", "A reminder can only be put off to a time in the future.")
    return replace(reminder, state=_S.SNOOZED, snoozed_until=until.astimezone(UTC))


def acknowledge(reminder: Reminder, now: datetime) -> Reminder:
    """Answered: done."""
    _step(reminder, _S.ACKNOWLEDGED)
    return replace(reminder, state=_S.ACKNOWLEDGED, acknowledged_at=now.astimezone(UTC))


def miss(reminder: Reminder) -> Reminder:
    """Put away without an answer."""
    _step(reminder, _S.MISSED)
    return replace(reminder, state=_S.MISSED)


def successor(reminder: Reminder, now: datetime) -> Reminder | None:
    """The next one of a repeating reminder: the first of its series after both its own moment and now.

    Moments that passed while nobody could see them are skipped, so that a week's absence gives one pop-up, not seven.
    `series_start_at` is where the rule starts; with `minutes_before` the reminder comes that much ahead of its times.
    """
    if reminder.rrule is None:
        return None
    zone: ZoneInfo = zone_named(reminder.zone)
    lead = timedelta(minutes=reminder.minutes_before or 0)
    start = reminder.series_start_at or reminder.due_at + lead
    after = max(reminder.due_at.astimezone(UTC), now.astimezone(UTC))
    moment = next_moment(reminder.rrule, start, after + lead, zone)
    if moment is None:
        return None
    return replace(
        reminder,
        uid=new_uid(),
        due_at=moment.astimezone(UTC) - lead,
        created_at=now.astimezone(UTC),
        state=_S.SCHEDULED,
        series_uid=reminder.series_uid or reminder.uid,
        series_start_at=start,
        became_due_at=None,
        shown_at=None,
        snoozed_until=None,
        acknowledged_at=None,
    )


def occasions(reminder: Reminder) -> int:
    """How many moments of its series this one stands for: its own, and those that had passed when it became due."""
    if reminder.rrule is None or reminder.became_due_at is None or reminder.snoozed_until is not None:
        return 1
    lead = timedelta(minutes=reminder.minutes_before or 0)
    start = reminder.series_start_at or reminder.due_at + lead
    low, high = reminder.due_at + lead, reminder.became_due_at + lead
    return max(1, count_moments(reminder.rrule, start, low, high, zone_named(reminder.zone)))


def lateness(reminder: Reminder, now: datetime) -> timedelta:
    """How long ago it should have appeared; zero where it was on time to the minute."""
    late = now.astimezone(UTC) - reminder.wakes_at.astimezone(UTC)
    return late if late >= timedelta(minutes=1) else timedelta(0)


def rescheduled(reminder: Reminder, at: datetime) -> Reminder:
    """The same reminder for another moment, with its life before it again; a series goes on from there."""
    return replace(
        reminder,
        due_at=at.astimezone(UTC),
        series_start_at=at.astimezone(UTC) if reminder.rrule else None,
        state=_S.SCHEDULED,
        became_due_at=None,
        shown_at=None,
        snoozed_until=None,
        acknowledged_at=None,
    )
