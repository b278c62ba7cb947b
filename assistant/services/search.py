"""Search over everything that the person has: words and filters in, items with their time out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.conversation import Message, ReceiptItem
from assistant.domain.event import Event, Occurrence
from assistant.domain.recurrence import expand, repeats
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.search import ALL_FOUND, Found, Match, Wanted, Where
from assistant.domain.task import Task
from assistant.services.changes import Changes
from assistant.services.conversation import receipts
from assistant.services.names import names_of
from assistant.services.ports import UnitOfWork
from assistant.services.requests.finding import Finder
from assistant.services.wording.day_words import stretch_in

MOST_CHARACTERS = 400
_AHEAD = timedelta(days=366)
_AROUND = 36
_FILTER = re.compile(
    r"(?<!\S)(?P<key>from|to|list|calendar|is|tag|kind|自|从|到|至|清单|日历|状态|标签|类型)\s?[:：]\s?"
    r"(?P<value>\"[^\"]*\"|“[^”]*”|\S+)"
    r"|(?<!\S)[#＃](?P<name>\S+)",
    re.IGNORECASE,
)
_KEYS = {
    name: key
    for key, names in {
        "from": "自 从",
        "to": "到 至",
        "list": "清单",
        "calendar": "日历",
        "is": "状态",
        "tag": "标签",
        "kind": "类型",
    }.items()
    for name in (key, *names.split())
}
_STATES = {
    name: state
    for state, names in {
        "done": "completed 完成 已完成",
        "open": "todo 未完成",
        "overdue": "late 逾期 已逾期 过期",
    }.items()
    for name in (state, *names.split())
}
_KINDS = {
    name: kind
    for kind, names in {
        Found.EVENT: "event events 日程",
        Found.TASK: "task tasks 任务",
        Found.REMINDER: "reminder reminders 提醒",
        Found.MESSAGE: "chat chats message messages 对话",
    }.items()
    for name in names.split()
}
_TIMED = (Found.EVENT, Found.TASK, Found.REMINDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """One thing that was found.

    Attributes:
        kind: Its family.
        uid: Its name; of a message, the conversation's.
        title: What to show; of a message, the part around the words.
        item: What it is and when; None for a message.
        excerpt: The part of place or notes that holds the words, where the title does not.
        recurrence_id: Of a series, the occurrence whose time is shown.
        at: When it is (aware); None for a task without a date.
        done: A done task, an answered reminder.
    """

    kind: Found
    uid: str
    title: str
    item: ReceiptItem | None = None
    excerpt: str = ""
    recurrence_id: str | None = None
    at: datetime | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: the words, and the filters among them. `unknown` are filters whose value nothing has.

    `late_on` is the day on which only what is overdue is wanted: what is due that very day is not.
    """

    words: str
    wanted: Wanted
    late_on: date | None = None
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class _Filters:
    """Filters gathered one after the other."""

    kinds: tuple[Found, ...] = ALL_FOUND
    places: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    done: bool | None = None
    dated: bool = False
    late: bool = False
    start_at: datetime | None = None
    end_at: datetime | None = None
    unknown: list[str] = field(default_factory=list)


class SearchService:
    """Finds items and conversations by words. Reads only; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def search(self, text: str, *, now: datetime | None = None, most: int = 20) -> tuple[SearchResult, ...]:
        """What holds all the words and fits the filters, best first.

        Args:
            text: Words, and filters: ``from:`` ``to:`` (a date or words for one), ``list:``, ``calendar:``, ``tag:``,
                ``is:`` done, open or overdue, ``kind:``; the same in Chinese. ``#name`` is a list, calendar or tag.
            now: The moment of asking, aware; the clock's where None.
            most: So many of each family.
        """
        moment = now or self._changes.now()
        with self._changes.store.reading() as unit:
            query = read_query(text, unit, moment, self._changes.zone())
            if query.unknown or (not query.words and query.wanted == Wanted()):
                return ()
            found = unit.search.find(query.wanted, moment, most)
            shown = _Shown(unit, query, moment, self._changes.zone())
            wanted = (match for match in found if not _due_today(match.thing, query.late_on))
            return tuple(result for match in wanted if (result := shown.result(match)) is not None)

    def by_uids(self, uids: Sequence[str]) -> tuple[ReceiptItem, ...]:
        """The items of these names that are still there, in their order."""
        finder = Finder(self._changes.store, self._changes.zone(), self._changes.now())
        targets = (finder.by_uid(uid) for uid in dict.fromkeys(uids))
        return tuple(target.item for target in targets if target is not None)


# ------------------------------------------------------------------------------------------------------- the question


def read_query(text: str, unit: UnitOfWork, now: datetime, zone: ZoneInfo) -> Query:
    """Words and filters of what was typed."""
    text = text[:MOST_CHARACTERS]
    filters = _Filters()
    for found in _FILTER.finditer(text):
        if (name := found["name"]) is not None:
            _name(filters, name, unit)
        else:
            key = found["key"].casefold()
            _one(filters, _KEYS[key], found["value"].strip('"“”'), unit, now, zone)
    words = " ".join(_FILTER.sub(" ", text).split())
    wanted = Wanted(
        words=words,
        kinds=filters.kinds,
        places=tuple(filters.places),
        tags=tuple(filters.tags),
        done=filters.done,
        dated=filters.dated,
        start_at=filters.start_at,
        end_at=filters.end_at,
    )
    late_on = now.astimezone(zone).date() if filters.late else None
    return Query(words, wanted, late_on, tuple(filters.unknown))


def _due_today(thing: object, late_on: date | None) -> bool:
    """True for a task that has the whole of the day on which one asks what is late."""
    return late_on is not None and isinstance(thing, Task) and thing.due_on == late_on


def _one(filters: _Filters, key: str, value: str, unit: UnitOfWork, now: datetime, zone: ZoneInfo) -> None:
    folded = value.casefold()
    match key:
        case "from" | "to":
            day = stretch_in(value, now, zone)
            if day is None:
                filters.unknown.append(value)
            elif key == "from":
                filters.start_at = day[0]
            else:
                filters.end_at = day[1]
            filters.kinds = tuple(kind for kind in filters.kinds if kind in _TIMED)
        case "tag":
            filters.tags.append(value.lstrip("#"))
        case "is" if folded in _STATES:
            filters.kinds = (Found.TASK, Found.REMINDER)
            filters.done = _STATES[folded] == "done"
            if _STATES[folded] == "overdue":
                filters.dated, filters.late, filters.end_at = True, True, now
        case "kind" if folded in _KINDS:
            filters.kinds = (_KINDS[folded],)
        case "list" | "calendar":
            known = _places(unit, lists=key == "list", calendars=key == "calendar")
            uids = [uid for uid, names in known if folded in names]
            filters.places += uids
            if not uids:
                filters.unknown.append(value)
        case _:
            filters.unknown.append(value)


def _name(filters: _Filters, name: str, unit: UnitOfWork) -> None:
    """``#name``: a list or calendar where there is one of that name, else a tag."""
    uids = [uid for uid, names in _places(unit, lists=True, calendars=True) if name.casefold() in names]
    filters.places += uids
    if not uids:
        filters.tags.append(name)


def _places(unit: UnitOfWork, *, lists: bool, calendars: bool) -> list[tuple[str, frozenset[str]]]:
    """Lists and calendars with the names that people may call them by."""
    known = [(one.uid, one.name) for one in unit.task_lists.all()] if lists else []
    known += [(one.uid, one.name) for one in unit.calendars.all()] if calendars else []
    return [(uid, names_of(uid, name)) for uid, name in known]


# -------------------------------------------------------------------------------------------------------- the answers


class _Shown:
    """Makes results of matches, within one reading of the store."""

    def __init__(self, unit: UnitOfWork, query: Query, now: datetime, zone: ZoneInfo) -> None:
        self._query = query
        self._now = now
        self._zone = zone
        self._calendars = {one.uid: one.name for one in unit.calendars.all()}
        self._lists = {one.uid: one.name for one in unit.task_lists.all()}

    def result(self, match: Match) -> SearchResult | None:
        """The result of a match; None where a series has nothing in the time asked for."""
        words = self._query.words
        match match.thing:
            case Event() as event:
                return self._event(event, match.where)
            case Task() as task:
                item = receipts.of_task(task, self._lists.get(task.list_uid, ""), self._zone)
                at = item.start_at or (_midnight(task.due_on, self._zone) if task.due_on else None)
                found = excerpt(words, (task.notes,)) if match.where is Where.BODY else ""
                return SearchResult(
                    kind=Found.TASK, uid=task.uid, title=task.title, item=item, excerpt=found, at=at, done=task.done
                )
            case Reminder() as row:
                return SearchResult(
                    kind=Found.REMINDER,
                    uid=row.uid,
                    title=row.text,
                    item=receipts.of_reminder(row, self._zone),
                    at=row.wakes_at.astimezone(self._zone),
                    done=row.state is ReminderState.ACKNOWLEDGED,
                )
            case Message() as message:
                return SearchResult(
                    kind=Found.MESSAGE,
                    uid=message.conversation_uid,
                    title=excerpt(words, (message.text,)) or message.text[: 2 * _AROUND],
                    at=message.created_at.astimezone(self._zone),
                )

    def _event(self, event: Event, where: Where) -> SearchResult | None:
        occurrence = self._occurrence(event) if repeats(event) else None
        if occurrence is None and repeats(event) and (self._query.wanted.start_at or self._query.wanted.end_at):
            return None
        calendar = self._calendars.get(event.calendar_uid, "")
        if occurrence is None:
            item = receipts.of_event(event, calendar, self._zone)
        else:
            item = receipts.of_occurrence(occurrence, calendar, self._zone)
        texts = (item.location, event.notes, *event.people, *event.tags)
        if repeats(event):
            item = replace(item, rrule=event.rrule)
        return SearchResult(
            kind=Found.EVENT,
            uid=event.uid,
            title=item.title,
            item=item,
            excerpt=excerpt(self._query.words, texts) if where is Where.BODY else "",
            recurrence_id=occurrence.recurrence_id if occurrence is not None else None,
            at=item.start_at or (_midnight(date.fromisoformat(item.start_on), self._zone) if item.start_on else None),
        )

    def _occurrence(self, event: Event) -> Occurrence | None:
        """The occurrence to show: the first in the time asked for, else the next one."""
        wanted = self._query.wanted
        start = wanted.start_at or (self._now if wanted.end_at is None else wanted.end_at - _AHEAD)
        found = expand(event, start, wanted.end_at or start + _AHEAD, self._zone)
        return found[0] if found else None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def excerpt(words: str, texts: Iterable[str]) -> str:
    """The part of the texts around the first of the words; empty where none holds it."""
    asked = [word.strip("\"'“”").casefold() for word in words.split()]
    for text in texts:
        flat = " ".join(text.split())
        places = [place for word in asked if word and (place := flat.casefold().find(word)) >= 0]
        if places:
            low = max(0, min(places) - _AROUND // 2)
            space = flat.find(" ", low, min(places)) if low else -1
            low = space + 1 if space >= 0 else low
            part = flat[low : low + 2 * _AROUND].strip()
            return f"{'…' if low else ''}{part}{'…' if low + 2 * _AROUND < len(flat) else ''}"
    return ""


__all__ = ["Query", "SearchResult", "SearchService", "excerpt", "read_query"]
