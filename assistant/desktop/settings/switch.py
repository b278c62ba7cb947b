"""An on/off switch."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from assistant.desktop.theme import theme

_WIDTH, _HEIGHT = 36, 20


class Switch(QAbstractButton):
    """On is filled with the knob at the right, off is an outline with a small knob at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """With room for the focus ring, and to hit it."""
        return QSize(_WIDTH + 8, max(_HEIGHT + 8, theme().fixed("hitMin")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 0, _WIDTH, _HEIGHT)
        track.moveCenter(QRectF(self.rect()).center())
        on = self.isChecked()
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent.fill"))
        else:
            painter.setPen(QPen(theme().colour("border.control"), 1))
            painter.setBrush(theme().colour("bg.surface"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        side = 14 if on else 12
        knob = QRectF(0, 0, side, side)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - side - 3 if on else track.left() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("text.onAccent" if on else "border.control"))
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("border.focus"), theme().border("focus")))
            ring = track.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
