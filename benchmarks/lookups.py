"""A calendar of 100,000 events on a real database file: the data of a month, and the search while typing."""

from __future__ import annotations

import gc
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.event import Event
from assistant.domain.spans import AllDay, Zoned
from assistant.services.assistant import Assistant
from assistant.store import tables
from assistant.store.connections import connect, engine
from assistant.store.event_rows import EVENT
from assistant.store.search_index import index_pending
from benchmarks.report import Figure, median, percentile

EVENTS = 100_000
_ZONE = ZoneInfo("Europe/Berlin")
_NOW = datetime(2026, 10, 14, 11, 20, tzinfo=_ZONE)
_YEARS = 20
_SERIES = 400
_WHAT = (
    *("Team meeting", "Dentist", "Lunch", "Call", "Review", "Workshop", "Flight", "Concert", "Visit", "Training"),
    *("看牙医", "项目会议", "午餐", "电话", "评审", "培训", "航班", "音乐会", "家长会", "健身"),
)
_WHO = ("Anna", "Ben", "Chloé", "David", "Elena", "王总", "李娜", "张伟", "小陈", "Fatima", "Grace", "Hugo")
_WHERE = ("Room 4", "Main street 12", "Harbour café", "会议室A", "人民医院", "Online", "", "", "")
_ASKED = (
    *(
        "d",
        "de",
        "den",
        "dentist",
        "team meeting",
        "meeting anna",
        "lunch chloe",
        "harbour",
        "review 77",
        "nothing here",
    ),
    *(
        "会",
        "会议",
        "牙医",
        "看牙医",
        "项目会议",
        "王总",
        "人民医院",
        "kyy",
        "yayi",
        "xmhy",
        "牙医 小陈",
        "w",
        "a",
        "room",
    ),
)


@dataclass(frozen=True, slots=True)
class _Took:
    """Milliseconds of the processor and of the clock."""

    worked: float
    waited: float


def measure() -> list[Figure]:
    """Both figures, over the same events."""
    with tempfile.TemporaryDirectory() as name:
        paths = Paths.profile(Path(name))
        paths.ensure()
        assistant = build(paths, Settings(None))
        try:
            indexed = fill(paths, EVENTS)
            months = _months(assistant)
            asked = _searches(assistant)
        finally:
            assistant.close()
    return [
        _figure("a month of the calendar with 100,000 events, p95", months, 20, "months"),
        _figure("search with 100,000 events, p95", asked, 30, "searches"),
        Figure("indexing an event for the search", indexed / EVENTS * 1e6, "µs"),
    ]


def _figure(name: str, took: list[_Took], bar: float, what: str) -> Figure:
    """In time of the processor: how long other programs held this one up says nothing about it."""
    worked, waited = [one.worked for one in took], [one.waited for one in took]
    detail = (
        f"median {median(worked):.1f} ms, worst {max(worked):.1f} ms of the processor over {len(took)} {what}; "
        f"on the clock p95 {percentile(waited, 0.95):.1f} ms"
    )
    return Figure(name, percentile(worked, 0.95), "ms", bar, detail=detail)


def fill(paths: Paths, count: int) -> float:
    """Writes `count` events over twenty years, a few hundred of them series; the seconds that indexing took."""
    dice = random.Random(1)
    # Written about when they happen, as calendars are: within two months of it.
    batch = sorted(
        (EVENT.to_row(_event(number, dice)) for number in range(count)),
        key=lambda row: row["span_start"] + dice.randrange(60 * 86_400_000_000),
    )
    writers = engine(lambda: connect(paths.database, "rw", 5), "BEGIN IMMEDIATE")
    with writers.begin() as connection:
        for start in range(0, count, 5_000):
            connection.execute(insert(tables.events), batch[start : start + 5_000])
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        began = time.perf_counter()
        index_pending(driver)
        took = time.perf_counter() - began
    writers.dispose()
    return took


def _event(number: int, dice: random.Random) -> Event:
    title = f"{dice.choice(_WHAT)} {dice.choice(_WHO)} {number % 997}"
    day = date(2017, 1, 1) + timedelta(days=dice.randrange(365 * _YEARS))
    if number % 40 == 0:
        span: AllDay | Zoned = AllDay(day, day + timedelta(days=dice.choice((1, 1, 2, 7))))
    else:
        start = datetime(day.year, day.month, day.day, dice.randrange(7, 20), dice.choice((0, 15, 30)), tzinfo=_ZONE)
        span = Zoned(start, start + timedelta(minutes=dice.choice((30, 60, 90))), "Europe/Berlin")
    series = number % (EVENTS // _SERIES) == 0
    # Half of them came from one file, half were written one by one.
    made_at = _NOW if number % 2 else _NOW - timedelta(seconds=number, microseconds=number)
    return Event(
        uid=f"event-{number}",
        calendar_uid="personal",
        title=title,
        span=span,
        created_at=made_at,
        updated_at=made_at,
        location=dice.choice(_WHERE),
        notes=f"Bring the papers of case {number}." if number % 5 == 0 else "",
        people=(dice.choice(_WHO),) if number % 3 == 0 else (),
        rrule=dice.choice(("FREQ=WEEKLY;COUNT=40", "FREQ=MONTHLY", "FREQ=DAILY;COUNT=30")) if series else None,
    )


def _months(assistant: Assistant) -> list[_Took]:
    took = []
    for number in range(120):
        year, month = divmod(number, 12)
        first = datetime(2022 + year, month + 1, 1, tzinfo=_ZONE)
        start = first - timedelta(days=first.weekday())
        took.append(_timed(partial(assistant.schedule.occurrences, start, start + timedelta(days=42))))
    return took


def _searches(assistant: Assistant) -> list[_Took]:
    search = assistant.search.search
    return [_timed(partial(search, text, now=_NOW, most=8)) for _round in range(6) for text in _ASKED]


def _timed(work: Callable[[], object]) -> _Took:
    """What a piece of work takes where the garbage collector works in between, as it does in the window."""
    gc.collect(1)
    gc.disable()
    try:
        began, worked = time.perf_counter(), time.thread_time()
        work()
        return _Took((time.thread_time() - worked) * 1000, (time.perf_counter() - began) * 1000)
    finally:
        gc.enable()
