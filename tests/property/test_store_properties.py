"""Whatever is put comes back; what two stores are told they agree on; what is undone is as it was."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.config.errors import AssistantError
from assistant.config.paths import Paths
from assistant.domain.event import Calendar, Event, EventStatus, Override
from assistant.domain.items import Colour, ItemKind, Priority
from assistant.domain.journal import Change, Item, JournalEntry
from assistant.domain.reach import reach
from assistant.domain.reminder import Reminder, ReminderKind, ReminderState
from assistant.domain.restoring import in_utc
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.domain.task import INBOX, Task, TaskList
from assistant.services.ports import Store, UnitOfWork
from assistant.store import codecs, open_store
from assistant.store.rows import ITEM_SHAPES
from tests.helpers.fake_store import FakeStore
from tests.helpers.store_values import NOW, StillClock

ZONES = ["UTC", "Europe/Berlin", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati"]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
words = st.lists(texts, max_size=3).map(tuple)
zones = st.sampled_from(ZONES)
NAIVE = {year: datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1902, 2000, 2030, 2500)}
moments = st.datetimes(NAIVE[1902], NAIVE[2500], timezones=zones.map(ZoneInfo), allow_imaginary=False)
lengths = st.timedeltas(timedelta(0), timedelta(days=4000))
days = st.dates(date(1, 1, 1), date(9990, 1, 1))


@st.composite
def zoned_spans(draw: st.DrawFn) -> Zoned:
    start_at = draw(moments).astimezone(UTC)
    return Zoned(start_at, start_at + draw(lengths), draw(zones))


spans: st.SearchStrategy[Span] = st.one_of(
    zoned_spans(),
    st.builds(lambda start, more: AllDay(start, start + timedelta(days=more)), days, st.integers(1, 900)),
    st.builds(Floating, days, st.times(), lengths),
)
overrides = st.builds(
    Override, recurrence_id=texts, title=texts, span=spans, location=texts, status=st.sampled_from(EventStatus)
)
events = st.builds(
    Event,
    uid=texts,
    calendar_uid=st.just("personal"),
    title=texts,
    span=spans,
    created_at=moments,
    updated_at=moments,
    location=texts,
    notes=texts,
    people=words,
    tags=words,
    status=st.sampled_from(EventStatus),
    rrule=st.sampled_from([None, "FREQ=DAILY", "FREQ=WEEKLY;COUNT=4", "FREQ=YEARLY;UNTIL=20300101", "nonsense"]),
    rdates=st.lists(days.map(date.isoformat), max_size=2).map(tuple),
    exdates=words,
    overrides=st.lists(overrides, max_size=2).map(tuple),
    alert_minutes=st.lists(st.integers(0, 99999), max_size=2).map(tuple),
    task_uid=st.none() | texts,
)
tasks = st.builds(
    Task,
    uid=texts,
    list_uid=st.just(INBOX),
    title=texts,
    created_at=moments,
    updated_at=moments,
    notes=texts,
    due_on=st.none() | days,
    priority=st.sampled_from(Priority),
    tags=words,
    rrule=st.none() | texts,
    completed_at=st.none() | moments,
    position=st.integers(-(2**62), 2**62),
    start_on=st.none() | days,
    estimate_minutes=st.none() | st.integers(1, 9999),
    after_completion=st.booleans(),
    someday=st.booleans(),
)
reminders = st.builds(
    Reminder,
    uid=texts,
    text=texts,
    due_at=moments,
    zone=zones,
    created_at=moments,
    kind=st.sampled_from(ReminderKind),
    state=st.sampled_from(ReminderState),
    item_kind=st.none() | st.sampled_from([ItemKind.TASK, ItemKind.EVENT]),
    item_uid=st.none() | texts,
    recurrence_id=st.none() | texts,
    minutes_before=st.none() | st.integers(0, 99999),
    series_start_at=st.none() | moments,
    became_due_at=st.none() | moments,
    shown_at=st.none() | moments,
    snoozed_until=st.none() | moments,
    acknowledged_at=st.none() | moments,
)
calendars = st.builds(
    Calendar, uid=texts, name=texts, colour=st.sampled_from(Colour), visible=st.booleans(), position=st.integers(0, 9)
)
lists = st.builds(TaskList, uid=texts, name=texts, colour=st.sampled_from(Colour), position=st.integers(0, 9))
KINDS = {Event: ItemKind.EVENT, Task: ItemKind.TASK, Reminder: ItemKind.REMINDER, Calendar: ItemKind.CALENDAR}
items: st.SearchStrategy[Item] = st.one_of(events, tasks, reminders, calendars, lists)


def kind_of(item: Item) -> ItemKind:
    return KINDS.get(type(item), ItemKind.TASK_LIST)


class _Row:
    """A row as the database gives it: values by the names of the columns and by their places."""

    def __init__(self, values: dict[str, Any], columns: list[str]) -> None:
        self.__dict__.update(values)
        self._places = columns

    def __getitem__(self, place: int) -> Any:
        return self.__dict__[self._places[place]]


@settings(deadline=None)
@given(items)
def test_an_item_comes_back_from_its_row_and_from_the_journal(item: Item) -> None:
    shape = ITEM_SHAPES[kind_of(item)]
    plain = in_utc(item)
    assert shape.of_row(_Row(shape.to_row(item), [column.name for column in shape.table.columns])) == plain
    changes = (Change(kind=kind_of(item), uid=item.uid, before=None, after=plain),)
    assert codecs.changes_from_text(codecs.changes_to_text(changes)) == changes


@settings(deadline=None)
@given(
    st.datetimes(NAIVE[2000], NAIVE[2030]),
    zones,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.sampled_from(["", ";COUNT=1", ";COUNT=7", ";UNTIL=20310101", ";UNTIL=20290630T120000Z"]),
    st.sampled_from(["", ";BYDAY=MO,FR", ";WKST=SU"]),
    st.timedeltas(timedelta(0), timedelta(days=3)),
    st.sampled_from(["zoned", "floating", "all_day"]),
)
def test_no_occurrence_is_outside_the_reach(
    start: datetime, zone: str, freq: str, interval: int, end: str, by: str, length: timedelta, sort: str
) -> None:
    start = start.replace(microsecond=0)
    rule = f"FREQ={freq};INTERVAL={interval}{end}{by}"
    span: Span
    match sort:
        case "zoned":
            aware = start.replace(tzinfo=ZoneInfo(zone))
            span = Zoned(aware, aware + length, zone)
        case "floating":
            span = Floating(start.date(), start.time(), length)
        case _:
            start = datetime.combine(start.date(), time())
            span = AllDay(start.date(), start.date() + timedelta(days=1))
    event = Event(uid="e", calendar_uid="personal", title="x", span=span, created_at=NOW, updated_at=NOW, rrule=rule)
    first, last = reach(event)
    assert first < datetime(2030, 1, 3, tzinfo=UTC)
    if last is None:
        return
    # A wall clock rule, cut at the last moment that any reading of UNTIL allows in any zone.
    wide = rule.replace("UNTIL=20310101", "UNTIL=20310101T235959").replace("T120000Z", "T235959")
    latest = start
    for number, occurrence in enumerate(rrulestr(wide, dtstart=start)):
        latest = occurrence
        if number > 3000:
            break
    viewed = ZoneInfo(zone) if sort == "zoned" else ZoneInfo("Etc/GMT+12")
    cut = datetime(2029, 6, 30, 12, tzinfo=UTC) if "T120000Z" in rule and sort == "zoned" else None
    ends = latest.replace(tzinfo=viewed) + (length if sort != "all_day" else timedelta(days=1))
    assert ends.astimezone(UTC) <= last or (cut is not None and latest.replace(tzinfo=viewed) > cut)


# --------------------------------------------------------------------------- two stores, told the same, stay the same

UIDS = ["a", "b", "c"]
a_uid = st.sampled_from(UIDS)
Step = Callable[[UnitOfWork], None]


def _put_task(uid: str, parent: str | None, home: str, title: str) -> Step:
    made = Task(uid=uid, list_uid=home, title=title, created_at=NOW, updated_at=NOW, parent_uid=parent)
    return lambda unit: unit.tasks.put(made)


def _put_list(uid: str, parent: str | None) -> Step:
    return lambda unit: unit.task_lists.put(TaskList(uid=uid, name=uid, parent_uid=parent))


def _put_event(uid: str, home: str, title: str) -> Step:
    span = Zoned(NOW, NOW, "UTC")
    made = Event(uid=uid, calendar_uid=home, title=title, span=span, created_at=NOW, updated_at=NOW)
    return lambda unit: unit.events.put(made)


def _reminder(uid: str, item: str, hours: int, state: ReminderState) -> Reminder:
    due = NOW + timedelta(hours=hours)
    return Reminder(
        uid=uid, text="x", due_at=due, zone="UTC", created_at=NOW, state=state, item_kind=ItemKind.TASK, item_uid=item
    )


titles = st.sampled_from(["one", "two"])
some_reminders = st.builds(_reminder, a_uid, a_uid, st.integers(0, 1), st.sampled_from(ReminderState))
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(_put_task, a_uid, st.none() | a_uid, st.sampled_from([INBOX, *UIDS]), titles),
    st.builds(_put_event, a_uid, st.sampled_from(["personal", *UIDS]), titles),
    some_reminders.map(lambda one: lambda unit: unit.reminders.put(one)),
    some_reminders.map(lambda one: lambda unit: unit.reminders.advance(one)),
    a_uid.map(lambda uid: lambda unit: unit.calendars.put(Calendar(uid=uid, name=uid))),
    st.builds(_put_list, a_uid, st.none() | st.sampled_from([INBOX, *UIDS])),
    st.builds(
        lambda name, uid: lambda unit: getattr(unit, name).remove(uid),
        st.sampled_from(["calendars", "events", "task_lists", "tasks", "reminders"]),
        a_uid,
    ),
)


def everything(store: Store) -> tuple[object, ...]:
    with store.reading() as unit:
        return (
            unit.calendars.all(),
            unit.events.touching(NOW - timedelta(days=1), NOW + timedelta(days=1)),
            unit.task_lists.all(),
            unit.tasks.all(),
            unit.reminders.all(),
        )


def told(store: Store, unit_steps: list[Step]) -> JournalEntry | str:
    try:
        with store.writing() as unit:
            for step in unit_steps:
                step(unit)
            entry = unit.record("x", at=NOW)
            unit.commit()
            return entry
    except AssistantError as error:
        return error.code


def restored(store: Store, entry: JournalEntry, *, backwards: bool) -> str:
    try:
        with store.writing() as unit:
            unit.restore(entry.changes, backwards=backwards)
            unit.commit()
    except AssistantError as error:
        return error.code
    return "done"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(steps, min_size=1, max_size=4), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=6),
)
def test_two_stores_agree_and_undo_leads_back(units: list[list[Step]], restores: list[tuple[int, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as closing:
        real, fake = open_store(Paths.profile(Path(folder)), StillClock()), FakeStore()
        closing.callback(real.close)
        entries = []
        for unit_steps in units:
            before = everything(real)
            entry = told(real, unit_steps)
            other = told(fake, unit_steps)
            assert (entry if isinstance(entry, str) else _changes(entry)) == (
                other if isinstance(other, str) else _changes(other)
            )
            after = everything(real)
            assert after == everything(fake)
            if isinstance(entry, JournalEntry) and isinstance(other, JournalEntry):
                entries.append((entry, other))
                # Reminders live on by themselves, and go with their item, whoever was first.
                if not before[4] and not after[4] and not any(one.kind is ItemKind.REMINDER for one in entry.changes):
                    assert restored(real, entry, backwards=True) == "done"
                    assert everything(real) == before
                    assert restored(real, entry, backwards=False) == "done"
                    assert everything(real) == after
        for number, backwards in restores:
            if entries:
                entry, other = entries[number % len(entries)]
                assert restored(real, entry, backwards=backwards) == restored(fake, other, backwards=backwards)
                assert everything(real) == everything(fake)


def _changes(entry: JournalEntry) -> set[Change]:
    return set(entry.changes)
