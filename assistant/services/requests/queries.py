"""Questions that the store answers, without any model: what is on, what is to do, what will ring, what time it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from assistant.domain.conversation import ReceiptItem
from assistant.domain.event import EventStatus, Occurrence
from assistant.domain.items import ItemKind
from assistant.domain.overlap import clashing
from assistant.domain.task import Task
from assistant.services.conversation import receipts
from assistant.services.conversation.reply import Reply
from assistant.services.requests.asked import MOST_LINES, Asked, Services
from assistant.services.requests.asking import asked_specially
from assistant.services.requests.creating import PRIORITIES
from assistant.services.requests.finding import Finder, Target, Window
from assistant.services.requests.lookups import done_in, looked_up
from assistant.services.requests.times import window
from assistant.services.wording.phrases import counted
from assistant.understanding.words.table import late

_ALL_KINDS = (ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER)
_FREE = late(r"\b(?:free|available|busy)\b|有空|空闲|有时间吗|忙", re.IGNORECASE)
_NEXT = late(r"\bnext\s+(?:event|meeting|appointment|thing)\b|下一个|下一场|接下来", re.IGNORECASE)
_OVERDUE = late(r"\boverdue\b|逾期|过期", re.IGNORECASE)
_DONE = late(r"\b(?:done|completed|finished)\b|已完成|做完", re.IGNORECASE)


def query_events(services: Services, asked: Asked) -> Reply:
    """What is on in a stretch of time, when something is, what comes next, whether one is free."""
    if (special := asked_specially(services, asked)) is not None:
        return special
    if (known := looked_up(services, asked)) is not None:
        return known
    words = asked.slots.reference or asked.slots.title or ""
    place = window(asked.request.item_time, asked.now, asked.zone)
    if words:
        return _when_is(services, asked, words, place)
    if _NEXT.search(asked.text) and place is None:
        return _next(services, asked)
    if place is not None and _FREE.search(asked.text):
        return _free(services, asked, place)
    told = _told_window(asked, place)
    if place is None:
        start = datetime.combine(asked.today, time(), asked.zone)
        place = (start, start + timedelta(days=7))
    occurrences = _on(services, place)
    due = _due_in(services, asked, place)
    items = sorted([*(receipts.of_occurrence(o, "", asked.zone) for o in occurrences), *due], key=_order)
    if not items:
        return asked.answer(asked.say("events.none", day=told))
    several = place[1] - place[0] > timedelta(days=1, hours=2)
    lines = [asked.say("events.some", day=told, count=_counts(asked, len(occurrences), due))]
    lines += _listed(asked, items, dated=several)
    lines.append(asked.say("source.both" if due and occurrences else "source.tasks" if due else "source.calendar"))
    return asked.answer("\n".join(lines), items)


def _told_window(asked: Asked, place: Window | None) -> str:
    if place is None:
        return asked.say("next_days")
    low, high = (moment.astimezone(asked.zone) for moment in place)
    if low.time() == time() and high.time() == time():
        return asked.wording.span(low.date(), high.date(), asked.today)
    if high - low <= timedelta(minutes=1):
        return asked.wording.moment(low, None, today=asked.today)
    return asked.wording.moment(low, high, today=asked.today)


def _on(services: Services, place: Window) -> list[Occurrence]:
    return [o for o in services.schedule.occurrences(*place) if o.status is not EventStatus.CANCELLED]


def _counts(asked: Asked, events: int, due: Sequence[ReceiptItem]) -> str:
    reminders = sum(1 for item in due if item.kind != "task")
    parts = [(events, "event"), (len(due) - reminders, "task"), (reminders, "reminder")]
    told = [counted(asked.language, kind, number) for number, kind in parts if number]
    return ("、" if asked.wording.chinese else ", ").join(told)


def _listed(asked: Asked, items: Sequence[ReceiptItem], *, dated: bool) -> list[str]:
    """One line an item, in the order of time; the day is said where there are several."""
    lines = []
    for item in items[:MOST_LINES]:
        if dated or item.start_at is None:
            lines.append(f"• {asked.line(item)}")
        else:
            start = item.start_at.astimezone(asked.zone)
            end = item.end_at.astimezone(asked.zone) if item.end_at else None
            where = f" · {item.location}" if item.location else ""
            lines.append(f"• {asked.wording.times(start, end)} {item.title}{where}")
    if len(items) > MOST_LINES:
        lines.append(asked.say("more", count=len(items) - MOST_LINES))
    return lines


def _due_in(services: Services, asked: Asked, place: Window) -> list[ReceiptItem]:
    """Open tasks due, and alarms that ring, in the window."""
    targets: list[Target] = list(asked.finder(services).open_tasks(place, None))
    low, high = (moment.astimezone(UTC) for moment in place)
    items = [target.item for target in targets]
    rows = [row for row in services.reminders.upcoming() if row.item_uid is None]
    items += [receipts.of_reminder(row, asked.zone) for row in rows if low <= row.wakes_at.astimezone(UTC) < high]
    return sorted(items, key=_order)


def _order(item: ReceiptItem) -> tuple[float, str]:
    if item.start_at is not None:
        return item.start_at.timestamp(), item.title
    if item.start_on is None:
        return float("inf"), item.title
    # Half a day early covers every zone: whole days stand before the clock times of the same day.
    return datetime.fromisoformat(item.start_on).replace(tzinfo=UTC).timestamp() - 43_200, item.title


def _when_is(services: Services, asked: Asked, words: str, place: Window | None) -> Reply:
    found = asked.finder(services).find(words, place, _ALL_KINDS)
    items = [target.item for target in found.targets[:MOST_LINES]]
    if not items:
        return asked.answer(asked.say("none_match", words=words))
    lines = [
        asked.say("found.when", title=item.title, when=asked.details(item) or asked.say("anytime")) for item in items
    ]
    kinds = {target.kind for target in found.targets}
    source = "source.calendar" if kinds == {ItemKind.EVENT} else "source.tasks"
    return asked.answer("\n".join([*lines, asked.say(source)]), items)


def _next(services: Services, asked: Asked) -> Reply:
    coming = [
        o
        for o in _on(services, (asked.now, asked.now + timedelta(days=366)))
        if not o.all_day and o.start_at > asked.now
    ]
    if not coming:
        return asked.answer(asked.say("events.none", day=asked.say("next_days")))
    item = receipts.of_occurrence(coming[0], "", asked.zone)
    line = asked.say("found.when", title=item.title, when=asked.details(item))
    return asked.answer(f"{line}\n{asked.say('source.calendar')}", [item])


def _free(services: Services, asked: Asked, place: Window) -> Reply:
    busy = clashing(_on(services, place), *place)
    told = _told_window(asked, place)
    items = [receipts.of_occurrence(o, "", asked.zone) for o in busy]
    lines = [asked.say("free.no" if busy else "free.yes", when=told)]
    lines += _listed(asked, items, dated=False)
    return asked.answer("\n".join([*lines, asked.say("source.calendar")]), items)


def query_tasks(services: Services, asked: Asked) -> Reply:
    """What is to do: all open tasks, or those of a list, a day, a tag, a priority."""
    words = asked.slots.reference or asked.slots.title or ""
    place = window(asked.request.item_time, asked.now, asked.zone)
    if (told := done_in(services, asked)) is not None:
        return told
    if words:
        return _when_is(services, asked, words, place)
    lists = {one.uid: one.name for one in services.tasks.lists()}
    if asked.slots.list is None and (name := _list_in(asked.text, lists.values())):
        asked = replace(asked, request=replace(asked.request, slots=replace(asked.slots, list=name)))
    tasks = [task for task in services.tasks.all(done=bool(_DONE.search(asked.text))) if _fits(asked, task, lists)]
    targets = {task.uid: Finder(services.changes.store, asked.zone, asked.now).by_uid(task.uid) for task in tasks}
    items = [target.item for target in targets.values() if target is not None and _in(target, place)]
    if place is not None or _OVERDUE.search(asked.text):
        items.sort(key=_order)
    if not items:
        if asked.slots.list:
            return asked.answer(asked.say("tasks.none_list", name=asked.slots.list))
        if _OVERDUE.search(asked.text):
            return asked.answer(asked.say("tasks.none_late"))
        if place is not None:
            return asked.answer(asked.say("tasks.none_then", day=_told_window(asked, place)))
        return asked.answer(asked.say("tasks.none"))
    lines = [counted(asked.language, "task", len(items)) + ("：" if asked.wording.chinese else ":")]
    lines += _listed(asked, items, dated=True)
    return asked.answer("\n".join([*lines, asked.say("source.tasks")]), items)


def _list_in(text: str, names: Iterable[str]) -> str | None:
    """The list that a question names after "in" or before 里, the longest name first."""
    for name in sorted(names, key=len, reverse=True):
        own = re.escape(name)
        if re.search(
            rf"\b(?:in|on|from|under|of)\s+(?:my |the |our )?(?:list )?{own}\b|{own}(?:清单)?(?:里|中)", text, re.I
        ):
            return name
    return None


def _fits(asked: Asked, task: Task, lists: dict[str, str]) -> bool:
    slots = asked.slots
    if slots.list and lists.get(task.list_uid, "").casefold() != slots.list.casefold():
        return False
    if slots.tags and not set(slots.tags) & set(task.tags):
        return False
    if slots.priority and task.priority != PRIORITIES.get(slots.priority):
        return False
    if _OVERDUE.search(asked.text):
        late_at = task.due_at is not None and task.due_at.astimezone(UTC) < asked.now.astimezone(UTC)
        return late_at or (task.due_on is not None and task.due_on < asked.today)
    return True


def _in(target: Target, place: Window | None) -> bool:
    """Due in the window; a question about a day that has come means what is overdue too."""
    if place is None:
        return True
    if target.start is not None:
        return place[0] <= target.start < place[1]
    return target.day is not None and place[0].date() <= target.day < (place[1] + timedelta(hours=23)).date()


def query_reminders(services: Services, asked: Asked) -> Reply:
    """What will ring, or rang and was not answered."""
    words = asked.slots.reference or asked.slots.title or ""
    place = window(asked.request.item_time, asked.now, asked.zone)
    if words:
        return _when_is(services, asked, words, place)
    items = []
    for row in services.reminders.upcoming():
        rings = row.wakes_at.astimezone(asked.zone)
        if place is None or place[0] <= rings < place[1]:
            items.append(receipts.of_reminder(row, asked.zone))
    if not items:
        return asked.answer(asked.say("reminders.none"))
    lines = [counted(asked.language, "reminder", len(items)) + ("：" if asked.wording.chinese else ":")]
    lines += _listed(asked, items, dated=True)
    return asked.answer("\n".join([*lines, asked.say("source.reminders")]), items)


def query_time(services: Services, asked: Asked) -> Reply:
    """The clock, here or in a place that has a time zone of its own."""
    place = asked.slots.location or ""
    if not place and (known := looked_up(services, asked)) is not None:
        return known
    zone = _zone_of(place) if place else None
    now = asked.now.astimezone(zone or asked.zone)
    facts = {"time": asked.wording.time(now), "day": asked.wording.long_day(now.date())}
    if zone is not None:
        return asked.answer(asked.say("time.there", place=place, **facts))
    return asked.answer(asked.say("time.now", **facts))


def _zone_of(place: str) -> ZoneInfo | None:
    wanted = place.strip().replace(" ", "_").casefold()
    for name in sorted(available_timezones()):
        if name.rpartition("/")[2].casefold() == wanted:
            return ZoneInfo(name)
    return None


def search(services: Services, asked: Asked) -> Reply:
    """Items that hold the words."""
    words = asked.slots.reference or asked.slots.title or asked.text
    found = asked.finder(services).find(words, None, _ALL_KINDS)
    if not found.targets:
        return asked.answer(asked.say("search.none", words=words))
    items = [target.item for target in found.targets]
    return asked.answer("\n".join([asked.say("search.some", words=words), *_listed(asked, items, dated=True)]), items)
