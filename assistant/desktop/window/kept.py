"""Where the window stood and what it showed, from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from assistant.config.paths import Paths
from assistant.desktop.state_file import load_state, save_state
from assistant.desktop.window.rail import SECTIONS

if TYPE_CHECKING:
    from assistant.desktop.window.main import MainWindow


def state_path(paths: Paths) -> Path:
    """The file that is there once a window was closed in this profile."""
    return paths.state / "window.json"


def keep(window: MainWindow, path: Path) -> None:
    """Keeps place, size, section and panes."""
    shown = {"section": window.sections.current, "panes": window.panes.state(), "calendar": window.calendar.state()}
    save_state(path, {**_place_of(window), **shown})


def restore(window: MainWindow, path: Path) -> None:
    """Shows what was kept; a section that the person chose meanwhile stays."""
    state = load_state(path)
    _restore_place(window, state)
    panes = state.get("panes")
    if isinstance(panes, dict):
        window.panes.restore(panes)
    calendar = state.get("calendar")
    if isinstance(calendar, dict):
        window.calendar.restore(calendar)
    kept, current = state.get("section"), window.sections.current
    window.show_section(kept if kept in SECTIONS and kept != "settings" and current == "home" else current)


def _place_of(window: QWidget) -> dict[str, object]:
    """Where a window stands when it is not maximised, and whether it is."""
    place = window.normalGeometry()
    return {"place": [place.x(), place.y(), place.width(), place.height()], "maximised": window.isMaximized()}


def _restore_place(window: QWidget, state: Mapping[str, object]) -> None:
    """Puts a window where `_place_of` found it, if there still is a screen."""
    place = state.get("place")
    if isinstance(place, list) and len(place) == 4 and all(isinstance(value, int) for value in place):
        screen = QApplication.screenAt(QPoint(place[0] + 40, place[1] + 10))
        if screen is not None:
            window.setGeometry(*place)
    if state.get("maximised") is True:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
