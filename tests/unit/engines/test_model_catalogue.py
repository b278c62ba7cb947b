"""The catalogue that comes with the program, and the ledger of connections."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.config.connections import Connection, ConnectionLedger
from assistant.engines.models import catalogue


def test_the_catalogue_is_sound() -> None:
    entries = catalogue.load()
    names = [entry.name for entry in entries]
    assert len(set(names)) == len(names)
    assert {"tiny", "small", "starter", "ears-base", "ears-tiny-en", "mouth-joe", "mouth-kokoro"} <= set(names)
    assert sorted(entry.kind for entry in entries if entry.recommended) == sorted(catalogue.KINDS), "one of each kind"
    assert [entry.name for entry in entries if entry.for_tests] == ["tiny"]
    for entry in entries:
        assert entry.licence
        assert entry.languages
        assert entry.memory > entry.size // 2
        if entry.packages:
            assert all(len(file.sha256) == 64 and file.member for file in entry.files)
            assert all("==" in package for package in entry.packages)


def test_a_mistake_in_the_catalogue_is_a_bug(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    sound = (
        '[[model]]\nname="a"\ntitle="A"\nkind="KIND"\nlicence="MIT"\nlanguages=["en"]\nmemory=1\n'
        'HUB\n[[model.files]]\nname="a.gguf"\nsize=1\n'
    )
    hub = 'hub={repo="a/b",file="c"}'
    path.write_text(sound.replace("KIND", "llm").replace("HUB", hub))
    assert catalogue.load(path)[0].source == "a/b"
    for wrong in (sound.replace("KIND", "nose").replace("HUB", hub), sound.replace("KIND", "llm").replace("HUB", "")):
        path.write_text(wrong)
        with pytest.raises(ValueError, match=r"no such kind|no source"):
            catalogue.load(path)


def test_connections_are_remembered_and_told() -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    ledger = ConnectionLedger(lambda: at)
    told: list[Connection] = []
    ledger.record("first.example", "a test")
    ledger.subscribe(told.append)
    ledger.record("second.example", "a test")
    assert ledger.count == 2
    assert ledger.all() == (Connection("first.example", "a test", at), Connection("second.example", "a test", at))
    assert told == [Connection("second.example", "a test", at)]
