"""What the calendar knows about a day besides what is on it: public holidays and the Chinese lunar date.

Both come from libraries that load at the first need. Nothing here touches the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import import_module

from assistant.config.settings import Settings
from assistant.services.wording.region import Region

_LUNAR_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class DayNote:
    """What is said about a day beside its number.

    Attributes:
        holiday: Name of the public holiday; empty where there is none.
        lunar: The lunar day, the month on its first day, a solar term or a festival; empty where it is not wanted.
        festive: True where `lunar` is a festival or a solar term.
    """

    holiday: str = ""
    lunar: str = ""
    festive: bool = False

    @property
    def short(self) -> str:
        """The one thing to show where there is room for one, without what the holiday makes up for."""
        return self.holiday.partition("（")[0].partition(" (")[0] or self.lunar


@dataclass(frozen=True, slots=True)
class Almanac:
    """Which notes a reader wants.

    Attributes:
        country: Two letters; empty for no holidays.
        lunar: With lunar dates.
        chinese: Names of holidays in Chinese where there are any, else in English.
    """

    country: str = ""
    lunar: bool = False
    chinese: bool = False

    @property
    def silent(self) -> bool:
        """True where no day has a note."""
        return not self.country and not self.lunar

    def notes(self, days: Iterable[date]) -> dict[date, DayNote]:
        """The notes of these days; days without one are missing. Blocks while a library loads."""
        found = {}
        for day in days:
            said, festive = lunar_note(day) if self.lunar else ("", False)
            holiday = _holidays(self.country, day.year, chinese=self.chinese).get(day, "") if self.country else ""
            if said or holiday:
                found[day] = DayNote(holiday, said, festive)
        return found


def almanac_for(settings: Settings, region: Region, *, chinese: bool) -> Almanac:
    """What the settings ask for; ``region`` means the country of the system, where it has one that is known."""
    chosen, lunar = settings.text("holidays"), settings.text("lunar_dates")
    country = "" if chosen == "off" else region.country if chosen == "region" else chosen
    return Almanac(country, lunar == "on" or (lunar == "auto" and chinese), chinese)


@lru_cache(maxsize=64)
def _holidays(country: str, year: int, *, chinese: bool) -> dict[date, str]:
    holidays = import_module("holidays")
    if country not in holidays.list_supported_countries():
        return {}
    known = holidays.list_localized_countries().get(country, [])
    wanted = ("zh_CN", "zh_TW", "zh_HK") if chinese else ("en_US", "en_GB", "en")
    language = next((name for name in known if name.startswith(wanted)), None)
    return dict(holidays.country_holidays(country, years=year, language=language))


@lru_cache(maxsize=4096)
def lunar_note(day: date) -> tuple[str, bool]:
    """A festival or solar term (and True), else the lunar month on its first day, else the lunar day."""
    if day.year not in _LUNAR_YEARS:
        return "", False
    lunar = import_module("lunar_python").Solar.fromYmd(day.year, day.month, day.day).getLunar()
    festivals = lunar.getFestivals()
    special = festivals[0] if festivals else lunar.getJieQi()
    if special:
        return special, True
    if lunar.getDay() == 1:
        return f"{lunar.getMonthInChinese()}月", False
    return lunar.getDayInChinese(), False
