"""Waking up for the next reminder. The scheduler holds moments to wake at; the reminders table is the truth."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler


class SchedulerWakeUps:
    """The port `WakeUps` on APScheduler's background scheduler, which is loaded when it is started. Any thread.

    A moment that passed while the computer slept, or the process was busy, still wakes up, once. Beside it the clock
    is looked at every `longest` seconds, because a sleeping computer's timers stand still while its clock goes on.

    A planned job is never replaced or removed: the scheduler's thread does not expect that of a job whose time has
    just come (it takes away the new one instead of the old, or dies of the missing one). A job that turns out to be out
    of date does nothing.
    """

    def __init__(self, *, longest: float = 30.0) -> None:
        self._lock = threading.Lock()
        self._scheduler: BackgroundScheduler | None = None
        self._callback: Callable[[], None] | None = None
        self._next: datetime | None = None
        self._planned: set[datetime] = set()
        self._longest = longest

    def set_next(self, moment: datetime | None) -> None:
        """Replaces the next wake-up; before `start` it is only remembered."""
        with self._lock:
            self._next = moment.astimezone(UTC) if moment is not None else None
            self._plan()

    def start(self, callback: Callable[[], None]) -> None:
        """Begins to call back, in a thread of the scheduler's."""
        from apscheduler.schedulers.background import BackgroundScheduler

        with self._lock:
            if self._scheduler is not None:
                return
            self._callback = callback
            self._scheduler = BackgroundScheduler(
                timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
            )
            self._scheduler.start()
            self._scheduler.add_job(self._wake, "interval", seconds=self._longest)
            self._plan()

    def _plan(self) -> None:
        if self._scheduler is None or self._next is None or self._next in self._planned:
            return
        self._planned.add(self._next)
        when = max(self._next, datetime.now(UTC))
        self._scheduler.add_job(self._wake, "date", run_date=when, args=(self._next,))

    def _wake(self, planned: datetime | None = None) -> None:
        """Calls back if the moment has come, whichever job noticed."""
        with self._lock:
            if planned is not None:
                self._planned.discard(planned)
            if self._next is None or self._next > datetime.now(UTC):
                self._plan()
                return
            callback, self._next = self._callback, None
        if callback is not None:
            callback()

    def close(self) -> None:
        """Ends the scheduler; a callback that runs is left to end by itself."""
        with self._lock:
            scheduler, self._scheduler, self._callback = self._scheduler, None, None
        if scheduler is not None:
            scheduler.shutdown(wait=False)
