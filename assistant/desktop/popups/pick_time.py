"""A line to type a time into ("in 40 min", 明早八点), understood while typing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.conversation.reply import Preview
from assistant.services.reminders.snoozing import moment_said
from assistant.understanding.times import TimeMention


def time_said(mentions: tuple[TimeMention, ...]) -> TimeMention | None:
    """The first moment, day or length among what was understood; None where no time was said. Pure."""
    return next((one for one in mentions if one.start is not None or one.duration is not None), None)


class PickTime(QWidget):
    """A text field, what it was understood as, and Snooze.

    Signals:
        picked(datetime): aware, in the future.
        cancelled()
    """

    picked = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._until: datetime | None = None
        self._asked = 0
        self._text = QLineEdit(self)
        self._text.textChanged.connect(self._typed)
        self._told = QLabel(self)
        self._told.setProperty("look", "small")
        self._go = QPushButton(self)
        self._go.setProperty("look", "primary")
        self._go.clicked.connect(self._take)
        self._back = QPushButton(self)
        self._back.setProperty("look", "quiet")
        self._back.clicked.connect(self.cancelled)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(theme().duration("parseDebounce"))
        self._pause.timeout.connect(self._understand)
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        row.addWidget(self._text, 1)
        row.addWidget(self._go)
        row.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space(1))
        column.addLayout(row)
        column.addWidget(self._told)
        self.retranslate()

    def begin(self) -> None:
        """Empties the line and takes the keyboard; the person asked for it."""
        self._text.clear()
        self._show(None, said=False)
        self.window().activateWindow()
        self._text.setFocus()

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._text.setPlaceholderText(self.tr("in 40 min, Friday 9:00"))
        self._text.setAccessibleName(self.tr("Remind again at"))
        self._go.setText(self.tr("Snooze"))
        self._back.setText(self.tr("Cancel"))

    def name(self, action: str, what: str) -> None:
        """Other words for the button, and for the line as a screen reader says it."""
        self._go.setText(action)
        self._text.setAccessibleName(what)

    def _typed(self) -> None:
        self._go.setEnabled(False)
        self._pause.start()

    def _understand(self) -> None:
        text = self._text.text().strip()
        self._asked += 1
        number = self._asked
        if not text:
            self._show(None, said=False)
            return
        preview = self._desk.assistant.conversation.preview

        def arrived(found: Preview | None) -> None:
            if number == self._asked:
                self._understood(found)

        def failed(_error: AssistantError) -> None:
            arrived(None)

        self._desk.background.run(lambda: preview(text), arrived, failed, owner=self)

    def _understood(self, preview: Preview | None) -> None:
        said = time_said(preview.understanding.first.times) if preview is not None else None
        until = moment_said(said, self._desk.now(), self._desk.assistant.settings) if said is not None else None
        self._show(until, said=True)

    def _show(self, until: datetime | None, *, said: bool) -> None:
        now = self._desk.now()
        self._until = until if until is not None and until > now else None
        self._go.setEnabled(self._until is not None)
        if until is None:
            self._told.setText(self.tr("No time in that yet.") if said else self.tr("When should it come back?"))
        elif self._until is None:
            self._told.setText(self.tr("That is in the past."))
        else:
            self._told.setText(self._desk.wording.moment(until.astimezone(now.tzinfo), None, today=now.date()))

    def _take(self) -> None:
        if self._until is not None:
            self.picked.emit(self._until)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the time, Esc goes back to the buttons."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
