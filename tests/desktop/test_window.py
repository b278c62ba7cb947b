"""The window as a whole: what a person can reach, at every width, by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.window import MainWindow
from tests.helpers.desks import open_desk, shown_window
from tests.helpers.household import Household


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Household, MainWindow]]:
    with open_desk(qapp, tmp_path) as (home, desk), shown_window(qtbot, desk) as window:
        yield home, window


def said(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.dock.focus_text()
    field = window.dock.findChild(QPlainTextEdit)
    assert field is not None
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_request_lands_and_ctrl_z_takes_it_back(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    home, window = opened
    said(window, qtbot, "lunch with Anna tomorrow at noon")
    qtbot.waitUntil(lambda: len(home.assistant.undo.history()) == 1, timeout=10_000)
    qtbot.waitUntil(window.toast.isVisible, timeout=10_000)
    window.undoing.undo()
    qtbot.waitUntil(lambda: home.assistant.undo.history()[0].undone_at is not None, timeout=10_000)
    window.undoing.redo()
    qtbot.waitUntil(lambda: home.assistant.undo.history()[0].undone_at is None, timeout=10_000)


def test_f6_walks_through_the_regions_and_comes_to_the_text(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    _home, window = opened
    window.activateWindow()
    window.dock.focus_text()
    line = window.dock.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.status.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.navigation.rail.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is line


def test_an_empty_calendar_opens_in_the_morning(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    _home, window = opened
    hours = window.calendar.pages.hours
    qtbot.waitUntil(lambda: hours.area.verticalScrollBar().value() > 5 * hours.grid.hour, timeout=10_000)


def test_every_section_shows_its_own_place(opened: tuple[Household, MainWindow]) -> None:
    _home, window = opened
    for name, widget in (
        ("calendar", window.calendar),
        ("tasks", window.sections.tasks),
        ("settings", window.sections.settings),
        ("home", window.chat),
    ):
        window.show_section(name)
        assert widget.isVisible(), name
        assert window.dock.isVisible() == (name != "settings")


def test_a_narrow_window_keeps_a_way_to_every_section(opened: tuple[Household, MainWindow]) -> None:
    _home, window = opened
    window.resize(480, 800)
    assert not window.navigation.rail.isVisible()
    for name in ("calendar", "tasks", "settings"):
        window.show_section(name)
        assert window.navigation.bar.isVisible(), name
    window.show_section("home")
    assert not window.navigation.bar.isVisible(), "at home the panes' own row has the menu"
    window.resize(1280, 820)
    assert window.navigation.rail.isVisible()


def test_what_was_shown_comes_back(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qapp, tmp_path) as (_home, desk):
        first = MainWindow(desk)
        first.quitting = True
        qtbot.addWidget(first)
        first.resize(1300, 700)
        first.show()
        first.show_section("tasks")
        first.close()
        second = MainWindow(desk)
        second.quitting = True
        qtbot.addWidget(second)
        second.show()
        assert second.sections.tasks.isVisible()
        assert second.width() == 1300


def test_keys_typed_before_the_services_are_there_are_not_lost(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qapp, tmp_path) as (home, _ready):
        desk = Desk()
        with shown_window(qtbot, desk) as window:
            said(window, qtbot, "buy milk")
            desk.attach(home.assistant)
            qtbot.waitUntil(lambda: len(home.assistant.undo.history()) == 1, timeout=10_000)
        desk.close()


def test_a_section_chosen_before_the_services_are_there_is_shown_then(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qapp, tmp_path) as (home, _ready):
        desk = Desk()
        with shown_window(qtbot, desk) as window:
            tasks = next(
                item for item in window.navigation.rail.findChildren(QAbstractButton) if item.text() == "Tasks"
            )
            QTest.mouseClick(tasks, Qt.MouseButton.LeftButton)
            desk.attach(home.assistant)
            assert window.sections.tasks.isVisible()
            assert tasks.isChecked()
        desk.close()


def test_the_language_changes_while_running(opened: tuple[Household, MainWindow], qtbot: QtBot) -> None:
    _home, window = opened
    window._desk.change_setting("language", "zh")
    qtbot.waitUntil(lambda: window.windowTitle() == "助手", timeout=10_000)
    window._desk.change_setting("language", "en")
    qtbot.waitUntil(lambda: window.windowTitle() == "Assistant", timeout=10_000)
