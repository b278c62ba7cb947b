"""The system says that it woke up; a stand-in for logind on a bus of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.faults.conftest import Life, tell, wait_for

_MANAGER = "org.freedesktop.login1.Manager"


@pytest.fixture
def system_bus() -> Iterator[str]:
    """The address of a bus that belongs to this test alone."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert bus.stdout is not None
    yield bus.stdout.readline().strip()
    bus.terminate()
    bus.wait(10)
    bus.stdout.close()


@pytest.fixture
def logind(system_bus: str) -> Iterator[dict[str, str]]:
    """The environment in which that bus is the system's, with logind's stand-in on it."""
    told = {"DBUS_SYSTEM_BUS_ADDRESS": system_bus}
    # The system's own interpreter: the stand-in is a system package.
    mock = subprocess.Popen(["/usr/bin/python3", "-m", "dbusmock", "--system", "-t", "logind"], env=os.environ | told)
    there = ["gdbus", "wait", "--system", "--timeout", "30", "org.freedesktop.login1"]
    subprocess.run(there, env=os.environ | told, check=True)
    yield told
    mock.terminate()
    mock.wait(10)


def emit(told: dict[str, str], *, asleep: bool) -> None:
    call = ["gdbus", "call", "--system", "-d", "org.freedesktop.login1", "-o", "/org/freedesktop/login1"]
    method = ["-m", "org.freedesktop.DBus.Mock.EmitSignal", _MANAGER, "PrepareForSleep", "b"]
    subprocess.run([*call, *method, f"[<{str(asleep).lower()}>]"], env=os.environ | told, check=True, timeout=30)


def test_waking_up_is_heard(life: Life, logind: dict[str, str]) -> None:
    life.start(**logind)
    wait_for(lambda: "the window is complete" in life.log(), "ready", 60)
    with life.services() as assistant:
        assistant.reminders.create("overslept", life.now() + timedelta(minutes=20))
    emit(logind, asleep=True)
    wait_for(lambda: "the computer falls asleep" in life.log(), "falling asleep is heard")
    life.shift(8 * 3600)
    emit(logind, asleep=False)
    wait_for(lambda: "the computer woke up" in life.log(), "waking up is heard")
    wait_for(lambda: len(life.shown()) == 1, "it comes")
    life.stop()
    tell("woken by the system")
