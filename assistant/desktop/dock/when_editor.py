"""The editor of the When chip: a month, start, end, all day. Every change holds at once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.dock.clock_field import ClockField
from assistant.desktop.dock.popover import Hanging
from assistant.desktop.mini_month import MiniMonth
from assistant.services.wording.times import Wording

_NINE = time(9)
_HOUR = timedelta(hours=1)


class WhenEditor(Hanging):
    """Edits one span.

    Signals:
        changed(object, object): start and end (exclusive): aware datetimes, or dates for whole days; end None for a
            moment or a due day.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        wording: Wording,
        now: datetime,
        start: datetime | date | None,
        end: datetime | date | None,
        *,
        spans: bool,
        zone: ZoneInfo,
        first_day: int = 0,
        notes: DayNotes | None = None,
    ) -> None:
        """`spans`: the item takes time, so it has an end; otherwise only a moment or a day is chosen.

        `notes` know what the month says about its days.
        """
        super().__init__(parent)
        self._zone = zone
        self._spans = spans
        begin = start if start is not None else now.date()
        clock = isinstance(begin, datetime)
        self._day = begin.date() if isinstance(begin, datetime) else begin
        self._length = end - begin if isinstance(begin, datetime) and isinstance(end, datetime) else _HOUR
        self._days = 1
        if not clock and isinstance(end, date) and not isinstance(end, datetime):
            self._days = max(1, (end - self._day).days)
        self._month = MiniMonth(wording, self._day, now.date(), first_day=first_day, notes=notes, parent=self)
        self._month.picked.connect(self._picked)
        first = begin.timetz().replace(tzinfo=None) if isinstance(begin, datetime) else _NINE
        self._start = self._clock(first, wording, self.tr("Start time"))
        last = (datetime.combine(self._day, first, zone) + self._length).time()
        self._end = self._clock(last, wording, self.tr("End time"))
        self._all_day = QCheckBox(self.tr("All day") if spans else self.tr("No time, only the day"), self)
        self._all_day.setChecked(not clock and start is not None)
        self._build()
        self._start.chosen.connect(self._start_moved)
        self._end.chosen.connect(self._end_moved)
        self._all_day.toggled.connect(self._toggled)
        self._show_clocks()

    def _build(self) -> None:
        rows = QGridLayout()
        start_label, end_label = (
            QLabel(self.tr("Start") if self._spans else self.tr("Time"), self),
            QLabel(self.tr("End"), self),
        )
        for label in (start_label, end_label):
            label.setProperty("look", "small")
        rows.addWidget(start_label, 0, 0)
        rows.addWidget(self._start, 0, 1)
        rows.addWidget(end_label, 1, 0)
        rows.addWidget(self._end, 1, 1)
        rows.setColumnStretch(1, 1)
        self._end_label = end_label
        self.inside.addWidget(self._month)
        self.inside.addLayout(rows)
        self.inside.addWidget(self._all_day)

    def _clock(self, at: time, wording: Wording, name: str) -> ClockField:
        field = ClockField(wording, at, self)
        field.setAccessibleName(name)
        return field

    def begin(self) -> None:
        """Puts the keyboard on the chosen day."""
        self._month.focus_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _picked(self, day: date) -> None:
        self._day = day
        self._tell()

    def _start_moved(self) -> None:
        """The end goes along, so that the length stays."""
        moved = self._moment(self._start) + self._length
        self._end.show_time(moved.time())
        self._tell()

    def _end_moved(self) -> None:
        start, end = self._moment(self._start), self._moment(self._end)
        self._length = end - start if end > start else end + timedelta(days=1) - start
        self._tell()

    def _toggled(self) -> None:
        self._show_clocks()
        self._tell()

    def _show_clocks(self) -> None:
        timed = not self._all_day.isChecked()
        self._start.setEnabled(timed)
        self._end.setEnabled(timed)
        self._end.setVisible(self._spans)
        self._end_label.setVisible(self._spans)

    def _moment(self, field: ClockField) -> datetime:
        return datetime.combine(self._day, field.value, self._zone)

    def _tell(self) -> None:
        if self._all_day.isChecked():
            end = self._day + timedelta(days=self._days) if self._spans else None
            self.changed.emit(self._day, end)
            return
        start = self._moment(self._start)
        self.changed.emit(start, start + self._length if self._spans else None)
