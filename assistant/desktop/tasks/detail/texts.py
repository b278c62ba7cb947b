"""What the fields of a task say in its details. GUI thread: the words follow the interface's language."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from assistant.desktop.desk import Desk
from assistant.desktop.insisting import insistence_note
from assistant.desktop.tasks import words
from assistant.desktop.tasks.entries import Board, TaskEntry
from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderKind
from assistant.services.reminders.alerts import waiting_alert


def alert_of(entry: TaskEntry, board: Board) -> Reminder | None:
    """The reminder of the task that is not answered yet."""
    return waiting_alert(tuple(row for row in board.reminders if row.item_uid == entry.task.uid))


class DetailTexts:
    """Says values as a reader wants them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, entry: TaskEntry, board: Board) -> dict[str, str]:
        """The text of every field by its name."""
        translate = QCoreApplication.translate
        task, wording = entry.task, self._desk.wording
        estimate = task.estimate_minutes
        undated = translate("DetailFields", "Some day") if task.someday else translate("DetailFields", "No date")
        none = translate("DetailFields", "None")
        repeat = words.repeat_text(task, wording) if task.rrule else translate("DetailFields", "Does not repeat")
        return {
            "due": self._when(task.due_at, task.due_on) or undated,
            "start": self._when(task.start_at, task.start_on) or translate("DetailFields", "Any time"),
            "reminder": self._reminder(entry, board),
            "repeat": repeat,
            "estimate": wording.length(timedelta(minutes=estimate)) if estimate else none,
            "planned": self._when(entry.planned_at, entry.planned_on) or translate("DetailFields", "Not planned"),
            "priority": words.priority_name(task.priority),
            "list": words.list_name(entry.task_list),
            "tags": " ".join(f"#{tag}" for tag in task.tags) or none,
        }

    def _when(self, at: datetime | None, on: date | None) -> str:
        now, wording = self._desk.now(), self._desk.wording
        if at is not None:
            return wording.moment(at.astimezone(now.tzinfo), None, today=now.date())
        return wording.day(on, now.date()) if on is not None else ""

    def _reminder(self, entry: TaskEntry, board: Board) -> str:
        alert = alert_of(entry, board)
        if alert is None and (asked := _follow_up(entry, board)) is not None:
            told = QCoreApplication.translate("DetailFields", "{when}, if not done")
            return told.format(when=self._when(asked.wakes_at, None))
        note = insistence_note(alert.insists) if alert is not None else ""
        return " · ".join(part for part in (self._moment(entry), note) if part)

    def _moment(self, entry: TaskEntry) -> str:
        translate = QCoreApplication.translate
        now, wording, task = self._desk.now(), self._desk.wording, entry.task
        if entry.remind_at is None:
            return translate("DetailFields", "No reminder")
        remind = entry.remind_at.astimezone(now.tzinfo)
        moment = wording.moment(remind, None, today=now.date())
        if task.due_at is not None:
            due = task.due_at.astimezone(now.tzinfo)
            minutes = round((due - remind).total_seconds() / 60)
            clock = wording.time(remind) if remind.date() == due.date() else moment
            told = translate("DetailFields", "{lead}, {time}").format(lead=wording.lead(minutes), time=clock)
            return told if minutes >= 0 else moment
        if remind.date() == task.due_on:
            return translate("DetailFields", "{time}, on the day").format(time=wording.time(remind))
        return moment


def _follow_up(entry: TaskEntry, board: Board) -> Reminder | None:
    rows = (row for row in board.reminders if row.item_uid == entry.task.uid)
    return next((row for row in rows if row.kind is ReminderKind.FOLLOW_UP and row.state in OPEN_STATES), None)
