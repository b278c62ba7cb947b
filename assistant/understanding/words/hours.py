"""What the words of a time tell about it, in every language: whether a day was said, and which half of it."""

from __future__ import annotations

import re

_EN_DAY = (
    r"day|tonight|tomorrow|tmrw|week|month|this |\d(?:st|nd|rd|th)\b|\d[/-]\d"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
    r"|\b(?:in(?! the)|now|ago|later|hence|after(?!noon)|every)"
)
_ZH_DAY = r"[天周週月日号號明今昨后後每]|星期|礼拜|禮拜"
_EN_HALF = r"[ap]\.?m\b|morning|night|noon|evening|\d:\d\d.*:"
_ZH_HALF = r"早|上午|凌晨|中午|下午|晚|夜|傍晚"

DAY = re.compile(f"{_EN_DAY}|{_ZH_DAY}", re.IGNORECASE)
"""A day was said."""

HALF = re.compile(f"{_EN_HALF}|{_ZH_HALF}", re.IGNORECASE)
"""Before or after noon was said."""
