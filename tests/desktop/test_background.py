"""Work leaves the GUI thread and comes home to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from assistant.config.errors import AssistantError, Cancelled
from assistant.desktop.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_home(background: Background, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []
    background.run(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
        lane="store",
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("store")
    assert seen[0][1] == threading.main_thread().name


def test_jobs_of_a_lane_keep_their_order(background: Background, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(50):
        background.run(lambda n=number: n, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_an_error_goes_to_its_handler_or_to_the_signal(background: Background, qtbot: QtBot) -> None:
    def fail() -> None:
        raise AssistantError("store.full", "The disk is full.")

    handled: list[AssistantError] = []
    background.run(fail, failed=handled.append)
    with qtbot.waitSignal(background.failed) as signal:
        background.run(fail)
    assert signal.args[0].code == "store.full"
    assert [error.code for error in handled] == ["store.full"]


@pytest.mark.allow_log
def test_a_bug_is_told_as_one(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.crashed) as signal:
        background.run(lambda: 1 / 0)
    assert isinstance(signal.args[0], ZeroDivisionError)


def test_being_cancelled_is_silent(background: Background, qtbot: QtBot) -> None:
    def cancelled() -> None:
        raise Cancelled

    told: list[object] = []
    background.failed.connect(told.append)
    done: list[bool] = []
    background.run(cancelled)
    background.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: done == [True])
    assert told == []


def test_nothing_is_called_on_an_owner_that_is_gone(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    owner = QObject()
    called: list[object] = []
    finished: list[bool] = []
    background.run(gate.wait, called.append, owner=owner)
    background.run(lambda: True, finished.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: finished == [True])
    assert called == []


def test_five_thousand_signals_leave_python_alive(background: Background, qtbot: QtBot) -> None:
    """Some releases of the binding abort the interpreter after a few hundred emissions."""
    seen: list[int] = []
    for number in range(5000):
        background.run(lambda n=number: n, seen.append, lane="many")
    qtbot.waitUntil(lambda: len(seen) == 5000, timeout=30000)
    assert seen[-1] == 4999
