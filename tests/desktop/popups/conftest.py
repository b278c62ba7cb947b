"""Pop-ups over real services; the scheduler is played by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.popups import ReminderPopups
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.digest_card import DigestCard
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.domain.absence import Why
from assistant.domain.reminder import Reminder
from assistant.services.tasks.service import TaskDraft
from tests.helpers.clock import BERLIN
from tests.helpers.desks import open_desk, settle
from tests.helpers.household import Household

WAIT = 10_000


def at(hour: int, minute: int = 0, day: int = 14) -> datetime:
    """A time in October 2026."""
    return datetime(2026, 10, day, hour, minute, tzinfo=BERLIN)


class Screen:
    """What a person sees in the corner of the screen, and does to it."""

    def __init__(self, home: Household, desk: Desk, qtbot: QtBot) -> None:
        self.home, self.desk, self.qtbot = home, desk, qtbot
        self.popups = ReminderPopups(desk)
        self.disturbed: Why | None = None  # not as on the screen of whoever runs the tests
        self.popups.arrivals.disturbance = lambda _settings: self.disturbed
        self.toasts: list[tuple[str, int | None]] = []
        desk.toastWanted.connect(lambda text, entry, _pane: self.toasts.append((text, entry)))
        self.errors: list[object] = []
        desk.errorRaised.connect(self.errors.append)
        self.opened: list[tuple[str, str, object]] = []
        desk.itemOpened.connect(lambda kind, uid, rid: self.opened.append((kind, uid, rid)))

    # ------------------------------------------------------------------ the day goes on

    def task(self, title: str, due: datetime) -> None:
        self.home.assistant.tasks.create(TaskDraft(title=title, due_at=due, zone="Europe/Berlin", remind_at=due))

    def alarm(self, title: str, due: datetime) -> None:
        self.home.assistant.reminders.create(title, due)

    def ring(self, moment: datetime) -> None:
        """The clock says so, and the wake-up fires."""
        self.home.clock.set(moment)
        self.home.assistant.reminders.fire()
        self.settle()

    def settle(self) -> None:
        settle(self.desk, "store", "reminders")

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    # ------------------------------------------------------------------ seeing

    @property
    def cards(self) -> list[Card]:
        return self.popups.stack.cards if self.popups.stack.isVisible() else []

    def titles(self) -> list[str]:
        return [card._title.text() for card in self.cards]

    def card(self, title: str) -> ReminderCard:
        found = [card for card in self.cards if isinstance(card, ReminderCard) and card._title.text() == title]
        assert found, f"{title} is not up, but {self.titles()}"
        return found[0]

    def state_of(self, title: str) -> str:
        return self.card(title)._state.text()

    def words(self, card: Card) -> list[str]:
        return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]

    def stored(self, title: str) -> Reminder:
        found = [one for one in self.home.assistant.reminders.all() if one.text == title]
        assert found
        return found[0]

    # ------------------------------------------------------------------ doing

    def click(self, card: Card, words: str) -> None:
        buttons = [b for b in card.findChildren(QAbstractButton) if b.isVisible() and b.text() == words]
        assert buttons, f"no {words} among {[b.text() for b in card.findChildren(QAbstractButton)]}"
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        QTest.keyClick(focus, key)
        self.settle()


def digest(screen: Screen) -> DigestCard:
    found = [card for card in screen.cards if isinstance(card, DigestCard)]
    assert len(found) == 1, "there is one digest"
    return found[0]


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Screen]:
    with open_desk(qapp, tmp_path) as (home, desk):
        made = Screen(home, desk, qtbot)
        yield made
        made.popups.close_all()
        made.popups.stack.deleteLater()


HOUR = timedelta(hours=1)
