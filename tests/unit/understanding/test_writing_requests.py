"""A mail to be written is not an appointment, whatever days it speaks of."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.understanding import Context, Intent, understand

ZONE = ZoneInfo("Europe/Berlin")
CONTEXT = Context(now=datetime(2026, 10, 14, 11, 20, tzinfo=ZONE), zone=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "write a short mail to my boss asking for Friday off",
        "帮我给老板写一封简短的邮件，周五请一天假",
        "给老板写一封简短的请假邮件，周五请假一天",
        "给房东写封信，下个月要搬走",
    ],
)
def test_it_is_written(text: str) -> None:
    assert understand(text, CONTEXT).first.intent is Intent.WRITE


def test_a_reminder_to_write_stays_a_reminder() -> None:
    assert understand("提醒我明天给老板写一封邮件", CONTEXT).first.intent is Intent.CREATE_REMINDER
