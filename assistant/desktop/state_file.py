"""Small files that keep how things were shown: they may be lost without harm."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def load_state(path: Path) -> dict[str, Any]:
    """What was saved; empty where there is none or it cannot be read."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.info("%s was not read: %s", path.name, error)
        return {}
    return state if isinstance(state, dict) else {}


def save_state(path: Path, state: dict[str, Any]) -> None:
    """Writes it, atomically; a full disk costs how things were shown, nothing else."""
    fresh = path.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(state), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        _log.info("%s was not kept: %s", path.name, error)
