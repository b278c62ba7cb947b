from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.services.doctor import Health
from tests.helpers.clock import FakeClock
from tests.helpers.household import Household


def found(home: Household) -> dict[str, Health]:
    return {one.name: one.health for one in home.assistant.doctor.examine(thorough=True)}


def test_a_sound_profile_is_ok(tmp_path: Path) -> None:
    home = Household(folder=tmp_path)
    home.assistant.paths.ensure()
    assert set(found(home).values()) <= {Health.OK, Health.WARNING}
    assert found(home)["model"] is Health.OK
    assert found(home)["folder.data"] is Health.OK


def test_a_missing_model_is_a_warning_that_says_how_to_get_it(tmp_path: Path) -> None:
    home = Household(folder=tmp_path, model_installed=False)
    home.assistant.paths.ensure()
    texts = {one.name: one for one in home.assistant.doctor.examine()}
    assert texts["model"].health is Health.WARNING
    assert "models pull starter" in texts["model"].text


def test_a_folder_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    home = Household(folder=tmp_path / "gone")
    assert found(home)["folder.data"] is Health.PROBLEM
    assert found(home)["disk"] is Health.PROBLEM


def test_a_clock_that_is_years_off_is_a_problem(tmp_path: Path) -> None:
    home = Household(folder=tmp_path, clock=FakeClock(datetime(1980, 1, 1, tzinfo=UTC), ZoneInfo("Europe/Berlin")))
    home.assistant.paths.ensure()
    assert found(home)["clock"] is Health.PROBLEM


def test_damaged_settings_are_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Household(folder=tmp_path)
    home.assistant.paths.ensure()
    monkeypatch.setattr(home.settings, "problems", ["The setting theme cannot be 7; 'system' is used."])
    assert found(home)["settings"] is Health.WARNING
