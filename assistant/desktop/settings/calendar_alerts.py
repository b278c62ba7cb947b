"""Which alerts a new event gets, for each calendar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.settings.cards import SettingRow
from assistant.domain.event import Calendar
from assistant.domain.items import ItemKind

OFFERED = (0, 5, 10, 15, 30, 60, 120, 1440)
_WIDE = 190


class CalendarAlerts(QWidget):
    """A row a calendar, with a menu of moments of which several can be chosen. Subscribed calendars have none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.buttons: dict[str, QPushButton] = {}
        desk.itemsChanged.connect(lambda kinds, _elsewhere: self._load() if ItemKind.CALENDAR in kinds else None)
        self._load()

    def _load(self) -> None:
        self._desk.background.run(self._desk.assistant.schedule.calendars, self._show, owner=self)

    def _show(self, calendars: tuple[Calendar, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        own = [calendar for calendar in calendars if not calendar.read_only]
        for number, calendar in enumerate(own):
            if number:
                line = QFrame(self)
                line.setProperty("look", "line")
                self._column.addWidget(line)
            self._column.addWidget(self._row(calendar, alone=len(own) == 1))

    def _row(self, calendar: Calendar, *, alone: bool) -> SettingRow:
        button = QPushButton(self)
        button.setMinimumWidth(_WIDE)
        leads = [self._desk.wording.lead(minutes) for minutes in calendar.alert_minutes]
        button.setText(self.tr(", ").join(leads) if leads else self.tr("None"))
        title = self.tr("Reminders of new events")
        if not alone:
            title = self.tr("Reminders of new events in {calendar}").format(calendar=calendar.name)
        button.setAccessibleName(f"{title}: {button.text()}")
        button.clicked.connect(lambda: self._offer(calendar, button))
        self.buttons[calendar.uid] = button
        return SettingRow(title, self.tr("For events with a time, when you ask for no other reminder"), button)

    def _offer(self, calendar: Calendar, button: QPushButton) -> None:
        menu = self.menu_of(calendar)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu_of(self, calendar: Calendar) -> QMenu:
        """The moments; those that are chosen are checked."""
        menu = QMenu(self)
        for minutes in sorted({*OFFERED, *calendar.alert_minutes}):
            action = menu.addAction(self._desk.wording.lead(minutes))
            action.setCheckable(True)
            action.setChecked(minutes in calendar.alert_minutes)
            action.triggered.connect(lambda _checked=False, chosen=minutes: self._toggle(calendar, chosen))
        return menu

    def _toggle(self, calendar: Calendar, minutes: int) -> None:
        chosen = tuple(sorted({*calendar.alert_minutes} ^ {minutes}))
        schedule = self._desk.assistant.schedule
        self._desk.background.run(lambda: schedule.save_calendar(replace(calendar, alert_minutes=chosen)), owner=self)
