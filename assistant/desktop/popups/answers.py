"""The way of an answer from a pop-up into the store, and what the pop-up says where that fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from assistant.config.errors import AssistantError, ConflictError, NotFoundError
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.desktop.popups.state import Announced
from assistant.domain.conversation import Receipt
from assistant.domain.reminder import Insistence


class Answers(QObject):
    """Stores answers. Lives in the GUI thread.

    Signals:
        answered(tuple[str, ...]): uids whose pop-ups can go.
        refused(): a card says now why it could not be stored, and is higher than before.
    """

    answered = Signal(object)
    refused = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reminders = desk.assistant.reminders

    def done(self, uids: tuple[str, ...], card: Card) -> None:
        """Done; tasks are completed, which the toast can undo."""
        self._store(lambda: self._reminders.acknowledge_all(uids), uids, card)

    def open(self, one: Announced, card: Card) -> None:
        """An event's reminder is answered by looking at the event; another one stays until it is done."""
        reminder = one.reminder
        kind = str(reminder.item_kind) if reminder.item_uid else "reminder"
        self._desk.open_item(kind, reminder.item_uid or reminder.uid, reminder.recurrence_id)
        if one.opens:
            self.done((one.uid,), card)

    def snooze(self, uids: tuple[str, ...], until: datetime, card: Card) -> None:
        """Put off."""
        self._store(lambda: self._reminders.snooze_all(uids, until), uids, card)

    def dismiss(self, uids: tuple[str, ...], card: Card) -> None:
        """Closed without an answer."""
        self._store(lambda: self._reminders.dismiss_all(uids), uids, card)

    def insist(self, card: ReminderCard, how: Insistence) -> None:
        """What happens while nobody answers; the pop-up stays."""
        uid = card.one.uid

        def done(_receipt: Receipt) -> None:
            card.insists(how)

        def failed(error: AssistantError) -> None:
            if isinstance(error, NotFoundError):
                self.answered.emit((uid,))
            else:
                card.tell(sentence_for(error))
                self.refused.emit()

        self._desk.background.run(lambda: self._reminders.insist(uid, how), done, failed, owner=self)

    def _store(self, work: Callable[[], Receipt | None], uids: tuple[str, ...], card: Card) -> None:
        card.set_busy(busy=True)

        def done(receipt: Receipt | None) -> None:
            self.answered.emit(uids)
            if receipt is not None and receipt.items:
                self._desk.toast(self._told(receipt), receipt.journal_id, "tasks")

        def failed(error: AssistantError) -> None:
            if isinstance(error, ConflictError | NotFoundError):  # answered elsewhere meanwhile
                self.answered.emit(uids)
            else:
                card.tell(sentence_for(error))
                self.refused.emit()

        self._desk.background.run(work, done, failed, owner=self)

    def _told(self, receipt: Receipt) -> str:
        if len(receipt.items) > 1:
            return self.tr("Completed %n task(s)", "", len(receipt.items))
        return self.tr("Completed “{title}”").format(title=receipt.items[0].title)
