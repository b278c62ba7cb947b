"""Going to a date: in words, or on a small month. GUI thread."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.desk import Desk
from assistant.desktop.mini_month import MiniMonth
from assistant.services.wording.day_words import stretch_in

_MOST = 80
_YEARS = range(1700, 3000)


class GoTo(Popover):
    """The calendar follows what is chosen on the month; Enter after words goes there and closes.

    Signals:
        chosen(date)
    """

    chosen = Signal(object)

    def __init__(self, over: QWidget, desk: Desk, day: date) -> None:
        super().__init__(over)
        self._desk = desk
        self.setAccessibleName(self.tr("Go to date"))
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(8)
        self._line = QLineEdit(self)
        self._line.setMaxLength(_MOST)
        self._line.setAccessibleName(self.tr("Go to date"))
        self._line.setPlaceholderText(self.tr("12 March, next Friday"))
        self._line.returnPressed.connect(self._read)
        self._problem = QLabel(self)
        self._problem.setProperty("look", "small")
        self._problem.setProperty("tone", "danger")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._line.textEdited.connect(lambda _text: self._problem.hide())
        first, notes = desk.assistant.week_start, DayNotes(desk, self)
        month = MiniMonth(desk.wording, day, desk.now().date(), first_day=first, notes=notes, parent=self)
        month.picked.connect(self.chosen)
        for widget in (self._line, self._problem, month):
            inside.addWidget(widget)
        self.body.addLayout(inside)

    def open_here(self, anchor: QRect) -> None:
        """Shows it, ready for words."""
        self.open_beside(anchor)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _read(self) -> None:
        text, now, zone = self._line.text().strip(), self._desk.now(), self._desk.assistant.clock.zone()
        if text:
            self._desk.background.run(
                lambda: stretch_in(text, now, zone), lambda found: self._take(text, found), owner=self
            )

    def _take(self, text: str, found: tuple[datetime, datetime] | None) -> None:
        if found is None or found[0].year not in _YEARS:
            self._problem.setText(self.tr("I did not understand the date “{text}”.").format(text=text))
            self._problem.show()
            self.place()
            return
        self.dismiss()
        self.chosen.emit(found[0].astimezone(self._desk.assistant.clock.zone()).date())
