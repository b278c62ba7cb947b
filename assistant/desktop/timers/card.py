"""One timer: what is left, and the three things to do with it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon, pixmap
from assistant.desktop.theme import repolish, theme
from assistant.desktop.timers.feed import clock_text
from assistant.domain import life_cycle
from assistant.domain.reminder import Reminder, ReminderState

_LAST = timedelta(seconds=10)


class TimerCard(QFrame):
    """Lives in the GUI thread.

    Signals:
        pauseWanted(), goOnWanted(), moreWanted(), cancelWanted()
    """

    pauseWanted = Signal()
    goOnWanted = Signal()
    moreWanted = Signal()
    cancelWanted = Signal()

    def __init__(self, desk: Desk, timer: Reminder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.timer = timer
        self.setProperty("look", "timer")
        self._icon = QLabel(self)
        self._left = QLabel(self)
        self._left.setProperty("look", "strong")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._title = ElidedLabel(timer.text, self)
        self._title.setProperty("look", "small")
        self._hold = self._button(self._hold_pressed)
        self._more = QPushButton(self)
        self._more.setProperty("look", "quiet")
        self._more.setProperty("tone", "small")
        self._more.clicked.connect(self.moreWanted)
        self._cancel = self._button(self.cancelWanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(3), theme().space(1), theme().space(1), theme().space(1))
        row.setSpacing(theme().space(1))
        row.addWidget(self._icon)
        row.addWidget(self._left)
        row.addSpacing(theme().space(1))
        row.addWidget(self._title, 1)
        row.addWidget(self._hold)
        row.addWidget(self._more)
        row.addWidget(self._cancel)
        self.retranslate()

    def _button(self, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "icon")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(pressed)
        return button

    @property
    def paused(self) -> bool:
        """True while it stands still."""
        return self.timer.state is ReminderState.PAUSED

    def show_timer(self, timer: Reminder) -> None:
        """The same timer, changed."""
        self.timer = timer
        self.retranslate()

    def tick(self) -> None:
        """Sets what is left anew."""
        now = self._desk.now()
        text = clock_text(self.timer, now)
        last = not self.paused and life_cycle.remaining(self.timer, now) <= _LAST
        tone = "paused" if self.paused else "last" if last else ""
        self._left.setText(text)
        # As wide as figures of this length can get, so that nothing beside it moves with every second.
        self._left.setFixedWidth(QFontMetrics(self._left.font()).horizontalAdvance("0" * len(text)) + 2)
        if self._left.property("tone") != tone:
            self._left.setProperty("tone", tone)
            repolish(self._left)

    def retranslate(self) -> None:
        """Sets every word and icon anew."""
        name = self.timer.text or self.tr("Timer")
        self._icon.setPixmap(pixmap("timer", "text.tertiary" if self.paused else "accent.text", theme().size("icon")))
        self._title.setText(self.tr("{name} · paused").format(name=name) if self.paused else name)
        self._hold.setIcon(icon("play" if self.paused else "pause"))
        hold = self.tr("Go on: {name}") if self.paused else self.tr("Pause: {name}")
        self._hold.setAccessibleName(hold.format(name=name))
        self._hold.setToolTip(self.tr("Go on") if self.paused else self.tr("Pause"))
        self._more.setText(self.tr("+1 min"))
        self._more.setAccessibleName(self.tr("One minute more: {name}").format(name=name))
        self._more.setToolTip(self.tr("One minute more"))
        self._cancel.setIcon(icon("x"))
        self._cancel.setAccessibleName(self.tr("Cancel the timer: {name}").format(name=name))
        self._cancel.setToolTip(self.tr("Cancel the timer"))
        self.tick()
        left = self._desk.wording.length(life_cycle.remaining(self.timer, self._desk.now()))
        self.setAccessibleName(self.tr("Timer {name}, {left} left").format(name=name, left=left))

    def _hold_pressed(self) -> None:
        (self.goOnWanted if self.paused else self.pauseWanted).emit()
