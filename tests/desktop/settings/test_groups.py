"""Every declared setting has one place, a name, and words for its values."""

from __future__ import annotations

import pytest

from assistant.config.settings import DECLARED, Setting
from assistant.desktop.icons import pixmap
from assistant.desktop.settings import texts
from assistant.desktop.settings.groups import CARDS, ICONS, GroupName, keys_of
from assistant.desktop.settings.model_row import Fit, bytes_told, fit_of


def test_every_setting_stands_in_exactly_one_place() -> None:
    placed = [key for group in GroupName for key in keys_of(group)]
    assert sorted(placed) == sorted(setting.key for setting in DECLARED)


@pytest.mark.parametrize("setting", DECLARED, ids=lambda setting: setting.key)
def test_every_setting_has_words(setting: Setting) -> None:
    assert texts.title(setting.key)
    assert isinstance(texts.help_line(setting.key), str)
    for value in setting.choices:
        told = texts.choice(setting.key, value)
        assert told
        assert told != str(value), "a person reads words, not keys"


@pytest.mark.usefixtures("themed")
def test_every_group_has_a_name_an_icon_and_headings() -> None:
    for group in GroupName:
        assert texts.group_title(group)
        assert not pixmap(ICONS[group]).isNull()
        assert all(texts.card_title(card.name) for card in CARDS[group])


@pytest.mark.parametrize(
    ("needed", "free", "fit"),
    [
        (39, 100, Fit.EASILY),
        (40, 100, Fit.WELL),
        (69, 100, Fit.WELL),
        (70, 100, Fit.TIGHT),
        (94, 100, Fit.TIGHT),
        (95, 100, Fit.TOO_LARGE),
        (0, 100, Fit.UNKNOWN),
        (5, 0, Fit.UNKNOWN),
    ],
)
def test_advice_in_words(needed: int, free: int, fit: Fit) -> None:
    assert fit_of(needed, free) is fit


def test_sizes_read_well() -> None:
    assert [bytes_told(n) for n in (491_400_064, 999_999_999, 1_117_320_768)] == ["491 MB", "999 MB", "1.1 GB"]
