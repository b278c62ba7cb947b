"""``assistant agenda``, ``tasks`` and ``reminders``: what is there."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time, timedelta

from assistant.commands.documents import occurrence_document, reminder_document, task_document
from assistant.commands.session import DONE, opened, say, say_json, stated_day
from assistant.config.errors import InputError
from assistant.domain.event import EventStatus, Occurrence
from assistant.domain.items import Priority
from assistant.domain.reminder import WAITING_STATES, Reminder, ReminderState
from assistant.domain.task import Task
from assistant.services.assistant import Assistant
from assistant.services.wording.phrases import say as phrase

_DAYS = 7
_MARKS = {Priority.NONE: "", Priority.LOW: " !", Priority.NORMAL: " !!", Priority.HIGH: " !!!"}


def agenda(arguments: argparse.Namespace) -> int:
    """The events between two days, the last one included."""
    with opened(arguments) as assistant:
        start, end = _range(arguments, assistant)
        zone = assistant.clock.zone()
        found = assistant.schedule.occurrences(start, end, visible_only=False)
        if arguments.json:
            names = {one.uid: one.name for one in assistant.schedule.calendars()}
            say_json([occurrence_document(one, names, zone) for one in found])
        else:
            _print_agenda(found, assistant)
    return DONE


def _range(arguments: argparse.Namespace, assistant: Assistant) -> tuple[datetime, datetime]:
    zone = assistant.clock.zone()
    today = datetime.combine(assistant.clock.now().date(), time(), zone)
    start = stated_day(arguments.start, zone)[0] if arguments.start else today
    if not arguments.end:
        return start, _days_on(start, _DAYS)
    end, whole = stated_day(arguments.end, zone)
    if whole:
        end = _days_on(end, 1)
    if end <= start:
        raise InputError("input.range", "The last day lies before the first.")
    return start, end


def _days_on(moment: datetime, days: int) -> datetime:
    """The same clock time some days on, across a clock change too."""
    return datetime.combine(moment.date() + timedelta(days=days), moment.time(), moment.tzinfo)


def _print_agenda(found: tuple[Occurrence, ...], assistant: Assistant) -> None:
    wording, today = assistant.wording, assistant.clock.now().date()
    if not found:
        say("这段时间没有安排。" if wording.chinese else "Nothing planned.")
    day: date | None = None
    for one in found:
        if one.start_at.date() != day:
            day = one.start_at.date()
            say(wording.day(day, today))
        whole_day = "全天" if wording.chinese else "all day"
        when = whole_day if one.all_day else wording.times(one.start_at, one.end_at)
        place = f" · {one.location}" if one.location else ""
        rule = f" · {wording.repeat(one.event.rrule)}" if one.event.rrule else ""
        gone = " ✗" if one.status is EventStatus.CANCELLED else ""
        say(f"  {when:<13} {one.title}{place}{rule}{gone}")


def tasks(arguments: argparse.Namespace) -> int:
    """Open tasks, by list."""
    with opened(arguments) as assistant:
        lists = {one.uid: one.name for one in assistant.tasks.lists()}
        found = assistant.tasks.all(done=None if arguments.everything else False)
        if arguments.json:
            zone = assistant.clock.zone()
            say_json([task_document(task, lists, zone) for task in found])
        else:
            _print_tasks(found, lists, assistant)
    return DONE


def _print_tasks(found: tuple[Task, ...], lists: dict[str, str], assistant: Assistant) -> None:
    wording, now = assistant.wording, assistant.clock.now()
    if not found:
        say(phrase(wording.language, "tasks.none"))
    for uid, name in lists.items():
        of_list = [task for task in found if task.list_uid == uid]
        if of_list:
            say(name)
        for task in of_list:
            due = ""
            if task.due_at is not None:
                due = f" — {wording.moment(task.due_at.astimezone(now.tzinfo), None, today=now.date())}"
            elif task.due_on is not None:
                due = f" — {wording.day(task.due_on, now.date())}"
            rule = f" · {wording.repeat(task.rrule)}" if task.rrule else ""
            tags = "".join(f" #{tag}" for tag in task.tags)
            inner = "  " if task.parent_uid else ""
            say(f"  {inner}{'☑' if task.done else '☐'} {task.title}{due}{rule}{tags}{_MARKS[task.priority]}")


def reminders(arguments: argparse.Namespace) -> int:
    """What waits for an answer and what is to come; with ``--all`` the history as well, as in the window's overview."""
    with opened(arguments) as assistant:
        found = assistant.reminders.all() if arguments.everything else assistant.reminders.unanswered()
        if arguments.json:
            zone = assistant.clock.zone()
            say_json([reminder_document(one, zone) for one in found])
        else:
            _print_reminders(found, assistant)
    return DONE


_STATES = {
    ReminderState.SCHEDULED: ("", ""),
    ReminderState.DUE: ("due, held back", "已到期，暂缓"),
    ReminderState.SHOWN: ("waits for your answer", "等待你回应"),
    ReminderState.SNOOZED: ("snoozed from {due}", "从 {due} 推迟"),
    ReminderState.ACKNOWLEDGED: ("done {at}", "{at} 完成"),
    ReminderState.MISSED: ("closed without an answer", "未回应就关闭了"),
    ReminderState.PAUSED: ("stopped", "已暂停"),
}
_AHEAD = WAITING_STATES | {ReminderState.PAUSED}


def _print_reminders(found: tuple[Reminder, ...], assistant: Assistant) -> None:
    """The same three groups as the overview, and the same order in them."""
    chinese = assistant.wording.chinese
    ahead = [one for one in found if one.state in _AHEAD]
    answered = [one for one in found if one.state is ReminderState.ACKNOWLEDGED]
    unanswered = [one for one in found if one.state not in _AHEAD and one.state is not ReminderState.ACKNOWLEDGED]
    if not found:
        say(phrase(assistant.wording.language, "reminders.none"))
    for names, group in (
        (("Not answered", "未回应"), unanswered[::-1]),
        (("Upcoming", "即将到来"), ahead),
        (("History", "历史"), answered[::-1]),
    ):
        if group:
            say(names[1 if chinese else 0])
        for one in group:
            say(f"  {_reminder_line(one, assistant)}")


def _reminder_line(one: Reminder, assistant: Assistant) -> str:
    wording, now = assistant.wording, assistant.clock.now()

    def told(moment: datetime | None) -> str:
        return wording.moment(moment.astimezone(now.tzinfo), None, today=now.date()) if moment is not None else ""

    when = told(one.due_at if one.state is ReminderState.ACKNOWLEDGED else one.wakes_at)
    state = _STATES[one.state][1 if wording.chinese else 0].format(due=told(one.due_at), at=told(one.acknowledged_at))
    rule = f" · {wording.repeat(one.rrule)}" if one.rrule else ""
    return f"{when}  {one.text}{rule}{f' · {state}' if state else ''}"
