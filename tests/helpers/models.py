"""The real small model for tests: fetched once into a folder that outlives the tests."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.config.connections import ConnectionLedger
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.models.library import LocalModelLibrary
from assistant.services.model_ports import ModelRecord


def shared_models() -> Path:
    """Where models for tests are kept: ``ASSISTANT_TEST_MODELS``, else a folder in the cache."""
    named = os.environ.get("ASSISTANT_TEST_MODELS")
    return Path(named) if named else Path.home() / ".cache" / "assistant-tests" / "models"


def test_library(folder: Path) -> LocalModelLibrary:
    """The real library over the shared models; all else of the profile lies in `folder`."""
    paths = replace(Paths.profile(folder), models=shared_models())
    return LocalModelLibrary(paths, Settings(None), ConnectionLedger())


test_library.__test__ = False


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> ModelRecord:
    """The tiny model, on disk and verified."""
    shared_models().mkdir(parents=True, exist_ok=True)
    return test_library(tmp_path_factory.mktemp("library")).pull("tiny", lambda _progress: None, Cancellation())
