"""The hours of one or more days: painted lines and labels, blocks as children, the line of now. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.entries import Entry, at_minute
from assistant.desktop.calendar.gestures import Extent, Pointer
from assistant.desktop.calendar.ghost import Ghost
from assistant.desktop.calendar.hours.scale import Columns, HourScale
from assistant.desktop.calendar.hours.sheet import DaysShown, Sheet
from assistant.desktop.calendar.leaves import Leaves
from assistant.desktop.calendar.view import View
from assistant.desktop.theme import theme

LEAST_SHARE = 64
_HIDE_NEAR_NOW = 12
_AROUND_NOW = 40


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
        self._view = view
        self._columns = columns
        self.days: list[date] = []
        self.hour = float(theme().size("hourHeight"))
        self.leaves: Leaves[Sheet, DaysShown] = Leaves(self, self, lambda: Sheet(view, self))
        self.ghosts: list[Ghost] = []
        self._now_line = NowLine(self)
        self._press: QPointF | None = None
        self._drawing = False
        self.second_zone: ZoneInfo | None = None

    # ------------------------------------------------------------------ geometry

    def sizeHint(self) -> QSize:
        return QSize(400, round(self.hour * 24) + 1)

    def scale(self) -> HourScale:
        """Where days and hours are now."""
        least = LEAST_SHARE * theme().pixels("small") / 12
        return HourScale(self.hour, self._columns(), theme().size("monthEventRow"), least)

    def y_of(self, minute: float) -> float:
        """Pixels from the top."""
        return self.scale().y_of(minute)

    def pointer_at(self, at: QPointF) -> Pointer:
        """The day and minute at a place in this widget; the nearest ones outside."""
        return Pointer(self.days[self._columns().at(at.x())], self.scale().minute_at(at.y()))

    def rect_of(self, day: int, start: int, end: int) -> QRect:
        """The rectangle of a time in a column."""
        return self.scale().rect(day, start, end)

    # ------------------------------------------------------------------ content

    def show_entries(self, entries: Sequence[Entry], days: list[date]) -> None:
        """Takes over what is on these days."""
        self.days = days
        self.leaves.show(DaysShown(tuple(days), tuple(entries)))
        self._raise()

    def place(self) -> None:
        """Puts every block where it belongs now."""
        self.leaves.forget()
        for _ in self.leaves.shown.placing(self.scale()):
            pass
        self.leaves.restamp()
        self._raise()

    def _raise(self) -> None:
        self._now_line.raise_()
        for ghost in self.ghosts:
            ghost.raise_()
        self._place_now()
        self.update()

    def placed(self) -> list[EntryButton]:
        """The blocks in reading order."""
        return self.leaves.shown.placed()

    def first_minute(self) -> int | None:
        """The earliest minute of the day at which an event shown begins."""
        shown = self.leaves.shown.segments
        return min((segment.start for segment in shown if segment.entry.is_event), default=None)

    # ------------------------------------------------------------------ as a ground of leaves

    def stamp(self, period: DaysShown) -> object:
        """Entries, words and measures."""
        return period, self._view.wording, self.scale()

    def look(self, period: DaysShown) -> object:
        """What is in sight, and now where it shows: what is over looks otherwise, and so do the hours of today."""
        now = self._view.now
        near = period.days[0] <= now.date() <= period.days[-1] + timedelta(days=1)
        return now.replace(second=0, microsecond=0) if near else now.date(), self.second_zone

    def sight(self) -> QRect:
        """The hours that are scrolled to."""
        around = self.parentWidget()
        return QRect(-self.pos(), around.size()).intersected(self.rect()) if around is not None else self.rect()

    def filling(self, leaf: Sheet, period: DaysShown) -> Iterator[None]:
        """Blocks for the entries, each in its place."""
        return leaf.filling(period, self.scale())

    def tick(self, before: datetime) -> None:
        """A minute has passed: what is drawn otherwise now is what is over, and the label of now."""
        self._place_now()
        for moment in (before, self._view.now):
            y = round(self.y_of(moment.hour * 60 + moment.minute))
            self.update(0, y - _AROUND_NOW, self.width(), 2 * _AROUND_NOW)
        for block in self.placed():
            if before <= block.entry.end_at <= self._view.now:
                block.update()

    def _place_now(self) -> None:
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

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw_under(painter, event.rect(), DaysShown(tuple(self.days), ()))
        painter.end()

    def draw_under(self, painter: QPainter, area: QRect, period: DaysShown) -> None:
        """Ground, lines and the names of the hours."""
        columns, days = self._columns(), period.days
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(area, theme().colour("bg.surface"))
        for place, day in enumerate(days):
            if day.weekday() >= 5:
                left = columns.left(place)
                strip = QRect(left, area.top(), columns.left(place + 1) - left, area.height())
                painter.fillRect(strip, theme().colour("bg.weekend"))
        painter.setPen(QPen(theme().colour("border.subtle"), 1))
        for hour in range(1, 24):
            y = round(self.y_of(hour * 60))
            if area.top() - 1 <= y <= area.bottom() + 1:
                painter.drawLine(columns.gutter, y, self.width(), y)
        for place in range(len(days)):
            painter.drawLine(columns.left(place), area.top(), columns.left(place), area.bottom())
        self._paint_labels(painter, area, days)

    def _paint_labels(self, painter: QPainter, area: QRect, days: Sequence[date]) -> None:
        now = self._view.now
        shows_now = now.date() in days
        now_y = self.y_of(now.hour * 60 + now.minute)
        plain, strong = paint.face("caption", tabular=True), paint.face("captionStrong", tabular=True)
        tall = plain.line
        right = self._columns().gutter - theme().space(2)
        painter.setPen(theme().colour("text.tertiary"))
        if self.second_zone is not None and days:
            self._paint_second(painter, plain, area, days[0])
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

    def _paint_second(self, painter: QPainter, of: paint.Face, area: QRect, day: date) -> None:
        """The hours of another zone, left of ours, on the first day shown."""
        view, middle = self._view, self._columns().gutter / 2
        for hour in range(1, 24):
            y = self.y_of(hour * 60)
            if area.top() - of.line <= y <= area.bottom() + of.line:
                there = at_minute(day, hour * 60, view.zone).astimezone(self.second_zone)
                text = view.wording.time(there) if there.minute else words.hour_label(there.hour, view.wording)
                self._label(painter, of, (middle, y), text)

    def _label(self, painter: QPainter, of: paint.Face, at: tuple[float, float], text: str) -> None:
        """Right-aligned, centred on a line."""
        right, y = at
        paint.write(painter, of, (max(2.0, right - of.width(text)), y - of.line / 2, of.line), text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_opaque()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.leaves.prepare_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._keep_opaque()

    def _keep_opaque(self) -> None:
        """So that scrolling moves what is drawn already: a style sheet takes this from what lies in a scroll area."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

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
