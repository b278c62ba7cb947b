"""What a reader's region and settings say about clocks, dates and weeks. Pure, but for the environment it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.config.settings import Settings
from assistant.services.wording.times import Language, Wording

_TWELVE_HOURS = frozenset({"US", "CA", "AU", "NZ", "IN", "PH", "PK", "EG", "MX", "CO", "MY"})
_MONTH_FIRST = frozenset({"US", "PH"})
_SUNDAY_FIRST = frozenset(
    {"US", "CA", "MX", "BR", "AR", "CO", "PE", "VE", "JP", "KR", "TW", "HK", "IN", "PH", "TH", "IL", "ZA", "SA", "SG"}
)
_SATURDAY_FIRST = frozenset({"AE", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY"})


@dataclass(frozen=True, slots=True)
class Region:
    """Language and country of the system; empty where it names none."""

    language: str = ""
    country: str = ""

    @classmethod
    def of_environment(cls, environ: Mapping[str, str]) -> Region:
        """Reads LC_ALL, LC_TIME and LANG, in the order that the C library gives them."""
        for name in ("LC_ALL", "LC_TIME", "LANG"):
            value = environ.get(name, "").split(".")[0].split("@")[0]
            if value and value not in ("C", "POSIX"):
                language, _, country = value.partition("_")
                return cls(language.lower(), country.upper())
        return cls()


def reader_language(settings: Settings, region: Region) -> Language:
    """The language of the interface."""
    chosen = settings.text("language")
    if chosen in ("en", "zh"):
        return "zh" if chosen == "zh" else "en"
    return "zh" if region.language == "zh" else "en"


def wording_for(settings: Settings, region: Region, language: str | None = None) -> Wording:
    """The wording for this reader, in `language` ("en", "zh") or that of the interface."""
    told: Language = ("zh" if language == "zh" else "en") if language else reader_language(settings, region)
    clock, order = settings.text("clock"), settings.text("date_order")
    twelve = region.country in _TWELVE_HOURS and told == "en"
    return Wording(
        language=told,
        clock24=clock == "24" or (clock == "region" and not twelve),
        day_first=order == "day-first" or (order == "region" and region.country not in _MONTH_FIRST),
    )


def day_first(settings: Settings, region: Region) -> bool:
    """How 3/4 is read: true for the third of April. Where nothing is known it is the fourth of March."""
    order = settings.text("date_order")
    if order != "region":
        return order == "day-first"
    return bool(region.country) and region.country not in _MONTH_FIRST and region.language != "zh"


def week_start(settings: Settings, region: Region) -> int:
    """First day of the week, 0 is Monday: what the person chose, else what is usual in the region."""
    chosen = settings.text("first_day")
    if chosen == "region":
        return 6 if region.country in _SUNDAY_FIRST else 5 if region.country in _SATURDAY_FIRST else 0
    return {"sunday": 6, "saturday": 5}.get(chosen, 0)
