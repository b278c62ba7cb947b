"""The pop-up of one reminder: Done or Open, and putting it off."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.insisting import add_insistence, insistence_note
from assistant.desktop.popups import words
from assistant.desktop.popups.card import Card, title_label
from assistant.desktop.popups.pick_time import PickTime
from assistant.desktop.popups.snooze import SnoozeChoice, long_choices, short_choices
from assistant.desktop.popups.state import Announced, Timing
from assistant.domain.reminder import RINGING_KINDS, Insistence
from assistant.services.reminders.answers import Alerted
from assistant.understanding.alert_answers import AlertAct

_SNOOZE_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


class ReminderCard(Card):
    """One reminder.

    Signals:
        doneWanted()
        openWanted()
        snoozeWanted(datetime): aware.
        insistWanted(Insistence): what to do while nobody answers.
    """

    doneWanted = Signal()
    openWanted = Signal()
    snoozeWanted = Signal(object)
    insistWanted = Signal(object)

    def __init__(self, desk: Desk, one: Announced, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.one = one
        self._digits = False
        self._title = title_label(words.title(one), self)
        self._when = QLabel(self)
        self._when.setProperty("tone", "secondary")
        self._when.setWordWrap(True)
        self._when.setTextFormat(Qt.TextFormat.PlainText)
        self._primary = QPushButton(self)
        self._primary.setProperty("look", "primary")
        self._primary.clicked.connect(self.openWanted if one.opens else self.doneWanted)
        self._label = QLabel(self)
        self._label.setProperty("look", "small")
        self._segments = [self._segment("first" if n == 0 else "middle") for n in range(4)]
        self._more = self._segment("last")
        self._more.clicked.connect(self._show_menu)
        self._choices: tuple[SnoozeChoice, ...] = ()
        self._pick = PickTime(desk, self)
        self._pick.picked.connect(self.snoozeWanted)
        self._pick.cancelled.connect(self._stop_picking)
        self._pick.hide()
        self._build()
        self.can_be_answered().meant.connect(self._do_what_was_said)
        self.finish()
        self.retranslate()

    def _segment(self, tone: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "segment")
        button.setProperty("tone", tone)
        button.setProperty("tall", True)
        return button

    def _build(self) -> None:
        self.column.addWidget(self._title)
        self.column.addSpacing(2)
        self.column.addWidget(self._when)
        self.column.addSpacing(12)
        self._actions = QWidget(self)
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._primary)
        row.addStretch()
        row.addWidget(self._label)
        row.addSpacing(8)
        for number, button in enumerate(self._segments):
            button.clicked.connect(lambda _checked=False, place=number: self._snooze(place))
            row.addWidget(button)
        row.addWidget(self._more)
        self.column.addWidget(self._actions)
        self.column.addWidget(self._pick)

    @property
    def primary(self) -> QAbstractButton:
        """Done, or Open for an event."""
        return self._primary

    def restyle(self) -> None:
        """Icons follow the theme."""
        super().restyle()
        self._more.setIcon(icon("ellipsis", "text.primary"))

    def retranslate(self) -> None:
        """Sets every word anew; called each minute too, since the state line tells the time."""
        now, wording = self._desk.now(), self._desk.wording
        late = self.one.timing is Timing.LATE
        name = words.title(self.one)
        told = (words.state_line(self.one, now, wording), insistence_note(self.one.reminder.insists))
        line = " · ".join(part for part in told if part)
        self.set_state(words.state_icon(self.one), line, "warning" if late else "secondary")
        self._when.setText(words.when_line(self.one, now, wording))
        self._primary.setText(self.tr("Open") if self.one.opens else self.tr("Done"))
        done = self.tr("Open: {title}") if self.one.opens else self.tr("Mark done: {title}")
        self._primary.setAccessibleName(done.format(title=name))
        self._label.setText(self.tr("Snooze"))
        self._choices = short_choices(now, self._desk.assistant.settings, wording)
        for button, choice in zip(self._segments, self._choices, strict=True):
            button.setText(choice.label)
            button.setToolTip(choice.tip)
            button.setAccessibleName(self.tr("Snooze until {moment}: {title}").format(moment=choice.tip, title=name))
        self._more.setToolTip(self.tr("More times"))
        self._more.setAccessibleName(self.tr("Snooze until another time: {title}").format(title=name))
        self.name_close(self.tr("Close without an answer: {title}").format(title=name), self.tr("Close, not done"))
        self.name_microphone(self.tr("Answer by voice: {title}").format(title=name))
        self.setAccessibleName(words.announcement(self.one, now, wording))
        self._pick.retranslate()

    # ------------------------------------------------------------------------------------------ answered by voice

    @property
    def alerted(self) -> Alerted:
        """What it is about, for those who make out an answer."""
        return Alerted((words.title(self.one),), event=self.one.opens)

    def _do_what_was_said(self) -> None:
        match self.reply.act:
            case AlertAct.DONE:
                self.doneWanted.emit()
            case AlertAct.LATER:
                self.snoozeWanted.emit(self.reply.until)
            case AlertAct.OPEN:
                self.openWanted.emit()
            case AlertAct.CLOSE:
                self.closeWanted.emit()

    # ------------------------------------------------------------------------------------------ putting off

    def _snooze(self, place: int) -> None:
        self.snoozeWanted.emit(self._fresh_choices()[place].until)

    def _fresh_choices(self) -> tuple[SnoozeChoice, ...]:
        """Five minutes count from the click, not from when the pop-up came."""
        return short_choices(self._desk.now(), self._desk.assistant.settings, self._desk.wording)

    def snooze_menu(self) -> QMenu:
        """The longer times, and any other."""
        menu = QMenu(self)
        for choice in long_choices(self._desk.now(), self._desk.assistant.settings, self._desk.wording):
            action = menu.addAction(icon("alarm-clock"), choice.label)
            action.setToolTip(choice.tip)
            action.triggered.connect(lambda _checked=False, until=choice.until: self.snoozeWanted.emit(until))
        menu.addAction(icon("calendar-days"), self.tr("Pick a time…"), self.pick_time)
        if self.one.reminder.kind not in RINGING_KINDS:
            menu.addSeparator()
            add_insistence(menu, self.one.reminder, self.insistWanted.emit)
        return menu

    def insists(self, how: Insistence) -> None:
        """It was stored: says so in the state line."""
        self.one = replace(self.one, reminder=replace(self.one.reminder, insists=how))
        self.retranslate()

    def _show_menu(self) -> None:
        menu = self.snooze_menu()
        height = menu.sizeHint().height()
        menu.exec(self._more.mapToGlobal(QPoint(self._more.width() - menu.sizeHint().width(), -height)))

    def pick_time(self) -> None:
        """A line to type a time into takes the buttons' place."""
        self._actions.hide()
        self._pick.show()
        self._pick.begin()

    def _stop_picking(self) -> None:
        self._pick.hide()
        self._actions.show()
        self._more.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S and a digit put off, O opens."""
        key, digits = event.key(), self._digits
        self._digits = False
        self._label.setText(self.tr("Snooze"))
        if digits and key in _SNOOZE_KEYS:
            place = _SNOOZE_KEYS.index(Qt.Key(key))
            self._show_menu() if place == len(self._segments) else self._snooze(place)
        elif key == Qt.Key.Key_S:
            self._digits = True
            self._label.setText(self.tr("Press 1 to 5"))
        elif key == Qt.Key.Key_O:
            self.openWanted.emit()
        else:
            super().keyPressEvent(event)
