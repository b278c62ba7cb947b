"""What the person changed by hand in the chips, laid over what was understood from the text. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from assistant.services.conversation.settling import joined, words_of_title
from assistant.understanding.request import Intent, Request, Slots, Understanding
from assistant.understanding.times import Grain, TimeKind, TimeMention


class ChipKind(StrEnum):
    """The chips, in the order they are shown in."""

    TYPE = "type"
    TITLE = "title"
    WHEN = "when"
    REPEAT = "repeat"
    PLACE = "place"
    REMINDER = "reminder"
    LIST = "list"
    PRIORITY = "priority"
    TAGS = "tags"


# The words of these slots go back into the title when their chip is taken away.
_SLOTS: dict[ChipKind, frozenset[str]] = {
    ChipKind.WHEN: frozenset({"time", "duration"}),
    ChipKind.PLACE: frozenset({"location"}),
    ChipKind.REMINDER: frozenset({"reminder", "reminder_minutes_before", "lead"}),
    ChipKind.LIST: frozenset({"list", "calendar"}),
    ChipKind.PRIORITY: frozenset({"priority"}),
    ChipKind.TAGS: frozenset({"tags", "tag"}),
}

CREATING = frozenset({Intent.CREATE_EVENT, Intent.CREATE_TASK, Intent.CREATE_REMINDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """Hand-made values; None where the text still decides. `removed` chips stay away however the text goes on.

    `rrule` "" stands for "does not repeat". `time` is a whole mention without words.
    """

    intent: Intent | None = None
    title: str | None = None
    time: TimeMention | None = None
    rrule: str | None = None
    location: str | None = None
    minutes: tuple[int, ...] | None = None
    list_name: str | None = None
    priority: str | None = None
    tags: tuple[str, ...] | None = None
    removed: frozenset[ChipKind] = frozenset()

    @property
    def any(self) -> bool:
        """True once something was changed by hand."""
        return self != _NONE

    def without(self, kind: ChipKind) -> Edits:
        """The chip taken away, and with it what was set in it by hand."""
        cleared: dict[ChipKind, Edits] = {
            ChipKind.TITLE: replace(self, title=None),
            ChipKind.WHEN: replace(self, time=None, rrule=None),
            ChipKind.REPEAT: replace(self, rrule=""),
            ChipKind.PLACE: replace(self, location=None),
            ChipKind.REMINDER: replace(self, minutes=None),
            ChipKind.LIST: replace(self, list_name=None),
            ChipKind.PRIORITY: replace(self, priority=None),
            ChipKind.TAGS: replace(self, tags=None),
        }
        bare = cleared.get(kind, self)
        return bare if kind == ChipKind.REPEAT else replace(bare, removed=self.removed | {kind})

    def with_back(self, kind: ChipKind) -> Edits:
        """A chip that was taken away may be shown again, because it is being set by hand."""
        return replace(self, removed=self.removed - {kind})


_NONE = Edits()


def hand_made_time(start: datetime | date, end: datetime | date | None, rrule: str | None = None) -> TimeMention:
    """A mention without words: whole days from dates, clock times from aware datetimes. Ends are exclusive."""
    clock = isinstance(start, datetime)
    if rrule:
        kind = TimeKind.RECURRENCE
    elif end is not None:
        kind = TimeKind.INTERVAL
    else:
        kind = TimeKind.INSTANT if clock else TimeKind.DATE
    return TimeMention(start.isoformat(), 0, 0, kind, start, end, Grain.minute if clock else Grain.day, rrule=rrule)


def apply(understanding: Understanding, edits: Edits) -> Understanding:
    """The understanding with the hand-made values in its first request. Unchanged where there are none."""
    if not edits.any:
        return understanding
    request = _with_intent(understanding, understanding.first, edits)
    request = replace(request, slots=_slots(understanding, request, edits), times=_times(request, edits))
    return replace(understanding, requests=(request, *understanding.requests[1:]), sure=True)


def _with_intent(understanding: Understanding, request: Request, edits: Edits) -> Request:
    if edits.intent is None or edits.intent == request.intent:
        return request
    slots = request.slots
    if edits.intent in CREATING and not slots.title:
        slots = replace(slots, title=words_of_title(understanding))
    if edits.intent == Intent.CREATE_REMINDER and slots.reminder_kind is None:
        slots = replace(slots, reminder_kind="reminder")
    return replace(request, intent=edits.intent, confidence=1.0, slots=slots)


def _slots(understanding: Understanding, request: Request, edits: Edits) -> Slots:
    slots = request.slots
    if edits.removed:
        slots = _emptied(slots, edits.removed)
        slots = replace(slots, title=_title_with_words_back(understanding, request, edits.removed))
    if edits.title is not None:
        slots = replace(slots, title=edits.title)
    if edits.time is not None:
        slots = replace(slots, duration=None)
    if edits.location is not None:
        slots = replace(slots, location=edits.location or None)
    if edits.minutes is not None:
        slots = replace(slots, reminder_minutes_before=edits.minutes)
    if edits.list_name is not None:
        event = request.intent == Intent.CREATE_EVENT
        slots = replace(slots, calendar=edits.list_name) if event else replace(slots, list=edits.list_name)
    if edits.priority is not None:
        slots = replace(slots, priority=edits.priority or None)
    if edits.tags is not None:
        slots = replace(slots, tags=edits.tags)
    return slots


def _emptied(slots: Slots, removed: frozenset[ChipKind]) -> Slots:
    if ChipKind.WHEN in removed:
        slots = replace(slots, duration=None, deadline=False)
    if ChipKind.PLACE in removed:
        slots = replace(slots, location=None)
    if ChipKind.REMINDER in removed:
        slots = replace(slots, reminder_minutes_before=())
    if ChipKind.LIST in removed:
        slots = replace(slots, list=None, calendar=None)
    if ChipKind.PRIORITY in removed:
        slots = replace(slots, priority=None)
    if ChipKind.TAGS in removed:
        slots = replace(slots, tags=())
    return slots


def _times(request: Request, edits: Edits) -> tuple[TimeMention, ...]:
    times = request.times
    if ChipKind.REMINDER in edits.removed or edits.minutes is not None:
        times = tuple(t for t in times if not t.lead)
    if ChipKind.WHEN in edits.removed:
        return tuple(t for t in times if t.lead)
    item = edits.time or request.item_time
    if item is None:
        return times
    if edits.rrule is not None:
        item = _with_rule(item, edits.rrule)
    elif edits.time is not None and request.item_time is not None and request.item_time.rrule:
        item = _with_rule(item, request.item_time.rrule)
    return (item, *(t for t in times if t.lead))


def _with_rule(time: TimeMention, rrule: str) -> TimeMention:
    if rrule:
        return replace(time, kind=TimeKind.RECURRENCE, rrule=rrule)
    plain = hand_made_time(time.start, time.end) if time.start is not None else time
    return replace(time, kind=plain.kind, rrule=None)


# ------------------------------------------------------------------------------------------------- titles from words


def _title_with_words_back(understanding: Understanding, request: Request, removed: frozenset[ChipKind]) -> str | None:
    wanted = {"title", "people"}.union(*(_SLOTS.get(kind, frozenset()) for kind in removed))
    spans = [(m.start_char, m.end_char) for m in request.marks if m.slot in wanted]
    if ChipKind.WHEN in removed:
        spans += [(t.start_char, t.end_char) for t in request.times if t.end_char and not t.lead]
    if ChipKind.TITLE in removed:
        return None
    known = {m.slot for m in request.marks}
    if "title" not in known and request.slots.title:
        return request.slots.title
    return joined(understanding.text, _merged(spans)) or request.slots.title


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
