"""Which stored item somebody means by a few words and perhaps a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.conversation import ReceiptItem
from assistant.domain.event import Event, EventStatus, Occurrence
from assistant.domain.items import ItemKind
from assistant.domain.recurrence import expand, next_occurrence, repeats
from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderKind, ReminderState
from assistant.domain.task import Task
from assistant.services.conversation import receipts
from assistant.services.ports import Store, UnitOfWork
from assistant.services.reminders.alerts import waiting_alert
from assistant.understanding.words.table import late

_SMALL = frozenset(
    {"a", "an", "and", "at", "for", "from", "in", "it", "my", "of", "on", "our", "that", "the", "this", "to", "with"}
    | {"appointment", "event", "task", "todo", "reminder", "alarm", "timer", "entry", "item", "one", "thing"}
)
_ENOUGH = 0.5
_FORTNIGHT = timedelta(days=14)
_WORD = late(r"[^\W_]+(?:'[^\W_]+)?")
_HAN = late(r"[\u3400-\u9fff]+")
_SMALL_HAN = late("[的了和跟与在把将那个这次]")
Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An item that may be meant. `start` is aware, or None for one without a time; `day` its day in the zone."""

    kind: ItemKind
    uid: str
    title: str
    item: ReceiptItem
    start: datetime | None = None
    day: date | None = None
    recurrence_id: str | None = None
    series: bool = False
    past: bool = False
    alerted: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `doubtful` where words or time fit only in part."""

    targets: tuple[Target, ...]
    doubtful: bool = False


def significant(words: str) -> tuple[str, ...]:
    """The words that tell items apart, small ones left out; Chinese as pairs of characters."""
    found: list[str] = []
    for word in _WORD.findall(words.casefold()):
        runs = _HAN.findall(word)
        if runs:
            for piece in (piece for run in runs for piece in _SMALL_HAN.split(run) if piece):
                found += [piece[i : i + 2] for i in range(len(piece) - 1)] or [piece]
        elif word not in _SMALL:
            found.append(word)
    return tuple(dict.fromkeys(found))


class Finder:
    """Looks through events, tasks and reminders. Reads only."""

    def __init__(self, store: Store, zone: ZoneInfo, now: datetime) -> None:
        self._store = store
        self._zone = zone
        self._now = now

    def find(self, words: str, window: Window | None, kinds: Sequence[ItemKind], *, alerted: bool = False) -> Found:
        """Items by words and time, those of the first kind preferred.

        Args:
            words: What the person called it; empty where only a time was said.
            window: The time that was said, if any.
            kinds: Where to look, the likeliest first.
            alerted: Prefer tasks that have an alert (a reminder was asked for).
        """
        with self._store.reading() as unit:
            if not words.strip():
                found = self._at(unit, window, kinds) if window else ()
                return Found(_preferred(found, kinds, alerted=alerted))
            named = self._named(unit, (words.strip(),), window, kinds)
            if named:
                same = [one for one in named if one.title.casefold() == words.strip().casefold()]
                return self._in_window(same or named, window, kinds, alerted=alerted)
            pieces = significant(words)
            near = [
                one
                for one in self._named(unit, pieces, window, kinds)
                if pieces and _overlap(pieces, one.title) >= _ENOUGH
            ]
            best = max((_overlap(pieces, one.title) for one in near), default=0.0)
            near = [one for one in near if _overlap(pieces, one.title) == best]
            kept = self._in_window(near, window, kinds, alerted=alerted)
            # All the words that matter, in another order or with small ones between, are no reason for doubt.
            return Found(kept.targets, doubtful=kept.doubtful or best < 1.0)

    def by_uid(self, uid: str, recurrence_id: str | None = None, *, on: Window | None = None) -> Target | None:
        """The item of that name, whatever it is; of a series the occurrence named, or one in the window `on`."""
        with self._store.reading() as unit:
            if (event := unit.events.get(uid)) is not None:
                occurrence = self._occurrence(event, on, recurrence_id)
                return self._of_event(unit, event, occurrence)
            if (task := unit.tasks.get(uid)) is not None:
                return self._of_task(unit, task)
            row = unit.reminders.get(uid)
            return self._of_reminder(row) if row is not None else None

    def all_by_uid(self, uid: str, on: Window) -> tuple[Target, ...]:
        """The item of that name; of a series every occurrence in the window."""
        with self._store.reading() as unit:
            event = unit.events.get(uid)
            if event is not None:
                found = [self._of_event(unit, event, occurrence) for occurrence in expand(event, *on, self._zone)]
                if found:
                    return tuple(one for one in found if self._fits(one, on))
        one = self.by_uid(uid, on=on)
        return (one,) if one is not None else ()

    def open_tasks(self, window: Window | None, list_uid: str | None) -> tuple[Target, ...]:
        """Every open task, of one list or due in a window where that is given."""
        with self._store.reading() as unit:
            tasks = [self._of_task(unit, task) for task in unit.tasks.all(done=False, list_uid=list_uid)]
        return tuple(one for one in tasks if window is None or self._fits(one, window))

    def rings(self, window: Window | None, ring: str | None) -> tuple[Target, ...]:
        """Everything that is to ring, of one sort (alarm, timer, reminder) or in a window where that is given."""
        with self._store.reading() as unit:
            rows = unit.reminders.in_states(tuple(OPEN_STATES))
            found = [self._of_reminder(row) for row in rows if row.item_uid is None and ring in (None, str(row.kind))]
            if ring in (None, str(ReminderKind.REMINDER)):
                tasks = [self._of_task(unit, task) for task in unit.tasks.all(done=False)]
                found += [task for task in tasks if task.alerted]
        return _by_time(one for one in found if window is None or self._fits(one, window))

    def at_clock(
        self, words: str, clock: time, kinds: Sequence[ItemKind], *, either_half: bool, ring: str | None = None
    ) -> Found:
        """The next items at a time of day, whatever their day, within two weeks.

        Args:
            words: What the person called it; empty where only the hour was said.
            clock: Local time of day.
            kinds: Where to look, the likeliest first.
            either_half: Nobody said whether it is before or after noon.
            ring: Only alarms, timers or reminders.
        """
        window = (self._now, self._now + _FORTNIGHT)
        if ring is not None:
            found: Sequence[Target] = self.rings(window, ring)
        else:
            with self._store.reading() as unit:
                found = self._at(unit, window, kinds)
        pieces = significant(words)
        same = [
            one
            for one in found
            if self._at_hour(one, clock, either_half=either_half)
            and (not pieces or _overlap(pieces, one.title) >= _ENOUGH)
        ]
        same = list(_preferred(same, kinds, alerted=ring is not None))
        first = min((one.start.astimezone(self._zone).date() for one in same if one.start), default=None)
        return Found(tuple(one for one in same if one.start and one.start.astimezone(self._zone).date() == first))

    def _at_hour(self, target: Target, clock: time, *, either_half: bool) -> bool:
        if target.start is None:
            return False
        local = target.start.astimezone(self._zone)
        hours = {clock.hour, (clock.hour + 12) % 24} if either_half else {clock.hour}
        return local.minute == clock.minute and local.hour in hours

    def fits(self, target: Target, window: Window) -> bool:
        """True where the item touches the window."""
        return self._fits(target, window)

    # ------------------------------------------------------------------------------------------------ candidates

    def _named(
        self, unit: UnitOfWork, words: Iterable[str], window: Window | None, kinds: Sequence[ItemKind]
    ) -> list[Target]:
        found: dict[str, Target] = {}
        for word in words:
            if ItemKind.EVENT in kinds:
                for event in unit.events.titled(word):
                    found.setdefault(event.uid, self._of_event(unit, event, self._occurrence(event, window)))
            if ItemKind.TASK in kinds:
                for task in unit.tasks.titled(word):
                    if not task.done:
                        found.setdefault(task.uid, self._of_task(unit, task))
            if ItemKind.REMINDER in kinds:
                for row in unit.reminders.titled(word):
                    if row.item_uid is None and row.state in OPEN_STATES | {ReminderState.MISSED}:
                        found.setdefault(row.uid, self._of_reminder(row))
        return list(found.values())

    def _at(self, unit: UnitOfWork, window: Window, kinds: Sequence[ItemKind]) -> list[Target]:
        found: list[Target] = []
        if ItemKind.EVENT in kinds:
            for event in unit.events.touching(*window):
                found += [self._of_event(unit, event, o) for o in expand(event, *window, self._zone)[:5]]
        if ItemKind.TASK in kinds:
            found += [self._of_task(unit, task) for task in unit.tasks.all(done=False)]
        if ItemKind.REMINDER in kinds:
            rows = unit.reminders.in_states(tuple(OPEN_STATES))
            found += [self._of_reminder(row) for row in rows if row.item_uid is None]
        return [one for one in found if self._fits(one, window)]

    def _in_window(
        self, found: Sequence[Target], window: Window | None, kinds: Sequence[ItemKind], *, alerted: bool
    ) -> Found:
        if window is not None:
            fitting = [one for one in found if self._fits(one, window)]
            return Found(_preferred(fitting or found, kinds, alerted=alerted), doubtful=bool(found) and not fitting)
        ahead = [one for one in found if not one.past]
        return Found(_preferred(ahead or found, kinds, alerted=alerted))

    def _fits(self, target: Target, window: Window) -> bool:
        low, high = (moment.astimezone(UTC) for moment in window)
        if target.start is not None:
            end = target.item.end_at if target.kind is ItemKind.EVENT else None
            start = target.start.astimezone(UTC)
            return start < high and (start >= low or (end is not None and end.astimezone(UTC) > low))
        if target.day is None:
            return False
        last = date.fromisoformat(target.item.end_on) if target.item.end_on else target.day + timedelta(days=1)
        first = window[0].astimezone(self._zone).date()
        after = (window[1].astimezone(self._zone) - timedelta(microseconds=1)).date()
        return target.day <= after and last > first

    # --------------------------------------------------------------------------------------------- item to target

    def _occurrence(self, event: Event, window: Window | None, rid: str | None = None) -> Occurrence | None:
        """The occurrence that is meant: the named one, else one in the window, else the one that is on or next."""
        if rid is not None:
            year = timedelta(days=366)
            for o in expand(event, self._now - 2 * year, self._now + 5 * year, self._zone):
                if o.recurrence_id == rid:
                    return o
        places = [window] if window else []
        places.append((self._now, self._now + timedelta(minutes=1)))
        for low, high in places:
            for o in expand(event, low, high, self._zone):
                if o.status is not EventStatus.CANCELLED:
                    return o
        return next_occurrence(event, self._now, self._zone)

    def _of_event(self, unit: UnitOfWork, event: Event, occurrence: Occurrence | None) -> Target:
        calendar = unit.calendars.get(event.calendar_uid)
        name = calendar.name if calendar else ""
        if occurrence is None:
            item = receipts.of_event(event, name, self._zone)
        else:
            item = receipts.of_occurrence(occurrence, name, self._zone)
        day = date.fromisoformat(item.start_on) if item.start_on else None
        return Target(
            kind=ItemKind.EVENT,
            uid=event.uid,
            title=item.title,
            item=item,
            start=item.start_at,
            day=day,
            recurrence_id=occurrence.recurrence_id if occurrence else None,
            series=repeats(event),
            past=occurrence is None or occurrence.end_at.astimezone(UTC) <= self._now.astimezone(UTC),
        )

    def _of_task(self, unit: UnitOfWork, task: Task) -> Target:
        task_list = unit.task_lists.get(task.list_uid)
        alert = waiting_alert(unit.reminders.of_item(task.uid))
        item = receipts.of_task(task, task_list.name if task_list else "", self._zone, reminder=alert)
        return Target(
            kind=ItemKind.TASK,
            uid=task.uid,
            title=task.title,
            item=item,
            start=item.start_at,
            day=task.due_on,
            alerted=alert is not None,
        )

    def _of_reminder(self, row: Reminder) -> Target:
        item = receipts.of_reminder(row, self._zone)
        return Target(kind=ItemKind.REMINDER, uid=row.uid, title=row.text, item=item, start=item.start_at, alerted=True)


def _overlap(pieces: Sequence[str], title: str) -> float:
    low = title.casefold()
    return sum(1 for piece in pieces if piece in low) / len(pieces) if pieces else 0.0


def _preferred(found: Sequence[Target], kinds: Sequence[ItemKind], *, alerted: bool) -> tuple[Target, ...]:
    """Only those of the first kind that has any; for a reminder, tasks with an alert count as its kind."""
    if alerted:
        rung = [one for one in found if one.alerted]
        if rung:
            return _by_time(rung)
    for kind in kinds:
        same = [one for one in found if one.kind is kind]
        if same:
            return _by_time(same)
    return ()


def _by_time(found: Iterable[Target]) -> tuple[Target, ...]:
    far = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(found, key=lambda one: (one.start.astimezone(UTC) if one.start else far, one.title)))
