"""One month as a grid of day buttons, for choosing a date by mouse or keyboard."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.calendar.words import month_title, weekday_short, with_note
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme
from assistant.services.calendar.almanac import DayNote
from assistant.services.wording.times import Wording

_WEEKS = 6
_DAYS = 7
_A_MONDAY = date(2024, 1, 1)


class MiniMonth(QWidget):
    """Shows the month of the chosen day.

    Signals:
        picked(date): by click, Enter or arrow keys.
    """

    picked = Signal(object)

    def __init__(
        self,
        wording: Wording,
        chosen: date,
        today: date,
        *,
        first_day: int = 0,
        notes: DayNotes | None = None,
        parent: QWidget,
    ) -> None:
        """`first_day` is 0 for Monday up to 6 for Sunday; `notes`, which it keeps, know holidays and lunar days."""
        super().__init__(parent)
        self._notes = notes
        self._wording = wording
        self._chosen = chosen
        self._today = today
        self._first_day = first_day
        self._shown = chosen.replace(day=1)
        self._title = QLabel(self)
        self._title.setProperty("look", "strong")
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        tall = notes is not None and notes.lunar
        self._days = [[_Day(self, tall=tall) for _ in range(_DAYS)] for _ in range(_WEEKS)]
        for column in range(_DAYS):
            self._fill_column(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().space(1))
        layout.addLayout(self._head())
        layout.addLayout(self._grid)
        if notes is not None:
            notes.setParent(self)
            notes.arrived.connect(self._fill)
        self._fill()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(self._turner("chevron-left", -1, self.tr("Previous month")))
        head.addWidget(self._turner("chevron-right", 1, self.tr("Next month")))
        return head

    def _fill_column(self, column: int) -> None:
        """The name of a day of the week, and the days below it."""
        day = _A_MONDAY + timedelta(days=(self._first_day + column) % _DAYS)
        name = QLabel(weekday_short(day, self._wording), self)
        name.setProperty("look", "caption")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(name, 0, column)
        for row, days in enumerate(self._days, 1):
            cell = days[column]
            cell.clicked.connect(lambda _checked=False, cell=cell: self._pick(cell.day))
            self._grid.addWidget(cell, row, column)

    def _turner(self, name: str, step: int, told: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.setProperty("look", "icon")
        button.setIcon(icon(name))
        button.clicked.connect(lambda: self._turn(step))
        return button

    @property
    def chosen(self) -> date:
        """The chosen day."""
        return self._chosen

    def choose(self, day: date) -> None:
        """Shows another chosen day without telling anybody."""
        self._chosen = day
        self._shown = day.replace(day=1)
        self._fill()

    def focus_day(self) -> None:
        """Puts the keyboard on the chosen day."""
        for row in self._days:
            for cell in row:
                if cell.day == self._chosen:
                    cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, months: int) -> None:
        number = self._shown.year * 12 + self._shown.month - 1 + months
        if date.min.year * 12 < number < date.max.year * 12:
            self._shown = date(number // 12, number % 12 + 1, 1)
            self._fill()

    def _pick(self, day: date) -> None:
        focused = any(cell.hasFocus() for row in self._days for cell in row)
        self.choose(day)
        if focused:
            self.focus_day()
        self.picked.emit(day)

    def _fill(self) -> None:
        self._title.setText(month_title(self._shown, self._wording))
        weeks = calendar.Calendar(self._first_day).monthdatescalendar(self._shown.year, self._shown.month)
        day = weeks[0][0]
        known: dict[date, DayNote] = {}
        if self._notes is not None:
            last = day + timedelta(days=_WEEKS * _DAYS - 1)
            self._notes.want(day, last, lunar=True)
            known = self._notes.of(day, last)
        for row in self._days:
            for cell in row:
                cell.show_day(
                    day,
                    name=self._wording.long_day(day),
                    chosen=day == self._chosen,
                    today=day == self._today,
                    outside=day.month != self._shown.month,
                    note=known.get(day),
                )
                day += timedelta(days=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen day by days and weeks, Page Up and Down by months."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._pick(self._chosen + timedelta(days=step))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)


class _Day(QAbstractButton):
    """One day of the month; a `tall` one has room for the lunar day below its number."""

    def __init__(self, parent: QWidget, *, tall: bool) -> None:
        super().__init__(parent)
        self.day = date.min
        self._tall = tall
        self._chosen = self._today = self._outside = False
        self._note = DayNote()

    def show_day(
        self, day: date, *, name: str, chosen: bool, today: bool, outside: bool, note: DayNote | None = None
    ) -> None:
        self.day = day
        self._note = note or DayNote()
        self._chosen, self._today, self._outside = chosen, today, outside
        self.setText(str(day.day))
        self.setAccessibleName(with_note(name, note))
        self.setToolTip(self._note.holiday)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        side = max(theme().size("controlSm"), theme().fixed("hitMin"))
        return QSize(side + 6, side + 10) if self._tall else QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ink = "text.tertiary" if self._outside else "danger.text" if self._note.holiday else "text.primary"
        if self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent.fill"))
            self._ground(painter, disc)
            ink = "text.onAccent"
        elif self._today:
            ink = "accent.text"
        if self.underMouse() and not self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("bg.hover"))
            self._ground(painter, disc)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("border.focus"), theme().border("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._ground(painter, disc.adjusted(-1, -1, 1, 1))
        font = theme().font("small", tabular=True)
        if self._today or self._chosen:
            font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme().colour(ink))
        note = self._fitting()
        room = QRectF(self.rect()).adjusted(0, 0, 0, -self.height() * 0.38 if note else 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
        if note:
            plain = "text.tertiary" if self._outside or not self._note.festive else "accent.text"
            painter.setFont(theme().font("caption"))
            painter.setPen(theme().colour("text.onAccent" if self._chosen else plain))
            below = QRectF(self.rect()).adjusted(0, self.height() * 0.46, 0, -3)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, note)
        painter.end()

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        """A disc, or where there are two lines a box with round corners."""
        radius = theme().radius("md") if self._tall else box.height() / 2
        painter.drawRoundedRect(box, radius, radius)

    def _fitting(self) -> str:
        """The holiday or the lunar day, whichever has room below the number."""
        measure = QFontMetrics(theme().font("caption")).horizontalAdvance
        words = (self._note.short, self._note.lunar) if self._tall else ()
        return next((text for text in words if text and measure(text) <= self.width() - 2), "")
