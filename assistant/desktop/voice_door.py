"""The way from the window to the conversation by voice, which is loaded with the first spoken word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assistant.desktop.chat import ChatPane
from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock

if TYPE_CHECKING:
    from assistant.desktop.voice.control import VoiceControl


class VoiceDoor(QObject):
    """One a window."""

    def __init__(self, desk: Desk, dock: Dock, chat: ChatPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dock = dock
        self._chat = chat
        self._control: VoiceControl | None = None
        dock.speechWanted.connect(lambda held: self.control.listen(held=held))
        chat.answered.connect(self._read_aloud)

    @property
    def control(self) -> VoiceControl:
        """What leads the conversation; made when first asked for."""
        if self._control is None:
            from assistant.desktop.voice.control import VoiceControl

            self._control = VoiceControl(self._desk, self._dock, self._chat, self)
            self._control.listening.connect(self._desk.listeningChanged)
        return self._control

    def toggle(self) -> None:
        """One key for everything: speak, finish, interrupt."""
        self.control.toggle()

    def _read_aloud(self, reply: object) -> None:
        """A typed question whose answer is to be spoken as well."""
        if self._control is None and self._desk.assistant.settings.text("read_aloud") == "always":
            self.control.answered(reply)
