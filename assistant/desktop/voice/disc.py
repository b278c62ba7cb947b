"""The round sign of whose turn it is: filled while the microphone is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme


class Disc(QWidget):
    """A sign in a circle.

    Attributes:
        sign: Name of the icon.
        filled: In the accent colour.
    """

    def __init__(self, parent: QWidget, size: int) -> None:
        super().__init__(parent)
        self.sign, self.filled = "mic", True
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints circle and sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent.fill" if self.filled else "bg.sunken"))
        painter.drawEllipse(self.rect())
        size = self.width() * 9 // 20
        sign = pixmap(self.sign, "text.onAccent" if self.filled else "text.secondary", size)
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, sign)
        painter.end()
