"""One day of a month as a button. GUI thread."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.daybutton import DayButton
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.calendar.almanac import DayNote

_CIRCLE = 24
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class DayCell(DayButton):
    """The number of the day over a plain surface; entries lie on top.

    Signals:
        newWanted(date), opened(date), moved(date, int): by how many days an arrow key goes; menuWanted(date, QPoint)
    """

    newWanted = Signal(object)
    opened = Signal(object)
    moved = Signal(object, int)
    menuWanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, desk)
        self._outside = False
        self.target = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_day(self, day: date, *, today: bool, outside: bool, items: int, note: DayNote | None = None) -> None:
        """Takes over a day."""
        self._outside = outside
        name = self.take(day, today=today, note=note)
        self.setAccessibleName(self.tr("{day}, {items}").format(day=name, items=words.count_of(items)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Paints it, its own corner at the painter's origin; also while it is hidden."""
        ground = "bg.weekend" if self.day.weekday() >= 5 else "bg.surface"
        painter.fillRect(self.rect(), theme().colour("accent.soft" if self.target else ground))
        line = theme().colour("border.subtle")
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        self._number(painter)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -2, -2), theme().radius("sm"))

    def _number(self, painter: QPainter) -> None:
        of = paint.face("body", tabular=True, weight=paint.STRONG if self.today else 0)
        painter.setFont(of.font)
        text = words.day_of_month(self.day, self.desk.wording)
        circle = _CIRCLE * theme().pixels("body") / 13
        wide = max(circle, of.width(text) + 8)
        box = QRectF(4, 5, wide, circle)
        if self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent.fill"))
            painter.drawRoundedRect(box, circle / 2, circle / 2)
        tone = "text.onAccent" if self.today else "text.tertiary" if self._outside else "text.primary"
        painter.setPen(theme().colour(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self.note is not None:
            self._write_note(painter, box, self.note)

    def _write_note(self, painter: QPainter, number: QRectF, note: DayNote) -> None:
        """The holiday or lunar day at the right of the number."""
        of = paint.face("caption")
        room = self.width() - number.right() - 12
        text = paint.broken(note.short, of, room)[0] if room > of.line else ""
        special = (note.holiday or note.festive) and not self._outside
        painter.setPen(theme().colour("accent.text" if special else "text.tertiary"))
        paint.write(painter, of, (self.width() - 8 - of.width(text), number.top(), number.height()), text)

    @staticmethod
    def head() -> int:
        """Height of the number above the entries."""
        return round(34 * theme().pixels("body") / 13)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.newWanted.emit(self.day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menuWanted.emit(self.day, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _ARROWS:
            self.moved.emit(self.day, _ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
        else:
            event.ignore()
