"""How an event repeats, in plain words, with the next three days it comes to. GUI thread."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from assistant.desktop.calendar.editing.repeatrule import RepeatRule
from assistant.desktop.desk import Desk
from assistant.desktop.repeats import next_days, presets
from assistant.domain.weeks import DAYS


class RepeatField(QWidget):
    """A choice of rules for a start day; a rule of another kind is kept and can be chosen.

    Signals:
        resized(): the line below came or went.
    """

    resized = Signal()

    def __init__(self, desk: Desk, rrule: str | None, start: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = rrule
        self._start = start
        self._rule = rrule
        self._own: RepeatRule | None = None
        self._choice = QComboBox(self)
        self._choice.setAccessibleName(self.tr("Repeat"))
        self._next = QLabel(self)
        self._next.setProperty("look", "caption")
        self._next.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._choice)
        column.addWidget(self._next)
        self._fill()
        self._choice.activated.connect(self._chosen)

    @property
    def rule(self) -> str | None:
        """The rule chosen, None for none."""
        return self._rule

    def start_changed(self, start: date) -> None:
        """The event begins on another day: "every week on Thu" becomes "on Fri"."""
        if start == self._start:
            return
        before = self._presets()
        self._start = start
        after = self._presets()
        if self._rule in before and self._rule != self._kept and len(after) == len(before):
            self._rule = after[before.index(self._rule)]
        self._fill()

    def _presets(self) -> list[str | None]:
        return [rule or None for rule in presets(self._start, lunar=self._desk.assistant.almanac.lunar)]

    def _fill(self) -> None:
        rules = self._presets()
        for rule in (self._kept, self._rule):
            if rule not in rules:
                rules.append(rule)
        self._rules = rules
        self._choice.clear()
        for rule in rules:
            self._choice.addItem(self._desk.wording.repeat(rule) if rule else self.tr("Does not repeat"))
        self._choice.addItem(self.tr("Another rule…"))
        self._choice.setCurrentIndex(rules.index(self._rule))
        self._say_next()

    def _chosen(self, index: int) -> None:
        if index < len(self._rules):
            self._rule = self._rules[index]
            self._close_own()
            self._say_next()
            self.resized.emit()
        else:
            self._open_own()

    @property
    def problem(self) -> str:
        """Why the rule being written cannot be used; empty where it can."""
        return self._own.problem if self._own is not None else ""

    def _open_own(self) -> None:
        """Fields for a rule of one's own, beginning with the one chosen before."""
        self._close_own()
        own = RepeatRule(self._desk, self._rule or "FREQ=WEEKLY", self._start, self)
        self._own = own
        own.changed.connect(self._take_own)
        own.resized.connect(self.resized)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, own)
        own.show()
        self._take_own(self._rule or f"FREQ=WEEKLY;BYDAY={DAYS[self._start.weekday()]}")

    def _take_own(self, rrule: str) -> None:
        self._rule = rrule
        self._say_next()
        self.resized.emit()

    def _close_own(self) -> None:
        if self._own is not None:
            self._own.hide()
            self._own.deleteLater()
            self._own = None

    def _say_next(self) -> None:
        days = list(next_days(self._rule, self._start)) if self._rule else []
        sentence = self._desk.wording.repeat(self._rule) if self._rule and self._own is not None else ""
        self._choice.setToolTip(self._desk.wording.repeat(self._rule) if self._rule else "")  # longer than its room
        today = self._desk.now().date()
        said = " · ".join(self._desk.wording.short_day(day, today) for day in days)
        coming = self.tr("Next: {days}").format(days=said) if said else ""
        self._next.setText("\n".join(line for line in (sentence, coming) if line))
        self._next.setVisible(bool(said or sentence))
