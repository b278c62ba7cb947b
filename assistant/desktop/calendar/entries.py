"""What the calendar shows: events, dated tasks and reminders as one kind of value. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from assistant.domain.event import Calendar, Event, EventStatus, Occurrence
from assistant.domain.items import Colour
from assistant.domain.moulds import mould
from assistant.domain.placing import span_at
from assistant.domain.recurrence import next_occurrence, repeats
from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderKind
from assistant.domain.spans import AllDay, Floating, Span, Zoned, bounds, span_length
from assistant.domain.task import Task, TaskList

DAY_MINUTES = 24 * 60
_A_DAY, _TICK = timedelta(days=1), timedelta(microseconds=1)


class EntryKind(StrEnum):
    """How an entry is drawn: a block, a marker with a circle, a marker with a bell."""

    EVENT = "event"
    TASK = "task"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on the calendar, with its times in the viewer's zone; the end is exclusive.

    `group` is the name of the calendar or list. `source` is the value it stands for.
    """

    kind: EntryKind
    uid: str
    recurrence_id: str | None
    title: str
    start_at: datetime
    end_at: datetime
    all_day: bool
    colour: Colour
    group: str
    repeats: bool
    location: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    done: bool = False
    source: Occurrence | Task | Reminder
    key: tuple[str, str, str] = field(init=False, compare=False, repr=False)
    first_on: date = field(init=False, compare=False, repr=False)
    last_on: date = field(init=False, compare=False, repr=False)
    in_lane: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Works out once what views ask again and again.

        `key` names this entry among all others, also after a reload. `first_on` and `last_on` are the days it
        touches; an end at midnight does not touch the day it begins. What is `in_lane` belongs above the hours:
        whole days, and whatever lasts 24 hours or more.
        """
        lasts = self.end_at.astimezone(UTC) - self.start_at.astimezone(UTC)
        found = {
            "key": (self.kind.value, self.uid, self.recurrence_id or ""),
            "first_on": self.start_at.date(),
            "last_on": _last_day(self.start_at, self.end_at),
            "in_lane": self.all_day or lasts >= _A_DAY,
        }
        for name, value in found.items():
            object.__setattr__(self, name, value)

    @property
    def is_event(self) -> bool:
        """True for events; the others are markers."""
        return self.kind is EntryKind.EVENT

    @property
    def movable(self) -> bool:
        """True for what gets another time by dragging or by keys: events, and tasks that are open."""
        return self.is_event or (isinstance(self.source, Task) and not self.done)

    def touches(self, first_on: date, last_on: date) -> bool:
        """True where it shows on a day from `first_on` to `last_on`, both included."""
        return self.first_on <= last_on and self.last_on >= first_on


_made = mould(Entry)


def _last_day(start_at: datetime, end_at: datetime) -> date:
    """The last day that a time touches; an end at midnight does not touch the day it begins."""
    return max((end_at - _TICK).date(), start_at.date())


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of an entry that one day column shows, in wall-clock minutes of that day."""

    entry: Entry
    day: int
    start: int
    end: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The part of an entry that a row of days shows: first and last column, both included."""

    entry: Entry
    first: int
    last: int
    begins: bool
    ends: bool


def of_occurrence(occurrence: Occurrence, calendars: dict[str, Calendar], zone: ZoneInfo) -> Entry:
    """The entry of an event's occurrence."""
    event = occurrence.event
    calendar = calendars.get(event.calendar_uid)
    span, rid = occurrence.span, occurrence.recurrence_id
    all_day = isinstance(span, AllDay)
    if isinstance(span, AllDay):
        start, end = datetime.combine(span.start_on, time(), zone), datetime.combine(span.end_on, time(), zone)
    else:
        start, end = occurrence.start_at.astimezone(zone), occurrence.end_at.astimezone(zone)
    # A month has a thousand; see `Entry` for the order.
    return _made(
        *(EntryKind.EVENT, event.uid, rid, occurrence.title, start, end, all_day),
        *(calendar.colour if calendar else Colour.SLATE, calendar.name if calendar else "", repeats(event)),
        *(occurrence.location, occurrence.status, False, occurrence),
        *(("event", event.uid, rid or ""), start.date(), _last_day(start, end), all_day or span_length(span) >= _A_DAY),
    )


def of_task(task: Task, lists: dict[str, TaskList], zone: ZoneInfo, *, reminds: bool) -> Entry | None:
    """The marker of a dated task; None without a date. With an alert it is a reminder."""
    if task.due_at is not None:
        start, all_day = task.due_at.astimezone(zone), False
        end = start
    elif task.due_on is not None:
        start, all_day = datetime.combine(task.due_on, time(), zone), True
        end = datetime.combine(task.due_on + _A_DAY, time(), zone)
    else:
        return None
    of = lists.get(task.list_uid)
    return Entry(
        kind=EntryKind.REMINDER if reminds and not all_day else EntryKind.TASK,
        uid=task.uid,
        recurrence_id=None,
        title=task.title,
        start_at=start,
        end_at=end,
        all_day=all_day,
        colour=of.colour if of else Colour.SLATE,
        group=of.name if of else "",
        repeats=task.rrule is not None,
        done=task.done,
        source=task,
    )


def of_alarm(reminder: Reminder, zone: ZoneInfo) -> Entry:
    """The marker of an alarm or timer, which hangs on no task or event."""
    start = reminder.due_at.astimezone(zone)
    return Entry(
        kind=EntryKind.REMINDER,
        uid=reminder.uid,
        recurrence_id=None,
        title=reminder.text,
        start_at=start,
        end_at=start,
        all_day=False,
        colour=Colour.SLATE,
        group="",
        repeats=reminder.rrule is not None,
        source=reminder,
    )


def gather(
    occurrences: Iterable[Occurrence],
    calendars: Iterable[Calendar],
    tasks: Iterable[Task],
    lists: Iterable[TaskList],
    alone: Iterable[Reminder],
    reminded: Set[str],
    zone: ZoneInfo,
) -> tuple[Entry, ...]:
    """Everything with a time as entries, sorted as they are read aloud.

    `alone` are reminders that hang on nothing else, `reminded` the uids of the tasks with an alert.
    """
    by_calendar = {calendar.uid: calendar for calendar in calendars}
    by_list = {task_list.uid: task_list for task_list in lists}
    found = [of_occurrence(occurrence, by_calendar, zone) for occurrence in occurrences]
    for task in tasks:
        entry = of_task(task, by_list, zone, reminds=task.uid in reminded)
        if entry is not None:
            found.append(entry)
    found += [of_alarm(alert, zone) for alert in alone if _marked(alert)]
    return tuple(sorted(found, key=reading_order))


def _marked(alert: Reminder) -> bool:
    """True for what is not answered yet; timers are counted down elsewhere."""
    return alert.state in OPEN_STATES and alert.kind is not ReminderKind.TIMER


def reading_order(entry: Entry) -> tuple[date, int, datetime, bool, timedelta, str, str]:
    """Sorts by day, whole days first (tasks after events, done ones last), then by time; longer ones first."""
    rank = 3 if not entry.in_lane else 0 if entry.is_event else 2 if entry.done else 1
    shorter = entry.start_at - entry.end_at
    return entry.first_on, rank, entry.start_at, not entry.is_event, shorter, entry.title, entry.uid


@dataclass(frozen=True, slots=True)
class Cut:
    """What one day column shows of a time, in wall-clock minutes of that day."""

    day: int
    start: int
    end: int
    begins: bool
    ends: bool


def cut(start_at: datetime, end_at: datetime, days: Sequence[date]) -> list[Cut]:
    """Cuts a time at midnight into what each of `days` shows of it."""
    index = {day: place for place, day in enumerate(days)}
    first_on, last_on = start_at.date(), _last_day(start_at, end_at)
    found: list[Cut] = []
    day = first_on
    while day <= last_on:
        place = index.get(day)
        if place is not None:
            begins, ends = day == first_on, day == last_on
            start = _minute(start_at) if begins else 0
            end = _minute(end_at) if ends and end_at.date() == day else DAY_MINUTES
            found.append(Cut(place, start, max(start, end), begins, ends))
        day += _A_DAY
    return found


def segments(entries: Iterable[Entry], days: Sequence[date]) -> list[Segment]:
    """Cuts the timed entries at midnight into what each of `days` shows."""
    return [
        Segment(entry, each.day, each.start, each.end, each.begins, each.ends)
        for entry in entries
        if not entry.in_lane
        for each in cut(entry.start_at, entry.end_at, days)
    ]


def count_by_day(entries: Iterable[Entry], days: Sequence[date]) -> list[int]:
    """How many entries touch each of some consecutive days."""
    counts = [0] * len(days)
    first = days[0]
    for entry in entries:
        for place in range(max(0, (entry.first_on - first).days), min(len(days), (entry.last_on - first).days + 1)):
            counts[place] += 1
    return counts


def bars(entries: Iterable[Entry], days: Sequence[date]) -> list[Bar]:
    """Cuts entries to a row of consecutive days."""
    first, last = days[0], days[-1]
    found: list[Bar] = []
    for entry in entries:
        if entry.touches(first, last):
            start, end = max(entry.first_on, first), min(entry.last_on, last)
            found.append(
                Bar(entry, (start - first).days, (end - first).days, start == entry.first_on, end == entry.last_on)
            )
    return found


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def at_minute(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The moment a wall clock shows `minute` minutes after midnight of `day`; minutes may run past the day.

    A time that a clock change skips moves to the same distance after it.
    """
    carried, rest = divmod(minute, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(days=carried), time(rest // 60, rest % 60), zone)
    return wall.astimezone(UTC).astimezone(zone)


def respan(span: Span, start_at: datetime, end_at: datetime, *, all_day: bool, zone: ZoneInfo) -> Span:
    """The same kind of span at a new time; `start_at` and `end_at` are in the viewer's zone `zone`.

    Becoming all-day keeps the dates, leaving it gives a zoned span in the viewer's zone.
    """
    if all_day:
        last = (end_at - timedelta(microseconds=1)).date() if end_at > start_at else start_at.date()
        return AllDay(start_at.date(), max(last, start_at.date()) + _A_DAY)
    lasts = max(end_at.astimezone(UTC) - start_at.astimezone(UTC), timedelta(0))
    match span:
        case Floating():
            return Floating(start_at.date(), start_at.time().replace(tzinfo=None), lasts)
        case Zoned(_, _, name):
            return Zoned(start_at, start_at.astimezone(UTC) + lasts, name)
        case AllDay():
            return Zoned(start_at, start_at.astimezone(UTC) + lasts, zone.key)


def day_of(event: Event, rid: str | None, now: datetime) -> date:
    """The day in the zone of `now` to look for an event at: that of the occurrence named, else the next or last one."""
    viewer = now.tzinfo
    assert isinstance(viewer, ZoneInfo)
    if rid is not None:
        changed = next((one.span for one in event.overrides if one.recurrence_id == rid), None)
        return bounds(changed or span_at(event, rid), viewer)[0].date()
    if repeats(event):
        coming = next_occurrence(event, now, viewer)
        if coming is not None:
            return coming.start_at.astimezone(viewer).date()
    return bounds(event.span, viewer)[0].date()
