"""The menus that change tasks, one or many: the context menu, and each of its parts by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.desk import Desk
from assistant.desktop.dock.text_editor import TextEditor
from assistant.desktop.dock.when_editor import WhenEditor
from assistant.desktop.icons import icon
from assistant.desktop.tasks import menus
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.detail.lengths import minutes_of
from assistant.desktop.tasks.entries import Board, TaskEntry
from assistant.domain.task import Task

_PRESET_MINUTES = (5, 10, 15, 30, 45, 60, 90, 120, 180, 240)


class TaskMenus(QObject):
    """Makes menus over tasks; `board` says which lists and tags there are. Lives in the GUI thread.

    `anchor` gives the place on the screen where an editor opens that a menu leads to.
    """

    def __init__(self, desk: Desk, actions: TaskActions, widget: QWidget, anchor: Callable[[], QRect]) -> None:
        super().__init__(widget)
        self._desk = desk
        self._actions = actions
        self._fields = actions.fields
        self._widget = widget
        self.anchor = anchor
        self.board = Board(children={})

    def fill(
        self, menu: QMenu, tasks: list[Task], edit: Callable[[], object], place: Callable[[QMenu, Task], object]
    ) -> None:
        """The whole context menu; `edit` opens the line for the title, `place` adds where one task could stand."""
        keys = tuple(task.uid for task in tasks)
        self._fill_state(menu, tasks, keys)
        if len(tasks) == 1:
            menus.add_line(menu, self.tr("Edit title"), edit, icon("pencil"))
            details = partial(self._desk.open_item, "task", keys[0])
            menus.add_line(menu, self.tr("Details"), details, icon("list-checks"))
            place(menu, tasks[0])
        menu.addSeparator()
        marks = {"due": "calendar", "list": "list", "priority": "flag", "tags": "tag", "estimate": "hourglass"}
        for name, mark in marks.items():
            part = self.part(name, tasks, menu)
            part.setIcon(icon(mark))
            menu.addMenu(part)
        aside = all(task.someday for task in tasks)
        words = self.tr("Take up again") if aside else self.tr("Put aside for some day")
        someday = partial(self._fields.set_someday, tasks, someday=not aside)
        menus.add_line(menu, words, someday, icon("archive"))
        menu.addSeparator()
        menus.add_line(menu, self.tr("Delete"), partial(self._actions.delete, keys), icon("trash-2"))

    def _fill_state(self, menu: QMenu, tasks: list[Task], keys: tuple[str, ...]) -> None:
        if all(task.done for task in tasks):
            menus.add_line(menu, self.tr("Mark as not done"), partial(self._actions.reopen, keys), icon("undo-2"))
            return
        open_ones = tuple(task.uid for task in tasks if not task.done)
        menus.add_line(menu, self.tr("Complete"), partial(self._actions.complete, open_ones), icon("check"))
        if len(tasks) == 1:
            plan = partial(self.pick_time, tasks[0])
            menus.add_line(menu, self.tr("Plan a time…"), plan, icon("calendar-plus"))
        if len(tasks) == 1 and tasks[0].rrule:
            skip = partial(self._actions.skip, keys[0])
            menus.add_line(menu, self.tr("Skip this time"), skip, icon("skip-forward"))

    def part(self, name: str, tasks: list[Task], parent: QWidget) -> QMenu:
        """One menu by itself: due, list, priority, tags or estimate."""
        one = tasks[0] if len(tasks) == 1 else None
        now, wording = self._desk.now(), self._desk.wording
        match name:
            case "due":
                return menus.due_menu(
                    parent, now, wording, partial(self._set_due, tasks), partial(self.pick_due, tasks)
                )
            case "list":
                choose = partial(self._fields.set_list, tasks)
                return menus.list_menu(parent, self.board.lists, choose, one.list_uid if one else None)
            case "priority":
                choose_priority = partial(self._fields.set_priority, tasks)
                return menus.priority_menu(parent, choose_priority, one.priority if one else None)
            case "tags":
                return self._tags(tasks, parent)
            case _:
                return self._estimate(tasks, parent)

    def planning(self, entry: TaskEntry, parent: QWidget) -> QMenu:
        """Time for a task in the calendar: what there is, and a place for more."""
        menu = QMenu(self.tr("Planned"), parent)
        if entry.planned_uid:
            show = partial(self._desk.open_item, "event", entry.planned_uid, None)
            menus.add_line(menu, self.tr("Show in the calendar"), show, icon("external-link"))
        menus.add_line(menu, self.tr("Plan a time…"), partial(self.pick_time, entry.task), icon("calendar-plus"))
        return menu

    def pick_time(self, task: Task) -> None:
        """A month and a clock: the event made for the task takes as long as the task is thought to take."""
        now = self._desk.now()
        full = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)

        def take(when: date | datetime) -> None:
            if isinstance(when, datetime):
                self._actions.plan((task.uid,), when)

        self.pick(full, take)

    def _tags(self, tasks: list[Task], parent: QWidget) -> QMenu:
        """Every tag there is, with a mark where all of the tasks have it, and a new one."""
        menu = QMenu(self.tr("Tags"), parent)
        known = dict.fromkeys((*self.board.tags, *(tag for task in tasks for tag in task.tags)))
        for tag in known:
            has = all(tag in task.tags for task in tasks)
            line = menus.add_line(menu, f"#{tag}", partial(self._fields.tag, tasks, tag, on=not has))
            line.setCheckable(True)
            line.setChecked(has)
        if known:
            menu.addSeparator()
        menus.add_line(menu, self.tr("New tag…"), partial(self.ask_tag, tasks), icon("plus"))
        return menu

    def ask_tag(self, tasks: list[Task]) -> None:
        """A line for the name of a tag."""
        self._ask(self.tr("New tag"), "", lambda text: self._fields.tag(tasks, text, on=True))

    def _estimate(self, tasks: list[Task], parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("Estimate"), parent)
        current = tasks[0].estimate_minutes if len(tasks) == 1 else None
        for minutes in _PRESET_MINUTES:
            text = self._desk.wording.length(timedelta(minutes=minutes))
            line = menus.add_line(menu, text, partial(self._fields.set_estimate, tasks, minutes))
            line.setCheckable(current is not None)
            line.setChecked(current == minutes)
        menus.add_line(menu, self.tr("Other…"), partial(self.ask_estimate, tasks), icon("hourglass"))
        menu.addSeparator()
        menus.add_line(menu, self.tr("No estimate"), partial(self._fields.set_estimate, tasks, None), icon("x"))
        return menu

    def ask_estimate(self, tasks: list[Task]) -> None:
        """A line for a length: 1 h 30, 90 min, 1:30, 两小时."""

        def take(text: str) -> None:
            minutes = minutes_of(text)
            if minutes is not None:
                self._fields.set_estimate(tasks, minutes)

        known = tasks[0].estimate_minutes
        text = self._desk.wording.length(timedelta(minutes=known)) if known else ""
        self._ask(self.tr("How long, for example 1 h 30"), text, take)

    def _ask(self, label: str, text: str, take: Callable[[str], None]) -> None:
        editor = TextEditor(self._widget, label, text)
        editor.kept.connect(take)
        editor.open_beside(self.anchor())
        editor.begin()

    def _set_due(self, tasks: list[Task], day: date | None) -> None:
        """A day keeps the clock times that tasks have; no date takes all of it away."""
        if day is None:
            self._fields.set_due(tasks, None)
        else:
            self._actions.postpone(tuple(task.uid for task in tasks), day)

    def pick_due(self, tasks: list[Task]) -> None:
        """A month to choose the day from, and the time."""
        now, first = self._desk.now(), tasks[0]
        start = first.due_at.astimezone(now.tzinfo) if first.due_at is not None else first.due_on
        self.pick(start, lambda when: self._fields.set_due(tasks, when))

    def pick(self, start: date | datetime | None, take: Callable[[date | datetime], None]) -> None:
        """Opens the month; what was chosen last counts when it is closed, unless by Esc."""
        now, zone = self._desk.now(), self._desk.assistant.clock.zone()
        editor = WhenEditor(
            self._widget,
            self._desk.wording,
            now,
            start or now.date(),
            None,
            spans=False,
            zone=zone,
            first_day=self._desk.assistant.week_start,
            notes=DayNotes(self._desk, self._widget),
        )
        picked: list[date | datetime] = []
        editor.changed.connect(lambda begin, _end: picked.append(begin))
        editor.closed.connect(lambda cancelled: take(picked[-1]) if picked and not cancelled else None)
        editor.open_beside(self.anchor())
        editor.begin()
