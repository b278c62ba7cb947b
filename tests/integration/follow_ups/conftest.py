"""A household on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.config.paths import Paths
from assistant.store import open_store
from tests.helpers.clock import FakeClock
from tests.helpers.household import Household


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Household]:
    paths = Paths.profile(tmp_path / "profile")
    paths.ensure()
    clock = FakeClock()
    store = open_store(paths, clock)
    yield Household(clock=clock, store=store, model_installed=False)
    store.close()
