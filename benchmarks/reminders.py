"""The window with reminders: how late pop-ups come, what waiting costs, and what a hidden start takes."""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from benchmarks.report import Figure, median, percentile
from benchmarks.window import bare_memory, memory_of

_COUNT = 1000
_SPREAD = 300.0
_AHEAD = 5.0
_ANSWER_EVERY = 2.0
_IDLE = 60.0
_LATE_ONES = 3
_SETTLE = 8.0
_SHOWN = re.compile(r"^(\S+ \S+) .* shown (\S+)$", re.MULTILINE)


class _Window:
    """The program, started hidden on a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self.paths = Paths.profile(folder)
        self.paths.ensure()
        self.process: psutil.Popen | None = None

    def start(self) -> float:
        """Starts it; returns how long it took until it was complete, in seconds."""
        began = time.perf_counter()
        before = self.log().count("the window is complete")
        command = [sys.executable, "-m", "assistant", "--profile", str(self.paths.data.parent), "gui", "--hidden"]
        self.process = psutil.Popen(command, env=os.environ | {"QT_LOGGING_RULES": "*.warning=false"})
        while self.log().count("the window is complete") == before:
            if time.perf_counter() - began > 60:
                raise RuntimeError("the window was not complete within a minute")
            time.sleep(0.01)
        return time.perf_counter() - began

    def log(self) -> str:
        files = sorted(self.paths.logs.glob("assistant.log*"), reverse=True)
        return "".join(file.read_text(encoding="utf-8") for file in files)

    def shown(self) -> dict[str, datetime]:
        """When each pop-up came up."""
        form = "%Y-%m-%d %H:%M:%S,%f"
        return {uid: datetime.strptime(at, form).astimezone(UTC) for at, uid in _SHOWN.findall(self.log())}

    def end(self) -> None:
        assert self.process is not None
        self.process.terminate()
        self.process.wait(20)


def measure() -> list[Figure]:
    """About seven minutes: five of reminders, one of waiting."""
    with tempfile.TemporaryDirectory() as name:
        return [_timing(Path(name) / "timing"), *_idle(Path(name) / "idle"), _catching_up(Path(name) / "late")]


def _timing(folder: Path) -> Figure:
    window, chance = _Window(folder), random.Random(4)
    window.start()
    assistant = build(window.paths, Settings(None), with_engines=False)
    try:
        first = datetime.now(UTC) + timedelta(seconds=_AHEAD + _COUNT / 100)
        with assistant.store.writing() as unit:  # one commit, as an import would make it
            from assistant.domain.reminder import Reminder

            for number in range(_COUNT):
                due = first + timedelta(seconds=chance.random() * _SPREAD)
                unit.reminders.advance(
                    Reminder(uid=f"bench-{number}", text=str(number), due_at=due, zone="UTC", created_at=first)
                )
            unit.commit()
        end = first + timedelta(seconds=_SPREAD + 5)
        while datetime.now(UTC) < end:
            time.sleep(_ANSWER_EVERY)
            pending = [one.uid for one in assistant.reminders.pending() if one.shown_at is not None]
            assistant.reminders.acknowledge_all(pending)
        due_at = {one.uid: one.due_at for one in assistant.reminders.all()}
    finally:
        assistant.close()
        window.end()
    shown = window.shown()
    late = [(shown[uid] - due).total_seconds() * 1000 for uid, due in due_at.items()]
    return Figure(
        "pop-up after its due time, p99",
        percentile(late, 0.99),
        "ms",
        250,
        detail=f"median {median(late):.0f} ms, worst {max(late):.0f} ms over {_COUNT} at random in {_SPREAD:.0f} s",
    )


def _idle(folder: Path) -> list[Figure]:
    """A day with some reminders ahead, and nothing to do."""
    window = _Window(folder)
    assistant = build(window.paths, Settings(None), with_engines=False)
    for hour in range(1, 20):
        assistant.reminders.create("ahead", datetime.now(UTC) + timedelta(hours=hour))
    assistant.close()
    window.start()
    try:
        time.sleep(_SETTLE)
        assert window.process is not None
        memory = memory_of(window.process.pid)
        before = sum(window.process.cpu_times()[:2])
        time.sleep(_IDLE)
        used = sum(window.process.cpu_times()[:2]) - before
    finally:
        window.end()
    bare = bare_memory()
    return [
        Figure("idle processor time over a minute", used / _IDLE * 100, "%", 0.5, detail=f"{used:.2f} s of one core"),
        Figure(
            "memory of a hidden start above a bare PySide6 window",
            memory - bare,
            "MB",
            90,
            detail=f"{memory:.0f} MB against {bare:.0f} MB (PSS)",
        ),
    ]


def _catching_up(folder: Path) -> Figure:
    """Reminders that fell due while the program was closed."""
    window = _Window(folder)
    assistant = build(window.paths, Settings(None), with_engines=False)
    for _ in range(_LATE_ONES):
        assistant.reminders.create("late", datetime.now(UTC) + timedelta(seconds=0.5))
    time.sleep(1)
    window.start()
    complete = datetime.now(UTC)
    while len(window.shown()) < _LATE_ONES:
        time.sleep(0.02)
    last = max(window.shown().values())
    assistant.close()
    window.end()
    return Figure(
        "late ones after the window's start",
        max(0.0, (last - complete).total_seconds()),
        "s",
        2,
        detail=f"{_LATE_ONES} that fell due while the program was closed",
    )
