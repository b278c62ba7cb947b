"""Started at login, on a screen without a tray: hidden, and in reach all the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.e2e.conftest import Program, wait_for
from tests.e2e.test_notifications import Daemon, daemon

__all__ = ["daemon"]
_WINDOW = "^Assistant$|^助手$"
# The panel of a desktop may come up late; the test does not wait a minute for that.
_IMPATIENT = """
import sys
import assistant.desktop.staying
from assistant.__main__ import main
assistant.desktop.staying._LOOK_MS = 20
sys.argv = ["assistant", "--profile", sys.argv[1], "gui", "--hidden"]
sys.exit(main())
"""


@pytest.mark.usefixtures("managed")
def test_it_stays_hidden_says_where_it_is_and_comes_when_started_again(program: Program, daemon: Daemon) -> None:
    program.extra["DBUS_SESSION_BUS_ADDRESS"] = daemon.environment["DBUS_SESSION_BUS_ADDRESS"]
    program.process = subprocess.Popen(
        [sys.executable, "-c", _IMPATIENT, str(program.profile)], env=program.environment
    )
    wait_for(lambda: daemon.ask("count", "displayed") == "1", "it says where it is", 60)
    assert program.find_window(_WINDOW) is None
    assert program.command("do", "remind me to stretch in 4 seconds").returncode == 0
    popup = program.window("^Reminder")
    assert program.find_window(_WINDOW) is None, "a reminder comes without the window"
    program.focus(popup)
    program.key("Return")
    again = program.command("gui")
    assert again.returncode == 0, again.stderr
    program.focus(program.window(_WINDOW))
    program.key("alt+F4")
    wait_for(lambda: program.find_window(_WINDOW) is None, "the window closes")
    assert program.command("do", "remind me to drink in 4 seconds").returncode == 0
    program.window("^Reminder")
    assert program.process.poll() is None, "and the program goes on"
