"""Where days and hours are on the hours, in pixels. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

from assistant.desktop.calendar.entries import DAY_MINUTES
from assistant.desktop.calendar.layout import Place

_NARROWEST = 6.0


@dataclass(frozen=True, slots=True)
class Columns:
    """How days share the width right of the gutter, in pixels of the widget."""

    gutter: int
    width: int
    count: int

    def left(self, column: int) -> int:
        """Where a column begins; `count` gives the right edge."""
        return self.gutter + round(column * max(0, self.width - self.gutter) / max(1, self.count))

    def at(self, x: float) -> int:
        """The column at `x`, the nearest one outside."""
        share = max(1.0, (self.width - self.gutter) / max(1, self.count))
        return min(max(int((x - self.gutter) // share), 0), self.count - 1)

    def room(self, column: int) -> int:
        """The width that the blocks of a day share."""
        return max(8, self.left(column + 1) - self.left(column) - 6)


@dataclass(frozen=True, slots=True)
class HourScale:
    """Pixels of an hour, the columns of the days, the height of the shortest block, the least width side by side."""

    hour: float
    columns: Columns
    shortest: int
    least: float

    def y_of(self, minute: float) -> float:
        """Pixels from the top."""
        return minute * self.hour / 60

    def minute_at(self, y: float) -> int:
        """Minute of the day at `y`, within the day."""
        return min(max(round(y * 60 / self.hour), 0), DAY_MINUTES)

    def rect(self, day: int, start: int, end: int, spot: Place | None = None) -> QRect:
        """The rectangle of a time in a column, or of its place among others."""
        room = self.columns.room(day)
        left, wide = (0.0, float(room)) if spot is None else (spot.left, min(spot.width, room))
        top = self.y_of(start) + 1
        tall = max(self.y_of(end) - self.y_of(start) - 1, self.shortest)
        return QRectF(self.columns.left(day) + 2 + left, top, max(wide, _NARROWEST), tall).toRect()
