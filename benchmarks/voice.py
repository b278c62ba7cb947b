"""Ears and mouth over a microphone and a loudspeaker of PulseAudio's, beside faster-whisper itself."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
import wave
from pathlib import Path

import faster_whisper

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.voice.session import VoiceSession, VoiceState, VoiceView
from assistant.services.voice_ports import Hearing, HearingKind, ListenRequest, Transcript
from benchmarks.report import Figure, median, percentile

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from helpers.sound_room import Room

_SENTENCE = "Remind me to call the dentist tomorrow at three in the afternoon."
_LONG = "I will tell you a long story about a man who had a dog, and the dog had a house with a garden. " * 4
_RUNS = 3
_ENDPOINT = 0.3
_NOTICED = 0.25


def _quiet(_news: object) -> None: ...


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


def _stopping(assistant: Assistant, room: Room) -> Figure:
    """From the key to silence, on the recorded loudspeaker."""
    waits = []
    for _ in range(_RUNS):
        talk = _Talk(assistant)
        with room.recording() as recording:
            talk.session.speak(_LONG, "en")
            talk.wait(VoiceState.SPEAKING)
            while not (recording.loud()[-10:] > 0.01).any():
                time.sleep(0.01)
            asked = recording.seconds
            talk.session.cancel()
            time.sleep(1.0)
            loud = recording.loud()
        last = max(number for number, one in enumerate(loud) if one > 0.004) * 0.02 + 0.02
        waits.append(max(0.0, (last - asked) * 1000))
    return Figure("from the key to silence", median(waits), "ms", 200, detail=f"{[round(one) for one in waits]} ms")


def _interrupting(assistant: Assistant, room: Room, sound: Path) -> Figure:
    """From the first sound somebody makes to silence on the loudspeaker, less the quarter second it takes to notice."""
    waits = []
    for _ in range(_RUNS):
        talk = _Talk(assistant)
        with room.recording() as recording:
            talk.session.speak(_LONG, "en")
            talk.wait(VoiceState.SPEAKING)
            time.sleep(2.5)
            began = recording.seconds
            player = room.speak(sound)
            talk.wait(VoiceState.LISTENING)
            time.sleep(1.0)
            talk.session.cancel()
            loud = recording.loud()
            player.kill()
            player.wait()
        last = max(number for number, one in enumerate(loud) if one > 0.004) * 0.02 + 0.02
        waits.append((last - began - _NOTICED) * 1000)
    return Figure(
        "speaking into the answer to silence, less 250 ms",
        median(waits),
        "ms",
        200,
        detail=f"{[round(one) for one in waits]} ms, the player's own start of some 50 ms included",
    )


def _lag(assistant: Assistant, room: Room, sound: Path) -> Figure:
    """How late the window's loop is while ears and mouth work."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication.instance() or QCoreApplication([])
    lags: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        lags.append(max(0.0, (now - last) * 1000 - 5))
        last = now

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(tick)
    timer.start()
    work = threading.Thread(target=lambda: _ours(assistant, room, sound))
    utterance = assistant.mouth.begin(_quiet)
    utterance.add(_SENTENCE, "en")
    utterance.end()
    work.start()
    while work.is_alive():
        app.processEvents()
        time.sleep(0.0005)
    utterance.wait()
    return Figure(
        "lag of the event loop while ears and mouth work, p99",
        percentile(lags, 0.99),
        "ms",
        16,
        detail=f"median {median(lags):.1f} ms, {len(lags)} ticks",
    )


def measure() -> list[Figure]:
    """All figures; needs pulseaudio, the model ears-base and the voice joe."""
    folder = Path(tempfile.mkdtemp(prefix="room", dir="/tmp"))
    room = Room(folder)
    os.environ.update(room.variables)
    paths = Paths.profile(folder / "profile")
    paths.ensure()
    settings = Settings(None)
    settings.set("voice_en", "joe")
    assistant = build(paths, settings)
    try:
        sound = folder / "said.wav"
        assistant.mouth.synthesise([_SENTENCE], "en", "joe", sound, Cancellation())
        model = assistant.library.get("ears-base").path
        if model is None:
            raise RuntimeError("the model ears-base is not here: assistant models pull ears-base")
        return [
            _hearing(assistant, room, sound, model),
            _stopping(assistant, room),
            _interrupting(assistant, room, sound),
            _lag(assistant, room, sound),
        ]
    finally:
        assistant.close()
        room.close()
        shutil.rmtree(folder, ignore_errors=True)
