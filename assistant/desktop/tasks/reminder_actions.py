"""What can be done to reminders from their list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from assistant.desktop.desk import Desk
from assistant.domain.conversation import Receipt


class ReminderActions(QObject):
    """Answers, puts off and deletes reminders in the store's lane. Lives in the GUI thread."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reminders = desk.assistant.reminders

    def answer(self, uids: Sequence[str]) -> None:
        """Done with reminders."""
        self._desk.background.run(lambda: self._reminders.acknowledge_all(uids), self._answered, owner=self)

    def _answered(self, receipt: Receipt | None) -> None:
        if receipt is not None and receipt.items:
            text = self.tr("Completed “{title}”").format(title=receipt.items[0].title)
            self._desk.toast(text, receipt.journal_id, "tasks")

    def snooze(self, uid: str, until: datetime) -> None:
        """Puts a reminder off."""
        self._desk.background.run(lambda: self._reminders.snooze(uid, until), owner=self)

    def delete(self, uids: tuple[str, ...]) -> None:
        """Deletes reminders, with the rest of their series."""
        self._desk.background.run(lambda: self._reminders.delete_all(uids), self._deleted, owner=self)

    def _deleted(self, receipt: Receipt) -> None:
        if len(receipt.items) > 1:
            text = self.tr("Deleted %n reminder(s)", "", len(receipt.items))
        else:
            text = self.tr("Deleted “{title}”").format(title=receipt.items[0].title)
        self._desk.toast(text, receipt.journal_id, "tasks")
