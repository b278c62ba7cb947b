"""A rule of repetition of one's own: how often, on which days, until when; or the rule as it is written. GUI thread."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.calendar import words
from assistant.desktop.calendar.editing.dayfield import DayField
from assistant.desktop.calendar.editing.ruleparts import OwnRule, monthly_choices, own_rule, written
from assistant.desktop.desk import Desk
from assistant.desktop.theme import repolish
from assistant.domain.rules import check_rule
from assistant.domain.weeks import DAYS

_MOST = 999


class RepeatRule(QWidget):
    """Edits a rule in plain words; what has no words here is edited as text.

    Signals:
        changed(str): a rule that can be used.
        resized(): other fields are shown now.
    """

    changed = Signal(str)
    resized = Signal()

    def __init__(self, desk: Desk, rrule: str, start: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._start = start
        self._rule = own_rule(rrule, start) or own_rule("FREQ=WEEKLY", start)
        self._raw = QLineEdit(rrule, self)
        self._raw_wanted = own_rule(rrule, start) is None
        self._make()
        self._lay_out()
        self._show()

    @property
    def problem(self) -> str:
        """Why the rule cannot be used; empty where it can."""
        try:
            check_rule(self._raw.text().strip())
        except ValueError:
            return self.tr("This rule cannot be read.")
        return ""

    # ------------------------------------------------------------------ building

    def _make(self) -> None:
        self._every = QSpinBox(self)
        self._every.setRange(1, _MOST)
        self._every.setAccessibleName(self.tr("Every so many"))
        self._unit = QComboBox(self)
        self._unit.setAccessibleName(self.tr("Unit"))
        for freq, name in (
            ("DAILY", self.tr("days")),
            ("WEEKLY", self.tr("weeks")),
            ("MONTHLY", self.tr("months")),
            ("YEARLY", self.tr("years")),
        ):
            self._unit.addItem(name, freq)
        first = self._desk.assistant.week_start
        order = [(first + step) % 7 for step in range(7)]
        monday = date(2024, 1, 1)
        self._days: dict[str, QPushButton] = {}
        for weekday in order:
            day = monday + timedelta(days=weekday)
            button = QPushButton(words.weekday_narrow(day, self._desk.wording), self)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            tone = "first" if weekday == order[0] else "last" if weekday == order[-1] else "middle"
            button.setProperty("tone", tone)
            button.setAccessibleName(words.weekday_short(day, self._desk.wording))
            button.setToolTip(words.weekday_short(day, self._desk.wording))
            self._days[DAYS[weekday]] = button
        self._monthly = QComboBox(self)
        self._monthly.setAccessibleName(self.tr("Day of the month"))
        for part in monthly_choices(self._start):
            self._monthly.addItem(self._desk.wording.repeat(f"FREQ=MONTHLY;{part}"), part)
        self._ends = QComboBox(self)
        self._ends.setAccessibleName(self.tr("Ends"))
        for kind, name in (("", self.tr("No end")), ("until", self.tr("Until")), ("count", self.tr("After"))):
            self._ends.addItem(name, kind)
        self._until = DayField(self._desk, self.tr("Last day"), self)
        self._count = QSpinBox(self)
        self._count.setRange(1, _MOST)
        self._count.setAccessibleName(self.tr("How many times"))
        self._count.setSuffix(self.tr(" times"))
        for box in (self._every, self._count):
            box.lineEdit().setTextMargins(6, 0, 4, 0)
        self._raw.setAccessibleName(self.tr("Rule as in iCalendar files"))
        self._raw.setPlaceholderText("FREQ=MONTHLY;BYDAY=3TH")
        self._switch = QPushButton(self)
        self._switch.setProperty("look", "link")
        self._error = QLabel(self)
        self._error.setProperty("look", "small")
        self._error.setProperty("tone", "danger")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._plain = QWidget(self)
        plain = QVBoxLayout(self._plain)
        plain.setContentsMargins(0, 0, 0, 0)
        plain.setSpacing(6)
        for widgets in (
            (QLabel(self.tr("Every"), self), self._every, self._unit),
            tuple(self._days.values()),
            (self._monthly,),
            (QLabel(self.tr("Ends"), self), self._ends, self._until, self._count),
        ):
            row = QHBoxLayout()
            row.setSpacing(0 if widgets[0] in self._days.values() else 6)
            for widget in widgets:
                row.addWidget(widget)
            if widgets[0] is not self._monthly:
                row.addStretch(1)
            plain.addLayout(row)
        column.addWidget(self._plain)
        column.addWidget(self._until.month_place)
        column.addWidget(self._raw)
        column.addWidget(self._error)
        column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._every.valueChanged.connect(lambda _n: self._read())
        self._count.valueChanged.connect(lambda _n: self._read())
        self._until.changed.connect(lambda _day: self._read())
        self._until.resized.connect(self.resized)
        for combo in (self._unit, self._monthly, self._ends):
            combo.activated.connect(lambda _i: self._read())
        for button in self._days.values():
            button.clicked.connect(lambda _c: self._read())
        self._raw.textEdited.connect(lambda _t: self._read_raw())
        self._switch.clicked.connect(self._toggle_raw)

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        rule = self._rule
        assert rule is not None
        fields = (self._every, self._count)
        for field in fields:
            field.blockSignals(True)
        self._every.setValue(rule.interval)
        self._unit.setCurrentIndex(self._unit.findData(rule.freq))
        for code, button in self._days.items():
            button.setChecked(code in rule.days)
        self._monthly.setCurrentIndex(max(0, self._monthly.findData(rule.month_part)))
        self._ends.setCurrentIndex(self._ends.findData("until" if rule.until else "count" if rule.count else ""))
        self._until.show_day(rule.until or self._start + timedelta(days=90))
        self._count.setValue(rule.count or 10)
        for field in fields:
            field.blockSignals(False)
        self._fold()

    def _fold(self) -> None:
        freq, ends = self._unit.currentData(), self._ends.currentData()
        for button in self._days.values():
            button.setVisible(freq == "WEEKLY")
        self._monthly.setVisible(freq == "MONTHLY")
        self._until.setVisible(ends == "until")
        if ends != "until" or self._raw_wanted:
            self._until.fold()
        self._count.setVisible(ends == "count")
        self._plain.setVisible(not self._raw_wanted)
        self._raw.setVisible(self._raw_wanted)
        self._switch.setText(self.tr("In plain words") if self._raw_wanted else self.tr("Write the rule"))
        said = self.problem if self._raw_wanted else ""
        self._error.setText(said)
        self._error.setVisible(bool(said))
        tone = "danger" if said else ""
        if self._raw.property("tone") != tone:
            self._raw.setProperty("tone", tone)
            repolish(self._raw)
        self.resized.emit()

    def _read(self) -> None:
        """A field was changed: the rule follows."""
        ends = self._ends.currentData()
        days = tuple(code for code in DAYS if self._days[code].isChecked()) or (DAYS[self._start.weekday()],)
        self._rule = OwnRule(
            freq=str(self._unit.currentData()),
            interval=self._every.value(),
            days=days,
            month_part=str(self._monthly.currentData()),
            until=self._until.day if ends == "until" else None,
            count=self._count.value() if ends == "count" else None,
        )
        self._raw.setText(written(self._rule))
        self._fold()
        self.changed.emit(self._raw.text())

    def _read_raw(self) -> None:
        text = self._raw.text().strip()
        self._fold()
        if not self.problem:
            self._rule = own_rule(text, self._start) or self._rule
            self.changed.emit(text)

    def _toggle_raw(self) -> None:
        self._raw_wanted = not self._raw_wanted
        if self._raw_wanted:
            self._fold()
            self._raw.setCursorPosition(0)
        else:
            self._show()
            self._read()
