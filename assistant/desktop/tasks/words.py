"""Titles and sentences of the task views, in the interface's language. GUI thread."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from assistant.desktop.tasks.entries import TaskEntry
from assistant.desktop.tasks.ordering import SortKey, ViewOptions
from assistant.desktop.tasks.rows.groups import GroupKind, ViewKind
from assistant.domain.items import Colour, Priority
from assistant.domain.reminder import Reminder, ReminderKind
from assistant.domain.task import INBOX, Task, TaskList
from assistant.services.wording.times import Wording

MARKS = {Priority.HIGH: "!!!", Priority.NORMAL: "!!", Priority.LOW: "!", Priority.NONE: ""}
TONES = {
    Priority.HIGH: "priority.high",
    Priority.NORMAL: "priority.medium",
    Priority.LOW: "priority.low",
    Priority.NONE: "priority.none",
}


def zone_of(now: datetime) -> ZoneInfo:
    """The viewer's zone, in which the desk gives the time."""
    assert isinstance(now.tzinfo, ZoneInfo)
    return now.tzinfo


def group_title(kind: GroupKind) -> str:
    """The heading of a group that is not named by a date."""
    translate = QCoreApplication.translate
    return {
        GroupKind.OVERDUE: translate("Tasks", "Overdue"),
        GroupKind.TODAY: translate("Tasks", "Today"),
        GroupKind.TOMORROW: translate("Tasks", "Tomorrow"),
        GroupKind.WEEK: translate("Tasks", "Later this week"),
        GroupKind.LATER: translate("Tasks", "Later"),
        GroupKind.UNDATED: translate("Tasks", "No date"),
        GroupKind.DONE_TODAY: translate("Tasks", "Done today"),
        GroupKind.DONE: translate("Tasks", "Done"),
        GroupKind.BEGUN: translate("Tasks", "Under way"),
        GroupKind.SOMEDAY: translate("Tasks", "Someday"),
    }.get(kind, "")


def view_title(kind: ViewKind) -> str:
    """The name of a smart list."""
    translate = QCoreApplication.translate
    return {
        ViewKind.TODAY: translate("Tasks", "Today"),
        ViewKind.UPCOMING: translate("Tasks", "Upcoming"),
        ViewKind.OVERDUE: translate("Tasks", "Overdue"),
        ViewKind.REMINDERS: translate("Tasks", "Reminders"),
        ViewKind.DONE: translate("Tasks", "Done"),
        ViewKind.SOMEDAY: translate("Tasks", "Someday"),
    }.get(kind, "")


def sort_name(key: SortKey) -> str:
    """``Priority``."""
    translate = QCoreApplication.translate
    return {
        SortKey.OWN: translate("Tasks", "Usual order"),
        SortKey.DUE: translate("Tasks", "Due date"),
        SortKey.PRIORITY: translate("Tasks", "Priority"),
        SortKey.TITLE: translate("Tasks", "Title"),
        SortKey.ADDED: translate("Tasks", "Newest first"),
        SortKey.ESTIMATE: translate("Tasks", "Shortest first"),
    }[key]


def options_text(options: ViewOptions) -> str:
    """What a view is set to, on one line: ``By priority · Medium and higher · #errand``; "" for nothing."""
    translate = QCoreApplication.translate
    pieces: list[str] = []
    if options.sort is not SortKey.OWN:
        pieces.append(translate("Tasks", "Sorted: {name}").format(name=sort_name(options.sort)))
    if options.priority is not Priority.NONE:
        name = priority_name(options.priority)
        pieces.append(translate("Tasks", "{name} and higher").format(name=name))
    pieces.extend(f"#{tag}" for tag in options.tags)
    if not options.waiting:
        pieces.append(translate("Tasks", "without what begins later"))
    if not options.done:
        pieces.append(translate("Tasks", "without done ones"))
    return " · ".join(pieces)


def repeat_text(task: Task, wording: Wording) -> str:
    """``Every 3 days``, ``Every 3 days after completion``."""
    told = wording.repeat(task.rrule or "")
    if not task.after_completion:
        return told
    return QCoreApplication.translate("Tasks", "{repeat}, after completion").format(repeat=told)


def from_day(day: str) -> str:
    """``from Fri 16 Oct``: when a task may be begun."""
    return QCoreApplication.translate("Tasks", "from {day}").format(day=day)


def heading_spoken(title: str, count: int) -> str:
    """``Overdue: 2``."""
    return QCoreApplication.translate("Tasks", "{title}: {count}").format(title=title, count=count)


def new_task() -> str:
    """The line that takes a new task."""
    return QCoreApplication.translate("Tasks", "New task")


def short_day(day: date, today: date, wording: Wording) -> str:
    """``Today``, ``Tomorrow``, ``Fri 16 Oct``, ``10月16日 周五``; the year where it is another one."""
    if day == today:
        return QCoreApplication.translate("Tasks", "Today")
    if day == today + timedelta(days=1):
        return QCoreApplication.translate("Tasks", "Tomorrow")
    return wording.short_day(day, today)


def day_and_time(day: str, clock: str) -> str:
    """``Fri 16 Oct, 17:00``."""
    return QCoreApplication.translate("Tasks", "{day}, {time}").format(day=day, time=clock)


def subtasks(done: int, total: int, *, terse: bool) -> str:
    """``2/4`` or ``2 of 4``."""
    if terse:
        return f"{done}/{total}"
    return QCoreApplication.translate("Tasks", "{done} of {total}").format(done=done, total=total)


def list_name(task_list: TaskList) -> str:
    """The name of a list; the inbox is called by the interface's own word."""
    return QCoreApplication.translate("Tasks", "Inbox") if task_list.uid == INBOX else task_list.name


def priority_name(priority: Priority) -> str:
    """``High``."""
    translate = QCoreApplication.translate
    return {
        Priority.HIGH: translate("Tasks", "High"),
        Priority.NORMAL: translate("Tasks", "Medium"),
        Priority.LOW: translate("Tasks", "Low"),
        Priority.NONE: translate("Tasks", "None"),
    }[priority]


def colour_name(colour: Colour) -> str:
    """``Green``."""
    translate = QCoreApplication.translate
    return {
        Colour.BLUE: translate("Tasks", "Blue"),
        Colour.VIOLET: translate("Tasks", "Violet"),
        Colour.AMBER: translate("Tasks", "Amber"),
        Colour.ROSE: translate("Tasks", "Rose"),
        Colour.GREEN: translate("Tasks", "Green"),
        Colour.SLATE: translate("Tasks", "Slate"),
    }[colour]


def task_spoken(entry: TaskEntry, when: str, wording: Wording) -> str:
    """Everything a row shows, as a screen reader says it."""
    task = entry.task
    pieces = [task.title]
    if when:
        pieces.append(QCoreApplication.translate("Tasks", "due {when}").format(when=when))
    if task.rrule:
        pieces.append(repeat_text(task, wording))
    if task.estimate_minutes:
        length = wording.length(timedelta(minutes=task.estimate_minutes))
        pieces.append(QCoreApplication.translate("Tasks", "takes {length}").format(length=length))
    if entry.subtasks:
        text = QCoreApplication.translate("Tasks", "{done} of {total} subtasks done")
        pieces.append(text.format(done=entry.done_subtasks, total=entry.subtasks))
    if task.priority is not Priority.NONE:
        name = priority_name(task.priority)
        pieces.append(QCoreApplication.translate("Tasks", "priority {name}").format(name=name))
    pieces.append(QCoreApplication.translate("Tasks", "list {name}").format(name=list_name(entry.task_list)))
    pieces.extend(task.tags)
    if task.done:
        pieces.append(QCoreApplication.translate("Tasks", "done"))
    return _joined(pieces)


def _joined(pieces: list[str]) -> str:
    return QCoreApplication.translate("Tasks", ", ").join(pieces)


def reminder_icon(reminder: Reminder) -> str:
    """The icon of a reminder's kind."""
    return {ReminderKind.ALARM: "alarm-clock", ReminderKind.TIMER: "timer"}.get(reminder.kind, "bell")


def edit_title(title: str) -> str:
    """What a screen reader says of the line in which a title is changed."""
    return QCoreApplication.translate("Tasks", "Edit the title: {title}").format(title=title)
