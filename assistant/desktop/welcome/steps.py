"""The row at the top that tells which step this is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme

_DISC = 22
_LINE = 40
_GAP = 8
_BETWEEN = 14
_HEIGHT = 64


class Steps(QWidget):
    """Names in a row, each behind a disc: ticked, the one at hand, or to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._at = 0
        self.setFixedHeight(_HEIGHT)

    def show_steps(self, names: tuple[str, ...], at: int) -> None:
        """Shows the names and which one is at hand, counted from 0."""
        self._names, self._at = names, at
        told = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(told.format(number=at + 1, count=len(names), name=names[at]))
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        plain = QFont(self.font())
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        return plain, strong

    def _width(self, *, named: bool) -> float:
        strong = self._fonts()[1]
        metrics = QFontMetricsF(strong)
        words = sum(metrics.horizontalAdvance(name) + _GAP for name in self._names) if named else 0
        return words + len(self._names) * _DISC + (len(self._names) - 1) * (_LINE + 2 * _BETWEEN)

    def sizeHint(self) -> QSize:
        return QSize(int(self._width(named=True)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._width(named=False)), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain, strong = self._fonts()
        named = self._width(named=True) <= self.width() - 2 * _BETWEEN
        x = (self.width() - self._width(named=named)) / 2
        for number, name in enumerate(self._names):
            if number:
                painter.setPen(QPen(theme().colour("border.default"), 1))
                painter.drawLine(QPointF(x + _BETWEEN, _HEIGHT / 2), QPointF(x + _BETWEEN + _LINE, _HEIGHT / 2))
                x += _LINE + 2 * _BETWEEN
            self._disc(painter, x, number)
            x += _DISC
            if named:
                here = number == self._at
                painter.setFont(strong if here else plain)
                painter.setPen(theme().colour("text.primary" if here else "text.secondary"))
                wide = painter.fontMetrics().horizontalAdvance(name)
                room = QFontMetricsF(strong).horizontalAdvance(name)
                painter.drawText(QRectF(x + _GAP, 0, wide + 2, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, name)
                x += _GAP + room

    def _disc(self, painter: QPainter, x: float, number: int) -> None:
        disc = QRectF(x, (_HEIGHT - _DISC) / 2, _DISC, _DISC)
        filled = number <= self._at
        accent = theme().colour("accent.fill")
        painter.setPen(QPen(accent if filled else theme().colour("border.control"), 1))
        painter.setBrush(accent if filled else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if number < self._at:
            painter.drawPixmap(QPointF(x + (_DISC - 14) / 2, (_HEIGHT - 14) / 2), pixmap("check", "text.onAccent", 14))
            return
        small = QFont(self._fonts()[1])
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(theme().colour("text.onAccent" if filled else "text.secondary"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
