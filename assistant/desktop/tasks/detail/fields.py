"""The fields of a task in its details: when, reminder, repeat, how long, priority, list, tags, each with its menu."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.repeat_editor import RepeatEditor
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.insisting import add_insistence
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.detail.texts import DetailTexts, alert_of
from assistant.desktop.tasks.entries import Board, TaskEntry
from assistant.desktop.tasks.task_menu import TaskMenus
from assistant.desktop.theme import theme
from assistant.domain.items import Priority

_ICONS = {
    "due": "calendar",
    "start": "play",
    "reminder": "bell",
    "repeat": "repeat",
    "estimate": "hourglass",
    "planned": "calendar-plus",
    "priority": "flag",
    "list": "list",
    "tags": "tag",
}
_WIDEST = 240


class DetailFields(QWidget):
    """A column of names and buttons; a change holds at once."""

    def __init__(self, desk: Desk, actions: TaskActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions.fields
        self._entry: TaskEntry | None = None
        self._asked = "due"
        self._texts = DetailTexts(desk)
        self.menus = TaskMenus(desk, actions, self, self._anchor)
        self._labels = {name: QLabel(self) for name in _ICONS}
        self._marks = {name: QLabel(self) for name in _ICONS}
        self.buttons = {name: self._field(name) for name in _ICONS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme().space(2), 0, theme().space(2))
        grid.setHorizontalSpacing(theme().space(2))
        grid.setVerticalSpacing(theme().space(2))
        for row, name in enumerate(_ICONS):
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

    def _anchor(self) -> QRect:
        button = self.buttons[self._asked]
        return QRect(button.mapToGlobal(QPoint(0, 0)), button.size())

    def retranslate(self) -> None:
        """Sets every word and icon anew."""
        names = {
            "due": self.tr("Due"),
            "start": self.tr("Start"),
            "reminder": self.tr("Reminder"),
            "repeat": self.tr("Repeat"),
            "estimate": self.tr("Estimate"),
            "planned": self.tr("Planned"),
            "priority": self.tr("Priority"),
            "list": self.tr("List"),
            "tags": self.tr("Tags"),
        }
        for name, mark in _ICONS.items():
            self._labels[name].setText(names[name])
            self._marks[name].setPixmap(pixmap(mark, "text.tertiary", theme().size("icon")))

    def show_entry(self, entry: TaskEntry, board: Board) -> None:
        """What a task is set to."""
        self._entry, self.menus.board = entry, board
        task = entry.task
        texts = self._texts.of(entry, board)
        for name, text in texts.items():
            button = self.buttons[name]
            shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
            button.setText(shown)
            button.setToolTip(text if shown != text else "")
            button.setAccessibleName(f"{self._labels[name].text()}: {text}")
        flagged = task.priority is not Priority.NONE
        self.buttons["priority"].setIcon(icon("flag", words.TONES[task.priority], 13) if flagged else icon("flag"))
        self.buttons["list"].setIcon(menus.list_icon(entry.task_list))

    # ------------------------------------------------------------------------------------------ choosing

    def _choose(self, name: str) -> None:
        if self._entry is None:
            return
        self._asked = name
        if name == "due":
            self.pick_due()
        else:
            self.menu_for(name, self._entry).exec(self._anchor().bottomLeft() + QPoint(0, 3))

    def menu_for(self, name: str, entry: TaskEntry) -> QMenu:
        """The menu of a field."""
        task, now, wording = entry.task, self._desk.now(), self._desk.wording
        match name:
            case "reminder":
                choose = partial(self._actions.set_reminder, task)
                menu = menus.reminder_menu(self, task, now, wording, choose, self._pick_reminder)
                alert = alert_of(entry, self.menus.board)
                if alert is not None:
                    menu.addSeparator()
                    add_insistence(menu, alert, partial(self._actions.insist, alert))
                return menu
            case "repeat":
                menu = menus.repeat_menu(self, task, self._day(entry), wording, partial(self._set_rule, entry))
                menus.add_line(menu, self.tr("Another rule…"), self._own_rule, icon("pencil"))
                return menu
            case "start":
                set_start = partial(self._actions.set_start, (task,))
                title = self.tr("Start")
                return menus.due_menu(self, now, wording, set_start, self._pick_start, title)
            case "planned":
                return self.menus.planning(entry, self)
            case _:
                return self.menus.part(name, [task], self)

    def _day(self, entry: TaskEntry) -> date:
        now, task = self._desk.now(), entry.task
        return task.due_on or (task.due_at.astimezone(now.tzinfo) if task.due_at else now).date()

    def _set_rule(self, entry: TaskEntry, rrule: str | None, *, after_completion: bool) -> None:
        self._actions.set_rule(entry.task, rrule, after_completion=after_completion)

    def _own_rule(self) -> None:
        """The editor that knows every few weeks, and certain days."""
        entry = self._entry
        if entry is None:
            return
        task = entry.task
        editor = RepeatEditor(self, self._desk.wording, self._day(entry), task.rrule or "")
        said: list[str] = []
        editor.changed.connect(said.append)
        editor.closed.connect(
            lambda cancelled: (
                self._set_rule(entry, said[-1] or None, after_completion=task.after_completion)
                if said and not cancelled
                else None
            )
        )
        editor.open_at(self.buttons["repeat"], above=False)

    def pick_due(self) -> None:
        """A month to choose the day from, and the time."""
        self._asked = "due"
        if self._entry is not None:
            self.menus.pick_due([self._entry.task])

    def _pick_start(self) -> None:
        entry = self._entry
        if entry is not None:
            task, now = entry.task, self._desk.now()
            start = task.start_at.astimezone(now.tzinfo) if task.start_at is not None else task.start_on
            self.menus.pick(start, lambda when: self._actions.set_start((task,), when))

    def _pick_reminder(self) -> None:
        entry, now = self._entry, self._desk.now()
        if entry is None:
            return

        def take(when: date | datetime) -> None:
            if isinstance(when, datetime):
                self._actions.set_reminder(entry.task, when)

        self.menus.pick(entry.remind_at.astimezone(now.tzinfo) if entry.remind_at is not None else now, take)
