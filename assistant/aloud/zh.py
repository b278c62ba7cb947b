"""Times, dates, numbers and signs as Mandarin says them: every number becomes characters."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})[T ]?")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?=\s*年)")
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：][0-5]\d)?(?![\d:])")
_RANGE = re.compile(r"(?<=[\d点分半日号月])\s*[–—~～-]\s*(?=[\d零一二三四五六七八九十])")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_MONEY = re.compile(r"([$£€¥￥])\s?(\d+(?:\.\d+)?)")
_COINS = {"$": "美元", "£": "英镑", "€": "欧元", "¥": "元", "￥": "元"}
_DEGREES = re.compile(r"(-?\d+(?:\.\d+)?)\s*°\s*C?")
_LONG = re.compile(r"\d{7,}")
_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?")
_TWO = re.compile(r"(?<![\d十百千万零点])二(?=[个点件条项次天周位名小张只种份分]|小时)(?!点[一二三四五六七八九零])")
_SIGNS = (
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
    (re.compile(r"\s*→\s*"), "到"),
    (re.compile(r"\s*&\s*"), "和"),
    (re.compile(r"[*_~^|<>#]"), " "),
)


def chinese(text: str) -> str:
    """Replaces what a Mandarin voice would stumble over."""
    for sign, words in _SIGNS:
        text = sign.sub(words, text)
    text = _ISO.sub(lambda found: f"{found[1]}年{int(found[2])}月{int(found[3])}日", text)
    text = _YEAR.sub(lambda found: digits(found[1]), text)
    text = _CLOCK.sub(lambda found: _clock(int(found[1]), int(found[2])), text)
    text = _RANGE.sub("到", text)
    text = _PERCENT.sub(lambda found: f"百分之{_decimal(found[1])}", text)
    text = _MONEY.sub(lambda found: f"{_decimal(found[2])}{_COINS[found[1]]}", text)
    text = _DEGREES.sub(lambda found: f"{_decimal(found[1])}度", text)
    text = _LONG.sub(lambda found: digits(found[0]), text)
    text = _NUMBER.sub(lambda found: _decimal(found[0]), text)
    return _TWO.sub("两", text)


def digits(number: str) -> str:
    """One by one, as in years and telephone numbers."""
    return "".join(_DIGITS[int(char)] for char in number)


def counted(number: int) -> str:
    """A whole number below 10^16: 105 is 一百零五."""
    if number == 0:
        return _DIGITS[0]
    groups: list[str] = []
    place = 0
    while number:
        number, group = divmod(number, 10_000)
        if group:
            lead = _DIGITS[0] if number and group < 1000 else ""
            groups.append(lead + _group(group) + _GROUPS[place])
        place += 1
    text = "".join(reversed(groups))
    return text[1:] if text.startswith("一十") else text


def _group(number: int) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += (_DIGITS[0] if gap and text else "") + _DIGITS[digit] + _UNITS[place]
        gap = digit == 0
    return text


def _decimal(written: str) -> str:
    minus = "负" if written.startswith("-") else ""
    whole, _, part = written.lstrip("-").partition(".")
    return minus + counted(int(whole)) + (f"点{digits(part)}" if part else "")


def _clock(hour: int, minute: int) -> str:
    spoken = "两" if hour == 2 else counted(hour)
    if minute == 0:
        return f"{spoken}点"
    if minute == 30:
        return f"{spoken}点半"
    return f"{spoken}点{'零' if minute < 10 else ''}{counted(minute)}分"
