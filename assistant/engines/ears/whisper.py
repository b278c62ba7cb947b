"""The speech model: faster-whisper over files and pieces of sound."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import ctranslate2
import faster_whisper
import opencc

from assistant.config.errors import ModelError
from assistant.domain.cancellation import Cancellation
from assistant.engines.audio.bands import RATE
from assistant.engines.audio.files import Samples
from assistant.engines.ears.guards import Piece, fitting, sound, tidy
from assistant.engines.ears.mending import mended
from assistant.engines.llm import memory

_log = logging.getLogger(__name__)

# It answers in traditional characters as often as not; a beginning in simplified ones with punctuation draws it over.
_CHINESE_PROMPT = "以下是普通话的句子。"
# How people speak to an assistant: led by nothing, a small model takes 中午 for 中五, and "delete" for "to leak".
_REQUESTS = {
    "zh": "以下是普通话。添加任务。设闹钟叫我起床。提醒我周五中午开会。明天下午有什么安排？把预约推迟到九点半。取消。",
    "en": "Add a task. Set an alarm. Remind me on Friday at 12:30. Delete the meeting. What is on tomorrow?",
}
_CHINESE_CODES = ("zh", "yue")
_TEMPERATURES = (0.0, 0.2, 0.4, 0.6)
_MOST_THREADS = 4
_WORKING_MEMORY = 1.4


@dataclass(frozen=True, slots=True)
class Spec:
    """Which model, on what: ``auto``, ``cpu`` or ``cuda``; `threads` 0 chooses."""

    path: str
    device: str
    threads: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Words and their language."""

    text: str
    language: str
    pieces: tuple[Piece, ...]


class _Stoppable(faster_whisper.WhisperModel):
    """Asks between its steps whether anybody still wants the words."""

    cancel: Cancellation | None = None

    def encode(self, features: Any) -> Any:
        """The first step."""
        self._check()
        made = super().encode(features)
        self._check()
        return made

    def _check(self) -> None:
        if self.cancel is not None:
            self.cancel.check()


class Whisper:
    """A loaded model. One thread at a time."""

    def __init__(self, spec: Spec) -> None:
        """Loads it.

        Raises:
            ModelError: ``model.missing``, ``model.damaged``, ``model.memory``.
        """
        folder = Path(spec.path)
        weights = folder / "model.bin"
        if not weights.is_file():
            raise ModelError("model.missing", f"There is no file {weights}.", path=weights)
        cuda = spec.device == "cuda" or (spec.device == "auto" and ctranslate2.get_cuda_device_count() > 0)
        if not cuda:
            memory.check(folder.name, int(weights.stat().st_size * _WORKING_MEMORY), memory.available())
        try:
            self._model = _Stoppable(
                str(folder),
                device="cuda" if cuda else "cpu",
                compute_type="float16" if cuda else "int8",
                cpu_threads=spec.threads or min(os.cpu_count() or 1, _MOST_THREADS),
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            _log.info("%s: %s", folder, error)
            message = f"The model {folder.name} cannot be loaded: its files are damaged. Fetch it again."
            raise ModelError("model.damaged", message, path=folder, reason=str(error)) from error

    @property
    def multilingual(self) -> bool:
        """False of a model for English only."""
        return bool(self._model.model.is_multilingual)

    def language_of(self, samples: Samples, among: Sequence[str] = (), cancel: Cancellation | None = None) -> str:
        """The language that is spoken, of those in `among` where there are any."""
        if not self.multilingual:
            return "en"
        self._model.cancel = cancel
        language, _, every = self._model.detect_language(samples)
        if among:
            chances = dict(every)
            return max(among, key=lambda one: float(chances.get(one, 0.0)))
        return str(language)

    def pieces(
        self,
        samples: Samples,
        language: str,
        *,
        hints: Sequence[str] = (),
        request: bool = False,
        quick: bool = False,
        skip_silence: bool = False,
        cancel: Cancellation | None = None,
    ) -> Iterator[Piece]:
        """Makes out the words, piece by piece.

        Args:
            samples: At 16 kHz.
            language: Its code.
            hints: Names that may occur, likelier ones first.
            request: Somebody speaks to the assistant.
            quick: The likeliest word at each step, no second thoughts.
            skip_silence: Leave out what is not speech first.
            cancel: Stops between two steps.
        """
        self._model.cancel = cancel
        chinese = language in _CHINESE_CODES
        prompt = _CHINESE_PROMPT if chinese else None
        if request:
            prompt = _REQUESTS.get("zh" if chinese else language)
        named = ("、" if chinese else ", ").join(fitting(hints, chinese=chinese))
        options: dict[str, Any] = {"beam_size": 1, "temperature": 0.0} if quick else {"temperature": _TEMPERATURES}
        found, _ = self._model.transcribe(
            samples,
            language=language if self.multilingual else "en",
            initial_prompt=prompt,
            hotwords=named or None,
            condition_on_previous_text=False,
            without_timestamps=quick,
            vad_filter=skip_silence,
            **options,
        )
        raw = (
            Piece(
                one.start,
                one.end,
                _simplified(one.text) if chinese else one.text,
                one.no_speech_prob,
                one.avg_logprob,
            )
            for one in found
        )
        yield from sound(raw, (prompt or "", named))

    def hear(
        self,
        samples: Samples,
        language: str,
        *,
        hints: Sequence[str] = (),
        quick: bool = False,
        cancel: Cancellation | None = None,
    ) -> Heard:
        """All words of something short that is said to the assistant."""
        pieces = tuple(self.pieces(samples, language, hints=hints, request=True, quick=quick, cancel=cancel))
        text = joined([piece.text for piece in pieces], language)
        return Heard(mended(text, hints, chinese=language in _CHINESE_CODES), language, pieces)


def joined(texts: Sequence[str], language: str) -> str:
    """Pieces as one text: Chinese needs no spaces between them."""
    return "".join(texts).strip() if language not in ("zh", "ja", "yue") else "".join(text.strip() for text in texts)


@lru_cache(maxsize=1)
def _converter() -> Any:
    return opencc.OpenCC("t2s")


def _simplified(text: str) -> str:
    return tidy(str(_converter().convert(text)))


def seconds(samples: Samples) -> float:
    """Length of a sound at 16 kHz."""
    return len(samples) / RATE
