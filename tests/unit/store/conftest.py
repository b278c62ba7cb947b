from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.config.paths import Paths
from assistant.services.ports import Store
from assistant.store import open_store
from tests.helpers.fake_store import FakeStore
from tests.helpers.store_values import StillClock


@pytest.fixture(params=["real", "fake"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each test that takes this runs against both stores: what one promises the other keeps."""
    opened: Store = open_store(Paths.profile(tmp_path), StillClock()) if request.param == "real" else FakeStore()
    yield opened
    opened.close()
