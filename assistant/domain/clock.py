"""Time as a dependency: nothing in the product asks the system for it directly."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Where the current moment comes from. Implementations are safe in any thread."""

    def now(self) -> datetime:
        """The current moment, aware, in the user's zone."""
        ...

    def zone(self) -> ZoneInfo:
        """The user's zone."""
        ...

    def monotonic(self) -> float:
        """Seconds since some fixed point, never running backwards, those of the computer's sleep left out."""
        ...

    def asleep(self) -> float | None:
        """Seconds that the computer has slept since some fixed point; None where the system does not tell."""
        ...
