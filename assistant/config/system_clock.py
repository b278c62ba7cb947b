"""The one place that asks the operating system for the time and the zone."""

from __future__ import annotations

import os
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

_ZONE_HOLDS = 10.0
SHIFT = "ASSISTANT_CLOCK_FILE"


def system_clock() -> SystemClock:
    """The clock of this process.

    For tests of whole processes only: where the environment names a file by ``ASSISTANT_CLOCK_FILE``, the wall clock is
    as far from the real one as that file says. See `ShiftedClock`.
    """
    file = os.environ.get(SHIFT)
    return ShiftedClock(Path(file)) if file else SystemClock()


class SystemClock:
    """The wall clock of this computer. Safe in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._zone: ZoneInfo | None = None
        self._asked = 0.0

    def now(self) -> datetime:
        """The current moment, aware, in the user's zone."""
        return datetime.now(UTC).astimezone(self.zone())

    def zone(self) -> ZoneInfo:
        """The user's IANA zone; UTC where the system names none. A change of zone is seen within ten seconds."""
        with self._lock:
            moment = self.monotonic()
            if self._zone is None or moment - self._asked > _ZONE_HOLDS:
                self._zone, self._asked = _zone_of_system(), moment
            return self._zone

    def monotonic(self) -> float:
        """Seconds that never run backwards, are not moved by clock changes, and stand still in the computer's sleep."""
        return _awake()

    def asleep(self) -> float | None:
        """Seconds slept since the computer was started; None where the system does not tell."""
        since_start = _since_start()
        return None if since_start is None else max(0.0, since_start - _awake())


class ShiftedClock(SystemClock):
    """A testing facility: the wall clock moved by what a file says, while the monotonic clock goes on as it does.

    The file holds the seconds to add (may be negative) and, after blanks, optionally an IANA zone and the seconds slept
    so far. It is read anew for each question and may be replaced at any time; a missing file means no shift.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def now(self) -> datetime:
        """The shifted moment."""
        seconds, zone, _slept = self._read()
        return (datetime.now(UTC) + timedelta(seconds=seconds)).astimezone(zone or super().zone())

    def zone(self) -> ZoneInfo:
        """The zone of the file, or else the user's."""
        return self._read()[1] or super().zone()

    def asleep(self) -> float | None:
        """What the file says besides the computer's own."""
        own = super().asleep()
        return None if own is None else own + self._read()[2]

    def _read(self) -> tuple[float, ZoneInfo | None, float]:
        try:
            words = self._file.read_text(encoding="ascii").split()
        except FileNotFoundError:
            words = []
        shift, zone, slept = (*words, *("0", "", "0")[len(words) :])[:3]
        return float(shift), ZoneInfo(zone) if zone else None, float(slept)


if sys.platform == "win32":
    import ctypes

    def _awake() -> float:
        """What Windows calls unbiased: without the time in sleep and hibernation."""
        ticks = ctypes.c_ulonglong()  # of 100 ns
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 1e7

    def _since_start() -> float | None:
        return time.monotonic()  # of Windows: sleep counts

else:

    def _awake() -> float:
        return time.monotonic()

    def _since_start() -> float | None:
        """Linux has a clock of its own for it; the one called monotonic goes on in a sleeping Mac."""
        name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
        clock = getattr(time, name, None)
        return None if clock is None else time.clock_gettime(clock)


def _zone_of_system() -> ZoneInfo:
    """Asks anew: both the C library and tzlocal would remember the zone that the process was started in."""
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        tzlocal.reload_localzone()
        return ZoneInfo(tzlocal.get_localzone_name())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
