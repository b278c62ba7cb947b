"""The microphone: pieces of sound at 16 kHz, whatever the device gives."""

from __future__ import annotations

import logging
import queue
import time
from types import TracebackType
from typing import Any

import numpy as np

from assistant.config.errors import EngineError
from assistant.engines.audio import devices
from assistant.engines.audio.bands import RATE
from assistant.engines.audio.files import Resampler, Samples
from assistant.engines.child import Job

_log = logging.getLogger(__name__)

_BLOCK_SECONDS = 0.032
_FIRST_SECONDS = 6.0
_NEXT_SECONDS = 2.0


class Microphone:
    """Open between ``with`` and its end.

    Attributes:
        name: What the device is called.
    """

    def __init__(self, job: Job) -> None:
        """Opens the device that the job names, or the system's own choice.

        The job's caller is told ``open`` once sound comes: a wireless one takes seconds for that, and what was said
        meanwhile would be lost.

        Raises:
            EngineError: ``microphone.none``, ``microphone.closed``, ``sound.library``.
        """
        sound = devices.library()
        devices.refresh()
        found = devices.find(job.body["device"], output=False)
        self.name = found.name
        self._job = job
        self._hears = False
        self._pieces: queue.SimpleQueue[tuple[float, Samples] | None] = queue.SimpleQueue()
        self._deadline = time.monotonic() + _FIRST_SECONDS
        with devices.opening(found.name, output=False):
            rate = devices.rate_for(found, RATE, output=False)
            self._resampler = Resampler(rate, RATE)
            self._stream = sound.InputStream(
                device=found.index,
                samplerate=rate,
                channels=1,
                dtype="float32",
                latency="low",
                blocksize=int(rate * _BLOCK_SECONDS),
                callback=self._take,
                finished_callback=lambda: self._pieces.put(None),
            )
            self._clock = devices.Clock(self._stream)
            self._rate = rate
            self._stream.start()

    def _take(self, data: Any, frames: int, at: Any, status: Any) -> None:
        """In PortAudio's thread."""
        if status:
            _log.debug("microphone: %s", status)
        ended = self._clock.monotonic(at.inputBufferAdcTime) + frames / self._rate
        self._pieces.put((ended, np.array(data[:, 0], np.float32)))

    def read(self, seconds: float) -> tuple[float, Samples] | None:
        """The next piece and when it ended (monotonic); None where none came within `seconds`.

        Raises:
            EngineError: ``microphone.lost`` where the device gives nothing any more.
        """
        try:
            piece = self._pieces.get(timeout=seconds)
        except queue.Empty:
            if time.monotonic() > self._deadline:
                raise self._lost() from None
            return None
        if piece is None:
            raise self._lost()
        if not self._hears:
            self._hears = True
            self._job.send("open", text=self.name)
        self._deadline = time.monotonic() + _NEXT_SECONDS
        at, samples = piece
        return at, self._resampler.feed(samples)

    def _lost(self) -> EngineError:
        message = f"The microphone {self.name} does not answer any more. Was it unplugged? You can keep typing."
        return EngineError("microphone.lost", message, device=self.name)

    def __enter__(self) -> Microphone:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sound = devices.library()
        try:
            self._stream.abort()
            self._stream.close()
        except sound.PortAudioError as reason:
            _log.info("closing %s: %s", self.name, reason)
