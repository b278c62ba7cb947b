"""Understanding while typing: with every key, off the GUI thread, and only ever the newest text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.dock.edits import Edits, apply

if TYPE_CHECKING:
    from assistant.services.conversation.reply import Preview
    from assistant.services.conversation.service import ConversationService


@dataclass(frozen=True, slots=True)
class Seen:
    """What was understood. `parsed` is of the text alone, `preview` has the hand-made values in it."""

    text: str
    edits: Edits
    parsed: Preview | None
    preview: Preview | None


def look(conversation: ConversationService, text: str, edits: Edits) -> Seen:
    """Understands a text and lays the edits over it. Any thread but the GUI's: it may read the store for clashes."""
    parsed = conversation.preview(text)
    if parsed is None or not edits.any:
        return Seen(text, edits, parsed, parsed)
    edited = apply(parsed.understanding, edits)
    return Seen(text, edits, parsed, conversation.preview(text, edited=edited))


class LivePreview(QObject):
    """Asks for previews; answers to older texts are dropped.

    Signals:
        seen(Seen): of the newest text.
        blind(str): the newest text could not be looked at (the store failed); the bar goes on without chips.
    """

    seen = Signal(object)
    blind = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[str, Edits] | None = None
        self._running = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)
        desk.background.crashed.connect(lambda _error: self._go_blind())

    def warm(self) -> None:
        """Lets the rules be loaded before the first key, which shall not wait for them."""
        self._desk.when_ready(self._load_rules)

    def _load_rules(self) -> None:
        conversation = self._desk.assistant.conversation
        self._desk.background.run(lambda: conversation.preview("-"), failed=lambda _: None, lane="preview", owner=self)

    def ask_soon(self, text: str, edits: Edits) -> None:
        """At the end of what is happening now: keys that come together are one text."""
        self._wanted = (text, edits)
        self._pause.start(0)

    def ask_now(self, text: str, edits: Edits) -> None:
        """Without a pause."""
        self._wanted = (text, edits)
        self._pause.stop()
        self._start()

    def forget(self) -> None:
        """Nothing is wanted any more, and what is under way will not be told."""
        self._wanted = None
        self._pause.stop()

    def _start(self) -> None:
        if self._running or self._wanted is None:
            return
        if not self._desk.ready:  # typed while the program starts: looked at as soon as it can be
            self._desk.when_ready(self._start)
            return
        text, edits = self._wanted
        conversation = self._desk.assistant.conversation
        self._running = True
        self._desk.background.run(
            lambda: look(conversation, text, edits), self._arrived, self._failed, lane="preview", owner=self
        )

    def _arrived(self, seen: Seen) -> None:
        self._running = False
        if self._wanted == (seen.text, seen.edits):
            self._wanted = None
            self.seen.emit(seen)
        elif self._wanted is not None and not self._pause.isActive():
            self._start()

    def _failed(self, _error: AssistantError) -> None:
        self._go_blind()

    def _go_blind(self) -> None:
        """What was under way did not end well; the bar must not wait for it."""
        if not self._running:
            return
        self._running = False
        if self._wanted is not None:
            text, self._wanted = self._wanted[0], None
            self.blind.emit(text)
