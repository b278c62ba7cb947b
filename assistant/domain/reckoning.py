"""Instances of plain rules, reckoned instead of followed: every so many days, weeks, months or years, chosen weekdays.

These are nearly all rules there are. A view asks each of them for a month far from where it began, and dateutil would
walk there. What comes out is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import count as numbers

from assistant.domain.rules import STEP, WEEK_DAYS, Rule

_DAY = timedelta(days=1)
_IN_ALL_MONTHS = 28


def reckoned(rule: Rule, start: datetime, low: datetime, last: datetime) -> Iterable[datetime] | None:
    """What the rule names from `start` on that lies in [low, last], in order; None for a rule that must be followed.

    UNTIL is the caller's, who has put it into `last`. All moments are naive wall times of one clock.
    """
    if rule.days is None:
        return None
    if start.microsecond:
        start = start.replace(microsecond=0)
    if rule.freq in STEP and not rule.days:
        return _steps(STEP[rule.freq] * rule.interval, rule.count, start, (low, last))
    if rule.freq == "WEEKLY" or (rule.freq == "DAILY" and rule.interval == 1):
        return _weekdays(rule, rule.days, start, (low, last))
    if rule.freq in STEP or rule.days:
        return None
    months = rule.interval * (12 if rule.freq == "YEARLY" else 1)
    # Where some months lack the day, only walking through all of them tells how many there were.
    if start.day > _IN_ALL_MONTHS and rule.count is not None:
        return None
    return _months(months, rule.count, start, (low, last))


def _steps(
    stride: timedelta, count: int | None, start: datetime, window: tuple[datetime, datetime]
) -> Iterator[datetime]:
    low, last = window
    first, final = max(0, -((start - low) // stride)), (last - start) // stride
    if count is not None:
        final = min(final, count - 1)
    return (start + number * stride for number in range(first, final + 1))


def _weekdays(
    rule: Rule, days: tuple[int, ...], start: datetime, window: tuple[datetime, datetime]
) -> Iterator[datetime]:
    low, last = window
    into = (start.weekday() - rule.week_start) % WEEK_DAYS
    monday, stride = start - into * _DAY, timedelta(weeks=rule.interval)
    places = sorted((day - rule.week_start) % WEEK_DAYS for day in days)
    before = sum(place < into for place in places)
    final = None if rule.count is None else rule.count + before - 1
    for number in numbers(max(before, (low - monday) // stride * len(places))):
        week, place = divmod(number, len(places))
        moment = monday + week * stride + places[place] * _DAY
        if moment > last or (final is not None and number > final):
            return
        if moment >= low:
            yield moment


def _months(months: int, count: int | None, start: datetime, window: tuple[datetime, datetime]) -> Iterator[datetime]:
    low, last = window
    first, at = start.year * 12 + start.month - 1, start.time()
    for number in numbers(max(0, -((first - low.year * 12 - low.month + 1) // months))):
        year, month = divmod(first + number * months, 12)
        if year > last.year or (count is not None and number >= count):
            return
        try:
            moment = datetime.combine(date(year, month + 1, start.day), at)
        except ValueError:  # this month has no such day
            continue
        if moment > last:
            return
        if moment >= low:
            yield moment
