"""Quiet hours, and which reminders come although others are held back. Pure."""

from __future__ import annotations

from datetime import datetime, time

from assistant.config.settings import Settings
from assistant.domain.items import Priority
from assistant.domain.reminder import RINGING_KINDS, Reminder
from assistant.domain.task import Task


def is_quiet(settings: Settings, moment: datetime) -> bool:
    """True where the moment, in the person's zone, lies in quiet hours. They may go over midnight."""
    if not settings.flag("quiet_hours"):
        return False
    try:
        begins, ends = (time.fromisoformat(settings.text(key)) for key in ("quiet_from", "quiet_to"))
    except ValueError:
        return False
    at = moment.time()
    return begins <= at < ends if begins <= ends else at >= begins or at < ends


def passes(reminder: Reminder, task: Task | None, settings: Settings) -> bool:
    """True where nothing holds the reminder back: alarms, timers, the important ones as the person wishes.

    What was seen before is never taken away again.
    """
    if reminder.kind in RINGING_KINDS or reminder.shown_at is not None:
        return True
    return settings.flag("quiet_high") and task is not None and task.priority is Priority.HIGH


def is_held(reminder: Reminder, task: Task | None, settings: Settings, now: datetime) -> bool:
    """True where the reminder waits for the end of quiet hours."""
    return is_quiet(settings, now) and not passes(reminder, task, settings)
