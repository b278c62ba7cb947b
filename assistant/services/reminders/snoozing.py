"""Until when something is put off: the person's own lengths, and what a time that was said comes to. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from assistant.config.settings import Settings
from assistant.understanding.times import TimeKind, TimeMention

_NINE = time(9)


def morning_of(settings: Settings) -> time:
    """The time of day that "tomorrow" means."""
    try:
        return time.fromisoformat(settings.text("morning"))
    except ValueError:
        return _NINE


def usual_snooze(settings: Settings) -> timedelta:
    """The person's own length, where none was said."""
    return timedelta(minutes=settings.number("snooze_minutes"))


def moment_said(mention: TimeMention, now: datetime, settings: Settings) -> datetime | None:
    """The moment that a time means for somebody who puts a thing off; None where it has none.

    A length counts from now. A day begins at the person's morning, and so does a part of it that holds that hour.

    Args:
        mention: What was said.
        now: In the person's zone.
        settings: Holds the morning.
    """
    if mention.kind is TimeKind.DURATION:
        return now + mention.duration if mention.duration is not None else None
    start: datetime | date | None = mention.start
    if start is None:
        return None
    if not isinstance(start, datetime):
        return datetime.combine(start, morning_of(settings), now.tzinfo)
    early = datetime.combine(start.date(), morning_of(settings), start.tzinfo)
    holds = mention.kind is TimeKind.INTERVAL and isinstance(mention.end, datetime) and start <= early < mention.end
    return early if holds else start
