"""The days of a month and what is on each, as widgets. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt

from assistant.desktop.calendar import words
from assistant.desktop.calendar.blocks import EntryButton, EventBar, Marker, MonthLine
from assistant.desktop.calendar.dates import days_from, month_weeks, week_number
from assistant.desktop.calendar.entries import Bar, Entry, bars, count_by_day
from assistant.desktop.calendar.layout import Piece, fit
from assistant.desktop.calendar.leaves import Drawn, Leaf
from assistant.desktop.calendar.month.day import DayCell
from assistant.desktop.calendar.month.more import MoreButton
from assistant.desktop.calendar.month.places import MonthMeasures
from assistant.desktop.calendar.view import Pool, View
from assistant.services.calendar.almanac import DayNote

_A_FEW = 8
# Days without room for all, each with its week and column, and how many entries are left out.
_Overflow = list[tuple[date, tuple[int, int], int]]


@dataclass(frozen=True, slots=True)
class MonthShown:
    """A month by its first day, the first weekday, today, what is on its days, and whether weeks have numbers."""

    month: date
    start: int
    today: date
    entries: tuple[Entry, ...]
    notes: dict[date, DayNote]
    numbered: bool

    def weeks(self) -> list[date]:
        """The first days of its weeks."""
        return month_weeks(self.month, self.start)

    def numbers(self) -> list[str]:
        """What stands before each week."""
        return [str(week_number(week, self.start)) if self.numbered else "" for week in self.weeks()]

    def measures(self, width: int, height: int) -> MonthMeasures:
        """How it shares so many pixels."""
        return MonthMeasures(width, height, len(self.weeks()), numbered=self.numbered)


class MonthSheet(Leaf):
    """Cells, and on them bars, lines, markers, and buttons for the rest."""

    def __init__(
        self, view: View, join: Callable[[DayCell], None], list_day: Callable[[date, MoreButton], None]
    ) -> None:
        """`join` connects a new cell, `list_day` shows all of a day; both are the view's."""
        super().__init__(view)
        self._view = view
        self._join, self._list_day = join, list_day
        self._cells: list[DayCell] = []
        self._lines = Pool(lambda: MonthLine(view, self))
        self._bars = Pool(lambda: EventBar(view, self))
        self._marks = Pool(lambda: Marker(view, self, boxed=False))
        self._more = Pool(self._new_more)
        self.placed: list[EntryButton] = []
        self.cells: list[DayCell] = []
        self._shown: MonthShown | None = None

    def _new_cell(self) -> DayCell:
        cell = DayCell(self, self._view.desk)
        self._join(cell)
        return cell

    def _new_more(self) -> MoreButton:
        button = MoreButton(self)
        button.clicked.connect(lambda: self._list_day(date.fromordinal(int(button.property("day"))), button))
        return button

    def filling(self, shown: MonthShown, width: int, height: int) -> Iterator[None]:
        """Takes over a month, a few widgets at a time."""
        self._shown = shown
        days = [day for week in shown.weeks() for day in days_from(week, 7)]
        while len(self._cells) < len(days):
            self._cells.append(self._new_cell())
            yield
        self.cells = self._cells[: len(days)]
        for cell in self._cells[len(days) :]:
            cell.hide()
        counts = count_by_day(shown.entries, days)
        yield
        for number, (cell, day, count) in enumerate(zip(self.cells, days, counts, strict=True), 1):
            outside = day.month != shown.month.month
            cell.show_day(day, today=day == shown.today, outside=outside, items=count, note=shown.notes.get(day))
            cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            cell.show()
            if number % _A_FEW == 0:
                yield
        yield from self.placing(width, height)

    def placing(self, width: int, height: int) -> Iterator[None]:
        """Puts cells and entries where they belong, a week at a time."""
        shown = self._shown
        if shown is None:
            return
        self.resize(width, height)
        measures = shown.measures(width, height)
        for number, cell in enumerate(self.cells):
            cell.setGeometry(measures.cell(*divmod(number, 7)))
            cell.lower()
        yield
        found: list[tuple[int, Bar, Piece]] = []
        overflow: _Overflow = []
        for number, first_on in enumerate(shown.weeks()):
            here = sorted(bars(shown.entries, days_from(first_on, 7)), key=_importance)
            capacity = measures.rows(number)
            pieces, hidden = fit([(bar.first, bar.last) for bar in here], 7, capacity)
            found += [(number, here[piece.bar], piece) for piece in pieces]
            overflow += [
                (first_on + timedelta(days=column), (number, column), count)
                for column, count in enumerate(hidden)
                if count
            ]
            yield
        yield from self._filling(found, shown, measures)
        yield from self._placing_more(overflow, measures)

    def _filling(
        self, found: list[tuple[int, Bar, Piece]], shown: MonthShown, measures: MonthMeasures
    ) -> Iterator[None]:
        def key(each: tuple[int, Bar, Piece]) -> object:
            return each[1].entry.key, each[0], each[2].first

        kinds = [_kind(bar.entry) for _, bar, _ in found]
        pools: dict[str, Pool[EventBar] | Pool[Marker] | Pool[MonthLine]]
        pools = {"bar": self._bars, "mark": self._marks, "line": self._lines}
        sources = {
            kind: pool.taking([key(each) for each, of in zip(found, kinds, strict=True) if of == kind])
            for kind, pool in pools.items()
        }
        self.placed = []
        for number, ((week, bar, piece), kind) in enumerate(zip(found, kinds, strict=True), 1):
            button: EntryButton = next(sources[kind])
            begins, ends = bar.begins and piece.first == bar.first, bar.ends and piece.last == bar.last
            button.show_entry(bar.entry, begins=begins, ends=ends)
            button.setGeometry(measures.rect(week, piece, begins=begins, ends=ends))
            if isinstance(button, MonthLine):
                button.faint = bar.entry.first_on.month != shown.month.month
            button.show()
            button.raise_()
            self.placed.append(button)
            if number % _A_FEW == 0:
                yield
        for pool in pools.values():
            pool.hide_rest()

    def _placing_more(self, overflow: _Overflow, measures: MonthMeasures) -> Iterator[None]:
        wording = self._view.wording
        buttons = self._more.taking([day for day, _, _ in overflow])
        for number, (button, (day, (week, column), count)) in enumerate(zip(buttons, overflow, strict=True), 1):
            button.setText(words.more(count))
            said = self.tr("{more}, {day}").format(more=words.more(count), day=words.day_long(day, wording))
            button.setAccessibleName(said)
            button.setProperty("day", day.toordinal())
            place = Piece(0, measures.rows(week) - 1, column, column)
            button.setGeometry(measures.rect(week, place, begins=True, ends=True))
            button.show()
            button.raise_()
            if number % _A_FEW == 0:
                yield
        self._more.hide_rest()

    def drawn(self) -> list[Drawn]:
        """Cells, entries and buttons, the lowest first."""
        return [child for child in self.children() if isinstance(child, (DayCell, EntryButton, MoreButton))]

    def unmark(self) -> None:
        """Entries and days look as usual again."""
        for block in self.placed:
            block.unmark()
        for cell in self.cells:
            cell.target = False


def _kind(entry: Entry) -> str:
    """How a month draws an entry: "mark", "bar" or "line"."""
    if not entry.is_event:
        return "mark"
    return "bar" if entry.in_lane or entry.first_on != entry.last_on else "line"


def _importance(bar: Bar) -> tuple[int, int, int, datetime, str]:
    """Who lies higher in a week: whole days and what spans days, then by time, then tasks without a time, then done."""
    entry = bar.entry
    if entry.is_event and _kind(entry) == "bar":
        return 0, bar.first, bar.first - bar.last, entry.start_at, entry.title
    rank = 3 if entry.done else 2 if entry.in_lane else 1
    return rank, 0, 0, entry.start_at, entry.title
