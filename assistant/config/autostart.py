"""Starting hidden at login, where the person wants it: a file or a registry value, after each system's own custom."""

from __future__ import annotations

import os
import plistlib
import sys
from pathlib import Path

from assistant.config.errors import AssistantError
from assistant.config.paths import APP, Paths

_AGENT = "io.github.local-assistant"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_SPECIAL = '"`$\\'


def login_command(paths: Paths) -> tuple[str, ...]:
    """What starts this program hidden, with this profile."""
    program = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", APP)
    profile = () if paths == Paths.default() else ("--profile", str(paths.data.parent))
    return (*program, *profile, "gui", "--hidden")


def start_at_login(paths: Paths, *, wanted: bool) -> None:
    """Makes the system start the program at login, or no longer.

    Raises:
        AssistantError: ``autostart.refused`` where the system does not let us.
    """
    try:
        if sys.platform == "win32":
            _in_registry(login_command(paths), wanted=wanted)
        elif sys.platform == "darwin":
            agent = Path.home() / "Library/LaunchAgents" / f"{_AGENT}.plist"
            _in_file(agent, agent_text(login_command(paths)) if wanted else None)
        else:
            _in_file(_autostart_file(), entry_text(login_command(paths)).encode() if wanted else None)
    except OSError as error:
        raise AssistantError("autostart.refused", f"Starting at login cannot be set: {error.strerror}.") from error


def _autostart_file() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "autostart" / f"{APP}.desktop"


def entry_text(command: tuple[str, ...]) -> str:
    """The desktop entry for `command`.

    No package may touch a person's home when it is removed; desktops pass over an entry whose TryExec is gone.
    """
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Assistant",
            "Name[zh_CN]=助手",
            "Comment=Starts hidden, so that reminders come",
            f"TryExec={_escaped(command[0])}",
            f"Exec={' '.join(_quoted(word) for word in command)}",
            "Icon=local-assistant",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def _escaped(value: str) -> str:
    """As any string of a desktop entry."""
    return value.replace("\\", "\\\\")


def _quoted(word: str) -> str:
    """As the desktop entry specification wants arguments: quoted, and escaped once more as a string value."""
    inner = "".join(f"\\{char}" if char in _SPECIAL else char for char in word.replace("%", "%%"))
    plain = inner == word and not any(char.isspace() or char in "'<>~|&;*?#()" for char in word)
    return word if plain else f'"{inner}"'.replace("\\", "\\\\")


def agent_text(command: tuple[str, ...]) -> bytes:
    """The launch agent of macOS for `command`."""
    return plistlib.dumps(
        {"Label": _AGENT, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
    )


def _in_file(file: Path, text: bytes | None) -> None:
    if text is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(text)
    fresh.replace(file)


def _in_registry(command: tuple[str, ...], *, wanted: bool) -> None:
    if sys.platform == "win32":
        import subprocess
        import winreg

        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
            if wanted:
                winreg.SetValueEx(key, APP, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
                return
            try:
                winreg.DeleteValue(key, APP)
            except FileNotFoundError:
                return
