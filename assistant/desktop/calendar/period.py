"""Which days are shown, in which view. Plain values."""

from __future__ import annotations

from datetime import date

from assistant.desktop.calendar.dates import Mode, moved, span_of


class Period:
    """The view wished for, the view there is room for, and the day it is opened at.

    Attributes:
        wish: What the person chose; a narrow pane may show something else.
        mode: What is shown.
        day: The day that the period holds.
        start: The first day of the week, Monday 0.
    """

    def __init__(self, day: date, start: int) -> None:
        self.wish = self.mode = Mode.WEEK
        self.day = day
        self.start = start

    def fit(self, *, narrow: bool) -> tuple[Mode, ...]:
        """Chooses the mode for the room there is; returns the modes on offer."""
        offered = (Mode.DAY, Mode.AGENDA) if narrow else tuple(Mode)
        self.mode = self.wish if self.wish in offered else Mode.DAY
        return offered

    def days(self) -> tuple[date, date]:
        """First and last day shown."""
        return span_of(self.mode, self.day, self.start)

    def around(self) -> tuple[date, date]:
        """The same with the periods before and after."""
        if self.mode is Mode.YEAR:
            return self.days()
        before, after = self.stepped(-1), self.stepped(1)
        return span_of(self.mode, before, self.start)[0], span_of(self.mode, after, self.start)[1]

    def stepped(self, periods: int) -> date:
        """The day to open after going periods on or back."""
        return moved(self.mode, self.day, periods)
