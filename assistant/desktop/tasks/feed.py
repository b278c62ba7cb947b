"""Keeps a board in step with the store: reads when something changed and somebody is looking."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.entries import Board, load_board
from assistant.domain.items import ItemKind

_KINDS = frozenset({ItemKind.TASK, ItemKind.TASK_LIST, ItemKind.REMINDER, ItemKind.EVENT})


class TaskFeed(QObject):
    """Reads the board in the store's lane; several changes in a row are read once.

    Signals:
        loaded(Board)
    """

    loaded = Signal(object)

    def __init__(self, desk: Desk, watcher: QWidget) -> None:
        super().__init__(watcher)
        self._desk = desk
        self._watcher = watcher
        self._dirty = True
        self._reading = False
        desk.itemsChanged.connect(self._changed)

    def refresh(self) -> None:
        """Reads if anything changed since the last time; called when the watcher becomes visible."""
        if self._dirty:
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
        assistant = self._desk.assistant
        self._desk.background.run(lambda: load_board(assistant), self._arrived, self._failed, owner=self)

    def _arrived(self, board: Board) -> None:
        self._reading = False
        self.loaded.emit(board)
        self.refresh()

    def _failed(self, error: object) -> None:
        self._reading = False
        self._dirty = True
        self._desk.errorRaised.emit(error)
