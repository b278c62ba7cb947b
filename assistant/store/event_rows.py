"""Between rows and events. A month of a full calendar is a thousand of them, so they are read by place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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
_NO_REST: tuple[Any, ...] = (*((),) * 8, EventStatus.CONFIRMED, None, "", True)
# What `events_of` reads: first what any event may have, then, as one value, what most events have nothing in.
EVENT_COLUMNS = (
    *("uid", "calendar_uid", "title", "span", "span_start", "span_end", "zone", "created_at", "updated_at"),
    *("location", "notes", "people", "rrule", "ical_uid", "sequence", "raw"),
)
_LISTS = ("tags", "rdates", "exdates", "overrides", "alert_minutes", "attendees", "further_rules", "exrules")
_USUALLY = {**dict.fromkeys(_LISTS, codecs.EMPTY), "status": "confirmed", "task_uid": None, "link": "", "busy": 1}
_AS_USUAL = tuple(_USUALLY.values())


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


# What came from one file was written at one moment.
_noted = lru_cache(maxsize=1024)(from_ticks)


def _clock(ticks: int) -> datetime:
    """As `from_ticks`, faster for what shares its days and its times of day with others, as spans do."""
    number, rest = divmod(ticks, _DAY)
    return _day(number) + _into(rest)


def _span(kind: str, start_ticks: int, end_ticks: int, zone: str) -> Span:
    start = _clock(start_ticks)
    if kind == "zoned" and start_ticks <= end_ticks:
        return _made_zoned(start, start + _into(end_ticks - start_ticks), zone)
    match kind:
        case "zoned":
            return Zoned(start, _clock(end_ticks), zone)  # which refuses it
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
_rest_of = itemgetter(*(_PLACES[name] for name in _USUALLY))


def _event(row: Row[Any]) -> Event:
    rest = _rest_of(row)
    return next(_events([(*_plain_of(row), None if rest == _AS_USUAL else rest)]))


def rest_packed() -> ColumnElement[str | None]:
    """What `EVENT_COLUMNS` leave out, as one JSON array of what is in the columns; NULL where all is as usual."""
    columns = {name: tables.events.c[name] for name in _USUALLY}
    # Written into the statement: see `repositories.touching`.
    usual = [column.is_(_literal(_USUALLY[name])) for name, column in columns.items()]
    return case((and_(*usual), null()), else_=func.json_array(*columns.values()))


def _literal(value: str | int | None) -> ColumnElement[Any]:
    return null() if value is None else literal_column(f"'{value}'" if isinstance(value, str) else str(value))


def events_of(many: Iterable[tuple[Any, ...]]) -> tuple[Event, ...]:
    """The events of rows whose values are those of `EVENT_COLUMNS`, in that order, and `rest_packed`.

    Raises:
        StoreError: ``store.damaged`` where a row holds what this program never writes.
    """
    with sound(tables.events):
        return tuple(_events(many))


def _events(many: Iterable[tuple[Any, ...]]) -> Iterator[Event]:
    """See `events_of`; the rest may be a tuple too. One loop by place: a call more for each of them is felt."""
    # fmt: off
    for (uid, calendar_uid, title, kind, start, end, zone, created_at, updated_at,
         location, notes, people, rrule, ical_uid, sequence, raw, packed) in many:
        (tags, rdates, exdates, overrides, alert_minutes, attendees, further_rules, exrules,
         status, task_uid, link, busy) = _NO_REST if packed is None else _rest(packed)
        made_at = _noted(created_at)
        yield _made_event(
            uid, calendar_uid, title, _span(kind, start, end, zone), made_at,
            made_at if updated_at == created_at else _noted(updated_at), location, notes,
            () if people == codecs.EMPTY else codecs.words_from_text(people), tags, status, rrule,
            rdates, exdates, overrides, alert_minutes, task_uid, link, busy, attendees, further_rules, exrules,
            ical_uid, sequence, raw,
        )
    # fmt: on


def _rest(packed: str | tuple[Any, ...]) -> tuple[Any, ...]:
    """The values of the columns of the rest, in their order."""
    values = json.loads(packed) if isinstance(packed, str) else packed
    tags, rdates, exdates, overrides, alert_minutes, attendees, further_rules, exrules = values[: len(_LISTS)]
    status, task_uid, link, busy = values[len(_LISTS) :]
    words = codecs.words_from_text
    lists = (words(tags), words(rdates), words(exdates), codecs.overrides_from_text(overrides), words(alert_minutes))
    named = (codecs.attendees_from_text(attendees), words(further_rules), words(exrules))
    return (*lists, *named, _STATUSES[status], task_uid, link, bool(busy))


EVENT = Shape(tables.events, _event_row, _event)
