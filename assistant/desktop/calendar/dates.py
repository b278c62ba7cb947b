"""Days, weeks and months as the calendar lays them out. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

AGENDA_DAYS = 28


class Mode(StrEnum):
    """The views."""

    DAY = "day"
    WORK_WEEK = "work-week"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    AGENDA = "agenda"


def week_of(day: date, first: int) -> date:
    """The day on which the week of `day` begins."""
    return day - timedelta(days=(day.weekday() - first) % 7)


def work_week_of(day: date, first: int) -> date:
    """The day on which the five working days around `day` begin: Monday, or Sunday where weeks begin on Saturday."""
    start = week_of(day, first)
    return start + timedelta(days=(((6 if first == 5 else 0) - first) % 7))


def days_from(first_on: date, count: int) -> list[date]:
    """`count` days in a row."""
    return [first_on + timedelta(days=step) for step in range(count)]


def week_number(first_on: date, first: int) -> int:
    """The number of the week that begins on `first_on`: ISO 8601 with Monday first, else week 1 holds 1 January."""
    if first == 0:
        return first_on.isocalendar().week
    last_on = first_on + timedelta(days=6)
    opening = week_of(date(last_on.year, 1, 1), first)
    return (first_on - opening).days // 7 + 1


def month_weeks(day: date, first: int) -> list[date]:
    """The first days of all weeks that show a day of the month of `day`."""
    start = week_of(day.replace(day=1), first)
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    weeks = []
    while start < following:
        weeks.append(start)
        start += timedelta(days=7)
    return weeks


def span_of(mode: Mode, day: date, first: int) -> tuple[date, date]:
    """First and last day that a view shows when it is opened at `day`."""
    match mode:
        case Mode.DAY:
            return day, day
        case Mode.WEEK:
            start = week_of(day, first)
            return start, start + timedelta(days=6)
        case Mode.WORK_WEEK:
            start = work_week_of(day, first)
            return start, start + timedelta(days=4)
        case Mode.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)
        case Mode.MONTH:
            weeks = month_weeks(day, first)
            return weeks[0], weeks[-1] + timedelta(days=6)
        case Mode.AGENDA:
            return day, day + timedelta(days=AGENDA_DAYS - 1)


def moved(mode: Mode, day: date, steps: int) -> date:
    """The day to open after going `steps` periods on (or back)."""
    if mode in (Mode.MONTH, Mode.YEAR):
        months = day.year * 12 + day.month - 1 + steps * (12 if mode is Mode.YEAR else 1)
        first_on = date(min(max(months // 12, 1), 9998), months % 12 + 1, 1)
        last = (first_on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return first_on.replace(day=min(day.day, last.day))
    return day + timedelta(days={Mode.DAY: 1, Mode.WORK_WEEK: 7, Mode.WEEK: 7}.get(mode, AGENDA_DAYS) * steps)


def next_half_hour(now: datetime) -> datetime:
    """The next full or half hour after `now`."""
    start = now.replace(minute=0, second=0, microsecond=0)
    return start + timedelta(minutes=30 if now.minute < 30 else 60)


def free_half_hour(now: datetime, busy: Iterable[tuple[datetime, datetime]], lasts: timedelta) -> datetime:
    """The next half hour from which `lasts` is free; the busy spans need no order."""
    start = next_half_hour(now)
    for begins, ends in sorted(busy):
        if begins < start + lasts and ends > start:
            start = ends if ends.minute in (0, 30) and not ends.second else next_half_hour(ends)
    return start


def opening_minute(first_event: int | None) -> int:
    """The minute of the day at the top of the hours: half an hour before 08:00 or before an earlier first event."""
    return max(0, min(8 * 60, first_event if first_event is not None else 8 * 60) - 30)
