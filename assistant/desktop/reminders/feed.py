"""Keeps the overview in step with the store: a page, and more of the past when asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.domain.items import ItemKind
from assistant.services.reminder_pages import ReminderPage

PAGE = 100
_KINDS = frozenset({ItemKind.REMINDER})


class ReminderFeed(QObject):
    """Reads in the store's lane while somebody looks; several changes in a row are read once.

    Signals:
        loaded(ReminderPage)
    """

    loaded = Signal(object)

    def __init__(self, desk: Desk, watcher: QWidget) -> None:
        super().__init__(watcher)
        self._desk = desk
        self._watcher = watcher
        self._limit = PAGE
        self._dirty = True
        self._reading = False
        desk.itemsChanged.connect(self._changed)

    def refresh(self) -> None:
        """Reads if anything changed since the last time; called when the watcher becomes visible."""
        if self._dirty:
            self._read()

    def more(self) -> None:
        """A page more of the past."""
        self._limit += PAGE
        self._dirty = True
        self._read()

    def _changed(self, kinds: frozenset[ItemKind], _elsewhere: object) -> None:
        if kinds & _KINDS:
            self._dirty = True
            if self._watcher.isVisible():
                self._read()

    def _read(self) -> None:
        if self._reading:
            return
        self._reading, self._dirty = True, False
        reminders, limit = self._desk.assistant.reminders, self._limit
        self._desk.background.run(lambda: reminders.page(limit), self._arrived, self._failed, owner=self)

    def _arrived(self, page: ReminderPage) -> None:
        self._reading = False
        self.loaded.emit(page)
        self.refresh()

    def _failed(self, error: object) -> None:
        self._reading = False
        self._dirty = True
        self._desk.errorRaised.emit(error)
