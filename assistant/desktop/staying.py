"""Where the program is while its window is away: in the tray, or just running, and how the person learns of it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from assistant.desktop.popups import ReminderPopups
    from assistant.desktop.tray import Tray

_log = logging.getLogger(__name__)
_LOOK_MS = 2_000
_LOOKS = 30  # a panel may come up a good while after what is started at login


class Staying(QObject):
    """Puts the icon up as soon as there is a tray. Started hidden without one, it stays hidden and says so once.

    Signals:
        stays(): closing the window may leave the program running from now on.
    """

    stays = Signal()

    def __init__(self, tray: Tray, popups: ReminderPopups, state: Path, parent: QObject | None = None) -> None:
        """`state` is the folder that remembers what was told."""
        super().__init__(parent)
        self._tray = tray
        self._popups = popups
        self._state = state
        self._hidden = False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, *, hidden: bool) -> None:
        """Looks for a tray, for a minute where there is none yet."""
        self._hidden = hidden
        if hidden:
            self.stays.emit()  # started again it shows its window, so closing that must not end it
        if not self._found():
            self._timer.start()

    def _found(self) -> bool:
        if not self._tray.available:
            return False
        self._timer.stop()
        self._tray.show()
        self.stays.emit()
        return True

    def _look(self) -> None:
        self._looks += 1
        if self._found() or self._looks < _LOOKS:
            return
        self._timer.stop()
        _log.info("there is no tray")
        if self._hidden and self._first("told-about-hidden"):
            self._popups.notifying.say(
                self.tr("Assistant is running"),
                self.tr("It watches your reminders. Start it once more, or click here, to see its window."),
            )

    def say_still_here(self) -> None:
        """The window was closed for the first time."""
        if not self._first("told-about-tray"):
            return
        if self._tray.available:
            self._popups.say(self.tr("Assistant keeps running for reminders. Quit from the tray icon."))
        else:
            self._popups.say(
                self.tr("Assistant keeps running for reminders. Start it once more to see it; Ctrl+Q ends it.")
            )

    def _first(self, name: str) -> bool:
        seen = self._state / name
        if seen.exists():
            return False
        try:
            seen.touch()
        except OSError as error:
            _log.info("it cannot be remembered that this was told: %s", error.strerror)
        return True

    def close(self) -> None:
        """Looks no more, and takes the icon down."""
        self._timer.stop()
        self._tray.close()
