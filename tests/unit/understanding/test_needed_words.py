"""The words that rules cannot do without: a rule that is left out because of them could not have matched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.understanding.clause import mask_of
from assistant.understanding.clean import clean
from assistant.understanding.words import words_of
from assistant.understanding.words.needed import NEEDED

ROOT = Path(__file__).resolve().parents[3]
SENTENCES = [
    json.loads(line)["text"]
    for line in (ROOT / "tests" / "data" / "requests.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_they_are_those_of_the_rules_as_they_stand() -> None:
    checked = subprocess.run([sys.executable, ROOT / "scripts" / "needed_words.py", "--check"], check=False)
    assert checked.returncode == 0, "run scripts/needed_words.py"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_matches_has_one_of_them(language: str) -> None:
    table = words_of(language)
    masks = [mask_of(clean(text, (table,)), ()) for text in SENTENCES]
    for rule in table.rules:
        needed = NEEDED.get(rule.sum, "").split("|")
        for mask in masks:
            if rule.pattern.search(mask):
                assert any(word in mask for word in needed), (rule.name, mask)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rules_that_may_match_have_one_of_them_or_need_none(language: str) -> None:
    table = words_of(language)
    for text in SENTENCES[::7]:
        mask = mask_of(clean(text, (table,)), ())
        possible = [
            rule
            for rule in table.rules
            if rule.sum not in NEEDED or any(word in mask for word in NEEDED[rule.sum].split("|"))
        ]
        assert table.rules.that_may_match(mask) == possible


@pytest.mark.parametrize("language", ["en", "zh"])
def test_most_rules_have_some(language: str) -> None:
    rules = words_of(language).rules
    assert sum(rule.sum in NEEDED for rule in rules) > 0.95 * len(rules)
