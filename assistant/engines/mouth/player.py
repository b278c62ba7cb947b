"""The loudspeaker: plays pieces one after the other, tells when each begins, is silent at once when told."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.engines.audio import devices
from assistant.engines.audio.files import Samples, convert

_log = logging.getLogger(__name__)

_RATE = 24_000
_BLOCK_SECONDS = 0.02
_STUCK_SECONDS = 3.0
_LONGEST_HOLD = 2.0
_OFF_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Sounding:
    """From `at` (monotonic) on piece `number` sounds, from `offset` seconds of it; None stands for silence."""

    at: float
    number: int | None
    offset: float = 0.0


class Player:
    """One opened loudspeaker.

    Attributes:
        rate: What it plays, in Hz.
        begun: What sounds, as it begins, is held or falls behind; None at the end.
    """

    def __init__(self, wanted: str, volume: float) -> None:
        """Opens the device called so, or the system's own choice.

        Raises:
            EngineError: ``loudspeaker.none``, ``loudspeaker.closed``, ``sound.library``.
        """
        sound = devices.library()
        devices.refresh()
        found = devices.find(wanted, output=True)
        self.begun: queue.SimpleQueue[Sounding | None] = queue.SimpleQueue()
        self._volume = volume
        self._lock = threading.Condition()
        self._device = threading.Lock()
        self._pieces: deque[tuple[int, Samples]] = deque()
        self._place = 0
        self._stopped = False
        self._beat = time.monotonic()
        self._held_until = 0.0
        self._zero: float | None = None
        with devices.opening(found.name, output=True):
            self.rate = devices.rate_for(found, _RATE, output=True)
            self._stream = sound.OutputStream(
                device=found.index,
                samplerate=self.rate,
                channels=1,
                dtype="float32",
                latency="low",
                blocksize=int(self.rate * _BLOCK_SECONDS),
                callback=self._give,
            )
            self._clock = devices.Clock(self._stream)
            self._stream.start()

    def add(self, number: int, samples: Samples, rate: int) -> None:
        """Plays this after what is there."""
        fitted = convert(samples, rate, self.rate) * self._volume
        with self._lock:
            if len(fitted) and not self._stopped:
                self._pieces.append((number, fitted.astype(np.float32)))

    @property
    def waiting(self) -> float:
        """Seconds of sound that are still to be played."""
        with self._lock:
            return (sum(len(piece) for _, piece in self._pieces) - self._place) / self.rate

    def _give(self, out: Any, frames: int, at: Any, status: Any) -> None:
        """In PortAudio's thread."""
        if status:
            _log.debug("loudspeaker: %s", status)
        self._beat = time.monotonic()
        sounds_at = self._clock.monotonic(at.outputBufferDacTime)
        filled = 0
        with self._lock:
            if self._beat < self._held_until:
                self._tell_silence(sounds_at)
                frames = 0
            while filled < frames and self._pieces and not self._stopped:
                number, piece = self._pieces[0]
                self._tell_place(number, sounds_at + filled / self.rate)
                part = piece[self._place : self._place + frames - filled]
                out[filled : filled + len(part), 0] = part
                filled += len(part)
                self._place += len(part)
                if self._place >= len(piece):
                    self._pieces.popleft()
                    self._place, self._zero = 0, None
            self._lock.notify_all()
        out[filled:, 0] = 0.0

    def _tell_place(self, number: int, at: float) -> None:
        """Says where a piece is, where that is not known already; with the lock held."""
        offset = self._place / self.rate
        if self._zero is None or abs(at - offset - self._zero) > _OFF_SECONDS:
            self._zero = at - offset
            self.begun.put(Sounding(at, number, offset))

    def _tell_silence(self, at: float) -> None:
        """With the lock held."""
        if self._zero is not None:
            self._zero = None
            self.begun.put(Sounding(at, None))

    def hold(self, *, held: bool) -> None:
        """Is silent for a while, or goes on where it was. Any thread; it never holds for long by itself."""
        with self._lock:
            self._held_until = time.monotonic() + _LONGEST_HOLD if held else 0.0

    def drain(self) -> bool:
        """Waits until everything has sounded or was stopped; False where the device went away."""
        with self._lock:
            while self._pieces and not self._stopped:
                self._lock.wait(0.2)
                if time.monotonic() - self._beat > _STUCK_SECONDS:
                    return False
        return True

    def stop(self) -> None:
        """Silence, at once. Any thread."""
        with self._lock:
            if self._stopped:
                return
            self._stopped = True
            self._pieces.clear()
            self._lock.notify_all()
        sound = devices.library()
        try:
            # PortAudio does not like to be told two things at once.
            with self._device:
                if not self._stream.closed:
                    self._stream.abort()
        except sound.PortAudioError as error:
            _log.info("stopping: %s", error)

    def close(self) -> None:
        """Gives the device back, after what it holds has sounded."""
        sound = devices.library()
        try:
            with self._device:
                if not self._stopped:
                    self._stream.stop()
                self._stream.close()
        except sound.PortAudioError as error:
            _log.info("closing: %s", error)
        self.begun.put(None)
