"""A month: a grid of days with what is on each. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPushButton, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton, EventBar, Marker, MonthLine
from assistant.desktop.calendar.dates import days_from, month_weeks, week_number
from assistant.desktop.calendar.daycell import DayCell
from assistant.desktop.calendar.entries import Bar, Entry, at_minute, bars, count_by_day
from assistant.desktop.calendar.gestures import Extent, Grip, Pointer
from assistant.desktop.calendar.held import HeldButton
from assistant.desktop.calendar.layout import Piece, fit
from assistant.desktop.calendar.monthplaces import DayDragging, MonthMeasures
from assistant.desktop.calendar.view import Pool, View, global_rect
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.almanac import DayNote

_WHEEL = 120


class MonthView(View):
    """Weeks as rows, days as cells, entries on top of them.

    Signals:
        stepped(int): periods to go on or back.
    """

    stepped = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._month = date.min
        self._weeks: list[date] = []
        self._entries: tuple[Entry, ...] = ()
        self._numbers: list[str] = []
        self._start = 0
        self._cells: list[DayCell] = []
        self._lines = Pool(lambda: MonthLine(self, self))
        self._bars = Pool(lambda: EventBar(self, self))
        self._marks = Pool(lambda: Marker(self, self, boxed=False))
        self._placed: list[EntryButton] = []
        self._more: list[QPushButton] = []
        self._dragging = DayDragging(self)
        self._turned = 0
        self.notes: dict[date, DayNote] = {}

    # ------------------------------------------------------------------ content

    def show_range(self, day: date, start: int, entries: Sequence[Entry], now: datetime, *, numbers: bool) -> None:
        """Shows the month of `day`; weeks begin on weekday `start`."""
        self.begin_showing(now)
        focus, same = self.focused_key(), day.replace(day=1) == self._month
        focused_day = next((cell.day for cell in self._cells if cell.hasFocus()), None)
        self._month, self._start = day.replace(day=1), start
        self._weeks = month_weeks(day, start)
        self._entries = tuple(entries)
        self._numbers = [str(week_number(week, start)) if numbers else "" for week in self._weeks]
        self._show_cells(day, now.date())
        self.place()
        if focused_day is not None:
            self._focus_day(day)
        self.settle_focus(focus if same else None)

    def _show_cells(self, chosen: date, today: date) -> None:
        days = [day for week in self._weeks for day in days_from(week, 7)]
        while len(self._cells) < len(days):
            cell = DayCell(self, self.desk)
            cell.clicked.connect(lambda _checked=False, of=cell: self.daySelected.emit(of.day))
            cell.newWanted.connect(self._new_on)
            cell.opened.connect(self.dayOpened)
            cell.moved.connect(self._go)
            cell.menuWanted.connect(lambda day, at: self.slotMenuWanted.emit(self.slot(Pointer(day, 9 * 60)), at))
            self._cells.append(cell)
        for cell in self._cells[len(days) :]:
            cell.hide()
        for cell, day, count in zip(self._cells, days, count_by_day(self._entries, days), strict=False):
            outside = day.month != self._month.month
            cell.show_day(day, today=day == today, outside=outside, items=count, note=self.notes.get(day))
            wanted = Qt.FocusPolicy.StrongFocus if day == chosen else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(wanted)
            cell.lower()
            cell.show()

    # ------------------------------------------------------------------ placing

    def _measures(self) -> MonthMeasures:
        return MonthMeasures(self.width(), self.height(), len(self._weeks), numbered=any(self._numbers))

    def place(self) -> None:
        """Puts cells and entries where they belong."""
        measures = self._measures()
        for number, cell in enumerate(self._cells[: 7 * len(self._weeks)]):
            cell.setGeometry(measures.cell(*divmod(number, 7)))
        found: list[tuple[int, Bar, Piece]] = []
        overflow: list[tuple[int, int, int, int]] = []
        for number, first_on in enumerate(self._weeks):
            here = sorted(bars(self._entries, days_from(first_on, 7)), key=_importance)
            capacity = measures.rows(number)
            pieces, hidden = fit([(bar.first, bar.last) for bar in here], 7, capacity)
            found += [(number, here[piece.bar], piece) for piece in pieces]
            overflow += [(number, day, count, capacity - 1) for day, count in enumerate(hidden) if count]
        self._fill(found)
        self._place_more(overflow)
        self.update()

    def _fill(self, found: list[tuple[int, Bar, Piece]]) -> None:
        def key(each: tuple[int, Bar, Piece]) -> object:
            return each[1].entry.key, each[0], each[2].first

        kinds = [_kind(bar.entry) for _, bar, _ in found]
        pools: dict[str, Pool[EventBar] | Pool[Marker] | Pool[MonthLine]]
        pools = {"bar": self._bars, "mark": self._marks, "line": self._lines}
        sources = {
            kind: iter(pool.fill(key(each) for each, of in zip(found, kinds, strict=True) if of == kind))
            for kind, pool in pools.items()
        }
        self._placed, measures = [], self._measures()
        for (week, bar, piece), kind in zip(found, kinds, strict=True):
            button: EntryButton = next(sources[kind])
            begins, ends = bar.begins and piece.first == bar.first, bar.ends and piece.last == bar.last
            button.show_entry(bar.entry, begins=begins, ends=ends)
            button.setGeometry(measures.rect(week, piece, begins=begins, ends=ends))
            if isinstance(button, MonthLine):
                button.faint = bar.entry.first_on.month != self._month.month
            button.show()
            button.raise_()
            self._placed.append(button)

    def _place_more(self, overflow: list[tuple[int, int, int, int]]) -> None:
        while len(self._more) < len(overflow):
            button = QPushButton(self)
            button.setProperty("look", "more")
            button.clicked.connect(lambda _checked=False, of=button: self._open_list(of))
            self._more.append(button)
        for button in self._more[len(overflow) :]:
            button.hide()
        for button, (week, column, count, row) in zip(self._more, overflow, strict=False):
            day = self._weeks[week] + timedelta(days=column)
            button.setText(words.more(count))
            button.setAccessibleName(
                self.tr("{more}, {day}").format(more=words.more(count), day=words.day_long(day, self.wording))
            )
            button.setProperty("day", day.toordinal())
            rect = self._measures().rect(week, Piece(0, row, column, column), begins=True, ends=True)
            button.setGeometry(rect)
            button.show()
            button.raise_()

    def _open_list(self, button: QPushButton) -> None:
        day = date.fromordinal(int(button.property("day")))
        here = [entry for entry in self._entries if entry.touches(day, day)]
        self.listWanted.emit(day, here, global_rect(button))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg.surface"))
        measures, of = self._measures(), paint.face("small")
        painter.setPen(theme().colour("text.secondary"))
        for column, day in enumerate(days_from(self._weeks[0], 7) if self._weeks else []):
            name = words.weekday_short(day, self.wording)
            paint.write(painter, of, (measures.left(column) + 8, 0, measures.names), name)
        painter.setPen(theme().colour("text.tertiary"))
        if measures.gutter:
            small = paint.face("caption", tabular=True)
            labels = [(self.tr("Wk"), 0, measures.names)]
            labels += [(text, measures.top(n) + 5, DayCell.head() - 10) for n, text in enumerate(self._numbers)]
            for text, top, tall in labels:
                paint.write(painter, small, (measures.gutter - 8 - small.width(text), top, tall), text)
        painter.fillRect(0, measures.names - 1, self.width(), 1, theme().colour("border.subtle"))
        painter.end()

    # ------------------------------------------------------------------ as a view

    def blocks(self) -> list[EntryButton]:
        """The entries on show, week by week."""
        return sorted(self._placed, key=lambda block: (block.entry.first_on, block.y(), block.x()))

    def boxes(self, blocks: list[EntryButton]) -> list[tuple[float, float, float, float]]:
        """By column of the week."""
        measures = self._measures()
        return [
            (
                float(measures.column(block.x() + 8)),
                float(block.y()),
                float(block.x()),
                float(block.geometry().bottom()),
            )
            for block in blocks
        ]

    def slot(self, pointer: Pointer) -> Extent:
        """A new event on a day of the month begins at nine."""
        start = at_minute(pointer.on, 9 * 60, self.zone)
        lasts = timedelta(minutes=self.desk.assistant.settings.number("default_event_minutes"))
        return Extent(start, (start.astimezone(UTC) + lasts).astimezone(self.zone), all_day=False)

    def _cell_of(self, day: date) -> DayCell | None:
        shown = self._cells[: 7 * len(self._weeks)]
        return next((cell for cell in shown if cell.day == day), None)

    def _new_on(self, day: date) -> None:
        self.begin_new(self.slot(Pointer(day, 0)))

    def _go(self, day: date, step: int) -> None:
        goal = day + timedelta(days=step)
        self.daySelected.emit(goal)
        if self._cell_of(goal) is None:
            self.stepped.emit(0)
        self._focus_day(goal)

    def _focus_day(self, day: date) -> None:
        for cell in self._cells:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell.day == day else Qt.FocusPolicy.ClickFocus)
        found = self._cell_of(day)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ outlines and dragging

    def show_extent(self, extent: Extent, title: str, time: str | None = None) -> None:
        """Marks the days that something would be on."""
        last = max(extent.start_at, extent.end_at - timedelta(microseconds=1)).date()
        for cell in self._cells:
            target = extent.start_at.date() <= cell.day <= last
            if target != cell.target:
                cell.target = target
                cell.update()

    def clear_ghost(self) -> None:
        """Takes the marks away."""
        for cell in self._cells:
            if cell.target:
                cell.target = False
                cell.update()
        for block in self._placed:
            if block.leaving:
                block.mark(leaving=False)

    def ghost_rect(self) -> QRect:
        """The first marked day."""
        for cell in self._cells:
            if cell.target and cell.isVisible():
                return QRect(cell.mapToGlobal(QPoint(0, 0)), cell.size())
        return QRect()

    def drag_begun(self, block: HeldButton, grip: Grip, at: QPointF) -> bool:
        """Events and open tasks go to another day."""
        if not isinstance(block, EntryButton):
            return False
        return self._dragging.begin(block, self.day_at(at))

    def drag_moved(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Marks the day under the pointer."""
        self._dragging.move(self.day_at(at))

    def drag_ended(self, modifiers: Qt.KeyboardModifier) -> None:
        """Drops the event on the day that is marked."""
        self._dragging.end(copy=bool(modifiers & Qt.KeyboardModifier.ControlModifier))

    def cancel_drag(self) -> bool:
        """Escape; False where nothing was held."""
        return self._dragging.cancel()

    def day_at(self, at: QPointF) -> date | None:
        """The day at a global place."""
        place = self.mapFromGlobal(at).toPoint()
        shown = self._cells[: 7 * len(self._weeks)]
        return next((cell.day for cell in shown if cell.geometry().contains(place)), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        if abs(self._turned) >= _WHEEL:
            self.stepped.emit(-1 if self._turned > 0 else 1)
            self._turned = 0
        event.accept()


def _kind(entry: Entry) -> str:
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
