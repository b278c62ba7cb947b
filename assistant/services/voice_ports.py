"""What the use cases need of ears and mouth, as Protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from assistant.domain.cancellation import Cancellation

USUAL_SILENCE = 1.5


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of speech: from and to in seconds from the beginning, and its words."""

    start: float
    end: float
    text: str


class Ending(StrEnum):
    """Why listening ended."""

    SILENCE = "silence"
    FINISHED = "finished"
    LONG = "long"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was heard.

    Attributes:
        text: Empty where nobody spoke.
        language: "en", "zh", or any other that the model knows.
        seconds: Length of the sound.
        quiet: The microphone is so quiet that words may have been missed.
    """

    text: str
    language: str
    segments: tuple[Segment, ...] = ()
    seconds: float = 0.0
    ending: Ending = Ending.FINISHED
    quiet: bool = False


class HearingKind(StrEnum):
    """What comes while listening."""

    OPEN = "open"
    LEVEL = "level"
    HOLD = "hold"
    GO_ON = "go_on"
    SPEECH = "speech"
    PARTIAL = "partial"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """One piece of news while listening.

    OPEN: the microphone `text` is open. LEVEL: how loud it is, 0 to 1, some thirty times a second. HOLD:
    perhaps somebody speaks into what the mouth says; it is told by GO_ON that nobody did, or by SPEECH: somebody
    began to speak. PARTIAL: the words so far; those from `sure` characters on may still change. CLOSED: the microphone
    is shut, the words are being made out.
    """

    kind: HearingKind
    level: float = 0.0
    text: str = ""
    sure: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenRequest:
    """How to listen.

    Attributes:
        language: "en", "zh", or "" to make it out; where it is made out, `likely` wins if both are possible.
        likely: The language used last.
        hints: Names that may be said: people, lists, titles.
        held: The person ends it (a key is held, a button pressed): silence does not.
        patient: Wait for speech without end (hands-free, or while the mouth speaks).
        silence: Seconds of silence that end it. With no more than the usual, a sentence that sounds complete ends it
            sooner.
    """

    language: str = ""
    likely: str = "en"
    hints: tuple[str, ...] = ()
    held: bool = False
    patient: bool = False
    silence: float = USUAL_SILENCE


@dataclass(frozen=True, slots=True)
class Devices:
    """Names of microphones and loudspeakers; the system's own choice comes first."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


class Ears(Protocol):
    """The ears engine. Methods may be called from any thread; all but `finish` and `played` block."""

    def transcribe(
        self,
        path: Path,
        *,
        language: str,
        on_segment: Callable[[Segment, float], None],
        cancel: Cancellation,
    ) -> Transcript:
        """Makes out the words of a sound file; `on_segment(segment, total_seconds)` gets them as they come.

        Raises:
            InputError: ``sound.file``.
            ModelError: ``model.missing``, ``model.damaged``, ``model.memory``.
            EngineError: ``engine.died``.
        """
        ...

    def listen(self, request: ListenRequest, on_news: Callable[[Hearing], None], cancel: Cancellation) -> Transcript:
        """Opens the microphone and listens until somebody has spoken.

        Raises:
            EngineError: ``microphone.none``, ``microphone.closed``, ``microphone.silent``, ``microphone.lost`` (its
                fact ``text`` holds what was heard until then), ``sound.library``, ``engine.died``.
            ModelError: As for `transcribe`.
            Cancelled: The sound is thrown away.
        """
        ...

    def record(self, target: Path, on_news: Callable[[Hearing], None], cancel: Cancellation) -> float:
        """Writes what the microphone hears into a WAV file until `finish`; gives its length in seconds.

        What was written until then stays, also where it fails or is cancelled.

        Raises:
            EngineError, Cancelled: As for `listen`.
            InputError: ``sound.unwritable``.
        """
        ...

    def wait_for_word(self, word: str, on_news: Callable[[Hearing], None], cancel: Cancellation) -> None:
        """Keeps the microphone open until a wake word was said: "okay_nabu" or "hey_jarvis".

        Anything else that is asked of the ears ends it.

        Raises:
            EngineError: ``wake.missing`` where the part that knows the words is not installed; else as for `listen`.
            Cancelled: It was ended.
        """
        ...

    def finish(self) -> None:
        """The person has said everything: `listen` goes on with making out the words, `record` closes the file."""
        ...

    def played(self, sound: Sound) -> None:
        """The mouth makes this sound: it is not taken for a person's."""
        ...

    def devices(self) -> Devices:
        """Looks for them anew."""
        ...

    @property
    def pid(self) -> int | None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound that the mouth makes: from `at` (monotonic seconds) on, energies by band of frames of `frame` seconds.
    An empty one from `at` on means silence."""

    at: float
    frame: float
    energies: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class VoiceRecord:
    """A voice that can be chosen. `kind` is "neural" or "system"; `model` the model it needs."""

    name: str
    title: str
    languages: tuple[str, ...]
    kind: str
    model: str = ""


class SayingKind(StrEnum):
    """What comes while speaking."""

    SENTENCE = "sentence"
    SOUND = "sound"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One piece of news while speaking. SENTENCE: `number` begins to sound now. SOUND: see `Ears.played`."""

    kind: SayingKind
    number: int = 0
    sound: Sound | None = None
    error_code: str = ""
    error: str = ""


class Utterance(Protocol):
    """Something that is being said, sentence by sentence."""

    def add(self, sentence: str, language: str) -> None:
        """Says this as well."""
        ...

    def hold(self, *, held: bool) -> None:
        """Is silent at once, until told to go on; never for more than two seconds."""
        ...

    def end(self) -> None:
        """Nothing more comes."""
        ...

    def stop(self) -> None:
        """Silence, at once."""
        ...

    def wait(self) -> None:
        """Until it has been said, was stopped or has failed."""
        ...


class Mouth(Protocol):
    """The mouth engine. Methods may be called from any thread."""

    def say(self, text: str, language: str) -> Utterance:
        """Says a text ("en" or "zh") after what is being said now; returns at once. Problems are logged, not raised."""
        ...

    def begin(self, on_news: Callable[[Saying], None], *, voice: str = "") -> Utterance:
        """Starts saying something whose sentences come one by one; `on_news` is called in a thread of the mouth's.
        With `voice` it speaks instead of the chosen one."""
        ...

    def load(self, language: str) -> None:
        """Gets the voice for a language ready in the background; returns at once."""
        ...

    def synthesise(
        self, sentences: Sequence[str], language: str, voice: str, target: Path, cancel: Cancellation
    ) -> float:
        """Writes a WAV file instead of speaking; returns its length in seconds. Blocks.

        Raises:
            EngineError: ``voice.none`` where there is no voice for the language, ``voice.failed``, ``engine.died``.
            InputError: ``voice.unknown``, ``sound.unwritable``.
        """
        ...

    def voices(self) -> tuple[VoiceRecord, ...]:
        """Those that can be used now. Blocks."""
        ...

    def stop(self) -> None:
        """Silence, at once, whatever is being said or waits."""
        ...

    @property
    def pid(self) -> int | None: ...

    def close(self) -> None: ...
