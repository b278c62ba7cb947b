"""Heard words among those that stand there already."""

from __future__ import annotations

import pytest

from assistant.services.voice.dictation import fitted


@pytest.mark.parametrize(
    ("heard", "before", "after", "lines", "written"),
    [
        ("Buy milk.", "", "", False, "Buy milk"),
        ("Buy milk.", "", "", True, "Buy milk."),
        ("And then home.", "Work.", "", True, " And then home."),
        ("The blue one.", "I want", "", True, " the blue one."),
        ("Anna said so.", "Then ", "", True, "Anna said so."),
        ("I will.", "Then", "", True, " I will."),
        ("milk", "Buy ", "and eggs", False, "milk "),
        ("Milk.", "Buy ", ", eggs", True, "Milk"),
        ("About it.", "Ask Anna.", " Thanks.", True, " About it."),
        ("Milk.", "Buy", ".", True, " Milk"),
        ("牛奶。", "买", "", False, "牛奶"),
        ("买牛奶。", "明天", "", True, "买牛奶。"),
        ("Is it late? I think so.", "", "", False, "Is it late? I think so."),
        ("  ", "a", "b", True, ""),
    ],
)
def test_it_fits(heard: str, before: str, after: str, lines: bool, written: str) -> None:
    assert fitted(heard, before, after, lines=lines) == written
