"""Calendars that holidays follow. The two libraries behind some of them are loaded at the first need."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

_HEBREW_EPOCH = -1373427  # day number of 1 Tishri of the year 1


def easter(year: int) -> date:
    """Return Western Easter Sunday (Gauss and Butcher's method)."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter Sunday in the Gregorian calendar (Meeus' Julian method)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _elapsed(year: int) -> int:
    """Days from the Hebrew epoch to the new year, with all postponements."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


@cache
def _new_year(year: int) -> int:
    before, here, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    correction = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + correction


def _hebrew_lengths(year: int) -> list[tuple[int, int]]:
    """Months of a Hebrew year in order from Tishri, numbered from Nisan, with their lengths."""
    leap = (7 * year + 1) % 19 < 7
    days = _new_year(year + 1) - _new_year(year)
    adar = [(12, 30), (13, 29)] if leap else [(12, 29)]
    autumn = [(7, 30), (8, 30 if days % 10 == 5 else 29), (9, 29 if days % 10 == 3 else 30), (10, 29), (11, 30)]
    return [*autumn, *adar, (1, 30), (2, 29), (3, 30), (4, 29), (5, 30), (6, 29)]


@lru_cache(maxsize=2048)
def hebrew_date(year: int, month: int, day: int) -> list[date]:
    """Return the Gregorian days of a Hebrew date in a Gregorian year; month 12 is the Adar of Purim."""
    out = []
    for hebrew in (year + 3760, year + 3761):
        start = _new_year(hebrew)
        lengths = _hebrew_lengths(hebrew)
        wanted = 13 if month == 12 and any(number == 13 for number, _ in lengths) else month
        for number, length in lengths:
            if number == wanted:
                found = date.fromordinal(start + day - 1)
                if found.year == year:
                    out.append(found)
            start += length
    return out


@cache
def _calendar(module: str, name: str) -> Any:
    return getattr(import_module(f"holidays.calendars.{module}"), name)()


@lru_cache(maxsize=2048)
def islamic_dates(name: str, year: int) -> list[date]:
    """Return the days of an Islamic holiday in a Gregorian year (Umm al-Qura, as the holidays package has them)."""
    found = getattr(_calendar("islamic", "_IslamicLunar"), f"{name}_dates")(year)
    return sorted({day for day, _ in found if day.year == year})


@lru_cache(maxsize=2048)
def hindu_dates(name: str, year: int) -> list[date]:
    """Return the days of a Hindu, Sikh or Buddhist holiday in a Gregorian year; empty outside the package's tables."""
    found = getattr(_calendar("hindu", "_HinduLunisolar"), f"{name}_date")(year)
    days = [found] if isinstance(found, tuple) else list(found)
    return [day for day, _ in days if day is not None and day.year == year]


@lru_cache(maxsize=2048)
def chinese_date(year: int, month: int, day: int) -> list[date]:
    """Return the day of a Chinese lunar date in the lunar year that begins in ``year``; a leap month is negative."""
    if not 1800 <= year <= 2200:
        return []
    lunar = import_module("lunar_python")
    months = {
        item.getMonth(): item.getDayCount()
        for item in lunar.LunarYear.fromYear(year).getMonths()
        if item.getYear() == year
    }
    if not 1 <= day <= months.get(month, 0):
        return []
    solar = lunar.Lunar.fromYmd(year, month, day).getSolar()
    return [date(solar.getYear(), solar.getMonth(), solar.getDay())]


@lru_cache(maxsize=2048)
def solar_term(name: str, year: int) -> date:
    """Return the day of one of the 24 solar terms in a Gregorian year."""
    lunar = import_module("lunar_python")
    table = lunar.Lunar.fromYmd(year, 6, 1).getJieQiTable()
    for key in (name, {"冬至": "DONG_ZHI"}.get(name, name)):
        solar = table.get(key)
        if solar is not None and solar.getYear() == year:
            return date(solar.getYear(), solar.getMonth(), solar.getDay())
    raise ValueError(name)
