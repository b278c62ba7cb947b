"""Domain values as JSON, for what is kept inside a row: journal, receipts, overrides, lists of words.

Reading is tolerant to older writing: a field that is missing takes its default, one that is unknown is passed over.
What cannot be read at all raises StoreError ``store.damaged``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, cast

from assistant.config.errors import StoreError
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.event import Answer, Attendee, Calendar, Event, EventStatus, Override
from assistant.domain.items import Colour, ItemKind, Priority
from assistant.domain.journal import Change, Item
from assistant.domain.reminder import Insistence, Reminder, ReminderKind, ReminderState
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.domain.task import Task, TaskList

T = TypeVar("T")
Plain = dict[str, Any]
_VERSION = 1
EMPTY = "[]"  # most lists are: parsing them took half of the time of reading an event


def _when(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _span(value: Plain) -> Span:
    match value["span"]:
        case "all_day":
            return AllDay(date.fromisoformat(value["start_on"]), date.fromisoformat(value["end_on"]))
        case "floating":
            lasts = timedelta(days=value["days"], microseconds=value["microseconds"])
            return Floating(date.fromisoformat(value["on"]), time.fromisoformat(value["at"]), lasts)
        case "zoned":
            return Zoned(_when(value["start_at"]), _when(value["end_at"]), value["zone"])
        case other:
            raise ValueError(f"no span is called {other!r}")


def _override(value: Plain) -> Override:
    return _built(Override, value)


def _attendee(value: Plain) -> Attendee:
    return _built(Attendee, value)


def _receipt_item(value: Plain) -> ReceiptItem:
    return _built(ReceiptItem, value)


def _each(read: Callable[[Any], Any]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    return lambda values: tuple(read(value) for value in values)


# How the fields are read whose value is not a plain one. A name means the same in every value, except those below.
_READERS: dict[str, Callable[[Any], Any]] = {
    "span": _span,
    "overrides": _each(_override),
    "attendees": _each(_attendee),
    "further_rules": tuple,
    "exrules": tuple,
    "answer": Answer,
    "people": tuple,
    "tags": tuple,
    "rdates": tuple,
    "exdates": tuple,
    "alert_minutes": tuple,
    "colour": Colour,
    "status": EventStatus,
    "priority": Priority,
    "due_on": date.fromisoformat,
    "item_kind": ItemKind,
    "action": Action,
    "items": _each(_receipt_item),
    "clashes": tuple,
}
_OWN_READERS: dict[type, dict[str, Callable[[Any], Any]]] = {
    Reminder: {"kind": ReminderKind, "state": ReminderState, "insists": Insistence},
    Task: {"start_on": date.fromisoformat},
}
_ITEMS: dict[ItemKind, type[Item]] = {
    ItemKind.CALENDAR: Calendar,
    ItemKind.EVENT: Event,
    ItemKind.TASK_LIST: TaskList,
    ItemKind.TASK: Task,
    ItemKind.REMINDER: Reminder,
}


def _plain(value: Any) -> Any:
    match value:
        case AllDay(start_on, end_on):
            return {"span": "all_day", "start_on": start_on.isoformat(), "end_on": end_on.isoformat()}
        case Floating(on, at, lasts):
            rest = lasts - timedelta(days=lasts.days)
            microseconds = rest // timedelta(microseconds=1)
            on_at = {"on": on.isoformat(), "at": at.isoformat()}
            return {"span": "floating", **on_at, "days": lasts.days, "microseconds": microseconds}
        case Zoned(start_at, end_at, zone):
            return {"span": "zoned", "start_at": start_at.isoformat(), "end_at": end_at.isoformat(), "zone": zone}
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return [_plain(part) for part in value]
        case None | str() | int() | bool():
            return value
        case _:
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _built(made: type[T], value: Plain) -> T:
    own = _OWN_READERS.get(made, {})
    given: Plain = {}
    for field in fields(cast("Any", made)):
        if field.name not in value:
            continue
        part = value[field.name]
        read = own.get(field.name) or _READERS.get(field.name)
        if part is None:
            given[field.name] = None
        elif read is not None:
            given[field.name] = read(part)
        else:
            given[field.name] = _when(part) if field.name.endswith(("_at", "_until")) else part
    return made(**given)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(text: str, build: Callable[[Any], T], what: str) -> T:
    try:
        return build(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError("store.damaged", f"Part of your data ({what}) cannot be read.", what=what) from error


def words_to_text(words: Sequence[str] | Sequence[int]) -> str:
    """A list of words or numbers as JSON."""
    return _written(list(words)) if words else EMPTY


@lru_cache(maxsize=1024)
def words_from_text(text: str) -> tuple[Any, ...]:
    """The words or numbers back."""
    return () if text == EMPTY else _read(text, tuple, "a list")


def overrides_to_text(overrides: Sequence[Override]) -> str:
    """The differing occurrences of a series as JSON."""
    return _written([_plain(override) for override in overrides]) if overrides else EMPTY


def overrides_from_text(text: str) -> tuple[Override, ...]:
    """The differing occurrences back."""
    return () if text == EMPTY else _read(text, _each(_override), "changed occurrences")


def attendees_to_text(attendees: Sequence[Attendee]) -> str:
    """Those invited as JSON."""
    return _written([_plain(attendee) for attendee in attendees]) if attendees else EMPTY


def attendees_from_text(text: str) -> tuple[Attendee, ...]:
    """Those invited back."""
    return () if text == EMPTY else _read(text, _each(_attendee), "people invited")


def receipt_to_text(receipt: Receipt) -> str:
    """A receipt as JSON."""
    return _written(_plain(receipt))


def receipt_from_text(text: str) -> Receipt:
    """The receipt back."""
    return _read(text, lambda value: _built(Receipt, value), "a receipt")


def changes_to_text(changes: Sequence[Change]) -> str:
    """The changes of one journal entry as JSON, with the version of this writing."""
    return _written({"version": _VERSION, "changes": [_plain(change) for change in changes]})


def changes_from_text(text: str) -> tuple[Change, ...]:
    """The changes back."""
    return _read(text, lambda value: tuple(_change(one) for one in value["changes"]), "the history")


def _change(value: Plain) -> Change:
    kind = ItemKind(value["kind"])
    before, after = (_item(kind, value.get(side)) for side in ("before", "after"))
    return Change(kind=kind, uid=value["uid"], before=before, after=after)


def _item(kind: ItemKind, value: Plain | None) -> Item | None:
    return None if value is None else _built(_ITEMS[kind], value)
