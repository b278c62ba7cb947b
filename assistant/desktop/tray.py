"""The tray icon: the next item, the window, and the way out."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from assistant.desktop.desk import Desk
from assistant.desktop.icons import app_icon, icon
from assistant.desktop.pausing import PauseMenu
from assistant.desktop.timers.feed import TimerFeed, clock_text
from assistant.domain import life_cycle
from assistant.domain.reminder import Reminder, ReminderState
from assistant.services.model_ports import ModelState

_SOON_MS = 200


class Tray(QObject):
    """Lives as long as the window. Where the desktop has no tray, `available` is False and nothing is shown.

    Signals:
        openWanted(): bring the window forward.
        quitWanted(): leave the program.
        talkWanted(): the person wants to speak.
    """

    openWanted = Signal()
    quitWanted = Signal()
    talkWanted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unanswered = False
        self._timers: TimerFeed | None = None
        self._menu = QMenu()
        self._next = QAction(self._menu)
        self._next.triggered.connect(self.openWanted)
        self._open = QAction(self._menu)
        self._open.triggered.connect(self.openWanted)
        self._talk = QAction(icon("mic"), "", self._menu)
        self._talk.triggered.connect(self.talkWanted)
        self._model = QAction(self._menu)
        self._model.triggered.connect(self._toggle_model)
        self._settings = QAction(self._menu)
        self._settings.triggered.connect(self._open_settings)
        self._quit = QAction(self._menu)
        self._quit.triggered.connect(self.quitWanted)
        self._menu.addAction(self._next)
        self._menu.addSeparator()
        self._menu.addActions([self._talk, self._open])
        self._pause = PauseMenu(desk, self._menu)
        self._pause.changed.connect(self._show_state)
        self._menu.addMenu(self._pause)
        self._menu.addActions([self._model, self._settings])
        self._menu.addSeparator()
        self._menu.addAction(self._quit)
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._soon = QTimer(self)  # many changes in a moment are looked at once
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)
        desk.itemsChanged.connect(lambda *_: self.refresh())
        desk.remindersDue.connect(lambda *_: self.refresh())
        desk.modelChanged.connect(lambda _status: self.retranslate())
        desk.languageChanged.connect(self.retranslate)
        self._listening = False
        desk.listeningChanged.connect(self._set_listening)
        self.retranslate()

    @property
    def available(self) -> bool:
        """True where the desktop shows tray icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """The menu, for those who drive the program without a tray."""
        return self._menu

    def show(self) -> None:
        """Puts the icon up and looks for the next item."""
        self._icon.show()
        self.refresh()

    def refresh(self) -> None:
        """Asks for the next reminder in the background and shows it in menu and tip."""
        self._soon.start()

    def _ask(self) -> None:
        self._desk.background.run(self._desk.assistant.reminders.glance, self._show_next, owner=self)

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._open.setText(self.tr("Open Assistant"))
        self._talk.setText(self.tr("Talk"))
        loaded = self._desk.model_status.state in (ModelState.READY, ModelState.WORKING, ModelState.LOADING)
        self._model.setText(self.tr("Unload model") if loaded else self.tr("Load model"))
        self._model.setEnabled(self._desk.model_status.state is not ModelState.NONE)
        self._settings.setText(self.tr("Settings"))
        self._quit.setText(self.tr("Quit"))
        if not self._next.text():
            self._next.setText(self.tr("No reminders ahead"))

    def _show_next(self, seen: tuple[Reminder | None, bool]) -> None:
        now = self._desk.now()
        first, waiting = seen
        text = self.tr("No reminders ahead")
        if first is not None:
            at = first.wakes_at.astimezone(now.tzinfo)
            soon = at - now < timedelta(days=1) and at.date() == now.date()
            when = self._desk.wording.time(at) if soon else self._desk.wording.day(at.date(), now.date())
            text = f"{when} {first.text}"
        self._next.setText(text)
        if waiting != self._unanswered:
            self._unanswered = waiting
            self._show_state()
        self._tell(text)

    def _show_state(self) -> None:
        paused = self._pause.until is not None
        self._icon.setIcon(app_icon(dot=self._unanswered, paused=paused, listening=self._listening))
        self._tell(self._next.text())

    def _set_listening(self, listening: object) -> None:
        self._listening = bool(listening)
        self._show_state()

    def _tell(self, text: str) -> None:
        until = self._pause.until
        told = text if until is None else self._pause.told(until)
        heard = (self.tr("Listening"),) if self._listening else ()
        tip = " · ".join((self.tr("Assistant"), *heard, *self._timer_words(), told))
        if tip != self._icon.toolTip():
            self._icon.setToolTip(tip)

    def follow(self, timers: TimerFeed) -> None:
        """The tip tells from now on what is left of the timer that ends first."""
        self._timers = timers
        timers.changed.connect(lambda: self._tell(self._next.text()))
        timers.ticked.connect(lambda: self._tell(self._next.text()))

    def _timer_words(self) -> tuple[str, ...]:
        """``Tea 9 min``; by the second in the last minute, else by the minute, begun ones counted."""
        first = next(iter(self._timers.timers), None) if self._timers is not None else None
        if first is None or first.state is ReminderState.PAUSED:
            return ()
        left = life_cycle.remaining(first, self._desk.now())
        told = clock_text(first, self._desk.now())
        if left > timedelta(minutes=1):
            told = self._desk.wording.length(timedelta(minutes=-(-left // timedelta(minutes=1))))
        return (f"{first.text} {told}",)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.openWanted.emit()

    def _toggle_model(self) -> None:
        model = self._desk.assistant.model
        loaded = self._desk.model_status.state in (ModelState.READY, ModelState.WORKING, ModelState.LOADING)
        self._desk.background.run(model.unload if loaded else model.load, lane="model")

    def _open_settings(self) -> None:
        self.openWanted.emit()
        self._desk.settingsWanted.emit("")

    def close(self) -> None:
        """Takes the icon down."""
        self._icon.hide()
