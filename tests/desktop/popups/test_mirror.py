"""The system's notifications where there is nobody to show them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from assistant.desktop.popups.mirror import Mirror
from tests.helpers.waiting import until


@pytest.fixture
def mirror(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    made = Mirror()
    yield made
    made.close()
    until(lambda: "notifications" not in [thread.name for thread in threading.enumerate()])


def test_what_the_system_does_not_take_is_given_back_to_be_said_otherwise(qtbot: QtBot, mirror: Mirror) -> None:
    with qtbot.waitSignal(mirror.unsaid, timeout=15_000) as unsaid:
        mirror.say("Assistant", "It goes on in the background.")
    assert unsaid.args == ["It goes on in the background."]
