"""From text to a stored item by rules alone, inside the process, on a real database file."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from benchmarks.report import Figure, median, percentile

_COUNT = 200
SENTENCES = (
    "Remind me to call the dentist tomorrow at 3pm",
    "Lunch with Anna on Friday at noon at the harbour",
    "下周二上午十点和王总开会，地点在会议室A",
    "Team meeting every Monday at 9",
    "明天下午三点提醒我交房租",
)


def measure() -> list[Figure]:
    """The time of `handle` for requests that the rules are sure of."""
    with tempfile.TemporaryDirectory() as name:
        paths = Paths.profile(Path(name))
        paths.ensure()
        assistant = build(paths, Settings(None))
        try:
            for sentence in SENTENCES:
                assistant.conversation.handle(sentence, rules_only=True, keep=True)
            took = []
            for number in range(_COUNT):
                sentence = SENTENCES[number % len(SENTENCES)]
                began = time.perf_counter()
                reply = assistant.conversation.handle(sentence, rules_only=True, keep=True)
                took.append((time.perf_counter() - began) * 1000)
                if not reply.receipts:
                    raise RuntimeError(f"not stored: {sentence}: {reply.text}")
        finally:
            assistant.close()
    return [
        Figure(
            "text to stored item by rules, p95",
            percentile(took, 0.95),
            "ms",
            20,
            detail=f"median {median(took):.1f} ms over {_COUNT} requests, each synced to disk",
        )
    ]
