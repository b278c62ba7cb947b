"""A profile, a clock that can be moved, and the real program in a process of its own."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.config.system_clock import ShiftedClock
from assistant.services.assistant import Assistant
from assistant.store.tables import from_ticks
from tests.helpers.models import tiny_model

__all__ = ["tiny_model"]

LONG = os.environ.get("ASSISTANT_FAULTS") == "long"
TALLY: dict[str, int] = {}
_ROOT = Path(__file__).parents[2]
_SHOWN = re.compile(r" (\d+) \S+ assistant\.desktop\.popups\.reminder_popups: shown (\S+)")


def tell(kind: str, cases: int = 1) -> None:
    """Counts cases for the report."""
    TALLY[kind] = TALLY.get(kind, 0) + cases


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TALLY:
        told = ", ".join(f"{kind} {cases}" for kind, cases in TALLY.items())
        form = "long" if LONG else "short"
        terminalreporter.write_line(f"faults ({form} form): {sum(TALLY.values())} cases ran: {told}")


def wait_for(condition: Callable[[], object], what: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"did not happen within {seconds} s: {what}"
        time.sleep(0.02)


class Life:
    """One profile and the processes that come and go on it."""

    def __init__(self, folder: Path, zone: str = "Europe/Berlin") -> None:
        self.profile = folder
        self.paths = Paths.profile(folder)
        self.paths.ensure()
        (self.paths.state / "told-about-hidden").touch()  # a pop-up nobody here would answer
        self.clock_file = folder / "clock"
        self.zone = zone
        Settings(self.paths.settings).set("sound", "off")  # heard in tests of its own; hundreds of lives go faster
        self.shift(0)
        self.process: subprocess.Popen[bytes] | None = None

    # ------------------------------------------------------------------------------------------------- time

    @property
    def clock(self) -> ShiftedClock:
        return ShiftedClock(self.clock_file)

    def now(self) -> datetime:
        return self.clock.now()

    def shift(self, seconds: float, zone: str | None = None, *, slept: float = 0) -> None:
        """The wall clock is that far from the real one from now on, so much of it by sleep."""
        self.zone = zone or self.zone
        fresh = self.clock_file.with_suffix(".new")
        fresh.write_text(f"{seconds} {self.zone} {slept}", encoding="ascii")
        fresh.replace(self.clock_file)

    def set(self, moment: datetime, zone: str | None = None) -> None:
        """The wall clock jumps to a moment."""
        self.shift((moment - datetime.now(UTC)).total_seconds(), zone)

    # ------------------------------------------------------------------------------------------------- processes

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "ASSISTANT_CLOCK_FILE": str(self.clock_file),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*.warning=false",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "XDG_CURRENT_DESKTOP": "",
            "DISPLAY": "",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(_ROOT),
        }

    def start(self, *, hidden: bool = True, **more: str) -> subprocess.Popen[bytes]:
        """The program itself."""
        command = [sys.executable, "-m", "assistant", "--profile", str(self.profile), "gui"]
        command += ["--hidden"] if hidden else []
        self.process = subprocess.Popen(command, env=self.environment | more, cwd=_ROOT)
        return self.process

    def start_ready(self) -> None:
        before = self.log().count("watched for reminders")
        self.start()
        wait_for(lambda: self.log().count("watched for reminders") > before, "the window is complete", 60)

    def start_with_hand(self, **more: str) -> subprocess.Popen[bytes]:
        """The program with somebody at it; see `runner`."""
        command = [sys.executable, "-m", "tests.faults.runner", str(self.profile)]
        self.process = subprocess.Popen(command, env=self.environment | more, cwd=_ROOT)
        return self.process

    def run_with_hand(self, kill_at: int = 0) -> int:
        """The program with somebody who answers, until it ends; its exit code."""
        return self.start_with_hand(FAULTS_KILL=str(kill_at)).wait(90)

    def kill(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(20)

    def stop(self) -> None:
        """Asked to end; by force where it does not listen."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
                pytest.fail("the program did not end when it was asked to")

    # ------------------------------------------------------------------------------------------------- looking

    def log(self) -> str:
        texts = [
            file.read_text(encoding="utf-8") for file in sorted(self.paths.logs.glob("assistant.log*"), reverse=True)
        ]
        return "".join(texts)

    def shown(self) -> list[tuple[int, str]]:
        """Process and uid of every pop-up that came up, in order."""
        return [(int(found[1]), found[2]) for found in _SHOWN.finditer(self.log())]

    def rows(self, query: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(f"file:{self.paths.database}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def states(self, text: str = "%") -> dict[str, str]:
        """State by uid of the reminders whose text is like that."""
        return {
            str(uid): str(state)
            for uid, state in self.rows(f"SELECT uid, state FROM reminders WHERE text LIKE '{text}'")
        }

    def moments(self, text: str) -> list[datetime]:
        """When the reminders of that text are due, in order."""
        rows = self.rows(f"SELECT due_at FROM reminders WHERE text = '{text}' ORDER BY due_at")
        return [from_ticks(int(str(row[0]))).astimezone(ZoneInfo(self.zone)) for row in rows]

    @contextmanager
    def services(self) -> Iterator[Assistant]:
        """The services in this process, as a command beside the window has them."""
        assistant = build(self.paths, Settings(None), clock=self.clock, with_engines=False)
        try:
            yield assistant
        finally:
            assistant.close()


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    made = Life(tmp_path / "profile")
    yield made
    made.kill()


@pytest.fixture
def chance() -> random.Random:
    """Chance that can be repeated: a failing test prints the seed."""
    seed = int(os.environ.get("ASSISTANT_FAULTS_SEED", str(random.SystemRandom().randrange(10**6))))
    sys.stdout.write(f"ASSISTANT_FAULTS_SEED={seed}\n")
    return random.Random(seed)
