"""The ears engine's inside: transcribe, listen, record, wake, devices. Runs in its own process."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.config.errors import EngineError
from assistant.engines.audio import devices
from assistant.engines.child import Job
from assistant.engines.priority import step_back

if TYPE_CHECKING:
    from assistant.engines.ears.echo import EchoGate
    from assistant.engines.ears.whisper import Spec, Whisper


def engine() -> EarsEngine:
    """What the child's main loop runs."""
    return EarsEngine()


class EarsEngine:
    """Holds at most one model."""

    def __init__(self) -> None:
        self._spec: Spec | None = None
        self._model: Future[Whisper] | None = None
        # Its threads are those of the thread that loads it: it is not to make the listening late.
        self._loading = ThreadPoolExecutor(1, thread_name_prefix="ears-load", initializer=step_back)
        self._echo: EchoGate | None = None

    def run(self, job: Job) -> Mapping[str, object]:
        """One request; see `assistant.engines.child.Engine`."""
        if job.op == "devices":
            return devices.names()
        if job.op == "wake":
            from assistant.engines.ears.waking import wait_for_word

            return wait_for_word(job)
        if job.op == "record":
            from assistant.engines.ears.recording import record

            return record(job)
        model = self._load(job.body["spec"])
        if job.op == "transcribe":
            return _transcribe(job, model.result())
        if job.op == "listen":
            from assistant.engines.ears.echo import EchoGate
            from assistant.engines.ears.listening import Listening  # needs PortAudio, a file does not

            self._echo = self._echo or EchoGate()
            return Listening(job, model, self._echo).run()
        raise EngineError("engine.failed", f"The ears engine knows no {job.op}.")

    def close(self) -> None:
        """Nothing needs saving."""

    def _load(self, given: dict[str, Any]) -> Future[Whisper]:
        """The model, which may still be on its way: nobody has to wait for it to be listened to."""
        from assistant.engines.ears.whisper import Spec, Whisper  # large; looking for devices does without

        spec = Spec(**given)
        broken = self._model is not None and self._model.done() and self._model.exception() is not None
        if self._model is None or self._spec != spec or broken:
            self._model = None
            self._model = self._loading.submit(Whisper, spec)
            self._spec = spec
        return self._model


def _transcribe(job: Job, model: Whisper) -> Mapping[str, object]:
    from assistant.engines.audio import files
    from assistant.engines.audio.bands import RATE
    from assistant.engines.ears.whisper import joined, seconds

    samples = files.decode(Path(job.body["file"]), RATE)
    total = seconds(samples)
    job.send("length", seconds=total)
    if not len(samples):
        return {"text": "", "language": job.body["language"] or "en", "seconds": 0.0}
    language = job.body["language"] or model.language_of(samples, (), job.cancel)
    texts = []
    for piece in model.pieces(samples, language, skip_silence=True, cancel=job.cancel):
        job.cancel.check()
        texts.append(piece.text)
        job.send("segment", start=round(piece.start, 3), end=round(piece.end, 3), text=piece.text.strip())
    return {"text": joined(texts, language), "language": language, "seconds": total}
