"""The project's own labelled sentences, judged as `make eval` judges them."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
SENTENCES = ROOT / "tests" / "data" / "requests.jsonl"


@pytest.fixture(scope="module")
def evaluate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", ROOT / "scripts" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_rules_reach_the_bar(evaluate: ModuleType) -> None:
    tally = evaluate.measure(SENTENCES)
    assert tally.exact["all"] / tally.total["all"] >= 0.93, "\n".join(tally.wrong)
    assert tally.wrong_writes == 0, "\n".join(tally.wrong)


def test_the_set_is_broad_enough() -> None:
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    firsts = Counter(row["expect"][0]["intent"][0] for row in rows)
    talk = sum(firsts[name] for name in ("chat", "write", "translate", "summarize", "classify", "search"))
    assert len(rows) >= 600
    assert len({row["text"] for row in rows}) == len(rows)
    assert len(firsts) == 20
    assert talk >= len(rows) / 4


def test_a_wrong_title_is_noticed(evaluate: ModuleType) -> None:
    row = {
        "text": "Remind me to call Bo at 5pm",
        "now": "2026-05-13T10:20:00+02:00",
        "timezone": "Europe/Berlin",
        "expect": [{"intent": ["create_reminder"], "title": ["call Ann"], "start": ["2026-05-13T18:00"]}],
    }
    wrong, _ = evaluate.judge(row)
    assert wrong == ["start", "title"]
