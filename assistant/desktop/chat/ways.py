"""The ways out of the chat: to the items it speaks of, and to the toast on the pane that changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.desktop.chat import telling
from assistant.desktop.desk import Desk
from assistant.domain.conversation import Receipt, ReceiptItem


class Ways:
    """GUI thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def toast(self, receipt: Receipt) -> None:
        """Says what happened on the pane where it did, with Undo."""
        if not receipt.items:
            return
        text = telling.headline(receipt)
        if len(receipt.items) == 1:
            pattern = QCoreApplication.translate("Receipts", "{headline}: {title}")
            text = pattern.format(headline=text, title=receipt.items[0].title)
        pane = "calendar" if receipt.items[0].kind == "event" else "tasks"
        self._desk.toast(text, receipt.journal_id, pane)

    def open_items(self, items: tuple[ReceiptItem, ...]) -> None:
        """Shows what a live answer was drawn from: a single item where it lives, several as a list."""
        if len(items) == 1:
            self._desk.open_item(str(items[0].item_kind), items[0].uid, items[0].recurrence_id)
        elif items:
            self._desk.list_items(items)

    def open_sources(self, sources: tuple[str, ...]) -> None:
        """The same for a stored answer, whose sources are uids; what is gone by now is left out."""
        if not sources:
            return
        found = self._desk.assistant.search.by_uids
        self._desk.background.run(lambda: found(sources), self.open_items)
