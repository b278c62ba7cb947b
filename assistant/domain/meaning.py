"""What a rule means where dateutil reads it otherwise than RFC 5545 has it."""

from __future__ import annotations

from datetime import datetime, timedelta

from assistant.domain.weeks import DAYS, first_day


def as_meant(parts: dict[str, str], start: datetime) -> tuple[dict[str, str], datetime]:
    """A rule and its start in words that dateutil understands. What it then names before the start is not meant.

    Raises:
        ValueError: WKST is no day of the week, or BYDAY names only days that do not exist.
    """
    told = dict(parts)
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        # Positions are counted within the whole first week, also where the series begins in its midst.
        told.setdefault("BYDAY", DAYS[start.weekday()])
        return told, start - timedelta(days=(start.weekday() - first_day(parts)) % 7)
    if "BYDAY" in parts and parts["FREQ"] in ("MONTHLY", "YEARLY"):
        told["BYDAY"] = _numbered(parts["BYDAY"], 5 if "BYMONTH" in parts or parts["FREQ"] == "MONTHLY" else 53)
    return told, start


def _numbered(days: str, most: int) -> str:
    """Days of the week with and without numbers beside each other ("3MO,FR"): all with numbers.

    Numbers that no month (or year) has are left out; where there are no others the rule cannot be followed.
    """
    named = [day for day in days.split(",") if not _is_beyond(day, most)]
    if not named:
        raise ValueError(f"no such days: {days[:60]}")
    if all(day in DAYS for day in named) or not any(day in DAYS for day in named):
        return ",".join(named)
    every = (f"{number}{day}" for day in named if day in DAYS for number in range(1, most + 1))
    return ",".join(dict.fromkeys((*(day for day in named if day not in DAYS), *every)))


def _is_beyond(day: str, most: int) -> bool:
    number = day[:-2].lstrip("+-")
    return number.isdecimal() and int(number[:6]) > most
