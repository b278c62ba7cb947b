"""Leads the conversation by voice in the window: microphone, bar, chat and loudspeaker."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from assistant.aloud.text import language_of
from assistant.desktop.chat import ChatPane
from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock
from assistant.desktop.voice.floor import Floor
from assistant.desktop.voice.panel import VoicePanel
from assistant.services.conversation.reply import Reply
from assistant.services.voice.confirming import said_aloud
from assistant.services.voice.hints import likely_names
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Transcript
from assistant.understanding.hushing import only_hushes

_CHECK_MS = 2000
_LOOK_MS = 60
_LOOK_MOST = 25
_LANGUAGES = ("auto", "en", "zh")
_GONE_MS = 8000


class VoiceControl(QObject):
    """One a window, made with the first spoken word. A leader of the floor. Lives in the GUI thread."""

    interruptible = True

    def __init__(
        self, desk: Desk, floor: Floor, panel: VoicePanel, dock: Dock, chat: ChatPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._session = floor.session
        self._dock = dock
        self._chat = chat
        self._panel = panel
        self._view = VoiceView()
        self._leading = False
        self._looked = 0
        panel.finished.connect(lambda: self._finish() if floor.led_by(self) else None)
        panel.cancelled.connect(lambda: self.cancel() if floor.led_by(self) else None)
        panel.wayChosen.connect(lambda way: self._go_on(way) if floor.led_by(self) else None)
        panel.languageWanted.connect(lambda: self._next_language() if floor.led_by(self) else None)
        self._adding = self._timer(_CHECK_MS, self._send)
        self._looking = self._timer(_LOOK_MS, self._decide)
        self._gone = self._timer(_GONE_MS, self.cancel)
        chat.answerGrew.connect(self._grew)
        chat.answered.connect(self.answered)

    def _timer(self, milliseconds: int, action: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    def hints(self) -> tuple[str, ...]:
        """Names that may be said; in the session's thread."""
        assistant = self._desk.assistant
        return likely_names(assistant.tasks, assistant.schedule, assistant.clock.now())

    # ------------------------------------------------------------------ what the person does

    @property
    def state(self) -> VoiceState:
        """Whose turn it is."""
        return self._view.state

    @property
    def idle(self) -> bool:
        """Nothing is going on, and no message stands in the bar."""
        return self._view.state is VoiceState.IDLE and not self._view.problem

    def listen(self, *, held: bool = False) -> None:
        """Opens the microphone."""
        self._adding.stop()
        self._looking.stop()
        self._leading = False
        self._floor.lead(self)
        self._session.listen(held=held)

    def toggle(self) -> None:
        """One key for everything: speak, finish, interrupt."""
        if self._view.state is VoiceState.LISTENING:
            self._finish()
        else:
            self.listen()

    def cancel(self) -> None:
        """Ends whatever is going on."""
        for timer in (self._adding, self._looking, self._gone):
            timer.stop()
        if self._leading and self._view.state is VoiceState.THINKING:
            self._dock.stopRequested.emit()
        if self._view.state in (VoiceState.LISTENING, VoiceState.TRANSCRIBING) or not self._leading:
            self._dock.hear("")
        self._leading = False
        if self._floor.led_by(self):
            self._session.cancel()

    def give_up(self) -> None:
        """Somebody else is spoken with: the text is back in the bar, what was half said is gone."""
        for timer in (self._adding, self._looking, self._gone):
            timer.stop()
        if self._view.state is not VoiceState.IDLE and not self._leading:
            self._dock.hear("")
        self._leading = False
        self._view = VoiceView()
        self._dock.show_panel(False)

    def _finish(self) -> None:
        if self._adding.isActive():
            self._send()
        else:
            self._session.finish()

    def _go_on(self, way: str) -> None:
        if way == "retry":
            self.listen()
        else:
            self.cancel()
            self._desk.settingsWanted.emit("voice")

    def _next_language(self) -> None:
        now = self._desk.assistant.settings.text("ears_language")
        self._desk.change_setting("ears_language", _LANGUAGES[(_LANGUAGES.index(now) + 1) % len(_LANGUAGES)])
        self._desk.background.run(lambda: None, lambda _none: self.listen() if self._listening else None, owner=self)
        self._session.cancel()

    @property
    def _listening(self) -> bool:
        return self._view.state in (VoiceState.LISTENING, VoiceState.IDLE)

    # ------------------------------------------------------------------ what is heard

    def show(self, view: VoiceView) -> None:
        """Bar, panel and chat follow how things stand."""
        before, self._view = self._view, view
        if view.state is VoiceState.LISTENING and view.text != before.text:
            self._dock.hear(view.text)
        if view.interrupted and not before.interrupted:
            self._chat.note_cut(view.unsaid)
        self._panel.show_view(view, adding=self._adding.isActive() or self._looking.isActive())
        shown = view.state is not VoiceState.IDLE or bool(view.problem)
        self._dock.show_panel(shown)
        if shown and view.state is not before.state and view.state is VoiceState.LISTENING:
            self._panel.setFocus()
        if view.problem and not before.problem:
            self._panel.setFocus()
            self._dock.hear("")
        self._gone.start() if view.problem else self._gone.stop()
        if not shown and before.state is not VoiceState.IDLE:
            self._dock.focus_text()

    def take(self, transcript: Transcript) -> None:
        """What was said stands in the bar; it is sent as soon as it is known whether it adds something.

        Who says into an answer that it is enough wants no other answer.
        """
        if self._view.interrupted and only_hushes(transcript.text):
            self.cancel()
            return
        self._dock.hear(transcript.text)
        self._looked = 0
        self._decide()

    def _decide(self) -> None:
        if self._view.state is not VoiceState.THINKING:
            return
        self._looked += 1
        if not self._dock.is_current and self._looked < _LOOK_MOST:
            self._looking.start()
            return
        if self._dock.adds and self._desk.assistant.settings.flag("voice_check"):
            self._adding.start()
            self._panel.show_view(self._view, adding=True)
        else:
            self._send()

    def _send(self) -> None:
        self._adding.stop()
        self._looking.stop()
        self._leading = True
        self._panel.show_view(self._view, adding=False)
        self._dock.send()

    # ------------------------------------------------------------------ what is answered

    def say_rest(self, text: str) -> None:
        """What was left unsaid of an answer; not into what is being said now."""
        if not self._floor.busy:
            self._floor.lead(self)
            self._session.speak(text, language_of(text, self._desk.assistant.language))

    @property
    def _aloud(self) -> str:
        return self._desk.assistant.settings.text("read_aloud")

    def _grew(self, text: str) -> None:
        if self._leading and self._aloud != "never":
            self._session.answer(text)

    def answered(self, reply: object) -> None:
        """The answer is whole (a Reply), or there is none."""
        if not isinstance(reply, Reply) or not reply.text or self._aloud == "never":
            self._leading = False
            if self._floor.led_by(self):
                self._session.drop()
        elif self._leading:
            self._leading = False
            again = self._desk.assistant.settings.flag("hands_free")
            self._session.answered(said_aloud(reply), asks=bool(reply.choices) or again)
        elif self._aloud == "always" and not self._floor.busy:
            self._floor.lead(self)
            text = said_aloud(reply)
            self._session.speak(text, language_of(text, self._desk.assistant.language))
