"""Keeps one engine: starts its process when it is needed, gives it one request at a time, ends it when idle."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from assistant.config import errors
from assistant.config.errors import AssistantError, Cancelled, EngineError
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.process import EngineProcess, engine_command
from assistant.engines.protocol import Frame

_log = logging.getLogger(__name__)

STOP_SECONDS = 0.25
CLOSE_SECONDS = 0.6
_WAITS = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)


class Telling:
    """What is said to a request while it is being done. `tell` may be called from any thread, also before it begins."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._early: list[Mapping[str, Any]] = []
        self._send: Callable[[Mapping[str, Any]], object] | None = None

    def tell(self, **fields: Any) -> None:
        """Says something to the request; what comes after its end is lost."""
        with self._lock:
            if self._send is None:
                self._early.append(fields)
            else:
                self._send(fields)

    def attach(self, send: Callable[[Mapping[str, Any]], object]) -> None:
        """The request is on its way: `send` takes what is told from now on."""
        with self._lock:
            for fields in self._early:
                send(fields)
            self._early, self._send = [], send


def idle_as_set(settings: Settings) -> Callable[[], float]:
    """The `idle_seconds` of an engine that holds a model: as the person has it in the settings at that time."""
    return lambda: settings.number("model_idle_minutes") * 60.0


class Supervisor:
    """Owns the process of one engine. All methods may be called from any thread.

    Requests are done one at a time, in the order of asking. A process that dies fails the request it was working on,
    and the next one starts another process: at once after the first death, later and later after more in a row.
    """

    def __init__(
        self,
        name: str,
        *,
        idle_seconds: Callable[[], float] = lambda: 0.0,
        on_end: Callable[[bool], None] = lambda _crashed: None,
        command: Sequence[str] | None = None,
        stop_seconds: float = STOP_SECONDS,
    ) -> None:
        """Starts nothing yet.

        Args:
            name: The engine's name.
            idle_seconds: After how long without work the process is ended; 0 keeps it. Asked after each request.
            on_end: `on_end(crashed)` when a process has ended, in a thread of the supervisor's.
            command: Instead of this program's own (tests).
            stop_seconds: How long a stopped engine may take before its process is ended instead.
        """
        self._name = name
        self._idle_seconds = idle_seconds
        self._on_end = on_end
        self._command = list(command) if command is not None else engine_command(name)
        self._stop_seconds = stop_seconds
        self._line = threading.Condition()
        self._waiting: deque[object] = deque()
        self._process: EngineProcess | None = None
        self._closed = False
        self._deaths = 0
        self._last_id = 0
        self._timer: threading.Timer | None = None
        # The kernel ends a child with the thread that started it, so one thread that stays starts them all.
        self._starter = ThreadPoolExecutor(1, thread_name_prefix=f"{name}-starter")

    @property
    def running(self) -> bool:
        """True while there is a process."""
        return self._process is not None

    @property
    def busy(self) -> bool:
        """True while a request is being done or waits."""
        return bool(self._waiting)

    @property
    def pid(self) -> int | None:
        """The process's id."""
        process = self._process
        return process.pid if process else None

    def call(
        self,
        op: str,
        body: Callable[[], Mapping[str, Any]],
        on_frame: Callable[[Frame], None],
        cancel: Cancellation,
        telling: Telling | None = None,
    ) -> Frame:
        """Does one request and waits for its end.

        Args:
            op: What the engine is to do.
            body: Makes the request's fields, when its turn has come.
            on_frame: Gets what comes on the way, in this thread.
            cancel: Stops it: the engine is told, and ended where it does not obey in time.
            telling: What is said to it on the way.

        Returns:
            The engine's last frame, of kind ``done``.

        Raises:
            AssistantError: As the engine raised it.
            EngineError: ``engine.died``, ``engine.start``, ``engine.closed``.
            Cancelled: Where it stopped without an answer.
        """
        with self._turn(cancel):
            process = self._ensure(cancel)
            self._last_id += 1
            number = self._last_id
            cancel.check()
            if not process.send({**body(), "id": number, "op": op}):
                raise self._died(process)
            if telling is not None:
                telling.attach(lambda fields: process.send({**fields, "id": number, "op": "tell"}))
            cancel.on_cancel(lambda: process.frames.put({"kind": "asked", "id": number}))
            return self._follow(process, number, on_frame)

    def end(self) -> None:
        """Ends the process if there is one, within a second. The next request starts another."""
        with self._line:
            process, self._process = self._process, None
            self._stop_timer()
        if process is not None:
            if self.busy:
                process.kill()
            process.end(CLOSE_SECONDS)

    def close(self) -> None:
        """Ends the process for good; later requests are refused. Idempotent."""
        with self._line:
            self._closed = True
            self._line.notify_all()
        self.end()
        self._starter.shutdown(wait=False)

    # ------------------------------------------------------------------------------------------------------- one turn

    @contextmanager
    def _turn(self, cancel: Cancellation) -> Iterator[None]:
        ticket = object()

        def wake() -> None:
            with self._line:
                self._line.notify_all()

        with self._line:
            self._waiting.append(ticket)
        try:
            cancel.on_cancel(wake)
            with self._line:
                self._line.wait_for(lambda: self._closed or cancel.cancelled or self._waiting[0] is ticket)
                self._refuse_closed()
                cancel.check()
                self._stop_timer()
            yield
        finally:
            with self._line:
                self._waiting.remove(ticket)
                self._line.notify_all()
                if not self._waiting:
                    self._start_timer()

    def _follow(self, process: EngineProcess, number: int, on_frame: Callable[[Frame], None]) -> Frame:
        deadline: float | None = None
        while True:
            try:
                wait = None if deadline is None else max(deadline - time.monotonic(), 0.0)
                frame = process.frames.get(timeout=wait)
            except queue.Empty:
                _log.info("%s did not stop in time, its process is ended", self._name)
                self._drop(process)
                raise Cancelled from None
            if frame is None:
                raise self._died(process)
            if frame.get("id") != number:
                continue
            match frame["kind"]:
                case "asked":
                    process.send({"id": number, "op": "cancel"})
                    deadline = time.monotonic() + self._stop_seconds
                case "done":
                    self._deaths = 0
                    return frame
                case "cancelled":
                    raise Cancelled
                case "error":
                    raise _rebuilt(frame)
                case _:
                    on_frame(frame)

    # ---------------------------------------------------------------------------------------------------- the process

    def _ensure(self, cancel: Cancellation) -> EngineProcess:
        process = self._process
        if process is not None:
            if process.exit_code is None:
                return process
            self._died(process)
        self._wait_after_deaths(cancel)
        try:
            process = self._starter.submit(EngineProcess, self._name, self._command, self._ended).result()
        except OSError as error:
            message = f"The engine {self._name} could not be started: {error.strerror}."
            raise EngineError("engine.start", message, reason=str(error)) from error
        except RuntimeError as error:  # the starter was shut down in between
            raise self._closed_error() from error
        with self._line:
            if not self._closed:
                self._process = process
                return process
        process.kill()
        raise self._closed_error()

    def _wait_after_deaths(self, cancel: Cancellation) -> None:
        seconds = _WAITS[min(max(self._deaths - 1, 0), len(_WAITS) - 1)]
        if not seconds:
            return
        with self._line:
            self._line.wait_for(lambda: self._closed or cancel.cancelled, timeout=seconds)
            self._refuse_closed()
        cancel.check()

    def _died(self, process: EngineProcess) -> EngineError:
        """Notes a death and makes the error that tells of it."""
        ours = self._forget(process)
        if ours:
            self._deaths += 1
        code = process.exit_code
        _log.info("the engine %s ended by itself (%s): %s", self._name, code, " | ".join(process.last_words))
        message = "The engine stopped unexpectedly. Nothing else is lost; it starts again with the next request."
        return EngineError("engine.died", message, engine=self._name, exit_code=code)

    def _drop(self, process: EngineProcess) -> None:
        self._forget(process)
        process.kill()

    def _forget(self, process: EngineProcess) -> bool:
        with self._line:
            if self._process is not process:
                return False
            self._process = None
            return True

    def _ended(self, process: EngineProcess) -> None:
        """In the reader's thread, when a process is gone for whatever reason."""
        if not self.busy and self._forget(process):
            self._deaths += 1
        self._on_end(not process.dismissed)

    # ----------------------------------------------------------------------------------------------------------- idle

    def _start_timer(self) -> None:
        seconds = self._idle_seconds()
        if self._process is None or self._closed or seconds <= 0:
            return
        self._timer = threading.Timer(seconds, self._idle)
        self._timer.daemon = True
        self._timer.name = f"{self._name}-idle"
        self._timer.start()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _idle(self) -> None:
        with self._line:
            if self._waiting or self._timer is not threading.current_thread():
                return
            process, self._process, self._timer = self._process, None, None
        if process is not None:
            _log.info("the engine %s is idle and is ended", self._name)
            process.end(CLOSE_SECONDS)

    def _refuse_closed(self) -> None:
        if self._closed:
            raise self._closed_error()

    def _closed_error(self) -> EngineError:
        return EngineError("engine.closed", f"The engine {self._name} has been closed.")


def _rebuilt(frame: Frame) -> AssistantError:
    family = getattr(errors, frame["family"], EngineError)
    error: AssistantError = family(frame["code"], frame["message"], **frame["facts"])
    return error
