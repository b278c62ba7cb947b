"""Ears and a mouth that do what a test says."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from assistant.config.errors import AssistantError
from assistant.domain.cancellation import Cancellation
from assistant.services.voice_ports import (
    Devices,
    Ending,
    Hearing,
    HearingKind,
    ListenRequest,
    Saying,
    SayingKind,
    Segment,
    Sound,
    Transcript,
    VoiceRecord,
)


class ScriptedEars:
    """The `Ears` port. What is heard next is put into `next`: a transcript, an error, or partial words before them.

    A patient listening (for somebody who speaks into the answer) hears nobody, unless `interrupts` is set. The
    microphone takes its time to open while `opening` is clear.
    """

    pid = None

    def __init__(self) -> None:
        self.next: deque[Transcript | AssistantError | str] = deque()
        self.files: deque[Transcript | AssistantError] = deque()
        self.requests: list[ListenRequest] = []
        self.words: list[str] = []
        self.opening = threading.Event()
        self.opening.set()
        self.woken = threading.Event()
        self.finished = threading.Event()
        self.interrupts = threading.Event()
        self.heard_sounds: list[Sound] = []

    def says(self, text: str, *partials: str, language: str = "en") -> None:
        self.next.extend((*partials, Transcript(text=text, language=language, ending=Ending.SILENCE)))

    def reads(self, text: str, language: str = "en") -> None:
        """What is in the next sound file."""
        self.files.append(Transcript(text=text, language=language))

    def listen(self, request: ListenRequest, on_news: Callable[[Hearing], None], cancel: Cancellation) -> Transcript:
        self.requests.append(request)
        self.finished.clear()
        cancel.on_cancel(self.finished.set)
        cancel.on_cancel(self.interrupts.set)
        cancel.on_cancel(self.opening.set)
        self.opening.wait(60)
        cancel.check()
        on_news(Hearing(kind=HearingKind.OPEN, text="Headset"))
        on_news(Hearing(kind=HearingKind.LEVEL, level=0.4))
        if request.patient:
            self.interrupts.wait(60)
            cancel.check()
            on_news(Hearing(kind=HearingKind.HOLD))
            on_news(Hearing(kind=HearingKind.SPEECH))
        while self.next and isinstance(self.next[0], str):
            text = self.next.popleft()
            assert isinstance(text, str)
            on_news(Hearing(kind=HearingKind.PARTIAL, text=text, sure=len(text) // 2, language="en"))
        if request.held or not self.next:
            self.finished.wait(60)
        cancel.check()
        outcome = self.next.popleft() if self.next else Transcript(text="", language="en", ending=Ending.NOTHING)
        if isinstance(outcome, AssistantError):
            raise outcome
        assert isinstance(outcome, Transcript)
        on_news(Hearing(kind=HearingKind.CLOSED))
        return outcome

    def record(self, target: Path, on_news: Callable[[Hearing], None], cancel: Cancellation) -> float:
        """Records until `finish`; an error in `next` comes in the middle."""
        self.finished.clear()
        cancel.on_cancel(self.finished.set)
        target.write_bytes(b"RIFF" + bytes(1000))
        on_news(Hearing(kind=HearingKind.OPEN, text="Headset"))
        on_news(Hearing(kind=HearingKind.LEVEL, level=0.4))
        if self.next and isinstance(self.next[0], AssistantError):
            error = self.next.popleft()
            assert isinstance(error, AssistantError)
            raise error
        self.finished.wait(60)
        cancel.check()
        on_news(Hearing(kind=HearingKind.CLOSED))
        return 3.0

    def wait_for_word(self, word: str, on_news: Callable[[Hearing], None], cancel: Cancellation) -> None:
        """Until `woken` is set."""
        self.words.append(word)
        cancel.on_cancel(self.woken.set)
        on_news(Hearing(kind=HearingKind.OPEN, text="Headset"))
        self.woken.wait(60)
        self.woken.clear()
        cancel.check()

    def finish(self) -> None:
        self.finished.set()

    def played(self, sound: Sound) -> None:
        self.heard_sounds.append(sound)

    def devices(self) -> Devices:
        return Devices(("Built-in", "Headset"), ("Loudspeakers", "Headset"))

    def transcribe(
        self, path: Path, *, language: str, on_segment: Callable[[Segment, float], None], cancel: Cancellation
    ) -> Transcript:
        outcome = self.files.popleft()
        if isinstance(outcome, AssistantError):
            raise outcome
        return outcome

    def close(self) -> None: ...


class ScriptedUtterance:
    """The `Utterance` port: sounds at once, is over when `ScriptedMouth.quiet` says so."""

    def __init__(self, mouth: ScriptedMouth, on_news: Callable[[Saying], None]) -> None:
        self._mouth = mouth
        self._on_news = on_news
        self._over = threading.Event()
        self.sentences: list[str] = []
        self.stopped = False
        self.holds: list[bool] = []

    def add(self, sentence: str, language: str) -> None:
        number = len(self.sentences)
        self.sentences.append(sentence)
        self._tell(Saying(kind=SayingKind.SENTENCE, number=number, sound=Sound(0.0, 0.032, ())))

    def end(self) -> None:
        def over() -> None:
            self._mouth.quiet.wait(60)
            if not self.stopped:
                self._on_news(Saying(kind=SayingKind.DONE))
            self._over.set()

        threading.Thread(target=over, daemon=True).start()

    def hold(self, *, held: bool) -> None:
        self.holds.append(held)

    def stop(self) -> None:
        self.stopped = True
        self._over.set()

    def wait(self) -> None:
        self._over.wait()

    def _tell(self, saying: Saying) -> None:
        self._mouth.telling.submit(self._on_news, saying)


class ScriptedMouth:
    """The `Mouth` port. Speaking lasts until `quiet` is set."""

    pid = None

    def __init__(self) -> None:
        self.quiet = threading.Event()
        self.said: list[ScriptedUtterance] = []
        self.telling = ThreadPoolExecutor(1, thread_name_prefix="scripted-mouth")

    def begin(self, on_news: Callable[[Saying], None], *, voice: str = "") -> ScriptedUtterance:
        self.said.append(ScriptedUtterance(self, on_news))
        return self.said[-1]

    def say(self, text: str, language: str) -> ScriptedUtterance:
        utterance = self.begin(lambda _saying: None)
        utterance.add(text, language)
        utterance.end()
        return utterance

    def synthesise(
        self, sentences: Sequence[str], language: str, voice: str, target: Path, cancel: Cancellation
    ) -> float:
        raise NotImplementedError

    def voices(self) -> tuple[VoiceRecord, ...]:
        return (
            VoiceRecord("anna", "Anna", ("en",), "system"),
            VoiceRecord("ling", "Ling", ("zh",), "system"),
        )

    def load(self, language: str) -> None: ...
    def stop(self) -> None:
        for utterance in self.said:
            utterance.stop()

    def close(self) -> None:
        self.quiet.set()
        self.telling.shutdown(wait=False)
