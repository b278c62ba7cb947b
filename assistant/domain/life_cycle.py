"""The life of a reminder as a state machine: pure steps, and a refusal of every step that makes no sense.

scheduled -> due -> shown -> acknowledged | snoozed | missed; snoozed -> due. A person may answer early (acknowledge
what is still scheduled or snoozed) and late (a missed one may still be snoozed or acknowledged). A timer may also be
paused. One that insists sounds again while it is shown, which is no step to another state.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.config.errors import ConflictError, InputError
from assistant.domain.items import new_uid
from assistant.domain.recurrence import count_moments, next_moment
from assistant.domain.reminder import Insistence, Reminder, ReminderKind, ReminderState
from assistant.domain.rules import zone_named

_S = ReminderState
STEPS: dict[ReminderState, frozenset[ReminderState]] = {
    _S.SCHEDULED: frozenset({_S.DUE, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED, _S.PAUSED}),
    _S.DUE: frozenset({_S.SHOWN, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.SHOWN: frozenset({_S.SHOWN, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.SNOOZED: frozenset({_S.DUE, _S.SNOOZED, _S.ACKNOWLEDGED, _S.MISSED}),
    _S.MISSED: frozenset({_S.SNOOZED, _S.ACKNOWLEDGED}),
    _S.ACKNOWLEDGED: frozenset(),
    _S.PAUSED: frozenset({_S.SCHEDULED, _S.ACKNOWLEDGED, _S.MISSED}),
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
    return replace(reminder, state=_S.SNOOZED, snoozed_until=until.astimezone(UTC), rings=0, rings_at=None)


def acknowledge(reminder: Reminder, now: datetime) -> Reminder:
    """Answered: done."""
    _step(reminder, _S.ACKNOWLEDGED)
    return replace(
        reminder, state=_S.ACKNOWLEDGED, acknowledged_at=now.astimezone(UTC), rings_at=None, left_seconds=None
    )


def miss(reminder: Reminder) -> Reminder:
    """Put away without an answer."""
    _step(reminder, _S.MISSED)
    return replace(reminder, state=_S.MISSED, rings_at=None, left_seconds=None)


def close(reminder: Reminder, now: datetime, every: timedelta) -> Reminder:
    """Closed by hand without an answer: put away, but one that nags comes back after `every`, and louder."""
    if reminder.insists is not Insistence.NAG:
        return miss(reminder)
    return replace(snooze(reminder, now + every, now), rings=reminder.rings + 1)


# ------------------------------------------------------------------------------------------------------- sounding again


def insist(reminder: Reminder, how: Insistence, now: datetime, every: timedelta) -> Reminder:
    """Sets when a reminder that is up sounds next: `every` from now, or never; one that waits has no such moment."""
    loud = how is not Insistence.ONCE and reminder.state is _S.SHOWN
    if loud and reminder.rings_at is not None:
        return reminder
    return replace(reminder, rings_at=(now + every).astimezone(UTC) if loud else None)


def ring_again(reminder: Reminder, how: Insistence, now: datetime, every: timedelta) -> Reminder:
    """It was up unanswered until `rings_at`: it sounds again, and will once more after `every`.

    Raises:
        ConflictError: ``reminder.answered`` where it is not up.
        InputError: ``reminder.early`` before its moment.
    """
    if reminder.state is not _S.SHOWN:
        _step(reminder, _S.SHOWN)
    if reminder.rings_at is None or reminder.rings_at.astimezone(UTC) > now.astimezone(UTC):
        raise InputError("reminder.early", "This reminder does not sound yet.")
    if how is Insistence.ONCE:
        return replace(reminder, rings_at=None)
    return replace(reminder, rings=reminder.rings + 1, rings_at=(now + every).astimezone(UTC))


# -------------------------------------------------------------------------------------------------------------- timers


def pause(reminder: Reminder, now: datetime) -> Reminder:
    """Stops a timer; what is left is kept, in whole seconds and at least one."""
    _only_timer(reminder)
    _step(reminder, _S.PAUSED)
    left = (reminder.due_at.astimezone(UTC) - now.astimezone(UTC)).total_seconds()
    return replace(reminder, state=_S.PAUSED, left_seconds=max(1, round(left)))


def go_on(reminder: Reminder, now: datetime) -> Reminder:
    """A paused timer runs again, for as long as was left. Raises ConflictError ``reminder.answered``."""
    if reminder.state is not _S.PAUSED or reminder.left_seconds is None:
        raise ConflictError("reminder.answered", "This timer is not paused.", state=str(reminder.state))
    return rescheduled(reminder, now + timedelta(seconds=reminder.left_seconds))


def lengthen(reminder: Reminder, by: timedelta) -> Reminder:
    """A timer that runs or is paused gets more time.

    Raises:
        ConflictError: ``reminder.answered`` where it has run out.
        InputError: ``reminder.no_timer``.
    """
    _only_timer(reminder)
    if reminder.state is _S.PAUSED and reminder.left_seconds is not None:
        return replace(reminder, left_seconds=reminder.left_seconds + round(by.total_seconds()))
    if reminder.state is not _S.SCHEDULED:
        raise ConflictError("reminder.answered", "This timer has run out.", state=str(reminder.state))
    return replace(reminder, due_at=reminder.due_at + by)


def _only_timer(reminder: Reminder) -> None:
    if reminder.kind is not ReminderKind.TIMER:
        raise InputError("reminder.no_timer", "Only a timer can do that.")


def remaining(reminder: Reminder, now: datetime) -> timedelta:
    """How long a timer has to go; zero where it has run out."""
    if reminder.left_seconds is not None:
        return timedelta(seconds=reminder.left_seconds)
    return max(timedelta(0), reminder.wakes_at.astimezone(UTC) - now.astimezone(UTC))


# -------------------------------------------------------------------------------------------------------------- series


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
        rings=0,
        rings_at=None,
        left_seconds=None,
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
        rings=0,
        rings_at=None,
        left_seconds=None,
    )
