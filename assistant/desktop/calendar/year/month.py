"""One month of the year view: painted as one widget, with a day that the keyboard moves. GUI thread."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.dates import days_from, week_of
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.calendar.almanac import DayNote

_WEEKS = 6
_ROWS = _WEEKS + 2
_CELL = QSize(26, 23)
_BUSY = 8
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def least_size() -> QSize:
    """The smallest month that can be read."""
    scale = theme().pixels("caption") / 11
    return QSize(round(7 * _CELL.width() * scale) + 24, round(_ROWS * _CELL.height() * scale) + 8)


class YearMonth(QWidget):
    """A heading, the names of the days, six weeks.

    Signals:
        dayChosen(date), dayOpened(date)
        opened(date): the heading was pressed.
        moved(date, int): an arrow key; the day that it left and by how many days.
    """

    dayChosen = Signal(object)
    dayOpened = Signal(object)
    opened = Signal(object)
    moved = Signal(object, int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first = self._today = date.min
        self._start = 0
        self._counts: dict[date, int] = {}
        self._notes: dict[date, DayNote] = {}
        self._hovered: date | None = None
        self.chosen: date | None = None
        self.setMouseTracking(True)

    def show_month(
        self, first: date, start: int, counts: dict[date, int], notes: dict[date, DayNote], today: date
    ) -> None:
        """Takes over a month; `counts` are events a day, days without any may be missing."""
        self._first, self._start, self._today = first, start, today
        self._counts, self._notes = counts, notes
        self.update()

    def choose(self, day: date) -> None:
        """Marks a day where it is one of this month; that month is the one that Tab reaches."""
        chosen = day if (day.year, day.month) == (self._first.year, self._first.month) else None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.chosen = chosen
        if chosen is not None:
            self.setAccessibleName(self._spoken(chosen))
        self.update()

    def _spoken(self, day: date) -> str:
        note = self._notes.get(day)
        holiday = DayNote(note.holiday) if note is not None and note.holiday else None
        name = words.day_spoken(day, self._desk.wording, today=day == self._today, note=holiday)
        return self.tr("{day}, {items}").format(day=name, items=words.count_of(self._counts.get(day, 0)))

    def announce(self) -> None:
        """Says the chosen day to a screen reader."""
        if self.chosen is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken(self.chosen)))

    # ------------------------------------------------------------------ geometry

    def _pitch(self) -> tuple[float, float]:
        return (self.width() - 20) / 7, (self.height() - 8) / _ROWS

    def _cell(self, place: int) -> QRectF:
        across, down = self._pitch()
        row, column = divmod(place, 7)
        return QRectF(10 + column * across, (row + 2) * down, across, down)

    def _place_of(self, day: date) -> int:
        return (day - week_of(self._first, self._start)).days

    def _day_at(self, at: QPointF) -> date | None:
        across, down = self._pitch()
        row, column = int(at.y() // down) - 2, int((at.x() - 10) // across)
        if not (0 <= row < _WEEKS and 0 <= column < 7):
            return None
        day = week_of(self._first, self._start) + timedelta(days=row * 7 + column)
        return day if day.month == self._first.month else None

    def rect_of_chosen(self) -> QRect:
        """Where the chosen day is in this widget; empty without one."""
        return self._cell(self._place_of(self.chosen)).toRect() if self.chosen is not None else QRect()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across, down = self._pitch()
        title, small = paint.face("bodyStrong"), paint.face("caption", tabular=True)
        wording = self._desk.wording
        here = self._first.month == self._today.month and self._first.year == self._today.year
        painter.setPen(theme().colour("accent.text" if here else "text.primary"))
        paint.write(painter, title, (10 + 6, 0, down), words.month_name(self._first, wording))
        painter.setPen(theme().colour("text.tertiary"))
        first = week_of(self._first, self._start)
        for column, day in enumerate(days_from(first, 7)):
            letter = words.weekday_narrow(day, wording)
            left = 10 + column * across + (across - small.width(letter)) / 2
            paint.write(painter, small, (left, down, down), letter)
        size = int(across) - 1, int(down) - 1
        for place, day in enumerate(days_from(first, 7 * _WEEKS)):
            if day.month == self._first.month:
                row, column = divmod(place, 7)
                at = QPoint(round(10 + column * across), round((row + 2) * down))
                paint.draw_tile(painter, at, size, str(day.day), self._tones(day))
        if self.chosen is not None and self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect_of_chosen()).adjusted(0, 0, -1, -1), theme().radius("sm"))
        painter.end()

    def _tones(self, day: date) -> paint.Tones:
        """How a day is drawn: today, with much or little on it, under the pointer, a holiday, or none of these."""
        count, note = self._counts.get(day, 0), self._notes.get(day)
        if day == self._today:
            return "text.onAccent", "accent.fill", 1.0
        ink = "danger.text" if note is not None and note.holiday else "text.primary"
        if count:
            return ink, "accent.softBorder", 0.25 + 0.75 * min(count, _BUSY) / _BUSY
        if ink == "text.primary" and day.weekday() >= 5:
            ink = "text.tertiary"
        return ink, "bg.hover", 1.0 if day == self._hovered else 0.0

    # ------------------------------------------------------------------ pointer and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        day = self._day_at(event.position())
        if day is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.dayChosen.emit(day)
            self.dayOpened.emit(day)
        elif event.position().y() < self._pitch()[1]:
            self.opened.emit(self._first)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        pressable = day is not None or event.position().y() < self._pitch()[1]
        self.setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor)
        if day != self._hovered:
            self._hovered = day
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._spoken(day) if day is not None else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if self.chosen is None or not plain:
            event.ignore()
        elif key in _ARROWS:
            self.moved.emit(self.chosen, _ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.dayOpened.emit(self.chosen)
        else:
            event.ignore()
