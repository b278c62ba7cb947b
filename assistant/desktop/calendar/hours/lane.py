"""The strip above the hours: whole days, long events, tasks due on a day. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton, EventBar, Marker
from assistant.desktop.calendar.entries import Bar, Entry, bars
from assistant.desktop.calendar.gestures import Pointer
from assistant.desktop.calendar.hours.scale import Columns
from assistant.desktop.calendar.layout import Piece, fit
from assistant.desktop.calendar.month.more import MoreButton
from assistant.desktop.calendar.view import Pool, View
from assistant.desktop.theme import theme

_ROWS = 3
_EDGE = 4


class AllDayLane(QWidget):
    """Up to three rows of bars; more of them on demand.

    Signals:
        slotChosen(Pointer): a double click on an empty place.
        resized(): the number of rows changed.
    """

    slotChosen = Signal(object)

    def __init__(self, view: View, columns: Callable[[], Columns]) -> None:
        super().__init__(view)
        self._view = view
        self._columns = columns
        self.days: list[date] = []
        self._bars: list[Bar] = []
        self._pieces: list[tuple[Piece, EntryButton]] = []
        self._hidden: list[int] = []
        self._open = False
        self._events = Pool(lambda: EventBar(view, self))
        self._marks = Pool(lambda: Marker(view, self))
        self._more: list[MoreButton] = []

    def row_height(self) -> int:
        """One row with its gap."""
        return theme().size("allDayRow")

    def show_entries(self, entries: Sequence[Entry], days: list[date]) -> None:
        """Takes over what belongs in the lane on these days."""
        if days != self.days:
            self._open = False
        self.days = days
        found = bars([entry for entry in entries if entry.in_lane], days)
        self._bars = sorted(found, key=_importance)
        self._fill()

    def _fill(self) -> None:
        spans = [(bar.first, bar.last) for bar in self._bars]
        # a fourth row is either one more bar or the words that say how many are left out
        capacity = len(spans) + 1 if self._open else _ROWS + 1
        pieces, self._hidden = fit(spans, len(self.days), capacity)
        events = iter(self._events.fill(self._key(p) for p in pieces if self._bars[p.bar].entry.is_event))
        marks = iter(self._marks.fill(self._key(p) for p in pieces if not self._bars[p.bar].entry.is_event))
        self._pieces = []
        for piece in pieces:
            bar = self._bars[piece.bar]
            button: EntryButton = next(events) if bar.entry.is_event else next(marks)
            button.show_entry(
                bar.entry,
                begins=bar.begins and piece.first == bar.first,
                ends=bar.ends and piece.last == bar.last,
            )
            self._pieces.append((piece, button))
        self.place()

    def _key(self, piece: Piece) -> object:
        return self._bars[piece.bar].entry.key, piece.first

    def place(self) -> None:
        """Puts the bars where they belong and takes the height that they need."""
        rows = max((piece.row + 1 for piece, _ in self._pieces), default=1)
        rows = _ROWS + 1 if any(self._hidden) else rows + self._open
        tall = self.row_height()
        self.setFixedHeight(rows * tall + 2 * _EDGE)
        for piece, button in self._pieces:
            button.setGeometry(self.rect_of(piece.first, piece.last, piece.row))
            button.show()
        self._place_more(rows - 1)
        self.update()

    def rect_of(self, first: int, last: int, row: int = 0) -> QRect:
        """The rectangle of a bar."""
        columns = self._columns()
        left = columns.left(first) + 2
        right = columns.left(last + 1) - 4
        return QRect(left, _EDGE + row * self.row_height(), max(8, right - left), self.row_height() - 1)

    def _place_more(self, row: int) -> None:
        wanted = [day for day, count in enumerate(self._hidden) if count]
        if self._open:
            wanted = [0]
        while len(self._more) < len(wanted):
            button = MoreButton(self)
            button.clicked.connect(self._toggle)
            self._more.append(button)
        for button in self._more[len(wanted) :]:
            button.hide()
        for button, day in zip(self._more, wanted, strict=False):
            text = self.tr("Show less") if self._open else words.more(self._hidden[day])
            button.setText(text)
            spoken = self.tr("{more}, {day}").format(more=text, day=words.day_long(self.days[day], self._view.wording))
            button.setAccessibleName(text if self._open else spoken)
            button.setGeometry(self.rect_of(day, day, row))
            button.show()

    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()

    def label(self) -> str:
        """What the lane is called, left of it."""
        return self.tr("all-day")

    def placed(self) -> list[EntryButton]:
        """The bars by day, then from the top."""
        return [button for _, button in sorted(self._pieces, key=lambda each: (each[0].first, each[0].row))]

    def pointer_at(self, at: QPointF) -> Pointer:
        """The day at a place in this widget."""
        return Pointer(self.days[self._columns().at(at.x())], 0, in_lane=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self._columns().gutter:
            self.slotChosen.emit(self.pointer_at(event.position()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg.surface"))
        painter.setPen(QPen(theme().colour("border.default"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        of = paint.face("caption")
        painter.setPen(theme().colour("text.tertiary"))
        text = self.label()
        left = max(2.0, self._columns().gutter - theme().space(2) - of.width(text))
        paint.write(painter, of, (left, _EDGE, float(self.row_height())), text)
        painter.end()


def _importance(bar: Bar) -> tuple[bool, bool, int, int]:
    return not bar.entry.is_event, bar.entry.done, bar.first, bar.first - bar.last
