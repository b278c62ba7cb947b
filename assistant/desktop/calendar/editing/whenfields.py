"""When an event is: start, end, all day; checked while typing. GUI thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.calendar.daynotes import DayNotes
from assistant.desktop.calendar.editing.clocktext import read_time
from assistant.desktop.calendar.entries import at_minute
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.desk import Desk
from assistant.desktop.mini_month import MiniMonth
from assistant.desktop.theme import repolish

_STEP = 15
_HOUR = timedelta(hours=1)


class TimeField(QLineEdit):
    """A clock time; Up and Down move it by a quarter of an hour.

    Signals:
        chosen(time): a readable time was entered.
        unreadable(): what was typed is no time.
    """

    chosen = Signal(object)
    unreadable = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.value = time(9)
        self.editingFinished.connect(self._read)
        self.textEdited.connect(lambda _text: self._check())

    def show_time(self, value: time) -> None:
        """Takes over a time."""
        self.value = value
        self.setText(self._desk.wording.time(value))
        self._mark(wrong=False)
        measure = self.fontMetrics()
        widest = max(measure.horizontalAdvance(self._desk.wording.time(time(hour, 44))) for hour in (10, 22))
        self.setFixedWidth(widest + 26)

    def _check(self) -> None:
        self._mark(wrong=read_time(self.text()) is None)

    def _mark(self, *, wrong: bool) -> None:
        tone = "danger" if wrong else ""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)

    def _read(self) -> None:
        value = read_time(self.text())
        if value is None:
            self._mark(wrong=True)
            self.unreadable.emit()
        elif value != self.value or self.text() != self._desk.wording.time(value):
            self.show_time(value)
            self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = _STEP if event.key() == Qt.Key.Key_Up else -_STEP
            minutes = (self.value.hour * 60 + self.value.minute + step) // _STEP * _STEP % (24 * 60)
            self.show_time(time(minutes // 60, minutes % 60))
            self.chosen.emit(self.value)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()


class WhenFields(QWidget):
    """Start, end and all day.

    Signals:
        changed(Extent): a time that can be used.
        resized(): the little month came or went.
    """

    changed = Signal(object)
    resized = Signal()

    def __init__(self, desk: Desk, extent: Extent, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._zone = desk.assistant.clock.zone()
        self.extent = extent
        self.problem = ""
        self._timed = extent if not extent.all_day else None
        self._month: MiniMonth | None = None
        self._choosing = ""
        self._dates = {"start": QPushButton(self), "end": QPushButton(self)}
        self._times = {"start": TimeField(desk, self), "end": TimeField(desk, self)}
        self.all_day = QCheckBox(self.tr("All day"), self)
        self._error = QLabel(self)
        self._error.setProperty("look", "small")
        self._error.setProperty("tone", "danger")
        self._error.setWordWrap(True)
        self._error.hide()
        self._lay_out()
        self._connect()
        self._fill()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        names = {"start": self.tr("Starts"), "end": self.tr("Ends")}
        for row, (which, name) in enumerate(names.items()):
            label = QLabel(name, self)
            label.setProperty("tone", "secondary")
            grid.addWidget(label, row, 0)
            grid.addWidget(self._dates[which], row, 1)
            grid.addWidget(self._times[which], row, 2)
            self._dates[which].setMinimumHeight(self._times[which].sizeHint().height())
        grid.setColumnStretch(1, 1)
        self._spoken = {
            "start": (self.tr("Start date: {value}"), self.tr("Start time")),
            "end": (self.tr("End date: {value}"), self.tr("End time")),
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(grid)
        self._column.addWidget(self._error)
        self._column.addWidget(self.all_day)

    def _connect(self) -> None:
        for which in ("start", "end"):
            self._dates[which].clicked.connect(lambda _checked=False, of=which: self._toggle_month(of))
            self._times[which].chosen.connect(lambda _value: self._read())
            self._times[which].unreadable.connect(self._complain_time)
            self._times[which].setAccessibleName(self._spoken[which][1])
        self.all_day.toggled.connect(lambda _on: self._toggle_all_day())

    def _last_on(self) -> date:
        """The end as people say it: the last day itself for whole days."""
        end = self.extent.end_at
        return (end - timedelta(days=1)).date() if self.extent.all_day else end.date()

    def _fill(self) -> None:
        extent = self.extent
        self.all_day.blockSignals(True)
        self.all_day.setChecked(extent.all_day)
        self.all_day.blockSignals(False)
        today = self._desk.now().date()
        for which, day in (("start", extent.start_at.date()), ("end", self._last_on())):
            said = self._desk.wording.short_day(day, today)
            self._dates[which].setText(said)
            self._dates[which].setAccessibleName(self._spoken[which][0].format(value=said))
        for which, moment in (("start", extent.start_at), ("end", extent.end_at)):
            self._times[which].setVisible(not extent.all_day)
            self._times[which].show_time(moment.time())

    # ------------------------------------------------------------------ changing

    def _toggle_all_day(self) -> None:
        extent = self.extent
        if self.all_day.isChecked():
            self._timed = extent
            last = max(extent.start_at, extent.end_at - timedelta(microseconds=1)).date()
            self._take(Extent(self._at(extent.start_at.date(), 0), self._at(last + timedelta(days=1), 0), all_day=True))
            return
        kept = self._timed
        minute = kept.start_at.hour * 60 + kept.start_at.minute if kept else 9 * 60
        lasts = kept.end_at.astimezone(UTC) - kept.start_at.astimezone(UTC) if kept else _HOUR
        start = self._at(extent.start_at.date(), minute)
        self._take(Extent(start, (start.astimezone(UTC) + lasts).astimezone(self._zone), all_day=False))

    def _at(self, day: date, minute: int) -> datetime:
        return at_minute(day, minute, self._zone)

    def _read(self) -> None:
        """A time field was changed: a new start takes the end with it."""
        before = self.extent
        start_value, end_value = self._times["start"].value, self._times["end"].value
        start = self._at(before.start_at.date(), start_value.hour * 60 + start_value.minute)
        if start != before.start_at:
            lasts = before.end_at.astimezone(UTC) - before.start_at.astimezone(UTC)
            end = (start.astimezone(UTC) + lasts).astimezone(self._zone)
        else:
            end = self._at(before.end_at.date(), end_value.hour * 60 + end_value.minute)
            if end <= start and before.end_at.date() == before.start_at.date():
                end = self._at(before.end_at.date() + timedelta(days=1), end_value.hour * 60 + end_value.minute)
        self._take(Extent(start, end, all_day=False))

    def _pick(self, day: date) -> None:
        before, whole = self.extent, self.extent.all_day
        if self._choosing == "start":
            shift = day - before.start_at.date()
            start = self._moved_day(before.start_at, shift)
            end = self._moved_day(before.end_at, shift)
            self._take(replace(before, start_at=start, end_at=end))
        else:
            last = day + timedelta(days=1) if whole else day
            end = self._moved_day(before.end_at, last - before.end_at.date())
            if end <= before.start_at:
                self._complain(self.tr("The end is before the start."))
                return
            self._take(replace(before, end_at=end))

    def _moved_day(self, moment: datetime, by: timedelta) -> datetime:
        return self._at(moment.date() + by, moment.hour * 60 + moment.minute)

    def _take(self, extent: Extent) -> None:
        self.extent = extent
        self._complain("")
        self._fill()
        self.changed.emit(extent)

    def _complain_time(self) -> None:
        self._complain(self.tr("This is not a time of day. Try 16:30."))

    def _complain(self, text: str) -> None:
        self.problem = text
        self._error.setText(text)
        if self._error.isVisibleTo(self) != bool(text):
            self._error.setVisible(bool(text))
            self.resized.emit()

    # ------------------------------------------------------------------ the little month

    def _toggle_month(self, which: str) -> None:
        closing = self._month is not None and self._choosing == which
        if self._month is not None:
            self._column.removeWidget(self._month)
            self._month.hide()
            self._month.deleteLater()
            self._month = None
        if not closing:
            self._choosing = which
            day = self.extent.start_at.date() if which == "start" else self._last_on()
            first = self._desk.assistant.week_start
            today = self._desk.now().date()
            notes = DayNotes(self._desk, self)
            self._month = MiniMonth(self._desk.wording, day, today, first_day=first, notes=notes, parent=self)
            self._month.picked.connect(self._pick)
            self._column.insertWidget(1, self._month)
            self._month.show()
            self._month.focus_day()
        self.resized.emit()
