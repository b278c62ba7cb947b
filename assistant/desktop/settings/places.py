"""Names of countries and of the places that time zones are called after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def choice(key: str, value: str) -> str:
    """How one value of ``holidays`` or ``second_zone`` reads."""
    if value == "off":
        return QCoreApplication.translate("Settings", "None")
    if value == "region":
        return QCoreApplication.translate("Settings", "As in your region")
    return country(value) if key == "holidays" else place(value)


def country(code: str) -> str:
    """The country's own name for itself, which needs no translation: Deutschland, 中国."""
    named = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(code)).nativeTerritoryName()
    return {"CN": "中国", "HK": "香港", "MO": "澳門", "TW": "台灣", "SG": "Singapore", "IN": "India"}.get(
        code, named or code
    )


def place(zone: str) -> str:
    """``Berlin`` of ``Europe/Berlin``."""
    if zone == "UTC":
        return QCoreApplication.translate("Settings", "World time (UTC)")
    return zone.rpartition("/")[2].replace("_", " ")
