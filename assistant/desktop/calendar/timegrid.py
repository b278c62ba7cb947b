"""The hours of one or more days: painted lines and labels, blocks as children, the line of now. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton, EventBlock, Marker
from assistant.desktop.calendar.entries import DAY_MINUTES, Entry, Segment, at_minute, segments
from assistant.desktop.calendar.gestures import Extent, Pointer
from assistant.desktop.calendar.ghost import Ghost
from assistant.desktop.calendar.layout import Place, arrange
from assistant.desktop.calendar.view import Pool, View
from assistant.desktop.theme import theme

LEAST_SHARE = 64
_MARK = 20
_HIDE_NEAR_NOW = 12


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


class NowLine(QWidget):
    """Two pixels and a dot in today's column; it lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour("nowLine")
        middle = self.height() / 2
        painter.fillRect(QRectF(4, middle - 1, self.width() - 4, 2), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0, middle - 4, 8, 8))
        painter.end()


class TimeGrid(QWidget):
    """24 hours tall. Knows where a time is and which time is where.

    Signals:
        drawn(QPointF, QPointF, Modifiers, str): a drag on the empty grid, in global places: "begin", "move", "end".
        slotChosen(Extent, QRect): a double click on an empty slot; global rectangle.
        slotMenu(Extent, QPoint)
        pressed(): the empty grid was clicked.
    """

    drawn = Signal(QPointF, QPointF, object, str)
    slotChosen = Signal(object)
    slotMenu = Signal(object, QPoint)
    pressed = Signal()

    def __init__(self, view: View, columns: Callable[[], Columns]) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that scrolling moves what is drawn already
        self._view = view
        self._columns = columns
        self.days: list[date] = []
        self.hour = float(theme().size("hourHeight"))
        self._segments: list[Segment] = []
        self._events = Pool(lambda: EventBlock(view, self))
        self._marks = Pool(lambda: Marker(view, self))
        self._placed: list[tuple[Segment, EntryButton]] = []
        self.ghosts: list[Ghost] = []
        self._now_line = NowLine(self)
        self._press: QPointF | None = None
        self._drawing = False
        self.second_zone: ZoneInfo | None = None

    # ------------------------------------------------------------------ geometry

    def sizeHint(self) -> QSize:
        return QSize(400, round(self.hour * 24) + 1)

    def y_of(self, minute: float) -> float:
        """Pixels from the top."""
        return minute * self.hour / 60

    def minute_at(self, y: float) -> int:
        """Minute of the day at `y`, within the day."""
        return min(max(round(y * 60 / self.hour), 0), DAY_MINUTES)

    def pointer_at(self, at: QPointF) -> Pointer:
        """The day and minute at a place in this widget; the nearest ones outside."""
        return Pointer(self.days[self._columns().at(at.x())], self.minute_at(at.y()))

    def _placed_at(self, columns: Columns, tall: int, segment: Segment, spot: Place, room: int) -> QRect:
        """As `rect_of`, with what is the same for every block of a day worked out once."""
        top = self.y_of(segment.start) + 1
        height = max(self.y_of(segment.end) - self.y_of(segment.start) - 1, tall)
        left = columns.left(segment.day) + 2 + spot.left
        return QRectF(left, top, max(min(spot.width, room), 6.0), height).toRect()

    def rect_of(self, day: int, start: int, end: int, left: float = 0.0, share: float = 1.0) -> QRect:
        """The rectangle of a time in a column."""
        columns = self._columns()
        x, wide = columns.left(day) + 2, self._room(day)
        top = self.y_of(start) + 1
        tall = max(self.y_of(end) - self.y_of(start) - 1, self._mark_height())
        return QRectF(x + left * wide, top, max(share * wide, 6.0), tall).toRect()

    def _room(self, day: int) -> int:
        columns = self._columns()
        return max(8, columns.left(day + 1) - columns.left(day) - 6)

    def _mark_height(self) -> int:
        return theme().size("monthEventRow")

    # ------------------------------------------------------------------ content

    def show_entries(self, entries: Sequence[Entry], days: list[date]) -> None:
        """Takes over what is on these days."""
        self.days = days
        self._segments = segments(entries, days)
        found = [(s.entry.key, s.day) for s in self._segments if s.entry.is_event]
        blocks = iter(self._events.fill(found))
        marks = iter(self._marks.fill([(s.entry.key, s.day) for s in self._segments if not s.entry.is_event]))
        self._placed = []
        for segment in self._segments:
            button: EntryButton = next(blocks) if segment.entry.is_event else next(marks)
            button.show_entry(segment.entry, begins=segment.begins, ends=segment.ends)
            self._placed.append((segment, button))
        self.place()

    def place(self) -> None:
        """Puts every block where it belongs."""
        shortest = max(1, round((self._mark_height() + 1) * 60 / self.hour))
        least = LEAST_SHARE * theme().pixels("small") / 12
        by_day: dict[int, list[tuple[Segment, EntryButton]]] = {}
        for segment, button in self._placed:
            by_day.setdefault(segment.day, []).append((segment, button))
        columns, tall = self._columns(), self._mark_height()
        for day, here in by_day.items():
            room = self._room(day)
            spots = arrange([(s.start, s.end) for s, _ in here], room, shortest=shortest, least=least)
            raised = []
            for (segment, button), spot in zip(here, spots, strict=True):
                button.setGeometry(self._placed_at(columns, tall, segment, spot, room))
                button.shows, button.on_top = spot.shows, spot.depth > 0
                button.show()
                if spot.depth:
                    raised.append((spot.depth, button))
            for _, button in sorted(raised, key=lambda each: each[0]):
                button.raise_()
        for ghost in self.ghosts:
            ghost.raise_()
        self.place_now()

    def placed(self) -> list[EntryButton]:
        """The blocks in reading order."""
        return [button for _, button in sorted(self._placed, key=lambda each: (each[0].day, each[0].start))]

    def first_minute(self) -> int | None:
        """The earliest minute of the day at which an event shown begins."""
        return min((segment.start for segment in self._segments if segment.entry.is_event), default=None)

    def place_now(self) -> None:
        """Moves the line of now; the view says what now is."""
        now = self._view.now
        if now.date() in self.days:
            day = self.days.index(now.date())
            columns = self._columns()
            y = round(self.y_of(now.hour * 60 + now.minute))
            left = columns.left(day) - 4
            self._now_line.setGeometry(left, y - 4, columns.left(day + 1) - left, 10)
            self._now_line.show()
            self._now_line.raise_()
        else:
            self._now_line.hide()
        self.update()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        columns = self._columns()
        area = event.rect()
        painter.fillRect(area, theme().colour("bg.surface"))
        for place, day in enumerate(self.days):
            if day.weekday() >= 5:
                left = columns.left(place)
                strip = QRect(left, area.top(), columns.left(place + 1) - left, area.height())
                painter.fillRect(strip, theme().colour("bg.weekend"))
        painter.setPen(QPen(theme().colour("border.subtle"), 1))
        for hour in range(1, 24):
            y = round(self.y_of(hour * 60))
            if area.top() - 1 <= y <= area.bottom() + 1:
                painter.drawLine(columns.gutter, y, self.width(), y)
        for place in range(len(self.days)):
            painter.drawLine(columns.left(place), area.top(), columns.left(place), area.bottom())
        self._paint_labels(painter, area)
        painter.end()

    def _paint_labels(self, painter: QPainter, area: QRect) -> None:
        now = self._view.now
        shows_now = now.date() in self.days
        now_y = self.y_of(now.hour * 60 + now.minute)
        plain, strong = paint.face("caption", tabular=True), paint.face("captionStrong", tabular=True)
        tall = plain.line
        right = self._columns().gutter - theme().space(2)
        painter.setPen(theme().colour("text.tertiary"))
        if self.second_zone is not None:
            self._paint_second(painter, plain, area)
        for hour in range(1, 24):
            y = self.y_of(hour * 60)
            if shows_now and abs(y - now_y) < max(_HIDE_NEAR_NOW, tall * 0.8):
                continue
            if area.top() - tall <= y <= area.bottom() + tall:
                self._label(painter, plain, (right, y), words.hour_label(hour, self._view.wording))
        if shows_now:
            colour = theme().colour("nowLine")
            faint = QColor(colour)
            faint.setAlphaF(0.3)
            y = round(now_y)
            painter.fillRect(QRect(self._columns().gutter, y, self.width(), 1), faint)
            painter.setPen(colour)
            self._label(painter, strong, (right, now_y), self._view.wording.time(now))

    def _paint_second(self, painter: QPainter, of: paint.Face, area: QRect) -> None:
        """The hours of another zone, left of ours, on the first day shown."""
        view, middle = self._view, self._columns().gutter / 2
        for hour in range(1, 24):
            y = self.y_of(hour * 60)
            if area.top() - of.line <= y <= area.bottom() + of.line:
                there = at_minute(self.days[0], hour * 60, view.zone).astimezone(self.second_zone)
                text = view.wording.time(there) if there.minute else words.hour_label(there.hour, view.wording)
                self._label(painter, of, (middle, y), text)

    def _label(self, painter: QPainter, of: paint.Face, at: tuple[float, float], text: str) -> None:
        """Right-aligned, centred on a line."""
        right, y = at
        paint.write(painter, of, (max(2.0, right - of.width(text)), y - of.line / 2, of.line), text)

    # ------------------------------------------------------------------ the empty grid

    def slot_at(self, at: QPointF) -> Extent:
        """The half hour at a place."""
        return self._view.slot(self.pointer_at(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self._columns().gutter:
            self._press = event.position()
            self._drawing = False
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        far = (event.position() - self._press).manhattanLength() >= QApplication.startDragDistance()
        origin = QPointF(self.mapToGlobal(self._press))
        if far and not self._drawing:
            self._drawing = True
            self.drawn.emit(origin, event.globalPosition(), event.modifiers(), "begin")
        if self._drawing:
            self.drawn.emit(origin, event.globalPosition(), event.modifiers(), "move")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drawing, press = self._drawing, self._press
        self._drawing, self._press = False, None
        if drawing and press is not None:
            self.drawn.emit(QPointF(self.mapToGlobal(press)), event.globalPosition(), event.modifiers(), "end")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self._columns().gutter:
            self.slotChosen.emit(self.slot_at(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.slotMenu.emit(self.slot_at(QPointF(event.pos())), event.globalPos())
