"""Instances of rules that were followed once: a rule that has to be followed from its first day is not followed again.

A view asks every series anew for each month. Rules by day and week can start near the month; those by month and year,
and those with a count, cannot, and a calendar of many years has hundreds of them.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice

from assistant.domain.rules import instances

_MOST = 600
_LAST_YEAR = 2200
_FURTHER = timedelta(days=3 * 366)


class _Path:
    """The instances of one rule from one start on, as far as they were asked for. Safe in any thread."""

    def __init__(self, rest: str, start: datetime, most: int) -> None:
        self._rest = rest
        self._start = start
        self._most = most
        self._lock = threading.Lock()
        self._moments: list[datetime] = []
        self._until: datetime | None = None
        self._whole = False

    def between(self, low: datetime, last: datetime) -> Sequence[datetime] | None:
        """Those in [low, last]; None where there are too many to be kept."""
        with self._lock:
            if not self._whole and (self._until is None or last > self._until):
                self._follow(last + _FURTHER)
            if len(self._moments) > _MOST:
                return None
            moments = self._moments
        end = bisect_left(moments, last + timedelta(microseconds=1))
        return moments[bisect_left(moments, low) : end]

    def _follow(self, until: datetime) -> None:
        if len(self._moments) > _MOST:
            return
        most = min(self._most, _MOST + 1)
        moments = list(islice(instances(self._rest, self._start, until), most))
        self._moments, self._until = moments, until
        self._whole = len(moments) == self._most


@lru_cache(maxsize=1024)
def _path(rest: str, start: datetime, most: int) -> _Path:
    return _Path(rest, start, most)


def remembered(rest: str, start: datetime, most: int, low: datetime, last: datetime) -> Sequence[datetime] | None:
    """The first `most` instances from `start` on, of them those in [low, last]; None where there are too many to keep.

    All moments are naive wall times of one clock.
    """
    if last.year > _LAST_YEAR:
        return None
    return _path(rest, start, most).between(low, last)
