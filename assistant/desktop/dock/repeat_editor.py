"""The editor of the Repeat chip: common rules, one of the person's own, and the next three days it comes to."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.calendar.words import weekday_short
from assistant.desktop.dock.popover import Hanging
from assistant.desktop.repeats import next_days, presets
from assistant.desktop.theme import theme
from assistant.domain.weeks import DAYS
from assistant.services.wording.times import Wording

_UNITS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_A_MONDAY = date(2024, 1, 1)
_MOST = 99


class RepeatEditor(Hanging):
    """Chooses a rule.

    Signals:
        changed(str): the rule, "" for none.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget, wording: Wording, start: datetime | date, rrule: str) -> None:
        super().__init__(parent)
        self._wording = wording
        self._start = start.date() if isinstance(start, datetime) else start
        self._group = QButtonGroup(self)
        self._rules = list(presets(self._start))
        self.inside.setSpacing(0)
        for number, rule in enumerate(self._rules):
            text = wording.repeat(rule) if rule else self.tr("Does not repeat")
            self._add_choice(number, text, chosen=rule == rrule)
        own = len(self._rules)
        self._add_choice(own, self.tr("Custom"), chosen=rrule not in self._rules)
        self._custom = self._custom_row(rrule if rrule not in self._rules else "")
        self._custom.setVisible(rrule not in self._rules)
        self.inside.addWidget(self._custom)
        self._next = QLabel(self)
        self._next.setProperty("look", "caption")
        self.inside.addSpacing(theme().space(2))
        self.inside.addWidget(self._next)
        self._group.idClicked.connect(self._chosen)
        self._tell_next(rrule)

    def _add_choice(self, number: int, text: str, *, chosen: bool) -> None:
        button = QRadioButton(text, self)
        button.setChecked(chosen)
        self._group.addButton(button, number)
        self.inside.addWidget(button)

    def _custom_row(self, rrule: str) -> QWidget:
        parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
        row = QWidget(self)
        rows = QVBoxLayout(row)
        rows.setContentsMargins(theme().space(6), 0, 0, 0)
        rows.setSpacing(theme().space(2))
        layout = QHBoxLayout()
        layout.setSpacing(theme().space(2))
        rows.addLayout(layout)
        self._every = QSpinBox(row)
        self._every.setRange(1, _MOST)
        self._every.setValue(int(parts.get("INTERVAL", "1")))
        self._every.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._every.setAccessibleName(self.tr("Every how many"))
        self._unit = QComboBox(row)
        self._unit.setAccessibleName(self.tr("Days, weeks, months or years"))
        self._unit.addItems([self.tr("days"), self.tr("weeks"), self.tr("months"), self.tr("years")])
        freq = parts.get("FREQ", "WEEKLY")
        self._unit.setCurrentIndex(_UNITS.index(freq) if freq in _UNITS else 1)
        layout.addWidget(QLabel(self.tr("Every"), row))
        layout.addWidget(self._every)
        layout.addWidget(self._unit)
        layout.addStretch()
        week = QHBoxLayout()
        week.setSpacing(0)
        rows.addLayout(week)
        wanted = set(parts.get("BYDAY", DAYS[self._start.weekday()]).split(","))
        self._weekdays = [self._weekday(row, number, on=DAYS[number] in wanted) for number in range(len(DAYS))]
        for button in self._weekdays:
            week.addWidget(button)
        week.addStretch()
        self._every.valueChanged.connect(self._customised)
        self._unit.currentIndexChanged.connect(self._customised)
        return row

    def _weekday(self, row: QWidget, number: int, *, on: bool) -> QToolButton:
        button = QToolButton(row)
        button.setText(weekday_short(_A_MONDAY + timedelta(days=number), self._wording))
        button.setCheckable(True)
        button.setChecked(on)
        button.setProperty("look", "segment")
        button.setProperty("tone", "first" if number == 0 else "last" if number == len(DAYS) - 1 else "middle")
        button.toggled.connect(self._customised)
        return button

    def begin(self) -> None:
        """Puts the keyboard on the chosen rule."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _chosen(self, number: int) -> None:
        own = number == len(self._rules)
        self._custom.setVisible(own)
        self.place()
        if own:
            self._customised()
        else:
            self._emit(self._rules[number])

    def _customised(self) -> None:
        unit = _UNITS[self._unit.currentIndex()]
        weekly = unit == "WEEKLY"
        for button in self._weekdays:
            button.setVisible(weekly)
        rule = f"FREQ={unit}"
        if self._every.value() > 1:
            rule += f";INTERVAL={self._every.value()}"
        days = [name for name, button in zip(DAYS, self._weekdays, strict=True) if button.isChecked()]
        if weekly and days:
            rule += f";BYDAY={','.join(days)}"
        self._emit(rule)

    def _emit(self, rule: str) -> None:
        self._tell_next(rule)
        self.changed.emit(rule)

    def _tell_next(self, rule: str) -> None:
        days = [self._wording.short_day(day, self._start) for day in next_days(rule, self._start)] if rule else []
        self._next.setText(self.tr("Then {days}").format(days=" · ".join(days)) if days else "")
