"""One task in full: title, notes, when, reminder, repeat, priority, list, subtasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.sections.detail import DetailFrame
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.detail.fields import DetailFields
from assistant.desktop.tasks.detail.notes import NotesField
from assistant.desktop.tasks.detail.subtasks import Subtasks
from assistant.desktop.tasks.entries import Board, TaskEntry
from assistant.desktop.tasks.rows.check import CheckBox
from assistant.desktop.theme import theme

_TITLE_EXTRA = 2
# Check boxes have room around them to be hit; what has none stands in by as much, so that the edges are in line.
_LEFT, _INSET = 14, 6


class TaskDetail(DetailFrame):
    """Edits hold at once, as everywhere; every one of them can be undone."""

    def __init__(self, desk: Desk, actions: TaskActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._entry: TaskEntry | None = None
        self._board = Board(children={})
        self._list_name = ElidedLabel("", self)
        self._list_name.setProperty("look", "small")
        self._list_dot = QLabel(self)
        self._delete.clicked.connect(lambda: actions.delete((self.uid,)))
        self._check = CheckBox(_TITLE_EXTRA, self)
        self._check.toggledByPerson.connect(self._toggle)
        self._title = QLineEdit(self)
        self._title.setProperty("look", "bareHeading")
        self._title.setMaxLength(500)
        self._title.editingFinished.connect(self.commit)
        self.notes = NotesField(self)
        self.notes.left.connect(self.commit)
        self.fields = DetailFields(desk, actions, self)
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

    def _build(self) -> None:
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
        notes.addWidget(self.notes)
        column.addLayout(notes)
        fields = QVBoxLayout()
        fields.setContentsMargins(_INSET, 0, 0, 0)
        fields.addWidget(self.line())
        fields.addWidget(self.fields)
        fields.addWidget(self.line())
        column.addLayout(fields)
        column.addWidget(self._subtasks)
        column.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(theme().space(5), 10, theme().space(5), 10)
        foot.addWidget(self._footer)
        whole = self.hold([self._list_dot, self._list_name], inner)
        whole.addWidget(self.line())
        whole.addLayout(foot)

    # ------------------------------------------------------------------------------------------ showing

    def retranslate(self) -> None:
        """Sets every word and icon anew."""
        self._delete.setIcon(icon("trash-2"))
        self._delete.setToolTip(self.tr("Delete the task"))
        self._delete.setAccessibleName(self.tr("Delete the task"))
        self._close.setIcon(icon("x"))
        self._close.setToolTip(self.tr("Close the details (Esc)"))
        self._close.setAccessibleName(self.tr("Close the details"))
        self._title.setAccessibleName(self.tr("Title of the task"))
        self.notes.retranslate()
        self.fields.retranslate()
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
        if other or not self.notes.editing:
            self.notes.show_text(entry.task.notes)
        self._fill(entry)

    def _fill(self, entry: TaskEntry) -> None:
        task, now = entry.task, self._desk.now()
        self._check.show_done(done=task.done, name=task.title)
        name = words.list_name(entry.task_list)
        self._list_name.setText(name if entry.parent is None else f"{name} › {entry.parent.title}")
        self._list_dot.setPixmap(menus.list_icon(entry.task_list).pixmap(theme().fixed("icon")))
        self.fields.show_entry(entry, self._board)
        self._subtasks.show_subtasks(task, self._board.children.get(task.uid, ()))
        self._footer.setText(self._footer_text(entry, now))

    def _footer_text(self, entry: TaskEntry, now: datetime) -> str:
        def told(moment: datetime) -> str:
            at = moment.astimezone(now.tzinfo)
            return words.day_and_time(
                words.short_day(at.date(), now.date(), self._desk.wording), self._desk.wording.time(at)
            )

        text = self.tr("Added: {added} · Edited: {edited}")
        return text.format(added=told(entry.task.created_at), edited=told(entry.task.updated_at))

    # ------------------------------------------------------------------------------------------ editing

    def commit(self) -> None:
        """Stores what is typed and not stored yet, title and notes in one step."""
        if self._entry is None:
            return
        task = self._entry.task
        title = " ".join(self._title.text().split())
        if not title:
            title = task.title
            self._title.setText(title)
        edited = replace(task, title=title, notes=self.notes.text())
        if edited != task:
            self._entry = replace(self._entry, task=edited)
            self._actions.fields.edit(edited)

    def _toggle(self) -> None:
        if self._entry is None:
            return
        entry = self._entry
        if entry.task.done:
            self._actions.reopen((entry.task.uid,))
        else:
            self._actions.complete((entry.task.uid,), open_subtasks=entry.subtasks - entry.done_subtasks)
