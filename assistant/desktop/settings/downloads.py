"""Models on their way to this computer: one at a time, with progress, cancelled with the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from assistant.config.errors import AssistantError, Cancelled
from assistant.desktop.desk import Desk
from assistant.domain.cancellation import Cancellation
from assistant.services.model_ports import ModelRecord, Progress

LANE = "models"
_STEPS = 500


class Downloads(QObject):
    """Fetches models in a lane of its own; lives as long as the settings. GUI thread.

    Signals:
        changed(): something began, came further or ended.
        arrived(str): a model's name.
    """

    changed = Signal()
    arrived = Signal(str)
    _progressed = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: dict[str, Cancellation] = {}
        self._progress: dict[str, Progress] = {}
        self._stopping: set[str] = set()
        self.errors: dict[str, AssistantError] = {}
        self._progressed.connect(self._came_further, Qt.ConnectionType.QueuedConnection)
        desk.closing.connect(self.cancel_all)

    def progress(self, name: str) -> Progress | None:
        """How far a model is; None where it is not on its way."""
        return self._progress.get(name, Progress(0, 0)) if name in self._running else None

    def stopping(self, name: str) -> bool:
        """True between the wish to stop and the end."""
        return name in self._stopping

    def start(self, name: str) -> None:
        """Begins, or goes on where it was stopped."""
        if name in self._running:
            return
        cancel = Cancellation()
        self._running[name] = cancel
        self.errors.pop(name, None)
        library = self._desk.assistant.library
        tell = self._teller(name)
        self._desk.background.run(
            lambda: library.pull(name, tell, cancel), self._arrived, lambda error: self._ended(name, error), lane=LANE
        )
        self.changed.emit()

    def _teller(self, name: str) -> Callable[[Progress], None]:
        """Runs in the lane's thread; tells of each half per cent, not of each block."""
        last = -1

        def tell(progress: Progress) -> None:
            nonlocal last
            step = progress.done * _STEPS // progress.total if progress.total else progress.done >> 22
            if step != last:
                last = step
                self._progressed.emit(name, progress)

        return tell

    def _came_further(self, name: str, progress: Progress) -> None:
        if name in self._running:
            self._progress[name] = progress
            self.changed.emit()

    def _arrived(self, record: ModelRecord) -> None:
        self._forget(record.name)
        self.arrived.emit(record.name)
        self.changed.emit()

    def _ended(self, name: str, error: AssistantError) -> None:
        self._forget(name)
        if not isinstance(error, Cancelled):
            self.errors[name] = error
        self.changed.emit()

    def _forget(self, name: str) -> None:
        self._running.pop(name, None)
        self._progress.pop(name, None)
        self._stopping.discard(name)

    def cancel(self, name: str) -> None:
        """Stops; what has come so far is kept for the next time."""
        if name in self._running:
            self._stopping.add(name)
            self._running[name].cancel()
            self.changed.emit()

    def cancel_all(self) -> None:
        """Stops everything; the program ends."""
        for cancel in self._running.values():
            cancel.cancel()

    def add(self, path: Path, done: Callable[[ModelRecord], None], failed: Callable[[AssistantError], None]) -> None:
        """Makes a file that is there already usable."""
        library = self._desk.assistant.library
        self._desk.background.run(lambda: library.add(path), done, failed, owner=self)

    def remove(self, name: str) -> None:
        """Deletes a model from disk."""
        library = self._desk.assistant.library
        self._desk.background.run(lambda: library.remove(name), lambda _none: self.changed.emit(), owner=self)
