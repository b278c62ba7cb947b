"""The fields of a task in its details: when, reminder, repeat, priority, list, each with its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.when_editor import WhenEditor
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.entries import TaskEntry
from assistant.desktop.theme import theme
from assistant.domain.items import Priority
from assistant.domain.task import TaskList

_FIELDS = ("due", "reminder", "repeat", "priority", "list")
_ICONS = {"due": "calendar", "reminder": "bell", "repeat": "repeat", "priority": "flag", "list": "tag"}


class DetailFields(QWidget):
    """A column of names and buttons; a change holds at once."""

    def __init__(self, desk: Desk, actions: TaskActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._entry: TaskEntry | None = None
        self._lists: tuple[TaskList, ...] = ()
        self._labels = {name: QLabel(self) for name in _FIELDS}
        self._marks = {name: QLabel(self) for name in _FIELDS}
        self.buttons = {name: self._field(name) for name in _FIELDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme().space(2), 0, theme().space(2))
        grid.setHorizontalSpacing(theme().space(2))
        grid.setVerticalSpacing(theme().space(2))
        for row, name in enumerate(_FIELDS):
            self._labels[name].setProperty("tone", "secondary")
            self._labels[name].setMinimumWidth(84)
            grid.addWidget(self._marks[name], row, 0)
            grid.addWidget(self._labels[name], row, 1)
            grid.addWidget(self.buttons[name], row, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)

    def _field(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "small")
        button.clicked.connect(lambda: self._choose(name))
        return button

    def retranslate(self) -> None:
        """Sets every word and icon anew."""
        names = {
            "due": self.tr("Due"),
            "reminder": self.tr("Reminder"),
            "repeat": self.tr("Repeat"),
            "priority": self.tr("Priority"),
            "list": self.tr("List"),
        }
        for name in _FIELDS:
            self._labels[name].setText(names[name])
            self._marks[name].setPixmap(pixmap(_ICONS[name], "text.tertiary", theme().size("icon")))

    def show_entry(self, entry: TaskEntry, lists: tuple[TaskList, ...]) -> None:
        """What a task is set to."""
        self._entry, self._lists = entry, lists
        task, wording, now = entry.task, self._desk.wording, self._desk.now()
        day: date | datetime | None = task.due_at.astimezone(now.tzinfo) if task.due_at is not None else task.due_on
        if isinstance(day, datetime):
            due = wording.moment(day, None, today=now.date())
        else:
            due = wording.day(day, now.date()) if day is not None else self.tr("No date")
        remind = entry.remind_at.astimezone(now.tzinfo) if entry.remind_at is not None else None
        texts = {
            "due": due,
            "reminder": self._reminder_text(remind, day) if remind is not None else self.tr("No reminder"),
            "repeat": wording.repeat(task.rrule) if task.rrule else self.tr("Does not repeat"),
            "priority": words.priority_name(task.priority),
            "list": words.list_name(entry.task_list),
        }
        for name, text in texts.items():
            self.buttons[name].setText(text)
            self.buttons[name].setAccessibleName(f"{self._labels[name].text()}: {text}")
        flagged = task.priority is not Priority.NONE
        self.buttons["priority"].setIcon(icon("flag", words.TONES[task.priority], 13) if flagged else icon("flag"))
        self.buttons["list"].setIcon(menus.list_icon(entry.task_list))

    def _reminder_text(self, remind: datetime, due: date | datetime | None) -> str:
        wording, today = self._desk.wording, self._desk.now().date()
        if due is None:
            return wording.moment(remind, None, today=today)
        if isinstance(due, datetime):
            minutes = round((due - remind).total_seconds() / 60)
            if minutes >= 0:
                told = self.tr("{lead}, {time}")
                clock = (
                    wording.time(remind) if remind.date() == due.date() else wording.moment(remind, None, today=today)
                )
                return told.format(lead=wording.lead(minutes), time=clock)
        elif remind.date() == due:
            return self.tr("{time}, on the day").format(time=wording.time(remind))
        return wording.moment(remind, None, today=today)

    def _choose(self, name: str) -> None:
        if self._entry is None:
            return
        if name == "due":
            self.pick_due()
            return
        menu = self.menu_for(name, self._entry)
        button = self.buttons[name]
        menu.exec(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def menu_for(self, name: str, entry: TaskEntry) -> QMenu:
        """The menu of a field: reminder, repeat, priority or list."""
        task, now, wording = entry.task, self._desk.now(), self._desk.wording
        if name == "reminder":
            return menus.reminder_menu(
                self, task, now, wording, lambda at: self._actions.set_reminder(task, at), self._pick_reminder
            )
        if name == "repeat":
            day = task.due_on or (task.due_at.astimezone(now.tzinfo) if task.due_at else now).date()
            return menus.repeat_menu(self, day, wording, lambda rule: self._actions.set_rule(task, rule))
        if name == "priority":
            return menus.priority_menu(self, lambda chosen: self._actions.set_priority((task,), chosen), task.priority)
        return menus.list_menu(self, self._lists, lambda uid: self._actions.set_list((task,), uid), task.list_uid)

    def pick_due(self) -> None:
        """A month to choose the day from, and the time."""
        self._pick("due", lambda entry, when: self._actions.set_due((entry.task,), when))

    def _pick_reminder(self) -> None:
        def take(entry: TaskEntry, when: date | datetime) -> None:
            if isinstance(when, datetime):
                self._actions.set_reminder(entry.task, when)

        self._pick("reminder", take)

    def _pick(self, name: str, take: Callable[[TaskEntry, date | datetime], None]) -> None:
        entry = self._entry
        if entry is None:
            return
        now, task = self._desk.now(), entry.task
        start: date | datetime | None = task.due_at.astimezone(now.tzinfo) if task.due_at is not None else task.due_on
        if name == "reminder":
            start = entry.remind_at.astimezone(now.tzinfo) if entry.remind_at is not None else now
        zone = words.zone_of(now)
        editor = WhenEditor(self, self._desk.wording, now, start or now.date(), None, spans=False, zone=zone)
        picked: list[date | datetime] = []
        editor.changed.connect(lambda begin, _end: picked.append(begin))
        editor.closed.connect(lambda cancelled: take(entry, picked[-1]) if picked and not cancelled else None)
        editor.open_at(self.buttons[name], above=False)
        editor.begin()
