"""A desk over real services and a real database, for tests of the window's parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.config.paths import Paths
from assistant.desktop.desk import Desk
from assistant.desktop.theme import install_theme
from assistant.desktop.window import MainWindow
from assistant.store import open_store
from tests.helpers.clock import FakeClock
from tests.helpers.household import Household
from tests.helpers.waiting import until


@contextmanager
def open_desk(app: QApplication, folder: Path, *, model_installed: bool = True) -> Iterator[tuple[Household, Desk]]:
    """The services of a fresh profile in `folder` on SQLite, with a scripted model and a clock that stands still."""
    clock = FakeClock()
    paths = Paths.profile(folder)
    paths.ensure()
    home = Household(clock=clock, store=open_store(paths, clock), model_installed=model_installed, folder=folder)
    home.settings.set("language", "en")
    home.settings.set("theme", "light")
    home.settings.set("reduce_motion", True)
    install_theme(app, home.settings, "en")
    desk = Desk(home.assistant)
    try:
        yield home, desk
    finally:
        desk.close()
        home.assistant.close()


def settle(desk: Desk, *lanes: str, rounds: int = 3) -> None:
    """Waits until what was queued in these lanes has come home, and what that queued in turn; the widgets show it."""
    for lane in (lanes or ("store",)) * rounds:
        home: list[object] = []
        desk.background.run(lambda: None, home.append, lane=lane)
        until(lambda home=home: QApplication.processEvents() or bool(home), 10)
        QApplication.processEvents()


@contextmanager
def shown_window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    """The main window over a desk, on the screen; closing it ends it."""
    window = MainWindow(desk)
    window.quitting = True
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    qtbot.waitExposed(window)
    try:
        yield window
    finally:
        window.close()
