"""Voice memos: what becomes of the words, and of the recording."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from assistant.config.errors import Cancelled, EngineError, InputError, ModelError
from assistant.domain.cancellation import Cancellation
from assistant.services.voice_ports import HearingKind
from assistant.understanding.memos import memo_of
from tests.helpers.household import Household


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        ("Milk, eggs and bread.", ("Milk", "Eggs", "Bread")),
        ("Note to self: buy milk, eggs, and bread", ("Buy milk", "Buy eggs", "Buy bread")),
        ("Shopping list: milk and eggs", ("Milk", "Eggs")),
        ("Call mom, water the plants and pay the rent.", ("Call mom", "Water the plants", "Pay the rent")),
        ("买牛奶、鸡蛋和面包", ("买牛奶", "买鸡蛋", "买面包")),
        ("备忘：牛奶，鸡蛋，面包。", ("牛奶", "鸡蛋", "面包")),
        ("Note to self, the red folder is in the attic.", ("The red folder is in the attic",)),
        ("Anna and Bob came.", ("Anna and Bob came",)),
        ("备忘：红色的文件夹在阁楼上。", ("红色的文件夹在阁楼上",)),
    ],
)
def test_a_list_is_several_tasks_and_anything_else_is_one(said: str, titles: tuple[str, ...]) -> None:
    assert memo_of(said).titles == titles


def test_longer_speech_has_a_title_and_keeps_every_word() -> None:
    said = "I talked to Anna about the lease. She wants to renew it, but the rent goes up. Ask about parking."
    memo = memo_of(f"Memo. {said}")
    assert memo.titles == ("I talked to Anna about the lease",)
    assert memo.notes == said


@pytest.fixture
def home(tmp_path: Path) -> Household:
    return Household(folder=tmp_path)


def record(home: Household) -> Path:
    """Three seconds of speech."""
    opened = threading.Event()
    memos = home.assistant.memos
    threading.Thread(target=lambda: opened.wait(10) and memos.finish()).start()
    path = memos.record(lambda news: opened.set() if news.kind is HearingKind.LEVEL else None, Cancellation())
    assert path is not None
    return path


def titles(home: Household) -> list[str]:
    return [task.title for task in home.assistant.tasks.all()]


def test_a_recording_becomes_tasks_and_goes(home: Household) -> None:
    recording = record(home)
    assert home.assistant.memos.waiting() == (recording,)
    home.ears.reads("Milk, eggs and bread.")
    written = home.assistant.memos.write_down(recording, Cancellation())
    assert titles(home) == ["Milk", "Eggs", "Bread"]
    assert written.told == "Memo kept: 3 tasks."
    assert not recording.exists()


@pytest.mark.parametrize("error", [ModelError("model.missing", "x"), EngineError("engine.died", "x")])
def test_a_recording_stays_until_it_is_written_down(home: Household, error: EngineError) -> None:
    recording = record(home)
    home.ears.files.append(error)
    with pytest.raises(type(error)):
        home.assistant.memos.write_down(recording, Cancellation())
    home.ears.reads("")
    with pytest.raises(InputError):
        home.assistant.memos.write_down(recording, Cancellation())
    assert home.assistant.memos.waiting() == (recording,)
    home.ears.reads("The red folder is in the attic.")
    home.assistant.memos.write_down(recording, Cancellation())
    assert titles(home) == ["The red folder is in the attic"]
    assert home.assistant.memos.waiting() == ()


def test_a_microphone_that_goes_away_leaves_what_was_recorded(home: Household) -> None:
    home.ears.next.append(EngineError("microphone.lost", "x"))
    with pytest.raises(EngineError):
        home.assistant.memos.record(lambda _news: None, Cancellation())
    assert len(home.assistant.memos.waiting()) == 1


def test_a_cancelled_recording_is_gone(home: Household) -> None:
    cancel = Cancellation()
    with pytest.raises(Cancelled):
        home.assistant.memos.record(lambda news: cancel.cancel(), cancel)
    assert home.assistant.memos.waiting() == ()


def test_a_memo_that_asks_to_be_reminded_reminds(home: Household) -> None:
    written = home.assistant.memos.keep("Note to self: remind me to call the dentist tomorrow at three.")
    assert written.told == "Reminder added: call the dentist"
    assert len(home.assistant.reminders.all()) == 1
