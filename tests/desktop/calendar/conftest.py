"""A calendar pane in a window of its own, handled with real mouse and key events."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistant.config.paths import Paths
from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.pane import CalendarPane
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.desk import Desk
from assistant.domain.event import Occurrence
from assistant.domain.spans import AllDay, Span, Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.store import open_store
from tests.helpers import demo
from tests.helpers.clock import BERLIN, FakeClock
from tests.helpers.desks import open_desk, settle
from tests.helpers.household import Household

WAIT = 10_000
NONE = Qt.KeyboardModifier.NoModifier


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in October 2026."""
    return datetime(2026, 10, day, hour, minute, tzinfo=BERLIN)


def zoned(day: int, hour: int, minutes: int, minute: int = 0) -> Span:
    start = at(day, hour, minute)
    return Zoned(start, start + timedelta(minutes=minutes), "Europe/Berlin")


class Calendar:
    """A calendar, seen and handled as a person does."""

    def __init__(self, home: Household, desk: Desk, qtbot: QtBot) -> None:
        self.home, self.desk, self.qtbot = home, desk, qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        self.pane = CalendarPane(desk, self.window)
        column.addWidget(self.pane)
        self.toasts: list[tuple[str, int | None]] = []
        desk.toastWanted.connect(lambda text, entry, _pane: self.toasts.append((text, entry)))
        self.errors: list[object] = []
        desk.errorRaised.connect(self.errors.append)
        self.window.resize(1180, 760)

    def show(self) -> None:
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Waits until every job that was queued has come home and the pane has drawn what it knows."""
        settle(self.desk)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    # ------------------------------------------------------------------ seeing

    def blocks(self) -> list[EntryButton]:
        return [block for block in self.pane.findChildren(EntryButton) if block.isVisible()]

    def titles(self) -> set[str]:
        return {block.entry.title for block in self.blocks()}

    def block(self, title: str, day: int | None = None) -> EntryButton:
        found = [
            block
            for block in self.blocks()
            if block.entry.title == title and (day is None or block.entry.first_on == date(2026, 10, day))
        ]
        assert found, f"{title} is not in sight, but {sorted(self.titles())}"
        return found[0]

    def popover(self, kind: type[Popover] = Popover) -> Popover:
        self.until(lambda: self.popovers(kind))
        return self.popovers(kind)[0]

    def popovers(self, kind: type[Popover] = Popover) -> list[Popover]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def events(self, title: str) -> list[Occurrence]:
        """What the store has of that title from the end of September to the end of the year."""
        found = self.home.assistant.schedule.occurrences(at(1, 0) - timedelta(days=3), at(1, 0) + timedelta(days=90))
        return [one for one in found if one.title == title]

    # ------------------------------------------------------------------ doing

    def add(self, title: str, span: Span) -> None:
        self.home.assistant.schedule.create(EventDraft(title=title, span=span))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.pane, key, held)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def click(self, text: str) -> None:
        """Presses a button by its words."""
        buttons = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible() and b.text().strip() == text]
        assert buttons, f"no button says {text}"
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def drag(
        self, widget: QWidget, start: QPoint, by: QPoint, held: Qt.KeyboardModifier = NONE, *, drop: bool = True
    ) -> None:
        """Presses at a place of a widget and moves by so many pixels."""
        origin = widget.mapToGlobal(start)
        left, no = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

        def send(kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
            local = QPointF(widget.mapFromGlobal(place))
            QApplication.sendEvent(widget, QMouseEvent(kind, local, QPointF(place), button, buttons, held))

        send(QEvent.Type.MouseButtonPress, origin, left, left)
        for step in range(1, 5):
            send(QEvent.Type.MouseMove, origin + by * step / 4, no, left)
        if drop:
            send(QEvent.Type.MouseButtonRelease, origin + by, left, no)
            self.settle()

    def hours(self, hours: float) -> int:
        return round(hours * self.pane.pages.hours.grid.hour)

    def days(self, days: int) -> int:
        return self.pane.pages.hours.columns().left(days) - self.pane.pages.hours.columns().left(0)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with the demonstration's week, a weekly series and a trip: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("filled")
    clock, paths = FakeClock(), Paths.profile(folder)
    paths.ensure()
    home = Household(clock=clock, store=open_store(paths, clock), folder=folder)
    demo.fill(home.assistant, "en")
    home.assistant.schedule.create(
        EventDraft(
            title="Choir",
            span=zoned(8, 19, 90),
            rrule="FREQ=WEEKLY;BYDAY=TH;COUNT=8",
            calendar_uid="family",
            location="Old school",
            alert_minutes=(30,),
        )
    )
    trip = AllDay(date(2026, 10, 24), date(2026, 10, 28))
    home.assistant.schedule.create(EventDraft(title="Trip", span=trip, calendar_uid="sport"))
    home.assistant.close()
    return folder


@pytest.fixture
def calendar(qapp: QApplication, qtbot: QtBot, tmp_path: Path, filled: Path) -> Iterator[Calendar]:
    """The calendar on its own copy of the filled profile."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    with open_desk(qapp, tmp_path) as (home, desk):
        made = Calendar(home, desk, qtbot)
        made.show()
        yield made
        assert made.errors == []
