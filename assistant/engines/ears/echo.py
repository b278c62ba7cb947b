"""Tells what the mouth says, as it comes back through the microphone, from what a person says.

The mouth tells beforehand how loud each band of its sound will be, and when. In the first second after a pause the
gate learns after which delay that arrives at the microphone and how much of each band does, and it goes on learning
while the mouth speaks. From then on a frame is somebody else's where it is clearly louder than what is to be expected,
in enough bands.
"""

from __future__ import annotations

import bisect
from collections import deque
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assistant.engines.audio.bands import COUNT, SECONDS, Bands

_LAGS = np.arange(-3, 18)
_AROUND = 1
_TAIL = (_LAGS[-1] + _AROUND + 1) * SECONDS
_KEPT = 20.0
_LEARN_FRAMES = 28
_AGAIN_FRAMES = 14
_LOUD_PART = 90
_LESS = 0.8
_MARGIN = 4.0
_ALIKE = 0.6
_PAUSE = 10.0  # a slow voice leaves shorter gaps between two sentences; nobody puts on headphones in that time
_ENOUGH_BANDS = 4
_OWN = 0.78
_FLOOR = 1e-8
_AUDIBLE = 1e-6
_UP, _DOWN = 1.02, 0.998


class EchoGate:
    """Learns one room. `expect` may be called ahead of time."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._energies: list[Bands] = []
        self._noise: npt.NDArray[np.float64] = np.full(COUNT, _FLOOR)
        self._gain: npt.NDArray[np.float64] = np.zeros(COUNT)
        self._lag = 0
        self._known = False
        self._learned: deque[tuple[float, Bands]] = deque(maxlen=2 * _LEARN_FRAMES)
        self._new = 0

    def expect(self, at: float, frame: float, energies: npt.NDArray[np.float32]) -> None:
        """The mouth makes this sound from `at` (monotonic seconds) on; an empty one cuts off what was to come."""
        if len(energies) and (not self._times or at > self._times[-1] + _PAUSE):
            self._known, self._new = False, 0
            self._learned.clear()
        cut = bisect.bisect_left(self._times, at)
        del self._times[cut:], self._energies[cut:]
        self._times += [at + frame * number for number in range(len(energies))]
        self._energies += list(energies)
        old = bisect.bisect_left(self._times, at - _KEPT)
        del self._times[:old], self._energies[:old]

    def speaking(self, now: float) -> bool:
        """True while something of the mouth's may be heard."""
        first = bisect.bisect_left(self._times, now - _TAIL)
        return first < len(self._times) and self._times[first] < now + 4 * SECONDS

    def faded(self, now: float) -> bool:
        """True where nothing of the mouth's sounds any more, nor its echo."""
        return not self._times or self._times[-1] < now - (self._lag + 2 * _AROUND + 1) * SECONDS

    def somebody(self, now: float, heard: Bands) -> bool:
        """True where a frame holds more than the mouth's own sound.

        Args:
            now: When the frame was heard.
            heard: Its energies, (`COUNT`,).
        """
        if not self.speaking(now):
            self._noise = np.where(heard < self._noise, heard, self._noise * 1.02 + _FLOOR * 0.02)
            return True
        if not self._known:
            self._learn(now, heard, _LEARN_FRAMES)
            return False
        own = self._own(now, self._lag)
        clear = int((heard > _MARGIN * (self._gain * own + self._noise + _FLOOR)).sum()) >= _ENOUGH_BANDS
        if not clear:
            self._learn(now, heard, _AGAIN_FRAMES)
            ratio = heard / np.maximum(own, _AUDIBLE)
            nearer = np.where(ratio > self._gain, np.minimum(ratio, self._gain * _UP), self._gain * _DOWN)
            self._gain = np.where(own > _AUDIBLE, nearer, self._gain)
        return clear

    def inexplicable(self, frames: Sequence[tuple[float, Bands]]) -> int:
        """How many of these frames cannot be the mouth's own after any delay; 0 where they rise and fall as it does.

        Args:
            frames: When each was heard, and its energies, (`COUNT`,).
        """
        times, heard = _apart(frames)
        count = len(frames)
        for lag in _LAGS:
            own = self._gain * self._heard_after(times, int(lag))
            if _likeness(heard, own, axis=None) > _OWN:
                return 0
            clear = (heard > _MARGIN * (own + self._noise + _FLOOR)).sum(axis=1) >= _ENOUGH_BANDS
            count = min(count, int(clear.sum()))
        return count

    def was_own(self, frames: Sequence[tuple[float, Bands]]) -> None:
        """What was taken for somebody's was nobody's: where it rises and falls as the mouth does, that is louder now.

        Args:
            frames: As for `inexplicable`.
        """
        times, heard = _apart(frames)
        own = self._heard_after(times, self._lag)
        if _likeness(heard, self._gain * own, axis=None) > _OWN:
            ratio = np.where(own > _AUDIBLE, heard / np.maximum(own, _AUDIBLE), 0.0)
            self._gain = np.maximum(self._gain, np.percentile(ratio, _LOUD_PART, axis=0))

    def _learn(self, now: float, heard: Bands, often: int) -> None:
        """Takes a frame that is the mouth's alone; after each `often` of them it is seen what they tell.

        After a pause nobody is heard over the mouth for a moment. Later the delay may change: on a busy computer a
        device falls behind.
        """
        if (self._own(now, 4) > _AUDIBLE).sum() < _ENOUGH_BANDS:
            return
        self._learned.append((now, heard))
        self._new += 1
        if self._new < often:
            return
        self._new, first, self._known = 0, not self._known, True
        times = np.array([now for now, _ in self._learned])
        given = np.stack([frame for _, frame in self._learned])
        expected = [self._heard_after(times, int(lag)) for lag in _LAGS]
        likeness = [_likeness(given, one) for one in expected]
        best = int(np.argmax(likeness))
        if likeness[best] < _ALIKE:  # headphones, or somebody spoke meanwhile: what was known stays
            return
        self._lag = int(_LAGS[best])
        own = expected[best]
        ratio = np.where(own > _AUDIBLE, given / np.maximum(own, _AUDIBLE), 0.0)
        gain = np.percentile(ratio, _LOUD_PART, axis=0)
        self._gain = gain if first else np.maximum(gain, self._gain * _LESS)

    def _heard_after(self, times: npt.NDArray[np.float64], lag: int) -> npt.NDArray[np.float64]:
        """What `_own` says of many moments (n,), in one go: (n, `COUNT`)."""
        began = bisect.bisect_left(self._times, times[0] - _TAIL)
        known, energies = np.array(self._times[began:]), np.stack(self._energies[began:])
        first = np.searchsorted(known, times - (lag + _AROUND + 1) * SECONDS)
        last = np.searchsorted(known, times - (lag - _AROUND) * SECONDS, side="right")
        near = first[:, None] + np.arange(2 * _AROUND + 3)
        found = energies[np.minimum(near, len(known) - 1)] * (near < last[:, None])[:, :, None]
        return np.asarray(found.max(axis=1), np.float64)

    def _own(self, now: float, lag: int) -> npt.NDArray[np.float64]:
        """The loudest of the frames that may arrive now, after a delay of `lag` frames."""
        first = bisect.bisect_left(self._times, now - (lag + _AROUND + 1) * SECONDS)
        last = bisect.bisect_right(self._times, now - (lag - _AROUND) * SECONDS)
        near = self._energies[first:last]
        return np.max(np.stack(near), axis=0).astype(np.float64) if near else np.zeros(COUNT)


def _apart(frames: Sequence[tuple[float, Bands]]) -> tuple[npt.NDArray[np.float64], Bands]:
    """Moments (n,) and energies (n, `COUNT`)."""
    return np.array([at for at, _ in frames]), np.stack([energies for _, energies in frames])


def _likeness(one: npt.NDArray[np.floating], other: npt.NDArray[np.floating], axis: int | None = 0) -> float:
    """How alike two courses of loudness are, from -1 to 1; along axis 0 however loud their bands are."""
    first, second = (10 * np.log10(some + _FLOOR) for some in (one, other))
    first, second = first - first.mean(axis=axis), second - second.mean(axis=axis)
    whole = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float((first * second).sum()) / whole if whole else 0.0
