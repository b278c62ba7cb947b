"""The timers that run, kept in step with the store, and a tick each second while there are any."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.desktop.desk import Desk
from assistant.domain import life_cycle
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder, ReminderState

_TICK_MS = 250  # a second is never skipped on the screen, however late one tick comes


class TimerFeed(QObject):
    """Lives in the GUI thread.

    Signals:
        changed(): other timers, or one was paused, lengthened or named anew.
        ticked(): another second is left.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.timers: tuple[Reminder, ...] = ()
        self._second = -1
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._look)
        desk.itemsChanged.connect(lambda kinds, _elsewhere: self.load() if ItemKind.REMINDER in kinds else None)
        self.load()

    def load(self) -> None:
        """Asks the store again."""
        self._desk.background.run(self._desk.assistant.timers.running, self._loaded, owner=self)

    def _loaded(self, timers: tuple[Reminder, ...]) -> None:
        if timers == self.timers:
            return
        self.timers = timers
        self.changed.emit()
        runs = any(one.state is ReminderState.SCHEDULED for one in timers)
        self._tick.start() if runs else self._tick.stop()

    def _look(self) -> None:
        second = int(self._desk.now().timestamp())
        if second != self._second:
            self._second = second
            self.ticked.emit()


def clock_text(timer: Reminder, now: datetime) -> str:
    """What is left: ``9:41``, ``1:05:00``. The last second is shown until it is over."""
    seconds = int(-(-life_cycle.remaining(timer, now).total_seconds() // 1))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
