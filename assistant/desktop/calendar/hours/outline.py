"""The outline of a time in the hours or the lane, and the ground that drags happen on. GUI thread."""

from __future__ import annotations

from datetime import UTC, timedelta

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QScrollArea

from assistant.desktop.calendar.entries import cut
from assistant.desktop.calendar.gestures import Extent, Pointer
from assistant.desktop.calendar.ghost import Ghost
from assistant.desktop.calendar.hours.grid import TimeGrid
from assistant.desktop.calendar.hours.lane import AllDayLane
from assistant.desktop.calendar.view import global_rect

_EDGE_ZONE = 24
_EDGE_STEP = 8
_A_DAY = timedelta(days=1)


class Outline:
    """Shows one time at a time: in the lane where it has whole days, else in the hours, over midnight in two."""

    def __init__(self, lane: AllDayLane, grid: TimeGrid) -> None:
        self._lane = lane
        self._grid = grid
        self._in_lane = Ghost(lane)
        grid.ghosts = [Ghost(grid), Ghost(grid)]

    def _ghosts(self) -> list[Ghost]:
        return [*self._grid.ghosts, self._in_lane]

    def show(self, extent: Extent, title: str, time: str) -> None:
        """Outlines `extent` with its title and time, as far as it is on the days shown."""
        long = extent.end_at.astimezone(UTC) - extent.start_at.astimezone(UTC) >= _A_DAY
        if extent.all_day or long:
            self._show_in_lane(extent, title)
            return
        for ghost, piece in zip(self._grid.ghosts, cut(extent.start_at, extent.end_at, self._grid.days), strict=False):
            ghost.setGeometry(self._grid.rect_of(piece.day, piece.start, piece.end))
            ghost.say(title if piece.begins else "", time if piece.begins else "")
            ghost.show()
            ghost.raise_()

    def _show_in_lane(self, extent: Extent, title: str) -> None:
        days = self._lane.days
        last_on = (extent.end_at - timedelta(microseconds=1)).date()
        first = max(0, (extent.start_at.date() - days[0]).days)
        last = min(len(days) - 1, (last_on - days[0]).days)
        if first <= last:
            self._in_lane.setGeometry(self._lane.rect_of(first, last))
            self._in_lane.say(title, "")
            self._in_lane.show()
            self._in_lane.raise_()

    def hide(self) -> None:
        """Takes it away."""
        for ghost in self._ghosts():
            ghost.hide()

    def rect(self) -> QRect:
        """Its global rectangle; empty where there is none."""
        return next((global_rect(ghost) for ghost in self._ghosts() if ghost.isVisible()), QRect())


class HoursGround:
    """Global places as days and minutes."""

    def __init__(self, lane: AllDayLane, grid: TimeGrid, area: QScrollArea) -> None:
        self._lane = lane
        self._grid = grid
        self._area = area

    def pointer_at(self, at: QPointF) -> Pointer:
        """The day and minute under a global place; above the hours it is the lane."""
        if self._area.viewport().mapFromGlobal(at).y() < 0:
            return self._lane.pointer_at(self._lane.mapFromGlobal(at))
        return self._grid.pointer_at(self._grid.mapFromGlobal(at))

    def edge_at(self, at: QPointF) -> int:
        """-1 or 1 near the upper or lower edge of the hours."""
        viewport = self._area.viewport()
        y = viewport.mapFromGlobal(at).y()
        if 0 <= y < _EDGE_ZONE:
            return -1
        return 1 if y > viewport.height() - _EDGE_ZONE else 0

    def scroll_by(self, step: int) -> None:
        """Scrolls by a little."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + step * _EDGE_STEP)
