"""A screen, a real process of the program, and hands on its keyboard and mouse."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")


def wait_for(probe: Callable[[], T | None], what: str, seconds: float = 20) -> T:
    """Polls until `probe` gives something; fails with `what` when it never does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = probe()
        if found:
            return found
        time.sleep(0.05)
    pytest.fail(f"did not happen within {seconds} s: {what}")


def soon(happened: Callable[[], bool], seconds: float = 8) -> bool:
    """Gives the program a moment; False where it did nothing, so that the hand may try again.

    Long enough for a busy computer: a hand that tries again while the first try is still on its way does it twice.
    """
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The name of a display of our own, such as ``:7``."""
    for tool in ("Xvfb", "xdotool"):
        assert shutil.which(tool), f"{tool} is needed; `make test` installs it"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "the virtual screen did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def managed(screen: str) -> Iterator[str]:
    """The display, with a window manager on it."""
    assert shutil.which("openbox"), "openbox is needed; `make test` installs it"
    environment = os.environ | {"DISPLAY": screen}
    manager = subprocess.Popen(["openbox", "--sm-disable"], env=environment, stderr=subprocess.DEVNULL)

    def there() -> bool:
        told = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=environment, capture_output=True)
        return b"window id" in told.stdout

    wait_for(there, "the window manager runs")
    yield screen
    manager.terminate()
    manager.wait(10)


@dataclass
class Program:
    """One running window and the profile behind it."""

    profile: Path
    display: str
    extra: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    newcomer: bool = False
    """Is greeted at the first start."""

    @property
    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
        kept |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_CURRENT_DESKTOP": ""}
        return kept | {"DISPLAY": self.display, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"} | self.extra

    @property
    def database(self) -> Path:
        return self.profile / "data" / "assistant.db"

    def start(self, *arguments: str) -> None:
        """Starts the window and waits until it takes keys."""
        if not self.newcomer:
            (self.profile / "state").mkdir(parents=True, exist_ok=True)
            (self.profile / "state" / "welcomed").touch()
        log = self.profile / "logs" / "assistant.log"
        before = log.read_text(encoding="utf-8").count("the window is usable") if log.exists() else 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "--profile", str(self.profile), *arguments], env=self.environment
        )
        wait_for(
            lambda: log.exists() and log.read_text(encoding="utf-8").count("the window is usable") > before,
            "the window became usable",
            60,
        )
        self.focus(self.window("^Assistant$|^助手$"))

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs the command line on the same profile."""
        return subprocess.run(
            [sys.executable, "-m", "assistant", "--profile", str(self.profile), *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Reads the database behind the program's back; nothing while it is still being made."""
        if not self.database.exists() or not self.tables():
            return []
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as connection:
            return connection.execute(query).fetchall()

    def tables(self) -> set[str]:
        """Names of the tables there are."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as connection:
            return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}

    def _hands(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip()

    def hands(self, *arguments: str) -> None:
        """One row of moves and presses, as xdotool has them."""
        self._hands(*arguments)

    def find_window(self, title: str) -> str | None:
        """The newest visible window whose title matches a regular expression."""
        found = self._hands("search", "--onlyvisible", "--name", title).split()
        return found[-1] if found else None

    def window(self, title: str, seconds: float = 20) -> str:
        """Waits for a window to appear."""
        return wait_for(lambda: self.find_window(title), f"a window titled {title}", seconds)

    def focus(self, window: str) -> None:
        self._hands("windowraise", window)
        self._hands("windowfocus", "--sync", window)

    def type(self, text: str) -> None:
        self._hands("type", "--delay", "12", text)

    def key(self, *keys: str) -> None:
        for name in keys:
            self._hands("key", name)

    def click(self, x: int, y: int) -> None:
        self._hands("mousemove", str(x), str(y), "click", "1")

    def place(self, window: str) -> tuple[int, int, int, int]:
        """Left, top, width and height of a window on the screen."""
        facts = dict(
            line.split("=") for line in self._hands("getwindowgeometry", "--shell", window).split() if "=" in line
        )
        return int(facts["X"]), int(facts["Y"]), int(facts["WIDTH"]), int(facts["HEIGHT"])

    def picture(self, path: Path) -> None:
        """A screenshot of the whole screen, for a person to look at."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=False, timeout=30)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
                pytest.fail("the program did not end within 15 s of being asked to")


@pytest.fixture
def program(screen: str, tmp_path: Path) -> Iterator[Program]:
    """A program on an empty profile, not started yet; ended afterwards, and politely."""
    made = Program(tmp_path / "profile", screen)
    yield made
    made.stop()
