"""Whether the session is locked: nobody is listened to then. Any thread; takes at most a second."""

from __future__ import annotations

import os
import subprocess
import sys

_PATIENCE_MS = 250
_PATIENCE = 1.0


def locked() -> bool:
    """True where the system says so; False where it does not tell."""
    told = False
    if sys.platform == "linux":
        told = _asked_of_the_desktop()
    elif sys.platform == "win32":
        told = _no_input_desktop()
    elif sys.platform == "darwin":
        told = _console_locked()
    return told


def _asked_of_the_desktop() -> bool:
    """GNOME, KDE and most others answer for the screen saver, which is what locks."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    from assistant.desktop.disturbance.notifications import has_bus

    if not has_bus():
        return False
    bus = QDBusConnection.sessionBus()
    for service, path in (
        ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ):
        question = QDBusMessage.createMethodCall(service, path, service, "GetActive")
        question.setAutoStartService(False)
        answer = bus.call(question, QDBus.CallMode.Block, _PATIENCE_MS)
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments() == [True]:
            return True
    return False


def _no_input_desktop() -> bool:
    """Windows lets no program open the desktop that takes the keys while the lock screen has them."""
    told = False
    if sys.platform == "win32":
        import ctypes

        desktop = ctypes.windll.user32.OpenInputDesktop(0, False, 0)
        told = not desktop
        if desktop:
            ctypes.windll.user32.CloseDesktop(desktop)
    return told


def _console_locked() -> bool:
    command = ["/usr/sbin/ioreg", "-n", "Root", "-d", "1"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False, env=dict(os.environ)
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return '"IOConsoleLocked" = Yes' in done.stdout
