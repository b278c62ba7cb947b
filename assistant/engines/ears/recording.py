"""A memo: the microphone's sound in a file, safe from the first second on, whatever becomes of it later."""

from __future__ import annotations

import queue
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np

from assistant.config.errors import InputError
from assistant.engines.audio.bands import RATE
from assistant.engines.audio.files import as_pcm
from assistant.engines.child import Job
from assistant.engines.ears.listening import shown_level
from assistant.engines.ears.microphone import Microphone

_LONGEST = 900.0
_FLUSHED = 2 * RATE


def record(job: Job) -> Mapping[str, object]:
    """Records until it is told to finish; the answer holds the length in seconds."""
    target = Path(job.body["file"])
    seconds = 0.0
    with Microphone(job.body["device"]) as microphone, _opened(target) as file, wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        job.send("open", text=microphone.name)
        unwritten = 0
        while seconds < _LONGEST and not _finished(job):
            job.cancel.check()
            piece = microphone.read(0.1)
            if piece is None:
                continue
            samples = piece[1]
            sound.writeframes(as_pcm(samples))
            seconds += len(samples) / RATE
            unwritten += len(samples)
            if unwritten >= _FLUSHED:
                file.flush()
                unwritten = 0
            loud = float(np.sqrt(np.mean(samples**2))) if len(samples) else 0.0
            job.send("level", level=round(shown_level(loud), 3))
    job.send("closed")
    return {"seconds": seconds}


def _opened(target: Path) -> BinaryIO:
    try:
        return target.open("wb")
    except OSError as error:
        raise InputError("sound.unwritable", f"{target} cannot be written: {error.strerror}.", path=target) from error


def _finished(job: Job) -> bool:
    finished = False
    while True:
        try:
            finished = bool(job.told.get_nowait().get("finish")) or finished
        except queue.Empty:
            return finished
