"""The real small model, and files that look like one."""

from __future__ import annotations

import pytest

from tests.helpers.gguf_files import SMALL, gguf
from tests.helpers.models import tiny_model

__all__ = ["small_gguf", "tiny_model"]


@pytest.fixture
def small_gguf() -> bytes:
    """A sound header with a little data."""
    return gguf(SMALL)
