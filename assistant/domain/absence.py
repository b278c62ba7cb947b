"""When nobody could be reminded, and why: what a late reminder says of itself. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class Why(StrEnum):
    """What kept reminders back."""

    CLOSED = "closed"  # the program was not running
    ASLEEP = "asleep"  # the computer slept
    CLOCK = "clock"  # the clock was set forward over the moment
    PAUSED = "paused"  # by the person, in the tray's menu or over the list of reminders
    DISTURB = "disturb"  # the system's do-not-disturb
    FULL_SCREEN = "full_screen"  # a program had the whole screen


# Nothing can be shown in these; in the others it was held back on purpose.
GONE = frozenset({Why.CLOSED, Why.ASLEEP, Why.CLOCK})
HELD = frozenset(Why) - GONE


@dataclass(frozen=True, slots=True)
class Absence:
    """A stretch of the wall clock, aware and in UTC; `ended_at` None while it lasts."""

    began_at: datetime
    ended_at: datetime | None
    why: Why

    def covers(self, moment: datetime) -> bool:
        """True where the moment lies in it, ends included."""
        at = moment.astimezone(UTC)
        return self.began_at <= at and (self.ended_at is None or at <= self.ended_at)


def absence_at(moment: datetime, absences: Iterable[Absence]) -> Absence | None:
    """The latest absence that covers the moment; where nothing could be shown counts before what was held back."""
    covering = [one for one in absences if one.covers(moment)]
    gone = [one for one in covering if one.why in GONE]
    return max(gone or covering, key=lambda one: one.began_at, default=None)


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the clocks.

    `wall` in UTC; `awake` seconds, not counting sleep and not moved by setting the clock; `asleep` seconds slept so
    far, None where the system does not tell; `zone` the person's zone by name.
    """

    wall: datetime
    awake: float
    asleep: float | None
    zone: str

    def drift_from(self, before: Look) -> float:
        """Seconds that the wall clock went further than the waking seconds; negative where it was set back."""
        return (self.wall - before.wall).total_seconds() - (self.awake - before.awake)

    def slept_since(self, before: Look) -> float | None:
        """Seconds slept between the two; None where the system does not tell."""
        if self.asleep is None or before.asleep is None:
            return None
        return self.asleep - before.asleep
