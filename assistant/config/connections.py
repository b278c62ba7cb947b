"""Every connection this program makes to the network, for the privacy indicator and the person who wants to know."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Connection:
    """One connection: to whom, what for, when (UTC)."""

    host: str
    why: str
    at: datetime


class ConnectionLedger:
    """Remembers the connections of this process, in order. Safe in any thread.

    Whoever opens a connection records it before, so that an attempt that failed is in the list too.
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._made: list[Connection] = []
        self._listeners: list[Callable[[Connection], None]] = []

    def record(self, host: str, why: str) -> None:
        """Notes one connection and tells the listeners, in this thread."""
        connection = Connection(host, why, self._now())
        with self._lock:
            self._made.append(connection)
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(connection)

    @property
    def count(self) -> int:
        """How many since the start."""
        with self._lock:
            return len(self._made)

    def all(self) -> tuple[Connection, ...]:
        """Oldest first."""
        with self._lock:
            return tuple(self._made)

    def subscribe(self, listener: Callable[[Connection], None]) -> None:
        """`listener(connection)` is called for each one, in the thread that makes it."""
        with self._lock:
            self._listeners.append(listener)
