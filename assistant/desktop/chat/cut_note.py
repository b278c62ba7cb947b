"""The line under an answer that was cut off while it was spoken: why, and what was left unsaid."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.chat.cards import Glyph
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.theme import theme

_ICON = 14


class CutNote(QWidget):
    """Says so; offers to say the rest where there is any.

    Signals:
        restWanted(): say what was left unsaid.
    """

    restWanted = Signal()

    def __init__(self, unsaid: str, parent: QWidget) -> None:
        super().__init__(parent)
        told = QLabel(self.tr("Stopped speaking when you started talking"), self)
        told.setProperty("look", "caption")
        told.setWordWrap(True)
        first = QHBoxLayout()
        first.setSpacing(theme().space(2))
        first.addWidget(Glyph("volume-2", "text.tertiary", self, _ICON))
        first.addWidget(told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        if unsaid:
            column.addLayout(self._rest(unsaid))

    def _rest(self, unsaid: str) -> QHBoxLayout:
        left = ElidedLabel(self.tr("Not said: {text}").format(text=unsaid), self)
        left.setProperty("look", "caption")
        left.setToolTip(unsaid)
        rest = QPushButton(self.tr("Say the rest"), self)
        rest.setProperty("look", "link")
        rest.setProperty("tone", "small")
        rest.clicked.connect(self.restWanted)
        row = QHBoxLayout()
        row.setContentsMargins(_ICON + theme().space(2), 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(left, 1)
        row.addWidget(rest)
        return row
