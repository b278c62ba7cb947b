"""A small panel at a text field that is dictated to: the open microphone, how loud it is, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from assistant.desktop.theme import theme
from assistant.desktop.voice import words
from assistant.desktop.voice.disc import Disc
from assistant.desktop.voice.meter import LevelMeter
from assistant.services.voice.view import VoiceState, VoiceView

_GAP = 6
_DISC = 24
_BARS = 14
_READ_MS = 6_000


class Bubble(QWidget):
    """Belongs to the window of the field; takes no keys and no clicks."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._disc = Disc(self, _DISC)
        self._text = QLabel(self)
        self._text.setProperty("look", "small")
        self._meter = LevelMeter(self, bars=_BARS)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(2), theme().space(1), theme().space(3), theme().space(1))
        row.setSpacing(theme().space(2))
        row.addWidget(self._disc)
        row.addWidget(self._text)
        row.addWidget(self._meter)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_READ_MS)
        self._leaving.timeout.connect(self.hide)
        self._leaving.timeout.connect(self.deleteLater)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_view(self, view: VoiceView) -> None:
        """How things stand; a problem is left to be read for a while."""
        listening = view.state is VoiceState.LISTENING and view.open
        self._disc.filled = listening
        self._disc.sign = "triangle-alert" if view.problem else "mic"
        self._disc.update()
        self._meter.add(view.level)
        self._meter.setVisible(listening)
        if view.problem:
            text = words.problem(view).text
            self._leaving.start()
        elif listening:
            text = self.tr("Listening · Ctrl+Shift+D ends it, Esc cancels")
        else:
            text = words.state_text(view, adding=False)
        if text != self._text.text() or not self.isVisible():
            self._text.setText(text)
            self.setAccessibleName(text)
            self.place()
            self.show()
            self.raise_()

    def place(self) -> None:
        """Below the field, or above it where there is no room; wholly inside the window."""
        self.adjustSize()
        window = self.window() if self.parentWidget() is None else self.parentWidget()
        assert window is not None
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + _GAP))
        y = corner.y()
        if y + self.height() > window.height() - _GAP:
            y = corner.y() - self._field.height() - 2 * _GAP - self.height()
        x = max(_GAP, min(corner.x(), window.width() - self.width() - _GAP))
        self.move(x, max(_GAP, y))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border.control"), 1))
        painter.setBrush(theme().colour("bg.raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme().radius("lg"), theme().radius("lg"))
        painter.end()
