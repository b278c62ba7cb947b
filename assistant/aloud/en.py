"""Times, dates, numbers and signs as English says them. The voices read plain numbers themselves."""

from __future__ import annotations

import re

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_DAYS = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday",
         "Sun": "Sunday"}  # fmt: skip

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?:[T ](?=\d{2}:))?")
_CLOCK = re.compile(r"\b([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?:\s*([ap])(?:\.m\.|m\b))?", re.IGNORECASE)
_HALF = re.compile(r"\b(1[0-2]|[1-9])\s*([ap])(?:\.m\.|m\b)", re.IGNORECASE)
_RANGE = re.compile(r"(?<=[\dmM])\s*[–—-]\s*(?=\d)")
_SHORT_MONTH = re.compile(rf"\b({'|'.join(sorted(_SHORT, key=len, reverse=True))})\b\.?(?=\s+\d|,|$)")
_AFTER_DAY = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(sorted(_SHORT, key=len, reverse=True))})\b\.?")
_SHORT_DAY = re.compile(rf"\b({'|'.join(_DAYS)})\b\.?")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTHS)})\b")
_MONTH_DAY = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(\d{{1,2}})\b(?!:|st|nd|rd|th)")
_MONEY = re.compile(r"([$£€¥])\s?(\d+(?:,\d{3})*(?:\.\d+)?)")
_COINS = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yuan"}
_SIGNS = (
    (re.compile(r"\s*%"), " percent"),
    (re.compile(r"\s*°\s*C\b"), " degrees Celsius"),
    (re.compile(r"\s*°\s*F\b"), " degrees Fahrenheit"),
    (re.compile(r"\s*°"), " degrees"),
    (re.compile(r"\s+&\s+"), " and "),
    (re.compile(r"\s*→\s*"), " to "),
    (re.compile(r"(?<=\d)\s*×\s*(?=\d)"), " times "),
    (re.compile(r"(?<=\d)\s*[kK][mM]\b"), " kilometres"),
    (re.compile(r"(?<=\d)\s*min\b\.?"), " minutes"),
    (re.compile(r"(?<=\d)\s*h\b"), " hours"),
    (re.compile(r"#(?=\d)"), "number "),
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
    (re.compile(r"[*_~^|<>#]"), " "),
)


def english(text: str) -> str:
    """Replaces what an English voice would stumble over."""
    text = _ISO.sub(lambda found: _date(int(found[1]), int(found[2]), int(found[3]), found[0]), text)
    text = _RANGE.sub(" to ", text)
    text = _CLOCK.sub(_clock, text)
    text = _HALF.sub(lambda found: f"{found[1]} {found[2].upper()}M", text)
    text = _AFTER_DAY.sub(lambda found: f"{found[1]} {_SHORT[found[2]]}", text)
    text = _SHORT_MONTH.sub(lambda found: _SHORT[found[1]], text)
    text = _SHORT_DAY.sub(lambda found: _DAYS[found[1]], text)
    text = _DAY_MONTH.sub(lambda found: f"the {ordinal(int(found[1]))} of {found[2]}", text)
    text = _MONTH_DAY.sub(lambda found: f"{found[1]} {ordinal(int(found[2]))}", text)
    text = _MONEY.sub(lambda found: f"{found[2]} {_COINS[found[1]]}", text)
    for sign, words in _SIGNS:
        text = sign.sub(words, text)
    return text


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _date(year: int, month: int, day: int, written: str) -> str:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return written
    return f"{_MONTHS[month - 1]} {ordinal(day)}, {year}{' at ' if written[-1] in 'T ' else ''}"


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), int(found[2])
    half = found[3].upper() if found[3] else ("P" if 12 <= hour < 24 else "A")
    if not found[3] and minute == 0 and hour % 12 == 0:
        return "noon" if hour == 12 else "midnight"
    spoken = "" if minute == 0 else (f" oh {minute}" if minute < 10 else f" {minute}")
    return f"{hour % 12 or 12}{spoken} {half}M"
