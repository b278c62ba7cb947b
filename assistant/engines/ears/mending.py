"""Mends what a speech model takes for something that sounds the same. Pure functions.

A small model knows how a request sounds better than what is likely to be asked of an assistant. Only words that mean
nothing where they stand are replaced, and parts of names that are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec

_ENGLISH = [
    (re.compile(pattern, re.IGNORECASE), mended)
    for pattern, mended in (
        (r"\b(to|add|and|must|should) by (?=(?:a|an|the|some|more|new|another|two|three)\b)", r"\1 buy "),
        (r"^(\W*(?:set|add|create|make)) in (?=(?:alarm|event|appointment|entry)\b)", r"\1 an "),
        (r"^(\W*mark .+) has (?=(?:done|complete|completed|finished)\b)", r"\1 as "),
        (
            r"\b(at|by|until|from|alarm for) ([1-9]|1[0-2])([0-5][05])\b"
            r"(?=\W*$|,| (?:in the|at night|[ap]\.?m|to|tomorrow|today|every)\b)",
            r"\1 \2:\3",
        ),
        (r"^(\W*)cancels (?=(?:the|my|our|all)\b)", r"\1cancel "),
        (r"\b(remind me) (?:two|too) (?=[a-z])(?!(?:days?|hours?|weeks?|minutes?|months?)\b)", r"\1 to "),
        (
            r"\b(at|for|until|till|from|by) (?:to|too)(?= (?:in the (?:morning|afternoon)|o'clock|thirty|fifteen))",
            r"\1 two",
        ),
    )
]

# Sounds that are no words, and the words of requests that sound like them.
_CHINESE = {
    "中午": ("中五", "钟午", "中舞"),
    "下午": ("下五", "夏午", "下舞"),
    "上午": ("上五", "尚午"),
    "安排": ("安牌", "按排", "岸排", "暗排"),
    "起床": ("气床", "启床", "气闯", "起闯"),
    "推迟": ("推持", "推驰", "退迟"),
    "添加": ("天家", "天加", "添家"),
    "提醒": ("提型", "题醒", "提星"),
    "购物": ("够五", "够物", "购五", "够务"),
    "清单": ("轻单", "青单", "清丹"),
    "闹钟": ("闹中", "脑钟", "闹忠"),
    "倒计时": ("到计时", "导计时", "倒记时"),
    "会议": ("汇议", "会易"),
    "牙医": ("牙衣", "亚医", "牙一"),
    "预约": ("预月", "玉约", "域约"),
    "倒垃圾": ("到垃圾",),
    "任务": ("人务", "任物", "仁务"),
    "日程": ("日成", "日呈"),
}
_CHINESE_WORDS = {wrong: right for right, every in _CHINESE.items() for wrong in every}
_WRONG = re.compile("|".join(sorted(_CHINESE_WORDS, key=len, reverse=True)))
_SET = re.compile(r"^[涉摄社射是色]((?:一个|个)?)(?=.*(?:闹钟|倒计时|计时器))")
_WORD = re.compile(r"[\w'’]+")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_ALIKE_INITIALS = (
    {"zh", "z", "j"},
    {"ch", "c", "q"},
    {"sh", "s", "x"},
    {"j", "x", "q"},
    {"l", "n", "r"},
    {"f", "h"},
    {"b", "p"},
    {"d", "t"},
    {"g", "k"},
)
_ALIKE_FINALS = ({"an", "ang"}, {"en", "eng"}, {"in", "ing"}, {"ian", "iang"}, {"uan", "uang"})
_MOST_UNLIKE = 1


def mended(text: str, names: Sequence[str], *, chinese: bool) -> str:
    """The words that were probably said.

    Args:
        text: As the model heard it.
        names: Of what the person has: lists, titles, people.
        chinese: The language it is in; English otherwise.
    """
    if not chinese:
        for pattern, right in _ENGLISH:
            text = pattern.sub(right, text)
        return _with_english_names(text, names)
    text = _SET.sub(r"设\1", _WRONG.sub(lambda found: _CHINESE_WORDS[found[0]], text))
    return _with_names(text, names) if find_spec("pypinyin") is not None else text


def _with_english_names(text: str, names: Iterable[str]) -> str:
    """Known names in the place of what is only spelled otherwise: ``groceries`` for ``grocery's``."""
    for name in names:
        wanted = [_spoken(word[0]) for word in _WORD.finditer(name)]
        words = [*_WORD.finditer(text)]
        for at in range(len(words) - len(wanted) + 1 if wanted else 0):
            there = words[at : at + len(wanted)]
            heard = text[there[0].start() : there[-1].end()]
            if "'" in heard and heard.lower() != name.lower() and [_spoken(word[0]) for word in there] == wanted:
                text = text[: there[0].start()] + name + text[there[-1].end() :]
                break
    return text


def _spoken(word: str) -> str:
    return re.sub(r"y['’]s$", "ies", word.lower()).replace("'", "").replace("’", "")


def _with_names(text: str, names: Iterable[str]) -> str:
    """Known names in the place of what sounds like them."""
    for name in sorted(names, key=len, reverse=True):
        if name in text or not _HAN.fullmatch(name):
            continue
        place = next((at for at in range(len(text) - len(name) + 1) if _like(text[at : at + len(name)], name)), None)
        if place is not None:
            text = text[:place] + name + text[place + len(name) :]
    return text


def _like(heard: str, name: str) -> bool:
    """Sounds like it: a name of two characters in both, a longer one in all but one that sounds alike."""
    if not _HAN.fullmatch(heard):
        return False
    unlike = 0
    for one, other in zip(heard, name, strict=True):
        if one == other or _sound(one) == _sound(other):
            continue
        if not _alike(_sound(one), _sound(other)):
            return False
        unlike += 1
    return unlike <= (_MOST_UNLIKE if len(name) > 2 else 0)


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    initials = one[0] == other[0] or any(one[0] in some and other[0] in some for some in _ALIKE_INITIALS)
    finals = one[1] == other[1] or any(one[1] in some and other[1] in some for some in _ALIKE_FINALS)
    return initials and finals


@cache
def _sound(character: str) -> tuple[str, str]:
    """How a character begins and ends, without its tone."""
    from pypinyin import Style, pinyin  # an optional part

    begins = pinyin(character, style=Style.INITIALS, strict=False, errors="default")[0][0]
    ends = pinyin(character, style=Style.FINALS, strict=False, errors="default")[0][0]
    return begins, ends
