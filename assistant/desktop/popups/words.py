"""Sentences of the pop-ups, in the interface's language. GUI thread."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from assistant.desktop.popups.state import LATE, Announced, Reason, Timing, lateness
from assistant.domain.reminder import Insistence, ReminderKind
from assistant.services.wording.times import Wording


def state_line(one: Announced, now: datetime, wording: Wording) -> str:
    """``Reminder · now``, ``In 30 min``, ``Late by 45 min``, ``Snoozed from 15:00``."""
    translate = QCoreApplication.translate
    past = lateness(one.reminder, now)
    if one.timing is Timing.LATE:
        return wording.late(past)
    if one.timing is Timing.UPCOMING and one.reminder.minutes_before:
        ahead = timedelta(minutes=one.reminder.minutes_before) - (now - one.reminder.due_at)
        if ahead >= LATE:
            return wording.ahead(ahead)
        if ahead > -LATE:
            return translate("Popups", "Now")
        return translate("Popups", "Began {length} ago").format(length=wording.length(-ahead))
    if one.timing is Timing.SNOOZED:
        due = one.reminder.due_at.astimezone(now.tzinfo)
        moment = wording.time(due) if due.date() == now.date() else wording.moment(due, None, today=now.date())
        return translate("Popups", "Snoozed from {time}").format(time=moment)
    kind = kind_name(one.reminder.kind)
    if past < LATE:
        return translate("Popups", "{kind} · now").format(kind=kind)
    return translate("Popups", "{kind} · {length} ago").format(kind=kind, length=wording.length(past))


def kind_name(kind: ReminderKind) -> str:
    """``Reminder``, ``Alarm``, ``Timer``, ``Not done yet``."""
    translate = QCoreApplication.translate
    return {
        ReminderKind.REMINDER: translate("Popups", "Reminder"),
        ReminderKind.ALARM: translate("Popups", "Alarm"),
        ReminderKind.TIMER: translate("Popups", "Timer"),
        ReminderKind.FOLLOW_UP: translate("Popups", "Not done yet"),
    }[kind]


def state_icon(one: Announced) -> str:
    """The icon before the state line."""
    if one.timing is Timing.LATE:
        return "clock"
    if one.timing is Timing.UPCOMING:
        return "calendar"
    if one.reminder.insists is not Insistence.ONCE:
        return "bell-ring"
    return {
        ReminderKind.ALARM: "alarm-clock",
        ReminderKind.TIMER: "timer",
        ReminderKind.FOLLOW_UP: "list-todo",
    }.get(one.reminder.kind, "bell")


def title(one: Announced) -> str:
    """What to think of; a timer or alarm without words goes by its kind."""
    return one.reminder.text or kind_name(one.reminder.kind)


def when_line(one: Announced, now: datetime, wording: Wording) -> str:
    """When it was or is, why it comes late, and where."""
    translate = QCoreApplication.translate
    today = now.date()
    if one.start_at is not None:
        start, end = one.start_at.astimezone(now.tzinfo), one.end_at
        told = wording.moment(start, end.astimezone(now.tzinfo) if end else None, all_day=one.all_day, today=today)
        if one.location:
            told = translate("Popups", "{when} · {place}").format(when=told, place=one.location)
        return f"{told}{_since(one)}"
    due = wording.moment(one.reminder.due_at.astimezone(now.tzinfo), None, today=today)
    if one.timing is not Timing.LATE:
        return f"{due}{_since(one)}"
    told = _lateness_told(one.reason).format(when=due)
    return f"{told}{_since(one)}"


def _lateness_told(reason: Reason) -> str:
    translate = QCoreApplication.translate
    return {
        Reason.NONE: translate("Popups", "Was due: {when}."),
        Reason.CLOSED: translate("Popups", "Was due: {when}. Assistant was not running."),
        Reason.ASLEEP: translate("Popups", "Was due: {when}. This computer was asleep."),
        Reason.CLOCK: translate("Popups", "Was due: {when}. The clock was set forward."),
        Reason.QUIET: translate("Popups", "Was due: {when}, in quiet hours."),
        Reason.PAUSED: translate("Popups", "Was due: {when}. Reminders were paused."),
        Reason.DISTURB: translate("Popups", "Was due: {when}. Do not disturb was on."),
        Reason.FULL_SCREEN: translate("Popups", "Was due: {when}. A program filled the screen."),
    }[reason]


def digest_since(reason: Reason, when: str) -> str:
    """The line below a digest's title: since when, and why where it is one reason for all."""
    translate = QCoreApplication.translate
    return {
        Reason.NONE: translate("Popups", "Since: {when}"),
        Reason.CLOSED: translate("Popups", "Since: {when} · Assistant was not running"),
        Reason.ASLEEP: translate("Popups", "Since: {when} · this computer was asleep"),
        Reason.CLOCK: translate("Popups", "Since: {when} · the clock was set forward"),
        Reason.QUIET: translate("Popups", "Since: {when} · quiet hours"),
        Reason.PAUSED: translate("Popups", "Since: {when} · reminders were paused"),
        Reason.DISTURB: translate("Popups", "Since: {when} · do not disturb was on"),
        Reason.FULL_SCREEN: translate("Popups", "Since: {when} · a program filled the screen"),
    }[reason].format(when=when)


def _since(one: Announced) -> str:
    """How many more moments of its series have passed unseen; "" where none."""
    if one.times < 2:
        return ""
    return QCoreApplication.translate("Popups", " %n more time(s) since.", "", one.times - 1)


def announcement(one: Announced, now: datetime, wording: Wording) -> str:
    """What a screen reader says at once."""
    text = QCoreApplication.translate("Popups", "{state}: {title}. {when} Press Control Alt R to answer.")
    return text.format(state=state_line(one, now, wording), title=title(one), when=when_line(one, now, wording))


def row_title(one: Announced) -> str:
    """The title of a digest's row, with the count of a series: ``Vitamins × 4``."""
    return title(one) if one.times < 2 else f"{title(one)} × {one.times}"


def row_moment(one: Announced, now: datetime, wording: Wording) -> str:
    """The moment of a digest's row: ``Today 08:00``, ``Wed 20:00``, ``3 Oct``."""
    due = one.reminder.wakes_at.astimezone(now.tzinfo)
    clock = wording.time(due)
    days = (now.date() - due.date()).days
    if days == 0:
        return QCoreApplication.translate("Popups", "Today {time}").format(time=clock)
    if days == 1:
        return QCoreApplication.translate("Popups", "Yesterday {time}").format(time=clock)
    return wording.moment(due, None, today=now.date())
