"""One turn of the conversation, off the GUI thread: its text arrives in whole words, twenty times a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.chat.markdown import whole_words
from assistant.desktop.desk import Desk
from assistant.domain.cancellation import Cancellation
from assistant.services.conversation.reply import Reply

_EVERY = 50

Work = Callable[[Callable[[str], None], Cancellation], Reply]


class _Pieces:
    """Text on its way from the turn's thread to the window's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pieces: list[str] = []
        self.error: BaseException | None = None

    def add(self, piece: str) -> None:
        with self._lock:
            self._pieces.append(piece)

    def take(self) -> str:
        with self._lock:
            text = "".join(self._pieces)
            self._pieces.clear()
        return text


class Turn(QObject):
    """Runs once.

    Signals:
        grew(str): the whole text so far, in whole words.
        done(Reply): the end.
        failed(AssistantError): it could not be done; nothing was changed.
    """

    grew = Signal(str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, work: Work, parent: QObject, *, lane: str = "turn") -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = work
        self._lane = lane
        self._pieces = _Pieces()
        self._cancel = Cancellation()
        self.text = ""
        self._held = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._drain)

    def start(self) -> None:
        """Queues it in its lane. Connect first."""
        work, pieces, cancel = self._work, self._pieces, self._cancel

        def run() -> Reply:
            try:
                return work(pieces.add, cancel)
            finally:
                pieces.error = sys.exception()

        self._timer.start()
        self._desk.background.crashed.connect(self._crashed)
        self._desk.background.run(run, self._finished, self._broke, lane=self._lane, owner=self)

    def stop(self) -> None:
        """Asks it to end; what was said stays."""
        self._cancel.cancel()

    @property
    def stopping(self) -> bool:
        """True once asked to end."""
        return self._cancel.cancelled

    def _drain(self) -> None:
        ready, self._held = whole_words(self._held + self._pieces.take())
        if ready:
            self.text += ready
            self.grew.emit(self.text)

    def _finished(self, reply: Reply) -> None:
        self._timer.stop()
        self.done.emit(reply)

    def _crashed(self, error: BaseException) -> None:
        """A fault of ours ended it: the turn is over all the same."""
        if error is self._pieces.error:
            self._broke(AssistantError("turn.fault", f"{type(error).__name__}: {error}"))

    def _broke(self, error: AssistantError) -> None:
        self._timer.stop()
        self.text += self._held + self._pieces.take()
        self.failed.emit(error)
