"""Makes written text fit to be spoken: nobody wants to hear an asterisk, a link letter by letter, or a colon."""

from __future__ import annotations

import re
import unicodedata

from assistant.aloud.en import english
from assistant.aloud.zh import chinese

_CODE = re.compile(r"```.*?(?:```|$)", re.DOTALL)
_INLINE = re.compile(r"`([^`\n]*)`")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)(?:www\.)?([\w.-]+\w)[^\s，。；、）)】]*", re.IGNORECASE)
_MAIL = re.compile(r"\b[\w.+-]+@([\w-]+\.[\w.-]*\w)")
_HEADING = re.compile(r"(?m)^\s{0,3}#{1,6}\s*")
_ITEM = re.compile(r"(?m)^\s*(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]\]\s*)?")
_QUOTE = re.compile(r"(?m)^\s*>\s?")
_RULE = re.compile(r"(?m)^\s*(?:[-*_]\s*){3,}$|^\s*\|?\s*:?-{2,}.*$")
_STRONG = re.compile(r"(\*\*|__|\*|(?<!\w)_|~~)(?=\S)(.+?)(?<=\S)\1")
_HTML = re.compile(r"</?[a-zA-Z][^>]*>")
_CELL = re.compile(r"\s*\|\s*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_SPACES = re.compile(r"[ \t]+")


def language_of(text: str, likely: str = "en") -> str:
    """Of a sentence: "zh" where it holds Chinese, "en" where it holds words in Latin letters, else `likely`."""
    if _HAN.search(text):
        return "zh"
    return "en" if _LATIN.search(text) else likely


def aloud(text: str, language: str) -> str:
    """A sentence as it is to be spoken; empty where there is nothing to say.

    Args:
        text: Written, perhaps with Markdown.
        language: "en" or "zh": how numbers, times and dates are read.
    """
    text = _CODE.sub(" ", text)
    text = _INLINE.sub(r"\1", text)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(lambda found: _place(found[1], language), text)
    text = _MAIL.sub(lambda found: _mail(found[1], language), text)
    text = _RULE.sub("", text)
    text = _HEADING.sub("", text)
    text = _QUOTE.sub("", text)
    text = _ITEM.sub("", text)
    text = _HTML.sub(" ", text)
    for _ in range(2):
        text = _STRONG.sub(r"\2", text)
    text = _CELL.sub(", " if language == "en" else "，", text)
    text = "".join(char for char in text if not _picture(char))
    text = english(text) if language == "en" else chinese(text)
    text = _SPACES.sub(" ", text).replace("\n", " ").strip(" ,，")
    return text if any(char.isalnum() for char in text) else ""


def _place(host: str, language: str) -> str:
    return f"a link to {host}" if language == "en" else f"{host}的链接"


def _mail(host: str, language: str) -> str:
    return f"an address at {host}" if language == "en" else f"{host}的邮箱"


def _picture(char: str) -> bool:
    """Emoji and other signs that are looked at."""
    if char in "°%&+=<>$£¥€@#*~^|→×":
        return False
    code = ord(char)
    return unicodedata.category(char) in ("So", "Cs", "Co", "Sk", "Cf") or 0xFE00 <= code <= 0xFE0F
