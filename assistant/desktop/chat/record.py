"""The stored messages in the column: the newest first, older ones as they are scrolled to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.chat.cast import Cast
from assistant.desktop.chat.column import Column
from assistant.desktop.desk import Desk
from assistant.domain.conversation import Message

_PAGE = 60


class Record(QObject):
    """Belongs to one column.

    Signals:
        loaded(): the column shows the current conversation, or it could not be read.

    Attributes:
        loading: The column is about to be replaced; what is said waits for `loaded`.
    """

    loaded = Signal()

    def __init__(self, desk: Desk, column: Column, cast: Cast, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = column
        self._cast = cast
        self._shown = 0
        self._complete = True
        self.loading = False
        column.topReached.connect(self._load_older)

    def load(self) -> None:
        """Shows the newest messages of the current conversation."""
        self.loading = True
        self._fetch(_PAGE, self._loaded)

    def begin(self) -> None:
        """Starts a new conversation and shows it."""
        conversation = self._desk.assistant.conversation
        self.loading = True
        self._desk.background.run(conversation.new_chat, lambda _new: self.load(), self._failed, owner=self)

    def open(self, uid: str) -> None:
        """Goes on with an earlier conversation and shows it."""
        conversation = self._desk.assistant.conversation
        self.loading = True
        self._desk.background.run(lambda: conversation.open(uid), lambda _found: self.load(), self._failed, owner=self)

    def _fetch(self, count: int, arrived: Callable[[tuple[Message, ...]], None]) -> None:
        conversation = self._desk.assistant.conversation
        self._desk.background.run(lambda: conversation.messages(count), arrived, self._failed, owner=self)

    def _failed(self, error: AssistantError) -> None:
        self.loading = False
        self.loaded.emit()
        self._desk.error(error)

    def _loaded(self, messages: tuple[Message, ...]) -> None:
        self._column.clear()
        for entry in self._cast.of_messages(messages):
            self._column.append(entry)
        self._column.to_end()
        self._shown, self._complete = len(messages), len(messages) < _PAGE
        self.loading = False
        self.loaded.emit()

    def _load_older(self) -> None:
        if not self._complete:
            self._complete = True
            self._fetch(self._shown + _PAGE, self._older_loaded)

    def _older_loaded(self, messages: tuple[Message, ...]) -> None:
        older = messages[: max(0, len(messages) - self._shown)]
        self._complete = len(older) < _PAGE
        self._shown = len(messages)
        entries = self._cast.of_messages(older)
        if entries:
            self._column.prepend(entries)
