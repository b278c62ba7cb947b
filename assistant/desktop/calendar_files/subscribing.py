"""The dialog of a new subscription: an address or a file, a name, how often. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.config.errors import AssistantError
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.domain.cancellation import Cancellation
from assistant.services.calendar_files.subscriptions import USUAL_MINUTES
from assistant.services.calendar_files.summary import Imported

_WIDTH = 480
_MINUTES = (15, 60, 360, 1440, 10080, 0)


class SubscribeDialog(QDialog):
    """Adds a read-only calendar; stays open with the reason where that fails."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cancel = Cancellation()
        self.setWindowTitle(self.tr("Subscribe to a calendar"))
        self.setMinimumWidth(_WIDTH)
        edge = theme().space(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme().space(3))
        heading = QLabel(self.tr("Subscribe to a calendar"), self)
        heading.setProperty("look", "title")
        told = QLabel(self.tr("It is shown, not changed here. An address is asked again as often as you choose."), self)
        told.setProperty("tone", "secondary")
        told.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(told)
        column.addLayout(self._fields())
        self.failure = QLabel(self)
        self.failure.setProperty("tone", "danger")
        self.failure.setWordWrap(True)
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        self.failure.hide()
        column.addWidget(self.failure)
        column.addSpacing(theme().space(2))
        column.addLayout(self._buttons())
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().space(3))
        grid.setVerticalSpacing(theme().space(2))
        self.source = QLineEdit(self)
        self.source.setPlaceholderText("https://")
        self.source.textChanged.connect(lambda text: self.start.setEnabled(bool(text.strip())))
        browse = QPushButton(self.tr("File…"), self)
        browse.clicked.connect(self._browse)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("As the calendar calls itself"))
        self.every = QComboBox(self)
        for minutes in _MINUTES:
            self.every.addItem(self._interval(minutes), minutes)
        self.every.setCurrentIndex(_MINUTES.index(USUAL_MINUTES))
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Address or file"), self.source),
            (self.tr("Name"), self.name),
            (self.tr("Read again"), self.every),
        )
        for number, (text, field) in enumerate(rows):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1, 1, 1 if field is self.source else 2)
        grid.addWidget(browse, 0, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _interval(self, minutes: int) -> str:
        return {
            15: self.tr("Every quarter of an hour"),
            60: self.tr("Every hour"),
            360: self.tr("Every six hours"),
            1440: self.tr("Every day"),
            10080: self.tr("Every week"),
        }.get(minutes, self.tr("Only when I ask"))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.start = QPushButton(self.tr("Subscribe"), self)
        self.start.setProperty("look", "primary")
        self.start.setDefault(True)
        self.start.setEnabled(False)
        self.start.clicked.connect(self._begin)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.start)
        return row

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a calendar file"), "", self.tr("Calendar files (*.ics);;All files (*)")
        )
        if name:
            self.source.setText(name)

    def _begin(self) -> None:
        source, name, minutes = self.source.text(), self.name.text(), int(self.every.currentData())
        self.start.setEnabled(False)
        self.start.setText(self.tr("Reading…"))
        self.failure.hide()
        subscriptions, cancel = self._desk.assistant.subscriptions, self._cancel
        self._desk.background.run(
            lambda: subscriptions.subscribe(source, name=name, minutes=minutes, cancel=cancel),
            self._done,
            self._failed,
            lane="subscriptions",
            owner=self,
        )

    def _done(self, result: Imported) -> None:
        told = self.tr("Subscribed to {calendar}: %n event(s)", "", result.events).format(calendar=result.calendar)
        self._desk.toast(told, result.entry_id)
        self.accept()

    def _failed(self, error: AssistantError) -> None:
        self.start.setEnabled(True)
        self.start.setText(self.tr("Subscribe"))
        self.failure.setText(sentence_for(error))
        self.failure.show()

    def reject(self) -> None:
        """Closing stops what is under way."""
        self._cancel.cancel()
        super().reject()
