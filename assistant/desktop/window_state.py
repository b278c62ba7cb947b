"""Where the window stood and what it showed: kept in a small file that may be lost without harm."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

_log = logging.getLogger(__name__)

FILE = "window.json"
"""Its name in the folder of states."""


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


def place_of(window: QWidget) -> dict[str, object]:
    """Where a window stands when it is not maximised, and whether it is."""
    place = window.normalGeometry()
    return {"place": [place.x(), place.y(), place.width(), place.height()], "maximised": window.isMaximized()}


def restore_place(window: QWidget, state: Mapping[str, object]) -> None:
    """Puts a window where `place_of` found it, if there still is a screen."""
    place = state.get("place")
    if isinstance(place, list) and len(place) == 4 and all(isinstance(value, int) for value in place):
        screen = QApplication.screenAt(QPoint(place[0] + 40, place[1] + 10))
        if screen is not None:
            window.setGeometry(*place)
    if state.get("maximised") is True:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
