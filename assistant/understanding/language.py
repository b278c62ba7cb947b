"""Which language a text is in, by its script."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")


def detect(text: str) -> str:
    """Gives "zh" or "en": two Chinese characters weigh as much as a Latin word."""
    han = len(_HAN.findall(text))
    if not han:
        return "en"
    latin = len(_LATIN.findall(text))
    if not latin:
        return "zh"
    return "zh" if han >= 2 * latin else "en"
