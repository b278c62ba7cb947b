"""Waking from sleep, where the system tells of it: reminders are looked at in that moment.

Linux says so over D-Bus (logind). Elsewhere, and where there is no logind, the wake-ups notice by themselves within
seconds that the clock has gone on without them.
"""

from __future__ import annotations

import logging
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_log = logging.getLogger(__name__)
_SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_INTERFACE = "org.freedesktop.login1.Manager"


class Resume(QObject):
    """Listens to the system. Lives in the GUI thread.

    Signals:
        woken(): the computer has just woken up.
    """

    woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bus = QDBusConnection.systemBus()
        slot = cast("bytes", SLOT("_prepare(QDBusMessage)"))  # PySide6 declares bytes and takes only str
        self.listening = bus.isConnected() and bus.connect(_SERVICE, _PATH, _INTERFACE, "PrepareForSleep", self, slot)
        if not self.listening:
            _log.info("the system does not tell when it wakes up; the clock is watched instead")

    @Slot(QDBusMessage)
    def _prepare(self, message: QDBusMessage) -> None:
        falling_asleep = message.arguments() != [False]
        _log.info("the computer %s", "falls asleep" if falling_asleep else "woke up")
        if not falling_asleep:
            self.woken.emit()
