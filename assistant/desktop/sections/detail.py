"""The frame around one thing in full: a head with delete and close, and what scrolls below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.scrolled import scrolled
from assistant.desktop.theme import theme


class DetailFrame(QWidget):
    """Stands beside a list. Subclasses name and join the two buttons.

    Signals:
        closeWanted(): by the button, or by Esc.
    """

    closeWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._delete, self._close = QToolButton(self), QToolButton(self)
        for tool in (self._delete, self._close):
            tool.setProperty("look", "icon")
        self._close.clicked.connect(self.closeWanted)

    def hold(self, heading: Sequence[QWidget], content: QWidget) -> QVBoxLayout:
        """Puts the heading (its last part stretches) above what scrolls; gives the column that both stand in."""
        head = QWidget(self)
        head.setFixedHeight(theme().fixed("paneHeader"))
        bar = QHBoxLayout(head)
        bar.setContentsMargins(theme().space(5), 0, theme().space(3), 0)
        bar.setSpacing(6)
        for part in heading:
            bar.addWidget(part, int(part is heading[-1]))
        bar.addWidget(self._delete)
        bar.addWidget(self._close)
        area = scrolled(content, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(area, 1)
        return whole

    def line(self) -> QFrame:
        """A line between two parts."""
        line = QFrame(self)
        line.setProperty("look", "line")
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the room back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closeWanted.emit()
        else:
            super().keyPressEvent(event)
