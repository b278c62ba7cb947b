"""Between rows and events. A month of a full calendar is a thousand of them, so they are read by place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Row

from assistant.domain.event import Event, EventStatus
from assistant.domain.reach import reach
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.store import codecs, tables
from assistant.store.shapes import Shape, Values, folded, sound
from assistant.store.tables import ENDLESS, from_ticks, to_ticks

# A longer reach than this makes an event a lasting one; see the indexes of the table.
SHORT = timedelta(days=14)
_STATUSES = {status.value: status for status in EventStatus}
EVENT_COLUMNS = (
    *("uid", "calendar_uid", "title", "span", "span_start", "span_end", "zone", "created_at", "updated_at"),
    *("location", "notes", "people", "tags", "status", "rrule", "rdates", "exdates", "overrides", "alert_minutes"),
    *("task_uid", "link", "busy", "attendees", "further_rules", "exrules", "ical_uid", "sequence", "raw"),
)


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


def _span(kind: str, start_ticks: int, end_ticks: int, zone: str) -> Span:
    start = from_ticks(start_ticks)
    match kind:
        case "zoned":
            return Zoned(start, from_ticks(end_ticks), zone)
        case "all_day":
            return AllDay(start.date(), from_ticks(end_ticks).date())
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
_EVENT_PLACES = itemgetter(*(list(tables.events.columns.keys()).index(name) for name in EVENT_COLUMNS))


def _event(row: Row[Any]) -> Event:
    return _event_of(_EVENT_PLACES(row))


def events_of(many: Iterable[tuple[Any, ...]]) -> tuple[Event, ...]:
    """The events of rows whose values are in the order of `EVENT_COLUMNS`.

    Raises:
        StoreError: ``store.damaged`` where a row holds what this program never writes.
    """
    with sound(tables.events):
        return tuple(_event_of(values) for values in many)


# The same rows are read again after each change and with each step to the next month; equal rows are equal events.
@lru_cache(maxsize=4096)
def _event_of(values: tuple[Any, ...]) -> Event:
    (uid, calendar_uid, title, span, span_start, span_end, zone, created_at, updated_at, location, notes) = values[:11]
    (people, tags, status, rrule, rdates, exdates, overrides, alert_minutes, task_uid, link, busy) = values[11:22]
    (attendees, further_rules, exrules, ical_uid, sequence, raw) = values[22:]
    listed, none = codecs.words_from_text, codecs.EMPTY
    return Event(
        uid=uid,
        calendar_uid=calendar_uid,
        title=title,
        span=_span(span, span_start, span_end, zone),
        created_at=from_ticks(created_at),
        updated_at=from_ticks(updated_at),
        location=location,
        notes=notes,
        people=() if people == none else listed(people),
        tags=() if tags == none else listed(tags),
        status=_STATUSES[status],
        rrule=rrule,
        rdates=() if rdates == none else listed(rdates),
        exdates=() if exdates == none else listed(exdates),
        overrides=() if overrides == none else codecs.overrides_from_text(overrides),
        alert_minutes=() if alert_minutes == none else listed(alert_minutes),
        task_uid=task_uid,
        link=link,
        busy=bool(busy),
        attendees=() if attendees == none else codecs.attendees_from_text(attendees),
        further_rules=() if further_rules == none else listed(further_rules),
        exrules=() if exrules == none else listed(exrules),
        ical_uid=ical_uid,
        sequence=sequence,
        raw=raw,
    )


EVENT = Shape(tables.events, _event_row, _event)
