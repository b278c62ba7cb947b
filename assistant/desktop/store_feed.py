"""Keeps what a widget shows in step with the store: reads when something changed and somebody is looking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.domain.items import ItemKind


class StoreFeed(QObject):
    """Reads in the store's lane; several changes in a row are read once. Subclasses say what is read.

    Signals:
        loaded(object): what the job of `reading` gave.
    """

    loaded = Signal(object)

    def __init__(self, desk: Desk, watcher: QWidget, kinds: frozenset[ItemKind]) -> None:
        super().__init__(watcher)
        self.desk = desk
        self._watcher = watcher
        self._kinds = kinds
        self._dirty = True
        self._busy = False
        desk.itemsChanged.connect(self._changed)

    def reading(self) -> Callable[[], object]:
        """The job that reads all that is shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reads if anything changed since the last time; called when the watcher becomes visible."""
        if self._dirty and not self._busy:
            self._busy, self._dirty = True, False
            self.desk.background.run(self.reading(), self._arrived, self._failed, owner=self)

    def again(self) -> None:
        """What is wanted has become another: reads it now, or when what is on its way has come."""
        self._dirty = True
        self.refresh()

    def _changed(self, kinds: frozenset[ItemKind], _elsewhere: object) -> None:
        if kinds & self._kinds:
            self._dirty = True
            if self._watcher.isVisible():
                self.refresh()

    def _arrived(self, found: object) -> None:
        self._busy = False
        self.loaded.emit(found)
        self.refresh()

    def _failed(self, error: AssistantError) -> None:
        self._busy, self._dirty = False, True
        self.desk.error(error)
