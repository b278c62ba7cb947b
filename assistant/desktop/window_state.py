"""Where the window stood and what it showed: kept in a small file that may be lost without harm."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def load_window_state(path: Path) -> dict[str, Any]:
    """What was saved; empty where there is none or it cannot be read."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.info("the window's state was not read: %s", error)
        return {}
    return state if isinstance(state, dict) else {}


def save_window_state(path: Path, state: dict[str, Any]) -> None:
    """Writes it, atomically; a full disk costs the window's place, nothing else."""
    fresh = path.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(state), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        _log.info("the window's state was not kept: %s", error)
