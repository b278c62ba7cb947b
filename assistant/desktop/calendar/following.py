"""The outline of what is being typed in the bar, and the way there and back. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.desktop.calendar.dates import Mode
from assistant.desktop.calendar.entries import DAY_MINUTES, at_minute
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.pages import Pages
from assistant.desktop.calendar.period import Period
from assistant.desktop.desk import Desk
from assistant.services.conversation.reply import Preview


class Following:
    """Goes to the day of the preview only where it is out of sight, and returns afterwards."""

    def __init__(self, desk: Desk, period: Period, pages: Pages, show: Callable[[], None]) -> None:
        self._desk = desk
        self._period = period
        self._pages = pages
        self._show = show
        self._came_from: tuple[Mode, date] | None = None
        self._scrolled_from: int | None = None
        self._outline: tuple[Extent, str, str] | None = None

    def forget_way_back(self) -> None:
        """The person went somewhere: that is where the calendar stays."""
        self._came_from = self._scrolled_from = None

    def again(self) -> None:
        """Draws the outline once more after the views were filled."""
        if self._outline is not None:
            self._pages.view.show_extent(*self._outline)

    def follow(self, preview: Preview | None) -> None:
        """Outlines what is previewed; None takes the outline away and returns."""
        self._pages.view.clear_ghost()
        self._outline = None
        if preview is None or preview.start_at is None or not preview.understanding.first.writes:
            self._return()
            return
        zone = self._desk.assistant.clock.zone()
        start = preview.start_at.astimezone(zone)
        end = (preview.end_at or preview.start_at).astimezone(zone)
        if preview.all_day and end <= start:
            end = at_minute(start.date(), DAY_MINUTES, zone)
        first, last = self._period.days()
        if not first <= start.date() <= last:
            self._came_from = self._came_from or (self._period.mode, self._period.day)
            self._period.day = start.date()
            self._show()
        extent = Extent(start, end, preview.all_day)
        self._outline = (extent, preview.understanding.first.slots.title or "", "")
        self._pages.view.show_extent(*self._outline)
        if self._pages.view is self._pages.hours and not extent.all_day:
            before = self._pages.hours.scroll_into_view(start.hour * 60 + start.minute)
            self._scrolled_from = before if self._scrolled_from is None else self._scrolled_from

    def _return(self) -> None:
        if self._came_from is not None:
            self._period.mode, self._period.day = self._came_from
            self._show()
        if self._scrolled_from is not None:
            self._pages.hours.scroll_back(self._scrolled_from)
        self.forget_way_back()
