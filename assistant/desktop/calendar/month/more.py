"""The button for what a day has no room for: "3 more". GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from assistant.desktop.calendar import paint
from assistant.desktop.theme import theme


class MoreButton(QPushButton):
    """A quiet button, painted like the entries above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint.onto(self, self.draw)

    def draw(self, painter: QPainter) -> None:
        """Paints it, its own corner at the painter's origin; also while it is hidden."""
        outer, radius, of = QRectF(self.rect()), theme().radius("sm"), paint.face("small")
        if self.underMouse():
            painter.fillPath(paint.rounded(outer, radius, radius), theme().colour("bg.hover"))
        painter.setPen(theme().colour("text.primary" if self.underMouse() else "text.secondary"))
        text = paint.broken(self.text(), of, outer.width() - 8)[0]
        paint.write(painter, of, (4, 0, outer.height()), text)
        if self.hasFocus():
            paint.focus_ring(painter, outer, radius)
