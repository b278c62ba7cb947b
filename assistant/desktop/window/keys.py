"""The keys that work wherever one is in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from assistant.desktop.dock.actions import MEMO
from assistant.desktop.field_menus import DICTATE
from assistant.desktop.looks import Looks
from assistant.desktop.window.panes import CALENDAR, CHAT, TASKS
from assistant.desktop.window.rail import SECTIONS
from assistant.desktop.window.regions import focus_next

if TYPE_CHECKING:
    from assistant.desktop.window.main import MainWindow


def add_keys(window: MainWindow, looks: Looks) -> None:
    """Binds them; once the window has its panes."""
    regions = (window.navigation.rail, window.sections, window.dock, window.status)
    keys: dict[str, Callable[[], object]] = {
        "Ctrl+L": window.dock.focus_text,
        "Ctrl+Z": window.undoing.undo,
        "Ctrl+Shift+Z": window.undoing.redo,
        "Ctrl+.": window.chat.stop,
        "Ctrl+N": window.new_chat,
        "Ctrl+,": partial(window.show_section, "settings"),
        "Ctrl+Shift+T": looks.next_theme,
        "Ctrl+=": partial(looks.grow_text, 1),
        "Ctrl+-": partial(looks.grow_text, -1),
        "Ctrl+0": looks.usual_text,
        "F6": partial(focus_next, regions, 1),
        "Shift+F6": partial(focus_next, regions, -1),
        "Ctrl+Alt+M": window.voice.toggle,
        DICTATE: window.voice.dictate,
        MEMO: window.voice.memo,
        "Ctrl+Alt+R": window.popups.focus_newest,
        "Ctrl+Q": window.quitWanted.emit,
    }
    for number, section in enumerate(SECTIONS[:-1], 1):
        keys[f"Ctrl+{number}"] = partial(window.show_section, section)
    for number, pane in enumerate((CHAT, CALENDAR, TASKS), 1):
        keys[f"Ctrl+Shift+{number}"] = partial(window.panes.toggle, pane)
    for key, action in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(action)
