"""The system's notifications, shown by a real notification daemon on a bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import Program, wait_for


class Daemon:
    """dunst, and a hand on its buttons."""

    def __init__(self, bus: str, display: str, folder: Path) -> None:
        self.environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus, "DISPLAY": display}
        self._folder = folder
        self._choice = folder / "choice"

    def start(self) -> subprocess.Popen[bytes]:
        pick = self._folder / "pick.sh"
        pick.write_text(f'#!/bin/sh\nexec grep -m1 "$(cat {self._choice})"\n')
        pick.chmod(0o755)
        rules = self._folder / "dunstrc"
        rules.write_text(f"[global]\ndmenu = {pick}\n")
        process = subprocess.Popen(["dunst", "-conf", str(rules)], env=self.environment, stderr=subprocess.DEVNULL)
        wait_for(lambda: self.ask("count", "displayed") == "0", "the daemon runs")
        return process

    def ask(self, *words: str) -> str:
        done = subprocess.run(["dunstctl", *words], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def press(self, button: str) -> None:
        self._choice.write_text(button)
        self.ask("context")


@pytest.fixture
def daemon(screen: str, tmp_path: Path) -> Iterator[Daemon]:
    for tool in ("dunst", "dunstctl", "dbus-daemon"):
        assert shutil.which(tool), f"{tool} is needed; `make test` installs it"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"XDG_DATA_DIRS": str(tmp_path)},  # starts no daemon by itself
    )
    assert bus.stdout is not None
    made = Daemon(bus.stdout.readline().strip(), screen, tmp_path)
    process = made.start()
    yield made
    process.terminate()
    process.wait(10)
    bus.terminate()
    bus.wait(10)
    bus.stdout.close()


@pytest.fixture
def notified(program: Program, daemon: Daemon) -> Program:
    """A program whose settings ask for system notifications."""
    settings = program.profile / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('system_notifications = "on"\nlanguage = "en"\n', encoding="utf-8")
    program.extra["DBUS_SESSION_BUS_ADDRESS"] = daemon.environment["DBUS_SESSION_BUS_ADDRESS"]
    return program


def state(program: Program) -> str:
    rows = program.rows("SELECT state FROM reminders")
    return str(rows[0][0]) if rows else ""


def test_done_and_snooze_come_back_from_the_system(notified: Program, daemon: Daemon) -> None:
    notified.start()
    for button, wanted in (("Snooze 10 min", "snoozed"), ("Done", "acknowledged")):
        made = notified.command("do", "remind me to stretch in 2 seconds")
        assert made.returncode == 0, made.stderr
        wait_for(lambda: daemon.ask("count", "displayed") == "1", "the notification is shown")
        daemon.press(button)
        wait_for(lambda wanted=wanted: wanted in {r[0] for r in notified.rows("SELECT state FROM reminders")}, button)
        wait_for(lambda: notified.find_window("^Reminder") is None, "the pop-up went away too")
        daemon.ask("close-all")  # a button of this daemon's menu leaves the notification where it is
        wait_for(lambda: daemon.ask("count", "displayed") == "0", "nothing is left")


def test_a_notification_goes_when_the_popup_is_answered(notified: Program, daemon: Daemon) -> None:
    notified.start()
    assert notified.command("do", "remind me to stretch in 2 seconds").returncode == 0
    popup = notified.window("^Reminder")
    wait_for(lambda: daemon.ask("count", "displayed") == "1", "the notification is shown")
    notified.focus(popup)
    notified.key("Return")
    wait_for(lambda: state(notified) == "acknowledged", "Done is stored")
    wait_for(lambda: daemon.ask("count", "displayed") == "0", "the notification went away")


def test_without_a_daemon_the_popup_comes_all_the_same(notified: Program, daemon: Daemon) -> None:
    notified.extra["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    notified.start()
    assert notified.command("do", "remind me to stretch in 2 seconds").returncode == 0
    notified.window("^Reminder")
    assert state(notified) == "shown"
