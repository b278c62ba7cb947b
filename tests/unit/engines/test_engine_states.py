"""Evaluated prompts on disk: whole or not at all, the least used leave first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.engines.llm.common import shared
from assistant.engines.llm.states import StateStore

TOKENS = [1, 2, 3, 40000]


def test_what_was_saved_is_loaded_by_another_store(tmp_path: Path) -> None:
    StateStore(tmp_path / "states", "model").save(TOKENS, b"state" * 100)
    assert StateStore(tmp_path / "states", "model").load(TOKENS) == b"state" * 100
    assert [path.suffix for path in (tmp_path / "states").iterdir()] == [".state"]


def test_other_tokens_and_other_models_have_nothing(tmp_path: Path) -> None:
    store = StateStore(tmp_path, "model")
    store.save(TOKENS, b"state")
    assert store.load(TOKENS[:-1]) is None
    assert StateStore(tmp_path, "other model").load(TOKENS) is None


@pytest.mark.parametrize("at", [0, 5, 9, 14, 25, -1])
def test_a_damaged_file_is_thrown_away(tmp_path: Path, at: int) -> None:
    store = StateStore(tmp_path, "model")
    store.save(TOKENS, b"state" * 100)
    path = store.path(TOKENS)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert store.load(TOKENS) is None
    assert not path.exists()


def test_a_torn_file_is_thrown_away(tmp_path: Path) -> None:
    store = StateStore(tmp_path, "model")
    store.save(TOKENS, b"state" * 100)
    whole = store.path(TOKENS).read_bytes()
    for length in (0, 10, 30, len(whole) - 1):
        store.path(TOKENS).write_bytes(whole[:length])
        assert store.load(TOKENS) is None
        assert not store.path(TOKENS).exists()


def test_the_folder_stays_below_its_cap_and_the_least_used_leave_first(tmp_path: Path) -> None:
    store = StateStore(tmp_path, "model", cap=3500)
    for number in range(3):
        store.save([number], b"x" * 1000)
        os.utime(store.path([number]), ns=(number, number))
    assert store.load([0]) is not None  # used again, so 1 is the oldest now
    store.save([3], b"x" * 1000)
    assert [store.path([number]).exists() for number in range(4)] == [True, False, True, True]


def test_a_state_larger_than_the_cap_is_not_kept(tmp_path: Path) -> None:
    store = StateStore(tmp_path, "model", cap=100)
    store.save(TOKENS, b"x" * 101)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_used_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = StateStore(tmp_path / "file", "model")
    store.save(TOKENS, b"state")
    assert store.load(TOKENS) is None


def test_shared_beginnings() -> None:
    assert shared([1, 2, 3], [1, 2, 4]) == 2
    assert shared([1, 2], [1, 2, 3]) == 2
    assert shared([], [1]) == 0
