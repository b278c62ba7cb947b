"""A month: a grid of days with what is on each. GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.dates import days_from
from assistant.desktop.calendar.entries import at_minute
from assistant.desktop.calendar.gestures import Extent, Grip, Pointer
from assistant.desktop.calendar.held import HeldButton
from assistant.desktop.calendar.leaves import Leaves
from assistant.desktop.calendar.month.day import DayCell
from assistant.desktop.calendar.month.places import DayDragging, MonthMeasures
from assistant.desktop.calendar.month.sheet import MonthSheet, MonthShown
from assistant.desktop.calendar.view import View, global_rect
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme

_WHEEL = 120


class MonthView(View):
    """Weeks as rows, days as cells, entries on top of them.

    Signals:
        stepped(int): periods to go on or back.
    """

    stepped = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown = MonthShown(date.min, 0, date.min, (), {}, numbered=False)
        self.leaves: Leaves[MonthSheet, MonthShown] = Leaves(self, self, self._new_sheet)
        self._dragging = DayDragging(self)
        self._turned = 0

    def _new_sheet(self) -> MonthSheet:
        return MonthSheet(self, self._join, self._list_day)

    def _join(self, cell: DayCell) -> None:
        cell.clicked.connect(lambda: self.daySelected.emit(cell.day))
        cell.newWanted.connect(self._new_on)
        cell.opened.connect(self.dayOpened)
        cell.moved.connect(self._go)
        cell.menuWanted.connect(lambda day, at: self.slotMenuWanted.emit(self.slot(Pointer(day, 9 * 60)), at))

    def _list_day(self, day: date, button: QWidget) -> None:
        here = [entry for entry in self._shown.entries if entry.touches(day, day)]
        self.listWanted.emit(day, here, global_rect(button))

    # ------------------------------------------------------------------ content

    def show_month(self, shown: MonthShown, day: date, now: datetime) -> None:
        """Shows a month; Tab finds the cell of `day`."""
        self.begin_showing(now)
        focus, same = self.focused_key(), shown.month == self._shown.month
        cell_focused = any(cell.hasFocus() for cell in self._cells)
        self._shown = shown
        self.leaves.show(shown)
        for cell in self._cells:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell.day == day else Qt.FocusPolicy.ClickFocus)
        if cell_focused:
            self._focus_day(day)
        self.settle_focus(focus if same else None)
        self.update()

    @property
    def _cells(self) -> list[DayCell]:
        return self.leaves.shown.cells

    @property
    def _placed(self) -> list[EntryButton]:
        return self.leaves.shown.placed

    def _measures(self) -> MonthMeasures:
        return self._shown.measures(self.width(), self.height())

    def place(self) -> None:
        """Puts cells and entries where they belong now."""
        self.leaves.forget()
        for _ in self.leaves.shown.placing(self.width(), self.height()):
            pass
        self.leaves.restamp()

    def restyle(self) -> None:
        """Language, formats or theme are others now."""
        self.leaves.forget()
        self.leaves.shown.stamp = None

    # ------------------------------------------------------------------ as a ground of leaves

    def stamp(self, period: MonthShown) -> object:
        """Entries, words and measures."""
        return period, self.wording, self.size(), theme().pixels("body")

    def look(self, period: MonthShown) -> object:
        """Now, in the month where it is: what is over looks otherwise."""
        weeks = period.weeks()
        near = weeks[0] <= self.now.date() <= weeks[-1] + timedelta(days=8)
        return self.now.replace(second=0, microsecond=0) if near else self.now.date()

    def sight(self) -> QRect:
        """All of it."""
        return self.rect()

    def filling(self, leaf: MonthSheet, period: MonthShown) -> Iterator[None]:
        """Cells and what is on them."""
        return leaf.filling(period, self.width(), self.height())

    # ------------------------------------------------------------------ painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw_under(painter, event.rect(), self._shown)
        painter.end()

    def draw_under(self, painter: QPainter, area: QRect, period: MonthShown) -> None:
        """The names of the days and the numbers of the weeks."""
        painter.fillRect(area, theme().colour("bg.surface"))
        measures, of, weeks = period.measures(self.width(), self.height()), paint.face("small"), period.weeks()
        painter.setPen(theme().colour("text.secondary"))
        for column, day in enumerate(days_from(weeks[0], 7)):
            name = words.weekday_short(day, self.wording)
            paint.write(painter, of, (measures.left(column) + 8, 0, measures.names), name)
        painter.setPen(theme().colour("text.tertiary"))
        if measures.gutter:
            small = paint.face("caption", tabular=True)
            labels = [(self.tr("Wk"), 0, measures.names)]
            labels += [(text, measures.top(n) + 5, DayCell.head() - 10) for n, text in enumerate(period.numbers())]
            for text, top, tall in labels:
                paint.write(painter, small, (measures.gutter - 8 - small.width(text), top, tall), text)
        painter.fillRect(0, measures.names - 1, self.width(), 1, theme().colour("border.subtle"))

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
        return next((cell for cell in self._cells if cell.day == day), None)

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
        return next((cell.day for cell in self._cells if cell.geometry().contains(place)), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        if abs(self._turned) >= _WHEEL:
            self.stepped.emit(-1 if self._turned > 0 else 1)
            self._turned = 0
        event.accept()
