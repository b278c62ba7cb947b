"""The voices: each turns a sentence into sound."""

from __future__ import annotations

import contextlib
import json
import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from assistant.config.errors import EngineError
from assistant.domain.cancellation import Cancellation
from assistant.engines.audio.files import Samples, decode
from assistant.engines.mouth import phonemes
from assistant.engines.mouth.kokoro_sounds import IDS, american

_log = logging.getLogger(__name__)

_SYSTEM_RATE = 22_050
_WORDS_A_MINUTE = 175
_MOST_SOUNDS = 500


@dataclass(frozen=True, slots=True)
class Spec:
    """A voice to speak with: `kind` is kokoro, piper or system; `model` its file, `name` the voice in it."""

    kind: str
    model: str = ""
    name: str = ""


class Voice(Protocol):
    """Speaks in one language."""

    @property
    def rate(self) -> int:
        """Of its samples, in Hz."""
        ...

    def speak(self, text: str, speed: float, cancel: Cancellation) -> Samples:
        """A sentence as sound; `speed` 1.0 is ordinary.

        Raises:
            EngineError: ``voice.part``, ``voice.failed``.
            Cancelled: As asked.
        """
        ...


def make(spec: Spec, language: str, sessions: dict[str, Any]) -> Voice:
    """The voice for `language`; models are kept in `sessions`.

    Raises:
        EngineError: ``voice.part``, ``voice.none``, ``voice.failed``.
    """
    if spec.kind == "kokoro":
        return Kokoro(_session(spec.model, sessions), Path(spec.model).with_name(f"{spec.name}.bin"), language)
    if spec.kind == "piper":
        return Piper(_session(spec.model, sessions), Path(f"{spec.model}.json"))
    return System(spec.name, language)


def _session(path: str, sessions: dict[str, Any]) -> Any:
    import onnxruntime

    if path not in sessions:
        try:
            sessions[path] = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        except _refusals() as error:
            raise EngineError("voice.failed", f"The voice {Path(path).name} cannot be loaded: {error}.") from error
    return sessions[path]


def _run(session: Any, given: Mapping[str, Any], cancel: Cancellation) -> Samples:
    import onnxruntime

    options = onnxruntime.RunOptions()

    def end() -> None:
        options.terminate = True

    cancel.on_cancel(end)
    try:
        made = session.run(None, given, options)[0]
    except _refusals() as error:
        cancel.check()
        raise EngineError("voice.failed", f"The voice could not say this: {error}.") from error
    cancel.check()
    return np.asarray(made, np.float32).reshape(-1)


@cache
def _refusals() -> tuple[type[Exception], ...]:
    """What onnxruntime raises: a dozen classes of its own without a common one, and Python's for wrong input."""
    from onnxruntime.capi import onnxruntime_pybind11_state as native

    own = (one for one in vars(native).values() if isinstance(one, type) and issubclass(one, Exception))
    return (*own, RuntimeError, ValueError)


class Kokoro:
    """Kokoro-82M: 24 kHz, natural; English and Mandarin from one model."""

    rate = 24_000

    def __init__(self, session: Any, style: Path, language: str) -> None:
        able = phonemes.can_speak_chinese() if language == "zh" else phonemes.can_speak_english()
        if not able:
            needs = "local-assistant[voices]" if language == "zh" else "espeak-ng"
            raise EngineError("voice.part", f"This voice needs {needs}, which is not installed.")
        self._session = session
        self._language = language
        self._british = style.name.startswith("b")
        self._styles = np.fromfile(style, np.float32).reshape(-1, 1, 256)

    def speak(self, text: str, speed: float, cancel: Cancellation) -> Samples:
        """See `Voice`."""
        made = [self._say(sounds, speed, cancel) for sounds in self._sounds(text)]
        return np.concatenate(made) if made else np.zeros(0, np.float32)

    def _sounds(self, text: str) -> list[str]:
        if self._language == "zh":
            found = [sounds if kind == "zh" else self._english(sounds) for kind, sounds in phonemes.chinese(text)]
            return _portions(" ".join(found))
        return _portions(self._english(text))

    def _english(self, text: str) -> str:
        sounds = phonemes.english(text, "en-gb" if self._british else "en-us")
        return sounds if self._british else american(sounds)

    def _say(self, sounds: str, speed: float, cancel: Cancellation) -> Samples:
        ids = [IDS[char] for char in sounds if char in IDS]
        if not ids:
            return np.zeros(0, np.float32)
        given = {
            "tokens": np.array([[0, *ids, 0]], np.int64),
            "style": self._styles[min(len(ids), len(self._styles)) - 1],
            "speed": np.array([speed], np.float32),
        }
        return _trimmed(_run(self._session, given, cancel), self.rate)


class Piper:
    """A Piper voice: quick."""

    def __init__(self, session: Any, config: Path) -> None:
        if not phonemes.can_speak_english():
            raise EngineError("voice.part", "This voice needs the program espeak-ng, which is not installed.")
        facts = json.loads(config.read_text("utf-8"))
        self._session = session
        self._ids: dict[str, list[int]] = facts["phoneme_id_map"]
        self._espeak = facts["espeak"]["voice"]
        self._settings = facts["inference"]
        self._rate = int(facts["audio"]["sample_rate"])

    @property
    def rate(self) -> int:
        """See `Voice`."""
        return self._rate

    def speak(self, text: str, speed: float, cancel: Cancellation) -> Samples:
        """See `Voice`."""
        ids = [*self._ids["^"], *self._ids["_"]]
        for char in phonemes.english(text, self._espeak):
            if char in self._ids:
                ids += [*self._ids[char], *self._ids["_"]]
        ids += self._ids["$"]
        scales = [self._settings["noise_scale"], self._settings["length_scale"] / speed, self._settings["noise_w"]]
        given = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array(scales, np.float32),
        }
        return _run(self._session, given, cancel)


class System:
    """The voice that the system has: SAPI on Windows, NSSpeech on macOS, espeak-ng on Linux.

    It writes to a file, each time with an engine of its own: its own way of playing cannot be stopped everywhere.
    """

    rate = _SYSTEM_RATE

    def __init__(self, name: str, language: str) -> None:
        self._name = name or system_voice(language)

    def speak(self, text: str, speed: float, cancel: Cancellation) -> Samples:
        """See `Voice`."""
        cancel.check()
        with tempfile.TemporaryDirectory(prefix="assistant-voice") as folder:
            target = Path(folder) / "said.wav"
            with _driver() as driver:
                driver.setProperty("voice", self._name)
                driver.setProperty("rate", int(_WORDS_A_MINUTE * speed))
                driver.save_to_file(text, str(target))
                driver.runAndWait()
            cancel.check()
            if not target.is_file() or not target.stat().st_size:
                raise EngineError("voice.failed", "The system's voice said nothing.")
            return decode(target, self.rate)


def system_voices() -> list[dict[str, Any]]:
    """Name, title and languages of what the system has; empty where it has none."""
    try:
        with _driver() as driver:
            found = driver.getProperty("voices")
    except EngineError as error:
        _log.info("%s", error.message)
        return []
    return [
        {"name": str(voice.id), "title": str(voice.name), "languages": [_code(one) for one in voice.languages or []]}
        for voice in found
    ]


def system_voice(language: str) -> str:
    """The first voice of the system for "en" or "zh".

    Raises:
        EngineError: ``voice.none``.
    """
    fitting = [voice for voice in system_voices() if _speaks(voice, language)]
    # Of espeak-ng's many: plain American, and the one of the Mandarin ones that knows all characters.
    for voice in (*(one for one in fitting if one["name"].endswith(("en-us", "cmn-latn-pinyin"))), *fitting):
        return str(voice["name"])
    name = {"en": "English", "zh": "Chinese"}.get(language, language)
    raise EngineError("voice.none", f"There is no voice for {name} on this computer.", language=language)


def _speaks(voice: Mapping[str, Any], language: str) -> bool:
    wanted = {"en": ("en",), "zh": ("zh", "cmn")}[language]
    if any(code.split("-")[0] in wanted for code in voice["languages"]):
        return True
    words = f"{voice['name']} {voice['title']}".lower()
    hints = {"en": ("english", "en-us", "en_us", "en-gb"), "zh": ("chinese", "mandarin", "zh-cn", "zh_cn", "cmn")}
    return not voice["languages"] and any(hint in words for hint in hints[language])


def _code(language: object) -> str:
    text = language.decode("utf-8", "replace") if isinstance(language, bytes) else str(language)
    return text.strip("\x05\x02\x00 ").replace("_", "-").lower()


@contextlib.contextmanager
def _driver() -> Any:
    import pyttsx3

    try:
        driver = pyttsx3.init()
    except (OSError, RuntimeError, ImportError, KeyError, ValueError) as error:
        raise EngineError("voice.none", f"The system has no voice: {error}.") from error
    try:
        yield driver
    except (OSError, RuntimeError, ReferenceError, ValueError) as error:
        raise EngineError("voice.failed", f"The system's voice failed: {error}.") from error
    finally:
        with contextlib.suppress(OSError, RuntimeError, ReferenceError):
            driver.stop()
        del driver


def _portions(sounds: str) -> list[str]:
    """A long sentence in pieces the model can take, cut at marks, else at spaces."""
    made = []
    while len(sounds) > _MOST_SOUNDS:
        head = sounds[:_MOST_SOUNDS]
        cut = max((head.rfind(mark) for mark in ",;:.!?"), default=-1)
        cut = cut if cut > _MOST_SOUNDS // 3 else head.rfind(" ")
        cut = cut if cut > 0 else _MOST_SOUNDS - 1
        made.append(sounds[: cut + 1])
        sounds = sounds[cut + 1 :].lstrip()
    return [*made, sounds] if sounds.strip() else made


def _trimmed(samples: Samples, rate: int) -> Samples:
    """Without the silence around it, but for a breath."""
    loud = np.flatnonzero(np.abs(samples) > 0.005)
    if not len(loud):
        return samples
    return samples[max(0, loud[0] - rate // 10) : loud[-1] + rate // 8]
