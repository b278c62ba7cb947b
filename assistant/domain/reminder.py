"""Reminders: alerts with a life of their own, every step of which is stored before it is shown.

scheduled -> due -> shown -> acknowledged | snoozed -> due ... ; missed: closed by hand or put away unanswered;
paused: a timer that was stopped for a while.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.domain.items import ItemKind


class ReminderState(StrEnum):
    """Where a reminder is in its life; `life_cycle` has the steps. Only a timer is ever paused."""

    SCHEDULED = "scheduled"
    DUE = "due"
    SHOWN = "shown"
    SNOOZED = "snoozed"
    ACKNOWLEDGED = "acknowledged"
    MISSED = "missed"
    PAUSED = "paused"


OPEN_STATES = frozenset(set(ReminderState) - {ReminderState.ACKNOWLEDGED, ReminderState.MISSED})
WAITING_STATES = frozenset({ReminderState.SCHEDULED, ReminderState.SNOOZED})


class ReminderKind(StrEnum):
    """What it is called, and with that how it sounds and what answers it. A follow-up hangs on a task."""

    REMINDER = "reminder"
    ALARM = "alarm"
    TIMER = "timer"
    FOLLOW_UP = "follow_up"


RINGING_KINDS = frozenset({ReminderKind.ALARM, ReminderKind.TIMER})


class Insistence(StrEnum):
    """What happens while nobody answers: nothing more; it sounds again and again; it also comes back when closed."""

    ONCE = "once"
    REPEAT = "repeat"
    NAG = "nag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One alert for one moment.

    `due_at` is the moment it belongs to and never changes by snoozing; `snoozed_until` says when it comes back. A
    repeating one (`rrule`, expanded in `zone` from `series_start_at`) makes its successor in the transaction that
    makes it due; all of one series share `series_uid`. `item_uid` names the task or event it announces, or None for
    alarms and timers. `minutes_before` is given where it hangs on an event's start. A follow-up asks after a task that
    should be done by then, beside the task's own alert.

    One that insists sounds again at `rings_at` while it is shown; `rings` counts how often it has. A paused timer has
    `left_seconds` to go.
    """

    uid: str
    text: str
    due_at: datetime
    zone: str
    created_at: datetime
    kind: ReminderKind = ReminderKind.REMINDER
    state: ReminderState = ReminderState.SCHEDULED
    item_kind: ItemKind | None = None
    item_uid: str | None = None
    recurrence_id: str | None = None
    minutes_before: int | None = None
    rrule: str | None = None
    series_uid: str | None = None
    series_start_at: datetime | None = None
    became_due_at: datetime | None = None
    shown_at: datetime | None = None
    snoozed_until: datetime | None = None
    acknowledged_at: datetime | None = None
    insists: Insistence = Insistence.ONCE
    rings: int = 0
    rings_at: datetime | None = None
    left_seconds: int | None = None

    @property
    def wakes_at(self) -> datetime:
        """When it should next appear."""
        return self.snoozed_until if self.snoozed_until is not None else self.due_at
