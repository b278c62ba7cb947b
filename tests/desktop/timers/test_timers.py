"""Timers in the window: asked for in words, counted down, paused, lengthened, cancelled, and rung."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.desktop.timers import TimerStrip
from assistant.desktop.timers.card import TimerCard
from assistant.desktop.tray import Tray
from assistant.desktop.window import MainWindow
from assistant.domain.reminder import ReminderKind
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


class Kitchen:
    """The window with its timers."""

    def __init__(self, home: Household, window: MainWindow, qtbot: QtBot) -> None:
        self.home, self.window, self.qtbot = home, window, qtbot
        strip = window.findChild(TimerStrip)
        assert strip is not None
        self.strip = strip

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)

    def start(self, name: str, length: timedelta) -> None:
        self.home.assistant.reminders.create(name, self.home.clock.now() + length, ReminderKind.TIMER)
        self.until(lambda: name in self.names())

    def names(self) -> list[str]:
        return [card._title.text() for card in self.strip.cards]

    def left(self) -> list[str]:
        self.window.timers.ticked.emit()
        return [card._left.text() for card in self.strip.cards]

    def card(self) -> TimerCard:
        (found,) = self.strip.cards
        return found


@pytest.fixture
def kitchen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Kitchen]:
    with open_desk(qapp, tmp_path) as (home, desk), shown_window(qtbot, desk) as window:
        yield Kitchen(home, window, qtbot)


def test_a_timer_that_is_asked_for_counts_down_and_ends(kitchen: Kitchen) -> None:
    assert not kitchen.strip.isVisible()
    kitchen.window.chat.submit("set a timer for 10 minutes")
    kitchen.until(lambda: kitchen.strip.isVisible())
    assert kitchen.left() == ["10:00"]
    kitchen.home.clock.advance(19 * SECOND)
    assert kitchen.left() == ["9:41"]
    kitchen.home.clock.advance(10 * MINUTE)
    kitchen.home.assistant.reminders.fire()
    kitchen.until(lambda: not kitchen.strip.isVisible())
    kitchen.until(lambda: len(kitchen.window.popups.shown) == 1)
    kitchen.window.popups.close_all()


def test_a_timer_is_paused_lengthened_continued_and_cancelled_by_hand(kitchen: Kitchen) -> None:
    kitchen.start("Tea", 5 * MINUTE)
    QTest.mouseClick(kitchen.card()._hold, Qt.MouseButton.LeftButton)
    kitchen.until(lambda: kitchen.names() == ["Tea · paused"])
    kitchen.home.clock.advance(30 * MINUTE)
    assert kitchen.left() == ["5:00"]
    QTest.mouseClick(kitchen.card()._more, Qt.MouseButton.LeftButton)
    kitchen.until(lambda: kitchen.left() == ["6:00"])
    kitchen.card()._hold.setFocus()
    QTest.keyClick(kitchen.card()._hold, Qt.Key.Key_Space)
    kitchen.until(lambda: kitchen.names() == ["Tea"])
    kitchen.home.clock.advance(MINUTE)
    assert kitchen.left() == ["5:00"]
    QTest.mouseClick(kitchen.card()._cancel, Qt.MouseButton.LeftButton)
    kitchen.until(lambda: not kitchen.strip.isVisible())
    kitchen.until(kitchen.window.toast.isVisible)
    kitchen.window.undoing.undo()
    kitchen.until(lambda: kitchen.names() == ["Tea"])


def test_the_one_that_ends_first_comes_first_and_a_narrow_window_has_a_menu(kitchen: Kitchen) -> None:
    for name, minutes in (("Rice", 20), ("Eggs", 6), ("Cake", 70)):
        kitchen.start(name, minutes * MINUTE)
    assert kitchen.names() == ["Eggs", "Rice", "Cake"]
    assert kitchen.left() == ["6:00", "20:00", "1:10:00"]
    kitchen.window.resize(420, 820)
    kitchen.until(lambda: kitchen.names() == ["Eggs"])
    assert kitchen.strip._others.text() == "2 more"
    menu = kitchen.strip.others_menu()
    assert [action.text() for action in menu.actions()] == ["Pause: Rice · 20:00", "Pause: Cake · 1:10:00"]
    menu.actions()[0].trigger()
    kitchen.until(lambda: any(timer.left_seconds for timer in kitchen.window.timers.timers))


def test_the_tray_tells_what_is_left(kitchen: Kitchen) -> None:
    tray = Tray(kitchen.window._desk)
    tray.follow(kitchen.window.timers)
    kitchen.start("Tea", 5 * MINUTE)
    kitchen.until(lambda: "Tea 5 min" in tray._icon.toolTip())
    kitchen.home.clock.advance(4 * MINUTE + 15 * SECOND)
    kitchen.window.timers.ticked.emit()
    assert "Tea 0:45" in tray._icon.toolTip()
    tray.close()
