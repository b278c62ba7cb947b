"""What the two sides of the llm engine tell each other about loading. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

# The memory of one evaluation step. Small steps keep the longest native call, and so the wait for a stop, short;
# on the CPU they cost no speed.
BATCH_CPU = 128
BATCH_GPU = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadSpec:
    """How the model is to be loaded; two equal ones need no second loading.

    Attributes:
        path: The GGUF file.
        identity: Names the file's content: its SHA-256 where known, else size and time of change.
        context: Tokens the model sees at once.
        gpu_layers: ``auto``, ``off`` or a number.
        threads: Processor cores; 0 chooses.
        states: Folder of kept prompt states; empty keeps none.
        plain: Leave out code made for special processor features (after it crashed).
        available: Bytes of memory to reckon with; None asks the system.
    """

    path: str
    identity: str
    context: int
    gpu_layers: str = "auto"
    threads: int = 0
    states: str = ""
    plain: bool = False
    available: int | None = None

    def to_frame(self) -> dict[str, Any]:
        """As it travels."""
        return asdict(self)

    @classmethod
    def from_frame(cls, frame: dict[str, Any]) -> LoadSpec:
        """As it arrives."""
        return cls(**frame)
