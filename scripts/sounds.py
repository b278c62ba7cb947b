"""Makes the sounds of reminders, resources/sounds/*.wav, out of sines. Run it again after changing a note.

scripts/sounds.py
"""

from __future__ import annotations

import array
import math
import sys
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"
RATE = 44_100
PEAK = 0.85 * 32_767
RISE_SECONDS = 0.006
FALL_SECONDS = 0.05

# Overtones as (multiple of the pitch, loudness, how much faster than the pitch itself they fade).
CHIME = ((1.0, 1.0, 1.0), (2.0, 0.28, 1.8), (3.0, 0.09, 3.0))
BELL = ((0.5, 0.25, 0.6), (1.0, 1.0, 1.0), (1.19, 0.3, 1.3), (2.0, 0.4, 1.6), (2.74, 0.2, 2.4), (4.07, 0.1, 3.5))
WOOD = ((1.0, 1.0, 1.0), (3.93, 0.35, 4.0), (9.2, 0.08, 8.0))
REED = ((1.0, 1.0, 1.0), (2.0, 0.5, 1.0), (3.0, 0.3, 1.1), (4.0, 0.12, 1.3))


@dataclass(frozen=True, slots=True)
class Note:
    """A pitch in Hz that begins at `at` seconds and fades to a third in `fades` seconds."""

    pitch: float
    at: float
    fades: float
    loud: float = 1.0


SOUNDS: dict[str, tuple[float, Sequence[tuple[float, float, float]], Sequence[Note]]] = {
    "chime": (1.6, CHIME, (Note(659.26, 0.0, 0.36), Note(987.77, 0.17, 0.42, 0.8))),
    "bells": (2.0, BELL, (Note(783.99, 0.0, 0.5), Note(1046.5, 0.24, 0.5, 0.8), Note(1318.5, 0.48, 0.55, 0.7))),
    "wood": (1.1, WOOD, (Note(392.0, 0.0, 0.13), Note(523.25, 0.14, 0.13), Note(659.26, 0.28, 0.18))),
    "alarm": (
        1.5,
        REED,
        tuple(
            Note(pitch, start + step * 0.16, 0.1)
            for start in (0.0, 0.64)
            for step, pitch in enumerate((880.0, 1108.7, 1318.5))
        ),
    ),
}


def made(seconds: float, overtones: Sequence[tuple[float, float, float]], notes: Sequence[Note]) -> array.array[int]:
    """The samples of one sound, as loud as `PEAK` allows, without a click at either end."""
    count = round(seconds * RATE)
    total = [0.0] * count
    for note in notes:
        first = round(note.at * RATE)
        for multiple, loud, faster in overtones:
            turn = 2 * math.pi * note.pitch * multiple / RATE
            fade = math.exp(-faster / (note.fades * RATE))
            strength = note.loud * loud
            for place in range(count - first):
                rise = min(1.0, place / (RISE_SECONDS * RATE))
                total[first + place] += strength * rise * math.sin(turn * place)
                strength *= fade
    ends = (min(1.0, (count - place) / (FALL_SECONDS * RATE)) for place in range(count))
    shaped = [value * end for value, end in zip(total, ends, strict=True)]
    loudest = max(abs(value) for value in shaped)
    return array.array("h", (round(PEAK * value / loudest) for value in shaped))


def main() -> int:
    """Writes all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (seconds, overtones, notes) in SOUNDS.items():
        samples = made(seconds, overtones, notes)
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
