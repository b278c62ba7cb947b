"""The wake word: while nobody is spoken with, the ears wait for one word, and then the assistant listens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from assistant.config.errors import AssistantError, Cancelled
from assistant.desktop.desk import Desk
from assistant.desktop.voice.floor import Floor
from assistant.desktop.voice.words import sentence
from assistant.domain.cancellation import Cancellation
from assistant.services.voice_ports import Hearing, HearingKind

_LANE = "wake"
_SOON_MS = 700
_LATER_MS = 30_000


class WakeWord(QObject):
    """One a window, made where the setting has a word. Lives in the GUI thread.

    Signals:
        heard(): the word was said.
        waiting(bool): the microphone is open for it, or shut again.
    """

    heard = Signal()
    waiting = Signal(bool)
    _news = Signal(object)

    def __init__(self, desk: Desk, floor: Floor, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._cancel: Cancellation | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.look)
        self._told = ""
        self._open = False
        self._news.connect(self._opened, Qt.ConnectionType.QueuedConnection)
        desk.settingChanged.connect(self._setting_changed)
        desk.closing.connect(self.stop)

    @property
    def open(self) -> bool:
        """The microphone is open for the word."""
        return self._open

    @property
    def _word(self) -> str:
        return self._desk.assistant.settings.text("wake_word")

    def look(self) -> None:
        """Waits for the word, where there is one and nobody is spoken with."""
        if self._word == "off" or self._cancel is not None:
            return
        if self._floor.busy:
            self._again.start(_SOON_MS)
            return
        assistant, word = self._desk.assistant, self._word
        self._cancel = cancel = Cancellation()
        self._desk.background.run(
            lambda: assistant.ears.wait_for_word(word, self._news.emit, cancel),
            lambda _none: self._said(),
            self._failed,
            lane=_LANE,
            owner=self,
        )

    def stop(self) -> None:
        """Shuts the microphone."""
        self._again.stop()
        if self._cancel is not None:
            self._cancel.cancel()

    def _setting_changed(self, key: str) -> None:
        if key in ("wake_word", "microphone"):
            self._told = ""
            self.stop()
            if self._word != "off":
                self._again.start(_SOON_MS)

    def _opened(self, news: Hearing) -> None:
        if news.kind is HearingKind.OPEN and self._cancel is not None:
            self._open = True
            self.waiting.emit(True)

    def _over(self) -> None:
        self._cancel, self._open = None, False
        self.waiting.emit(False)

    def _said(self) -> None:
        self._over()
        self.heard.emit()
        self._again.start(_SOON_MS)

    def _failed(self, error: AssistantError) -> None:
        """Something else was asked of the ears, or they cannot wait; a reason is told once."""
        self._over()
        if isinstance(error, Cancelled):
            self._again.start(_SOON_MS)
            return
        if error.code != self._told:
            self._told = error.code
            self._desk.toast(sentence(error))
        if error.code != "wake.missing":
            self._again.start(_LATER_MS)
