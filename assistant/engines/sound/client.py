"""The sounds of reminders as the window sees them: asked for, and played by a process that cannot hold it up."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from assistant.config.errors import AssistantError, Cancelled, EngineError
from assistant.config.resources import resource_path
from assistant.domain.cancellation import Cancellation
from assistant.engines.supervisor import Supervisor

_log = logging.getLogger(__name__)

_IDLE_SECONDS = 60.0
_LONGEST_SECONDS = 12.0
_LOOK_SECONDS = 6.0


class SoundEngine:
    """The `Sounds` port over a child process. See there for what each method promises."""

    def __init__(self, *, command: Sequence[str] | None = None, longest_seconds: float = _LONGEST_SECONDS) -> None:
        """Starts nothing yet.

        Args:
            command: The engine's command line instead of this program's own.
            longest_seconds: After how long a sound that does not end is ended with its process.
        """
        self._longest = longest_seconds
        self._supervisor = Supervisor("sound", idle_seconds=lambda: _IDLE_SECONDS, command=command)
        self._lock = threading.Lock()
        self._playing = Cancellation()
        self._name = ""
        self._trouble = ""
        self._closed = False
        self._player = ThreadPoolExecutor(1, thread_name_prefix="sound")

    @property
    def pid(self) -> int | None:
        """The id of its process; None while there is none."""
        return self._supervisor.pid

    def play(self, sound: str, volume: int) -> None:
        """See `Sounds.play`."""
        with self._lock:
            # An alarm that cut itself off with each beat would never be heard where the loudspeaker is slow.
            if self._closed or (sound == self._name and not self._playing.cancelled):
                return
            self._playing.cancel()
            self._playing = cancel = Cancellation()
            self._name = sound
            self._player.submit(self._play, sound, volume, cancel)

    def stop(self) -> None:
        """See `Sounds.stop`."""
        with self._lock:
            self._playing.cancel()

    def look(self) -> str:
        """See `Sounds.look`."""
        return self._call("look", {}, Cancellation(), _LOOK_SECONDS)

    def close(self) -> None:
        """See `Sounds.close`."""
        with self._lock:
            self._closed = True
            self._playing.cancel()
        self._supervisor.close()
        self._player.shutdown(wait=False, cancel_futures=True)

    def _play(self, sound: str, volume: int, cancel: Cancellation) -> None:
        """In the player's thread. What goes wrong is told once, until it goes well again."""
        if cancel.cancelled:
            return
        path = resource_path(f"sounds/{sound}.wav")
        try:
            device = self._to_its_end({"path": str(path), "volume": volume}, cancel)
        except Cancelled:
            return
        except AssistantError as error:
            level = logging.DEBUG if error.code in (self._trouble, "engine.closed") else logging.INFO
            _log.log(level, "no sound (%s): %s", error.code, error.message)
            self._trouble = error.code
            return
        self._trouble = ""
        _log.info("sounded %s at %d %% on %s", sound, volume, device)

    def _to_its_end(self, body: dict[str, object], cancel: Cancellation) -> str:
        """Plays; afterwards the same sound may be asked for again. Raises what `_call` does.

        A loudspeaker that hung is tried once more by a fresh process: a reminder is to be heard.
        """
        try:
            try:
                return self._call("play", body, cancel, self._longest)
            except EngineError as error:
                if error.code != "sound.hangs":
                    raise
                return self._call("play", body, cancel, self._longest)
        finally:
            with self._lock:
                if self._playing is cancel:
                    self._name = ""

    def _call(self, op: str, body: dict[str, object], cancel: Cancellation, seconds: float) -> str:
        """Does one request, and ends it after some time.

        Raises:
            EngineError: ``sound.hangs`` where it had to be ended; as the engine raised it.
            Cancelled: Where somebody stopped it.
        """
        late = Cancellation()
        cancel.on_cancel(late.cancel)
        timer = threading.Timer(seconds, late.cancel)
        timer.daemon = True
        timer.start()
        try:
            frame = self._supervisor.call(op, lambda: body, lambda _frame: None, late)
        except Cancelled as ended:
            if cancel.cancelled:
                raise
            message = "The loudspeaker does not answer; the sound was ended."
            raise EngineError("sound.hangs", message) from ended
        finally:
            timer.cancel()
        return str(frame.get("device", ""))
