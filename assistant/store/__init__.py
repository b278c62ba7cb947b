"""Where everything is kept: one SQLite file a profile, through SQLAlchemy Core."""

from __future__ import annotations

from assistant.config.paths import Paths
from assistant.domain.clock import Clock
from assistant.store.opening import start_afresh
from assistant.store.sqlite_store import SqliteStore


def open_store(paths: Paths, clock: Clock, *, timeout: float = 5.0) -> SqliteStore:
    """Opens the profile's database, creating, migrating or restoring it where that is needed.

    Args:
        paths: The profile.
        clock: Gives the moments in names of backups.
        timeout: Seconds to wait for another writer.

    Raises:
        StoreError: ``store.newer``, ``store.damaged`` (no good backup; the file is untouched), ``store.locked``,
            ``store.full``, ``store.readonly``, ``store.unreadable``, ``store.disk``.
    """
    return SqliteStore(paths, clock, timeout=timeout)


__all__ = ["SqliteStore", "open_store", "start_afresh"]
