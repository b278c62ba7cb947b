"""Undo and redo for the whole window, told in a toast."""

from __future__ import annotations

from PySide6.QtCore import QObject

from assistant.desktop.desk import Desk
from assistant.domain.journal import JournalEntry


class Undoing(QObject):
    """Takes back what the journal holds, and does it again. GUI thread; made once the desk is ready."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def undo(self, entry: int | None = None) -> None:
        """Undoes a journal entry, or the newest one."""
        undo = self._desk.assistant.undo
        self._desk.background.run(lambda: undo.undo(entry), self._undone, owner=self)

    def redo(self, entry: int | None = None) -> None:
        """Does an undone journal entry again, or the one undone last."""
        undo = self._desk.assistant.undo
        self._desk.background.run(lambda: undo.redo(entry), self._redone, owner=self)

    def _undone(self, entry: JournalEntry) -> None:
        self._desk.toast(self.tr("Undone: {what}").format(what=self._desk.wording.entry(entry)))

    def _redone(self, entry: JournalEntry) -> None:
        self._desk.toast(self.tr("Done again: {what}").format(what=self._desk.wording.entry(entry)), entry.id)
