"""The subtasks of a task in its details: progress, rows, and a line for the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QProgressBar, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.tasks import words
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.rows.check import CheckBox
from assistant.desktop.theme import theme
from assistant.domain.task import Task

_INSET = 6


class SubtaskRow(QWidget):
    """Check box and title; the title is edited in place."""

    def __init__(self, actions: TaskActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._task: Task | None = None
        self._check = CheckBox(parent=self)
        self._check.toggledByPerson.connect(self._toggle)
        self._title = QLineEdit(self)
        self._title.setProperty("look", "quietLine")
        self._title.setMaxLength(500)
        self._title.editingFinished.connect(self._rename)
        self._title.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._check)
        row.addWidget(self._title, 1)

    def show_task(self, task: Task) -> None:
        """Shows a subtask; what is being typed stays."""
        other = self._task is None or self._task.uid != task.uid
        stored, self._task = self._task, task
        if other or (stored is not None and stored.title != task.title) or not self._title.hasFocus():
            self._title.setText(task.title)
            self._title.setCursorPosition(0)
        self._check.show_done(done=task.done, name=task.title)
        self._title.setAccessibleName(words.edit_title(task.title))
        font = theme().font("body")
        font.setStrikeOut(task.done)
        self._title.setFont(font)
        self._title.setProperty("tone", "done" if task.done else "")
        self._title.style().unpolish(self._title)
        self._title.style().polish(self._title)
        self.setFixedHeight(max(theme().line("body") + 14, theme().fixed("hitMin")))

    def _toggle(self) -> None:
        if self._task is not None:
            (self._actions.reopen if self._task.done else self._actions.complete)((self._task.uid,))

    def _rename(self) -> None:
        title = " ".join(self._title.text().split())
        if self._task is None:
            return
        if not title:
            self._title.setText(self._task.title)
        elif title != self._task.title:
            self._actions.fields.rename(self._task, title)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Delete."""
        menu = QMenu(self)
        menu.addAction(icon("trash-2"), self.tr("Delete"), self._delete)
        menu.exec(event.globalPos())

    def _delete(self) -> None:
        if self._task is not None:
            self._actions.delete((self._task.uid,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete on the check box deletes; in the title it edits."""
        if event.key() == Qt.Key.Key_Delete and self._check.hasFocus():
            self._delete()
        else:
            super().keyPressEvent(event)


class Subtasks(QWidget):
    """All subtasks of one task."""

    def __init__(self, _desk: Desk, actions: TaskActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._parent_task: Task | None = None
        self._rows: list[SubtaskRow] = []
        self._heading = QLabel(self)
        self._heading.setProperty("look", "strong")
        self._count = QLabel(self)
        self._count.setProperty("look", "small")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(96)
        head = QHBoxLayout()
        head.setContentsMargins(_INSET, theme().space(3), 0, theme().space(1))
        head.setSpacing(theme().space(2))
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._bar)
        self._plus = QLabel(self)
        self._plus.setFixedWidth(theme().fixed("hitMin"))
        self._plus.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._new = QLineEdit(self)
        self._new.setProperty("look", "quietLine")
        self._new.setMaxLength(500)
        self._new.returnPressed.connect(self._add)
        last = QHBoxLayout()
        last.setSpacing(0)
        last.addWidget(self._plus)
        last.addWidget(self._new, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(last)
        self._last = last

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._heading.setText(self.tr("Subtasks"))
        self._new.setPlaceholderText(self.tr("Add subtask"))
        self._new.setAccessibleName(self.tr("Add subtask"))
        self._plus.setPixmap(pixmap("plus", "text.tertiary", theme().fixed("icon")))

    def show_subtasks(self, parent: Task, children: tuple[Task, ...]) -> None:
        """Shows the subtasks of a task."""
        if self._parent_task is not None and self._parent_task.uid != parent.uid:
            self._new.clear()
        self._parent_task = parent
        while len(self._rows) > len(children):
            gone = self._rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < len(children):
            row = SubtaskRow(self._actions, self)
            self._column.insertWidget(self._column.indexOf(self._last), row)
            self._rows.append(row)
        for row, child in zip(self._rows, children, strict=True):
            row.show_task(child)
        done = sum(child.done for child in children)
        self._count.setText(words.subtasks(done, len(children), terse=False) if children else "")
        self._bar.setVisible(bool(children))
        self._bar.setMaximum(max(len(children), 1))
        self._bar.setValue(done)
        self._bar.setAccessibleName(self._count.text())

    def _add(self) -> None:
        title = self._new.text().strip()
        if title and self._parent_task is not None:
            self._new.clear()
            self._actions.add_subtask(self._parent_task, title)
