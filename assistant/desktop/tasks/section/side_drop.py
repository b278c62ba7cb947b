"""A line of the side bar onto which tasks can be dropped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from assistant.desktop.side_item import SideItem
from assistant.desktop.tasks.carried import carried_in


class DropItem(SideItem):
    """Lights up under tasks that are dragged over it.

    Signals:
        dropped(tuple[str, ...]): the uids of tasks that were let go over it.
    """

    dropped = Signal(object)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes tasks, nothing else."""
        if carried_in(event.mimeData()) is None:
            event.ignore()
            return
        self._light(on=True)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Goes dark again."""
        self._light(on=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells what was let go."""
        self._light(on=False)
        carried = carried_in(event.mimeData())
        if carried is not None:
            event.acceptProposedAction()
            self.dropped.emit(carried.uids)

    def _light(self, *, on: bool) -> None:
        self.highlighted = on
        self.update()
