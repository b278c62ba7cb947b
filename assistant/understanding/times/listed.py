"""Hours in a list, of which only the first is said to be one: "at 10, 12 and 3"."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.times.model import Grain
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Clock

_BETWEEN = ("comma", "and", "or")
_KEEPS = (*_BETWEEN, "on", "date", "when", "repeat")
_BEHIND = ("comma", "and", "to", "date", "when", "repeat", "remind", "approx", "on")
_ASKING = ("remind", "wake", "ping", "alert")
_HOURS = range(1, 24)


def hours_in_lists(tokens: list[Token]) -> list[Token]:
    """Makes clock times of the numbers that go on with a full hour; what is counted ("at 3 and 5 people") is none."""
    out = list(tokens)
    full = False
    for index, word in enumerate(out):
        if word.kind == "clock":
            full = word.value.grain is Grain.hour
            continue
        if word.kind == "num" and full and _goes_on(out, index):
            clock = Clock(word.value, 0, None, word.value > 12, Grain.hour)
            out[index] = replace(word, kind="clock", value=clock)
        elif word.kind not in _KEEPS:
            full = False
    return out


def _goes_on(tokens: list[Token], index: int) -> bool:
    word = tokens[index]
    hour = isinstance(word.value, int) and word.value in _HOURS and tokens[index - 1].kind in _BETWEEN
    if not hour or index + 1 == len(tokens):
        return hour
    return tokens[index + 1].kind in _BEHIND or tokens[index + 1].text in _ASKING
