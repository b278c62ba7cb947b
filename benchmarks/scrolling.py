"""The calendar while somebody goes through a year with 10,000 events: how long the window's thread is busy a frame."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.config.system_clock import SystemClock
from assistant.desktop.calendar.pane import CalendarPane
from assistant.desktop.desk import Desk
from assistant.desktop.theme import install_theme
from assistant.domain.event import Event
from assistant.domain.spans import AllDay, Zoned
from assistant.store import open_store
from benchmarks.report import Figure, percentile

EVENTS = 10_000
_FRAME = 1000 / 60
_ZONE = "Europe/Berlin"
_TITLES = ("Stand-up", "Lunch with Ana", "Budget call", "Dentist", "1:1", "设计评审", "Client workshop in the big room")


def _fill(paths: Paths, year: int) -> None:
    """Events all over the year between seven and half past nine in the evening, every fortieth of whole days."""
    chance, first = random.Random(7), datetime(year, 1, 1, 7, tzinfo=ZoneInfo(_ZONE))
    store = open_store(paths, SystemClock())
    with store.writing() as unit:
        for number in range(EVENTS):
            start = first + timedelta(days=chance.randrange(365), minutes=15 * chance.randrange(52))
            whole = AllDay(start.date(), start.date() + timedelta(days=1 + number % 3))
            timed = Zoned(start, start + timedelta(minutes=chance.choice((30, 45, 60, 90))), _ZONE)
            unit.events.put(
                Event(
                    uid=f"e{number}",
                    calendar_uid="personal",
                    title=f"{chance.choice(_TITLES)} {number}",
                    span=timed if number % 40 else whole,
                    created_at=first,
                    updated_at=first,
                )
            )
        unit.record(f"Added {EVENTS} events", at=first)
        unit.commit()
    store.close()


class _Hands:
    """Turns the window's loop as often as a screen draws, and notes how long each turn keeps the thread busy.

    Busy is measured in time of the processor: how long other programs held it up says nothing about this one.
    """

    def __init__(self, app: QApplication, pane: CalendarPane) -> None:
        self._app, self._pane = app, pane
        self._frames: list[float] = []
        self._waited: list[float] = []
        self.between: list[float] = []
        self.ready: list[float] = []

    def _turn(self, turns: list[float], act: Callable[[], object] = lambda: None) -> None:
        worked = time.thread_time()
        act()
        self._app.processEvents()
        turns.append((time.thread_time() - worked) * 1000)

    def rest(self) -> None:
        """Until what was asked for is there and drawn, and what will be asked for next is ready."""
        end, quiet, turns = time.monotonic() + 60, 0, list[float]()
        while quiet < 4 and time.monotonic() < end:
            self._turn(turns)
            time.sleep(0.002)
            quiet = quiet + 1 if self._pane.pages.knows() and self._pane.pages.ready else 0
        self.ready.append(sum(turns))
        self.between += turns

    def act(self, act: Callable[[], object]) -> None:
        """One turn of the wheel, with everything that follows before the next frame can be shown."""
        began = time.perf_counter()
        self._turn(self._frames, act)
        self._waited.append((time.perf_counter() - began) * 1000)

    def figure(self, name: str) -> Figure:
        """What was noted since the last figure."""
        frames, self._frames = self._frames, []
        waited, self._waited = self._waited, []
        detail = (
            f"p99 {percentile(frames, 0.99):.1f} ms, median {percentile(frames, 0.5):.1f} ms of the processor; on the "
            f"clock p95 {percentile(waited, 0.95):.1f} ms; {len(frames)} frames, {EVENTS} events in the year"
        )
        return Figure(f"calendar frame, {name}, p95", percentile(frames, 0.95), "ms", _FRAME, detail=detail)


def _measured(hands: _Hands, pane: CalendarPane, year: int) -> list[Figure]:
    figures = []
    pane.show_view("week")
    hands.rest()
    hands.between.clear()
    for name, first, count in (("week", date(year, 1, 6), 48), ("month", date(year, 1, 6), 11)):
        pane.show_view(name)
        pane.show_day(first)
        hands.rest()
        for step in (1, -1):
            for _ in range(count):
                hands.act(partial(pane.step, step))
                hands.rest()
        figures.append(hands.figure(f"{name} by {name}"))
    figures += [
        Figure(
            "calendar, a turn of the loop in between, p99",
            percentile(hands.between, 0.99),
            "ms",
            _FRAME,
            detail=f"longest {max(hands.between):.1f} ms of {len(hands.between)} turns: weeks, months made ready ahead",
        ),
        Figure("calendar, until the next week or month is ready, p95", percentile(hands.ready, 0.95), "ms"),
    ]
    pane.show_view("week")
    hands.rest()
    for view, bar in (("hours", pane.pages.hours.area), ("agenda", pane.pages.agenda.list)):
        pane.show_view("week" if view == "hours" else "agenda")
        hands.rest()
        scroll = bar.verticalScrollBar()
        scroll.setValue(0)
        hands.rest()
        for _ in range(200):
            hands.act(partial(scroll.setValue, (scroll.value() + 24) % max(1, scroll.maximum())))
        figures.append(hands.figure(f"scrolling the {view}"))
    pane.show_view("year")
    hands.rest()
    for step in (1, -1) * 6:
        hands.act(partial(pane.step, step))
        hands.rest()
    return [*figures, hands.figure("year by year")]


def measure() -> list[Figure]:
    """Goes through the views; days were loaded before they are shown, as they are when somebody scrolls."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    year = datetime.now(ZoneInfo(_ZONE)).year
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.profile(Path(folder))
        paths.ensure()
        _fill(paths, year)
        settings = Settings(None)
        assistant = build(paths, settings)
        install_theme(app, settings, "en")
        desk = Desk(assistant)
        pane = CalendarPane(desk)
        pane.resize(1200, 760)
        pane.show()
        try:
            return _measured(_Hands(app, pane), pane, year)
        finally:
            pane.hide()
            desk.close()
            assistant.close()
