"""The ears engine as the use cases see it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from assistant.config.errors import InputError
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.models.chosen import on_disk
from assistant.engines.protocol import Frame
from assistant.engines.supervisor import Supervisor, Telling, idle_as_set
from assistant.services.model_ports import ModelLibrary
from assistant.services.voice_ports import (
    Devices,
    Ending,
    Hearing,
    HearingKind,
    ListenRequest,
    Segment,
    Sound,
    Transcript,
)

# Native code that makes out words cannot be broken off; it is rarely longer.
_STOP_SECONDS = 4.0
_ECHO_SECONDS = 1.0


class LocalEars:
    """The `Ears` port over a child process. See there for what each method promises."""

    def __init__(self, library: ModelLibrary, settings: Settings) -> None:
        """Starts nothing yet.

        Args:
            library: Where the models are.
            settings: Changes take effect with the next request.
        """
        self._library = library
        self._settings = settings
        self._supervisor = Supervisor("ears", idle_seconds=idle_as_set(settings), stop_seconds=_STOP_SECONDS)
        self._lock = threading.Lock()
        self._listening: Telling | None = None
        self._sounds: deque[Sound] = deque(maxlen=16)
        self._waiting: Cancellation | None = None

    @property
    def pid(self) -> int | None:
        """See the port."""
        return self._supervisor.pid

    def transcribe(
        self, path: Path, *, language: str, on_segment: Callable[[Segment, float], None], cancel: Cancellation
    ) -> Transcript:
        """See the port."""
        if not path.is_file():
            raise InputError("sound.file", f"There is no file {path}.", path=path)
        segments: list[Segment] = []
        total = 0.0

        def take(frame: Frame) -> None:
            nonlocal total
            if frame["kind"] == "length":
                total = frame["seconds"]
            elif frame["kind"] == "segment":
                segments.append(Segment(frame["start"], frame["end"], frame["text"]))
                on_segment(segments[-1], total)

        body = {"spec": self._spec(), "file": str(path.absolute()), "language": language}
        self._stop_waiting()
        done = self._supervisor.call("transcribe", lambda: body, take, cancel)
        return Transcript(
            text=done["text"], language=done["language"], segments=tuple(segments), seconds=done["seconds"]
        )

    def listen(self, request: ListenRequest, on_news: Callable[[Hearing], None], cancel: Cancellation) -> Transcript:
        """See the port."""
        body = {
            "spec": self._spec(),
            "device": self._settings.text("microphone"),
            "language": request.language,
            "likely": request.likely,
            "hints": list(request.hints),
            "held": request.held,
            "patient": request.patient,
            "silence": request.silence,
        }
        done = self._hear("listen", body, on_news, cancel)
        return Transcript(
            text=done["text"],
            language=done["language"],
            seconds=done["seconds"],
            ending=Ending(done["ending"]),
            quiet=done["quiet"],
        )

    def record(self, target: Path, on_news: Callable[[Hearing], None], cancel: Cancellation) -> float:
        """See the port."""
        body = {"device": self._settings.text("microphone"), "file": str(target.absolute())}
        return float(self._hear("record", body, on_news, cancel)["seconds"])

    def _hear(
        self, op: str, body: Mapping[str, Any], on_news: Callable[[Hearing], None], cancel: Cancellation
    ) -> Frame:
        """One request that `finish` and `played` reach; what sounds just now is told at its beginning."""
        self._stop_waiting()
        telling = Telling()
        with self._lock:
            self._listening = telling
            now = time.monotonic()
            for sound in self._sounds:
                if sound.at + len(sound.energies) * sound.frame > now - _ECHO_SECONDS:
                    telling.tell(**_told(sound))
        try:
            return self._supervisor.call(op, lambda: body, lambda frame: _news(frame, on_news), cancel, telling)
        finally:
            with self._lock:
                if self._listening is telling:
                    self._listening = None

    def wait_for_word(self, word: str, on_news: Callable[[Hearing], None], cancel: Cancellation) -> None:
        """See the port."""
        body = {"device": self._settings.text("microphone"), "word": word}
        with self._lock:
            self._waiting = cancel
        try:
            self._supervisor.call("wake", lambda: body, lambda frame: _news(frame, on_news), cancel)
        finally:
            with self._lock:
                if self._waiting is cancel:
                    self._waiting = None

    def _stop_waiting(self) -> None:
        """Whatever else is asked of the ears is more important than waiting for a word."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.cancel()

    def finish(self) -> None:
        """See the port."""
        self._tell(finish=True)

    def played(self, sound: Sound) -> None:
        """See the port."""
        with self._lock:
            self._sounds.append(sound)
        self._tell(**_told(sound))

    def _tell(self, **fields: Any) -> None:
        with self._lock:
            telling = self._listening
        if telling is not None:
            telling.tell(**fields)

    def devices(self) -> Devices:
        """See the port."""
        self._stop_waiting()
        found = self._supervisor.call("devices", dict, lambda _frame: None, Cancellation())
        return Devices(tuple(found["inputs"]), tuple(found["outputs"]))

    def close(self) -> None:
        """See the port."""
        self._supervisor.close()

    def _spec(self) -> dict[str, Any]:
        _, path = on_disk(self._library, self._settings.text("ears_model"))
        device = "cpu" if self._settings.text("gpu_layers") == "off" else "auto"
        return {"path": str(path), "device": device, "threads": self._settings.number("model_threads")}


def _told(sound: Sound) -> dict[str, Any]:
    return {"at": sound.at, "frame": sound.frame, "energies": sound.energies}


def _news(frame: Frame, on_news: Callable[[Hearing], None]) -> None:
    on_news(
        Hearing(
            kind=HearingKind(frame["kind"]),
            level=frame.get("level", 0.0),
            text=frame.get("text", ""),
            sure=frame.get("sure", 0),
            language=frame.get("language", ""),
        )
    )
