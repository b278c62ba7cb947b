"""Marks reminders as shown and reads what their pop-ups say, in the store's lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.config.errors import NotFoundError
from assistant.config.settings import Settings
from assistant.desktop.disturbance.locked import locked
from assistant.desktop.popups.quiet import is_held, is_quiet, passes
from assistant.desktop.popups.state import Announced, reason_of, timing_of
from assistant.domain import life_cycle
from assistant.domain.absence import Why
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.domain.task import Task
from assistant.services.assistant import Assistant

Disturbance = Callable[[Settings], Why | None]


@dataclass(frozen=True, slots=True)
class Looked:
    """What can be put up now, and what is held back."""

    announced: tuple[Announced, ...] = ()
    held: tuple[Reminder, ...] = ()


def put_up(
    assistant: Assistant, reminders: Sequence[Reminder], started_at: datetime, disturbance: Disturbance
) -> Looked:
    """Stores that these are shown, then gathers what they say. Those answered elsewhere meanwhile are left out.

    What is held back is not marked: it stays due, also over the end of the program.

    Args:
        assistant: The services.
        reminders: Due, or shown before.
        started_at: When the program was started.
        disturbance: Asks the system whether reminders would disturb now. Only called where it matters.

    Raises:
        AssistantError: The store could not write; nothing may be shown then.
    """
    now = assistant.clock.now()
    held = tuple(one for one in reminders if not passes(one, task_of(assistant, one), assistant.settings))
    if held and not _holds(assistant, held, now, disturbance):
        held = ()
    kept = {one.uid for one in held}
    before = {reminder.uid: reminder for reminder in reminders if reminder.uid not in kept}
    marked = assistant.reminders.shown(tuple(before)) if before else ()
    announced = (announce(assistant, one, before.get(one.uid, one), now, started_at) for one in marked)
    return Looked(tuple(announced), held)


def _holds(assistant: Assistant, held: Sequence[Reminder], now: datetime, disturbance: Disturbance) -> bool:
    """Whether anything holds reminders back now; why is remembered, for those who are told of it later."""
    presence = assistant.presence
    quiet = is_quiet(assistant.settings, now)
    why = Why.PAUSED if presence.paused_until(now) is not None else None
    if why is None and not quiet:
        why = disturbance(assistant.settings)
    if why is not None:
        presence.hold(why, min(one.wakes_at for one in held))
    else:
        presence.release(now)
    return why is not None or quiet


def task_of(assistant: Assistant, reminder: Reminder) -> Task | None:
    """The task that a reminder is about; None where it is about something else, or gone. Blocks."""
    if reminder.item_kind is not ItemKind.TASK or reminder.item_uid is None:
        return None
    try:
        return assistant.tasks.get(reminder.item_uid)
    except NotFoundError:
        return None


def may_be_answered(assistant: Assistant) -> bool:
    """Whether somebody may be listened to after a reminder was read aloud; mouth and ears are there then. Blocks.

    Raises:
        EngineError: ``engine.closed`` where there are none.
    """
    wanted = assistant.settings.text("answer_reminders")
    if wanted == "off" or locked():
        return False
    model = assistant.settings.text("ears_model")
    there = wanted == "on" or any(one.name == model and one.installed for one in assistant.library.list())
    return there and bool(assistant.mouth) and bool(assistant.ears)


def announce(
    assistant: Assistant, reminder: Reminder, before: Reminder, now: datetime, started_at: datetime
) -> Announced:
    """What the pop-up of a reminder shows. `before` is the reminder as it was until it was marked as shown."""
    moment = reminder.wakes_at.astimezone(now.tzinfo)
    quiet = is_held(before, task_of(assistant, before), assistant.settings, moment)
    reason = reason_of(before, now, started_at, assistant.presence.why(moment), quiet=quiet)
    timing = timing_of(reminder, now)
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
