"""Work outside the GUI thread, with one way home.

Every lane is one worker thread that does its jobs in order. Results come back through a single queued signal, so
`done` and `failed` always run in the GUI thread, and never after the owner was destroyed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.config.errors import AssistantError, Cancelled

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: Any
    error: BaseException | None
    done: Callable[[Any], None] | None
    failed: Callable[[AssistantError], None] | None
    owner: QObject | None


class Background(QObject):
    """Runs services off the GUI thread. Lives in the GUI thread.

    Signals:
        failed: An AssistantError that no caller wanted to handle itself.
        crashed: Any other exception: a bug.
    """

    failed = Signal(object)
    crashed = Signal(object)
    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._closed = False
        self._home.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[AssistantError], None] | None = None,
        *,
        lane: str = "store",
        owner: QObject | None = None,
    ) -> None:
        """Queues `work` in a lane; then calls `done(result)` or `failed(error)` in the GUI thread.

        Args:
            work: Runs in the lane's thread; touches no widget.
            done: Called with the result. Left out where nobody waits for it.
            failed: Called with an AssistantError; without it the `failed` signal is emitted. Cancelled is silent.
            lane: ``store`` for the database, ``turn`` for conversation; any other name makes a lane of its own.
            owner: When this object is gone by then, nothing is called.
        """
        if self._closed:
            return
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
        future = self._lanes[lane].submit(work)
        future.add_done_callback(lambda ended: self._send_home(ended, done, failed, owner))

    def _send_home(
        self,
        ended: Future[Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[AssistantError], None] | None,
        owner: QObject | None,
    ) -> None:
        """Runs in the lane's thread."""
        if ended.cancelled() or self._closed or not shiboken6.isValid(self):
            return
        error = ended.exception()
        self._home.emit(_Outcome(None if error else ended.result(), error, done, failed, owner))

    @Slot(object)
    def _arrive(self, outcome: _Outcome) -> None:
        if self._closed or (outcome.owner is not None and not shiboken6.isValid(outcome.owner)):
            return
        error = outcome.error
        if error is None:
            if outcome.done is not None:
                outcome.done(outcome.value)
        elif isinstance(error, Cancelled) and outcome.failed is None:
            return
        elif isinstance(error, AssistantError):
            (outcome.failed or self.failed.emit)(error)
        else:
            _log.error("a background job failed", exc_info=error)
            self.crashed.emit(error)

    def close(self, *, wait: bool = True) -> None:
        """Takes no more work and forgets what is queued; waits for what is running."""
        self._closed = True
        for pool in self._lanes.values():
            pool.shutdown(wait=wait, cancel_futures=True)
