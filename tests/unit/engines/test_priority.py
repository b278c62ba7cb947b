"""Heavy work steps back."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.engines.priority import step_back

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads have priorities of their own")


def priority() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def test_a_thread_steps_back_with_those_it_starts_and_no_others() -> None:
    usual = priority()
    with ThreadPoolExecutor(1, initializer=step_back) as worker:
        assert worker.submit(priority).result() > usual
        started = worker.submit(lambda: ThreadPoolExecutor(1).submit(priority).result()).result()
    assert started > usual
    assert priority() == usual
