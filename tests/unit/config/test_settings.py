"""Settings survive everything a file can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config.errors import AssistantError, InputError
from assistant.config.settings import DECLARED, Settings


def test_defaults_fit_their_own_declarations() -> None:
    assert all(setting.accepts(setting.default) for setting in DECLARED)
    assert len({setting.key for setting in DECLARED}) == len(DECLARED)


def test_a_value_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    told: list[str] = []
    settings = Settings(path)
    settings.subscribe(told.append)
    settings.set("theme", "dark")
    assert told == ["theme"]
    assert Settings(path).text("theme") == "dark"


@pytest.mark.parametrize(
    ("key", "value"),
    [("theme", "pink"), ("text_size", 101), ("model_idle_minutes", -1), ("reduce_motion", 1), ("no_such", True)]
    + [("gpu_layers", value) for value in ("many", "-1", "1001")],
)
def test_what_is_refused(key: str, value: object) -> None:
    settings = Settings(None)
    with pytest.raises(InputError, match="cannot be"):
        settings.set(key, value)


def test_a_bad_value_falls_back_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\ntext_size = 115\nfrom_the_future = [1, 2]\n', encoding="utf-8")
    settings = Settings(path)
    assert settings.text("theme") == "system"
    assert settings.number("text_size") == 115
    assert len(settings.problems) == 1
    settings.set("theme", "light")
    assert "from_the_future" in path.read_text(encoding="utf-8"), "what a newer version wrote is kept"


def test_a_file_nobody_can_read_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe = broken")
    settings = Settings(path)
    assert settings.problems
    assert settings.text("language") == "system"
    settings.set("language", "zh")
    assert path.with_suffix(".damaged").read_bytes() == b"\xff\xfe = broken"
    assert Settings(path).text("language") == "zh"


def test_an_unwritable_place_is_told_and_the_value_holds(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    settings = Settings(blocked / "settings.toml")
    with pytest.raises(AssistantError) as caught:
        settings.set("theme", "dark")
    assert caught.value.code == "settings.unwritable"
    assert settings.text("theme") == "dark"
