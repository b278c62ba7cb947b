"""Calendar files in the settings: import, export, and the calendars that are subscribed to. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.banner import sentence_of
from assistant.desktop.calendar_files.actions import FileActions
from assistant.desktop.calendar_files.subscribing import SubscribeDialog
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.settings.cards import SettingRow
from assistant.desktop.theme import theme
from assistant.domain.event import Calendar
from assistant.domain.items import ItemKind
from assistant.domain.subscription import SubscriptionState

_ICON = 16
Followed = tuple[Calendar, SubscriptionState | None]


def file_rows(desk: Desk, page: QWidget) -> list[QWidget]:
    """The rows of the card."""
    translate = QCoreApplication.translate
    actions = FileActions(desk, page)
    bring = QPushButton(translate("CalendarFiles", "Import…"), page)
    bring.clicked.connect(actions.choose)
    write = QPushButton(translate("CalendarFiles", "Export…"), page)
    write.clicked.connect(lambda: actions.export())
    come = translate(
        "CalendarFiles", "Events and tasks from iCalendar files (.ics); you can also drop them on the window"
    )
    go = translate("CalendarFiles", "All calendars and tasks as one file that other programs read")
    return [
        SettingRow(translate("CalendarFiles", "Import a calendar"), come, bring, page),
        SettingRow(translate("CalendarFiles", "Export"), go, write, page),
        Subscriptions(desk, page),
    ]


class Subscriptions(QWidget):
    """Every calendar that is subscribed to, how it is, and the way to read it again or to leave it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.add = QPushButton(self.tr("Subscribe…"), self)
        self.add.clicked.connect(self._subscribe)
        told = self.tr("Calendars that others keep: holidays, a club, a school. Read-only")
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SettingRow(self.tr("Subscribed calendars"), told, self.add, self))
        column.addLayout(self._inside)
        desk.itemsChanged.connect(lambda kinds, _elsewhere: self._read() if ItemKind.CALENDAR in kinds else None)
        self._read()

    def _subscribe(self) -> SubscribeDialog:
        dialog = SubscribeDialog(self._desk, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._read)
        dialog.open()
        return dialog

    def _read(self) -> None:
        assistant = self._desk.assistant

        def work() -> list[Followed]:
            calendars = [one for one in assistant.schedule.calendars() if one.source]
            states = assistant.subscriptions.states() if calendars else {}
            return [(one, states.get(one.uid)) for one in calendars]

        self._desk.background.run(work, self._show, owner=self)

    def _show(self, followed: list[Followed]) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for calendar, state in followed:
            line = QFrame(self)
            line.setProperty("look", "line")
            self._inside.addWidget(line)
            self._inside.addWidget(self._row(calendar, state))

    def _row(self, calendar: Calendar, state: SubscriptionState | None) -> QWidget:
        row = QWidget(self)
        name = QLabel(calendar.name, row)
        name.setTextFormat(Qt.TextFormat.PlainText)
        told = QLabel(self._how(state), row)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setProperty("look", "small")
        told.setWordWrap(True)
        source = QLabel(calendar.source, row)
        source.setTextFormat(Qt.TextFormat.PlainText)
        source.setProperty("look", "caption")
        source.setWordWrap(True)
        source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (name, told, source):
            words.addWidget(label)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(theme().space(4), 9, theme().space(3), 9)
        inside.setSpacing(theme().space(2))
        inside.addLayout(words, 1)
        again = self._button("refresh-cw", self.tr("Read “{name}” again now").format(name=calendar.name), row)
        again.clicked.connect(lambda: self._again(calendar.uid))
        leave = self._button("trash-2", self.tr("Leave “{name}”").format(name=calendar.name), row)
        leave.clicked.connect(lambda: self._leave(calendar.uid))
        inside.addWidget(again)
        inside.addWidget(leave)
        return row

    def _button(self, name: str, told: str, parent: QWidget) -> QPushButton:
        button = QPushButton(parent)
        button.setProperty("look", "quiet")
        button.setIcon(icon(name))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(told)
        button.setAccessibleName(told)
        return button

    def _how(self, state: SubscriptionState | None) -> str:
        if state is None or state.checked_at is None:
            return self.tr("Not read yet")
        zone = self._desk.assistant.clock.zone()
        when = self._desk.wording.moment(state.checked_at.astimezone(zone), None, today=self._desk.now().date())
        if state.failure:
            told = sentence_of(state.failure.code, state.failure.message, dict(state.failure.facts))
            return self.tr("{when}: {failure}").format(when=when, failure=told)
        return self.tr("Up to date, read {when}").format(when=when)

    def _again(self, uid: str) -> None:
        subscriptions = self._desk.assistant.subscriptions
        self._desk.background.run(
            lambda: subscriptions.refresh(uid),
            lambda _result: self._read(),
            self._refused,
            lane="subscriptions",
            owner=self,
        )

    def _refused(self, _error: AssistantError) -> None:
        self._read()  # the row says what it was

    def _leave(self, uid: str) -> None:
        schedule = self._desk.assistant.schedule

        def left(receipt: object) -> None:
            self._desk.toast(self.tr("Calendar removed"), getattr(receipt, "journal_id", None))
            self._read()

        self._desk.background.run(lambda: schedule.remove_calendar(uid), left, owner=self)
