"""Day and week: names of days, the lane for whole days, and the hours. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.dates import opening_minute
from assistant.desktop.calendar.entries import Entry, count_by_day
from assistant.desktop.calendar.gestures import Extent, Grip
from assistant.desktop.calendar.held import HeldButton
from assistant.desktop.calendar.hours.dragging import Dragging
from assistant.desktop.calendar.hours.grid import TimeGrid
from assistant.desktop.calendar.hours.lane import AllDayLane
from assistant.desktop.calendar.hours.names import DayHeader
from assistant.desktop.calendar.hours.outline import HoursGround, Outline
from assistant.desktop.calendar.hours.scale import Columns
from assistant.desktop.calendar.view import View
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.domain.rules import zone_named

GUTTER = 48
ZOOM_STEP = 8


class HoursScroll(QScrollArea):
    """Scrolls the hours; leaves sideways keys, Shift and Ctrl wheels to the view.

    Signals:
        stepped(int): Shift and wheel: periods to go on or back.
        zoomed(int): Ctrl and wheel: notches.
    """

    stepped = Signal(int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if turn > 0 else -1)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.stepped.emit(-1 if turn > 0 else 1)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()


class HoursView(View):
    """One day or several, hour by hour.

    Signals:
        stepped(int): periods to go on or back.
        backgroundPressed()
    """

    stepped = Signal(int)
    backgroundPressed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.days: list[date] = []
        self._opened = False
        self._columns = Columns(GUTTER, 0, 0)
        self.zoom = theme().fixed("hourHeight")
        self.header = DayHeader(self, desk, self.columns)
        self.lane = AllDayLane(self, self.columns)
        self.grid = TimeGrid(self, self.columns)
        self.area = HoursScroll(self)
        self.area.setWidget(self.grid)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.lane)
        layout.addWidget(self.area, 1)
        self._outline = Outline(self.lane, self.grid)
        self._dragging = Dragging(self, HoursGround(self.lane, self.grid, self.area))
        self._connect()
        self.rescale()

    def _connect(self) -> None:
        self.header.dayOpened.connect(self.dayOpened)
        self.area.stepped.connect(self.stepped)
        self.area.zoomed.connect(self.zoom_by)
        self.grid.drawn.connect(self._drawn)
        self.grid.slotChosen.connect(self.begin_new)
        self.grid.slotMenu.connect(self.slotMenuWanted)
        self.grid.pressed.connect(self._pressed)
        self.lane.slotChosen.connect(lambda pointer: self.begin_new(self.slot(pointer)))
        self._dragging.proposed.connect(self._propose)
        self._dragging.moved.connect(self.moveWanted)
        self._dragging.drawn.connect(lambda extent: self.createWanted.emit(extent, self.ghost_rect()))
        self._dragging.abandoned.connect(self.clear_ghost)

    def _pressed(self) -> None:
        """Whoever has begun to work here does not want the hours to be scrolled under the hand."""
        self._opened = True
        self.backgroundPressed.emit()

    # ------------------------------------------------------------------ content

    def show_range(self, days: list[date], entries: Sequence[Entry], now: datetime, week: str) -> None:
        """Shows these days."""
        self.begin_showing(now)
        focus = self.focused_key()
        same = days == self.days
        self.days = days
        counts = count_by_day(entries, days)
        self.lane.show_entries(entries, days)
        self.grid.show_entries(entries, days)
        self.header.show_days(days, now.date(), counts, week)
        self.settle_focus(focus if same else None)

    def open_hours(self) -> None:
        """Scrolls to the morning, once, when the first entries are there."""
        if not self._opened and self.grid.days and self.isVisible():
            self._opened = True
            self.scroll_to(opening_minute(self.grid.first_minute()))

    def scroll_to(self, minute: int) -> None:
        """Puts a time at the top of the hours."""
        self.grid.resize(self.area.viewport().width(), self.grid.sizeHint().height())
        self.area.verticalScrollBar().setValue(round(self.grid.y_of(minute)))

    def scroll_into_view(self, minute: int) -> int:
        """Scrolls only where a time is out of sight; returns where the hours stood before."""
        bar, tall = self.area.verticalScrollBar(), self.area.viewport().height()
        before, y = bar.value(), self.grid.y_of(minute)
        if not before <= y <= before + tall - self.grid.hour:
            bar.setValue(round(y - 2 * self.grid.hour))
        return before

    def scroll_back(self, value: int) -> None:
        """Returns to where `scroll_into_view` came from."""
        self.area.verticalScrollBar().setValue(value)

    def tick(self, now: datetime) -> None:
        """A minute has passed."""
        before, self._now = self._now, now
        self.grid.tick(before)

    def rescale(self) -> None:
        """Takes the zoom and the text size into account, keeping what is at the top."""
        bar = self.area.verticalScrollBar()
        top = bar.value() * 60 / self.grid.hour
        self.grid.hour = self.zoom * theme().size("hourHeight") / theme().fixed("hourHeight")
        self.grid.setMinimumHeight(self.grid.sizeHint().height())
        self.grid.resize(self.area.viewport().width(), self.grid.sizeHint().height())
        self.place()
        bar.setValue(round(self.grid.y_of(top)))

    def zoom_by(self, notches: int) -> None:
        """Makes the hours taller or lower by steps."""
        low, high = theme().fixed("hourHeightMin"), theme().fixed("hourHeightMax")
        wanted = min(max(self.zoom + notches * ZOOM_STEP, low), high)
        if wanted != self.zoom:
            self.zoom = wanted
            self.rescale()

    def columns(self) -> Columns:
        """How the days share the width; the same for names, lane and hours."""
        width, count = self.area.viewport().width(), max(1, len(self.days))
        if self._columns.width != width or self._columns.count != count:
            self._columns = Columns(self._gutter(), width, count)
        return self._columns

    def _gutter(self) -> int:
        """Wide enough for the hours, the time of now and the lane's name."""
        late = self._now.replace(hour=22, minute=44)
        strong = paint.face("captionStrong", tabular=True)
        plain = paint.face("caption", tabular=True)
        wide = max(
            strong.width(self.wording.time(late)),
            plain.width(words.hour_label(22, self.wording)),
            plain.width(self.lane.label()),
        )
        one = max(GUTTER, round(wide) + 12)
        return one if self.grid.second_zone is None else 2 * one - 4

    def restyle(self) -> None:
        """Language, clock or theme are others now."""
        self._columns = Columns(GUTTER, 0, 0)
        self.grid.leaves.shown.stamp = None
        name = self.desk.assistant.settings.text("second_zone")
        home = self.desk.assistant.clock.zone()
        self.grid.second_zone = None if name in ("off", home.key) else zone_named(name)
        self.header.zones = None if self.grid.second_zone is None else (words.city(name), words.city(home.key))
        self.rescale()

    def place(self) -> None:
        """Puts everything where it belongs after a change of size."""
        self.header.place()
        if self.days:
            self.lane.place()
            self.grid.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self.place()

    # ------------------------------------------------------------------ as a view

    def blocks(self) -> list[EntryButton]:
        """Bars first, then the hours day by day."""
        return [*self.lane.placed(), *self.grid.placed()]

    def boxes(self, blocks: list[EntryButton]) -> list[tuple[float, float, float, float]]:
        """By day column; the lane lies above the hours."""
        columns = self.columns()
        found = []
        for block in blocks:
            above = -10_000 if block.parentWidget() is self.lane else 0
            column = columns.at(block.x() + 4)
            found.append((float(column), float(above + block.y()), float(block.x()), float(block.geometry().bottom())))
        return found

    def reveal(self, block: HeldButton) -> None:
        """Scrolls a block into view."""
        if self.grid.isAncestorOf(block):
            self.area.ensureWidgetVisible(block, 0, 24)

    # ------------------------------------------------------------------ ghosts

    def show_extent(self, extent: Extent, title: str, time: str | None = None) -> None:
        """Outlines a time something could have; `time` replaces the clock times in it."""
        said = time if time is not None else words.time_range(extent.start_at, extent.end_at, self.wording)
        self.clear_ghost()
        if self.days:
            self._outline.show(extent, title, said)

    def clear_ghost(self) -> None:
        """Takes the outline away, and shows blocks that were being moved as they were."""
        self._outline.hide()
        for block in self.blocks():
            if block.leaving:
                block.mark(leaving=False)

    def ghost_rect(self) -> QRect:
        """The global rectangle of the outline; empty where there is none."""
        return self._outline.rect()

    # ------------------------------------------------------------------ dragging

    def drag_begun(self, block: HeldButton, grip: Grip, at: QPointF) -> bool:
        """Events and open tasks can be dragged; other markers stay."""
        if not block.entry.movable or not isinstance(block, EntryButton):
            return False
        self._dragging.begin(block, grip, at)
        return True

    def drag_moved(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follows the pointer."""
        self._dragging.move(at, modifiers)

    def drag_ended(self, modifiers: Qt.KeyboardModifier) -> None:
        """Drops what is held."""
        self._dragging.end(modifiers)

    def cancel_drag(self) -> bool:
        """Escape; False where nothing was held."""
        return self._dragging.cancel()

    def _drawn(self, origin: QPointF, at: QPointF, modifiers: Qt.KeyboardModifier, phase: str) -> None:
        if phase == "begin":
            self._dragging.begin(None, Grip.CREATE, origin)
        elif phase == "move":
            self._dragging.move(at, modifiers)
        else:
            self._dragging.end(modifiers)

    def _propose(self, block: EntryButton | None, extent: Extent) -> None:
        title = block.entry.title if block is not None else ""
        self.show_extent(extent, title)
        if block is not None:
            block.mark(leaving=True)
