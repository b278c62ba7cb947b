"""Pausing reminders: the choices, and until when they are paused."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.desk import Desk
from assistant.services.reminders.snoozing import morning_of

_LOOK_MS = 20_000


class PauseMenu(QMenu):
    """Half an hour, an hour, until tomorrow; while they are paused, the way back. Lives in the GUI thread.

    Signals:
        changed(): paused, gone on, or the pause is over.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paused = False
        self._choices = [QAction(self) for _ in range(3)]
        for place, action in enumerate(self._choices):
            action.triggered.connect(lambda _checked=False, chosen=place: self.pause(chosen))
        self._go_on = QAction(self)
        self._go_on.triggered.connect(lambda: desk.pause_reminders(None))
        self.addActions([*self._choices, self._go_on])
        self._while_paused = QTimer(self)
        self._while_paused.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._while_paused.setInterval(_LOOK_MS)
        self._while_paused.timeout.connect(self.refresh)
        self.aboutToShow.connect(self.refresh)
        desk.pauseChanged.connect(self.refresh)
        desk.languageChanged.connect(self.refresh)
        self.refresh()

    @property
    def until(self) -> datetime | None:
        """Until when reminders are paused, in the person's zone; None where they are not."""
        now = self._desk.now()
        until = self._desk.assistant.presence.paused_until(now)
        return None if until is None else until.astimezone(now.tzinfo)

    def pause(self, place: int) -> None:
        """Takes one of the choices, from the top."""
        self._desk.pause_reminders(self._moments()[place])

    def _moments(self) -> tuple[datetime, datetime, datetime]:
        now = self._desk.now()
        morning = morning_of(self._desk.assistant.settings)
        tomorrow = datetime.combine(now.date() + timedelta(days=1), morning, now.tzinfo)
        return now + timedelta(minutes=30), now + timedelta(hours=1), tomorrow

    def refresh(self) -> None:
        """Sets words and choices anew, and looks whether the pause is over."""
        now, wording, until = self._desk.now(), self._desk.wording, self.until
        half, hour, tomorrow = self._moments()
        labels = (wording.length(half - now), wording.length(hour - now))
        for action, label in zip(self._choices, labels, strict=False):
            action.setText(self.tr("For {length}").format(length=label))
        moment = wording.moment(tomorrow, None, today=now.date())
        self._choices[2].setText(self.tr("Until tomorrow"))
        self._choices[2].setToolTip(moment)
        self._go_on.setText(self.tr("Go on now"))
        self._go_on.setVisible(until is not None)
        self.setTitle(self.told(until))
        if (until is not None) != self._paused:
            self._paused = until is not None
            self._while_paused.start() if self._paused else self._while_paused.stop()
            self.changed.emit()

    def told(self, until: datetime | None) -> str:
        """``Pause reminders``, or until when they are paused."""
        if until is None:
            return self.tr("Pause reminders")
        now, wording = self._desk.now(), self._desk.wording
        near = until.date() == now.date()
        moment = wording.time(until) if near else wording.moment(until, None, today=now.date())
        return self.tr("Paused until {moment}").format(moment=moment)
