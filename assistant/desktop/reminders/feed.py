"""Keeps the overview in step with the store: a page, and more of the past when asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.store_feed import StoreFeed
from assistant.domain.items import ItemKind
from assistant.services.reminders.pages import ReminderPage

PAGE = 100
_KINDS = frozenset({ItemKind.REMINDER})


class ReminderFeed(StoreFeed):
    """What is loaded is a ReminderPage."""

    def __init__(self, desk: Desk, watcher: QWidget) -> None:
        super().__init__(desk, watcher, _KINDS)
        self._limit = PAGE

    def reading(self) -> Callable[[], ReminderPage]:
        """Reads as many pages of the past as were asked for."""
        reminders, limit = self.desk.assistant.reminders, self._limit
        return lambda: reminders.page(limit)

    def more(self) -> None:
        """A page more of the past."""
        self._limit += PAGE
        self.again()
