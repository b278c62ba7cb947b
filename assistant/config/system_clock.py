"""The one place that asks the operating system for the time and the zone."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal


class SystemClock:
    """The wall clock of this computer. Safe in any thread."""

    def now(self) -> datetime:
        """The current moment, aware, in the user's zone."""
        return datetime.now(UTC).astimezone(self.zone())

    def zone(self) -> ZoneInfo:
        """The user's IANA zone; UTC where the system names none."""
        try:
            return ZoneInfo(tzlocal.get_localzone_name())
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo("UTC")

    def monotonic(self) -> float:
        """Seconds that never run backwards and are not moved by clock changes."""
        return time.monotonic()
