"""Desktops of Linux that keep do-not-disturb among their settings."""

from __future__ import annotations

import os
import shutil
import subprocess

_PATIENCE = 1.0
# Desktop, schema, key, and what the key reads as while nobody shall be disturbed.
_SETTINGS = (
    ("GNOME", "org.gnome.desktop.notifications", "show-banners", "false"),
    ("UNITY", "org.gnome.desktop.notifications", "show-banners", "false"),
    ("MATE", "org.mate.NotificationDaemon", "do-not-disturb", "true"),
    ("X-CINNAMON", "org.cinnamon.desktop.notifications", "display-notifications", "false"),
)


def silenced() -> bool:
    """True where the desktop that runs has its banners switched off. Any thread; takes as long as a small command."""
    running = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    found = next((one for one in _SETTINGS if one[0] in running), None)
    if found is None:
        return False
    _name, schema, key, silent = found
    return read_setting(schema, key) == silent


def read_setting(schema: str, key: str) -> str:
    """What ``gsettings`` reads; "" where there is no such command, schema or key."""
    command = shutil.which("gsettings")
    if command is None:
        return ""
    try:
        done = subprocess.run(
            [command, "get", schema, key],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
            env=own_libraries(dict(os.environ)),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def own_libraries(environment: dict[str, str]) -> dict[str, str]:
    """The environment for a command of the system: a frozen program points the loader at its own libraries. Pure."""
    before = environment.get("LD_LIBRARY_PATH_ORIG")
    cleaned = {name: value for name, value in environment.items() if not name.startswith("LD_LIBRARY_PATH")}
    return cleaned if before is None else {**cleaned, "LD_LIBRARY_PATH": before}
