"""Receipts are read where the person is, whatever the store keeps."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from tests.helpers.clock import FakeClock


def test_a_stored_receipt_has_the_readers_clock_time(tmp_path: Path) -> None:
    paths = Paths.profile(tmp_path)
    paths.ensure()
    now = datetime(2026, 10, 14, 11, 20, tzinfo=ZoneInfo("Europe/Berlin"))
    assistant = build(paths, Settings(None), clock=FakeClock(now), with_engines=False)
    try:
        assistant.conversation.handle("remind me to water the garden tomorrow at 6pm", rules_only=True)
        receipt = assistant.conversation.messages()[-1].receipt
    finally:
        assistant.close()
    assert receipt is not None
    (item,) = receipt.items
    assert item.start_at is not None
    assert (item.start_at.hour, item.start_at.utcoffset()) == (18, now.replace(day=15).utcoffset())
