"""Plays a sound file on the system's loudspeaker. Runs in its own process; needs no numpy and so starts quickly."""

from __future__ import annotations

import array
import sys
import threading
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.config.errors import EngineError
from assistant.engines.audio.devices import Found, find, library, opening, rate_for, refresh
from assistant.engines.child import Job

_BLOCK_SECONDS = 0.02
_TAIL_SECONDS = 0.1
_WIDTH = 2
_MOST = 32_767
_WORDS = {
    "loudspeaker.none": "No loudspeaker was found.",
    "loudspeaker.closed": "The loudspeaker could not be opened: another program holds it, or it may not be used.",
}


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, one channel, at `rate` Hz."""

    samples: array.array[int]
    rate: int

    def louder(self, factor: float) -> Sound:
        """The same at another loudness, cut where that goes beyond 16 bits."""
        scaled = (max(-_MOST, min(_MOST, round(sample * factor))) for sample in self.samples)
        return Sound(array.array("h", scaled), self.rate)

    def at_rate(self, rate: int) -> Sound:
        """The same at another rate, straight lines between the samples."""
        if rate == self.rate or not self.samples:
            return self
        last = len(self.samples) - 1
        made = array.array("h")
        for place in range(len(self.samples) * rate // self.rate):
            whole, part = divmod(place * self.rate, rate)
            here, there = self.samples[min(whole, last)], self.samples[min(whole + 1, last)]
            made.append(here + (there - here) * part // rate)
        return Sound(made, rate)


def read_wav(path: Path) -> Sound:
    """Reads a WAV file of one channel and 16 bits.

    Raises:
        EngineError: ``sound.file`` where it is not there or is something else.
    """
    try:
        with wave.open(str(path), "rb") as file:
            if file.getnchannels() != 1 or file.getsampwidth() != 2:
                raise wave.Error("not one channel of 16 bits")
            samples = array.array("h", file.readframes(file.getnframes()))
            rate = file.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        message = f"The sound {path.name} cannot be read: {error}."
        raise EngineError("sound.file", message, path=str(path)) from error
    if sys.byteorder == "big":
        samples.byteswap()
    return Sound(samples, rate)


class SoundPlayer:
    """The engine: ``play`` with the path of a WAV file and a volume from 0 to 100; ``look`` for the loudspeaker."""

    def run(self, job: Job) -> Mapping[str, object]:
        """See `child.Engine`. Returns the loudspeaker's name.

        Raises:
            EngineError: ``sound.library``, ``sound.file``, ``loudspeaker.none``, ``loudspeaker.closed``.
            Cancelled: Where it was stopped.
        """
        library()
        refresh()
        try:
            found = find("", output=True)
            if job.op == "play":
                sound = read_wav(Path(str(job.body["path"])))
                self._play(job, found, sound.louder(int(job.body["volume"]) / 100))
        except EngineError as error:
            raise EngineError(error.code, _WORDS.get(error.code, error.message), **error.facts) from error
        return {"device": found.name}

    def _play(self, job: Job, found: Found, sound: Sound) -> None:
        """Plays to the end; the device's own rate is taken where it refuses that of the file.

        PortAudio asks for the samples: told to write them it may wait for ever on a busy computer.
        """
        sound = sound.at_rate(rate_for(found, sound.rate, output=True))
        # What is cut off at the end is silence.
        pieces = memoryview(sound.samples.tobytes() + bytes(_WIDTH * round(sound.rate * _TAIL_SECONDS)))
        over = threading.Event()
        place = 0

        def give(out: Any, frames: int, _at: Any, _status: Any) -> None:
            nonlocal place
            piece = pieces[place : place + frames * _WIDTH]
            place += len(piece)
            out[: len(piece)] = piece
            if len(piece) < len(out):
                out[len(piece) :] = bytes(len(out) - len(piece))
                raise library().CallbackStop

        with opening(found.name, output=True):
            stream = library().RawOutputStream(
                samplerate=sound.rate,
                channels=1,
                dtype="int16",
                device=found.index,
                latency="low",
                blocksize=max(1, round(sound.rate * _BLOCK_SECONDS)),
                callback=give,
                finished_callback=over.set,
            )
        with stream:
            while not over.wait(_BLOCK_SECONDS):
                if job.cancel.cancelled:
                    stream.abort()
                    break
        job.cancel.check()

    def close(self) -> None:
        """Nothing is open between two sounds."""


def engine() -> SoundPlayer:
    """See `child.Engine`."""
    return SoundPlayer()
