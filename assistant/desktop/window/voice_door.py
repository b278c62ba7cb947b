"""The way from the window to everything that is done by voice, which is loaded with the first spoken word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from assistant.desktop.chat import ChatPane
from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock
from assistant.desktop.field_menus import FieldMenus
from assistant.desktop.popups import ReminderPopups
from assistant.desktop.popups.card import Card

if TYPE_CHECKING:
    from assistant.desktop.popups.answering import SpokenAnswers
    from assistant.desktop.textfields import TextField
    from assistant.desktop.voice.control import VoiceControl
    from assistant.desktop.voice.dictation import Dictation
    from assistant.desktop.voice.floor import Floor
    from assistant.desktop.voice.memo import MemoRecorder
    from assistant.desktop.voice.panel import VoicePanel
    from assistant.desktop.voice.waking import WakeWord
    from assistant.services.voice_ports import Transcript

_AFTER_START_MS = 3_000


class VoiceDoor(QObject):
    """One a window."""

    def __init__(self, desk: Desk, dock: Dock, chat: ChatPane, popups: ReminderPopups, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dock = dock
        self._chat = chat
        self._popups = popups
        self._floor: Floor | None = None
        self._panel: VoicePanel | None = None
        self._control: VoiceControl | None = None
        self._memos: MemoRecorder | None = None
        self._answers: SpokenAnswers | None = None
        self._dictation: Dictation | None = None
        self.fields = FieldMenus(self)
        self.fields.dictationWanted.connect(self._dictate)
        dock.speechWanted.connect(self._speak)
        dock.memoWanted.connect(self.memo)
        self._wake: WakeWord | None = None
        desk.settingChanged.connect(lambda key: self._wait_for_word() if key == "wake_word" else None)
        QTimer.singleShot(_AFTER_START_MS, self, self._wait_for_word)
        chat.answered.connect(self._read_aloud)
        chat.restWanted.connect(lambda text: self.control.say_rest(text))
        popups.speechWanted.connect(self._answer)
        popups.sounding.reader = lambda text, language, uid: self.answers.read(text, language, uid)

    @property
    def floor(self) -> Floor:
        """Who is spoken with; made when first asked for."""
        if self._floor is None:
            from assistant.desktop.voice.floor import Floor

            self._floor = Floor(self._desk, self)
            self._floor.listening.connect(self._tell_listening)
        return self._floor

    @property
    def panel(self) -> VoicePanel:
        """What stands in the place of the bar's text while somebody speaks to the assistant."""
        if self._panel is None:
            from assistant.desktop.voice.panel import VoicePanel

            self._panel = VoicePanel(self._dock)
            self._dock.put_panel(self._panel)
        return self._panel

    @property
    def memos(self) -> MemoRecorder:
        """What records memos; made when first asked for."""
        if self._memos is None:
            from assistant.desktop.voice.memo import MemoRecorder

            self._memos = MemoRecorder(self._desk, self.floor, self.panel, self._dock, self)
        return self._memos

    @property
    def control(self) -> VoiceControl:
        """What leads the conversation; made when first asked for."""
        if self._control is None:
            from assistant.desktop.voice.control import VoiceControl

            self._control = VoiceControl(self._desk, self.floor, self.panel, self._dock, self._chat, self)
        return self._control

    @property
    def answers(self) -> SpokenAnswers:
        """What listens for the answers to reminders; made when first asked for."""
        if self._answers is None:
            from assistant.desktop.popups.answering import SpokenAnswers

            self._answers = SpokenAnswers(self._desk, self.floor, self._popups, self)
        return self._answers

    @property
    def dictation(self) -> Dictation:
        """What writes into text fields; made when first asked for."""
        if self._dictation is None:
            from assistant.desktop.voice.dictation import Dictation

            self._dictation = Dictation(self._desk, self.floor, self)
        return self._dictation

    def dictate(self) -> None:
        """Speaks into the field that has the keyboard, else into the bar; once more, everything was said."""
        under_way = self._dictation.field if self._dictation is not None else None
        field = under_way or self.fields.focused
        if field is not None:
            self.dictation.toggle(field)
        else:
            self._dock.focus_text()
            self.control.toggle()

    def memo(self) -> None:
        """Records a memo; once more, that was all."""
        self.memos.toggle()

    def _dictate(self, field: TextField) -> None:
        self.dictation.toggle(field)

    def _speak(self, held: object) -> None:
        """The bar's microphone: means the field that has the keyboard, where that is another one; what was typed
        into the bar and not sent is gone on with."""
        field = self.fields.focused
        dictating = self._dictation is not None and self._dictation.field is not None
        begun = self._dock.begun if self._control is None or self._control.idle else None
        if not held and (dictating or (field is not None and not self._dock.isAncestorOf(field))):
            self.dictate()
        elif not held and begun is not None:
            self.dictation.toggle(begun)
        else:
            self.control.listen(held=bool(held))

    def _wait_for_word(self) -> None:
        """Begins to wait for the wake word, where the person has chosen one."""
        if self._wake is not None or self._desk.assistant.settings.text("wake_word") == "off":
            return
        from assistant.desktop.voice.waking import WakeWord

        self._wake = WakeWord(self._desk, self.floor, self)
        self._wake.heard.connect(lambda: self.control.listen() if not self.floor.busy else None)
        self._wake.waiting.connect(self._tell_listening)
        self._wake.look()

    def _tell_listening(self) -> None:
        self._desk.listeningChanged.emit(self.floor.open or (self._wake is not None and self._wake.open))

    def toggle(self) -> None:
        """One key for everything: speak, finish, interrupt. A pop-up that is up is answered, if it is an answer."""
        if self._answers is not None and self._answers.busy:
            self._answers.finish()
        elif (newest := self._popups.newest) is not None and not self.floor.busy:
            self.answers.listen(newest, self._talk)
        else:
            self.control.toggle()

    def _answer(self, card: Card) -> None:
        self.answers.listen(card)

    def _talk(self, transcript: Transcript) -> None:
        """What was no answer to a pop-up is said to the assistant."""
        self.floor.pass_on(self.control, transcript)

    def _read_aloud(self, reply: object) -> None:
        """A typed question whose answer is to be spoken as well."""
        if self._control is None and self._desk.assistant.settings.text("read_aloud") == "always":
            self.control.answered(reply)
