"""What a calendar gives to new events: chosen in the settings, used by every way of making one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.desktop.settings.calendar_alerts import CalendarAlerts
from assistant.domain.event import Calendar
from tests.helpers.desks import open_desk


def test_several_alerts_are_chosen_and_a_new_event_gets_them(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qapp, tmp_path) as (home, desk):
        schedule = home.assistant.schedule
        schedule.save_calendar(Calendar(uid="feed", name="Holidays", read_only=True, source="x", position=1))
        rows = CalendarAlerts(desk)
        qtbot.addWidget(rows)
        for minutes in ("10 min before", "1 h before"):
            qtbot.waitUntil(lambda: list(rows.buttons) == ["personal"], timeout=10_000)
            (personal,) = [one for one in schedule.calendars() if one.uid == "personal"]
            {action.text(): action for action in rows.menu_of(personal).actions()}[minutes].trigger()
            qtbot.waitUntil(lambda told=minutes: told in rows.buttons["personal"].text(), timeout=10_000)
        assert rows.buttons["personal"].text() == "10 min before, 1 h before"

        home.assistant.conversation.handle("lunch with Anna tomorrow at noon")
        home.assistant.conversation.handle("dentist on Friday at 3pm, remind me 30 minutes before")
        home.assistant.conversation.handle("holiday on 20 October")
        alerts = [row.minutes_before for row in home.assistant.reminders.upcoming()]
        assert sorted(filter(None, alerts)) == [10, 30, 60]


def test_a_new_task_reminds_as_the_setting_says(qapp: QApplication, tmp_path: Path) -> None:
    with open_desk(qapp, tmp_path) as (home, _desk):
        home.assistant.conversation.handle("add task pay the rent by tomorrow 3pm")
        assert home.assistant.reminders.upcoming() == ()
        home.settings.set("task_alert_minutes", 30)
        home.assistant.conversation.handle("add task water the plants by tomorrow 4pm")
        home.assistant.conversation.handle("add task call Bo by Friday")
        home.assistant.conversation.handle("add task read a book")
        told = [
            (row.text, row.due_at.astimezone(home.clock.zone()).strftime("%H:%M"))
            for row in home.assistant.reminders.upcoming()
        ]
        assert told == [("water the plants", "15:30"), ("call Bo", "08:30")]
