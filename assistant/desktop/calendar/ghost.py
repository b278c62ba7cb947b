"""The dashed outline of something that is not there yet. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import paint
from assistant.desktop.theme import theme


class Ghost(QWidget):
    """A place an item could have: dashed accent outline, title and time. It lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = ""
        self._time = ""
        self.hide()

    def say(self, title: str, time: str) -> None:
        """Sets the words; either may be empty."""
        if (title, time) != (self._title, self._time):
            self._title, self._time = title, time
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(self.rect())
        surface = QColor(theme().colour("bg.surface"))
        surface.setAlphaF(0.92)
        paint.dash(painter, outer.adjusted(1, 0, -1, 0), theme().colour("accent.fill"), surface)
        self._words(painter, outer)
        painter.end()

    def _words(self, painter: QPainter, outer: QRectF) -> None:
        of, small = paint.face("small", weight=paint.STRONG), paint.face("caption", tabular=True)
        line = of.line
        left = 8.0
        width = outer.width() - 2 * left + 2
        top = 3.0 if outer.height() >= line + 4 else (outer.height() - line) / 2
        room = max(1, int((outer.height() - top - 2) // line))
        painter.setPen(theme().colour("accent.text"))
        lines = paint.broken(self._title, of, width, max(1, room - 1 if self._time else room)) if self._title else ()
        for text in lines:
            paint.write(painter, of, (left, top, line), text)
            top += line
        if self._time and len(lines) < room:
            paint.write(painter, small, (left, top, line), paint.broken(self._time, small, width)[0])
