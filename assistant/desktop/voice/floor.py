"""Who is spoken with right now: one microphone and one loudspeaker, and one part of the window that leads."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from assistant.desktop.desk import Desk
from assistant.services.voice.session import VoiceSession
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Transcript


class Leader(Protocol):
    """A part of the window that listens for words. All in the GUI thread but `hints`.

    Attributes:
        interruptible: Its answers can be spoken into.
    """

    interruptible: bool

    def show(self, view: VoiceView) -> None:
        """How things stand now."""

    def take(self, transcript: Transcript) -> None:
        """What was said. It goes on with the session: answers, or drops it."""

    def give_up(self) -> None:
        """Another part leads from now on; nothing more comes."""

    def hints(self) -> tuple[str, ...]:
        """Words that may be said; in a thread of the session's."""


class Floor(QObject):
    """One a window. Lives in the GUI thread.

    Attributes:
        session: What listens and speaks for the one who leads.

    Signals:
        listening(bool): the microphone is open, or shut again.
    """

    listening = Signal(bool)
    _viewed = Signal(int, object)
    _said = Signal(int, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        assistant = desk.assistant
        self._leader: Leader | None = None
        self._turn = 0
        self._view = VoiceView()
        self._recording = False
        self.session = VoiceSession(
            lambda: assistant.ears,
            lambda: assistant.mouth,
            assistant.settings,
            show=lambda view: self._viewed.emit(self._turn, view),
            heard=lambda transcript: self._said.emit(self._turn, transcript),
            hints=self._hints,
        )
        self._viewed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._said.connect(self._take, Qt.ConnectionType.QueuedConnection)
        desk.closing.connect(self.session.close)

    @property
    def busy(self) -> bool:
        """Somebody is listened to or spoken with."""
        return self._recording or self.session.view.state is not VoiceState.IDLE

    @property
    def open(self) -> bool:
        """The microphone is open."""
        return self._recording or self.session.view.open

    def led_by(self, leader: Leader) -> bool:
        """Whether this one leads."""
        return self._leader is leader

    def lead(self, leader: Leader) -> None:
        """Gives the floor to a part of the window; what another had begun ends."""
        if self._leader is leader:
            return
        before = self._leader
        self.session.cancel()
        self._change(leader)
        if before is not None:
            before.give_up()

    def pass_on(self, leader: Leader, transcript: Transcript) -> None:
        """What was said was meant for another part, which leads from now on and answers."""
        before = self._leader
        self._change(leader)
        if before is not None:
            before.give_up()
        leader.show(self.session.view)
        leader.take(transcript)

    def record(self, *, recording: bool) -> None:
        """The one who leads has opened the microphone without the session, or shut it again."""
        if recording != self._recording:
            self._recording = recording
            self.listening.emit(recording)

    def _change(self, leader: Leader) -> None:
        self._leader = leader
        self._turn += 1
        self.session.interruptible = leader.interruptible
        self._tell(self.session.view)

    def _hints(self) -> tuple[str, ...]:
        leader = self._leader
        return leader.hints() if leader is not None else ()

    def _show(self, turn: int, view: VoiceView) -> None:
        if turn != self._turn or self._leader is None:
            return
        self._tell(view)
        self._leader.show(view)

    def _tell(self, view: VoiceView) -> None:
        before, self._view = self._view, view
        if view.open != before.open:
            self.listening.emit(view.open)

    def _take(self, turn: int, transcript: Transcript) -> None:
        if turn == self._turn and self._leader is not None:
            self._leader.take(transcript)
