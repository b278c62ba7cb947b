"""An understanding as the plain values of `understand --jsonl`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.understanding.request import Request, Slots, Understanding
from assistant.understanding.times import Reading, TimeMention

Plain = dict[str, object]


def record(understood: Understanding) -> Plain:
    """What contracts call one line of the answer, without "id" and "ms"."""
    first = understood.first
    out: Plain = {
        "intent": first.intent.value,
        "confidence": round(first.confidence, 3),
        "route": understood.route.value,
        **_body(first),
    }
    if len(understood.requests) > 1:
        out["requests"] = [{"intent": request.intent.value, **_body(request)} for request in understood.requests]
    return out


def iso_duration(length: timedelta) -> str:
    """ISO 8601, as in PT1H30M or P2D."""
    seconds = round(length.total_seconds())
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    clock = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)
    day = f"{days}D" if days else ""
    return f"P{day}" + (f"T{clock}" if clock else "") if day or clock else "PT0S"


_OF_AN_ITEM = ("update", "delete", "complete", "create_reminder")


def _body(request: Request) -> Plain:
    slots = request.slots
    if slots.title is None and request.intent.value.startswith(_OF_AN_ITEM):
        slots = replace(slots, title=slots.reference)
    return {"slots": _slots(slots), "times": [_time(mention) for mention in request.times]}


def _slots(slots: Slots) -> Plain:
    values: Plain = {
        "title": slots.title,
        "location": slots.location,
        "people": list(slots.people),
        "list": slots.list,
        "calendar": slots.calendar,
        "tags": list(slots.tags),
        "priority": slots.priority,
        "duration": iso_duration(slots.duration) if slots.duration is not None else None,
        "reminder_minutes_before": list(slots.reminder_minutes_before),
        "minutes_after": slots.minutes_after,
        "reminder_kind": slots.reminder_kind,
        "reference": slots.reference,
        "new_title": slots.new_title,
        "notes": slots.notes,
        "deadline": slots.deadline or None,
        "follow_up": slots.follow_up or None,
        "insists": slots.insists,
    }
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _time(mention: TimeMention) -> Plain:
    out: Plain = {
        "text": mention.text,
        "start_char": mention.start_char,
        "end_char": mention.end_char,
        "kind": mention.kind.value,
        "start": _moment(mention.start),
        "end": _moment(mention.end),
        "grain": mention.grain.value,
        "rrule": mention.rrule,
        "duration": iso_duration(mention.duration) if mention.duration is not None else None,
        "deadline": mention.deadline or None,
        "lead": mention.lead or None,
        "alternatives": [_reading(reading) for reading in mention.alternatives],
    }
    return {name: value for name, value in out.items() if value is not None}


def _reading(reading: Reading) -> Plain:
    return {"start": _moment(reading.start), "end": _moment(reading.end)}


def _moment(moment: datetime | date | None) -> str | None:
    return None if moment is None else moment.isoformat()
