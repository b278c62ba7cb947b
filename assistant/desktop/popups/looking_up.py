"""Marks reminders as shown and reads what their pop-ups say, in the store's lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.config.errors import NotFoundError
from assistant.desktop.popups.quiet import is_held, is_quiet
from assistant.desktop.popups.state import Announced, Reason, reason_of, timing_of
from assistant.domain import life_cycle
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.domain.task import Task
from assistant.services.assistant import Assistant


@dataclass(frozen=True, slots=True)
class Looked:
    """What can be put up now, and what quiet hours hold back."""

    announced: tuple[Announced, ...] = ()
    held: tuple[Reminder, ...] = ()


def put_up(assistant: Assistant, reminders: Sequence[Reminder], started_at: datetime) -> Looked:
    """Stores that these are shown, then gathers what they say. Those answered elsewhere meanwhile are left out.

    What quiet hours hold back is not marked: it stays due, also over the end of the program.

    Raises:
        AssistantError: The store could not write; nothing may be shown then.
    """
    now = assistant.clock.now()
    held = tuple(one for one in reminders if is_held(one, _task_of(assistant, one), assistant.settings, now))
    kept = {one.uid for one in held}
    before = {reminder.uid: reminder for reminder in reminders if reminder.uid not in kept}
    marked = assistant.reminders.shown(tuple(before)) if before else ()
    announced = (announce(assistant, one, before.get(one.uid, one), now, started_at) for one in marked)
    return Looked(tuple(announced), held)


def _task_of(assistant: Assistant, reminder: Reminder) -> Task | None:
    if reminder.item_kind is not ItemKind.TASK or reminder.item_uid is None:
        return None
    try:
        return assistant.tasks.get(reminder.item_uid)
    except NotFoundError:
        return None


def announce(
    assistant: Assistant, reminder: Reminder, before: Reminder, now: datetime, started_at: datetime
) -> Announced:
    """What the pop-up of a reminder shows. `before` is the reminder as it was until it was marked as shown."""
    timing, reason = timing_of(reminder, now), reason_of(before, now, started_at)
    quiet = reason is Reason.ASLEEP and is_quiet(assistant.settings, reminder.wakes_at.astimezone(now.tzinfo))
    reason = Reason.QUIET if quiet else reason
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
