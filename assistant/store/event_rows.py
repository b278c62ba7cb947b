"""Between rows and events. A month of a full calendar is a thousand of them, so they are read by place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, literal_column, null

from assistant.domain.event import Event, EventStatus
from assistant.domain.moulds import mould
from assistant.domain.reach import reach
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.store import codecs, tables
from assistant.store.shapes import Shape, Values, folded, sound
from assistant.store.tables import ENDLESS, from_ticks, to_ticks

# A longer reach than this makes an event a lasting one; see the indexes of the table.
SHORT = timedelta(days=14)
_DAY = 86_400_000_000  # ticks
_made_event, _made_zoned = mould(Event), mould(Zoned)
_STATUSES = {status.value: status for status in EventStatus}
# What `events_of` reads: first what an event is, then, as one value, the lists that most events have nothing in.
EVENT_COLUMNS = (
    *("uid", "calendar_uid", "title", "span", "span_start", "span_end", "zone", "created_at", "updated_at"),
    *("location", "notes", "people", "status", "rrule", "task_uid", "link", "busy", "ical_uid", "sequence", "raw"),
)
EVENT_LISTS = ("tags", "rdates", "exdates", "overrides", "alert_minutes", "attendees", "further_rules", "exrules")


def _span_row(span: Span) -> Values:
    match span:
        case Zoned(start_at, end_at, zone):
            return {"span": "zoned", "span_start": to_ticks(start_at), "span_end": to_ticks(end_at), "zone": zone}
        case AllDay(start_on, end_on):
            start, end = (to_ticks(datetime.combine(day, time(), UTC)) for day in (start_on, end_on))
            return {"span": "all_day", "span_start": start, "span_end": end, "zone": None}
        case Floating(on, at, lasts):
            start = to_ticks(datetime.combine(on, at.replace(fold=0), UTC))
            end = start + lasts // timedelta(microseconds=1)
            return {"span": "floating", "span_start": start, "span_end": end, "zone": None}


@lru_cache(maxsize=1024)
def _day(number: int) -> datetime:
    return from_ticks(number * _DAY)


@lru_cache(maxsize=4096)
def _into(ticks: int) -> timedelta:
    return timedelta(0, 0, ticks)


def _clock(ticks: int) -> datetime:
    """As `from_ticks`, faster for what shares its days and its times of day with others, as spans do."""
    number, rest = divmod(ticks, _DAY)
    return _day(number) + _into(rest)


def _span(kind: str, start_ticks: int, end_ticks: int, zone: str) -> Span:
    start = _clock(start_ticks)
    match kind:
        case "zoned":
            made = _made_zoned if start_ticks <= end_ticks else Zoned  # which refuses it
            return made(start, _clock(end_ticks), zone)
        case "all_day":
            return AllDay(start.date(), _clock(end_ticks).date())
        case "floating":
            return Floating(start.date(), start.time(), timedelta(microseconds=end_ticks - start_ticks))
        case other:
            raise ValueError(f"no span is called {other!r}")


def _event_row(event: Event) -> Values:
    first, last = reach(event)
    return {
        "uid": event.uid,
        "calendar_uid": event.calendar_uid,
        "title": event.title,
        **_span_row(event.span),
        "created_at": to_ticks(event.created_at),
        "updated_at": to_ticks(event.updated_at),
        "location": event.location,
        "notes": event.notes,
        "people": codecs.words_to_text(event.people),
        "tags": codecs.words_to_text(event.tags),
        "status": event.status.value,
        "rrule": event.rrule,
        "rdates": codecs.words_to_text(event.rdates),
        "exdates": codecs.words_to_text(event.exdates),
        "overrides": codecs.overrides_to_text(event.overrides),
        "alert_minutes": codecs.words_to_text(event.alert_minutes),
        "reach_start": to_ticks(first),
        "reach_end": ENDLESS if last is None else to_ticks(last),
        "lasting": last is None or last - first > SHORT,
        "folded": folded(event.title, *(override.title for override in event.overrides)),
        "task_uid": event.task_uid,
        "link": event.link,
        "busy": event.busy,
        "attendees": codecs.attendees_to_text(event.attendees),
        "further_rules": codecs.words_to_text(event.further_rules),
        "exrules": codecs.words_to_text(event.exrules),
        "ical_uid": event.ical_uid,
        "sequence": event.sequence,
        "raw": event.raw,
    }


# By place takes a third of the time of by name.
_PLACES = {name: place for place, name in enumerate(tables.events.columns.keys())}
_plain_of = itemgetter(*(_PLACES[name] for name in EVENT_COLUMNS))
_lists_of = itemgetter(*(_PLACES[name] for name in EVENT_LISTS))
_NO_LISTS = (codecs.EMPTY,) * len(EVENT_LISTS)


def _event(row: Row[Any]) -> Event:
    lists = _lists_of(row)
    return _event_of(_plain_of(row), None if lists == _NO_LISTS else lists)


def lists_packed() -> ColumnElement[str | None]:
    """The lists of a row as one JSON array of what is in their columns; NULL where all of them are empty."""
    columns = [tables.events.c[name] for name in EVENT_LISTS]
    empty = and_(*(column == literal_column(f"'{codecs.EMPTY}'") for column in columns))
    return case((empty, null()), else_=func.json_array(*columns))


def events_of(many: Iterable[tuple[Any, ...]]) -> tuple[Event, ...]:
    """The events of rows whose values are those of `EVENT_COLUMNS`, in that order, and of `lists_packed`.

    Raises:
        StoreError: ``store.damaged`` where a row holds what this program never writes.
    """
    with sound(tables.events):
        return tuple(_event_of(values, None if values[-1] is None else json.loads(values[-1])) for values in many)


def _event_of(values: Sequence[Any], lists: Sequence[str] | None) -> Event:
    """The event of the values of `EVENT_COLUMNS` and those of `EVENT_LISTS`, None where these are all empty."""
    (uid, calendar_uid, title, span, span_start, span_end, zone, created_at, updated_at, location) = values[:10]
    (notes, people, status, rrule, task_uid, link, busy, ical_uid, sequence, raw) = values[10:20]
    tags: tuple[Any, ...] = ()
    rdates = exdates = overrides = alert_minutes = attendees = further_rules = exrules = tags
    if lists is not None:
        tags, rdates, exdates = (codecs.words_from_text(text) for text in lists[:3])
        overrides, attendees = codecs.overrides_from_text(lists[3]), codecs.attendees_from_text(lists[5])
        alert_minutes, further_rules, exrules = (codecs.words_from_text(lists[place]) for place in (4, 6, 7))
    made_at = from_ticks(created_at)
    return _made_event(
        uid,
        calendar_uid,
        title,
        _span(span, span_start, span_end, zone),
        made_at,
        made_at if updated_at == created_at else from_ticks(updated_at),
        location,
        notes,
        () if people == codecs.EMPTY else codecs.words_from_text(people),
        tags,
        _STATUSES[status],
        rrule,
        rdates,
        exdates,
        overrides,
        alert_minutes,
        task_uid,
        link,
        bool(busy),
        attendees,
        further_rules,
        exrules,
        ical_uid,
        sequence,
        raw,
    )


EVENT = Shape(tables.events, _event_row, _event)
