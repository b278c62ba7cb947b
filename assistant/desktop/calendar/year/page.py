"""A year at a glance: twelve months, each day tinted by how much is on it. GUI thread."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.view import View
from assistant.desktop.calendar.year.month import YearMonth, least_size
from assistant.desktop.desk import Desk
from assistant.desktop.scrolled import scrolled
from assistant.desktop.theme import theme
from assistant.services.calendar.almanac import DayNote

_WHEEL = 120
_MONTHS = 12


class YearView(View):
    """Twelve months in as many columns as there is room for.

    Signals:
        stepped(int): years to go on or back.
        monthOpened(date): the heading of a month was pressed.
    """

    stepped = Signal(int)
    monthOpened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._turned = 0
        self._ground = QWidget(self)
        self._area = scrolled(self._ground, self)
        self._area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.months = [YearMonth(desk, self._ground) for _ in range(_MONTHS)]
        for month in self.months:
            month.dayChosen.connect(self._choose)
            month.dayOpened.connect(self.dayOpened)
            month.opened.connect(self.monthOpened)
            month.moved.connect(self._go)

    def show_year(
        self, day: date, start: int, counts: dict[date, int], notes: dict[date, DayNote], now: datetime
    ) -> None:
        """Shows the year of `day`; weeks begin on weekday `start`, `counts` are events a day."""
        self.begin_showing(now)
        for number, month in enumerate(self.months, 1):
            month.show_month(date(day.year, number, 1), start, counts, notes, now.date())
            month.choose(day)
        self._place()

    def _columns(self) -> int:
        wide = least_size().width()
        room = max(wide, self._area.viewport().width() - 2 * theme().space(3))
        return next((count for count in (4, 3, 2) if room >= count * wide), 1)

    def _place(self) -> None:
        """Shares the room between the months; below their least height the view scrolls."""
        edge, count = theme().space(3), self._columns()
        rows = -(-_MONTHS // count)
        least = least_size()
        room = self._area.viewport().size()
        tall = max(least.height(), min((room.height() - 2 * edge) // rows, round(least.height() * 1.35)))
        wide = (room.width() - 2 * edge) // count
        self._ground.setMinimumHeight(tall * rows + 2 * edge)
        for place, month in enumerate(self.months):
            row, column = divmod(place, count)
            month.setGeometry(QRect(edge + column * wide, edge + row * tall, wide, tall))

    def _choose(self, day: date) -> None:
        for month in self.months:
            month.choose(day)
        self.daySelected.emit(day)

    def _go(self, day: date, days: int) -> None:
        """An arrow key: the next day, also of another month or year."""
        goal = day + timedelta(days=days)
        if goal.year != day.year:
            self.daySelected.emit(goal)
            self.stepped.emit(0)
        self._choose(goal)
        month = self.months[goal.month - 1]
        self._area.ensureWidgetVisible(month, 0, 8)
        month.setFocus(Qt.FocusReason.OtherFocusReason)
        month.announce()

    # ------------------------------------------------------------------ as a view

    def blocks(self) -> list[EntryButton]:
        """There are none: days stand for what is on them."""
        return []

    def boxes(self, blocks: list[EntryButton]) -> list[tuple[float, float, float, float]]:
        """None either."""
        del blocks
        return []

    def ghost_rect(self) -> QRect:
        """The chosen day, where a new event is to be."""
        month = next((one for one in self.months if one.chosen is not None), self.months[0])
        rect = month.rect_of_chosen()
        return (
            QRect(month.mapToGlobal(rect.topLeft()), rect.size())
            if not rect.isEmpty()
            else QRect(QPoint(), rect.size())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Shift and the wheel, or the wheel where nothing scrolls, change the year."""
        if isinstance(event, QWheelEvent):
            scrolls = self._area.verticalScrollBar().maximum() > 0
            if not scrolls or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._turned += event.angleDelta().y() or event.angleDelta().x()
                if abs(self._turned) >= _WHEEL:
                    self.stepped.emit(-1 if self._turned > 0 else 1)
                    self._turned = 0
                return True
        return False
