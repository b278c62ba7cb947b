"""Waking up for the next reminder. The scheduler holds one job at most; the reminders table is the truth."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

_JOB = "next reminder"


class SchedulerWakeUps:
    """The port `WakeUps` on APScheduler's background scheduler, which is loaded when it is started. Any thread.

    A moment that passed while the computer slept, or the process was busy, still wakes up, once. Waiting is cut into
    pieces of `longest` seconds, because a sleeping computer's timers stand still while its clock goes on.
    """

    def __init__(self, *, longest: float = 30.0) -> None:
        self._lock = threading.Lock()
        self._scheduler: BackgroundScheduler | None = None
        self._callback: Callable[[], None] | None = None
        self._next: datetime | None = None
        self._longest = longest

    def set_next(self, moment: datetime | None) -> None:
        """Replaces the next wake-up; before `start` it is only remembered."""
        with self._lock:
            self._next = moment
            if self._scheduler is not None:
                self._plan(self._scheduler)

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
            self._scheduler.add_job(self._look, "interval", seconds=self._longest, id="clock", replace_existing=True)
            self._plan(self._scheduler)

    def _plan(self, scheduler: BackgroundScheduler) -> None:
        if self._next is None:
            if scheduler.get_job(_JOB) is not None:
                scheduler.remove_job(_JOB)
            return
        when = max(self._next.astimezone(UTC), datetime.now(UTC))
        scheduler.add_job(self._wake, "date", run_date=when, id=_JOB, replace_existing=True)

    def _look(self) -> None:
        """After a sleep of the computer the job may still believe it has to wait: the clock decides."""
        with self._lock:
            overdue = self._next is not None and self._next.astimezone(UTC) <= datetime.now(UTC)
        if overdue:
            self._wake()

    def _wake(self) -> None:
        with self._lock:
            callback, self._next = self._callback, None
        if callback is not None:
            callback()

    def close(self) -> None:
        """Ends the scheduler; a callback that runs is left to end by itself."""
        with self._lock:
            scheduler, self._scheduler, self._callback = self._scheduler, None, None
        if scheduler is not None:
            scheduler.shutdown(wait=False)
