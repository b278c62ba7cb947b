"""What every test of the window gets: a theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from assistant.config.settings import Settings
from assistant.desktop.theme import install_theme


@pytest.fixture
def themed(qapp: QApplication) -> None:
    """The light theme in English, from default settings."""
    settings = Settings(None)
    settings.set("theme", "light")
    install_theme(qapp, settings, "en")
