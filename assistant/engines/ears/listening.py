"""One listening: microphone, end of speech, words while they are spoken, words in the end."""

from __future__ import annotations

import logging
import queue
from collections.abc import Mapping
from concurrent.futures import Future

import numpy as np

from assistant.config.errors import EngineError
from assistant.engines.audio.bands import COUNT, FRAME, RATE, SECONDS, Bands, bands
from assistant.engines.audio.files import Samples
from assistant.engines.child import Job
from assistant.engines.ears.echo import EchoGate
from assistant.engines.ears.endpoint import Endpoint
from assistant.engines.ears.guards import complete
from assistant.engines.ears.interrupting import LONGEST_FRAMES, Interrupting, Step
from assistant.engines.ears.microphone import Microphone
from assistant.engines.ears.voice_activity import VoiceActivity
from assistant.engines.ears.whisper import Heard, Whisper
from assistant.engines.ears.words import Words
from assistant.services.voice_ports import USUAL_SILENCE

_log = logging.getLogger(__name__)

_BEFORE = 0.4
_PAUSE = 0.25
_SHORT_SILENCE = 0.7
_NOTHING_AFTER = 8.0
_LONGEST = 120.0
_KEPT_FRAMES = int(_BEFORE / SECONDS) + 16 + LONGEST_FRAMES
_QUIET_DB = -52.0
_FLOOR_DB, _CEILING_DB = -60.0, -12.0
_SPEECH = 0.5


class Listening:
    """Runs in the main thread of the process; the model works in a thread beside it."""

    def __init__(self, job: Job, model: Future[Whisper], echo: EchoGate) -> None:
        body = job.body
        self._job = job
        self._echo = echo
        self._likely: str = body["likely"]
        self._held: bool = body["held"]
        self._patient: bool = body["patient"]
        self._silence: float = body["silence"]
        self._endpoint = Endpoint()
        self._into = Interrupting()
        self._doubtful: list[tuple[float, Bands]] = []
        self._activity = VoiceActivity()
        self._sound: list[Samples] = []
        self._rest: Samples = np.zeros(0, np.float32)
        self._finished = False
        self._loudest = 0.0
        self._words = Words(model, body["language"], body["hints"])
        self._told = ""

    def run(self) -> Mapping[str, object]:
        """Listens; the answer's fields are those of `Transcript`."""
        try:
            with Microphone(self._job) as microphone:
                ending = self._listen(microphone)
            self._job.send("closed")
            return self._answer(ending)
        finally:
            self._words.close()

    # ------------------------------------------------------------------------------------------------------ listening

    def _listen(self, microphone: Microphone) -> str:
        while True:
            self._job.cancel.check()
            self._words.check()
            self._take_told()
            if self._finished:
                return "finished"
            try:
                piece = microphone.read(0.1)
            except EngineError as error:
                error.facts["text"] = self._answer("finished")["text"] if self._endpoint.spoken else ""
                raise
            if piece is not None:
                self._take(*piece)
            ending = self._ending()
            if ending:
                return ending

    def _take_told(self) -> None:
        while True:
            try:
                told = self._job.told.get_nowait()
            except queue.Empty:
                return
            if told.get("finish"):
                self._finished = True
            elif "energies" in told:
                energies = np.array(told["energies"], np.float32).reshape(-1, COUNT)
                self._echo.expect(told["at"], told["frame"], energies)

    def _take(self, at: float, samples: Samples) -> None:
        """`at` is when the last of the samples was heard."""
        self._rest = np.concatenate([self._rest, samples])
        while len(self._rest) >= FRAME:
            frame, self._rest = self._rest[:FRAME], self._rest[FRAME:]
            self._take_frame(frame, at - len(self._rest) / RATE)

    def _take_frame(self, frame: Samples, at: float) -> None:
        speaking = self._echo.speaking(at)
        chance = self._activity.chance(frame)
        heard = bands(frame)[0]
        if not self._echo.somebody(at, heard):
            chance = 0.0
        loud = float(np.sqrt(np.mean(frame**2)))
        self._sound.append(frame)
        beside = self._patient and not self._endpoint.spoken and (speaking or self._into.holding)
        if self._beside(chance, at, heard) if beside else self._endpoint.feed(chance):
            self._job.send("speech", language=self._words.language)
            self._sound = self._sound[-int(_BEFORE / SECONDS) - self._endpoint.frames + self._endpoint.began :]
            self._words.begin()
        elif not self._endpoint.spoken and len(self._sound) > _KEPT_FRAMES and not self._held:
            del self._sound[0]
        if self._endpoint.spoken and self._endpoint.quiet == 0.0:
            self._loudest = max(self._loudest, loud)
        if not (self._patient and speaking and not self._endpoint.spoken):
            self._job.send("level", level=round(shown_level(loud), 3))
        self._think()

    def _beside(self, chance: float, at: float, heard: Bands) -> bool:
        """The next frame while the mouth speaks; True where speech begins, some frames ago."""
        self._endpoint.feed(0.0)
        speech, faded = chance >= _SPEECH, self._echo.faded(at)
        if not self._into.frames:
            self._doubtful.clear()
        if speech:
            self._doubtful.append((at, heard))
        judged = self._into.holding and faded and self._doubtful
        certain = self._echo.inexplicable(self._doubtful) if judged else 0
        step = self._into.feed(speech=speech, faded=faded, certain=certain)
        if step is Step.SPEECH:
            self._endpoint.begin(self._into.frames)
        elif step is not None:
            self._job.send(step)
        if step is Step.GO_ON and self._doubtful:
            self._echo.was_own(self._doubtful)
        return step is Step.SPEECH

    def _ending(self) -> str:
        endpoint = self._endpoint
        heard_seconds = endpoint.frames * SECONDS
        if endpoint.spoken and len(self._sound) * SECONDS > _LONGEST:
            return "long"
        if self._held:
            return "long" if heard_seconds > _LONGEST else ""
        if not endpoint.spoken:
            return "nothing" if heard_seconds > _NOTHING_AFTER and not self._patient else ""
        if endpoint.quiet >= self._silence:
            return "silence"
        soon = endpoint.quiet >= _SHORT_SILENCE and self._silence <= USUAL_SILENCE
        return "silence" if soon and self._made_out() else ""

    def _made_out(self) -> bool:
        """True where the words are there already and sound complete."""
        heard = self._words.made_out(self._said)
        return heard is not None and complete(heard.text)

    # ---------------------------------------------------------------------------------------------------------- words

    @property
    def _said(self) -> int:
        """The number of frames up to the last speech."""
        return len(self._sound) - int(self._endpoint.quiet / SECONDS)

    def _think(self) -> None:
        """Starts making out the words so far where that may be of use, and tells what was made out."""
        heard = self._words.poll()
        if heard is not None:
            self._tell(heard)
        if not self._endpoint.spoken:
            return
        if self._endpoint.quiet >= _PAUSE:
            self._words.pausing(self._sound, self._said)
        elif self._endpoint.quiet == 0.0:
            self._words.speaking(self._sound)

    def _tell(self, heard: Heard) -> None:
        if heard.text and heard.text != self._told:
            same = next((at for at, (a, b) in enumerate(zip(heard.text, self._told, strict=False)) if a != b), None)
            sure = min(len(heard.text), len(self._told)) if same is None else same
            self._told = heard.text
            self._job.send("partial", text=heard.text, sure=sure, language=heard.language)

    def _answer(self, ending: str) -> Mapping[str, object]:
        # What came before a key was let go may be too short for the ear but not for the person.
        held_speech = self._held and len(self._sound) * SECONDS > 2 * _BEFORE
        language = self._words.language or self._likely
        facts = {"ending": ending, "seconds": len(self._sound) * SECONDS, "language": language}
        if not self._endpoint.spoken and not held_speech:
            self._check_alive()
            return {**facts, "ending": "nothing", "text": "", "quiet": False}
        self._job.cancel.on_cancel(self._words.close)
        heard = self._words.final(self._sound, self._said)
        self._job.cancel.check()
        quiet = 20 * np.log10(max(self._loudest, 1e-9)) < _QUIET_DB and self._endpoint.spoken
        return {**facts, "text": heard.text, "language": heard.language, "quiet": bool(quiet)}

    def _check_alive(self) -> None:
        heard_nothing = self._sound and not any(frame.any() for frame in self._sound)
        if heard_nothing and not self._patient and self._endpoint.frames * SECONDS > _NOTHING_AFTER / 2:
            message = (
                "The microphone gives no sound at all: it is switched off, or the system does not allow it. "
                "You can keep typing."
            )
            raise EngineError("microphone.silent", message)


def shown_level(loud: float) -> float:
    """A loudness as the meter shows it, 0 to 1."""
    decibels = 20 * np.log10(max(loud, 1e-9))
    return float(np.clip((decibels - _FLOOR_DB) / (_CEILING_DB - _FLOOR_DB), 0.0, 1.0))
