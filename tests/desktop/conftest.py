"""What every test of the window gets: a theme."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from assistant.config.settings import Settings
from assistant.desktop.language import install_language
from assistant.desktop.theme import install_theme


@pytest.fixture
def themed(qapp: QApplication) -> None:
    """The light theme in English, from default settings."""
    settings = Settings(None)
    settings.set("theme", "light")
    install_theme(qapp, settings, "en")


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    """Every test starts with the English plurals, whatever language the one before it left."""
    install_language(qapp, "en")


@pytest.fixture(autouse=True)
def _garbage_between_tests() -> Iterator[None]:
    """As in the program: cycles with widgets in them are collected in the GUI thread, between two events."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
