"""What is seen of a conversation by voice, in the place of the input bar's text."""

from __future__ import annotations

import html
import time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.desktop.theme import repolish, theme
from assistant.desktop.voice import words
from assistant.desktop.voice.disc import Disc
from assistant.desktop.voice.meter import LevelMeter
from assistant.services.voice.view import VoiceState, VoiceView

_DISC = 40
_METER_FROM = 640
_TIMER_FROM = 480
_ICONS = {VoiceState.SPEAKING: "volume-2"}


class VoicePanel(QWidget):
    """Shows a view; decides nothing.

    Signals:
        finished(): everything was said (Finish, Space), or what waits shall be added now.
        cancelled(): Cancel, Stop, Esc, or the message was read.
        wayChosen(str): the way on from a problem, see `words`.
        languageWanted(): the person clicked the language.
    """

    finished = Signal()
    cancelled = Signal()
    wayChosen = Signal(str)
    languageWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = VoiceView()
        self._adding = False
        self._opened_at: float | None = None
        self._way = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._disc = Disc(self, _DISC)
        self._text, self._state, self._clock = QLabel(self), QLabel(self), QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._state.setProperty("look", "caption")
        self._clock.setProperty("look", "caption")
        self._language = QPushButton(self)
        self._language.setProperty("look", "link")
        self._language.setProperty("tone", "small")
        self._language.clicked.connect(self.languageWanted)
        self._meter = LevelMeter(self)
        self._cancel, self._finish = QPushButton(self), QPushButton(self)
        self._finish.setProperty("look", "primary")
        self._cancel.clicked.connect(self.cancelled)
        self._finish.clicked.connect(self._finish_clicked)
        self._build()
        self._ticking = QTimer(self)
        self._ticking.setInterval(250)
        self._ticking.timeout.connect(self._show_clock)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme().space(2))
        below.addWidget(self._state)
        below.addWidget(self._language)
        below.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self._text)
        middle.addLayout(below)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme().space(1), 0, theme().space(1))
        row.setSpacing(theme().space(3))
        row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(middle, 1)
        row.addWidget(self._meter, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._finish, 0, Qt.AlignmentFlag.AlignVCenter)

    # ------------------------------------------------------------------ showing

    def show_view(self, view: VoiceView, *, adding: bool = False) -> None:
        """Shows how things stand; `adding` while what was said waits to be added."""
        only_level = view.level != self._view.level and (view.state, view.text, view.open, view.problem) == (
            self._view.state,
            self._view.text,
            self._view.open,
            self._view.problem,
        )
        if view.open and not self._view.open:
            self._opened_at = time.monotonic()
            self._meter.clear()
        self._view = view
        self._meter.add(view.level)
        if only_level and adding == self._adding:
            return
        self._adding = adding
        self._show()

    def retranslate(self) -> None:
        """Asks for all words again."""
        self._language.setAccessibleName(self.tr("Language that is listened for"))
        self._language.setToolTip(self.tr("Change the language that is listened for"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        view = self._view
        if view.problem:
            self._show_problem()
        else:
            self._show_state()
        listening = view.state is VoiceState.LISTENING and not view.problem
        self._language.setVisible(listening and view.open and not view.interrupted and not view.memo)
        self._language.setText(words.language_name(view.language))
        if listening and view.open:
            self._ticking.start()
        else:
            self._ticking.stop()
        self._show_clock()
        self._fit()
        self._disc.update()
        for button in (self._cancel, self._finish):
            repolish(button)
        self.setAccessibleName(f"{self._state.text()} {view.text}".strip())

    def _show_state(self) -> None:
        view = self._view
        listening = view.state is VoiceState.LISTENING
        self._disc.sign = _ICONS.get(view.state, "mic")
        self._disc.filled = listening or view.state is VoiceState.SPEAKING
        self._text.setText(self._words())
        self._text.setVisible(bool(view.text))
        self._state.setText(words.state_text(view, adding=self._adding))
        self._state.setVisible(True)
        stops = view.state in (VoiceState.THINKING, VoiceState.SPEAKING) and not self._adding
        self._cancel.setText(self.tr("Stop") if stops else self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Esc"))
        self._finish.setVisible(listening or self._adding)
        self._finish.setEnabled(view.open or self._adding)
        self._finish.setText(self.tr("Add now") if self._adding else self.tr("Finish"))
        self._finish.setToolTip(self.tr("Space"))

    def _show_problem(self) -> None:
        found = words.problem(self._view)
        self._way = found.way
        self._disc.sign, self._disc.filled = "triangle-alert", False
        heard = self.tr("Heard until then: {text}").format(text=self._view.text) if self._view.text else ""
        if self._view.memo:
            heard = self.tr("The recording is kept: Settings > Voice")
        # One label: two would share a narrow bar's height badly.
        below = f'<br><span style="color:{theme().css("text.secondary")}">{html.escape(heard)}</span>' if heard else ""
        self._text.setText(html.escape(found.text) + below)
        self._text.setVisible(True)
        self._state.setText(found.text)
        self._state.setVisible(False)
        self._cancel.setText(self.tr("Close"))
        self._finish.setVisible(bool(found.way))
        self._finish.setEnabled(True)
        self._finish.setText(words.way_text(found.way))
        self._finish.setToolTip("")

    def _words(self) -> str:
        view = self._view
        if view.state is VoiceState.SPEAKING:
            return f"<u>{html.escape(view.text)}</u>"
        sure, rest = html.escape(view.text[: view.sure]), html.escape(view.text[view.sure :])
        return f'{sure}<span style="color:{theme().css("text.tertiary")}">{rest}</span>'

    def _show_clock(self) -> None:
        seconds = int(time.monotonic() - self._opened_at) if self._opened_at is not None else 0
        self._clock.setText(f"{seconds // 60}:{seconds % 60:02d}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no room for the meter."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        listening = self._view.state is VoiceState.LISTENING and self._view.open and not self._view.problem
        self._meter.setVisible(listening and self.width() >= _METER_FROM)
        self._clock.setVisible(listening and self.width() >= _TIMER_FROM)

    # ------------------------------------------------------------------ keys

    def _finish_clicked(self) -> None:
        if self._view.problem:
            self.wayChosen.emit(self._way)
        else:
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops, Space finishes."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and not self._view.held:
            if self._finish.isVisible() and self._finish.isEnabled():
                self._finish_clicked()
        elif event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting Space go ends what was said while it was held."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self._view.held:
            self.finished.emit()
        else:
            super().keyReleaseEvent(event)
