"""The level meter: the last loudnesses as bars, newest at the right."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.desktop.theme import theme

_BARS = 28
_BAR, _GAP = 3, 3
_LOWEST = 3


class LevelMeter(QWidget):
    """Takes a loudness some thirty times a second."""

    def __init__(self, parent: QWidget | None = None, *, bars: int = _BARS) -> None:
        super().__init__(parent)
        self._levels: deque[float] = deque([0.0] * bars, maxlen=bars)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """All bars side by side."""
        return QSize(len(self._levels) * (_BAR + _GAP) - _GAP, 28)

    def add(self, level: float) -> None:
        """The newest loudness, 0 to 1."""
        self._levels.append(level)
        self.update()

    def clear(self) -> None:
        """Silence."""
        self._levels.extend([0.0] * len(self._levels))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the bars around the middle line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent.fill"))
        for number, level in enumerate(self._levels):
            height = _LOWEST + level * (self.height() - _LOWEST)
            place = QRectF(number * (_BAR + _GAP), (self.height() - height) / 2, _BAR, height)
            painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
        painter.end()
