"""A clock that goes only when told to."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 10, 14, 11, 20, tzinfo=BERLIN)


class FakeClock:
    """The `Clock` port. Safe in any thread."""

    def __init__(self, now: datetime = NOON, zone: ZoneInfo | None = None) -> None:
        self._lock = threading.Lock()
        self._now = now.astimezone(UTC)
        self._zone = zone or (now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else BERLIN)
        self._passed = 0.0
        self._slept = 0.0

    def now(self) -> datetime:
        with self._lock:
            return self._now.astimezone(self._zone)

    def zone(self) -> ZoneInfo:
        return self._zone

    def monotonic(self) -> float:
        with self._lock:
            return self._passed

    def asleep(self) -> float | None:
        with self._lock:
            return self._slept

    def sleep(self, length: timedelta) -> datetime:
        """The computer sleeps: the wall clock goes on, the monotonic one does not."""
        with self._lock:
            self._now += length
            self._slept += length.total_seconds()
        return self.now()

    def put(self, moment: datetime) -> None:
        """Somebody sets the clock: nothing else goes on."""
        with self._lock:
            self._now = moment.astimezone(UTC)

    def advance(self, step: timedelta) -> datetime:
        """Lets time pass."""
        with self._lock:
            self._now += step
            self._passed += step.total_seconds()
        return self.now()

    def set(self, moment: datetime) -> None:
        """Jumps to a moment; the monotonic clock goes on only forwards."""
        with self._lock:
            self._passed += max(0.0, (moment.astimezone(UTC) - self._now).total_seconds())
            self._now = moment.astimezone(UTC)

    def travel(self, zone: ZoneInfo) -> None:
        """The person is somewhere else now."""
        self._zone = zone
