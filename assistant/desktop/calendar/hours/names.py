"""The names of the days above the hours. Each is a button that opens its day. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.daybutton import DayButton
from assistant.desktop.calendar.hours.scale import Columns
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.calendar.almanac import DayNote

_HEIGHT = 44
_CIRCLE = 26
_NOTE = 14


class DayName(DayButton):
    """``Wed 14``, today with a filled circle."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, desk)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_day(self, day: date, *, today: bool, items: int, note: DayNote | None = None) -> None:
        """Takes over a day."""
        name = self.take(day, today=today, note=note)
        self.setAccessibleName(self.tr("Open {day}, {items}").format(day=name, items=words.count_of(items)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = theme().pixels("small") / 12
        circle = _CIRCLE * scale
        name_face = paint.face("small", weight=paint.STRONG if self.today else 0)
        number_face = paint.face("title", tabular=True, weight=paint.STRONG if self.today else paint.MEDIUM)
        name, number = words.weekday_short(self.day, self.desk.wording), str(self.day.day)
        width = name_face.width(name)
        gap = 6.0 if width + 6 + circle <= self.width() else 1.0
        if width + gap + circle > self.width():
            name, width, gap = "", 0.0, 0.0
        left = (self.width() - width - gap - circle) / 2
        tall = self._upper()
        middle = tall / 2
        if self.underMouse() and not self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("bg.hover"))
            painter.drawEllipse(QRectF(left + width + gap, middle - circle / 2, circle, circle))
        painter.setPen(theme().colour("accent.text" if self.today else "text.secondary"))
        paint.write(painter, name_face, (left, 0, tall), name)
        box = QRectF(left + width + gap, middle - circle / 2, circle, circle)
        if self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent.fill"))
            painter.drawEllipse(box)
        tone = "text.secondary" if self.day.weekday() >= 5 else "text.primary"
        painter.setPen(theme().colour("text.onAccent" if self.today else tone))
        painter.setFont(number_face.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        self._write_note(painter, tall)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()).adjusted(2, 4, -2, -4), theme().radius("sm"))
        painter.end()

    def _upper(self) -> float:
        """Height of the name and number; below them there may be a note."""
        return min(float(self.height()), round(_HEIGHT * max(1.0, theme().pixels("small") / 12)) - 1.0)

    def _write_note(self, painter: QPainter, top: float) -> None:
        if self.note is None or top >= self.height():
            return
        of = paint.face("caption")
        text = paint.broken(self.note.short, of, self.width() - 8)[0]
        special = self.note.holiday or self.note.festive
        painter.setPen(theme().colour("accent.text" if special else "text.tertiary"))
        paint.write(painter, of, ((self.width() - of.width(text)) / 2, top - 6, of.line), text)


class DayHeader(QWidget):
    """A row of day names with the week's number at the left.

    Signals:
        dayOpened(date)
    """

    dayOpened = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, columns: Callable[[], Columns]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._columns = columns
        self._names: list[DayName] = []
        self._shown: list[DayName] = []
        self.week = ""
        self.zones: tuple[str, str] | None = None
        self._notes: dict[date, DayNote] = {}

    def take_notes(self, notes: dict[date, DayNote]) -> None:
        """Holidays and lunar dates for the days shown next."""
        self._notes = notes

    def show_days(self, days: list[date], today: date, items: list[int], week: str) -> None:
        """Takes over the days, how many entries each has, and the week's label (may be empty)."""
        self.week = week
        while len(self._names) < len(days):
            name = DayName(self, self._desk)
            name.clicked.connect(lambda _checked=False, of=name: self.dayOpened.emit(of.day))
            self._names.append(name)
        self._shown = self._names[: len(days)]
        for name in self._names[len(days) :]:
            name.hide()
        for name, day, count in zip(self._shown, days, items, strict=True):
            name.show_day(day, today=day == today, items=count, note=self._notes.get(day))
            name.show()
        self.place()

    def place(self) -> None:
        """Puts the names over their columns."""
        tall = _HEIGHT + (_NOTE if self._notes else 0)
        self.setFixedHeight(round(tall * max(1.0, theme().pixels("small") / 12)))
        columns = self._columns()
        for place, name in enumerate(self._shown):
            left = columns.left(place)
            name.setGeometry(left, 0, columns.left(place + 1) - left, self.height() - 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg.surface"))
        painter.setPen(QPen(theme().colour("border.subtle"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setFont(theme().font("caption", tabular=True))
        painter.setPen(theme().colour("text.tertiary"))
        wide, tall = self._columns().gutter, self.height() - 1
        if self.zones is None:
            painter.drawText(QRectF(0, 0, wide, tall), Qt.AlignmentFlag.AlignCenter, self.week)
        else:
            of = paint.face("caption")
            painter.drawText(QRectF(0, 2, wide, tall / 2), Qt.AlignmentFlag.AlignCenter, self.week)
            for place, name in enumerate(self.zones):
                text = paint.broken(name, of, wide / 2 - 6)[0]
                box = QRectF(place * wide / 2, tall / 2, wide / 2, tall / 2 - 2)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
