"""The views of the calendar, of which one is shown, and what fills them. GUI thread."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant.desktop.calendar import words
from assistant.desktop.calendar.agenda import AgendaView
from assistant.desktop.calendar.dates import Mode, days_from, span_of, week_number, week_of
from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.calendar.entries import Entry
from assistant.desktop.calendar.feed import Feed
from assistant.desktop.calendar.hours.page import HoursView
from assistant.desktop.calendar.hours.sheet import DaysShown
from assistant.desktop.calendar.month.page import MonthView
from assistant.desktop.calendar.month.sheet import MonthShown
from assistant.desktop.calendar.period import Period
from assistant.desktop.calendar.view import View
from assistant.desktop.calendar.year.page import YearView
from assistant.desktop.desk import Desk

_QUIET_MS = 40


class Pages(QStackedWidget):
    """Hours (for day and weeks), month, year, agenda."""

    def __init__(self, desk: Desk, feed: Feed, period: Period, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._feed = feed
        self._period = period
        self._shown: object = None
        self.hours = HoursView(desk, self)
        self.month = MonthView(desk, self)
        self.year = YearView(desk, self)
        self.agenda = AgendaView(desk, self)
        self.notes = DayNotes(desk, self)
        self.views: tuple[View, ...] = (self.hours, self.month, self.year, self.agenda)
        for view in self.views:
            self.addWidget(view)
        self._way = 1
        self._first = date.min
        self._markers = True
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._prepare)

    @property
    def view(self) -> View:
        """The view of the period's mode."""
        match self._period.mode:
            case Mode.MONTH:
                return self.month
            case Mode.YEAR:
                return self.year
            case Mode.AGENDA:
                return self.agenda
        return self.hours

    def load(self) -> None:
        """Asks for the period's days, and for those before and after."""
        self._feed.want(*self._period.days())
        self._feed.want(*self._period.around())
        for days in (self._period.days(), self._period.around()):
            self.notes.want(*days, lunar=self._period.mode is not Mode.YEAR)

    def _entries(self, days: tuple[date, date], *, markers: bool) -> tuple[Entry, ...]:
        found = self._feed.entries(*days)
        return found if markers else tuple(entry for entry in found if entry.is_event)

    def forget(self) -> None:
        """What is on show is drawn anew at the next filling, even if nothing else has changed."""
        self._shown = None

    def knows(self) -> bool:
        """True where every day of the period has been loaded."""
        return self._feed.knows(*self._period.days())

    def fill(self, *, markers: bool) -> None:
        """Shows what is known of the period; tasks and reminders only with `markers`."""
        period, now = self._period, self._desk.now()
        first, last = period.days()
        if first != self._first:
            self._way, self._first = 1 if first > self._first else -1, first
        self._markers = markers
        self._quiet.start()
        if period.mode is Mode.YEAR:
            self.year.show_year(period.day, period.start, self._feed.counts(first, last), self.notes.known, now)
            self.setCurrentWidget(self.view)
            return
        entries = self._entries((first, last), markers=markers)
        notes = self.notes.of(first, last)
        numbers = self._desk.assistant.settings.flag("week_numbers")
        minute = now.replace(second=0, microsecond=0)
        shown = (period.mode, period.day, period.start, entries, notes, numbers, minute, self._desk.wording)
        if shown != self._shown:
            self._shown = shown
            self._show_period(first, last, entries, now)
        self.setCurrentWidget(self.view)
        # Also where what has come is as empty as what was shown before it came.
        if self.knows():
            self.hours.open_hours()

    def _show_period(self, first: date, last: date, entries: tuple[Entry, ...], now: datetime) -> None:
        period, notes = self._period, self.notes.of(first, last)
        match period.mode:
            case Mode.DAY | Mode.WORK_WEEK | Mode.WEEK:
                numbers = self._desk.assistant.settings.flag("week_numbers")
                number = week_number(week_of(first, period.start), period.start)
                days = days_from(first, (last - first).days + 1)
                self.hours.header.take_notes(notes)
                self.hours.show_range(days, entries, now, words.week_label(number) if numbers else "")
            case Mode.MONTH:
                self.month.show_month(self._month(period.day, entries), period.day, now)
            case Mode.AGENDA:
                self.agenda.take_notes(notes)
                self.agenda.show_range(first, last, entries, now)

    def _month(self, day: date, entries: tuple[Entry, ...]) -> MonthShown:
        first, last = span_of(Mode.MONTH, day, self._period.start)
        numbered = self._desk.assistant.settings.flag("week_numbers")
        today, notes = self._desk.now().date(), self.notes.of(first, last)
        return MonthShown(day.replace(day=1), self._period.start, today, entries, notes, numbered)

    def _prepare(self) -> None:
        """Makes the periods before and after ready, first the one in the direction that somebody goes."""
        period, hours, months = self._period, [], []
        if self.view not in (self.hours, self.month) or not self.isVisible():
            return
        for step in (self._way, -self._way):
            day = period.stepped(step)
            first, last = span_of(period.mode, day, period.start)
            if self._feed.knows(first, last):
                entries = self._entries((first, last), markers=self._markers)
                if period.mode is Mode.MONTH:
                    months.append(self._month(day, entries))
                else:
                    hours.append(DaysShown(tuple(days_from(first, (last - first).days + 1)), entries))
        if period.mode is Mode.MONTH:
            self.month.leaves.prepare(months)
        else:
            self.hours.grid.leaves.prepare(hours)

    @property
    def ready(self) -> bool:
        """True where nothing that was begun ahead is left to do."""
        return not self._quiet.isActive() and self.hours.grid.leaves.ready and self.month.leaves.ready

    def cancel_drag(self) -> bool:
        """Escape; False where nothing was held."""
        return self.hours.cancel_drag() or self.month.cancel_drag()
