"""What the services tell the rest of the program, always after the commit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder


@dataclass(frozen=True, slots=True)
class ItemsChanged:
    """Items of these kinds were added, changed or removed; `elsewhere` where another process wrote."""

    kinds: frozenset[ItemKind]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class RemindersDue:
    """These became due and have not been shown yet."""

    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class RemindersRingAgain:
    """These are up, insist, and were not answered in time."""

    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class RemindersAnswered:
    """These need no pop-up any more: answered, put off, put away, or their item is gone."""

    uids: tuple[str, ...]


Notice = ItemsChanged | RemindersDue | RemindersRingAgain | RemindersAnswered


class Notices:
    """Hands notices to whoever listens. Safe in any thread; listeners run in the publisher's, and are quick."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[Notice], None]] = []

    def subscribe(self, listener: Callable[[Notice], None]) -> Callable[[], None]:
        """Calls `listener` with every notice from now on. Returns what ends that."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def publish(self, notice: Notice) -> None:
        """Tells every listener."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(notice)
