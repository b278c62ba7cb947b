"""The pop-up for many reminders at once: what was missed, answered together or one by one."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.popups import words
from assistant.desktop.popups.card import Card, title_label
from assistant.desktop.popups.state import HELD_BACK, Announced, Reason, Timing
from assistant.desktop.scrolled import scrolled
from assistant.desktop.theme import theme
from assistant.services.reminders.answers import Alerted
from assistant.understanding.alert_answers import AlertAct

MOST_ROWS = 50
_ROWS_IN_VIEW = 5
_HOUR = timedelta(hours=1)


class DigestCard(Card):
    """Several reminders in one panel. At most `MOST_ROWS` rows; the buttons mean all of them.

    Signals:
        doneWanted(tuple[str, ...]): uids.
        snoozeWanted(tuple[str, ...], datetime)
        listWanted()
    """

    doneWanted = Signal(object)
    snoozeWanted = Signal(object, object)
    listWanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._all: tuple[Announced, ...] = ()
        self._title = title_label("", self)
        self._since = QLabel(self)
        self._since.setProperty("tone", "secondary")
        self._since.setWordWrap(True)
        self._rows = QWidget()
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._area = scrolled(self._rows, self)
        self._done = QPushButton(self)
        self._done.setProperty("look", "primary")
        self._done.clicked.connect(lambda: self.doneWanted.emit(self.uids))
        self._later = QPushButton(self)
        self._later.clicked.connect(lambda: self.snoozeWanted.emit(self.uids, self._desk.now() + _HOUR))
        self._open = QPushButton(self)
        self._open.setProperty("look", "link")
        self._open.clicked.connect(self.listWanted)
        self._build()
        self.can_be_answered().meant.connect(self._do_what_was_said)
        self.finish()

    def _build(self) -> None:
        line = QFrame(self)
        line.setProperty("look", "line")
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        row.addWidget(self._done)
        row.addWidget(self._later)
        row.addStretch()
        row.addWidget(self._open)
        self.column.addWidget(self._title)
        self.column.addSpacing(2)
        self.column.addWidget(self._since)
        self.column.addSpacing(theme().space(2))
        self.column.addWidget(line)
        self.column.addWidget(self._area)
        self.column.addSpacing(theme().space(3))
        self.column.addLayout(row)

    @property
    def primary(self) -> QAbstractButton:
        """Mark all done."""
        return self._done

    @property
    def uids(self) -> tuple[str, ...]:
        """All reminders in it, those without a row too."""
        return tuple(one.uid for one in self._all)

    @property
    def all(self) -> tuple[Announced, ...]:
        """What it shows, oldest first."""
        return self._all

    @property
    def alerted(self) -> Alerted:
        """What it is about, for those who make out an answer."""
        return Alerted(tuple(words.title(one) for one in self._all))

    def _do_what_was_said(self) -> None:
        match self.reply.act:
            case AlertAct.DONE:
                self.doneWanted.emit(self.uids)
            case AlertAct.LATER:
                self.snoozeWanted.emit(self.uids, self.reply.until)
            case AlertAct.OPEN:
                self.listWanted.emit()
            case AlertAct.CLOSE:
                self.closeWanted.emit()

    def show_all(self, announced: tuple[Announced, ...]) -> None:
        """Replaces what it shows."""
        self._all = tuple(sorted(announced, key=lambda one: (one.reminder.wakes_at, one.uid)))
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._all[:MOST_ROWS]
        for number, one in enumerate(shown):
            self._lines.addWidget(self._row(one, last=number == len(shown) - 1))
        if len(self._all) > MOST_ROWS:
            rest = QLabel(self.tr("%n more in the list", "", len(self._all) - MOST_ROWS), self._rows)
            rest.setProperty("look", "small")
            rest.setFixedHeight(theme().size("row"))
            self._lines.addWidget(rest)
        self.retranslate()

    def _row(self, one: Announced, *, last: bool) -> QWidget:
        row = QWidget(self._rows)
        row.setFixedHeight(theme().size("row"))
        check = QCheckBox(row)
        check.setAccessibleName(self.tr("Mark done: {title}").format(title=words.title(one)))
        check.setFixedWidth(theme().fixed("hitMin") - 6)
        check.toggled.connect(lambda _on, uid=one.uid: self.doneWanted.emit((uid,)))
        name = ElidedLabel(words.row_title(one), row)
        when = QLabel(words.row_moment(one, self._desk.now(), self._desk.wording), row)
        when.setProperty("look", "small")
        when.setProperty("tone", "tertiary")
        inner = QHBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(check)
        inner.addWidget(name, 1)
        inner.addWidget(when)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        if not last:
            line = QFrame(row)
            line.setProperty("look", "line")
            column.addWidget(line)
        return row

    def retranslate(self) -> None:
        """Sets every word anew."""
        now, wording = self._desk.now(), self._desk.wording
        late = any(one.timing is Timing.LATE for one in self._all)
        count = len(self._all)
        held = bool(self._all) and all(one.reason in HELD_BACK for one in self._all)
        state = self.tr("Held back until now") if held else self.tr("While you were away")
        self.set_state("inbox", state if late else self.tr("Reminders · now"))
        gone = late and not held
        missed = self.tr("%n reminder(s) were missed", "", count) if gone else self.tr("%n reminder(s)", "", count)
        self._title.setText(missed)
        if self._all:
            first: datetime = self._all[0].reminder.wakes_at.astimezone(now.tzinfo)
            told = wording.moment(first, None, today=now.date())
            reasons = {one.reason for one in self._all}
            reason = reasons.pop() if len(reasons) == 1 else Reason.NONE
            self._since.setText(words.digest_since(reason, told) if late else told)
        self._done.setText(self.tr("Mark all done"))
        self._later.setText(self.tr("Snooze all 1 h"))
        self._open.setText(self.tr("Open list"))
        self.name_close(self.tr("Close without an answer"), self.tr("Close, not done"))
        self.name_microphone(self.tr("Answer all by voice"))
        self.setAccessibleName(missed)
        rows = min(count, _ROWS_IN_VIEW)
        self._area.setFixedHeight(rows * theme().size("row"))
