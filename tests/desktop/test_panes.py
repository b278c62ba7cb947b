"""Which panes are visible at which width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assistant.desktop.window.panes import CALENDAR, CHAT, TASKS, Panes, WidthClass, chosen_panes


@pytest.mark.parametrize(
    ("width", "wanted", "shown"),
    [
        (WidthClass.WIDE, (TASKS, CHAT, CALENDAR), (CHAT, CALENDAR, TASKS)),
        (WidthClass.MEDIUM, (TASKS, CHAT, CALENDAR), (CHAT, CALENDAR)),
        (WidthClass.NARROW, (TASKS, CALENDAR, CHAT), (CHAT,)),
        (WidthClass.WIDE, (CALENDAR,), (CALENDAR,)),
    ],
)
def test_choice(width: WidthClass, wanted: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert chosen_panes(width, wanted) == shown


@pytest.fixture
def panes(qtbot: QtBot, themed: None) -> Panes:
    made = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1208, 700)
    made.show()
    return made


def test_three_then_two_then_one(panes: Panes) -> None:
    assert panes.shown == (CHAT, CALENDAR, TASKS)
    panes.resize(900, 700)
    assert panes.shown == (CHAT, CALENDAR)
    panes.toggle(TASKS)
    assert panes.shown == (CALENDAR, TASKS)
    panes.resize(500, 700)
    assert panes.shown == (TASKS,)
    panes.toggle(CHAT)
    assert panes.shown == (CHAT,)
    panes.resize(1208, 700)
    assert panes.shown == (CHAT, CALENDAR, TASKS)


def test_the_last_pane_cannot_be_hidden(panes: Panes) -> None:
    panes.toggle(TASKS)
    panes.toggle(CHAT)
    panes.toggle(CALENDAR)
    assert panes.shown == (CALENDAR,)


def test_state_comes_back_and_nonsense_is_ignored(panes: Panes, qtbot: QtBot) -> None:
    panes.toggle(TASKS)
    again = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(again)
    again.resize(1208, 700)
    again.show()
    again.restore({"wanted": ["garden"], "sizes": {"chat": "wide"}})
    assert again.shown == (CHAT, CALENDAR, TASKS)
    again.restore(panes.state())
    assert again.shown == (CHAT, CALENDAR)
