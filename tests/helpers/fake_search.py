"""Search of the store in memory: every word somewhere in the texts, titles before the rest."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from assistant.domain.conversation import Message
from assistant.domain.event import Event
from assistant.domain.reminder import Reminder
from assistant.domain.search import Found, Match, Wanted, Where
from assistant.domain.task import Task

if TYPE_CHECKING:
    from tests.helpers.fake_store import FakeUnit

Thing = Event | Task | Reminder | Message


class Search:
    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def find(self, wanted: Wanted, now: datetime, most: int) -> tuple[Match, ...]:
        items = [item for kept in self._unit.data.items.values() for item in kept.values()]
        things: list[Thing] = [one for one in items if isinstance(one, Event | Task | Reminder)]
        things += self._unit.data.messages.values()
        found = [match for thing in things if (match := _match(thing, wanted)) is not None]
        return tuple(sorted(found, key=lambda one: (one.where, one.thing.uid)))[:most]


def _match(thing: Thing, wanted: Wanted) -> Match | None:
    kind, title, body = _texts(thing)
    if kind not in wanted.kinds:
        return None
    words = wanted.words.casefold().split()
    if all(word in title.casefold() for word in words):
        return Match(kind, thing, Where.TITLE)
    everything = f"{title} {body}".casefold()
    return Match(kind, thing, Where.BODY) if all(word in everything for word in words) else None


def _texts(thing: Thing) -> tuple[Found, str, str]:
    match thing:
        case Event():
            return Found.EVENT, thing.title, " ".join((thing.location, thing.notes, *thing.people))
        case Task():
            return Found.TASK, thing.title, thing.notes
        case Reminder():
            return Found.REMINDER, thing.text, ""
        case Message():
            return Found.MESSAGE, "", thing.text
