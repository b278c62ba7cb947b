"""A day as a button; pressed, it unfolds a small month to choose another. GUI thread."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.desk import Desk
from assistant.desktop.mini_month import MiniMonth


class DayField(QWidget):
    """The button alone; the month stands where `month_place` is put.

    Signals:
        changed(date): another day was chosen.
        resized(): the month came or went.
    """

    changed = Signal(object)
    resized = Signal()

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        """`name` says to a screen reader what the day is."""
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self.day = desk.now().date()
        self._month: MiniMonth | None = None
        self._button = QPushButton(self)
        self._button.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button)
        self.month_place = QWidget(parent)
        self._below = QVBoxLayout(self.month_place)
        self._below.setContentsMargins(0, 0, 0, 0)
        self.month_place.hide()

    def show_day(self, day: date) -> None:
        """Shows a day without telling anybody."""
        self.day = day
        said = self._desk.wording.short_day(day, self._desk.now().date())
        self._button.setText(said)
        self._button.setAccessibleName(f"{self._name}: {said}")

    def fold(self) -> None:
        """Puts the month away."""
        if self._month is not None:
            self._below.removeWidget(self._month)
            self._month.hide()
            self._month.deleteLater()
            self._month = None
            self.month_place.hide()
            self.resized.emit()

    def _toggle(self) -> None:
        if self._month is not None:
            self.fold()
            return
        desk = self._desk
        first, notes = desk.assistant.week_start, DayNotes(desk, self)
        today = desk.now().date()
        self._month = MiniMonth(desk.wording, self.day, today, first_day=first, notes=notes, parent=self.month_place)
        self._month.picked.connect(self._pick)
        self._below.addWidget(self._month)
        self.month_place.show()
        self._month.focus_day()
        self.resized.emit()

    def _pick(self, day: date) -> None:
        self.show_day(day)
        self.changed.emit(day)
