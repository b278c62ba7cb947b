"""A pop-up that only says something, once."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QWidget

from assistant.desktop.popups.card import Card
from assistant.desktop.theme import theme


class NoteCard(Card):
    """A sentence and OK."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(text, self)
        self._words.setWordWrap(True)
        self._ok = QPushButton(self)
        self._ok.setProperty("look", "primary")
        self._ok.clicked.connect(self.closeWanted)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._ok)
        self.column.addWidget(self._words)
        self.column.addSpacing(theme().space(3))
        self.column.addLayout(row)
        self.finish()
        self.retranslate()

    @property
    def primary(self) -> QAbstractButton:
        """OK."""
        return self._ok

    def retranslate(self) -> None:
        """Sets the words that are the card's own."""
        self.set_state("info", self.tr("Assistant"))
        self._ok.setText(self.tr("OK"))
        self.name_close(self.tr("Close the message"), self.tr("Close"))
        self.setAccessibleName(self._words.text())
