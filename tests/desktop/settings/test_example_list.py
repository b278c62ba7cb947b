"""What was learned from corrections, on the page of settings: seen, forgotten, switched off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistant.desktop.desk import Desk
from assistant.desktop.settings import SettingsSection
from assistant.desktop.settings.example_list import ExampleList, ExampleRow
from assistant.understanding import Context, Intent, understand
from assistant.understanding.request import Request, Slots
from tests.helpers.clock import BERLIN, NOON
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

WAIT = 10_000
CONTEXT = Context(now=NOON, zone=BERLIN)
CORRECTED = (
    ("the packing list wants a raincoat", Intent.CREATE_TASK, "raincoat"),
    ("the packing list wants a torch", Intent.CREATE_TASK, "torch"),
)


def correct(home: Household, text: str, intent: Intent, title: str) -> None:
    """Enters a sentence with its chips set by hand."""
    settled = Request(intent=intent, confidence=1.0, slots=Slots(title=title))
    home.assistant.conversation.carry_out(replace(understand(text, CONTEXT), requests=(settled,)))


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Household, Desk]]:
    with open_desk(qapp, tmp_path) as (home, desk):
        for text, intent, title in CORRECTED:
            correct(home, text, intent, title)
            home.clock.advance(timedelta(minutes=1))
        yield home, desk


@pytest.fixture
def page(opened: tuple[Household, Desk], qtbot: QtBot) -> SettingsSection:
    section = SettingsSection(opened[1])
    qtbot.addWidget(section)
    section.resize(1000, 800)
    section.show()
    section.show_group("model")
    qtbot.waitUntil(lambda: len(rows(section)) == len(CORRECTED), timeout=WAIT)
    return section


def rows(page: SettingsSection) -> list[ExampleRow]:
    return [row for row in page.findChildren(ExampleRow) if row.isVisible()]


def words(page: SettingsSection) -> list[str]:
    return [label.text() for row in rows(page) for label in row.findChildren(QLabel) if label.text()]


def test_the_newest_stands_first_with_what_it_means(page: SettingsSection) -> None:
    assert words(page)[:2] == ["the packing list wants a torch", "Task: torch"]


def test_one_is_forgotten(page: SettingsSection, opened: tuple[Household, Desk], qtbot: QtBot) -> None:
    home, _ = opened
    assert "torch" in rows(page)[0].forget.accessibleName()
    QTest.mouseClick(rows(page)[0].forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=WAIT)
    assert [one.text for one in home.assistant.examples.all()] == ["the packing list wants a raincoat"]


def test_all_are_forgotten(page: SettingsSection, opened: tuple[Household, Desk], qtbot: QtBot) -> None:
    home, _ = opened
    found = page.findChild(ExampleList)
    assert found is not None
    found.clear()
    qtbot.waitUntil(lambda: not rows(page), timeout=WAIT)
    assert home.assistant.examples.all() == ()


def test_switched_off_nothing_is_kept_and_nothing_is_shown_to_the_model(opened: tuple[Household, Desk]) -> None:
    home, _ = opened
    home.settings.set("learn_examples", value=False)
    correct(home, "the packing list wants a whistle", Intent.CREATE_TASK, "whistle")
    assert len(home.assistant.examples.all()) == len(CORRECTED)
    home.model.says("create_task: a rope")
    home.assistant.conversation.handle("the packing list wants a rope")
    (request,) = home.model.requests
    assert [turn.text for turn in request.turns[request.prefix :]] == ["the packing list wants a rope"]
