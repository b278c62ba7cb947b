"""Holidays and lunar dates: known days, and the settings and regions that choose them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.config.settings import HOLIDAYS_OF, Settings
from assistant.services.calendar.almanac import Almanac, DayNote, almanac_for
from assistant.services.wording.region import Region, week_start


def test_holidays_of_a_country_in_the_readers_language() -> None:
    unity = date(2026, 10, 3)
    assert Almanac("DE").notes([unity, date(2026, 10, 4)]) == {unity: DayNote(holiday="German Unity Day")}
    assert Almanac("CN", chinese=True).notes([date(2026, 10, 1)])[date(2026, 10, 1)].holiday == "国庆节"
    made_up = Almanac("CN", chinese=True).notes([date(2026, 10, 6)])[date(2026, 10, 6)]
    assert "（" in made_up.holiday
    assert made_up.short == "休息日"


@pytest.mark.parametrize(
    ("day", "said", "festive"),
    [
        (date(2026, 10, 10), "九月", False),
        (date(2026, 10, 11), "初二", False),
        (date(2026, 10, 18), "重阳节", True),
        (date(2026, 10, 23), "霜降", True),
        (date(2026, 2, 17), "春节", True),
        (date(2025, 7, 25), "闰六月", False),
    ],
)
def test_lunar_dates(day: date, said: str, festive: bool) -> None:
    assert Almanac(lunar=True).notes([day]) == {day: DayNote(lunar=said, festive=festive)}


def test_every_country_on_offer_is_known() -> None:
    for country in HOLIDAYS_OF[2:]:
        # Two years: a country at war may keep none.
        days = [date(year, month, day) for year in (2021, 2026) for month in range(1, 13) for day in range(1, 29)]
        assert Almanac(country).notes(days), country


def test_settings_and_region_choose() -> None:
    settings, austria = Settings(None), Region("de", "AT")
    assert almanac_for(settings, austria, chinese=False).silent
    assert almanac_for(settings, austria, chinese=True).lunar
    settings.set("holidays", "region")
    assert almanac_for(settings, austria, chinese=False) == Almanac("AT")
    assert almanac_for(settings, Region(), chinese=False).silent
    settings.set("holidays", "JP")
    settings.set("lunar_dates", "on")
    assert almanac_for(settings, austria, chinese=False) == Almanac("JP", lunar=True)


@pytest.mark.parametrize(("country", "first"), [("", 0), ("US", 6), ("GB", 0), ("CN", 0), ("AE", 5)])
def test_weeks_begin_as_the_region_has_it(country: str, first: int) -> None:
    settings = Settings(None)
    assert week_start(settings, Region("en", country)) == first
    settings.set("first_day", "monday")
    assert week_start(settings, Region("en", country)) == 0
