"""On which days holidays fall: a short notation for each, and the calendars it refers to.

Notation: ``12-25`` a date, ``11/4TH`` the fourth Thursday of November (``-1`` the last), ``E-2`` days from Easter,
``O+1`` from Orthodox Easter, ``L8-15`` a date of the Chinese calendar, ``H7-1`` of the Hebrew one (months from Nisan),
``I:name`` and ``D:name`` an Islamic or Hindu holiday of the holidays package, ``@name`` a rule of its own. Then
``+3`` or ``-3`` days, ``*8`` a length in days, and other readings after ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from assistant.understanding.times.calendars import (
    chinese_date,
    easter,
    hebrew_date,
    hindu_dates,
    islamic_dates,
    orthodox_easter,
    solar_term,
)
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Yearly
from assistant.understanding.times.rules_repeat import NAMES
from assistant.understanding.times.spans import DAY, Span, on, wall

_SPEC = re.compile(
    r"(?P<base>[EO]|\d+-\d+|\d+/-?\d[A-Z]{2}|[LH]\d+-\d+|[ID]:\w+|@\w+)(?P<shift>[+-]\d+)?(?P<length>\*\d+)?"
)
Rule = Callable[[int], list[Span]]


def _day(moment: date | datetime, length: int = 1) -> Span:
    start = on(moment)
    return Span(start, start + length * DAY, Grain.day)


def _nth_weekday(year: int, month: int, count: int, day: int) -> date:
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(day - first.weekday()) % 7 + 7 * (count - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - day) % 7 + 7 * (-count - 1))


def _observed(day: date) -> date:
    """Saturday moves to Friday, Sunday to Monday."""
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _tax_day(year: int) -> list[Span]:
    day = date(year, 4, 15)
    while day.weekday() > 4 or day == _observed(date(year, 4, 16)):
        day += timedelta(days=1)
    return [_day(day)]


def _super_tuesday(year: int) -> list[Span]:
    if year % 4:
        return []
    return [_day(date(2008, 2, 5) if year == 2008 else _nth_weekday(year, 3, 1, 1))]


def _earth_hour(year: int) -> list[Span]:
    day = _nth_weekday(year, 3, -1, 5)
    if day == easter(year) - timedelta(days=1):
        day -= timedelta(days=7)
    start = on(day) + timedelta(hours=20, minutes=30)
    return [
        Span(start, start + timedelta(hours=1), Grain.minute),
        Span(start, start + timedelta(minutes=61), Grain.minute),
    ]


def _kings_day(year: int) -> list[Span]:
    day = date(year, 4, 27 if year >= 2014 else 30)
    return [_day(day - timedelta(days=day.weekday() == 6))]


def _ems_week(year: int) -> list[Span]:
    first = _nth_weekday(year, 5, 1, 6)
    return [_day(first + timedelta(days=14), 7)]


def _ramadan(year: int) -> list[Span]:
    out = []
    for start in islamic_dates("ramadan_beginning", year):
        ends = [
            day
            for which in (year, year + 1)
            for day in islamic_dates("eid_al_fitr", which)
            if 25 < (day - start).days < 35
        ]
        out.append(Span(on(start), on(ends[0]) if ends else on(start) + 30 * DAY, Grain.day))
    return out + [Span(span.start + sign * DAY, span.end + sign * DAY, Grain.day) for span in out for sign in (-1, 1)]


def _last_friday_of_ramadan(year: int) -> list[Span]:
    return [_day(day - timedelta(days=(day.weekday() - 4) % 7 or 7)) for day in islamic_dates("eid_al_fitr", year)]


def _advent(year: int) -> list[Span]:
    """The fourth Sunday before Christmas Day."""
    eve = date(year, 12, 24)
    return [_day(eve - timedelta(days=(eve.weekday() + 1) % 7 + 21))]


SOLAR_TERMS = (
    "立春",
    "惊蛰",
    "谷雨",
    "立夏",
    "小满",
    "芒种",
    "小暑",
    "大暑",
    "立秋",
    "处暑",
    "白露",
    "寒露",
    "霜降",
    "立冬",
    "小寒",
    "大寒",
)
"""Those of the 24 that are no everyday words (雨水, 小雪)."""


def _term(name: str) -> Rule:
    return lambda year: [_day(solar_term(name, year))]


_OWN: dict[str, Rule] = {term: _term(term) for term in SOLAR_TERMS} | {
    "advent": _advent,
    "tax": _tax_day,
    "super_tuesday": _super_tuesday,
    "mini_tuesday": lambda year: [_day(date(2004, 2, 3))] if year == 2004 else [],
    "earth_hour": _earth_hour,
    "kings_day": _kings_day,
    "ems_week": _ems_week,
    "ramadan": _ramadan,
    "jumuatul_wida": _last_friday_of_ramadan,
    "qingming": lambda year: [_day(solar_term("清明", year))],
    "winter_solstice": lambda year: [_day(solar_term("冬至", year))],
    "summer_solstice": lambda year: [_day(solar_term("夏至", year))],
    "spring_equinox": lambda year: [_day(solar_term("春分", year))],
    "autumn_equinox": lambda year: [_day(solar_term("秋分", year))],
    "boss": lambda year: [_day(_observed(date(year, 10, 16)))],
    "emancipation": lambda year: [_day(_observed(date(year, 4, 16)))],
    "parsi": lambda year: [_day(date(2018, 8, 17) + timedelta(days=365 * (year - 2018)))],
    "youth_service": lambda year: [_day(_nth_weekday(year, 4, 3, 4), 3), _day(_nth_weekday(year, 4, -1, 4), 3)],
    "victoria": lambda year: [_day(date(year, 5, 24) - timedelta(days=date(year, 5, 24).weekday()))],
}


def _bases(base: str) -> tuple[Callable[[int], list[date]], bool]:
    """The days of a year before shift and length, and whether neighbours are likely too (sighted moons)."""
    head, rest = base[0], base[1:]
    if head == "E":
        return (lambda year: [easter(year)]), False
    if head == "O":
        return (lambda year: [orthodox_easter(year)]), False
    if head == "L":
        month, day = (int(part) for part in rest.split("-"))
        return (lambda year: chinese_date(year, month, day)), False
    if head == "H":
        month, day = (int(part) for part in rest.split("-"))
        return (lambda year: hebrew_date(year, month, day)), False
    if head == "I":
        return (lambda year: islamic_dates(rest[1:], year)), True
    if head == "D":
        return (lambda year: hindu_dates(rest[1:], year)), True
    if "/" in base:
        month = int(base.split("/")[0])
        count, name = int(base.split("/")[1][:-2]), base[-2:]
        return (lambda year: [_nth_weekday(year, month, count, NAMES.index(name))]), False
    month, day = (int(part) for part in base.split("-"))
    return (lambda year: [date(year, month, day)] if (month, day) != (2, 29) or year % 4 == 0 else []), False


def _single(spec: str) -> tuple[Rule, str]:
    """The rule and, where there is one, the RRULE of one notation."""
    found = _SPEC.fullmatch(spec)
    if found is None:
        raise ValueError(spec)
    base, shift, length = found["base"], int(found["shift"] or 0), int((found["length"] or "*1")[1:])
    if base[0] == "@":
        own = _OWN[base[1:]]
        return (
            lambda year: [Span(span.start + shift * DAY, span.end + shift * DAY, span.grain) for span in own(year)]
        ), "FREQ=YEARLY"
    days, loose = _bases(base)

    def rule(year: int) -> list[Span]:
        spans = [_day(day + timedelta(days=shift), length) for day in days(year)]
        if loose:
            spans += [
                Span(span.start + step * DAY, span.end + step * DAY, span.grain) for span in spans for step in (-1, 1)
            ]
        return spans

    return rule, _rrule(base, shift)


def _lunar_rrule(month: int, day: int) -> str:
    """A day of every Chinese year (RFC 7529); a thirtieth that a month lacks is its last day."""
    return f"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day};SKIP=BACKWARD"


def _rrule(base: str, shift: int) -> str:
    if base[0] == "L" and not shift:
        month, day = base[1:].split("-")
        return _lunar_rrule(int(month), int(day))
    if base == "L1-1" and shift == -1:  # the eve of the Chinese new year
        return "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"
    if shift or not base[0].isdigit():
        return "FREQ=YEARLY"
    if "/" in base:
        month, rest = base.split("/")
        return f"FREQ=YEARLY;BYMONTH={month};BYDAY={rest}"
    month, day = base.split("-")
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"


class Feast(Yearly):
    """A holiday; its notation is worked out, and calendars are loaded, when it is first asked for.

    Args:
        notation: See the module.
    """

    def __init__(self, notation: str) -> None:
        super().__init__(self._spans, holiday=True, rrule="FREQ=YEARLY")
        first = notation.split("|")[0]
        found = _SPEC.fullmatch(first)
        self.rrule = _rrule(found["base"] if found else first, int(found["shift"] or 0) if found else 1)
        self._notation = notation
        self._rules: list[Rule] | None = None
        if first.startswith("@earth"):
            self.grain = Grain.minute

    def _ready(self) -> list[Rule]:
        if self._rules is None:
            self._rules = [_single(spec)[0] for spec in self._notation.split("|")]
        return self._rules

    def _spans(self, year: int) -> list[Span]:
        return self._ready()[0](year)[:1]

    def between(self, low: datetime, high: datetime) -> list[Span]:
        years = range(max(low.year - 1, 2), min(high.year + 1, 9990) + 1)
        found = [span for year in years for span in _cached(self, year) if low <= span.start < high]
        return sorted(set(found), key=lambda span: span.start)

    def others(self, _span: Span) -> list[Span]:
        """Return other days that people mean by the holiday in the same year."""
        rules = self._ready()
        out: list[Span] = []
        for year in (_span.start.year, _span.start.year - 1):
            if _span in _cached(self, year):
                out += rules[0](year)[1:]
                for rule in rules[1:]:
                    out += rule(year)
                break
        return out


@cache
def _cached(feast: Feast, year: int) -> tuple[Span, ...]:
    return tuple(feast.rule(year))


_MONTHS = 12
_LONG = 30


def lunar_node(month: int, day: int, *, leap: bool = False) -> Yearly:
    """Return a date of every Chinese year; a thirtieth that the month lacks is its last day."""
    number = -month if leap else month

    def rule(year: int) -> list[Span]:
        days = chinese_date(year, number, day)
        return [_day(one) for one in days or (chinese_date(year, number, _LONG - 1) if day == _LONG else [])]

    return Yearly(rule, holiday=True, rrule=_lunar_rrule(month, day))


def lunar_day_of_months(day: int) -> Yearly:
    """Return a day of every Chinese month, of the leap months too."""

    def rule(year: int) -> list[Span]:
        months = [number for month in range(1, _MONTHS + 1) for number in (month, -month)]
        return sorted((_day(one) for number in months for one in chinese_date(year, number, day)), key=_start)

    return Yearly(rule, rrule=f"RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY={day}")


def _start(span: Span) -> datetime:
    return span.start


def lunar_month(month: int) -> Yearly:
    """Return a month of every Chinese year."""

    def rule(year: int) -> list[Span]:
        starts = chinese_date(year, month, 1)
        ends = chinese_date(year, month + 1, 1) if month < 12 else chinese_date(year + 1, 1, 1)
        return [Span(on(start), on(end), Grain.month) for start, end in zip(starts, ends, strict=False)]

    return Yearly(rule, Grain.month, rrule="FREQ=YEARLY")


def table(names: dict[str, str]) -> dict[str, tuple[str, Any]]:
    """Return word table entries for "name, name, …" by notation; apostrophes may be missing or moved."""
    out: dict[str, tuple[str, Any]] = {}
    for notation, listed in names.items():
        feast = Feast(notation)
        for name in listed.split(","):
            for form in _forms(name.strip()):
                out.setdefault(form, ("feast", feast))
    return out


def _forms(name: str) -> list[str]:
    forms = [name]
    if "'s" in name:
        forms += [name.replace("'s", ending) for ending in ("s'", "s", "")]
    if name.startswith("st "):
        forms += [prefix + form[3:] for form in list(forms) for prefix in ("saint ", "st. ", "st.")]
    if " " in name and not name.endswith(("day", "eve", "week", "month", "year")):
        forms += [form + " day" for form in list(forms)]
    return forms


__all__ = ["Feast", "lunar_node", "table", "wall"]
