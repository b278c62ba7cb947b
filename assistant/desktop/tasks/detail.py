"""One task in full: title, notes, when, reminder, repeat, priority, list, subtasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.dock.when_editor import WhenEditor
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.check import CheckBox
from assistant.desktop.tasks.entries import Board, TaskEntry
from assistant.desktop.tasks.subtasks import Subtasks
from assistant.desktop.theme import theme
from assistant.domain.items import Priority

_FIELDS = ("due", "reminder", "repeat", "priority", "list")
_ICONS = {"due": "calendar", "reminder": "bell", "repeat": "repeat", "priority": "flag", "list": "tag"}
_TITLE_EXTRA = 2
# Check boxes have room around them to be hit; what has none stands in by as much, so that the edges are in line.
_LEFT, _INSET = 14, 6


class TaskDetail(QWidget):
    """Edits hold at once, as everywhere; every one of them can be undone.

    Signals:
        closeWanted()
    """

    closeWanted = Signal()

    def __init__(self, desk: Desk, actions: TaskActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._entry: TaskEntry | None = None
        self._board = Board(children={})
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list_name = QLabel(self)
        self._list_name.setProperty("look", "small")
        self._list_dot = QLabel(self)
        self._delete = self._icon_button(lambda: self._with_task(lambda e: actions.delete((e.task.uid,))))
        self._close = self._icon_button(self.closeWanted.emit)
        self._check = CheckBox(_TITLE_EXTRA, self)
        self._check.toggledByPerson.connect(self._toggle)
        self._title = QLineEdit(self)
        self._title.setProperty("look", "bare")
        self._title.setMaxLength(500)
        self._title.editingFinished.connect(self._rename)
        self._notes = QPlainTextEdit(self)
        self._notes.setProperty("look", "bare")
        self._notes.setTabChangesFocus(True)
        self._notes.installEventFilter(self)
        self._labels = {name: QLabel(self) for name in _FIELDS}
        self._marks = {name: QLabel(self) for name in _FIELDS}
        self._buttons = {name: self._field(name) for name in _FIELDS}
        self._subtasks = Subtasks(desk, actions, self)
        self._footer = QLabel(self)
        self._footer.setProperty("look", "caption")
        self._footer.setWordWrap(True)
        self._build()
        self.retranslate()

    @property
    def uid(self) -> str:
        """The task shown; "" for none."""
        return self._entry.task.uid if self._entry is not None else ""

    # ------------------------------------------------------------------------------------------ building

    def _icon_button(self, action: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "icon")
        button.clicked.connect(lambda: action())
        return button

    def _field(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "small")
        button.clicked.connect(lambda: self._choose(name))
        return button

    def _build(self) -> None:
        head = QWidget(self)
        head.setFixedHeight(theme().fixed("paneHeader"))
        bar = QHBoxLayout(head)
        bar.setContentsMargins(theme().space(5), 0, theme().space(3), 0)
        bar.setSpacing(6)
        bar.addWidget(self._list_dot)
        bar.addWidget(self._list_name, 1)
        bar.addWidget(self._delete)
        bar.addWidget(self._close)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_LEFT, theme().space(1), theme().space(5), theme().space(4))
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(theme().space(2))
        top.addWidget(self._check)
        top.addWidget(self._title, 1)
        column.addLayout(top)
        notes = QHBoxLayout()
        notes.setContentsMargins(_LEFT + theme().space(5), 6, 0, 10)
        notes.addWidget(self._notes)
        column.addLayout(notes)
        fields = QVBoxLayout()
        fields.setContentsMargins(_INSET, 0, 0, 0)
        fields.addWidget(self._line())
        fields.addLayout(self._grid())
        fields.addWidget(self._line())
        column.addLayout(fields)
        column.addWidget(self._subtasks)
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme().space(5), 10, theme().space(5), 10)
        foot.addWidget(self._footer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(area, 1)
        whole.addWidget(self._line())
        whole.addLayout(foot)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, theme().space(2), 0, theme().space(2))
        grid.setHorizontalSpacing(theme().space(2))
        grid.setVerticalSpacing(theme().space(2))
        for row, name in enumerate(_FIELDS):
            self._labels[name].setProperty("tone", "secondary")
            self._labels[name].setMinimumWidth(84)
            grid.addWidget(self._marks[name], row, 0)
            grid.addWidget(self._labels[name], row, 1)
            grid.addWidget(self._buttons[name], row, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        return grid

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("look", "line")
        return line

    # ------------------------------------------------------------------------------------------ showing

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
        self._delete.setIcon(icon("trash-2"))
        self._delete.setToolTip(self.tr("Delete the task"))
        self._delete.setAccessibleName(self.tr("Delete the task"))
        self._close.setIcon(icon("x"))
        self._close.setToolTip(self.tr("Close the details (Esc)"))
        self._close.setAccessibleName(self.tr("Close the details"))
        self._title.setAccessibleName(self.tr("Title of the task"))
        self._title.setFont(theme().font("heading"))
        self._notes.setPlaceholderText(self.tr("Add notes"))
        self._notes.setAccessibleName(self.tr("Notes"))
        self._subtasks.retranslate()
        if self._entry is not None:
            self._fill(self._entry)

    def show_task(self, entry: TaskEntry, board: Board) -> None:
        """Shows a task, or what became of the one that is shown; what is being typed stays."""
        if self._entry is not None and self._entry.task.uid != entry.task.uid:
            self.commit()
        other = self._entry is None or self._entry.task.uid != entry.task.uid
        stored, self._entry, self._board = self._entry, entry, board
        if other or (stored is not None and stored.task.title != entry.task.title) or not self._title.hasFocus():
            self._title.setText(entry.task.title)
            self._title.setCursorPosition(0)
        if other or not self._notes.hasFocus():
            self._notes.setPlainText(entry.task.notes)
        self._fit_notes()
        self._fill(entry)

    def _fill(self, entry: TaskEntry) -> None:
        task, wording, now = entry.task, self._desk.wording, self._desk.now()
        self._check.show_done(done=task.done, name=task.title)
        self._list_name.setText(words.list_name(entry.task_list))
        self._list_dot.setPixmap(menus.list_icon(entry.task_list).pixmap(theme().fixed("icon")))
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
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(f"{self._labels[name].text()}: {text}")
        flagged = task.priority is not Priority.NONE
        self._buttons["priority"].setIcon(icon("flag", words.TONES[task.priority], 13) if flagged else icon("flag"))
        self._buttons["list"].setIcon(menus.list_icon(entry.task_list))
        self._subtasks.show_subtasks(task, self._board.children.get(task.uid, ()))
        self._footer.setText(self._footer_text(entry, now))

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

    def _footer_text(self, entry: TaskEntry, now: datetime) -> str:
        def told(moment: datetime) -> str:
            at = moment.astimezone(now.tzinfo)
            return words.day_and_time(
                words.short_day(at.date(), now.date(), self._desk.wording), self._desk.wording.time(at)
            )

        text = self.tr("Added: {added} · Edited: {edited}")
        return text.format(added=told(entry.task.created_at), edited=told(entry.task.updated_at))

    def _fit_notes(self) -> None:
        """As high as the text, up to a third of the pane."""
        lines = max(1, min(self._notes.document().size().toSize().height(), 12))
        margin = round(self._notes.document().documentMargin()) * 2
        self._notes.setFixedHeight(lines * theme().line("body") + margin + 2)

    # ------------------------------------------------------------------------------------------ editing

    def _with_task(self, act: Callable[[TaskEntry], None]) -> None:
        if self._entry is not None:
            act(self._entry)

    def commit(self) -> None:
        """Stores what is typed and not stored yet."""
        self._rename()
        self._save_notes()

    def _toggle(self) -> None:
        if self._entry is None:
            return
        entry = self._entry
        if entry.task.done:
            self._actions.reopen((entry.task.uid,))
        else:
            self._actions.complete((entry.task.uid,), open_subtasks=entry.subtasks - entry.done_subtasks)

    def _rename(self) -> None:
        if self._entry is None:
            return
        title = " ".join(self._title.text().split())
        if not title:
            self._title.setText(self._entry.task.title)
        elif title != self._entry.task.title:
            self._actions.rename(self._entry.task, title)

    def _save_notes(self) -> None:
        if self._entry is not None and self._notes.toPlainText() != self._entry.task.notes:
            self._actions.set_notes(self._entry.task, self._notes.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes are stored when the keyboard leaves them, and grow while they are typed."""
        if watched is self._notes:
            if event.type() == QEvent.Type.FocusOut:
                self._save_notes()
            elif event.type() in (QEvent.Type.KeyRelease, QEvent.Type.Resize):
                self._fit_notes()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the details."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.closeWanted.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------ choosing

    def _choose(self, name: str) -> None:
        if self._entry is None:
            return
        if name == "due":
            self.pick_due()
            return
        menu = self.menu_for(name, self._entry)
        button = self._buttons[name]
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
        return menus.list_menu(self, self._board.lists, lambda uid: self._actions.set_list((task,), uid), task.list_uid)

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
        editor.open_at(self._buttons[name], above=False)
        editor.begin()
