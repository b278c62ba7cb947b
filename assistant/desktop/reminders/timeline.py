"""What happened to a reminder, step by step, with the moment of each."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from assistant.desktop.icons import pixmap
from assistant.desktop.reminders import words
from assistant.desktop.theme import theme
from assistant.domain.reminder_history import ReminderStep
from assistant.services.wording.times import Wording


class Timeline(QWidget):
    """A line a step: icon, words, moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme().space(2))

    def show_steps(self, steps: tuple[ReminderStep, ...], now: datetime, wording: Wording) -> None:
        """Replaces what it shows."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for step in steps:
            self._lines.addWidget(self._line(step, now, wording))

    def _line(self, step: ReminderStep, now: datetime, wording: Wording) -> QWidget:
        line = QWidget(self)
        mark = QLabel(line)
        mark.setPixmap(pixmap(words.STEP_ICONS[step.state], "text.secondary", theme().size("icon")))
        told = QLabel(words.step_told(step, now, wording), line)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setAccessibleName(words.step_spoken(step, now, wording))
        at = QLabel(words.short(step.at, now, wording), line)
        at.setProperty("look", "caption")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(told, 1)
        row.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
        return line
