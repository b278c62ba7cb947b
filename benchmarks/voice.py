"""Ears and mouth over a microphone and a loudspeaker of PulseAudio's, beside faster-whisper itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import faster_whisper

from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.voice.session import VoiceSession
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Hearing, HearingKind, ListenRequest, Transcript
from benchmarks.report import Figure, median
from benchmarks.room import hall
from benchmarks.voice_window import lag
from tests.helpers.sound_room import Recording, Room

_SENTENCE = "Remind me to call the dentist tomorrow at three in the afternoon."
_LONG = "I will tell you a long story about a man who had a dog, and the dog had a house with a garden. " * 4
_RUNS = 3
_COUPLED = 60
_ANOTHER_ROOM = 11.0  # within ten seconds the ears take it for the room they know
_ENDPOINT = 0.3
_PIECE = 0.01
_SILENCE = 0.004


def _length(sound: Path) -> float:
    with wave.open(str(sound)) as file:
        return float(file.getnframes() / file.getframerate())


def _library_seconds(model: faster_whisper.WhisperModel, sound: Path) -> float:
    began = time.perf_counter()
    found, _ = model.transcribe(str(sound), language="en")
    list(found)
    return time.perf_counter() - began


def _ours(assistant: Assistant, room: Room, sound: Path) -> tuple[float, Transcript]:
    """Seconds from the end of the speech to the words."""
    opened = threading.Event()

    def news(hearing: Hearing) -> None:
        if hearing.kind is HearingKind.OPEN:
            opened.set()

    ended: list[float] = []

    def speak() -> None:
        opened.wait(30)
        room.speak(sound).wait()
        ended.append(time.perf_counter())

    speaker = threading.Thread(target=speak)
    speaker.start()
    heard = assistant.ears.listen(ListenRequest(language="en"), news, Cancellation())
    words_at = time.perf_counter()
    speaker.join()
    return words_at - ended[0], heard


def _hearing(assistant: Assistant, room: Room, sound: Path, model: Path) -> Figure:
    peer = faster_whisper.WhisperModel(str(model), device="cpu", compute_type="int8", local_files_only=True)
    theirs, ours = [], []
    for run in range(_RUNS + 1):
        library = _library_seconds(peer, sound)
        seconds, heard = _ours(assistant, room, sound)
        if "dentist" not in heard.text.lower():
            raise RuntimeError(f"heard: {heard.text}")
        if run:
            theirs.append(library)
            ours.append(seconds)
    ratio = (median(ours) - _ENDPOINT) / median(theirs)
    return Figure(
        "end of speech to words, less 0.3 s, in the library's own time",
        ratio,
        "x",
        1.15,
        detail=f"{median(ours):.2f} s, faster-whisper {median(theirs):.2f} s, for {_length(sound):.1f} s of speech",
    )


class _Talk:
    def __init__(self, assistant: Assistant) -> None:
        self.session = VoiceSession(
            lambda: assistant.ears,
            lambda: assistant.mouth,
            assistant.settings,
            show=self._show,
            heard=lambda _heard: self.session.drop(),
        )
        self.at: dict[VoiceState, float] = {}

    def _show(self, view: VoiceView) -> None:
        self.at.setdefault(view.state, time.perf_counter())

    def wait(self, state: VoiceState) -> None:
        end = time.monotonic() + 60
        while state not in self.at:
            if time.monotonic() > end:
                raise RuntimeError(f"never {state}")
            time.sleep(0.002)


def _loud(recording: Recording) -> list[tuple[float, float]]:
    """Loudness, with its moments on the clock of `time.monotonic`."""
    loud = recording.loud(_PIECE)
    began = time.monotonic() - len(loud) * _PIECE
    return [(began + (number + 1) * _PIECE, float(one)) for number, one in enumerate(loud)]


def _last(recording: Recording) -> float:
    """When the last sound was to be heard."""
    return max(at for at, one in _loud(recording) if one > _SILENCE)


def _first(recording: Recording, after: float) -> float:
    """When it was first clearly louder than until the moment `after`."""
    pieces = _loud(recording)
    before = max([_SILENCE, *(one for at, one in pieces if at <= after)])
    return min(at for at, one in pieces if at > after and one > 1.5 * before)


def _stopping(assistant: Assistant, room: Room) -> list[float]:
    """Milliseconds from the key to silence, on the recorded loudspeaker."""
    waits = []
    for _ in range(_RUNS):
        talk = _Talk(assistant)
        with room.recording() as recording:
            talk.session.speak(_LONG, "en")
            talk.wait(VoiceState.SPEAKING)
            while not (recording.loud()[-10:] > 0.01).any():
                time.sleep(0.01)
            asked = time.monotonic()
            talk.session.cancel()
            time.sleep(1.0)
            waits.append(max(0.0, (_last(recording) - asked) * 1000))
    return waits


def _interrupting(assistant: Assistant, room: Room, sound: Path) -> list[float]:
    """Milliseconds from the first sound on the recorded microphone to silence on the recorded loudspeaker."""
    waits = []
    for _ in range(_RUNS):
        talk = _Talk(assistant)
        with room.recording() as loudspeaker, room.recording("mic.monitor") as microphone:
            talk.session.speak(_LONG, "en")
            talk.wait(VoiceState.SPEAKING)
            time.sleep(2.5)
            asked = time.monotonic()
            player = room.speak(sound)
            talk.wait(VoiceState.LISTENING)
            time.sleep(1.0)
            talk.session.cancel()
            waits.append((_last(loudspeaker) - _first(microphone, asked)) * 1000)
            player.kill()
            player.wait()
    return waits


@contextmanager
def _busy() -> Iterator[None]:
    """Other programs want every core as well."""
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def _silence(assistant: Assistant, room: Room, sound: Path) -> list[Figure]:
    """How soon the mouth is silent, with the computer to itself and without."""
    made = []
    for busy in (False, True):
        with _busy() if busy else nullcontext():
            waits = {
                "from the key to silence": _stopping(assistant, room),
                "from somebody's first sound to silence": _interrupting(assistant, room, sound),
            }
            time.sleep(_ANOTHER_ROOM)
            with room.coupled(_COUPLED):
                waits["the same where the microphone hears the loudspeaker"] = _interrupting(assistant, room, sound)
        for name, found in waits.items():
            detail = f"{[round(one) for one in found]} ms"
            made.append(Figure(f"{name}{', busy' if busy else ''}", median(found), "ms", 200, detail=detail))
    return made


def measure() -> list[Figure]:
    """All figures; needs pulseaudio."""
    with hall("ears-base", "mouth-joe", "tiny") as here:
        assistant, room = here.assistant, here.room
        sound = here.folder / "said.wav"
        assistant.mouth.synthesise([_SENTENCE], "en", "joe", sound, Cancellation())
        model = assistant.library.get("ears-base").path
        assert model is not None, "it was pulled"
        assistant.settings.set("model", "tiny")
        return [
            _hearing(assistant, room, sound, model),
            *_silence(assistant, room, sound),
            lag(here, lambda: _ours(assistant, room, sound)),
        ]
