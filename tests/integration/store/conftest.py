from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config.paths import Paths
from tests.helpers.store_values import StillClock


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A profile in a folder of its own."""
    return Paths.profile(tmp_path / "profile")


@pytest.fixture
def clock() -> StillClock:
    return StillClock()
