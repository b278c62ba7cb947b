"""The overview's list under the keyboard: Enter shows, Space is done, S puts off, M moves, Delete deletes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.tasks.rows.list import RowList
from assistant.desktop.tasks.rows.paint import SECTION
from assistant.desktop.tasks.rows.texts import RowKind
from assistant.domain.reminder import Reminder


class ReminderList(RowList):
    """Rows of reminders.

    Signals:
        doneWanted(), snoozeWanted(), moveWanted(): for what is chosen.
    """

    doneWanted = Signal()
    snoozeWanted = Signal()
    moveWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SECTION, edit_on_click=False, parent=parent)

    @property
    def chosen_reminders(self) -> tuple[Reminder, ...]:
        """What is selected, or else where the keyboard is."""
        current = self.current_row()
        rows = self.chosen_rows() or ([current] if current is not None else [])
        return tuple(row.reminder for row in rows if row.reminder is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of reminders first; the rest is the list's own."""
        row = self.current_row()
        wanted = {
            Qt.Key.Key_Space: self.doneWanted,
            Qt.Key.Key_S: self.snoozeWanted,
            Qt.Key.Key_M: self.moveWanted,
        }.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if wanted is not None and plain and row is not None and row.kind is RowKind.REMINDER:
            wanted.emit()
        elif event.key() != Qt.Key.Key_N:  # there is no line for a new one
            super().keyPressEvent(event)
