"""What the bar says while somebody types: how the item would stand, and one line of consequence. Writes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.spans import AllDay, Span, bounds
from assistant.services.conversation.reply import Preview
from assistant.services.reminders.snoozing import morning_of
from assistant.services.requests.asked import Services, default_length
from assistant.services.requests.beside import is_beside, moment_beside
from assistant.services.requests.creating import calendar_named
from assistant.services.requests.finding import Finder
from assistant.services.requests.times import due, event_span, remind_moment
from assistant.understanding.request import Intent, Request, Understanding

_INBOX = "Inbox"


def preview_of(understood: Understanding, services: Services, now: datetime, zone: ZoneInfo) -> Preview:
    """How the first request would come out."""
    request = understood.first
    span = _span(request, services, zone) if request.intent is Intent.CREATE_EVENT else None
    start, end = bounds(span, zone) if span is not None else _moments(request, services, now, zone)
    all_day = isinstance(span, AllDay) or (span is None and _on_a_day(request, zone))
    clashes = services.schedule.clashes(span) if span is not None else ()
    over = (start + timedelta(days=1) if all_day else start) if start else None
    return Preview(
        understanding=understood,
        start_at=start,
        end_at=end,
        all_day=all_day,
        list_name=_list_name(request, services),
        clashes=tuple(o.title for o in clashes),
        free=span is not None and not all_day and not clashes,
        past=request.writes and over is not None and over.astimezone(UTC) <= now.astimezone(UTC),
    )


def _span(request: Request, services: Services, zone: ZoneInfo) -> Span | None:
    mention = request.item_time
    if mention is None:
        return None
    return event_span(mention, request.slots.duration, default_length(services.settings), zone)


def _moments(
    request: Request, services: Services, now: datetime, zone: ZoneInfo
) -> tuple[datetime | None, datetime | None]:
    if is_beside(request):
        return moment_beside(Finder(services.changes.store, zone, now), request, now, zone), None
    if request.intent is Intent.CREATE_REMINDER:
        return remind_moment(request, now, zone, morning_of(services.settings)), None
    when = due(request, zone)
    if when.at is not None:
        return when.at, None
    if when.on is not None:
        return datetime.combine(when.on, datetime.min.time(), zone), None
    return None, None


def _on_a_day(request: Request, zone: ZoneInfo) -> bool:
    return request.intent is not Intent.CREATE_REMINDER and due(request, zone).on is not None


def _list_name(request: Request, services: Services) -> str:
    if request.intent is Intent.CREATE_EVENT:
        return calendar_named(services.schedule.calendars(), request.slots.calendar or request.slots.list).name
    wanted = request.slots.list
    if not wanted:
        return _INBOX
    known = [one.name for one in services.tasks.lists() if one.name.casefold() == wanted.casefold()]
    return known[0] if known else wanted
