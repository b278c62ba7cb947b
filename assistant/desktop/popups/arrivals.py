"""Reminders on their way to the screen: stored as shown first, held back where they would disturb, never dropped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.disturbance import disturbance
from assistant.desktop.popups.looking_up import Disturbance, Looked, put_up
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder

_RETRY_MS = 2_000
_QUIET_MS = 20_000
_HOLDING = frozenset(
    {"quiet_hours", "quiet_from", "quiet_to", "quiet_high", "follow_do_not_disturb", "hold_in_full_screen"}
)
_LANE = "reminders"  # one of their own: what the panes read must not hold them up


class Arrivals(QObject):
    """Marks reminders as shown in the store, and only when that has succeeded hands them on. Lives in the GUI thread.

    Signals:
        arrived(tuple[Announced, ...]): stored as shown; can become visible.
        gone(tuple[str, ...]): uids that are up but were answered by another process.
    """

    arrived = Signal(object)
    gone = Signal(object)

    def __init__(self, desk: Desk, shown: Callable[[], tuple[str, ...]], parent: QObject | None = None) -> None:
        """`shown` gives the uids of what is up."""
        super().__init__(parent)
        self._desk = desk
        self._shown = shown
        self._started_at = desk.now()
        self.disturbance: Disturbance = disturbance
        self._on_the_way: dict[str, Reminder] = {}
        self._marking = False
        self._held = False
        self._quiet = QTimer(self)
        self._quiet.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.look_after_held)
        desk.remindersDue.connect(self.present)
        desk.settingChanged.connect(lambda key: self.look_after_held() if key in _HOLDING else None)
        desk.pauseChanged.connect(self.look_after_held)
        desk.itemsChanged.connect(lambda kinds, elsewhere: self._follow(kinds) if elsewhere else None)

    def present_pending(self) -> None:
        """Brings what is due or shown and not answered, tells what is not: at start, and when others wrote."""
        known = self._shown()

        def done(pending: tuple[Reminder, ...]) -> None:
            if not pending:
                self._desk.assistant.presence.release(self._desk.now())  # nothing is held back any more
            waiting = {reminder.uid for reminder in pending}
            self.gone.emit(tuple(uid for uid in known if uid not in waiting))
            self.present(pending)

        def failed(error: AssistantError) -> None:
            self._desk.error(error)
            QTimer.singleShot(_RETRY_MS, self, self.present_pending)

        self._desk.background.run(self._desk.assistant.reminders.pending, done, failed, lane=_LANE, owner=self)

    def present(self, reminders: tuple[Reminder, ...]) -> None:
        """Begins the way of those that are neither up nor on it."""
        known = {*self._shown(), *self._on_the_way}
        self._on_the_way.update({one.uid: one for one in reminders if one.uid not in known})
        self._mark()

    def stop(self, uids: tuple[str, ...]) -> None:
        """Answered before they arrived."""
        for uid in uids:
            self._on_the_way.pop(uid, None)

    def _mark(self) -> None:
        """One batch at a time, so that a batch which has to be tried again is not overtaken by the next."""
        if self._marking or not self._on_the_way:
            return
        self._marking = True
        assistant, started_at = self._desk.assistant, self._started_at
        reminders = tuple(self._on_the_way.values())

        def failed(error: AssistantError) -> None:
            self._desk.error(error)
            QTimer.singleShot(_RETRY_MS, self, again)

        def done(looked: Looked) -> None:
            announced = tuple(one for one in looked.announced if one.uid in self._on_the_way)
            if looked.held:
                self._held = True
                self._quiet.start()
            for reminder in reminders:
                self._on_the_way.pop(reminder.uid, None)
            if announced:
                self.arrived.emit(announced)
            again()

        def again() -> None:
            self._marking = False
            self._mark()

        self._desk.background.run(
            lambda: put_up(assistant, reminders, started_at, self.disturbance), done, failed, lane=_LANE, owner=self
        )

    def look_after_held(self) -> None:
        """What held reminders back may be over, or may have been switched off: what is due is looked at again."""
        if self._held:
            self._held = False
            self._quiet.stop()
            self.present_pending()

    def _follow(self, kinds: frozenset[ItemKind]) -> None:
        """Another process wrote: it may have answered what is up here."""
        if ItemKind.REMINDER in kinds:
            self.present_pending()

    def close(self) -> None:
        """Looks no more."""
        self._quiet.stop()
