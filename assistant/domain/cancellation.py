"""A token that travels with every long call."""

from __future__ import annotations

import threading
from collections.abc import Callable

from assistant.config.errors import Cancelled


class Cancellation:
    """Asks long work to stop. Safe in any thread; asking twice is harmless."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Asks to stop and calls every listener once, in this thread."""
        with self._lock:
            if self._asked.is_set():
                return
            self._asked.set()
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    @property
    def cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._asked.is_set()

    def on_cancel(self, listener: Callable[[], None]) -> None:
        """Calls `listener` when cancelled, at once if that has happened already."""
        with self._lock:
            if not self._asked.is_set():
                self._listeners.append(listener)
                return
        listener()

    def check(self) -> None:
        """Raises `Cancelled` once asked to stop."""
        if self._asked.is_set():
            raise Cancelled
