"""A language model that says what it was told to say, and fails when it was told to fail."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.config.errors import AssistantError, ModelError
from assistant.domain.cancellation import Cancellation
from assistant.services.model_ports import (
    Completion,
    CompletionRequest,
    ModelRecord,
    ModelState,
    ModelStatus,
    Progress,
)


@dataclass
class Script:
    """One answer: its pieces; with `fails` it breaks off after them; `cancel_after` pieces somebody presses Stop."""

    pieces: Sequence[str]
    fails: AssistantError | None = None
    cancel_after: int | None = None
    during: Callable[[], None] | None = None


@dataclass
class ScriptedModel:
    """The `LanguageModel` port. `requests` holds what it was asked, in order."""

    scripts: list[Script] = field(default_factory=list)
    requests: list[CompletionRequest] = field(default_factory=list)
    closed: bool = False

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[ModelStatus], None]] = []

    def says(self, *texts: str) -> ScriptedModel:
        """One answer more for each text, a word at a time."""
        self.scripts += [Script([word + " " for word in text.split(" ")]) for text in texts]
        return self

    @property
    def status(self) -> ModelStatus:
        return ModelStatus(state=ModelState.READY, model="scripted")

    def subscribe(self, listener: Callable[[ModelStatus], None]) -> None:
        self._listeners.append(listener)

    def load(self) -> None:
        """Always loaded."""

    def warm(self, request: CompletionRequest) -> None:
        """Always warm."""

    def complete(self, request: CompletionRequest, on_text: Callable[[str], None], cancel: Cancellation) -> Completion:
        with self._lock:
            self.requests.append(request)
            if not self.scripts:
                raise AssertionError(f"nobody expected a question to the model: {request.turns[-1].text!r}")
            script = self.scripts.pop(0)
        said: list[str] = []
        for number, piece in enumerate(script.pieces):
            if script.cancel_after == number:
                cancel.cancel()
            if cancel.cancelled:
                break
            said.append(piece)
            on_text(piece)
            if script.during is not None:
                script.during()
        if script.fails is not None:
            raise script.fails
        text = "".join(said)
        return Completion(
            text=text,
            tokens=len(said),
            prompt_tokens=1,
            kept_tokens=0,
            first_token_seconds=0.0,
            seconds=0.0,
            stopped=cancel.cancelled,
        )

    def unload(self) -> None:
        """Nothing to free."""

    def close(self) -> None:
        self.closed = True


class OneModelLibrary:
    """The `ModelLibrary` port with one model, there or not."""

    def __init__(self, *, installed: bool = True, name: str = "starter") -> None:
        self.record = ModelRecord(
            name=name,
            title="Scripted",
            kind="llm",
            size=1,
            sha256="",
            licence="Apache-2.0",
            languages=("en", "zh"),
            memory=1,
            path=Path("/nowhere") if installed else None,
            installed=installed,
            source="test",
        )

    def list(self) -> tuple[ModelRecord, ...]:
        return (self.record,)

    def get(self, name: str) -> ModelRecord:
        if name != self.record.name:
            raise ModelError("model.unknown", f"No model is called {name}.")
        return self.record

    def pull(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> ModelRecord:
        raise ModelError("model.offline", "Working offline.")

    def add(self, path: Path) -> ModelRecord:
        return self.record

    def remove(self, name: str) -> None:
        """Stays."""

    def verify(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> bool:
        return True
