"""The line of a pop-up that shows what is heard, what was understood, and for five seconds the way back."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from assistant.desktop.theme import theme
from assistant.desktop.voice import words
from assistant.desktop.voice.meter import LevelMeter
from assistant.services.voice.view import VoiceState, VoiceView

UNDO_MS = 5_000


class VoiceLine(QWidget):
    """Hidden while nobody is listened to. Decides nothing.

    Signals:
        meant(): five seconds have passed and nobody took it back.
        wayChosen(str): the way on from a problem.
        changed(): it says something else, or has come or gone.
    """

    meant = Signal()
    wayChosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._way = ""
        self._told = False
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        narrow = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        narrow.setHeightForWidth(True)
        self._words.setSizePolicy(narrow)
        self._meter = LevelMeter(self)
        self.link = QPushButton(self)
        self.link.setProperty("look", "link")
        self.link.clicked.connect(self._clicked)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, theme().space(2), 0, 0)
        row.setSpacing(theme().space(3))
        row.addWidget(self._words, 1)
        row.addWidget(self._meter)
        row.addWidget(self.link)
        self._undo = QTimer(self)
        self._undo.setSingleShot(True)
        self._undo.timeout.connect(self._over)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def hears(self) -> bool:
        """True while somebody is listened to, from the opening of the microphone until the words are made out."""
        return not self._told and not self.isHidden()

    @property
    def told(self) -> bool:
        """True while it says what was understood, or that nothing was."""
        return self._told and not self.isHidden()

    @property
    def waits(self) -> bool:
        """True while an answer can be taken back."""
        return self._undo.isActive()

    def hear(self, view: VoiceView) -> None:
        """Somebody is listened to, or their words are being made out."""
        listening = view.state is VoiceState.LISTENING
        if listening and view.open and not self._meter.isVisible():
            self._meter.clear()
        self._meter.add(view.level)
        sure, rest = html.escape(view.text[: view.sure]), html.escape(view.text[view.sure :])
        text = f'{sure}<span style="color:{theme().css("text.tertiary")}">{rest}</span>' if view.text else ""
        self._tell(text or self._hint(view), told=False)
        self._meter.setVisible(listening and view.open)
        self.link.hide()

    def _hint(self, view: VoiceView) -> str:
        if view.state is VoiceState.LISTENING and view.open:
            hint = self.tr("Say “done” or “ten more minutes”")
        else:
            hint = words.state_text(view, adding=False)
        return f'<span style="color:{theme().css("text.secondary")}">{html.escape(hint)}</span>'

    def understood(self, text: str) -> None:
        """What will be done in five seconds."""
        self._tell(html.escape(text))
        self._meter.hide()
        self._way = ""
        self.link.setText(self.tr("Undo"))
        self.link.setAccessibleName(self.tr("Undo: {text}").format(text=text))
        self.link.show()
        self._undo.start(UNDO_MS)

    def say(self, text: str, way: str = "") -> None:
        """Something else than an answer: what was not understood, or what went wrong, with a way on."""
        self._tell(html.escape(text))
        self._meter.hide()
        self._way = way
        self.link.setText(words.way_text(way))
        self.link.setAccessibleName("")
        self.link.setVisible(bool(way))

    def settle(self) -> None:
        """Lays itself out anew."""
        self._row.invalidate()
        self._row.activate()

    def clear(self) -> None:
        """Nothing is heard any more, and nothing waits."""
        self._undo.stop()
        if not self.isHidden():
            self.hide()
            self.changed.emit()

    def _tell(self, text: str, *, told: bool = True) -> None:
        self._undo.stop()
        self._told = told
        if text != self._words.text() or self.isHidden():
            self._words.setText(text)
            self.show()
            self.changed.emit()  # queued by those who listen: the meter and the link are not settled yet

    def _over(self) -> None:
        self.clear()
        self.meant.emit()

    def _clicked(self) -> None:
        way, taken_back = self._way, self.waits
        self.clear()
        if way and not taken_back:
            self.wayChosen.emit(way)
