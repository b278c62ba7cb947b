"""A field for a clock time, typed as people write it."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from assistant.desktop.calendar.editing.clocktext import read_time
from assistant.desktop.theme import repolish
from assistant.services.wording.times import Wording

_STEP = 15
_DAY = 24 * 60


class ClockField(QLineEdit):
    """Up and Down go by a quarter of an hour; what cannot be read is marked and not taken.

    Signals:
        chosen(): `value` is another time now.
    """

    chosen = Signal()

    def __init__(self, wording: Wording, value: time, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.value = value
        self.show_time(value)
        self.textEdited.connect(self._read)
        self.editingFinished.connect(lambda: self.show_time(self.value))

    def show_time(self, value: time) -> None:
        """Takes over a time without telling."""
        self.value = value
        self.setText(self._wording.time(value))
        self._mark("")

    def _read(self, text: str) -> None:
        value = read_time(text)
        self._mark("" if value is not None else "danger")
        if value is not None and value != self.value:
            self.value = value
            self.chosen.emit()

    def _mark(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps by the arrow keys."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        step = _STEP if event.key() == Qt.Key.Key_Up else -_STEP
        minutes = (self.value.hour * 60 + self.value.minute + step) // _STEP * _STEP % _DAY
        self.show_time(time(minutes // 60, minutes % 60))
        self.chosen.emit()
