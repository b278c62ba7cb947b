"""Calendar files in the window: dropped, imported, taken back, exported, subscribed to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assistant.desktop.calendar_files.actions import FileActions
from assistant.desktop.calendar_files.bringing import ImportDialog
from assistant.desktop.calendar_files.door import FileDoor
from assistant.desktop.calendar_files.subscribing import SubscribeDialog
from assistant.desktop.desk import Desk
from assistant.desktop.settings.file_rows import Subscriptions
from assistant.desktop.window import undoing
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

CLUB = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Club
BEGIN:VEVENT
UID:one@club.example
DTSTART:20261020T180000Z
SUMMARY:Chess
END:VEVENT
BEGIN:VEVENT
UID:two@club.example
SUMMARY:Some day
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def home(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Household, Desk]]:
    with open_desk(qapp, tmp_path / "profile") as found:
        yield found


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.ics"
    path.write_text(CLUB, encoding="utf-8")
    return path


def drop(window: QWidget, carried: QMimeData) -> None:
    """What the system sends when something is dropped."""
    at, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), copy, carried, left, no_key))
    QApplication.sendEvent(window, QDropEvent(at, copy, carried, left, no_key))


def names(household: Household) -> list[str]:
    return [one.name for one in household.assistant.schedule.calendars()]


def test_a_file_dropped_on_the_window_comes_in_after_a_question_and_is_taken_back(
    qtbot: QtBot, home: tuple[Household, Desk], club: Path
) -> None:
    household, desk = home
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    FileDoor(desk, window)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(club))])
    drop(window, carried)
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.start.isEnabled)
    assert dialog.target.currentText() == "New calendar “Club”"
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.undo.isVisible)
    assert names(household) == ["Personal", "Club"]
    assert "line 9" in dialog.problems.toPlainText()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(household) == ["Personal"])


def test_what_takes_long_to_undo_is_told_first_and_done_once(
    qtbot: QtBot, home: tuple[Household, Desk], club: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    household, desk = home
    monkeypatch.setattr(undoing, "MANY_ROWS", 0)
    household.assistant.files.import_file(club, calendar="Club")
    owner = QObject()
    told: list[str] = []
    desk.toastWanted.connect(lambda text, _entry, _pane: told.append(text))
    errors: list[object] = []
    desk.errorRaised.connect(errors.append)
    steps = undoing.Undoing(desk, owner)
    steps.undo()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert names(household) == ["Personal"]
    steps.redo()
    qtbot.waitUntil(lambda: len(told) == 4)
    assert names(household) == ["Personal", "Club"]
    assert [text.partition(":")[0] for text in told] == ["Being undone", "Undone", "Being done again", "Done again"]
    assert errors == []


def test_what_is_no_calendar_file_is_not_taken(qtbot: QtBot, home: tuple[Household, Desk], tmp_path: Path) -> None:
    _household, desk = home
    window = QWidget()
    qtbot.addWidget(window)
    FileDoor(desk, window)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    drop(window, carried)
    assert window.findChild(ImportDialog) is None


def test_everything_is_exported_and_said(
    qtbot: QtBot, home: tuple[Household, Desk], club: Path, tmp_path: Path
) -> None:
    household, desk = home
    household.assistant.files.import_file(club)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.toastWanted) as told:
        FileActions(desk, window).write(tmp_path / "all")
    assert told.args is not None
    assert told.args[0] == "all.ics: 1 event, 0 tasks"
    assert "SUMMARY:Chess" in (tmp_path / "all.ics").read_text(encoding="utf-8")


def test_one_calendar_is_exported_without_the_others(
    qtbot: QtBot, home: tuple[Household, Desk], club: Path, tmp_path: Path
) -> None:
    household, desk = home
    household.assistant.files.import_file(club, calendar="Club")
    personal = household.assistant.schedule.calendars()[0]
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.toastWanted) as told:
        FileActions(desk, window).write(tmp_path / "mine.ics", personal)
    assert told.args is not None
    assert told.args[0] == "mine.ics: 0 events, 0 tasks"
    assert "Chess" not in (tmp_path / "mine.ics").read_text(encoding="utf-8")
    with qtbot.waitSignal(desk.errorRaised):
        FileActions(desk, window).write(tmp_path / "nowhere" / "mine.ics", personal)


def test_a_calendar_is_subscribed_to_shown_with_its_state_and_left(
    qtbot: QtBot, home: tuple[Household, Desk], club: Path
) -> None:
    household, desk = home
    window = QWidget()
    qtbot.addWidget(window)
    rows = Subscriptions(desk, window)
    window.show()
    qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    dialog = window.findChild(SubscribeDialog)
    assert dialog is not None
    dialog.source.setText(str(club.with_name("nowhere.ics")))
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "nowhere.ics" in dialog.failure.text())
    dialog.source.setText(str(club))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("Up to date" in label.text() for label in _labels(rows)))
    assert names(household) == ["Personal", "Club"]


def _labels(rows: Subscriptions) -> list[QLabel]:

    return rows.findChildren(QLabel)
