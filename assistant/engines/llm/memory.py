"""Whether a model fits into this computer's memory, decided before anything is loaded."""

from __future__ import annotations

from pathlib import Path

import psutil

from assistant.config.errors import ModelError
from assistant.engines.llm.gguf import Gguf

# The interpreter, llama.cpp itself and a little air.
_BASE = 150 * 1024 * 1024
_CGROUP = Path("/sys/fs/cgroup")


def needed(model: Gguf, context: int, batch: int, *, weights: bool = True) -> int:
    """Bytes of memory the model takes with `context` tokens; without its weights where a graphics card holds them."""
    trained = model.number("context_length", context) or context
    context = min(context, trained)
    own = model.size if weights else 0
    return own + model.state_bytes(context) + model.work_bytes(context, batch) + _BASE


def available() -> int:
    """Bytes that can be had without pushing others out; a container's own limit counts."""
    free = int(psutil.virtual_memory().available)
    try:
        limit = (_CGROUP / "memory.max").read_text().strip()
        used = int((_CGROUP / "memory.current").read_text())
    except (OSError, ValueError):
        return free
    return min(free, max(int(limit) - used, 0)) if limit.isdigit() else free


def check(name: str, needs: int, has: int) -> None:
    """Refuses what does not fit.

    Raises:
        ModelError: ``model.memory``; the facts hold ``needed`` and ``available`` in bytes.
    """
    if needs <= has:
        return
    message = (
        f"The model {name} needs {_gigabytes(needs)} of memory and {_gigabytes(has)} are free. "
        "Close other programs, choose a smaller model or a shorter context."
    )
    raise ModelError("model.memory", message, needed=needs, available=has, model=name)


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB"
