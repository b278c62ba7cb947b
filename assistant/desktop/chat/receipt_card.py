"""The card that proves a change, with Edit and Undo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.chat import telling
from assistant.desktop.chat.cards import Card, SmallButton, kind_line, wrapped
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.domain.conversation import Action, Receipt, ReceiptItem

_SHOWN = 3


class ReceiptCard(Card):
    """Shows one receipt.

    Signals:
        undoWanted(int), redoWanted(int): the journal entry.
        openWanted(str, str): item kind and uid.
    """

    undoWanted = Signal(int)
    redoWanted = Signal(int)
    openWanted = Signal(str, str)

    def __init__(self, receipt: Receipt, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receipt = receipt
        self._desk = desk
        self._open = False
        self._note = ""
        self._inside = QWidget(self)
        self.body.addWidget(self._inside)
        self._fill()

    @property
    def receipt(self) -> Receipt:
        """What it proves."""
        return self._receipt

    def set_undone(self, undone: object) -> None:
        """It was taken back, or done again."""
        if bool(undone) != self._receipt.undone or self._note:
            self._receipt = replace(self._receipt, undone=bool(undone))
            self._note = ""
            self._fill()

    def tell(self, note: str) -> None:
        """Says why it could not be undone."""
        self._note = note
        self._fill()

    def _fill(self) -> None:
        fresh = QWidget(self)
        layout = QVBoxLayout(fresh)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        items = self._receipt.items
        if items:
            layout.addLayout(kind_line(telling.item_icon(items[0]), telling.headline(self._receipt), fresh))
            layout.addSpacing(theme().space(1))
        shown = items if self._open or len(items) <= _SHOWN else items[:_SHOWN]
        for item in shown:
            self._add_item(layout, item, fresh)
        if len(items) > len(shown):
            more = QPushButton(self.tr("Show all {count}").format(count=len(items)), fresh)
            more.setProperty("look", "link")
            more.clicked.connect(self._show_all)
            row = QHBoxLayout()
            row.setContentsMargins(-theme().space(1) - 1, 0, 0, 0)
            row.addWidget(more)
            row.addStretch()
            layout.addLayout(row)
        layout.addSpacing(theme().space(2))
        layout.addLayout(self._buttons(fresh))
        old, self._inside = self._inside, fresh
        self.body.replaceWidget(old, fresh)
        old.hide()
        old.deleteLater()
        fresh.show()
        self.setAccessibleName(
            self.tr("{headline}: {titles}").format(
                headline=telling.headline(self._receipt), titles=", ".join(item.title for item in items)
            )
        )

    def _show_all(self) -> None:
        self._open = True
        self._fill()

    def _add_item(self, layout: QVBoxLayout, item: ReceiptItem, parent: QWidget) -> None:
        wording, today = self._desk.wording, self._desk.now().date()
        title = wrapped(item.title, parent, "strong")
        layout.addWidget(title)
        if self._receipt.undone or self._receipt.action == Action.DELETED:
            _strike(title)
        if len(self._receipt.items) > 1:
            old, new = telling.old_and_new(item, wording, today)
            moved = self._receipt.action in (Action.CHANGED, Action.MOVED) and old and new
            told = self.tr("{old} → {new}").format(old=old, new=new) if moved else telling.details(item, wording, today)
            if told:
                layout.addWidget(wrapped(told, parent, "small"))
            return
        old = telling.before(item, wording, today)
        if old and self._receipt.action in (Action.CHANGED, Action.MOVED):
            line = wrapped(old, parent, "small")
            _strike(line)
            layout.addWidget(line)
        for text in (telling.details(item, wording, today), telling.belongs(item, wording)):
            if text:
                layout.addWidget(wrapped(text, parent, "small"))
        if item.clashes and not self._receipt.undone:
            layout.addWidget(wrapped(telling.overlaps(item), parent, "small", "warning"))

    def _buttons(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        entry, items = self._receipt.journal_id, self._receipt.items
        titles = ", ".join(item.title for item in items)
        if self._receipt.undone:
            label = QLabel(self.tr("Undone"), parent)
            label.setProperty("look", "small")
            row.addWidget(label)
            redo = SmallButton(self.tr("Redo"), "redo-2", parent)
            redo.setAccessibleName(self.tr("Redo: {titles}").format(titles=titles))
            redo.clicked.connect(lambda: self.redoWanted.emit(entry))
            row.addWidget(redo)
        else:
            if len(items) == 1 and self._receipt.action not in (Action.DELETED, Action.COMPLETED):
                row.addWidget(self._opener(items[0], parent))
            undo = SmallButton(self.tr("Undo"), "undo-2", parent)
            undo.setAccessibleName(self.tr("Undo: {titles}").format(titles=titles))
            undo.clicked.connect(lambda: self.undoWanted.emit(entry))
            row.addWidget(undo)
        if self._note:
            row.addWidget(wrapped(self._note, parent, "small", "warning"), 1)
        else:
            row.addStretch()
        return row

    def _opener(self, item: ReceiptItem, parent: QWidget) -> QPushButton:
        button = SmallButton(self.tr("Edit"), "pencil", parent)
        button.setAccessibleName(self.tr("Edit: {title}").format(title=item.title))
        button.clicked.connect(lambda: self.openWanted.emit(str(item.item_kind), item.uid))
        return button


def _strike(label: QLabel) -> None:
    font = label.font()
    font.setStrikeOut(True)
    label.setFont(font)
