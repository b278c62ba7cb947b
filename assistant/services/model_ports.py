"""What the use cases need of the language model and of the models on disk, as Protocols. `bootstrap` chooses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from assistant.domain.cancellation import Cancellation


class ModelState(StrEnum):
    """As the status bar shows it."""

    NONE = "none"
    DOWNLOADING = "downloading"
    LOADING = "loading"
    READY = "ready"
    WORKING = "working"
    ASLEEP = "asleep"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelStatus:
    """State of the language model; `progress` from 0 to 1 while loading or downloading, None where unknown."""

    state: ModelState
    model: str = ""
    progress: float | None = None
    tokens_per_second: float | None = None
    error_code: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a prompt; role is "system", "user" or "assistant"."""

    role: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionRequest:
    """What the model is asked.

    The first `prefix` turns are the same in many requests: their evaluated state is kept on disk. `grammar` is GBNF.
    The answer ends before any of the `stop` texts.
    """

    turns: tuple[Turn, ...]
    prefix: int = 0
    grammar: str | None = None
    max_tokens: int = 1024
    temperature: float = 0.7
    seed: int | None = None
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What came back. `stopped` where it was cancelled: `text` is what there was until then."""

    text: str
    tokens: int
    prompt_tokens: int
    kept_tokens: int
    first_token_seconds: float
    seconds: float
    stopped: bool = False
    cut: bool = False


class LanguageModel(Protocol):
    """The llm engine. All methods may be called from any thread; only `complete` blocks."""

    @property
    def status(self) -> ModelStatus: ...

    def subscribe(self, listener: Callable[[ModelStatus], None]) -> None:
        """`listener(status)` on every change, in a thread of the engine's; it must return quickly."""
        ...

    def load(self) -> None:
        """Starts loading in the background if it is not loaded; returns at once."""
        ...

    def warm(self, request: CompletionRequest) -> None:
        """Evaluates and keeps the request's prefix in the background, if the engine has nothing else to do."""
        ...

    def complete(self, request: CompletionRequest, on_text: Callable[[str], None], cancel: Cancellation) -> Completion:
        """Waits for the model, then streams; `on_text` gets each new piece, in the calling thread.

        Raises:
            ModelError: ``model.missing``, ``model.damaged``, ``model.memory`` (with figures), ``model.failed``.
            EngineError: ``engine.died`` where the process ended in the middle; ``facts["partial"]`` holds the text.
        """
        ...

    def unload(self) -> None:
        """Ends the process; its memory returns to the system."""
        ...

    def close(self) -> None:
        """Ends the process for good. Idempotent; at most a second."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRecord:
    """A model of the catalogue or one added by hand. Sizes in bytes.

    `recommended` is the one of its kind to take where nobody knows better; `for_tests` is not offered to a person.
    """

    name: str
    title: str
    kind: str
    size: int
    sha256: str
    licence: str
    languages: tuple[str, ...]
    memory: int
    path: Path | None
    installed: bool
    source: str
    recommended: bool = False
    for_tests: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download or check is. Bytes; `total` 0 where unknown."""

    done: int
    total: int


class ModelLibrary(Protocol):
    """Models on disk and where to get more. `pull` and `verify` block and may be cancelled."""

    def list(self) -> tuple[ModelRecord, ...]: ...
    def get(self, name: str) -> ModelRecord: ...

    def pull(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> ModelRecord:
        """Fetches, resuming what is there, and verifies. Raises ModelError: ``model.offline``, ``model.network``,
        ``model.checksum``, ``model.disk``."""
        ...

    def add(self, path: Path) -> ModelRecord: ...
    def remove(self, name: str) -> None: ...

    def verify(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> bool:
        """True where the file's SHA-256 is the declared one."""
        ...


__all__ = [
    "Completion",
    "CompletionRequest",
    "LanguageModel",
    "ModelLibrary",
    "ModelRecord",
    "ModelState",
    "ModelStatus",
    "Progress",
    "Turn",
]
