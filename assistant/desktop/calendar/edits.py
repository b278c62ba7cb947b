"""Every change that the calendar makes: in the background, with a toast that undoes it. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.calendar import words
from assistant.desktop.calendar.entries import Entry, respan
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.desk import Desk
from assistant.domain.conversation import Receipt
from assistant.domain.event import Calendar, Occurrence
from assistant.domain.recurrence import Scope
from assistant.domain.reminder import Reminder
from assistant.domain.spans import Span
from assistant.domain.task import Task
from assistant.services.assistant import Assistant
from assistant.services.calendar.drafts import EventDraft


class EventEdits(QObject):
    """Asks the services to change things and says what happened.

    Signals:
        failed(): nothing was changed; ghosts can go.
    """

    failed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    # ------------------------------------------------------------------ events

    def create(self, draft: EventDraft) -> None:
        """Adds an event."""
        schedule = self._desk.assistant.schedule
        self._run(lambda: schedule.create(draft), self.tr("Added “{title}”").format(title=draft.title))

    def change(self, entry: Entry, draft: EventDraft, scope: Scope) -> None:
        """Edits an event, or part of a series."""
        schedule = self._desk.assistant.schedule
        uid, rid = entry.uid, entry.recurrence_id
        text = self.tr("Changed “{title}”").format(title=draft.title)
        self._run(lambda: schedule.change(uid, draft, recurrence_id=rid, scope=scope), text)

    def move(self, entry: Entry, extent: Extent, scope: Scope) -> None:
        """Gives an event, part of a series, or a task a new time; a task of a whole day gets time on the hours."""
        schedule, wording = self._desk.assistant.schedule, self._desk.wording
        when = words.extent_line(extent.start_at, extent.end_at, all_day=extent.all_day, wording=wording)
        text = self.tr("Moved “{title}” to {when}").format(title=entry.title, when=when)
        if isinstance(entry.source, Task):
            if entry.all_day and not extent.all_day:
                text = self.tr("Planned “{title}”: {when}").format(title=entry.title, when=when)
            self._run(task_move(self._desk.assistant, entry.source, entry, extent), text)
            return
        span = self.span_for(entry, extent)
        uid, rid = entry.uid, entry.recurrence_id
        self._run(lambda: schedule.move(uid, span, recurrence_id=rid, scope=scope), text)

    def duplicate(self, entry: Entry, extent: Extent) -> None:
        """Makes a copy that does not repeat, at `extent`."""
        draft = replace(draft_of(entry), span=self.span_for(entry, extent), rrule=None)
        schedule = self._desk.assistant.schedule
        self._run(lambda: schedule.create(draft), self.tr("Duplicated “{title}”").format(title=entry.title))

    def recolour(self, entry: Entry, calendar_uid: str) -> None:
        """Puts an event (a whole series) into another calendar."""
        assert isinstance(entry.source, Occurrence)
        draft = replace(EventDraft.of(entry.source.event), calendar_uid=calendar_uid)
        schedule, uid = self._desk.assistant.schedule, entry.uid
        text = self.tr("Changed “{title}”").format(title=entry.title)
        self._run(lambda: schedule.change(uid, draft), text)

    # ------------------------------------------------------------------ calendars

    def show_calendar(self, calendar: Calendar) -> None:
        """Shows or hides a calendar; that is seen at once, and done again as easily."""
        schedule = self._desk.assistant.schedule
        self._desk.background.run(lambda: schedule.save_calendar(calendar), None, self._fail, owner=self)

    def add_calendar(self, calendar: Calendar) -> None:
        """Adds a calendar."""
        schedule, text = self._desk.assistant.schedule, self.tr("Added calendar “{name}”")
        self._run(lambda: schedule.save_calendar(calendar), text.format(name=calendar.name))

    def change_calendar(self, calendar: Calendar) -> None:
        """Another name, colour or place among the calendars."""
        schedule, text = self._desk.assistant.schedule, self.tr("Changed calendar “{name}”")
        self._run(lambda: schedule.save_calendar(calendar), text.format(name=calendar.name))

    def remove_calendar(self, calendar: Calendar) -> None:
        """Deletes a calendar with its events; the toast brings all of it back."""
        schedule, uid = self._desk.assistant.schedule, calendar.uid
        self._run(
            lambda: schedule.remove_calendar(uid), self.tr("Deleted calendar “{name}”").format(name=calendar.name)
        )

    # ------------------------------------------------------------------ all kinds

    def delete(self, entry: Entry, scope: Scope) -> None:
        """Deletes an event (or part of a series), a task, or an alarm."""
        assistant, uid, rid = self._desk.assistant, entry.uid, entry.recurrence_id
        text = self.tr("Deleted “{title}”").format(title=entry.title)
        match entry.source:
            case Occurrence():
                self._run(lambda: assistant.schedule.delete(uid, recurrence_id=rid, scope=scope), text)
            case Task():
                self._run(lambda: assistant.tasks.delete(uid), text)
            case Reminder():
                self._run(lambda: assistant.reminders.delete_all((uid,)), text)

    def tick(self, entry: Entry) -> None:
        """Completes a task, or opens it again."""
        if not isinstance(entry.source, Task):
            return
        tasks, uid = self._desk.assistant.tasks, entry.uid
        if entry.done:
            self._run(lambda: tasks.reopen(uid), self.tr("Opened “{title}” again").format(title=entry.title))
        else:
            self._run(lambda: tasks.complete(uid), self.tr("Completed “{title}”").format(title=entry.title))

    # ------------------------------------------------------------------ inside

    def span_for(self, entry: Entry, extent: Extent) -> Span:
        """The span that stands for `extent`, of the kind that the event has."""
        assert isinstance(entry.source, Occurrence)
        zone = self._desk.assistant.clock.zone()
        return respan(entry.source.span, extent.start_at, extent.end_at, all_day=extent.all_day, zone=zone)

    def _run(self, work: Callable[[], Receipt], text: str) -> None:
        self._desk.background.run(
            work,
            lambda receipt: self._desk.toast(self._told(text, receipt), receipt.journal_id, "calendar"),
            self._fail,
            owner=self,
        )

    def _told(self, text: str, receipt: Receipt) -> str:
        """What was done, and what it overlaps now."""
        clashes = [title for item in receipt.items for title in item.clashes]
        if not clashes:
            return text
        return self.tr("{done} · overlaps {titles}").format(done=text, titles=self.tr(", ").join(clashes))

    def _fail(self, error: AssistantError) -> None:
        self.failed.emit()
        self._desk.error(error)


def task_move(assistant: Assistant, task: Task, entry: Entry, extent: Extent) -> Callable[[], Receipt]:
    """What makes a task due at another time; one that is due on a day gets an event on the hours instead."""
    start, zone = extent.start_at, assistant.clock.zone()
    if extent.all_day:
        own = task.zone if task.start_at is not None else None
        return lambda: assistant.tasks.change(replace(task, due_at=None, due_on=start.date(), zone=own))
    if entry.all_day:
        return lambda: assistant.planning.plan((task.uid,), start)
    return lambda: assistant.tasks.change(replace(task, due_at=start, due_on=None, zone=zone.key))


def draft_of(entry: Entry) -> EventDraft:
    """The draft that would leave this occurrence as it is."""
    assert isinstance(entry.source, Occurrence)
    occurrence = entry.source
    return replace(
        EventDraft.of(occurrence.event),
        title=occurrence.title,
        span=occurrence.span,
        location=occurrence.location,
        notes=occurrence.notes,
    )
