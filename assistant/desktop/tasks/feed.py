"""Keeps a board in step with the store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.store_feed import StoreFeed
from assistant.desktop.tasks.entries import Board, load_board
from assistant.domain.items import ItemKind

_KINDS = frozenset({ItemKind.TASK, ItemKind.TASK_LIST, ItemKind.REMINDER, ItemKind.EVENT})


class TaskFeed(StoreFeed):
    """What is loaded is a Board."""

    def __init__(self, desk: Desk, watcher: QWidget) -> None:
        super().__init__(desk, watcher, _KINDS)

    def reading(self) -> Callable[[], Board]:
        """Reads the whole board."""
        assistant = self.desk.assistant
        return lambda: load_board(assistant)
