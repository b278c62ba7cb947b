"""Tasks with all that a row shows about them, read in one go. Pure but for `load_board`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assistant.domain.items import ItemKind
from assistant.domain.reminder import OPEN_STATES, Reminder
from assistant.domain.task import Task, TaskList
from assistant.services.assistant import Assistant


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntry:
    """One task as a list shows it. `remind_at` is when its next alert comes; subtasks are counted one level deep."""

    task: Task
    task_list: TaskList
    subtasks: int = 0
    done_subtasks: int = 0
    remind_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything the task views show: tasks of the top level and below, lists, reminders."""

    entries: tuple[TaskEntry, ...] = ()
    children: dict[str, tuple[Task, ...]]
    lists: tuple[TaskList, ...] = ()
    reminders: tuple[Reminder, ...] = ()

    def entry(self, uid: str) -> TaskEntry | None:
        """The entry of that task, subtasks aside."""
        return next((entry for entry in self.entries if entry.task.uid == uid), None)


def load_board(assistant: Assistant) -> Board:
    """Reads tasks, lists and reminders. Blocks for some milliseconds; not in the GUI thread."""
    return make_board(assistant.tasks.all(), assistant.tasks.lists(), assistant.reminders.all())


def make_board(tasks: tuple[Task, ...], lists: tuple[TaskList, ...], reminders: tuple[Reminder, ...]) -> Board:
    """Puts together what belongs together. A subtask whose parent is gone counts as a task of its own."""
    by_uid = {task_list.uid: task_list for task_list in lists}
    known = {task.uid for task in tasks}
    children: dict[str, list[Task]] = defaultdict(list)
    top: list[Task] = []
    for task in tasks:
        if task.parent_uid in known and task.parent_uid is not None:
            children[task.parent_uid].append(task)
        else:
            top.append(task)
    alerts = _next_alerts(reminders)
    entries = tuple(
        TaskEntry(
            task=task,
            task_list=by_uid.get(task.list_uid, TaskList(uid=task.list_uid, name="")),
            subtasks=len(children[task.uid]),
            done_subtasks=sum(child.done for child in children[task.uid]),
            remind_at=alerts.get(task.uid),
        )
        for task in top
    )
    return Board(
        entries=entries,
        children={uid: tuple(found) for uid, found in children.items() if found},
        lists=lists,
        reminders=reminders,
    )


def _next_alerts(reminders: tuple[Reminder, ...]) -> dict[str, datetime]:
    alerts: dict[str, datetime] = {}
    for reminder in reminders:
        if reminder.item_kind is ItemKind.TASK and reminder.item_uid and reminder.state in OPEN_STATES:
            known = alerts.get(reminder.item_uid)
            if known is None or reminder.wakes_at < known:
                alerts[reminder.item_uid] = reminder.wakes_at
    return alerts


def due_day(task: Task, zone: ZoneInfo) -> date | None:
    """The day a task is due on for the viewer; None where it has no date."""
    return task.due_at.astimezone(zone).date() if task.due_at is not None else task.due_on
