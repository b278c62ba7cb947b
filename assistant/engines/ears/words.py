"""Makes out words beside the listening: while somebody speaks, at each pause, and in the end. One attempt at a time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from assistant.config.errors import Cancelled
from assistant.domain.cancellation import Cancellation
from assistant.engines.audio.files import Samples
from assistant.engines.ears.whisper import Heard, Whisper
from assistant.engines.priority import step_back

_LANGUAGES = ("en", "zh")
_FIRST_AFTER = 1.0
_REST = 0.7


@dataclass
class _Attempt:
    frames: int
    final: bool
    began: float
    stale: Cancellation = field(default_factory=Cancellation)
    future: Future[Heard] = field(default_factory=Future)


class Words:
    """Used by one thread; the model works in another."""

    def __init__(self, model: Future[Whisper], language: str, hints: Sequence[str]) -> None:
        """`language` "" is made out by the first attempt and then stays."""
        self.language = language
        self._model = model
        self._hints = hints
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="ears-model", initializer=step_back)
        self._running: _Attempt | None = None
        self._done: _Attempt | None = None
        self._next = 0.0

    def check(self) -> None:
        """Notices early that there will be no words.

        Raises:
            ModelError: As of `Whisper`.
        """
        if self._model.done():
            self._model.result()

    def begin(self) -> None:
        """Somebody began to speak."""
        self._next = time.monotonic() + _FIRST_AFTER

    def poll(self) -> Heard | None:
        """The words of an attempt that has just ended."""
        running = self._running
        if running is None or not running.future.done():
            return None
        self._running = None
        now = time.monotonic()
        self._next = now + max(_REST, now - running.began)
        if running.future.exception() is not None:
            if not isinstance(running.future.exception(), Cancelled):
                running.future.result()
            return None
        self._done = running
        return running.future.result()

    def speaking(self, sound: Sequence[Samples]) -> None:
        """Somebody speaks: from time to time the words so far are made out, as long as that leaves time to listen."""
        if self._running is None and time.monotonic() >= self._next:
            self._start(sound, final=False)

    def pausing(self, sound: Sequence[Samples], said: int) -> None:
        """Nobody speaks since frame `said`: perhaps that was all."""
        if self._covered(self._done, said) or self._covered(self._running, said):
            return
        if self._running is None:
            self._start(sound, final=True)
        else:
            self._running.stale.cancel()

    def made_out(self, said: int) -> Heard | None:
        """The words up to frame `said`, where they are there."""
        return self._done.future.result() if self._done is not None and self._covered(self._done, said) else None

    def final(self, sound: Sequence[Samples], said: int) -> Heard:
        """Waits for the words up to frame `said`."""
        self.poll()
        found = self.made_out(said)
        if found is not None:
            return found
        if self._running is None or not self._covered(self._running, said):
            if self._running is not None:
                self._running.stale.cancel()
            self._start(sound, final=True)
        assert self._running is not None
        return self._running.future.result()

    def close(self) -> None:
        """Whatever is being made out is not wanted any more."""
        if self._running is not None:
            self._running.stale.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _covered(self, attempt: _Attempt | None, said: int) -> bool:
        return attempt is not None and attempt.final and attempt.frames >= said

    def _start(self, sound: Sequence[Samples], *, final: bool) -> None:
        attempt = _Attempt(len(sound), final, time.monotonic())
        attempt.future = self._worker.submit(self._hear, np.concatenate(sound), attempt)
        self._running = attempt

    def _hear(self, samples: Samples, attempt: _Attempt) -> Heard:
        """In the worker's thread."""
        model = self._model.result()
        attempt.stale.check()
        if not self.language:
            language = model.language_of(samples, _LANGUAGES, attempt.stale)
            if attempt.final or len(samples) > 16_000:
                self.language = language
        else:
            language = self.language
        return model.hear(samples, language, hints=self._hints, quick=not attempt.final, cancel=attempt.stale)
