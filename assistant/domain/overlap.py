"""Which occurrences get in each other's way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from assistant.domain.event import EventStatus, Occurrence


def overlaps(start: datetime, end: datetime, other_start: datetime, other_end: datetime) -> bool:
    """True where two half-open stretches of time share a moment; an empty one overlaps what it lies inside of."""
    a, b = start.astimezone(UTC), end.astimezone(UTC)
    c, d = other_start.astimezone(UTC), other_end.astimezone(UTC)
    if a == b or c == d:
        return (c <= a < d) if c != d else (a <= c < b) or a == c
    return a < d and c < b


def clashing(
    occurrences: Iterable[Occurrence], start: datetime, end: datetime, *, but: str | None = None
) -> tuple[Occurrence, ...]:
    """The timed, not cancelled occurrences that overlap [start, end), other than those of event `but`, by start."""
    found = [
        o
        for o in occurrences
        if not o.all_day
        and o.event.uid != but
        and o.status is not EventStatus.CANCELLED
        and overlaps(start, end, o.start_at, o.end_at)
    ]
    return tuple(sorted(found, key=lambda o: o.start_at))
