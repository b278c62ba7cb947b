"""What a day of a month and the name of a day above the hours have in common. GUI thread."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QAbstractButton, QWidget

from assistant.desktop.calendar import words
from assistant.desktop.desk import Desk
from assistant.services.calendar.almanac import DayNote


class DayButton(QAbstractButton):
    """A button that stands for a day.

    Attributes:
        day: Which one.
        today: Whether it is today.
        note: Its holiday or lunar day.
    """

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.desk = desk
        self.day = date.min
        self.today = False
        self.note: DayNote | None = None

    def take(self, day: date, *, today: bool, note: DayNote | None) -> str:
        """Takes over a day; returns what it is called aloud."""
        self.day, self.today, self.note = day, today, note
        self.setToolTip(note.holiday if note is not None else "")
        self.update()
        return words.day_spoken(day, self.desk.wording, today=today, note=note)
