"""Questions and approvals: what is pressed in their cards becomes a turn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from assistant.desktop.chat.approval_card import ApprovalCard
from assistant.desktop.chat.cast import ApprovalEntry, QuestionEntry
from assistant.desktop.chat.entries import Entry
from assistant.desktop.chat.question_card import QuestionCard
from assistant.services.conversation.reply import Choice


class Asking(QObject):
    """Connects the cards of one column.

    Signals:
        taken(Choice): the person chose; for approvals it names the checked items alone.
    """

    taken = Signal(object)

    def wire_question(self, entry: QuestionEntry, card: QuestionCard) -> None:
        """Connects the buttons of a question."""

        def take(choice: Choice) -> None:
            self.taken.emit(choice)
            entry.settle(choice)

        card.chosen.connect(take)

    def wire_approval(self, entry: ApprovalEntry, card: ApprovalCard) -> None:
        """Connects the buttons of an approval."""

        def approve(choice: Choice, uids: tuple[str, ...]) -> None:
            entry.settle(self.tr("Approved"))
            several = len(entry.reply.items) > 1
            self.taken.emit(replace(choice, target_uids=uids) if several else choice)

        card.approved.connect(approve)
        card.cancelled.connect(lambda: entry.settle(self.tr("Cancelled. Nothing was changed.")))

    @staticmethod
    def focus(entries: tuple[Entry, ...]) -> None:
        """Puts the keyboard on a fresh approval, unless something is being typed."""
        typing = QApplication.focusWidget()
        if isinstance(typing, QPlainTextEdit) and typing.toPlainText():
            return
        for entry in entries:
            if isinstance(entry, ApprovalEntry) and isinstance(entry.widget, ApprovalCard):
                entry.widget.focus_default()
