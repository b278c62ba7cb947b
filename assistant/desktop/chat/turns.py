"""The turns under way: starts them, shows what they say, and says whether the assistant is busy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.chat.answer import Said
from assistant.desktop.chat.cast import Cast
from assistant.desktop.chat.column import Column
from assistant.desktop.chat.entries import AnswerEntry, Entry
from assistant.desktop.chat.turn import Turn, Work
from assistant.desktop.desk import Desk
from assistant.services.conversation.reply import Reply
from assistant.services.model_ports import ModelState, ModelStatus

_BUSY_AFTER = 150


class Turns(QObject):
    """Belongs to one column.

    Signals:
        busyChanged(bool): for the Stop button; quick turns never set it.
        arrived(Reply, object): a reply and its entries are in the column.
        grew(str): the answer so far.
        ended(object): the Reply, or None where the turn failed.
    """

    busyChanged = Signal(bool)
    arrived = Signal(object, object)
    grew = Signal(str)
    ended = Signal(object)

    def __init__(
        self, desk: Desk, column: Column, cast: Cast, on_continue: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = column
        self._cast = cast
        self._on_continue = on_continue
        self._running: dict[Turn, AnswerEntry] = {}
        self._busy = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_BUSY_AFTER)
        self._soon.timeout.connect(self._tell_busy)
        desk.modelChanged.connect(self._model_changed)

    @property
    def under_way(self) -> bool:
        """True while a turn has not ended."""
        return bool(self._running)

    def start(self, work: Work, asked: str, *, lane: str = "turn") -> None:
        """Runs a turn in its lane; its answer grows at the end of the column."""
        entry = AnswerEntry(Said(), self._on_continue, lambda: None)
        turn = Turn(self._desk, work, self, lane=lane)
        self._running[turn] = entry
        self._column.append(entry)
        turn.grew.connect(lambda text: self._grew(entry, text))
        turn.done.connect(lambda reply: self._done(turn, entry, reply, asked))
        turn.failed.connect(lambda error: self._failed(turn, entry, error, asked))
        turn.start()
        self._soon.start()

    def stop(self) -> None:
        """Asks all to end. The window shows it at once and waits for nothing."""
        for turn, entry in self._running.items():
            turn.stop()
            entry.say(replace(entry.said, waiting=self.tr("Stopping…"), growing=False))

    def _grew(self, entry: AnswerEntry, text: str) -> None:
        entry.say(replace(entry.said, text=text, growing=True))
        self._column.grew()
        self.grew.emit(text)

    def _done(self, turn: Turn, entry: AnswerEntry, reply: Reply, asked: str) -> None:
        if reply.stopped and not reply.text.strip():
            reply = replace(reply, text=turn.text)
        self._end(turn, entry, self._cast.of_reply(reply, asked), reply)

    def _failed(self, turn: Turn, entry: AnswerEntry, error: AssistantError, asked: str) -> None:
        self._end(turn, entry, self._cast.of_error(error, turn.text, asked), None)

    def _end(self, turn: Turn, entry: AnswerEntry, entries: Sequence[Entry], reply: Reply | None) -> None:
        """The growing answer becomes what it came to; a plain answer keeps its widget and its selection."""
        del self._running[turn]
        turn.deleteLater()
        first = entries[0] if len(entries) == 1 else None
        if isinstance(first, AnswerEntry):
            entry.become(first)
        elif entry in self._column.entries:
            self._column.replace(entry, entries)
        self._column.grew()
        if not self._running:
            self._soon.stop()
            if self._busy:
                self._busy = False
                self.busyChanged.emit(False)
        if reply is not None:
            self.arrived.emit(reply, tuple(entries))
        self.ended.emit(reply)

    def _tell_busy(self) -> None:
        if self._running and not self._busy:
            self._busy = True
            self.busyChanged.emit(True)
        self._model_changed(self._desk.model_status)

    def _model_changed(self, status: ModelStatus) -> None:
        for turn, entry in self._running.items():
            if not turn.stopping and not entry.said.text:
                entry.say(replace(entry.said, waiting=self._waiting(status)))

    def _waiting(self, status: ModelStatus) -> str:
        if status.state in (ModelState.DOWNLOADING, ModelState.LOADING):
            return self.tr("The model is getting ready. Will answer then.")
        return self.tr("Thinking…")
