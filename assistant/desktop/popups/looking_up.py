"""Marks reminders as shown and reads what their pop-ups say, in the store's lane."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.config.errors import NotFoundError
from assistant.desktop.popups.state import Announced, reason_of, timing_of
from assistant.domain import life_cycle
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.services.assistant import Assistant


def put_up(assistant: Assistant, reminders: Sequence[Reminder], started_at: datetime) -> tuple[Announced, ...]:
    """Stores that these are shown, then gathers what they say. Those answered elsewhere meanwhile are left out.

    Raises:
        AssistantError: The store could not write; nothing may be shown then.
    """
    before = {reminder.uid: reminder for reminder in reminders}
    now = assistant.clock.now()
    marked = assistant.reminders.shown(tuple(before))
    return tuple(announce(assistant, one, before.get(one.uid, one), now, started_at) for one in marked)


def announce(
    assistant: Assistant, reminder: Reminder, before: Reminder, now: datetime, started_at: datetime
) -> Announced:
    """What the pop-up of a reminder shows. `before` is the reminder as it was until it was marked as shown."""
    timing, reason = timing_of(reminder, now), reason_of(before, now, started_at)
    plain = Announced(reminder=reminder, timing=timing, reason=reason, times=life_cycle.occasions(reminder))
    if reminder.item_kind is not ItemKind.EVENT or reminder.item_uid is None:
        return plain
    start = reminder.due_at + timedelta(minutes=reminder.minutes_before or 0)
    try:
        event = assistant.schedule.get(reminder.item_uid)
    except NotFoundError:
        return plain
    near = assistant.schedule.occurrences(start, start + timedelta(seconds=1), visible_only=False)
    found = next((one for one in near if one.event.uid == event.uid), None)
    times = 1
    if event.rrule and reminder.became_due_at is not None and reminder.snoozed_until is None:
        until = reminder.became_due_at + (start - reminder.due_at) + timedelta(seconds=1)
        passed = assistant.schedule.occurrences(start, until, visible_only=False)
        times = sum(1 for one in passed if one.event.uid == event.uid and start <= one.start_at < until)
    return Announced(
        reminder=reminder,
        timing=timing,
        reason=reason,
        start_at=start,
        end_at=found.end_at if found else None,
        all_day=found.all_day if found else False,
        location=found.location if found else event.location,
        times=max(1, times),
    )
