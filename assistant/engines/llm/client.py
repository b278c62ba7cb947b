"""The llm engine as the use cases see it: loads when needed, streams, survives what happens in its process."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.config.errors import AssistantError, Cancelled, EngineError, ModelError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.llm.spec import LoadSpec
from assistant.engines.models.chosen import on_disk
from assistant.engines.protocol import Frame
from assistant.engines.supervisor import STOP_SECONDS, Supervisor, idle_as_set
from assistant.services.model_ports import (
    Completion,
    CompletionRequest,
    ModelLibrary,
    ModelRecord,
    ModelState,
    ModelStatus,
)

_log = logging.getLogger(__name__)

_LOAD_SETTINGS = ("model", "model_context", "gpu_layers", "model_threads")
_TELL_SPEED_EVERY = 1.0
_WINDOWS_ILLEGAL_INSTRUCTION = 0xC000001D


class LlmEngine:
    """The `LanguageModel` port over a child process. See there for what each method promises."""

    def __init__(
        self,
        library: ModelLibrary,
        settings: Settings,
        paths: Paths,
        *,
        available_memory: Callable[[], int] | None = None,
        command: Sequence[str] | None = None,
        stop_seconds: float = STOP_SECONDS,
    ) -> None:
        """Starts nothing yet.

        Args:
            library: Where the models are.
            settings: Changes take effect at the next loading.
            paths: The profile; evaluated prompts are kept there.
            available_memory: Bytes to reckon with instead of what the system says.
            command: The engine's command line instead of this program's own.
            stop_seconds: How long a stopped engine may take before its process is ended instead.
        """
        self._library = library
        self._settings = settings
        self._paths = paths
        self._available_memory = available_memory
        self._lock = threading.RLock()
        self._listeners: list[Callable[[ModelStatus], None]] = []
        self._loaded: LoadSpec | None = None
        self._loading: Future[None] | None = None
        self._warming = Cancellation()
        self._plain = False
        self._closed = False
        self._supervisor = Supervisor(
            "llm",
            idle_seconds=idle_as_set(settings),
            on_end=lambda crashed: self._on_end(crashed=crashed),
            command=command,
            stop_seconds=stop_seconds,
        )
        self._background = ThreadPoolExecutor(1, thread_name_prefix="llm-background")
        self._status = self._resting()
        settings.subscribe(self._on_setting)

    # --------------------------------------------------------------------------------------------------------- status

    @property
    def status(self) -> ModelStatus:
        """See the port."""
        return self._status

    @property
    def pid(self) -> int | None:
        """The process's id, None while there is none."""
        return self._supervisor.pid

    def subscribe(self, listener: Callable[[ModelStatus], None]) -> None:
        """See the port."""
        self._listeners.append(listener)

    def _set(self, status: ModelStatus) -> None:
        with self._lock:
            if status == self._status:
                return
            self._status = status
            for listener in tuple(self._listeners):
                listener(status)

    def _resting(self) -> ModelStatus:
        """The status without a process."""
        name = self._settings.text("model")
        try:
            installed = self._library.get(name).installed
        except AssistantError:
            installed = False
        return ModelStatus(state=ModelState.ASLEEP if installed else ModelState.NONE, model=name)

    def _failed(self, error: AssistantError) -> None:
        state = ModelState.NONE if error.code == "model.missing" else ModelState.FAILED
        name = self._settings.text("model")
        self._set(ModelStatus(state=state, model=name, error_code=error.code, error=error.message))

    def _on_setting(self, key: str) -> None:
        if key in _LOAD_SETTINGS and not self._supervisor.running:
            self._set(self._resting())

    def _on_end(self, *, crashed: bool) -> None:
        with self._lock:
            self._loaded = None
            if not crashed and self._status.state is not ModelState.FAILED:
                self._set(self._resting())

    # -------------------------------------------------------------------------------------------------------- loading

    def load(self) -> None:
        """See the port."""
        self._start_loading()

    def _start_loading(self) -> Future[None]:
        with self._lock:
            if self._loading is None or self._loading.done():
                self._loading = self._submit(self._load)
            return self._loading

    def _submit(self, work: Callable[[], None]) -> Future[None]:
        try:
            return self._background.submit(work)
        except RuntimeError as error:  # the executor has been shut down
            raise EngineError("engine.closed", "The engine llm has been closed.") from error

    def _load(self) -> None:
        """In the background thread. Whoever waits gets the error from the future, everybody else from the status."""
        try:
            spec = self._spec()
            if self._loaded == spec:
                return
            self._set(ModelStatus(state=ModelState.LOADING, model=self._settings.text("model"), progress=0.0))
            self._supervisor.call("load", lambda: {"spec": spec.to_frame()}, self._on_load_frame, Cancellation())
            self._loaded = spec
            self._set(ModelStatus(state=ModelState.READY, model=self._settings.text("model")))
        except AssistantError as error:
            if not self._closed:
                self._failed(error)
            raise

    def _on_load_frame(self, frame: Frame) -> None:
        if frame["kind"] == "progress":
            self._set(replace(self._status, state=ModelState.LOADING, progress=frame["done"]))

    def _spec(self) -> LoadSpec:
        record, path = on_disk(self._library, self._settings.text("model"))
        return LoadSpec(
            path=str(path),
            identity=_identity(record, path),
            context=self._settings.number("model_context"),
            gpu_layers=self._settings.text("gpu_layers"),
            threads=self._settings.number("model_threads"),
            states=str(self._paths.prompt_states),
            plain=self._plain,
            available=self._available_memory() if self._available_memory else None,
        )

    def _wait_loaded(self, cancel: Cancellation) -> None:
        if self._loaded is not None and self._loaded == self._spec():
            return
        asked: Future[None] = Future()
        cancel.on_cancel(lambda: asked.set_result(None))
        loading = self._start_loading()
        wait((loading, asked), return_when=FIRST_COMPLETED)
        cancel.check()
        loading.result()

    # ------------------------------------------------------------------------------------------------------ requests

    def warm(self, request: CompletionRequest) -> None:
        """See the port."""
        with self._lock:
            if self._closed or self._supervisor.busy:
                return
            self._warming = token = Cancellation()
        self._submit(lambda: self._warm(request, token))

    def _warm(self, request: CompletionRequest, token: Cancellation) -> None:
        try:
            self._load()
            self._supervisor.call("warm", lambda: self._body(request), self._on_load_frame, token)
        except Cancelled:
            return
        except AssistantError as error:
            _log.info("the prompt could not be evaluated ahead: %s", error.message)

    def complete(self, request: CompletionRequest, on_text: Callable[[str], None], cancel: Cancellation) -> Completion:
        """See the port."""
        self._warming.cancel()
        try:
            answer = _Answer(on_text, self._set_speed)
            self._run(request, answer, cancel)
        except Cancelled:
            answer.facts["stopped"] = True
        except AssistantError as error:
            error.facts["partial"] = answer.text
            self._after_failure(error)
            raise
        self._set_ready(answer)
        return answer.completion()

    def _run(self, request: CompletionRequest, answer: _Answer, cancel: Cancellation) -> None:
        while True:
            self._wait_loaded(cancel)
            self._set(replace(self._status, state=ModelState.WORKING, progress=None, tokens_per_second=None))
            answer.begin()
            try:
                answer.facts = self._supervisor.call("complete", lambda: self._body(request), answer.take, cancel)
            except EngineError as error:
                if self._plain or answer.text or not _illegal_instruction(error):
                    raise
                # The library was built for a processor feature that is announced but does not work here.
                _log.info("the processor refused an instruction, going on with plain code")
                self._plain = True
                self._loaded = None
            else:
                return

    def _body(self, request: CompletionRequest) -> dict[str, Any]:
        return {
            "spec": (self._loaded or self._spec()).to_frame(),
            "turns": [(turn.role, turn.text) for turn in request.turns],
            "prefix": request.prefix,
            "grammar": request.grammar,
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
            "seed": request.seed,
            "stop": list(request.stop),
        }

    def _set_speed(self, tokens_per_second: float) -> None:
        with self._lock:
            if self._status.state is ModelState.WORKING:
                self._set(replace(self._status, tokens_per_second=tokens_per_second))

    def _set_ready(self, answer: _Answer) -> None:
        with self._lock:
            if self._loaded is not None and self._status.state is ModelState.WORKING:
                speed = answer.speed() or self._status.tokens_per_second
                self._set(replace(self._status, state=ModelState.READY, tokens_per_second=speed))

    def _after_failure(self, error: AssistantError) -> None:
        if self._closed:
            return
        if error.code == "engine.died":
            self._failed(error)
            self._start_loading()
        elif self._loaded is not None:
            self._set(replace(self._status, state=ModelState.READY))
        else:
            self._failed(error)

    # ------------------------------------------------------------------------------------------------------------ end

    def unload(self) -> None:
        """See the port."""
        self._warming.cancel()
        self._supervisor.end()
        self._set(self._resting())

    def close(self) -> None:
        """See the port."""
        self._closed = True
        self._warming.cancel()
        self._supervisor.close()
        self._background.shutdown(wait=False, cancel_futures=True)


class _Answer:
    """Collects one answer in the caller's thread."""

    def __init__(self, on_text: Callable[[str], None], on_speed: Callable[[float], None]) -> None:
        self._on_text = on_text
        self._on_speed = on_speed
        self._began = self._first = self._told = 0.0
        self.text = ""
        self.facts: Frame = {}

    def begin(self) -> None:
        self._began, self._first, self._told = time.monotonic(), 0.0, 0.0

    def take(self, frame: Frame) -> None:
        if frame["kind"] != "text":
            return
        now = time.monotonic()
        if not self._first:
            self._first = self._told = now
        self.text += frame["text"]
        self._on_text(frame["text"])
        if now - self._told >= _TELL_SPEED_EVERY:
            self._told = now
            self._on_speed(frame["tokens"] / (now - self._first))

    def speed(self) -> float | None:
        seconds = self.facts.get("seconds", 0.0)
        return self.facts["tokens"] / seconds if seconds and self.facts["tokens"] > 1 else None

    def completion(self) -> Completion:
        now = time.monotonic()
        began = self._began or now
        return Completion(
            text=self.text,
            tokens=self.facts.get("tokens", 0),
            prompt_tokens=self.facts.get("prompt_tokens", 0),
            kept_tokens=self.facts.get("kept_tokens", 0),
            first_token_seconds=(self._first or now) - began,
            seconds=now - began,
            stopped=self.facts.get("stopped", False),
            cut=self.facts.get("cut", False),
        )


def _identity(record: ModelRecord, path: Path) -> str:
    """Names the content of the model's file as surely as is known without reading it."""
    if record.sha256:
        return record.sha256
    try:
        stat = path.stat()
    except OSError as error:
        raise ModelError("model.missing", f"There is no file {path}.", path=path) from error
    return f"{path}:{stat.st_size}:{stat.st_mtime_ns}"


def _illegal_instruction(error: EngineError) -> bool:
    code = error.facts.get("exit_code")
    return code in (-getattr(signal, "SIGILL", 4), _WINDOWS_ILLEGAL_INSTRUCTION)
