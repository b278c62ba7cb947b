"""One reminder in full: what it is, what can be done to it, and what happened to it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.desk import Desk
from assistant.desktop.dock.flow import FlowLayout
from assistant.desktop.icons import icon
from assistant.desktop.popups.pick_time import PickTime
from assistant.desktop.popups.snooze import snooze_choices
from assistant.desktop.reminders import words
from assistant.desktop.reminders.actions import OverviewActions, answerable, movable
from assistant.desktop.reminders.timeline import Timeline
from assistant.desktop.sections.detail import DetailFrame
from assistant.desktop.theme import theme
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.domain.reminder_history import ReminderStep


class MoveTime(PickTime):
    """The same line as in a pop-up; what it does is called by its own name."""

    def retranslate(self) -> None:
        """Sets every word anew."""
        super().retranslate()
        self.name(self.tr("Move"), self.tr("New moment of the reminder"))


class ReminderDetail(DetailFrame):
    """Follows what the list shows; every change goes through the same commands as there."""

    def __init__(self, desk: Desk, actions: OverviewActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._reminder: Reminder | None = None
        self._steps: tuple[ReminderStep, ...] = ()
        self._kind = self._label("small")
        self._title = self._label("heading")
        self._when = self._label("")
        self._repeat = self._label("small")
        self._state = self._label("smallStrong")
        self._history = self._label("smallStrong")
        self._done, self._later, self._move, self._open = (QPushButton(self) for _ in range(4))
        self._done.setProperty("look", "primary")
        self._pick = MoveTime(desk, self)
        self._pick.hide()
        self._timeline = Timeline(self)
        self._build()
        self._join()
        self.retranslate()

    def _label(self, look: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("look", look)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    @property
    def uid(self) -> str:
        """The reminder shown; "" for none."""
        return self._reminder.uid if self._reminder is not None else ""

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        side = theme().space(5)
        column.setContentsMargins(side, theme().space(1), side, side)
        column.setSpacing(theme().space(1))
        buttons = FlowLayout(gap=theme().space(2))
        for button in (self._done, self._later, self._move, self._open):
            buttons.addWidget(button)
        for widget in (self._title, self._when, self._repeat, self._state):
            column.addWidget(widget)
        column.addSpacing(theme().space(2))
        column.addLayout(buttons)
        column.addWidget(self._pick)
        column.addSpacing(theme().space(3))
        column.addWidget(self.line())
        column.addSpacing(theme().space(2))
        column.addWidget(self._history)
        column.addSpacing(theme().space(1))
        column.addWidget(self._timeline)
        column.addStretch()
        self.hold([self._kind], inner)

    def _join(self) -> None:
        self._delete.clicked.connect(lambda: self._actions.delete((self.uid,)))
        self._done.clicked.connect(lambda: self._actions.done((self.uid,)))
        self._later.clicked.connect(self.choose_snooze)
        self._move.clicked.connect(self.begin_moving)
        self._open.clicked.connect(lambda: self._actions.open(self._reminder) if self._reminder is not None else None)
        self._pick.picked.connect(self._picked)
        self._pick.cancelled.connect(self._stop_moving)
        theme().changed.connect(self.retranslate)

    # ------------------------------------------------------------------------------------------ what is shown

    def show_reminder(self, reminder: Reminder) -> None:
        """Shows a reminder; its history follows when it is read."""
        if reminder.uid != self.uid:
            self._steps = ()
            self._pick.hide()
        self._reminder = reminder
        self.retranslate()
        reminders = self._desk.assistant.reminders

        def arrived(steps: tuple[ReminderStep, ...]) -> None:
            if self.uid == reminder.uid:
                self._steps = steps
                self._timeline.show_steps(steps, self._desk.now(), self._desk.wording)

        self._desk.background.run(lambda: reminders.steps(reminder.uid), arrived, owner=self)

    def retranslate(self) -> None:
        """Sets every word anew."""
        for button, name, words_of in (
            (self._delete, "trash-2", self.tr("Delete")),
            (self._close, "x", self.tr("Close the details")),
        ):
            button.setIcon(icon(name))
            button.setToolTip(words_of)
            button.setAccessibleName(words_of)
        self._done.setText(self.tr("Done"))
        self._later.setText(self.tr("Snooze"))
        self._later.setIcon(icon("alarm-clock", "text.primary"))
        self._move.setText(self.tr("Move…"))
        self._move.setIcon(icon("clock", "text.primary"))
        self._history.setText(self.tr("What happened"))
        self._pick.retranslate()
        if self._reminder is not None:
            self._tell(self._reminder)

    def _tell(self, reminder: Reminder) -> None:
        now, wording = self._desk.now(), self._desk.wording
        name = words.title(reminder)
        self._kind.setText(words.kind_name(reminder))
        self._title.setText(name)
        self._when.setText(words.moment(reminder.due_at, now, wording))
        self._repeat.setText(wording.repeat(reminder.rrule) if reminder.rrule else "")
        self._repeat.setVisible(bool(reminder.rrule))
        self._state.setText(words.state_name(reminder))
        event = reminder.item_kind is ItemKind.EVENT
        self._open.setText(self.tr("Show event") if event else self.tr("Show task"))
        self._open.setIcon(icon("external-link", "text.primary"))
        self._open.setVisible(reminder.item_uid is not None)
        self._done.setVisible(answerable(reminder))
        self._later.setVisible(answerable(reminder))
        self._move.setVisible(movable(reminder))
        self._done.setAccessibleName(self.tr("Mark done: {title}").format(title=name))
        self._later.setAccessibleName(self.tr("Snooze: {title}").format(title=name))
        self._move.setAccessibleName(self.tr("Move: {title}").format(title=name))
        self._timeline.show_steps(self._steps, now, wording)

    def focus_first(self) -> None:
        """The keyboard goes to the first thing that can be done."""
        buttons = (self._done, self._open, self._delete)
        next(one for one in buttons if not one.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------ doing

    def choose_snooze(self) -> None:
        """Opens the choices below the button."""
        if self._reminder is not None and answerable(self._reminder):
            menu = self.snooze_menu((self._reminder.uid,), self)
            menu.exec(self._later.mapToGlobal(QPoint(0, self._later.height())))

    def snooze_menu(self, uids: tuple[str, ...], parent: QWidget) -> QMenu:
        """Until when reminders can be put off."""
        menu = QMenu(self.tr("Snooze"), parent)
        menu.setIcon(icon("alarm-clock"))
        for choice in snooze_choices(self._desk.now(), self._desk.assistant.settings, self._desk.wording):
            action = menu.addAction(choice.label)
            action.setToolTip(choice.tip)
            put_off = partial(self._actions.snooze, uids, choice.until)
            action.triggered.connect(lambda _checked=False, act=put_off: act())
        return menu

    def begin_moving(self) -> None:
        """Opens the line for another moment."""
        if self._reminder is not None and movable(self._reminder):
            self._pick.show()
            self._pick.begin()

    def _picked(self, at: datetime) -> None:
        if self._reminder is not None:
            self._actions.move(self._reminder, at)
        self._stop_moving()

    def _stop_moving(self) -> None:
        self._pick.hide()
        self._move.setFocus(Qt.FocusReason.OtherFocusReason)
