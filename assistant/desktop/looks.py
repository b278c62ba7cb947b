"""Theme, size of text and language: what the settings say of them holds at once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from assistant.desktop.desk import Desk
from assistant.desktop.language import chosen_language, install_language
from assistant.desktop.theme import theme

_LOOKS = ("theme", "text_size", "reduce_motion")
_WORDS = ("language", "clock", "first_day", "date_order")
_THEMES = ("light", "dark", "system")
_SIZES = (90, 100, 115, 130, 150)


class Looks(QObject):
    """Follows the settings, and changes them by key. GUI thread; made once the desk is ready."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.settingChanged.connect(self._follow)

    def next_theme(self) -> None:
        """Light, dark, as the system has it, and round again."""
        now = self._desk.assistant.settings.text("theme")
        self._desk.change_setting("theme", _THEMES[(_THEMES.index(now) + 1) % len(_THEMES)])

    def grow_text(self, step: int) -> None:
        """The next size of text up (1) or down (-1)."""
        here = _SIZES.index(self._desk.assistant.settings.number("text_size"))
        self._desk.change_setting("text_size", _SIZES[max(0, min(here + step, len(_SIZES) - 1))])

    def usual_text(self) -> None:
        """The size of text that the program came with."""
        self._desk.change_setting("text_size", 100)

    def _follow(self, key: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        language = chosen_language(self._desk.assistant.settings)
        if key == "language":
            install_language(app, language)
        if key in (*_LOOKS, "language"):
            theme().apply(app, language)
        if key in _WORDS:
            self._desk.languageChanged.emit()
