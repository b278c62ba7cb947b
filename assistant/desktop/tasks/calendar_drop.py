"""Tasks dropped onto the calendar: each becomes an event that makes time for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar.entries import at_minute
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.hours.dragging import SNAP
from assistant.desktop.calendar.pages import Pages
from assistant.desktop.calendar.view import View
from assistant.desktop.desk import Desk
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.carried import Carried, carried_in
from assistant.services.calendar.planning import USUAL_MINUTES

_EDGE = 24
_STEP = 12


@dataclass(frozen=True, slots=True)
class Landing:
    """What a drop would do: the outlined time, and the change."""

    extent: Extent
    plan: Callable[[], None]


class TaskDrops(QObject):
    """Watches the hours, the lane above them and the month; while tasks are held over them, it outlines their time.

    On the hours a task gets the time it is dropped at, in the lane the whole day, on a day of the month the first time
    that is free; with Shift the whole day there too.
    """

    def __init__(self, desk: Desk, pages: Pages) -> None:
        super().__init__(pages)
        self._desk = desk
        self._hours = pages.hours
        self._month = pages.month
        self._actions = TaskActions(desk, self)
        self._grounds: dict[QWidget, View] = {
            pages.hours.grid: pages.hours,
            pages.hours.lane: pages.hours,
            pages.month: pages.month,
        }
        for ground in self._grounds:
            ground.setAcceptDrops(True)
            ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only what brings tasks is taken; all else goes its usual way."""
        view = self._grounds.get(watched) if isinstance(watched, QWidget) else None
        if view is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QDropEvent):  # a move and an entering are drops as well, to Qt
            carried = carried_in(event.mimeData())
            if carried is None:
                return super().eventFilter(watched, event)
            landing = self._landing(view, watched, carried, event)
            if landing is None:
                view.clear_ghost()
                event.ignore()
                return True
            event.acceptProposedAction()
            if isinstance(event, QDragEnterEvent | QDragMoveEvent):
                view.show_extent(landing.extent, carried.title)
                self._scroll(watched, event.position())
            else:
                view.clear_ghost()
                landing.plan()
            return True
        if event.type() == QEvent.Type.DragLeave:
            view.clear_ghost()
        return super().eventFilter(watched, event)

    def _landing(self, view: View, ground: QObject, carried: Carried, event: QDropEvent) -> Landing | None:
        at, zone = event.position(), self._desk.assistant.clock.zone()
        if ground is self._hours.grid:
            extent = self.extent(carried, at)
            return Landing(extent, lambda: self._actions.plan(carried.uids, extent.start_at))
        whole_day = ground is self._hours.lane or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        on = (
            self._hours.lane.pointer_at(at).on
            if ground is self._hours.lane
            else self._month.day_at(QPointF(view.mapToGlobal(at)))
        )
        if on is None:
            return None
        start = datetime.combine(on, time(), zone)
        day = Extent(start, datetime.combine(on + timedelta(days=1), time(), zone), all_day=True)
        return Landing(day, lambda: self._actions.plan_on(carried.uids, on, whole_day=whole_day))

    def extent(self, carried: Carried, at: QPointF) -> Extent:
        """The time at a place of the grid, on the quarter hour, as long as the first task is thought to take."""
        pointer = self._hours.grid.pointer_at(at)
        start = at_minute(pointer.on, pointer.minute // SNAP * SNAP, self._desk.assistant.clock.zone())
        minutes = carried.minutes or USUAL_MINUTES
        return Extent(start, start + timedelta(minutes=minutes), all_day=False)

    def _scroll(self, ground: QObject, at: QPointF) -> None:
        """Near the upper or lower edge of what is seen, the hours move."""
        if ground is not self._hours.grid:
            return
        area = self._hours.area
        y, bar = self._hours.grid.mapTo(area.viewport(), at.toPoint()).y(), area.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif y > area.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)
