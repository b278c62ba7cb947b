"""Occurrences that were changed "from here on": the example of one override for all later ones of its series."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.event import Event, Override
from assistant.domain.placing import placed, span_at, wall_start
from assistant.domain.spans import Span, bounds


@dataclass(frozen=True, slots=True)
class Example:
    """An override that later occurrences follow: from which regular wall time on, and how far from it."""

    since: datetime
    shift: timedelta
    override: Override


def of(event: Event) -> tuple[Example, ...]:
    """The examples of a series by where they begin."""
    found = []
    for override in event.overrides:
        if override.following:
            try:
                since, _ = wall_start(span_at(event, override.recurrence_id))
            except (ValueError, OverflowError):
                continue
            found.append(Example(since, wall_start(override.span)[0] - since, override))
    return tuple(sorted(found, key=_since))


def applied(examples: tuple[Example, ...], span: Span) -> tuple[Override | None, Span]:
    """What an occurrence of the rule becomes: the example that it follows, if any, and where it then is.

    Raises:
        OverflowError: There it would be beyond the calendar.
    """
    if not examples:
        return None, span
    wall, _ = wall_start(span)
    at = bisect_right(examples, wall, key=_since)
    if not at:
        return None, span
    example = examples[at - 1]
    return example.override, placed(example.override.span, wall + example.shift)


def _since(example: Example) -> datetime:
    return example.since


def room(examples: tuple[Example, ...]) -> timedelta:
    """How far an occurrence may be from where the rule puts it, its length included."""
    far = timedelta(0)
    for example in examples:
        begins, ends = _ends(example.override.span)
        far = max(far, abs(example.shift) + (ends - begins))
    return far


def _ends(span: Span) -> tuple[datetime, datetime]:
    start, end = bounds(span, ZoneInfo("UTC"))
    return start.astimezone(UTC), end.astimezone(UTC)
