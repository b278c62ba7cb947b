"""Writes down which words each rule of understanding cannot do without (assistant/understanding/words/needed.py).

A rule is compiled when a sentence has one of them: a hundred patterns take longer to compile than to run. The words are
taken from the patterns themselves, so nothing is left to judgement: run this after a change of the rules. Without it,
the changed ones are compiled for every sentence, and all still holds.

    scripts/needed_words.py           writes the module
    scripts/needed_words.py --check   ends with 1 where it is out of date
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path
from typing import Any

from assistant.understanding.words import words_of
from assistant.understanding.words.table import Rule

ROOT = Path(__file__).resolve().parent.parent

_parser = importlib.import_module("re._parser")  # the standard library has no public parser of patterns
TARGET = ROOT / "assistant" / "understanding" / "words" / "needed.py"
_MOST = 160
_MOST_PRODUCTS = 240
_SMALL_CLASS = 14
Strings = frozenset[str]


def expansion(nodes: Any) -> Strings | None:
    """Every string that a pattern can match, where these are few."""
    made: Strings = frozenset({""})
    for node in nodes:
        one = _expanded(node)
        if one is None or len(made) * len(one) > _MOST_PRODUCTS:
            return None
        made = frozenset(left + right for left in made for right in one)
    return made


def _expanded(node: Any) -> Strings | None:
    op, value = str(node[0]), node[1]
    if op == "LITERAL":
        return frozenset({chr(value)})
    if op == "IN":
        return _letters(value)
    if op in ("AT", "ASSERT_NOT", "ASSERT"):
        return frozenset({""})
    if op == "SUBPATTERN":
        return expansion(value[-1])
    if op == "ATOMIC_GROUP":
        return expansion(value)
    if op == "BRANCH":
        parts = [expansion(branch) for branch in value[1]]
        return None if any(part is None for part in parts) else frozenset().union(*(p for p in parts if p is not None))
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[1] == 1:
        inner = expansion(value[2])
        return None if inner is None else inner | (frozenset({""}) if value[0] == 0 else frozenset())
    return None


def _letters(members: Any) -> Strings | None:
    found = [chr(value) for op, value in members if str(op) == "LITERAL"]
    return frozenset(found) if len(found) == len(members) <= _SMALL_CLASS else None


def needed(nodes: Any) -> Strings | None:
    """Strings of which every match holds one; None where there are none to tell."""
    best: Strings | None = None
    run: Strings = frozenset({""})
    for node in nodes:
        one = _expanded(node)
        if one is not None and len(run) * len(one) <= _MOST_PRODUCTS:
            run = frozenset(left + right for left in run for right in one)
            best = _better(best, needed_of(node) if str(node[0]) == "ASSERT" else None)
            continue
        best = _better(best, run)
        run = one if one is not None else frozenset({""})
        best = _better(best, needed_of(node))
    return _better(best, run)


def needed_of(node: Any) -> Strings | None:
    """As `needed`, of one piece of a pattern."""
    op, value = str(node[0]), node[1]
    if op == "SUBPATTERN":
        return needed(value[-1])
    if op == "ATOMIC_GROUP":
        return needed(value)
    if op == "ASSERT":
        return needed(value[1])
    if op == "BRANCH":
        parts = [needed(branch) for branch in value[1]]
        return None if any(part is None for part in parts) else frozenset().union(*(p for p in parts if p is not None))
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] >= 1:
        return needed(value[2])
    return None


def _better(one: Strings | None, other: Strings | None) -> Strings | None:
    fit = [strings for strings in (one, other) if strings and "" not in strings and len(_least(strings)) <= _MOST]
    return max(fit, key=lambda s: (min(map(len, s)), -len(s)), default=None)


def _least(strings: Strings) -> Strings:
    """Without those that hold another one."""
    return frozenset(s for s in strings if not any(other != s and other in s for other in strings))


def words_needed(rule: Rule) -> tuple[str, ...]:
    """The words of a rule, in order; empty where any text may match."""
    found = needed(_parser.parse(rule.regex))
    return tuple(sorted(_least(found))) if found else ()


def module() -> str:
    """The whole of the module that is written."""
    lines = [
        '"""Words that rules cannot do without, by the sum of their pattern. Written by scripts/needed_words.py."""',
        "",
        "# fmt: off",
        "NEEDED: dict[int, str] = {",
    ]
    for language in ("en", "zh"):
        for rule in words_of(language).rules:
            words = words_needed(rule)
            if words:
                lines.append(f"    {rule.sum}: {'|'.join(words)!r},")
    return "\n".join([*dict.fromkeys(lines), "}", "# fmt: on", ""])


def main() -> int:
    """Writes or checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    if parser.parse_args().check:
        if TARGET.read_text(encoding="utf-8") == module():
            return 0
        print("out of date; run scripts/needed_words.py")
        return 1
    TARGET.write_text(module(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
