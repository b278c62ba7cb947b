"""The conversation by voice: who speaks now, and what comes next.

idle -> listening -> transcribing -> thinking -> speaking -> idle, or listening again. It knows nothing of a window:
whoever leads the conversation gets what was heard, and gives back the answer as it grows.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from assistant.aloud.sentences import Sentences
from assistant.aloud.text import language_of
from assistant.config.errors import AssistantError, Cancelled
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import (
    USUAL_SILENCE,
    Ears,
    Ending,
    Hearing,
    HearingKind,
    ListenRequest,
    Mouth,
    Saying,
    SayingKind,
    Transcript,
    Utterance,
)

_log = logging.getLogger(__name__)


class VoiceSession:
    """Thread-safe; nothing here blocks but the threads it makes.

    Attributes:
        interruptible: Speech stops the mouth, where the settings have it so; else the microphone stays shut meanwhile.
    """

    def __init__(
        self,
        ears: Callable[[], Ears],
        mouth: Callable[[], Mouth],
        settings: Settings,
        *,
        show: Callable[[VoiceView], None],
        heard: Callable[[Transcript], None],
        hints: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        """Starts nothing yet.

        Args:
            ears: Made when first needed.
            mouth: Made when first needed.
            settings: Language, barge-in.
            show: Gets every change, in a thread of this session's; it must return quickly.
            heard: Gets what was said. The one who leads answers with `answer` and `answered`, or with `drop`.
            hints: Names that may be said; asked in a thread of this session's.
        """
        self._ears = ears
        self._mouth = mouth
        self._settings = settings
        self._show = show
        self._heard = heard
        self._hints = hints
        self.interruptible = True
        self._lock = threading.RLock()
        self._view = VoiceView()
        self._listening: Cancellation | None = None
        self._utterance: Utterance | None = None
        self._spoken: list[str] = []
        self._sounding = 0
        self._cutter = Sentences()
        self._given = ""
        self._listen_next = False
        self._language = "en"

    @property
    def view(self) -> VoiceView:
        """How things stand."""
        return self._view

    def _set(self, view: VoiceView) -> None:
        with self._lock:
            self._view = view
            self._show(view)

    # ---------------------------------------- what a person does

    def listen(self, *, held: bool = False, silence: float = USUAL_SILENCE) -> None:
        """Opens the microphone; what is being spoken stops. `silence` in seconds ends it, unless it is held."""
        with self._lock:
            if self._view.state in (VoiceState.LISTENING, VoiceState.TRANSCRIBING):
                return
            unsaid = self._unsaid()
            interrupted = self._silence()
            self._view = replace(self._view, unsaid=unsaid if interrupted else "")
            self._start(held=held, patient=False, interrupted=interrupted, silence=silence)

    def finish(self) -> None:
        """Everything was said."""
        if self._view.state is VoiceState.LISTENING:
            self._ears().finish()

    def cancel(self) -> None:
        """Stops whatever is going on; what was heard is thrown away."""
        with self._lock:
            self._silence()
            if self._listening is not None:
                self._listening.cancel()
                self._listening = None
            self._given, self._listen_next = "", False
            self._set(
                replace(
                    self._view, state=VoiceState.IDLE, open=False, level=0.0, text="", problem="", interrupted=False
                )
            )

    def close(self) -> None:
        """The program ends."""
        self.cancel()

    # ---------------------------------------- listening

    def _start(self, *, held: bool, patient: bool, interrupted: bool = False, silence: float = USUAL_SILENCE) -> None:
        """With the lock held."""
        if self._listening is not None:
            self._listening.cancel()
        token = self._listening = Cancellation()
        if not patient:
            self._set(
                replace(
                    self._view,
                    state=VoiceState.LISTENING,
                    open=False,
                    level=0.0,
                    text="",
                    sure=0,
                    held=held,
                    interrupted=interrupted,
                    cut=False,
                    problem="",
                    message="",
                    language=self._wanted_language(),
                )
            )
        request = ListenRequest(
            language=self._wanted_language(), likely=self._language, held=held, patient=patient, silence=silence
        )
        threading.Thread(target=self._listen, args=(request, token), name="voice", daemon=True).start()

    def _wanted_language(self) -> str:
        chosen = self._settings.text("ears_language")
        return "" if chosen == "auto" else chosen

    def _listen(self, request: ListenRequest, token: Cancellation) -> None:
        """In a thread of its own."""
        try:
            self._mouth().load(self._language)
            request = replace(request, hints=self._hints())
            transcript = self._ears().listen(request, lambda news: self._news(news, request, token), token)
        except Cancelled:
            return
        except AssistantError as error:
            self._failed(error, request, token)
            return
        with self._lock:
            if token is not self._listening:
                return
            self._listening = None
            if transcript.text:
                self._language = "zh" if transcript.language == "zh" else "en"
                self._set(
                    replace(
                        self._view,
                        state=VoiceState.THINKING,
                        open=False,
                        level=0.0,
                        text=transcript.text,
                        sure=len(transcript.text),
                        language=transcript.language,
                        cut=transcript.ending is Ending.LONG,
                    )
                )
                self._begin_answer()
            else:
                problem = _problem(transcript)
                waited = transcript.ending is Ending.NOTHING and self._listen_next
                self._listen_next = False
                self._set(
                    replace(self._view, state=VoiceState.IDLE, open=False, level=0.0, problem="" if waited else problem)
                )
                return
        self._heard(transcript)

    def _failed(self, error: AssistantError, request: ListenRequest, token: Cancellation) -> None:
        with self._lock:
            if token is not self._listening:
                return
            self._listening = None
            if request.patient and self._view.state is VoiceState.SPEAKING:
                _log.info("nobody can speak into the answer: %s", error.message)
                if self._utterance is not None:
                    self._utterance.hold(held=False)
                self._set(replace(self._view, open=False))
                return
            device = str(error.facts.get("device", ""))
            text = str(error.facts.get("text", ""))
            self._set(
                replace(
                    self._view,
                    state=VoiceState.IDLE,
                    open=False,
                    level=0.0,
                    text=text,
                    problem=error.code,
                    message=error.message,
                    device=device,
                )
            )

    def _news(self, news: Hearing, request: ListenRequest, token: Cancellation) -> None:
        with self._lock:
            if token is not self._listening:
                return
            match news.kind:
                case HearingKind.OPEN:
                    self._set(replace(self._view, open=True, device=news.text))
                case HearingKind.LEVEL:
                    self._set(replace(self._view, level=news.level))
                case HearingKind.HOLD | HearingKind.GO_ON if self._utterance is not None:
                    self._utterance.hold(held=news.kind is HearingKind.HOLD)
                case HearingKind.SPEECH if request.patient and self._view.state is not VoiceState.LISTENING:
                    unsaid = self._unsaid()
                    self._silence()
                    self._set(
                        replace(
                            self._view,
                            state=VoiceState.LISTENING,
                            text="",
                            sure=0,
                            held=False,
                            interrupted=True,
                            unsaid=unsaid,
                            problem="",
                        )
                    )
                case HearingKind.PARTIAL:
                    self._set(replace(self._view, text=news.text, sure=news.sure, language=news.language))
                case HearingKind.CLOSED:
                    self._set(replace(self._view, state=VoiceState.TRANSCRIBING, open=False, level=0.0))

    # ---------------------------------------- answering

    def _begin_answer(self) -> None:
        self._cutter, self._given, self._spoken, self._sounding, self._utterance = Sentences(), "", [], 0, None

    def answer(self, text: str) -> None:
        """The answer so far; whole sentences of it are spoken while it grows."""
        with self._lock:
            if self._view.state in (VoiceState.THINKING, VoiceState.SPEAKING) and text.startswith(self._given):
                piece, self._given = text[len(self._given) :], text
                self._say(self._cutter.feed(piece))

    def answered(self, text: str, *, asks: bool = False) -> None:
        """The whole answer. With `asks` the person is listened to afterwards."""
        with self._lock:
            if self._view.state not in (VoiceState.THINKING, VoiceState.SPEAKING):
                return
            self._listen_next = asks
            if self._given and not text.startswith(self._given):
                text = self._given  # it was put in other words while it was spoken
            self._say([*self._cutter.feed(text[len(self._given) :]), *self._cutter.finish()])
            self._given = text
            if self._utterance is None:
                self._over()
            else:
                self._utterance.end()

    def speak(self, text: str, language: str, *, asks: bool = False) -> None:
        """Reads something aloud that nobody asked for by voice. With `asks` the person is listened to afterwards."""
        with self._lock:
            if self._view.state is VoiceState.IDLE:
                self._language = language
                self._set(replace(self._view, state=VoiceState.THINKING, text="", problem="", language=language))
                self._begin_answer()
                self.answered(text, asks=asks)

    def drop(self) -> None:
        """Nothing is to be said."""
        with self._lock:
            if self._view.state in (VoiceState.THINKING, VoiceState.SPEAKING):
                self.cancel()

    def _say(self, sentences: list[str]) -> None:
        """With the lock held."""
        for sentence in sentences:
            if self._utterance is None:
                self._utterance = self._begin_speaking()
            self._spoken.append(sentence)
            self._utterance.add(sentence, language_of(sentence, self._language))

    def _begin_speaking(self) -> Utterance:
        known: list[Utterance] = []
        utterance = self._mouth().begin(lambda saying: self._saying(saying, known))
        known.append(utterance)
        return utterance

    def _saying(self, saying: Saying, utterance: list[Utterance]) -> None:
        """In the mouth's thread."""
        if saying.sound is not None:
            self._ears_if_listening(saying)
        with self._lock:
            if not utterance or self._utterance is not utterance[0]:
                return
            match saying.kind:
                case SayingKind.SENTENCE:
                    self._sounding = saying.number
                    self._set(
                        replace(
                            self._view, state=VoiceState.SPEAKING, text=self._spoken[saying.number], interrupted=False
                        )
                    )
                    if self._listening is None and self._barge_in:
                        self._start(held=False, patient=True)
                case SayingKind.DONE:
                    self._over()
                case SayingKind.FAILED:
                    self._over()
                    self._set(replace(self._view, problem=saying.error_code, message=saying.error))

    def _ears_if_listening(self, saying: Saying) -> None:
        assert saying.sound is not None
        if self._barge_in:
            self._ears().played(saying.sound)

    @property
    def _barge_in(self) -> bool:
        return self.interruptible and self._settings.flag("barge_in")

    def _unsaid(self) -> str:
        """The sentence that sounds and those after it; with the lock held."""
        left = self._spoken[self._sounding :] if self._utterance is not None else []
        return " ".join(one.lstrip("•- ") for one in left)

    def _silence(self) -> bool:
        """Stops the mouth; with the lock held. True where it was speaking."""
        utterance, self._utterance = self._utterance, None
        if utterance is not None:
            utterance.stop()
        return utterance is not None and self._view.state is VoiceState.SPEAKING

    def _over(self) -> None:
        """The answer was spoken; with the lock held."""
        self._utterance = None
        if self._listening is not None:
            self._listening.cancel()
            self._listening = None
        if self._listen_next:
            self._start(held=False, patient=False)
        else:
            self._set(replace(self._view, state=VoiceState.IDLE, open=False, level=0.0, text=""))


def _problem(transcript: Transcript) -> str:
    """Why there are no words."""
    if transcript.quiet:
        return "voice.quiet"
    return "voice.nothing" if transcript.ending is Ending.NOTHING else "voice.unclear"
