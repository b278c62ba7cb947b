"""Waking up for the next reminder: APScheduler holds the next moment only; the reminders table is the truth."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.domain.absence import Look
from assistant.domain.clock import Clock
from assistant.services.reminders.presence import JUMP, Presence

if TYPE_CHECKING:
    from apscheduler.job import Job
    from apscheduler.schedulers.background import BackgroundScheduler

_LOG = logging.getLogger(__name__)
_FAR = 36_500  # days: the bell rings when it is told to, and not by itself
_AFTER_A_BUG = timedelta(minutes=1)


class ClockWakeUps:
    """The port `WakeUps`: a scheduler rings at the moment, a watch sees to it that no moment is slept through.

    A timer counts seconds, a reminder belongs to a time of day, and the two part when the computer sleeps, when the
    clock is set and when the person travels. So the scheduler's bell is not trusted alone: a thread looks at the clock
    every `longest` seconds, and calls back when the clock is past the moment, or went another way than the seconds
    did, or the zone is another. Bell and watch both end in that one thread, so callbacks never overlap. Any thread.
    """

    def __init__(self, clock: Clock, presence: Presence | None = None, *, longest: float = 2.0) -> None:
        """A thread is made by `start`.

        Args:
            clock: The wall clock and the monotonic one that it is compared with.
            presence: Is told of every look at the clocks, and keeps its mark of life in this thread.
            longest: Seconds; how late a jump of the clock may be noticed where no system signal tells of it.
        """
        self._clock = clock
        self._presence = presence or Presence()
        self._longest = longest
        self._changed = threading.Condition()
        self._callback: Callable[[], None] | None = None
        self._next: datetime | None = None
        self._nudged = False
        self._seen: Look | None = None
        self._scheduler: BackgroundScheduler | None = None
        self._bell: Job | None = None

    def set_next(self, moment: datetime | None) -> None:
        """Replaces the next wake-up; before `start` it is only remembered."""
        with self._changed:
            self._next = moment.astimezone(UTC) if moment is not None else None
            self._set_bell()
            self._changed.notify_all()

    def _set_bell(self) -> None:
        if self._bell is not None and self._next is not None:
            self._bell.modify(next_run_time=self._next)

    def _ring(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def nudge(self) -> None:
        """Calls back now: something outside, such as waking from sleep, says that time may have passed unseen."""
        with self._changed:
            self._nudged = True
            self._changed.notify_all()

    def start(self, callback: Callable[[], None]) -> None:
        """Begins to call back, in a thread of its own, one call at a time."""
        with self._changed:
            if self._callback is not None:
                return
            self._callback = callback
            self._seen = self._look()
            self._presence.begin(self._seen)
            self._scheduler = _scheduler()
            # One job that stays: the scheduler's thread dies of jobs that are taken away while they ring or it ends.
            self._bell = self._scheduler.add_job(self._ring, "interval", days=_FAR, next_run_time=None)
            self._set_bell()
        threading.Thread(target=self._run, name="wake-ups", daemon=True).start()

    def _look(self) -> Look:
        clock = self._clock
        return Look(clock.now().astimezone(UTC), clock.monotonic(), clock.asleep(), str(clock.zone()))

    def _run(self) -> None:
        while True:
            with self._changed:
                callback = self._ripe()
                if callback is None and self._callback is not None:
                    self._changed.wait(self._longest)
                    callback = self._ripe()
                if self._callback is None:
                    return
            self._presence.keep()  # before anybody asks why a reminder is late; not under the lock
            if callback is None:
                continue
            error = outcome(callback)
            if error is not None:
                # A bug in one round must not silence every later reminder.
                _LOG.error("waking up failed", exc_info=error)
                self.set_next(self._clock.now() + _AFTER_A_BUG)

    def _ripe(self) -> Callable[[], None] | None:
        """What to call now, if anything; the moment is used up by that."""
        jumped = self._jumped()
        passed = self._next is not None and self._seen is not None and self._next <= self._seen.wall
        if self._callback is None or not (passed or jumped or self._nudged):
            return None
        self._nudged = False
        if passed:
            self._next = None
        return self._callback

    def _jumped(self) -> bool:
        """True where the clock went another way than the seconds since the last look, or the zone is another."""
        before, self._seen = self._seen, self._look()
        self._presence.observe(self._seen)
        if before is None:
            return False
        drift = self._seen.drift_from(before)
        if abs(drift) > JUMP.total_seconds():
            _LOG.info("the clock jumped by %.0f s", drift)
        elif self._seen.zone != before.zone:
            _LOG.info("the time zone changed from %s to %s", before.zone, self._seen.zone)
        else:
            return False
        return True

    def close(self) -> None:
        """Ends thread and scheduler; a callback that runs is left to end by itself."""
        with self._changed:
            scheduler, self._scheduler, self._bell, self._callback = self._scheduler, None, None, None
            if scheduler is not None:
                self._presence.observe(self._look())
            self._changed.notify_all()
        if scheduler is not None:
            scheduler.shutdown(wait=False)
            self._presence.keep(at_once=True)


def outcome(callback: Callable[[], None]) -> BaseException | None:
    """Calls, and returns what was raised: a future keeps any error for whoever asks."""
    with ThreadPoolExecutor(1, thread_name_prefix="ring") as worker:
        return worker.submit(callback).exception()


def _scheduler() -> BackgroundScheduler:
    """A running scheduler; loaded here, since commands never wait for anything."""
    from apscheduler.schedulers.background import BackgroundScheduler

    # Ringing late is ordinary after a sleep and no reason to warn.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    made = BackgroundScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True})
    made.start()
    return made
