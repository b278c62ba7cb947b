"""Holidays and lunar dates of the days shown, found in the background and kept. GUI thread."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from assistant.desktop.calendar.dates import days_from
from assistant.desktop.desk import Desk
from assistant.services.calendar.almanac import Almanac, DayNote


class DayNotes(QObject):
    """Asks the almanac; what is not known yet is missing until `arrived`.

    Signals:
        arrived(): notes that were asked for are known now.
    """

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._almanac = Almanac()
        self._asked: set[tuple[date, bool]] = set()
        self.known: dict[date, DayNote] = {}

    @property
    def lunar(self) -> bool:
        """True where the reader wants lunar dates."""
        return self._desk.assistant.almanac.lunar

    def of(self, first_on: date, last_on: date) -> dict[date, DayNote]:
        """What is known of these days, both included."""
        if not self.known:
            return {}
        days = days_from(first_on, (last_on - first_on).days + 1)
        return {day: self.known[day] for day in days if day in self.known}

    def want(self, first_on: date, last_on: date, *, lunar: bool) -> None:
        """Looks up what is missing of these days; without `lunar` only holidays, which is much less work."""
        almanac = self._desk.assistant.almanac
        if almanac != self._almanac:
            self._almanac = almanac
            self._asked, self.known = set(), {}
        with_lunar = lunar and almanac.lunar
        if almanac.silent or not (almanac.country or with_lunar):
            return
        days = days_from(first_on, (last_on - first_on).days + 1)
        missing = [day for day in days if (day, True) not in self._asked and (day, with_lunar) not in self._asked]
        if not missing:
            return
        self._asked |= {(day, with_lunar) for day in missing}
        asked = Almanac(almanac.country, with_lunar, almanac.chinese)
        self._desk.background.run(
            lambda: asked.notes(missing), lambda found: self._take(almanac, found), lane="almanac", owner=self
        )

    def _take(self, almanac: Almanac, found: dict[date, DayNote]) -> None:
        if almanac == self._almanac and found:
            self.known |= found
            self.arrived.emit()
