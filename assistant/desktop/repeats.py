"""Rules of repetition that are offered to choose from, and the days they come to. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.domain.recurrence import next_day
from assistant.domain.scaled import lunar_day
from assistant.domain.weeks import DAYS

_WORKDAYS = 5
_SHOWN = 3


def presets(start: date, *, lunar: bool = False) -> tuple[str, ...]:
    """The rules offered for an item that starts on this day; "" does not repeat. With `lunar` also its lunar day."""
    day = DAYS[start.weekday()]
    weekdays = ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",) if start.weekday() < _WORKDAYS else ()
    return (
        "",
        "FREQ=DAILY",
        f"FREQ=WEEKLY;BYDAY={day}",
        *weekdays,
        f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
        f"FREQ=MONTHLY;BYMONTHDAY={start.day}",
        "FREQ=YEARLY",
        *((_lunar_birthday(start),) if lunar else ()),
    )


def _lunar_birthday(start: date) -> str:
    """The lunar day each year. One of a leap month comes in the month of that number, a thirtieth on its last day."""
    month, _leap, day = lunar_day(start)
    return f"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day};SKIP=BACKWARD"


def next_days(rrule: str, start: date, count: int = _SHOWN) -> Iterator[date]:
    """The first days of the series after `start`."""
    after: date | None = start
    for _ in range(count):
        after = next_day(rrule, start, after) if after is not None else None
        if after is None:
            return
        yield after
