"""Undo and Redo of receipts, wherever they were pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from assistant.config.errors import AssistantError, ConflictError
from assistant.desktop.chat.cast import ReceiptEntry
from assistant.desktop.chat.column import Column
from assistant.desktop.chat.receipt_card import ReceiptCard
from assistant.desktop.desk import Desk
from assistant.domain.journal import JournalEntry

_KEPT = 200


class _Step(Protocol):
    def __call__(self, entry_id: int | None = None) -> JournalEntry: ...


class Undoing(QObject):
    """Keeps the receipts of one column in step with the journal."""

    def __init__(self, desk: Desk, column: Column, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = column
        desk.itemsChanged.connect(lambda _kinds, _elsewhere: self.look())

    def wire(self, entry: ReceiptEntry, card: ReceiptCard) -> None:
        """Connects a card's buttons."""
        undo = self._desk.assistant.undo
        card.undoWanted.connect(lambda number: self._step(entry, undo.undo, number, lambda: entry.set_undone(True)))
        card.redoWanted.connect(lambda number: self._step(entry, undo.redo, number, lambda: entry.set_undone(False)))
        card.openWanted.connect(lambda kind, uid: self._desk.open_item(kind, uid))

    def look(self) -> None:
        """Asks the journal which receipts still stand."""
        receipts = [entry for entry in self._column.entries if isinstance(entry, ReceiptEntry)]
        if receipts:
            undo = self._desk.assistant.undo
            self._desk.background.run(lambda: undo.history(_KEPT), self._arrived, owner=self)

    def _arrived(self, history: tuple[JournalEntry, ...]) -> None:
        undone = {entry.id: entry.undone_at is not None for entry in history}
        for entry in self._column.entries:
            if isinstance(entry, ReceiptEntry) and undone.get(entry.receipt.journal_id, entry.receipt.undone) != (
                entry.receipt.undone
            ):
                entry.set_undone(not entry.receipt.undone)

    def _step(self, entry: ReceiptEntry, step: _Step, number: int, done: Callable[[], None]) -> None:
        self._desk.background.run(
            lambda: step(number), lambda _entry: done(), lambda error: self._failed(entry, error), owner=self
        )

    def _failed(self, entry: ReceiptEntry, error: AssistantError) -> None:
        if isinstance(error, ConflictError) and error.code == "journal.changed":
            entry.tell(self.tr("Changed again after this."))
        elif isinstance(error, ConflictError):
            self.look()
        else:
            self._desk.error(error)
