"""Notices that another process, a command line beside the window, has written to the same database."""

from __future__ import annotations

import logging
import threading

from assistant.config.errors import StoreError
from assistant.domain.items import ItemKind
from assistant.services.changes import Changes
from assistant.services.notices import ItemsChanged

_LOG = logging.getLogger(__name__)


class StoreWatch:
    """Asks once in a while whether the database changed. The window starts it and closes it."""

    def __init__(self, changes: Changes, *, seconds: float = 1.0) -> None:
        self._changes = changes
        self._seconds = seconds
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen: int | None = None

    def start(self) -> None:
        """Begins to look, in a thread of its own."""
        self._seen = self._changes.store.data_version()
        self._thread = threading.Thread(target=self._run, name="store-watch", daemon=True)
        self._thread.start()

    def look(self) -> bool:
        """Looks once. Where another process wrote, says so and sets the next wake-up; returns whether it did."""
        try:
            version = self._changes.store.data_version()
            if version == self._seen:
                return False
            self._seen = version
            with self._changes.store.reading() as unit:
                wake = unit.reminders.next_wake()
        except StoreError as error:
            _LOG.info("the database could not be looked at: %s", error.code)
            return False
        self._changes.wakeups.set_next(wake)
        self._changes.notices.publish(ItemsChanged(frozenset(ItemKind), elsewhere=True))
        return True

    def _run(self) -> None:
        while not self._ended.wait(self._seconds):
            self.look()

    def close(self) -> None:
        """Ends the looking."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(timeout=2)
