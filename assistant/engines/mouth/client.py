"""The mouth engine as the use cases see it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from assistant.aloud.sentences import sentences
from assistant.aloud.text import aloud, language_of
from assistant.config.errors import AssistantError, Cancelled, InputError
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.mouth import choosing
from assistant.engines.protocol import Frame
from assistant.engines.supervisor import Supervisor, Telling, idle_as_set
from assistant.services.model_ports import ModelLibrary
from assistant.services.voice_ports import Saying, SayingKind, Sound, VoiceRecord

_log = logging.getLogger(__name__)

_STOP_SECONDS = 3.0
_LANGUAGES = ("en", "zh")


class LocalMouth:
    """The `Mouth` port over a child process. See there for what each method promises."""

    def __init__(self, library: ModelLibrary, settings: Settings) -> None:
        """Starts nothing yet.

        Args:
            library: Where the models are.
            settings: Changes take effect with the next utterance.
        """
        self._library = library
        self._settings = settings
        self._supervisor = Supervisor("mouth", idle_seconds=idle_as_set(settings), stop_seconds=_STOP_SECONDS)
        self._lock = threading.Lock()
        self._open: list[_Utterance] = []
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="mouth")

    @property
    def pid(self) -> int | None:
        """See the port."""
        return self._supervisor.pid

    def say(self, text: str, language: str) -> _Utterance:
        """See the port."""
        utterance = self.begin(_logged)
        for sentence in sentences(text):
            utterance.add(sentence, language_of(sentence, language))
        utterance.end()
        return utterance

    def begin(self, on_news: Callable[[Saying], None], *, voice: str = "") -> _Utterance:
        """See the port."""
        utterance = _Utterance(on_news, voice)
        with self._lock:
            self._open.append(utterance)
        try:
            self._threads.submit(self._speak, utterance)
        except RuntimeError:  # shut down in between
            utterance.stop()
            self._forget(utterance)
            utterance.over.set()
        return utterance

    def _forget(self, utterance: _Utterance) -> None:
        with self._lock:
            if utterance in self._open:
                self._open.remove(utterance)

    def _speak(self, utterance: _Utterance) -> None:
        """In the mouth's thread."""
        try:
            # Nothing is opened before there is something to say.
            if not utterance.wait_for_words():
                utterance.tell(Saying(kind=SayingKind.STOPPED if utterance.cancel.cancelled else SayingKind.DONE))
                return
            voice = utterance.voice
            body = {**self._body(voice or "auto", fall_back=not voice), "device": self._settings.text("loudspeaker")}
            self._supervisor.call("speak", lambda: body, utterance.take, utterance.cancel, utterance.telling)
            utterance.tell(Saying(kind=SayingKind.DONE))
        except Cancelled:
            silence = Sound(time.monotonic(), 0.0, ())
            utterance.tell(Saying(kind=SayingKind.STOPPED, sound=silence))
        except AssistantError as error:
            utterance.tell(Saying(kind=SayingKind.FAILED, error_code=error.code, error=error.message))
        finally:
            self._forget(utterance)
            utterance.over.set()

    def load(self, language: str) -> None:
        """See the port."""
        try:
            self._threads.submit(self._load, language)
        except RuntimeError as error:  # shut down in between
            _log.debug("not loaded: %s", error)

    def _load(self, language: str) -> None:
        try:
            body = {**self._body("auto", fall_back=True), "language": language}
            self._supervisor.call("load", lambda: body, lambda _frame: None, Cancellation())
        except Cancelled:
            return
        except AssistantError as error:
            _log.info("the voice could not be loaded ahead: %s", error.message)

    def synthesise(
        self, sentences: Sequence[str], language: str, voice: str, target: Path, cancel: Cancellation
    ) -> float:
        """See the port."""
        chosen = {**self._body(voice or "auto", fall_back=not voice), "language": language}
        body = {**chosen, "sentences": list(sentences), "target": str(target.absolute())}
        done = self._supervisor.call("synthesise", lambda: body, lambda _frame: None, cancel)
        return float(done["seconds"])

    def _body(self, voice: str, *, fall_back: bool) -> dict[str, Any]:
        made = {}
        for language in _LANGUAGES:
            wanted = voice if voice != "auto" else self._settings.text(f"voice_{language}")
            try:
                made[language] = choosing.spec(wanted, language, self._library)
            except InputError:
                if not fall_back:
                    raise
                made[language] = choosing.spec("auto", language, self._library)
        return {
            "voices": made,
            "fall_back": fall_back,
            "speed": self._settings.number("voice_rate") / 100,
            "volume": self._settings.number("voice_volume") / 100,
        }

    def voices(self) -> tuple[VoiceRecord, ...]:
        """See the port."""
        found = self._supervisor.call("voices", dict, lambda _frame: None, Cancellation())
        return (*choosing.neural(self._library), *choosing.system(found["voices"]))

    def stop(self) -> None:
        """See the port."""
        with self._lock:
            every = tuple(self._open)
        for utterance in every:
            utterance.stop()

    def close(self) -> None:
        """See the port."""
        self.stop()
        self._supervisor.close()
        self._threads.shutdown(wait=False, cancel_futures=True)


class _Utterance:
    """The `Utterance` port."""

    def __init__(self, on_news: Callable[[Saying], None], voice: str) -> None:
        self.voice = voice
        self.cancel = Cancellation()
        self.telling = Telling()
        self.over = threading.Event()
        self._on_news = on_news
        self._began = threading.Condition()
        self._words = False
        self._ended = False
        self.cancel.on_cancel(self._wake)

    def add(self, sentence: str, language: str) -> None:
        """See the port. What cannot be spoken (code, a line of dashes) keeps its number and is silent."""
        text = aloud(sentence, language)
        self.telling.tell(text=text, language=language)
        if text:
            with self._began:
                self._words = True
                self._began.notify_all()

    def hold(self, *, held: bool) -> None:
        """See the port."""
        self.telling.tell(hold=held)

    def end(self) -> None:
        """See the port."""
        self.telling.tell(end=True)
        with self._began:
            self._ended = True
            self._began.notify_all()

    def stop(self) -> None:
        """See the port."""
        self.cancel.cancel()

    def wait(self) -> None:
        """See the port."""
        self.over.wait()

    def _wake(self) -> None:
        with self._began:
            self._began.notify_all()

    def wait_for_words(self) -> bool:
        """False where it ended without any."""
        with self._began:
            self._began.wait_for(lambda: self._words or self._ended or self.cancel.cancelled)
            return self._words and not self.cancel.cancelled

    def take(self, frame: Frame) -> None:
        """A frame of the engine's."""
        if frame["kind"] == "sentence":
            self.tell(Saying(kind=SayingKind.SENTENCE, number=frame["number"]))
        elif frame["kind"] == "sound":
            energies = tuple(tuple(one) for one in frame["energies"])
            self.tell(Saying(kind=SayingKind.SOUND, sound=Sound(frame["at"], frame["frame"], energies)))

    def tell(self, saying: Saying) -> None:
        """Tells the one who listens."""
        self._on_news(saying)


def _logged(saying: Saying) -> None:
    if saying.kind is SayingKind.FAILED:
        _log.info("not spoken: %s", saying.error)
