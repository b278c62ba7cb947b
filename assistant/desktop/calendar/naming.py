"""Accessible names and tooltips of blocks, made when there is time: drawing a week does not wait for 200 sentences."""

from __future__ import annotations

import time
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible

_SLICE = 0.003


class Named(Protocol):
    """What can be given its name later."""

    def take_name(self) -> None: ...


class Naming(QObject):
    """Names what waits, a few milliseconds at a time; at once where a screen reader listens."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[int, Named] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    def want(self, block: Named) -> None:
        """The name of a block is stale."""
        if QAccessible.isActive():
            block.take_name()
            return
        self._waiting[id(block)] = block
        if not self._timer.isActive():
            self._timer.start()

    def _work(self) -> None:
        end = time.perf_counter() + _SLICE
        while self._waiting and time.perf_counter() < end:
            _, block = self._waiting.popitem()
            if shiboken6.isValid(block):
                block.take_name()
        if not self._waiting:
            self._timer.stop()
