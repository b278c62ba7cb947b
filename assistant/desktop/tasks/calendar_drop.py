"""Tasks dropped onto the hours of the calendar: each becomes an event that makes time for it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from assistant.desktop.calendar.dragging import SNAP
from assistant.desktop.calendar.entries import at_minute
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.hours import HoursView
from assistant.desktop.desk import Desk
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.carried import Carried, carried_in
from assistant.services.planning import USUAL_MINUTES

_EDGE = 24
_STEP = 12


class TaskDrops(QObject):
    """Watches the grid of the hours; while tasks are held over it, it outlines the time they would have."""

    def __init__(self, desk: Desk, hours: HoursView) -> None:
        super().__init__(hours)
        self._desk = desk
        self._hours = hours
        self._actions = TaskActions(desk, self)
        hours.grid.setAcceptDrops(True)
        hours.grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only what brings tasks is taken; all else goes its usual way."""
        if isinstance(event, QDropEvent):  # a move and an entering are drops as well, to Qt
            carried = carried_in(event.mimeData())
            if carried is None:
                return super().eventFilter(watched, event)
            extent = self.extent(carried, event.position())
            event.acceptProposedAction()
            if isinstance(event, QDragEnterEvent | QDragMoveEvent):
                self._hours.show_extent(extent, carried.title)
                self._scroll(event.position())
            else:
                self._hours.clear_ghost()
                self._actions.plan(carried.uids, extent.start_at)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hours.clear_ghost()
        return super().eventFilter(watched, event)

    def extent(self, carried: Carried, at: QPointF) -> Extent:
        """The time at a place of the grid, on the quarter hour, as long as the first task is thought to take."""
        pointer = self._hours.grid.pointer_at(at)
        start = at_minute(pointer.on, pointer.minute // SNAP * SNAP, self._desk.assistant.clock.zone())
        minutes = carried.minutes or USUAL_MINUTES
        return Extent(start, start + timedelta(minutes=minutes), all_day=False)

    def _scroll(self, at: QPointF) -> None:
        """Near the upper or lower edge of what is seen, the hours move."""
        area = self._hours.area
        y, bar = self._hours.grid.mapTo(area.viewport(), at.toPoint()).y(), area.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif y > area.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)
