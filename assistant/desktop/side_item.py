"""One line of a section's side bar: an icon or a coloured dot, a name, a count."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme

_DOT = 8
_SIDE = 10


class SideItem(QAbstractButton):
    """A choice among the lines of a side bar; arrows move between them.

    Attributes:
        indent: By how many pixels it stands in, for what is inside another.
        highlighted: True while something is held over it that it would take.
    """

    def __init__(self, mark: str, text: str, parent: QWidget | None = None, *, height: int = 34) -> None:
        """`mark` is the name of an icon, or the token of a dot's colour (with a full stop in it)."""
        super().__init__(parent)
        self._mark = mark
        self._count = ""
        self._count_tone = "text.tertiary"
        self._height = height
        self.indent = 0
        self.highlighted = False
        self._ring = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.name(text)

    def name(self, text: str, count: int | None = None, tone: str = "text.tertiary") -> None:
        """Sets words and count; no count is shown for None or 0."""
        self.setText(text)
        self._count = str(count) if count else ""
        self._count_tone = tone
        self.setAccessibleName(f"{text} {self._count}".strip())
        self.update()

    def mark_with(self, mark: str) -> None:
        """Another icon or dot."""
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        """Grows with the text size."""
        room = max(self._height, theme().line("body") + 14)
        return QSize(2 * _SIDE + theme().size("icon") + 80, room)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard: whoever presses with the mouse sees what is chosen."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() != Qt.FocusReason.MouseFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the lines; Enter chooses."""
        self._ring = True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        siblings = [one for one in parent.findChildren(SideItem) if one.isVisible()]
        siblings.sort(key=lambda one: one.mapTo(parent, QPoint(0, 0)).y())
        place = siblings.index(self) + step
        if 0 <= place < len(siblings):
            siblings[place].setFocus(Qt.FocusReason.TabFocusReason)
            siblings[place].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, name, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, chosen = self.rect(), self.isChecked()
        ground = "bg.selected" if chosen else ("bg.hover" if self.underMouse() or self.highlighted else "")
        radius = theme().radius("md")
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(ground))
            painter.drawRoundedRect(QRectF(rect), radius, radius)
        if (self.hasFocus() and self._ring) or self.highlighted:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("border.focus"), theme().border("focus")))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        tone = "accent.onSoft" if chosen else "text.primary"
        side = theme().size("icon")
        self._paint_mark(painter, QPoint(_SIDE + self.indent, (rect.height() - side) // 2), tone)
        font = theme().font("body")
        small = theme().font("small", tabular=True)
        if chosen:
            font.setWeight(QFont.Weight.DemiBold)
            small.setWeight(QFont.Weight.DemiBold)
        right = rect.right() - _SIDE
        wide = QFontMetrics(small).horizontalAdvance(self._count)
        left = _SIDE + self.indent + side + _SIDE
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, right - wide - 8 - left)
        painter.setFont(font)
        painter.setPen(theme().colour(tone))
        painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small)
        painter.setPen(theme().colour("accent.onSoft" if chosen else self._count_tone))
        painter.drawText(
            rect.adjusted(0, 0, -_SIDE, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count
        )
        painter.end()

    def _paint_mark(self, painter: QPainter, corner: QPoint, tone: str) -> None:
        side = theme().size("icon")
        if "." not in self._mark:
            painter.drawPixmap(corner, pixmap(self._mark, tone, side))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self._mark))
        inset = (side - _DOT) // 2
        painter.drawEllipse(corner.x() + inset, corner.y() + inset, _DOT, _DOT)
