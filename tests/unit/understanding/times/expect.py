"""How the tables of expectations are checked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from assistant.understanding.times import TimeContext, TimeKind, TimeMention, find_times

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 10, 15, 10, 20, tzinfo=PARIS)  # a Thursday


def shown(value: datetime | date | None) -> str | None:
    """Return a moment or day as short text: 2026-10-15 or 2026-10-15 17:00."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if value is not None else None


def found(
    text: str, *, now: datetime = NOW, zone: ZoneInfo = PARIS, day_first: bool = False, past: bool = False
) -> tuple[TimeMention, ...]:
    """Return the mentions of a text at the fixed moment, Thursday 15 October 2026, 10:20 in Paris, or another one."""
    return find_times(text, TimeContext(now=now, zone=zone, day_first=day_first, past=past))


def only(text: str, **options: Any) -> TimeMention:
    """Return the only mention of a text."""
    mentions = found(text, **options)
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]


def check(text: str, start: str) -> None:
    """The first mention that is no length starts there."""
    mentions = [mention for mention in found(text) if mention.kind is not TimeKind.DURATION]
    assert mentions, "nothing found"
    assert shown(mentions[0].start) == start, mentions[0]


def check_span(text: str, start: str, end: str) -> None:
    """The only mention has this start and exclusive end."""
    mention = only(text)
    assert (shown(mention.start), shown(mention.end)) == (start, end), mention


def check_nothing(text: str) -> None:
    """No time is found."""
    assert found(text) == ()


def check_rule(text: str, rule: str, start: str) -> None:
    """The only mention repeats by this rule from there on."""
    mention = only(text)
    assert (mention.kind, mention.rrule, shown(mention.start)) == (TimeKind.RECURRENCE, rule, start), mention


def check_deadline(text: str, start: str) -> None:
    """The only mention is a deadline there."""
    mention = only(text)
    assert (mention.deadline, shown(mention.start)) == (True, start), mention


def check_open(text: str, start: str) -> None:
    """The only mention is an interval that begins there, no deadline."""
    mention = only(text)
    assert (mention.kind, mention.deadline, shown(mention.start)) == (TimeKind.INTERVAL, False, start), mention


def check_lead(text: str, minutes: str) -> None:
    """The only mention is an offset before some item."""
    mention = only(text)
    assert (mention.lead, mention.start) == (True, None), mention
    assert mention.duration is not None
    assert mention.duration.total_seconds() / 60 == float(minutes)


def check_length(text: str, minutes: str) -> None:
    """The only mention is a length."""
    mention = only(text)
    assert (mention.kind, mention.lead, mention.start) == (TimeKind.DURATION, False, None), mention
    assert mention.duration is not None
    assert mention.duration.total_seconds() / 60 == float(minutes)
