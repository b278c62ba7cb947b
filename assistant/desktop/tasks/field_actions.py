"""Changes of the fields of tasks, of one or of many at once: each is one step that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from assistant.desktop.tasks.running import Failed, Running
from assistant.domain.conversation import Receipt
from assistant.domain.items import Priority
from assistant.domain.reminder import Insistence, Reminder
from assistant.domain.task import Task, put_aside


class FieldActions(Running):
    """What the details, the menus and the bar for many tasks change. Lives in the GUI thread."""

    def edit(self, task: Task, *, failed: Failed | None = None) -> None:
        """Stores a task with another title or other notes."""
        self._run(lambda: self._tasks.change(task), self._words, failed)

    def rename(self, task: Task, title: str) -> None:
        """Changes the title."""
        self.edit(replace(task, title=title))

    def set_due(self, tasks: Iterable[Task], due: date | datetime | None) -> None:
        """Sets the day or the time; None takes it away, and with it what repeats."""
        zone = str(self._desk.assistant.clock.zone())

        def changed(task: Task) -> Task:
            if isinstance(due, datetime):
                return replace(task, due_at=due, due_on=None, zone=zone, someday=False)
            kept = task.rrule if due is not None else None
            own = task.zone if task.start_at is not None else None
            aside = task.someday and due is None
            return replace(task, due_at=None, due_on=due, zone=own, rrule=kept, someday=aside)

        self._change([changed(task) for task in tasks])

    def set_start(self, tasks: Iterable[Task], start: date | datetime | None) -> None:
        """Sets when tasks may be begun: a day or a time; None takes it away."""
        zone = str(self._desk.assistant.clock.zone())

        def changed(task: Task) -> Task:
            aside = task.someday and start is None
            if isinstance(start, datetime):
                return replace(task, start_at=start, start_on=None, zone=task.zone or zone, someday=False)
            own = task.zone if task.due_at is not None else None
            return replace(task, start_at=None, start_on=start, zone=own, someday=aside)

        self._change([changed(task) for task in tasks])

    def set_rule(self, task: Task, rrule: str | None, *, after_completion: bool = False) -> None:
        """Sets what repeats, on schedule or counted from completion; a task without a date begins today."""
        if rrule and task.due_at is None and task.due_on is None:
            task = replace(task, due_on=self._desk.now().date(), someday=False)
        self.edit(replace(task, rrule=rrule, after_completion=after_completion and rrule is not None))

    def set_estimate(self, tasks: Iterable[Task], minutes: int | None) -> None:
        """Sets how long tasks are thought to take."""
        self._change([replace(task, estimate_minutes=minutes) for task in tasks])

    def set_priority(self, tasks: Iterable[Task], priority: Priority) -> None:
        """Sets how urgent tasks are."""
        self._change([replace(task, priority=priority) for task in tasks])

    def set_list(self, tasks: Iterable[Task], list_uid: str) -> None:
        """Puts tasks into another list."""
        self._change([replace(task, list_uid=list_uid) for task in tasks])

    def tag(self, tasks: Iterable[Task], tag: str, *, on: bool) -> None:
        """Gives tasks a tag, or takes it away."""
        word = tag.strip().lstrip("#＃").strip()
        if not word:
            return

        def changed(task: Task) -> Task:
            others = tuple(one for one in task.tags if one != word)
            return replace(
                task, tags=(*task.tags, word) if on and word not in task.tags else (task.tags if on else others)
            )

        self._change([after for task in tasks if (after := changed(task)) != task])

    def set_someday(self, tasks: Iterable[Task], *, someday: bool) -> None:
        """Puts tasks aside for some day, without dates, or takes them up again."""
        self._change([put_aside(task) if someday else replace(task, someday=False) for task in tasks])

    def insist(self, alert: Reminder, how: Insistence) -> None:
        """What the task's reminder does while nobody answers."""
        reminders = self._desk.assistant.reminders
        self._run(lambda: reminders.insist(alert.uid, how), self._words)

    def set_reminder(self, task: Task, remind_at: datetime | None) -> None:
        """Sets or takes away the alert."""
        self._run(lambda: self._tasks.change(task, remind_at=remind_at), self._words)

    def _change(self, tasks: list[Task]) -> None:
        if tasks:
            self._run(lambda: self._tasks.change_all(tasks), self._words)

    def _words(self, receipt: Receipt) -> str:
        if len(receipt.items) > 1:
            return self.tr("Changed %n task(s)", "", len(receipt.items))
        return self.tr("Changed “{title}”").format(title=receipt.items[0].title)
