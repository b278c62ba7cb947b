"""One window a profile."""

from __future__ import annotations

import uuid
from pathlib import Path

from pytestqt.qtbot import QtBot

from assistant.desktop.instance import SingleInstance


def test_the_second_start_calls_the_first_forward(qtbot: QtBot, tmp_path: Path) -> None:
    name = f"assistant-test-{uuid.uuid4().hex[:8]}"
    first, second = SingleInstance(name, tmp_path), SingleInstance(name, tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.summoned):
        assert not second.claim()
    first.close()
    assert second.claim()
    second.close()
