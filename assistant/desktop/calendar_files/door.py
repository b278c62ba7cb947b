"""The window as a door for calendar files: they can be dropped anywhere on it, and subscribed ones are followed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar_files.actions import SUFFIXES, FileActions
from assistant.desktop.desk import Desk
from assistant.domain.cancellation import Cancellation

_LOOK_EVERY = 60_000
_FIRST_LOOK = 15_000


class FileDoor(QObject):
    """Belongs to the window. Looks once a minute whether a subscribed calendar is due."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self.actions = FileActions(desk, window)
        self._cancel = Cancellation()
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        QTimer.singleShot(_FIRST_LOOK, self, self.refresh)
        desk.closing.connect(self._cancel.cancel)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes calendar files; all else goes its usual way."""
        if isinstance(event, QDropEvent):  # a move and an entering are drops as well, to Qt
            paths = calendar_files_in(event.mimeData())
            if not paths:
                return super().eventFilter(watched, event)
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
                self.actions.bring(paths)
            return True
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Reads again, in the background, the subscribed calendars whose time has come."""
        if self._looking:
            return
        self._looking = True
        assistant, cancel = self._desk.assistant, self._cancel

        def work() -> None:
            if any(one.source for one in assistant.schedule.calendars()):
                assistant.subscriptions.refresh_due(cancel)

        self._desk.background.run(work, self._looked, self._looked, lane="subscriptions", owner=self)

    def _looked(self, _outcome: object) -> None:
        self._looking = False


def calendar_files_in(carried: QMimeData) -> list[Path]:
    """The calendar files of this computer that somebody drags."""
    if not carried.hasUrls():
        return []
    paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
