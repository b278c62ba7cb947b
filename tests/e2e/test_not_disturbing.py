"""Whether somebody would be disturbed: asked of a real notification daemon, real settings, a real window manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.desktop.disturbance import desktops, x11
from tests.e2e.conftest import Program, wait_for
from tests.e2e.test_notifications import Daemon, daemon

__all__ = ["daemon"]

_FILM = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("film")
window.showFullScreen() if sys.argv[1] == "full" else window.show()
app.exec()
"""


@pytest.fixture
def film(managed: str) -> Iterator[subprocess.Popen[bytes]]:
    """Another program, in full screen."""
    process = show("full", managed)
    yield process
    process.terminate()
    process.wait(10)


def show(how: str, display: str) -> subprocess.Popen[bytes]:
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"} | {"DISPLAY": display}
    return subprocess.Popen([sys.executable, "-c", _FILM, how], env=environment, stderr=subprocess.DEVNULL)


def states(program: Program) -> list[object]:
    return [row[0] for row in program.rows("SELECT state FROM reminders ORDER BY due_at")]


def test_a_film_holds_a_reminder_back_until_it_ends(program: Program, film: subprocess.Popen[bytes]) -> None:
    program.start()
    program.focus(program.window("^film$"))
    assert program.command("do", "remind me to stretch in 4 seconds").returncode == 0
    assert program.command("do", "set a timer for 5 seconds").returncode == 0
    wait_for(lambda: states(program) == ["due", "shown"], "the timer comes, the reminder waits")
    film.terminate()
    film.wait(10)
    wait_for(lambda: states(program) == ["shown", "shown"], "the reminder comes after the film", 60)


def test_only_a_full_screen_in_front_counts(managed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", managed)
    assert not x11.full_screen()
    window = show("small", managed)
    film = show("full", managed)
    try:
        bring_forward(full=True)
        wait_for(x11.full_screen, "the film is seen")
        bring_forward(full=False)
        wait_for(lambda: not x11.full_screen(), "the other window is in front")
    finally:
        for process in (window, film):
            process.terminate()
            process.wait(10)


def bring_forward(*, full: bool) -> None:
    def done() -> bool:
        found = subprocess.run(["xdotool", "search", "--name", "^film$"], capture_output=True, text=True, check=False)
        for one in found.stdout.split():
            state = subprocess.run(["xprop", "-id", one, "_NET_WM_STATE"], capture_output=True, text=True, check=False)
            if ("FULLSCREEN" in state.stdout) is full:
                return subprocess.run(["xdotool", "windowactivate", one], check=False).returncode == 0
        return False

    wait_for(done, "the window is brought forward")


def test_without_a_display_nothing_is_full_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    assert not x11.full_screen()
    monkeypatch.delenv("DISPLAY")
    assert not x11.full_screen()


def test_a_paused_notification_service_holds_back(program: Program, daemon: Daemon) -> None:
    program.extra["DBUS_SESSION_BUS_ADDRESS"] = daemon.environment["DBUS_SESSION_BUS_ADDRESS"]
    program.start()
    daemon.ask("set-paused", "true")
    for text in ("remind me to stretch in 4 seconds", "remind me to drink in 5 seconds"):
        assert program.command("do", text).returncode == 0
    wait_for(lambda: states(program) == ["due", "due"], "they are due")
    assert program.find_window("^Reminder") is None
    daemon.ask("set-paused", "false")
    wait_for(lambda: states(program) == ["shown", "shown"], "they come when the pause is over", 60)
    program.window("^Reminder")


def test_a_desktop_with_its_banners_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shutil.which("gsettings"), "gsettings is needed; `make test` installs it"
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert not desktops.silenced()
    subprocess.run(["gsettings", "set", "org.gnome.desktop.notifications", "show-banners", "false"], check=True)
    assert desktops.silenced()
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "LXQt")
    assert not desktops.silenced(), "another desktop's setting means nothing here"
    assert desktops.read_setting("no.such.schema", "key") == ""


def test_a_command_of_the_system_gets_the_systems_libraries() -> None:
    frozen = {"PATH": "/bin", "LD_LIBRARY_PATH": "/opt/program", "LD_LIBRARY_PATH_ORIG": "/usr/lib"}
    assert desktops.own_libraries(frozen) == {"PATH": "/bin", "LD_LIBRARY_PATH": "/usr/lib"}
    assert desktops.own_libraries({"LD_LIBRARY_PATH": "/opt/program"}) == {}


_MOCK = "org.freedesktop.DBus.Mock"
_INHIBITED = "from assistant.desktop.disturbance.notifications import inhibited; print(inhibited())"


def test_a_service_that_says_it_is_inhibited(tmp_path: Path) -> None:
    """As the one of KDE does; a stand-in on a bus of its own."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert bus.stdout is not None
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

    def asked() -> str:
        done = subprocess.run([sys.executable, "-c", _INHIBITED], env=environment, capture_output=True, text=True)
        return done.stdout.strip()

    assert asked() == "False", "nobody is there"
    # The system's own interpreter: the stand-in is a system package.
    mock = subprocess.Popen(["/usr/bin/python3", "-m", "dbusmock", name, path, name], env=environment)
    try:
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "30", name], env=environment, check=True)
        assert asked() == "False", "it has no such property"
        for value, wanted in (("false", "False"), ("true", "True")):
            add = ["gdbus", "call", "--session", "-d", name, "-o", path, "-m", f"{_MOCK}.UpdateProperties"]
            if value == "false":
                add = [*add[:-1], f"{_MOCK}.AddProperty", name, "Inhibited", "<false>"]
            else:
                add = [*add, name, "{'Inhibited': <true>}"]
            subprocess.run(add, env=environment, check=True, capture_output=True)
            assert asked() == wanted
    finally:
        mock.terminate()
        mock.wait(10)
        bus.terminate()
        bus.wait(10)
        bus.stdout.close()
