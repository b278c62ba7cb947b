"""The notification service of Linux desktops: whether it was told not to show anything.

``Inhibited`` is the property that KDE's service has (`org.freedesktop.Notifications
<https://specifications.freedesktop.org/notification-spec/latest/protocol.html>`_), ``paused`` is dunst's own.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ASKED = (("org.freedesktop.Notifications", "Inhibited"), ("org.dunstproject.cmd0", "paused"))
_PATIENCE_MS = 250


def inhibited() -> bool:
    """True where the running service says so. Starts no service. Any thread."""
    if not has_bus():
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    return any(_is_set(bus, interface, name) for interface, name in _ASKED)


def has_bus() -> bool:
    """Without an address Qt would start a bus of its own."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or (runtime is not None and Path(runtime, "bus").exists())


def _is_set(bus: QDBusConnection, interface: str, name: str) -> bool:
    question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _PROPERTIES, "Get")
    question.setArguments([interface, name])
    question.setAutoStartService(False)
    answer = bus.call(question, QDBus.CallMode.Block, _PATIENCE_MS)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
        return False
    value = answer.arguments()[0]
    return (value.variant() if isinstance(value, QDBusVariant) else value) is True
