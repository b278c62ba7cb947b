"""Python's cyclic garbage collection, in the GUI thread only.

Left alone, the collector runs in whatever thread happens to allocate, also in a lane's. Widgets that are part of a
cycle would then be destroyed outside the GUI thread, or in the middle of one of Qt's own calls, and the program would
crash. So the automatic collector is switched off and its work done between two events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 5_000


class GarbageCollection(QObject):
    """Collects as often as Python itself would, but at a safe moment. Lives in the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the generations that are full."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Gives the work back to Python."""
        self._timer.stop()
        gc.enable()
