"""Tells what the mouth says, as it comes back through the microphone, from what a person says.

The mouth tells beforehand how loud each band of its sound will be, and when. How much of that arrives at the
microphone is learned band by band while it speaks. A frame is somebody else's where it is clearly louder than that in
enough bands. The exact delay need not be known: the loudest of what may be sounding now counts.
"""

from __future__ import annotations

import bisect

import numpy as np
import numpy.typing as npt

from assistant.engines.audio.bands import COUNT, Bands

_EARLIEST = 0.06
_LATEST = 0.45
_MARGIN = 3.0
_ENOUGH_BANDS = 4
_FLOOR = 1e-7
_AUDIBLE = 1e-6
_LEARN_SECONDS = 0.6
_FAST, _SLOW, _DOWN = 1.6, 1.05, 0.995
_KEPT = 20.0


class EchoGate:
    """Learns one room. `expect` may be called ahead of time."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._energies: list[Bands] = []
        self._gain: npt.NDArray[np.float64] = np.full(COUNT, 1e-4)
        self._noise: npt.NDArray[np.float64] = np.full(COUNT, _FLOOR)
        self._learned = 0.0

    def expect(self, at: float, frame: float, energies: npt.NDArray[np.float32]) -> None:
        """The mouth makes this sound from `at` (monotonic seconds) on; an empty one cuts off what was to come."""
        cut = bisect.bisect_left(self._times, at)
        del self._times[cut:], self._energies[cut:]
        self._times += [at + frame * number for number in range(len(energies))]
        self._energies += list(energies)
        old = bisect.bisect_left(self._times, at - _KEPT)
        del self._times[:old], self._energies[:old]

    def speaking(self, now: float) -> bool:
        """True while something of the mouth's may be heard."""
        return bool(self._near(now))

    def somebody(self, now: float, heard: Bands, seconds: float) -> bool:
        """True where a frame holds more than the mouth's own sound.

        Args:
            now: When the frame was heard.
            heard: Its energies, (`COUNT`,).
            seconds: Its length.
        """
        near = self._near(now)
        if not near:
            self._noise = np.where(heard < self._noise, heard, self._noise * 1.02 + _FLOOR * 0.02)
            return True
        own = np.max(np.stack(near), axis=0).astype(np.float64)
        clear = heard > _MARGIN * (self._gain * own + self._noise + _FLOOR)
        self._learn(heard, own, seconds)
        return int(clear.sum()) >= _ENOUGH_BANDS

    def _learn(self, heard: Bands, own: npt.NDArray[np.float64], seconds: float) -> None:
        audible = own > _AUDIBLE
        ratio = np.where(audible, heard / np.maximum(own, _AUDIBLE), 0.0)
        up = _FAST if self._learned < _LEARN_SECONDS else _SLOW
        louder = np.minimum(ratio, self._gain * up)
        self._gain = np.where(audible, np.where(ratio > self._gain, louder, self._gain * _DOWN), self._gain)
        self._learned += seconds

    def _near(self, now: float) -> list[Bands]:
        first = bisect.bisect_left(self._times, now - _LATEST)
        last = bisect.bisect_right(self._times, now + _EARLIEST)
        return self._energies[first:last]
