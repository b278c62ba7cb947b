"""Names that a person may say: the ears make them out better when they know them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from assistant.services.calendar.schedule import ScheduleService
from assistant.services.tasks.service import TaskService

_AHEAD = timedelta(days=14)
_MOST = 40
_LONGEST = 40


def likely_names(tasks: TaskService, schedule: ScheduleService, now: datetime) -> tuple[str, ...]:
    """Lists, calendars, what is coming up and with whom, and what is to be done; likelier ones first.

    Blocks for some milliseconds.
    """
    coming = [one.event for one in schedule.occurrences(now - timedelta(days=1), now + _AHEAD)]
    todo = sorted(tasks.all(done=False), key=lambda task: task.updated_at, reverse=True)
    names = [one.name for one in tasks.lists()]
    titles = [
        title for pair in _alternating([one.title for one in coming], [one.title for one in todo]) for title in pair
    ]
    people = [name for event in coming for name in event.people]
    calendars = [one.name for one in schedule.calendars()]
    every = (" ".join(one.split()) for one in (*names, *titles, *people, *calendars))
    return tuple(dict.fromkeys(one for one in every if one and len(one) <= _LONGEST))[:_MOST]


def _alternating(first: list[str], second: list[str]) -> Iterable[list[str]]:
    """Pairs of both; what one has more follows alone."""
    return ([*first[at : at + 1], *second[at : at + 1]] for at in range(max(len(first), len(second))))
