"""Clock times as they are typed into a field. Pure."""

from __future__ import annotations

import re
from datetime import time

_DIGITS = re.compile(r"(\d{1,2})(?:\s*[:：.时点]\s*(?:(\d{1,2})|(半))?|(\d{2}))?\s*分?")
_AFTERNOON = ("pm", "p.m.", "p", "下午", "晚上", "傍晚")
_MORNING = ("am", "a.m.", "a", "上午", "早上", "凌晨")
_NOON = ("noon", "中午", "正午")


def read_time(text: str) -> time | None:
    """16:00, 1600, 16.30, 4pm, 4:30 pm, 下午3点半; None where it is no time of day."""
    said = text.strip().lower()
    if said in _NOON:
        return time(12)
    afternoon = morning = False
    for words, late in ((_AFTERNOON, True), (_MORNING, False)):
        for word in words:
            if said.startswith(word) or said.endswith(word):
                said = said.removeprefix(word).removesuffix(word).strip()
                afternoon, morning = afternoon or late, morning or not late
                break
    found = _DIGITS.fullmatch(said)
    if found is None or (afternoon and morning):
        return None
    hour, minute = int(found[1]), int(found[2] or found[4] or (30 if found[3] else 0))
    if afternoon or morning:
        if not 1 <= hour <= 12:
            return None if morning or hour > 23 else time(hour, minute) if minute < 60 else None
        hour = hour % 12 + (12 if afternoon else 0)
    if hour == 24 and minute == 0:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
