"""A memo: the microphone's sound in a file, safe from the first second on, whatever becomes of it later."""

from __future__ import annotations

import queue
import wave
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from assistant.config.errors import InputError
from assistant.engines.audio.bands import RATE
from assistant.engines.audio.files import Samples, as_pcm
from assistant.engines.child import Job
from assistant.engines.ears.listening import shown_level
from assistant.engines.ears.microphone import Microphone

_LONGEST = 900.0


def record(job: Job) -> Mapping[str, object]:
    """Records until it is told to finish; the answer holds the length in seconds.

    Raises:
        InputError: ``sound.unwritable``, on a full disk too; what was recorded until then can be read.
        EngineError: As `Microphone` raises it.
        Cancelled: Where it was stopped.
    """
    with Microphone(job) as microphone, _Recording(Path(job.body["file"])) as recording:
        while recording.seconds < _LONGEST and not _finished(job):
            job.cancel.check()
            piece = microphone.read(0.1)
            if piece is None:
                continue
            samples = piece[1]
            recording.add(samples)
            loud = float(np.sqrt(np.mean(samples**2))) if len(samples) else 0.0
            job.send("level", level=round(shown_level(loud), 3))
    job.send("closed")
    return {"seconds": recording.seconds}


class _Recording:
    """A growing WAV file of 16 bits at `RATE` Hz; open between ``with`` and its end.

    Each piece goes to the system at once and the header is set after it, so that the file can be read at any moment.

    Attributes:
        seconds: How much it holds.
    """

    def __init__(self, target: Path) -> None:
        self.seconds = 0.0
        self._target = target
        self._open = ExitStack()
        with self._telling():
            file = self._open.enter_context(target.open("wb", buffering=0))
        self._sound = wave.Wave_write(file)
        self._open.callback(self._sound.close)
        self._sound.setnchannels(1)
        self._sound.setsampwidth(2)
        self._sound.setframerate(RATE)

    def add(self, samples: Samples) -> None:
        """The next piece."""
        with self._telling():
            self._sound.writeframes(as_pcm(samples))
        self.seconds += len(samples) / RATE

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            message = f"The recording cannot be written to {self._target}: {error.strerror}."
            raise InputError("sound.unwritable", message, path=self._target) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # every piece has set the header: there is nothing left to lose
            self._open.close()


def _finished(job: Job) -> bool:
    finished = False
    while True:
        try:
            finished = bool(job.told.get_nowait().get("finish")) or finished
        except queue.Empty:
            return finished
