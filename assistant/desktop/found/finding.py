"""Opens search, sources and history over the window, and carries out what is chosen there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from assistant.desktop.found.history_list import HistoryList
from assistant.desktop.found.palette import Command, Palette
from assistant.desktop.found.source_list import SourceList
from assistant.domain.conversation import ReceiptItem
from assistant.domain.items import ItemKind
from assistant.domain.journal import JournalEntry
from assistant.domain.search import Found
from assistant.services.search import SearchResult

if TYPE_CHECKING:
    from assistant.desktop.desk import Desk
    from assistant.desktop.found.overlay import Overlay
    from assistant.desktop.window import MainWindow


class Finding(QObject):
    """One a window. Ctrl+K and Ctrl+F search, Ctrl+H shows the history."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._shown: Overlay | None = None
        for keys, action in {
            "Ctrl+K": self.search,
            "Ctrl+F": self.search,
            "Ctrl+H": self.history,
            "Ctrl+Y": window.undoing.redo,
        }.items():
            QShortcut(QKeySequence(keys), window).activated.connect(action)
        desk.itemsListed.connect(self.sources)
        window.navigation.searchWanted.connect(self.search)
        window.navigation.historyWanted.connect(self.history)

    @property
    def shown(self) -> Overlay | None:
        """The box that is open; None where there is none."""
        alive = self._shown is not None and shiboken6.isValid(self._shown) and not self._shown.isHidden()
        return self._shown if alive else None

    def search(self) -> None:
        """Opens the search, or closes it where it is open."""
        palette = self._fresh(lambda: Palette(self._desk, self._commands(), self._window), Palette)
        if isinstance(palette, Palette):
            palette.opened.connect(self._open_result)
            palette.asked.connect(self._window.dock.fill)
            palette.begin()

    def history(self) -> None:
        """Opens the history, or closes it where it is open."""
        box = self._fresh(lambda: HistoryList(self._desk, self._window), HistoryList)
        if isinstance(box, HistoryList):
            box.undoWanted.connect(self._window.undoing.undo)
            box.redoWanted.connect(self._window.undoing.redo)
            box.restoreWanted.connect(self._restore)
            box.begin()

    def sources(self, items: Sequence[ReceiptItem]) -> None:
        """Shows what an answer was drawn from."""
        box = self._fresh(lambda: SourceList(self._desk, items, self._window), None)
        if isinstance(box, SourceList):
            box.opened.connect(self._open_item)
            box.begin()

    def _fresh(self, made: Callable[[], Overlay], same: type[Overlay] | None) -> Overlay | None:
        """A new box in place of the open one; None where that was of the same kind and is closed now."""
        if not self._desk.ready:
            return None
        open_now = self.shown
        if open_now is not None:
            open_now.dismiss()
            if same is not None and isinstance(open_now, same):
                return None
        self._shown = made()
        return self._shown

    # ------------------------------------------------------------------ what was chosen

    def _open_result(self, found: SearchResult) -> None:
        if found.kind is Found.MESSAGE:
            self._window.open_chat(found.uid)
        elif found.item is not None:
            self._desk.open_item(str(found.item.item_kind), found.uid, found.recurrence_id)

    def _open_item(self, item: ReceiptItem) -> None:
        self._desk.open_item(str(item.item_kind), item.uid, item.recurrence_id)

    def _restore(self, entry: int, kind: str, uid: str) -> None:
        undo = self._desk.assistant.undo
        self._desk.background.run(lambda: undo.put_back(entry, ItemKind(kind), uid), self._restored, owner=self)

    def _restored(self, entry: JournalEntry) -> None:
        self._desk.toast(self._desk.wording.entry(entry), entry.id)

    # ------------------------------------------------------------------ commands

    def _commands(self) -> list[Command]:
        window = self._window
        show = window.show_section
        return [
            Command(self.tr("Go to Home"), "house", "Ctrl+1", lambda: show("home")),
            Command(self.tr("Go to Calendar"), "calendar", "Ctrl+2", lambda: show("calendar")),
            Command(self.tr("Go to Tasks"), "list-checks", "Ctrl+3", lambda: show("tasks")),
            Command(self.tr("Undo"), "undo-2", "Ctrl+Z", window.undoing.undo),
            Command(self.tr("Redo"), "redo-2", "Ctrl+Shift+Z", window.undoing.redo),
            Command(self.tr("History"), "history", "Ctrl+H", self.history),
            Command(self.tr("Record a voice memo"), "mic", "Ctrl+Shift+M", window.voice.memo),
            Command(self.tr("Settings"), "settings", "Ctrl+,", lambda: show("settings")),
        ]
