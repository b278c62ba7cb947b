"""Sentences of the reminders' overview, in the interface's language. GUI thread."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder, ReminderKind, ReminderState
from assistant.domain.reminder_history import ReminderStep
from assistant.services.wording.times import Wording

STEP_ICONS = {
    ReminderState.SCHEDULED: "calendar-plus",
    ReminderState.DUE: "clock",
    ReminderState.SHOWN: "bell-ring",
    ReminderState.SNOOZED: "alarm-clock",
    ReminderState.ACKNOWLEDGED: "check",
    ReminderState.MISSED: "bell-off",
    ReminderState.PAUSED: "pause",
}


def moment(at: datetime, now: datetime, wording: Wording) -> str:
    """``Today, Wed 14 Oct, 15:00``."""
    return wording.moment(at.astimezone(now.tzinfo), None, today=now.date())


def short(at: datetime, now: datetime, wording: Wording) -> str:
    """``Today, 15:00``, ``Fri 16 Oct, 12:00``."""
    translate = QCoreApplication.translate
    here = at.astimezone(now.tzinfo)
    days = (here.date() - now.date()).days
    named = {
        -1: translate("Reminders", "Yesterday"),
        0: translate("Reminders", "Today"),
        1: translate("Reminders", "Tomorrow"),
    }
    day = named.get(days) or wording.short_day(here.date(), now.date())
    return translate("Reminders", "{day}, {time}").format(day=day, time=wording.time(here))


def title(reminder: Reminder) -> str:
    """What to think of; a timer or alarm without words goes by its kind."""
    return reminder.text or kind_name(reminder)


def kind_name(reminder: Reminder) -> str:
    """What sort of reminder it is, as the head of its details says it."""
    translate = QCoreApplication.translate
    if reminder.kind is ReminderKind.ALARM:
        return translate("Reminders", "Alarm")
    if reminder.kind is ReminderKind.TIMER:
        return translate("Reminders", "Timer")
    if reminder.kind is ReminderKind.FOLLOW_UP:
        return translate("Reminders", "Follow-up")
    if reminder.item_kind is ItemKind.EVENT:
        return translate("Reminders", "Reminder of an event")
    if reminder.item_kind is ItemKind.TASK:
        return translate("Reminders", "Reminder of a task")
    return translate("Reminders", "Reminder")


def state_name(reminder: Reminder) -> str:
    """Where it is in its life."""
    translate = QCoreApplication.translate
    return {
        ReminderState.SCHEDULED: translate("Reminders", "Upcoming"),
        ReminderState.DUE: translate("Reminders", "Due, held back"),
        ReminderState.SHOWN: translate("Reminders", "Waits for your answer"),
        ReminderState.SNOOZED: translate("Reminders", "Snoozed"),
        ReminderState.ACKNOWLEDGED: translate("Reminders", "Done"),
        ReminderState.MISSED: translate("Reminders", "Closed without an answer"),
        ReminderState.PAUSED: translate("Reminders", "Stopped"),
    }[reminder.state]


def step_told(step: ReminderStep, now: datetime, wording: Wording) -> str:
    """``Snoozed until Today, Wed 14 Oct, 15:10``."""
    translate = QCoreApplication.translate
    until = moment(step.until, now, wording) if step.until is not None else ""
    planned = translate("Reminders", "Planned for {moment}").format(moment=until)
    snoozed = translate("Reminders", "Snoozed until {moment}").format(moment=until)
    return {
        ReminderState.SCHEDULED: planned if until else translate("Reminders", "Planned"),
        ReminderState.DUE: translate("Reminders", "Due"),
        ReminderState.SHOWN: translate("Reminders", "Shown"),
        ReminderState.SNOOZED: snoozed if until else translate("Reminders", "Snoozed"),
        ReminderState.ACKNOWLEDGED: translate("Reminders", "Done"),
        ReminderState.MISSED: translate("Reminders", "Closed without an answer"),
        ReminderState.PAUSED: translate("Reminders", "Stopped"),
    }[step.state]


def step_spoken(step: ReminderStep, now: datetime, wording: Wording) -> str:
    """The same with its moment, for a screen reader."""
    translate = QCoreApplication.translate
    return translate("Reminders", "{moment}: {what}").format(
        moment=moment(step.at, now, wording), what=step_told(step, now, wording)
    )


def unanswered() -> str:
    """The heading of those that wait for an answer or were closed without one."""
    return QCoreApplication.translate("Reminders", "Not answered")


def ahead() -> str:
    """The heading of those to come."""
    return QCoreApplication.translate("Reminders", "Upcoming")


def answered() -> str:
    """The heading of the history."""
    return QCoreApplication.translate("Reminders", "History")


def none_ahead() -> str:
    """Where nothing is to come."""
    return QCoreApplication.translate("Reminders", "No reminders ahead.")


def heading_spoken(name: str, count: int) -> str:
    """``Upcoming: 3``."""
    return QCoreApplication.translate("Reminders", "{title}: {count}").format(title=name, count=count)


def done_at(told: str) -> str:
    """``Done Today, 15:10``."""
    return QCoreApplication.translate("Reminders", "Done {moment}").format(moment=told)


def back_at(told: str) -> str:
    """``Snoozed until Today, 15:10``."""
    return QCoreApplication.translate("Reminders", "Snoozed until {moment}").format(moment=told)


def late_by(told: str) -> str:
    """``45 min late``; `told` is a length."""
    return QCoreApplication.translate("Reminders", "{length} late").format(length=told)
