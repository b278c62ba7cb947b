"""A small window that hangs on a control: keeps Tab inside, closes on Esc or a click outside, gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.desktop.theme import theme

_GAP = 4


class Popover(QWidget):
    """An empty rounded panel with a painted shadow; the owner fills `body`.

    Signals:
        closed(): it went away, however that happened.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _, blur, _ = theme().shadow("e1")
        self._margin = blur
        around = QVBoxLayout(self)
        around.setContentsMargins(blur, blur, blur, blur)
        panel = QWidget(self)
        panel.setProperty("look", "clear")
        self.body = QVBoxLayout(panel)
        space = theme().space(3)
        self.body.setContentsMargins(space, space, space, space)
        self.body.setSpacing(theme().space(2))
        around.addWidget(panel)

    def open_at(self, anchor: QWidget, *, above: bool = True) -> None:
        """Shows it at the left edge of `anchor`, above or below it, wholly on the screen."""
        self.adjustSize()
        top_left = anchor.mapToGlobal(QPoint(0, 0))
        place = self._place(QRect(top_left, anchor.size()), above=above)
        screen = (QGuiApplication.screenAt(top_left) or QGuiApplication.primaryScreen()).availableGeometry()
        if place.top() + self._margin < screen.top() or place.bottom() - self._margin > screen.bottom():
            other = self._place(QRect(top_left, anchor.size()), above=not above)
            if screen.contains(other.marginsRemoved(self.contentsMargins())):
                place = other
        x = max(screen.left() - self._margin, min(place.x(), screen.right() + self._margin - place.width()))
        y = max(screen.top() - self._margin, min(place.y(), screen.bottom() + self._margin - place.height()))
        self.move(x, y)
        self.show()

    def _place(self, anchor: QRect, *, above: bool) -> QRect:
        x = anchor.left() - self._margin
        if above:
            return QRect(x, anchor.top() - _GAP - self.height() + self._margin, self.width(), self.height())
        return QRect(x, anchor.bottom() + _GAP - self._margin, self.width(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells the owner, who puts the focus back."""
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, surface and hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down, blur, colour = theme().shadow("e1")
        panel = QRectF(self.rect()).adjusted(blur, blur, -blur, -blur)
        radius = theme().radius("lg")
        painter.setPen(Qt.PenStyle.NoPen)
        steps = blur // 2
        layer = QColor(colour)
        layer.setAlphaF(colour.alphaF() / steps)
        painter.setBrush(layer)
        for step in range(steps):
            spread = blur * (1 - step / steps) - down
            grown = panel.adjusted(-spread, -spread, spread, spread).translated(0, down)
            painter.drawRoundedRect(grown, radius + max(spread, 0), radius + max(spread, 0))
        painter.setPen(QPen(theme().colour("border.default"), 1))
        painter.setBrush(theme().colour("bg.raised"))
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
