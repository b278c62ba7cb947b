"""Tasks with all that a row shows about them, read in one go. Pure but for `load_board`."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assistant.domain.event import Event
from assistant.domain.items import ItemKind
from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderKind
from assistant.domain.spans import AllDay, bounds
from assistant.domain.task import Task, TaskList
from assistant.services.assistant import Assistant
from assistant.services.calendar.planning import next_block


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntry:
    """One task as a list shows it. `remind_at` is when its next alert comes; subtasks are counted one level deep.

    `planned_at`, or for a whole day `planned_on`, is when the next event begins that makes time for it; one that is
    over counts while there is no other. `parent` is the task that it is part of.
    """

    task: Task
    task_list: TaskList
    subtasks: int = 0
    done_subtasks: int = 0
    remind_at: datetime | None = None
    planned_at: datetime | None = None
    planned_on: date | None = None
    planned_uid: str = ""
    parent: Task | None = None

    @property
    def dated(self) -> bool:
        """True where it is due on a day, or begins on one."""
        task = self.task
        return any(day is not None for day in (task.due_at, task.due_on, task.start_at, task.start_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything the task views show: tasks of the top level, their parts (of any depth), lists, reminders."""

    entries: tuple[TaskEntry, ...] = ()
    parts: tuple[TaskEntry, ...] = ()
    children: dict[str, tuple[Task, ...]]
    lists: tuple[TaskList, ...] = ()
    reminders: tuple[Reminder, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of open tasks, the most used first."""
        open_ones = (task for task in self.tasks() if not task.done)
        counted = Counter(tag for task in open_ones for tag in task.tags)
        return tuple(sorted(counted, key=lambda tag: (-counted[tag], tag.casefold())))

    def parent_of(self, uid: str) -> str:
        """The task that a subtask is part of; "" for none."""
        return next((outer for outer, inside in self.children.items() if any(task.uid == uid for task in inside)), "")

    def tasks(self) -> tuple[Task, ...]:
        """All tasks, subtasks after the others."""
        return tuple(entry.task for entry in (*self.entries, *self.parts))

    @property
    def asking(self) -> tuple[TaskEntry, ...]:
        """What can ask for attention by itself: the tasks, and of their parts those with a day of their own."""
        return self.entries + tuple(entry for entry in self.parts if entry.dated)

    def parts_of(self, uid: str) -> tuple[TaskEntry, ...]:
        """The subtasks of a task, in their order."""
        return tuple(entry for entry in self.parts if entry.task.parent_uid == uid)

    def entry(self, uid: str) -> TaskEntry | None:
        """The entry of that task or subtask."""
        return next((entry for entry in (*self.entries, *self.parts) if entry.task.uid == uid), None)


def load_board(assistant: Assistant) -> Board:
    """Reads tasks, lists, reminders and events for tasks. Blocks for some milliseconds; not in the GUI thread."""
    board = make_board(assistant.tasks.all(), assistant.lists.all(), assistant.reminders.unanswered())
    return with_blocks(board, assistant.planning.blocks(), assistant.clock.now(), assistant.clock.zone())


def make_board(tasks: tuple[Task, ...], lists: tuple[TaskList, ...], reminders: tuple[Reminder, ...]) -> Board:
    """Puts together what belongs together. A subtask whose parent is gone counts as a task of its own."""
    by_uid = {task_list.uid: task_list for task_list in lists}
    known = {task.uid: task for task in tasks}
    children: dict[str, list[Task]] = defaultdict(list)
    top: list[Task] = []
    for task in tasks:
        if task.parent_uid in known and task.parent_uid is not None:
            children[task.parent_uid].append(task)
        else:
            top.append(task)
    alerts = _next_alerts(reminders)

    def entry(task: Task) -> TaskEntry:
        return TaskEntry(
            task=task,
            task_list=by_uid.get(task.list_uid, TaskList(uid=task.list_uid, name="")),
            subtasks=len(children.get(task.uid, ())),
            done_subtasks=sum(child.done for child in children.get(task.uid, ())),
            remind_at=alerts.get(task.uid),
            parent=known.get(task.parent_uid or ""),
        )

    return Board(
        entries=tuple(map(entry, top)),
        parts=tuple(entry(task) for inside in children.values() for task in inside),
        children={uid: tuple(found) for uid, found in children.items() if found},
        lists=lists,
        reminders=reminders,
    )


def _next_alerts(reminders: tuple[Reminder, ...]) -> dict[str, datetime]:
    alerts: dict[str, datetime] = {}
    for reminder in reminders:
        if reminder.kind is ReminderKind.FOLLOW_UP:
            continue
        if reminder.item_kind is ItemKind.TASK and reminder.item_uid and reminder.state in OPEN_STATES:
            known = alerts.get(reminder.item_uid)
            if known is None or reminder.wakes_at < known:
                alerts[reminder.item_uid] = reminder.wakes_at
    return alerts


def with_blocks(board: Board, blocks: tuple[Event, ...], now: datetime, zone: ZoneInfo) -> Board:
    """The board with the time that is made for its tasks in the calendar."""
    if not blocks:
        return board
    by_task: dict[str | None, list[Event]] = defaultdict(list)
    for event in blocks:
        by_task[event.task_uid].append(event)

    def planned(entry: TaskEntry) -> TaskEntry:
        block = next_block(tuple(by_task.get(entry.task.uid, ())), entry.task, now, zone)
        if block is None:
            return entry
        on = block.span.start_on if isinstance(block.span, AllDay) else None
        at = bounds(block.span, zone)[0] if on is None else None
        return replace(entry, planned_at=at, planned_on=on, planned_uid=block.uid)

    return replace(board, entries=tuple(map(planned, board.entries)), parts=tuple(map(planned, board.parts)))
