"""Sound files and rates, through PyAV (FFmpeg). Samples are float32 in [-1, 1], mono."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from assistant.config.errors import InputError

Samples = npt.NDArray[np.float32]

_FULL = 32767


class Resampler:
    """Changes the rate of a stream of pieces."""

    def __init__(self, given: int, wanted: int) -> None:
        """Rates in Hz."""
        self._given = given
        self._resampler = av.AudioResampler(format="flt", layout="mono", rate=wanted) if given != wanted else None

    def feed(self, samples: Samples) -> Samples:
        """The next piece at the wanted rate; a little of it may come with the next one."""
        if self._resampler is None:
            return samples
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[None, :]), format="flt", layout="mono")
        frame.sample_rate = self._given
        return _joined(self._resampler.resample(frame))

    def finish(self) -> Samples:
        """What was kept back."""
        return _joined(self._resampler.resample(None)) if self._resampler is not None else np.zeros(0, np.float32)


def convert(samples: Samples, given: int, wanted: int) -> Samples:
    """A whole sound at another rate."""
    resampler = Resampler(given, wanted)
    return np.concatenate([resampler.feed(samples), resampler.finish()])


def decode(path: Path, rate: int) -> Samples:
    """Reads any sound file, or the sound of a film, at this rate.

    Raises:
        InputError: ``sound.file`` where it cannot be read or holds no sound.
    """
    try:
        with av.open(str(path), metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise InputError("sound.file", f"There is no sound in {path.name}.", path=path)
            resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
            pieces: list[Samples] = []
            for frame in container.decode(audio=0):
                frame.pts = None
                pieces.append(_joined(resampler.resample(frame)))
            pieces.append(_joined(resampler.resample(None)))
    except (av.FFmpegError, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError("sound.file", f"{path.name} cannot be read as sound: {reason}.", path=path) from error
    return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)


def as_pcm(samples: Samples) -> bytes:
    """The samples in 16 bits each, little-endian; what is too loud is cut off."""
    return (np.clip(samples, -1, 1) * _FULL).astype("<i2").tobytes()


def write_wav(path: Path, samples: Samples, rate: int) -> None:
    """Writes 16-bit mono WAV.

    Raises:
        InputError: ``sound.unwritable``.
    """
    try:
        with path.open("wb") as file, wave.open(file, "wb") as target:
            target.setnchannels(1)
            target.setsampwidth(2)
            target.setframerate(rate)
            target.writeframes(as_pcm(samples))
    except OSError as error:
        message = f"{path} could not be written: {error.strerror}."
        raise InputError("sound.unwritable", message, path=path) from error


def _joined(frames: list[Any]) -> Samples:
    pieces = [frame.to_ndarray().reshape(-1) for frame in frames]
    return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
