"""How much was done when: counted from the completed tasks themselves, nothing else. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.task import Task

DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneFigures:
    """`days` are the last 14, oldest first, today at the end, with the number of tasks completed on each.

    Weeks begin on the person's first day of the week. `estimated_minutes` adds up the estimates of what was done this
    week; tasks without one add nothing.
    """

    days: tuple[tuple[date, int], ...]
    this_week: int
    last_week: int
    estimated_minutes: int

    @property
    def most(self) -> int:
        """The highest number of one day."""
        return max((count for _, count in self.days), default=0)


def done_figures(tasks: Iterable[Task], now: datetime, first_weekday: int) -> DoneFigures:
    """Counts completed tasks, subtasks included, by the day of completion in the viewer's zone.

    Args:
        tasks: Open ones are passed over.
        now: In the viewer's zone.
        first_weekday: 0 for Monday to 6 for Sunday.
    """
    assert isinstance(now.tzinfo, ZoneInfo)
    today = now.date()
    week = today - timedelta(days=(today.weekday() - first_weekday) % 7)
    counted: Counter[date] = Counter()
    minutes = 0
    for task in tasks:
        if task.completed_at is None:
            continue
        day = task.completed_at.astimezone(now.tzinfo).date()
        counted[day] += 1
        if week <= day <= today:
            minutes += task.estimate_minutes or 0
    days = tuple((day, counted[day]) for day in (today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)))
    this_week = sum(count for day, count in counted.items() if week <= day <= today)
    last_week = sum(count for day, count in counted.items() if week - timedelta(days=7) <= day < week)
    return DoneFigures(days=days, this_week=this_week, last_week=last_week, estimated_minutes=minutes)
