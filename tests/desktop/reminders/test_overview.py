"""The overview of reminders over real services, handled with real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.reminders import ReminderOverview
from assistant.desktop.reminders.feed import PAGE
from assistant.desktop.tasks.rows.texts import RowKind
from assistant.domain import life_cycle
from assistant.domain.reminder import Reminder, ReminderState
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.tasks.service import TaskDraft
from tests.helpers.clock import BERLIN, NOON
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

WAIT = 10_000
HOUR = timedelta(hours=1)


def at(hour: int, minute: int = 0, day: int = 14) -> datetime:
    """A time in October 2026."""
    return datetime(2026, 10, day, hour, minute, tzinfo=BERLIN)


class Hands:
    """The overview in a window of its own, after a day with reminders."""

    def __init__(self, home: Household, desk: Desk, qtbot: QtBot) -> None:
        self.home, self.desk, self.qtbot = home, desk, qtbot
        self.reminders = home.assistant.reminders
        self.toasts: list[tuple[str, int | None]] = []
        desk.toastWanted.connect(lambda text, entry, _pane: self.toasts.append((text, entry)))
        self.opened: list[tuple[str, str]] = []
        desk.itemOpened.connect(lambda kind, uid, _rid: self.opened.append((kind, uid)))
        self.view = ReminderOverview(desk)
        self.view.resize(992, 719)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            home: list[object] = []
            self.desk.background.run(lambda: None, home.append)
            self.until(home.__len__)
            QApplication.processEvents()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def titles(self, kind: RowKind = RowKind.REMINDER) -> list[str]:
        return [row.title for row in self.view.list.rows if row.kind is kind]

    def meta(self, title: str) -> list[str]:
        row = next(row for row in self.view.list.rows if row.title == title and row.kind is RowKind.REMINDER)
        return [piece.text for piece in row.meta]

    def stored(self, title: str) -> Reminder:
        return next(one for one in self.reminders.all() if one.text == title)

    def choose(self, title: str) -> None:
        key = next(row.key for row in self.view.list.rows if row.title == title)
        self.view.list.setFocus()
        assert self.view.list.choose(key)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view.list, key)
        self.settle()

    def told(self) -> list[str]:
        """What the details say, from top to bottom."""
        labels = [label for label in self.view.detail.findChildren(QLabel) if label.isVisible() and label.text()]
        return [label.text() for label in labels]

    def click(self, words: str) -> None:
        buttons = [b for b in self.view.detail.findChildren(QAbstractButton) if b.isVisible() and b.text() == words]
        assert buttons, f"no {words}"
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        self.settle()

    def pick(self, menu: QMenu, *path: str) -> None:
        for words in path[:-1]:
            menu = next(a.menu() for a in menu.actions() if a.text() == words and a.menu() is not None)
        next(action for action in menu.actions() if action.text() == path[-1]).trigger()
        self.settle()


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    with open_desk(qapp, tmp_path) as (home, desk):
        reminders = home.assistant.reminders
        reminders.create("Turn the oven off", at(12))
        reminders.create("Take medicine", at(12, 5))
        home.clock.set(at(12, 10))
        reminders.fire()
        oven, medicine = reminders.pending()
        reminders.shown((oven.uid, medicine.uid))
        reminders.snooze(oven.uid, at(12, 30))
        reminders.dismiss(medicine.uid)
        home.clock.set(at(12, 30))
        reminders.fire()
        reminders.shown((oven.uid,))
        home.clock.set(at(12, 31))
        reminders.acknowledge(oven.uid)
        reminders.create("Stretch", at(15))
        draft = TaskDraft(title="Call the dentist", due_at=at(16), zone="Europe/Berlin", remind_at=at(16))
        home.assistant.tasks.create(draft)
        span = Zoned(at(9, day=16), at(10, day=16), "Europe/Berlin")
        home.assistant.schedule.create(EventDraft(title="Workshop", span=span, alert_minutes=(30,)))
        yield Hands(home, desk, qtbot)


def test_everything_is_there_by_what_became_of_it(hands: Hands) -> None:
    assert hands.titles(RowKind.HEADING) == ["Not answered", "Upcoming", "History"]
    assert hands.titles() == ["Take medicine", "Stretch", "Call the dentist", "Workshop", "Turn the oven off"]
    assert hands.meta("Take medicine") == ["Today, 12:05", "Closed without an answer"]
    assert hands.meta("Turn the oven off") == ["Today, 12:00", "Done Today, 12:31"]
    assert hands.meta("Workshop") == ["Fri 16 Oct, 08:30", "30 min before"]


def test_the_details_tell_what_happened_when(hands: Hands) -> None:
    hands.choose("Turn the oven off")
    told = hands.told()
    assert told[:4] == ["Reminder", "Turn the oven off", "Today, Wed 14 Oct, 12:00", "Done"]
    steps = told[told.index("What happened") + 1 :]
    assert list(zip(steps[::2], steps[1::2], strict=True)) == [
        ("Planned for Today, Wed 14 Oct, 12:00", "Today, 11:20"),
        ("Due", "Today, 12:10"),
        ("Shown", "Today, 12:10"),
        ("Snoozed until Today, Wed 14 Oct, 12:30", "Today, 12:10"),
        ("Due", "Today, 12:30"),
        ("Shown", "Today, 12:30"),
        ("Done", "Today, 12:31"),
    ]


def test_done_snoozed_moved_and_deleted_by_the_keyboard(hands: Hands) -> None:
    hands.choose("Take medicine")
    hands.press(Qt.Key.Key_Space)
    assert hands.stored("Take medicine").state is ReminderState.ACKNOWLEDGED
    assert hands.titles(RowKind.HEADING) == ["Upcoming", "History"]
    hands.choose("Stretch")
    hands.press(Qt.Key.Key_M)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "tomorrow at 9am")
    hands.until(lambda: "Tomorrow, Thu 15 Oct, 09:00" in hands.told())
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.stored("Stretch").due_at == at(9, day=15))
    assert hands.toasts[-1][0] == "Moved to Tomorrow, Thu 15 Oct, 09:00"
    hands.choose("Stretch")
    hands.press(Qt.Key.Key_Delete)
    hands.until(lambda: "Stretch" not in hands.titles())
    text, entry = hands.toasts[-1]
    assert text == "Deleted “Stretch”"
    hands.home.assistant.undo.undo(entry)
    hands.until(lambda: "Stretch" in hands.titles())


def test_the_buttons_do_the_same(hands: Hands) -> None:
    hands.choose("Call the dentist")
    hands.click("Show task")
    assert hands.opened == [("task", hands.stored("Call the dentist").item_uid)]
    hands.pick(hands.view.commands.menu(), "Snooze", "This evening")
    assert hands.stored("Call the dentist").snoozed_until == at(18)
    hands.until(lambda: "Snoozed until Today, 18:00" in hands.meta("Call the dentist"))
    hands.view.detail.begin_moving()
    hands.view.detail._pick.picked.emit(at(17))
    hands.until(lambda: hands.stored("Call the dentist").wakes_at == at(17))
    hands.until(lambda: hands.meta("Call the dentist")[0] == "Today, 17:00")
    hands.settle()
    hands.choose("Call the dentist")
    hands.click("Done")
    task = next(one for one in hands.home.assistant.tasks.all() if one.title == "Call the dentist")
    assert task.done
    assert hands.toasts[-1][0] == "Completed “Call the dentist”"


def test_what_hangs_on_an_event_moves_with_it_only(hands: Hands) -> None:
    hands.choose("Workshop")
    words = [b.text() for b in hands.view.detail.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    assert words == ["Done", "Snooze", "Show event"]
    assert "Move…" not in [action.text() for action in hands.view.commands.menu().actions()]


def test_ten_thousand_past_ones_come_a_page_at_a_time(hands: Hands) -> None:
    with hands.home.store.writing() as unit:
        for number in range(10_000):
            due = NOON - (number + 1) * HOUR
            one = Reminder(uid=f"old {number}", text=f"Old {number}", due_at=due, zone="UTC", created_at=due - HOUR)
            unit.reminders.advance(life_cycle.acknowledge(life_cycle.show(life_cycle.fall_due(one, due), due), due))
        unit.commit()
    hands.reminders.dismiss(hands.stored("Stretch").uid)  # something happens, and the list is read anew
    hands.until(lambda: hands.view.list.rows[-1].title == f"Old {PAGE - 2}")
    heading = next(row for row in hands.view.list.rows if row.title == "History")
    assert heading.count == 10_001
    QTest.mouseClick(hands.view._older, Qt.MouseButton.LeftButton)
    hands.until(lambda: hands.view.list.rows[-1].title == f"Old {2 * PAGE - 2}")


def test_a_narrow_window_shows_the_list_or_the_details(hands: Hands) -> None:
    hands.view.resize(420, 600)
    QApplication.processEvents()
    hands.choose("Take medicine")
    assert not hands.view.detail.isVisible(), "choosing alone covers nothing"
    hands.press(Qt.Key.Key_Return)
    assert hands.view.detail.isVisible()
    assert not hands.view.list.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert hands.view.list.isVisible()
    assert hands.view.list.hasFocus()


def test_it_pauses_reminders_and_says_so(hands: Hands) -> None:
    assert hands.view._pause.text() == "Pause reminders"
    hands.view.pause_menu.pause(1)
    hands.until(lambda: hands.view._pause.text() == "Paused until 13:31")
    hands.desk.pause_reminders(None)
    hands.until(lambda: hands.view._pause.text() == "Pause reminders")


def test_it_speaks_both_languages_and_names_everything(hands: Hands) -> None:
    hands.choose("Take medicine")
    for button in hands.view.findChildren(QAbstractButton):
        if button.isVisible():
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name), repr(button)
    row = next(row for row in hands.view.list.rows if row.title == "Take medicine")
    assert row.spoken == "Take medicine, Closed without an answer, Today, 12:05"
    hands.home.settings.set("language", "zh")
    hands.desk.languageChanged.emit()
    assert hands.titles(RowKind.HEADING)[0] != ""
    assert hands.meta("Workshop")[0].startswith("10月16日")
