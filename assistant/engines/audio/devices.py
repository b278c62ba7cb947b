"""Microphones and loudspeakers, through PortAudio. Only ever used inside an engine's process."""

from __future__ import annotations

import contextlib
import importlib
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from assistant.config.errors import EngineError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """A device that was found: its number for PortAudio, its name, its own rate in Hz, its channels."""

    index: int
    name: str
    rate: int
    channels: int


_BELIEVED = 1.0


class Clock:
    """A stream's clock. Its callbacks may come late on a busy computer; the times that it gives them are right."""

    def __init__(self, stream: Any) -> None:
        self._ahead = time.monotonic() - float(stream.time)

    def monotonic(self, moment: float) -> float:
        """A time of the stream's, in monotonic seconds; now where the device gives none that can be believed."""
        now, found = time.monotonic(), moment + self._ahead
        return found if abs(found - now) < _BELIEVED else now


def library() -> ModuleType:
    """The module sounddevice.

    Raises:
        EngineError: ``sound.library`` where PortAudio is not installed.
    """
    try:
        sounddevice = importlib.import_module("sounddevice")
    except OSError as error:
        message = "Sound cannot be used: the system's PortAudio library (libportaudio2) is not installed."
        raise EngineError("sound.library", message, reason=str(error)) from error
    return sounddevice


def refresh() -> None:
    """Looks for devices again; no stream may be open. PortAudio knows only those that were there when it started."""
    sound = library()
    sound._terminate()
    sound._initialize()


def names() -> dict[str, list[str]]:
    """Names of all devices that there are now: ``inputs`` and ``outputs``, the system's own choice first."""
    refresh()
    sound = library()
    found: dict[str, list[str]] = {"inputs": [], "outputs": []}
    for place, key in ((0, "inputs"), (1, "outputs")):
        chosen = _default(sound, place)
        every = [(index, device) for index, device in enumerate(sound.query_devices()) if _channels(device, place)]
        every.sort(key=lambda pair: pair[0] != chosen)
        found[key] = list(dict.fromkeys(str(device["name"]) for _, device in every))
    return found


def find(name: str, *, output: bool) -> Found:
    """The device of this name, or where it is not there (or `name` is empty) the system's choice.

    Raises:
        EngineError: ``microphone.none`` or ``loudspeaker.none``.
    """
    sound = library()
    place = 1 if output else 0
    every = [(index, device) for index, device in enumerate(sound.query_devices()) if _channels(device, place)]
    wanted = [pair for pair in every if name and pair[1]["name"] == name]
    default = [pair for pair in every if pair[0] == _default(sound, place)]
    for index, device in (*wanted, *default, *every):
        rate = int(device["default_samplerate"])
        return Found(index, str(device["name"]), rate, _channels(device, place))
    if output:
        raise EngineError("loudspeaker.none", "No loudspeaker was found. The answer can be read.")
    raise EngineError("microphone.none", "No microphone was found. You can keep typing.")


def rate_for(found: Found, wanted: int, *, output: bool) -> int:
    """`wanted` where the device takes one channel at that rate, else its own. Hz."""
    sound = library()
    check = sound.check_output_settings if output else sound.check_input_settings
    try:
        check(device=found.index, samplerate=wanted, channels=1)
    except sound.PortAudioError:
        return found.rate
    return wanted


@contextlib.contextmanager
def opening(name: str, *, output: bool) -> Iterator[None]:
    """Turns PortAudio's own errors while a device is being opened into words.

    Raises:
        EngineError: ``microphone.closed`` or ``loudspeaker.closed``.
    """
    sound = library()
    try:
        yield
    except sound.PortAudioError as error:
        _log.info("%s: %s", name, error)
        kind = "loudspeaker" if output else "microphone"
        message = (
            f"The {kind} {name} could not be opened: another program holds it, or the system does not allow it. "
            + ("The answer can be read." if output else "You can keep typing.")
        )
        raise EngineError(f"{kind}.closed", message, device=name, reason=str(error)) from error


def _channels(device: Any, place: int) -> int:
    return int(device["max_output_channels"] if place else device["max_input_channels"])


def _default(sound: ModuleType, place: int) -> int:
    return int(sound.default.device[place])
