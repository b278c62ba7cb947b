"""The rules that the editor has words for, as values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain.rules import parse_rule
from assistant.domain.weeks import DAYS

_WORKDAYS = ",".join(DAYS[:5])
LAST_WORKDAY = f"BYDAY={_WORKDAYS};BYSETPOS=-1"
FIRST_WORKDAY = f"BYDAY={_WORKDAYS};BYSETPOS=1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """How often, on which days, until when.

    Attributes:
        freq: DAILY, WEEKLY, MONTHLY or YEARLY.
        interval: Every so many days, weeks, months or years.
        days: Codes of weekdays; only weekly rules use them.
        month_part: One of `monthly_choices`; only monthly rules use it.
        until: The last day; None without one.
        count: How many times; None without an end of that kind.
    """

    freq: str
    interval: int
    days: tuple[str, ...]
    month_part: str
    until: date | None = None
    count: int | None = None


def monthly_choices(start: date) -> tuple[str, ...]:
    """Which day of the month an event that starts on `start` may mean: its date, its weekday, ends, workdays."""
    which, code = (start.day - 1) // 7 + 1, DAYS[start.weekday()]
    last = start.month != (start + timedelta(days=7)).month
    parts = [f"BYMONTHDAY={start.day}"]
    if which < 5:
        parts.append(f"BYDAY={which}{code}")
    if last:
        parts.append(f"BYDAY=-1{code}")
    return (*parts, "BYMONTHDAY=-1", FIRST_WORKDAY, LAST_WORKDAY)


def own_rule(rrule: str, start: date) -> OwnRule | None:
    """The rule as a value; None where the editor has no words for it."""
    try:
        rule = parse_rule(rrule)
    except ValueError:
        return None
    parts = dict(part.split("=", 1) for part in rule.rest.split(";"))
    parts.pop("WKST", None)
    named = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("FREQ", "INTERVAL"))
    days: tuple[str, ...] = (DAYS[start.weekday()],)
    month_part = monthly_choices(start)[0]
    if rule.freq == "WEEKLY" and set(parts) <= {"FREQ", "INTERVAL", "BYDAY"}:
        days = tuple(parts["BYDAY"].split(",")) if "BYDAY" in parts else days
        if not set(days) <= set(DAYS):
            return None
    elif rule.freq == "MONTHLY" and (not named or named in monthly_choices(start)):
        month_part = named or month_part
    elif rule.freq not in ("DAILY", "YEARLY") or named:
        return None
    until = rule.until.date() if rule.until is not None else None
    return OwnRule(
        freq=rule.freq, interval=rule.interval, days=days, month_part=month_part, until=until, count=rule.count
    )


def written(rule: OwnRule) -> str:
    """The value of RRULE."""
    parts = [f"FREQ={rule.freq}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.freq == "WEEKLY":
        parts.append("BYDAY=" + ",".join(rule.days))
    if rule.freq == "MONTHLY":
        parts.append(rule.month_part)
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    elif rule.until is not None:
        parts.append(f"UNTIL={rule.until:%Y%m%d}")
    return ";".join(parts)
