"""Where things are in a month, and a drag from day to day. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QRect

from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.gestures import Extent, nudged
from assistant.desktop.calendar.layout import Piece
from assistant.desktop.calendar.month.day import DayCell
from assistant.desktop.calendar.view import Move, View, extent_of
from assistant.desktop.theme import theme

_NAMES = 30
_GUTTER = 36
_GAP = 1


@dataclass(frozen=True)
class MonthMeasures:
    """How a month of `weeks` rows shares a widget of `width` by `height` pixels."""

    width: int
    height: int
    weeks: int
    numbered: bool

    @cached_property
    def gutter(self) -> int:
        """Room for week numbers."""
        return round(_GUTTER * theme().pixels("body") / 13) if self.numbered else 0

    @cached_property
    def names(self) -> int:
        """Height of the names of the days."""
        return round(_NAMES * theme().pixels("body") / 13)

    @cached_property
    def pitch(self) -> int:
        """From one entry to the next."""
        return theme().size("monthEventRow") + _GAP

    def left(self, column: int) -> int:
        """Where a day begins."""
        return self.gutter + round(column * (self.width - self.gutter) / 7)

    def top(self, week: int) -> int:
        """Where a week begins."""
        return self.names + round(week * (self.height - self.names) / max(1, self.weeks))

    def column(self, x: float) -> int:
        """The day at `x`."""
        return max(0, int((x - self.gutter) // max(1.0, (self.width - self.gutter) / 7)))

    def cell(self, week: int, column: int) -> QRect:
        """The rectangle of a day."""
        left, top = self.left(column), self.top(week)
        return QRect(left, top, self.left(column + 1) - left, self.top(week + 1) - top)

    def rows(self, week: int) -> int:
        """How many entries fit below the number of a day."""
        return max(1, (self.top(week + 1) - self.top(week) - DayCell.head() - 2) // self.pitch)

    def rect(self, week: int, piece: Piece, *, begins: bool, ends: bool) -> QRect:
        """The rectangle of an entry; a cut end reaches the edge of its day."""
        left = self.left(piece.first) + (4 if begins else 0)
        right = self.left(piece.last + 1) - (5 if ends else 1)
        top = self.top(week) + DayCell.head() + piece.row * self.pitch
        return QRect(left, top, max(8, right - left), self.pitch - _GAP)


class DayDragging:
    """A drag of an event or a task from one day to another; its time of day stays."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._held: tuple[EntryButton, date] | None = None
        self._over: date | None = None

    def begin(self, block: EntryButton, day: date | None) -> bool:
        """Takes hold of something on a day."""
        if day is None or not block.entry.movable:
            return False
        self._held, self._over = (block, day), None
        return True

    def _extent(self, block: EntryButton, origin: date, day: date) -> Extent:
        return nudged(extent_of(block.entry), self._view.zone, days=(day - origin).days)

    def move(self, day: date | None) -> None:
        """The pointer is over a day."""
        if self._held is None or day is None or day == self._over:
            return
        self._over = day
        block, origin = self._held
        block.mark(leaving=True)
        self._view.show_extent(self._extent(block, origin, day), block.entry.title)

    def end(self, *, copy: bool) -> None:
        """Drops the event where it is."""
        held, day = self._held, self._over
        self._held = self._over = None
        if held is None or day is None or day == held[1]:
            self._view.clear_ghost()
            return
        block, origin = held
        self._view.moveWanted.emit(Move(block.entry, self._extent(block, origin, day), copy))

    def cancel(self) -> bool:
        """Puts it back; False where nothing was held."""
        if self._held is None:
            return False
        self._held[0].stop_drag()
        self._held = self._over = None
        self._view.clear_ghost()
        return True
