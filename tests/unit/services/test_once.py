"""What is made once for all threads."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from assistant.services.once import Once

ASKING = 8


class Maker:
    """Makes an engine slowly: every thread has asked before the first one has it."""

    def __init__(self) -> None:
        self.asked = threading.Barrier(ASKING)
        self.made = 0

    @Once
    def engine(self) -> object:
        """What must not be there twice."""
        self.made += 1
        threading.Event().wait(0.05)
        return object()

    def ask(self) -> object:
        """Together with the others."""
        self.asked.wait(10)
        return self.engine


def test_threads_that_ask_at_the_same_time_get_the_same() -> None:
    maker = Maker()
    with ThreadPoolExecutor(ASKING) as threads:
        engines = [future.result() for future in [threads.submit(maker.ask) for _ in range(ASKING)]]
    assert maker.made == 1
    assert len(set(map(id, engines))) == 1
    assert Maker().engine is not maker.engine
