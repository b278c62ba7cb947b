"""The mouth engine's inside: speak, synthesise, voices. Runs in its own process."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from assistant.config.errors import EngineError
from assistant.engines.audio.bands import RATE, SECONDS, bands
from assistant.engines.audio.files import Samples, convert, write_wav
from assistant.engines.child import Job
from assistant.engines.mouth import voices
from assistant.engines.mouth.voices import Spec, Voice
from assistant.engines.priority import step_back
from assistant.engines.protocol import Frame

_log = logging.getLogger(__name__)

_BREATH = 0.18
_AHEAD_SECONDS = 20.0


def engine() -> MouthEngine:
    """What the child's main loop runs."""
    return MouthEngine()


class MouthEngine:
    """Keeps the voices that were used."""

    def __init__(self) -> None:
        self._sessions: dict[str, Any] = {}
        self._voices: dict[tuple[Spec, str], Voice] = {}
        # Voices are loaded and used in a thread that steps back, so that nothing makes the loudspeaker stutter.
        self._making = ThreadPoolExecutor(1, thread_name_prefix="mouth-voice", initializer=step_back)

    def run(self, job: Job) -> Mapping[str, object]:
        """One request; see `assistant.engines.child.Engine`."""
        if job.op == "voices":
            return {"voices": voices.system_voices()}
        if job.op == "load":
            return {"rate": self.voice(job.body, job.body["language"]).rate}
        if job.op == "synthesise":
            return self._synthesise(job)
        if job.op == "speak":
            return _Speaking(job, self).run()
        raise EngineError("engine.failed", f"The mouth engine knows no {job.op}.")

    def close(self) -> None:
        """Nothing needs saving."""

    def make(self, voice: Voice, text: str, job: Job) -> Samples:
        """A sentence as sound, at the voice's rate.

        Raises:
            EngineError: ``voice.failed``.
        """
        return self._making.submit(voice.speak, text, job.body["speed"], job.cancel).result()

    def voice(self, body: Mapping[str, Any], language: str) -> Voice:
        """The voice chosen for a language; where a part of it is missing, the system's own.

        Raises:
            EngineError: ``voice.none``, ``voice.failed``.
        """
        return self._making.submit(self._voice, body, language).result()

    def _voice(self, body: Mapping[str, Any], language: str) -> Voice:
        spec = Spec(**body["voices"][language])
        key = (spec, language)
        if key not in self._voices:
            try:
                self._voices[key] = voices.make(spec, language, self._sessions)
            except EngineError as error:
                if spec.kind == "system" or not body["fall_back"]:
                    raise
                _log.info("%s", error.message)
                self._voices[key] = voices.make(Spec("system"), language, self._sessions)
        return self._voices[key]

    def _synthesise(self, job: Job) -> Mapping[str, object]:
        body = job.body
        pieces: list[Samples] = []
        voice = self.voice(body, body["language"])
        rate = voice.rate
        for number, sentence in enumerate(body["sentences"]):
            job.cancel.check()
            pieces += [self.make(voice, sentence, job), _breath(rate)]
            job.send("progress", done=number + 1)
        samples = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
        write_wav(Path(body["target"]), samples * body["volume"], rate)
        return {"seconds": len(samples) / rate}


class _Speaking:
    """One utterance: sentences come, sound goes out."""

    def __init__(self, job: Job, engine: MouthEngine) -> None:
        from assistant.engines.mouth.player import Player  # needs PortAudio, writing a file does not

        self._job = job
        self._engine = engine
        self._energies: dict[int, list[list[float]]] = {}
        self._player = Player(job.body["device"], job.body["volume"])

    def run(self) -> Mapping[str, object]:
        """Until everything was said."""
        telling = threading.Thread(target=self._tell, name="mouth-telling")
        telling.start()
        self._job.cancel.on_cancel(self._player.stop)
        self._job.heed(self._heed)
        try:
            self._say_all()
            if not self._player.drain():
                raise EngineError("loudspeaker.lost", "The loudspeaker does not answer any more. Was it unplugged?")
            self._job.cancel.check()
        finally:
            self._player.close()
            telling.join()
        return {}

    def _heed(self, told: Frame) -> bool:
        """In the thread that reads: a person is not to wait until a sentence has been made."""
        if "hold" not in told:
            return False
        self._player.hold(held=told["hold"])
        return True

    def _say_all(self) -> None:
        number = 0
        while True:
            self._job.cancel.check()
            try:
                told = self._job.told.get(timeout=0.02)
            except queue.Empty:
                continue
            if told.get("end"):
                return
            self._say(number, told["text"], told["language"])
            number += 1

    def _say(self, number: int, text: str, language: str) -> None:
        if not text:
            return
        while self._player.waiting > _AHEAD_SECONDS:
            self._job.cancel.check()
            threading.Event().wait(0.1)
        voice = self._engine.voice(self._job.body, language)
        rate = voice.rate
        try:
            samples = self._engine.make(voice, text, self._job)
        except EngineError as error:
            # One sentence that cannot be said does not silence the rest.
            _log.info("a sentence was left out: %s", error.message)
            return
        sounding = convert(samples, rate, RATE) * self._job.body["volume"]
        self._energies[number] = [[float(f"{value:.2e}") for value in frame] for frame in bands(sounding)]
        self._player.add(number, np.concatenate([samples, _breath(rate)]), rate)

    def _tell(self) -> None:
        """In a thread: says when each sentence begins to sound."""
        last = -1
        while (sounding := self._player.begun.get()) is not None:
            number = sounding.number
            if number is None:
                self._job.send("sound", at=sounding.at, frame=SECONDS, energies=[])
                continue
            if number > last:
                self._energies.pop(last, None)
                self._job.send("sentence", number=number)
                last = number
            begun = int(sounding.offset / SECONDS)
            at = sounding.at + begun * SECONDS - sounding.offset
            self._job.send("sound", at=at, frame=SECONDS, energies=self._energies[number][begun:])


def _breath(rate: int) -> Samples:
    return np.zeros(int(rate * _BREATH), np.float32)
