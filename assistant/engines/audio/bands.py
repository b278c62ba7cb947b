"""How loud a sound is in each of some bands of pitch: enough to tell one's own voice from somebody else's."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from assistant.engines.audio.files import Samples

RATE = 16_000
FRAME = 512
SECONDS = FRAME / RATE
COUNT = 16

_EDGES = np.geomspace(120.0, 6_500.0, COUNT + 1)
_WINDOW = np.hanning(FRAME).astype(np.float32)

Bands = npt.NDArray[np.float32]


def bands(samples: Samples) -> Bands:
    """Energies of whole frames.

    Args:
        samples: At `RATE`; what is left over behind the last whole frame does not count.

    Returns:
        (frames, `COUNT`), mean power in each band, window corrected.
    """
    count = len(samples) // FRAME
    if not count:
        return np.zeros((0, COUNT), np.float32)
    frames = samples[: count * FRAME].reshape(count, FRAME) * _WINDOW
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2 / (FRAME * float(np.sum(_WINDOW**2)))
    pitch = np.fft.rfftfreq(FRAME, 1 / RATE)
    places = [(pitch >= low) & (pitch < high) for low, high in pairwise(_EDGES)]
    places = [place if place.any() else _nearest(pitch, edge) for place, edge in zip(places, _EDGES, strict=False)]
    return np.stack([power[:, place].sum(axis=1) for place in places], axis=1).astype(np.float32)


def _nearest(pitch: npt.NDArray[np.floating], edge: float) -> npt.NDArray[np.bool_]:
    place: npt.NDArray[np.bool_] = np.arange(len(pitch)) == int(np.argmin(np.abs(pitch - edge)))
    return place
