"""Lengths as people type them. Pure."""

from __future__ import annotations

import re

_HOURS = r"(?P<hours>\d+(?:[.,]\d+)?|[一两二三四五六七八九十半])\s*(?:h|hrs?|hours?|个?半?小时|个?钟头)"
_MINUTES = r"(?P<minutes>\d+)\s*(?:m|mins?|minutes?|分钟?)?"
_BOTH = re.compile(rf"(?:{_HOURS})?\s*(?:{_MINUTES})?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d+)[:：](\d{2})")
_CHINESE = {"半": 0.5, "两": 2} | {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}


def minutes_of(text: str) -> int | None:
    """``90``, ``45 min``, ``1 h 30``, ``1.5h``, ``1:30``, ``两小时``, ``一个半小时``; None where it is no length."""
    clean = text.strip()
    clock = _CLOCK.fullmatch(clean)
    if clock is not None:
        return int(clock[1]) * 60 + int(clock[2]) or None
    found = _BOTH.fullmatch(clean)
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    hours = 0.0
    if found["hours"]:
        said = found["hours"]
        hours = _CHINESE[said] if said in _CHINESE else float(said.replace(",", "."))
        hours += 0.5 if "个半" in clean else 0
    return round(hours * 60) + int(found["minutes"] or 0) or None
