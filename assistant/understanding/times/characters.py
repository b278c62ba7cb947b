"""Character forms that mean the same: full width, capitals, traditional Chinese, curly quotes and dashes.

The mapping is one code point to one code point, so positions in the result are positions in the original.
"""

from __future__ import annotations

from functools import cache

import opencc

_MEANT = {
    "　": " ",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "～": "~",
    "〜": "~",
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "、": ",",
    "。": ".",
    "〇": "零",
    "○": "零",
    "壹": "一",
    "贰": "二",
    "叁": "三",
    "肆": "四",
    "伍": "五",
    "陆": "六",
    "柒": "七",
    "捌": "八",
    "玖": "九",
    "拾": "十",
    "俩": "两",
}


_HAN = range(0x3400, 0xA000)


class _Forms(dict[int, str]):
    """What characters mean, for `str.translate`; Chinese ones are looked up when they are first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if code in _HAN:
            plain = _converter().convert(char)
            char = self[code] = plain if len(plain) == 1 else char
        return char


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _meant() -> _Forms:
    table = _Forms({0xFF01 + i: chr(0x21 + i) for i in range(0x5E)})
    table |= {ord("A") + i: chr(ord("a") + i) for i in range(26)}
    table |= {0xFF21 + i: chr(ord("a") + i) for i in range(26)}
    table |= {ord(key): value for key, value in _MEANT.items()}
    return table


_SIMPLE = _Forms({ord("參"): "参"})
_TABLE = _meant()


def normalise(text: str) -> str:
    """Return the text in lower case, half width and simplified characters, each at its old place."""
    return text.translate(_TABLE)


def simplified(text: str) -> str:
    """Return the text in simplified characters, each at its old place."""
    return text if text.isascii() else text.translate(_SIMPLE)
