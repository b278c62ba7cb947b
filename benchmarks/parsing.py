"""Understanding by rules: time a sentence, and text made to be slow."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.understanding import understand
from assistant.understanding.request import Context
from benchmarks.report import Figure, percentile
from benchmarks.storing import SENTENCES

_ROUNDS = 60
_HOSTILE = ("next " * 2000, "下周" * 5000, "1/" * 5000, "at 5 and " * 1100, "每" * 10000, "a" * 10000, "((((" * 2500)


def measure() -> list[Figure]:
    """The p99 of ordinary sentences and the worst of hostile ones."""
    zone = ZoneInfo("Europe/Berlin")
    context = Context(now=datetime(2026, 10, 14, 11, 20, tzinfo=zone), zone=zone)
    for sentence in SENTENCES:
        understand(sentence, context)
    ordinary = []
    for _round in range(_ROUNDS):
        for sentence in SENTENCES:
            began = time.perf_counter()
            understand(sentence, context)
            ordinary.append((time.perf_counter() - began) * 1000)
    hostile = []
    for text in _HOSTILE:
        began = time.perf_counter()
        understand(text[:10000], context)
        hostile.append((time.perf_counter() - began) * 1000)
    return [
        Figure("understanding a sentence by rules, p99", percentile(ordinary, 0.99), "ms", 10),
        Figure("10,000 hostile characters, the worst", max(hostile), "ms", 100),
    ]
