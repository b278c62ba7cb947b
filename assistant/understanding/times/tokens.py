"""Tokens of a normalised text: words of the tables, numbers in their written forms, and marks.

The scanner goes over the text once. Languages differ only in their tables: a key in Latin letters is matched as whole
words (with blanks inside for phrases), any other key as the longest run of characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.understanding.times.spelling import Speller

Entry = tuple[str, Any]


@dataclass(slots=True)
class Token:
    """A piece of the text with its meaning.

    Attributes:
        kind: Word class, the alphabet of the rules.
        value: What the class needs: a number, an offset, a node of the calendar.
        start: First code point.
        end: Code point after the last.
        glued: No blank stands before it.
        text: Normalised words.
    """

    kind: str
    value: Any
    start: int
    end: int
    glued: bool = False
    text: str = ""
    weak: bool = False
    notes: frozenset[str] = field(default=frozenset())


_SCAN = re.compile(r" +|\n|[a-z]+(?:'[a-z]+)?|[0-9]+|[^\W\d_a-z]|[^ ]")
_YMD = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:t(?=\d))?")
_DMY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[.:]\d)")
_YM = re.compile(r"(\d{4})[-/](0?[1-9]|1[0-2])(?![\d/-])")
_HMS = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?(?!\d|:\d)")
_HH = re.compile(r"(\d{1,2})h(\d{2})?(?![\da-z])")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/]|\.\d)")
_QUARTER = re.compile(r"(\d{4}|\d{2})q ?([1-4])(?![\da-z])")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)(?![a-z])")
_DECIMAL = re.compile(r"(\d{1,4})\.(\d{1,3})(?![\d]|\.\d)")
_LONG = re.compile(r"(?!\d{1,2}-\d{1,2}:\d{2}(?![\d.:/-]))\d+(?:[.:/-]\d+){2,}")
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ymd", _YMD),
    ("dmy", _DMY),
    ("ym", _YM),
    ("hms", _HMS),
    ("hh", _HH),
    ("q", _QUARTER),
    ("ord", _ORDINAL),
    ("slash", _FRACTION),
    ("junk", _LONG),
    ("dec", _DECIMAL),
)
_MIDDLES = tuple("国午秋间旬心文餐学层元")
_DAYS_OF_WEEK = tuple("一二三四五六日天")
_FORM_MARKS = frozenset("-/.:hqsnrt")
_MONEY = frozenset("$€£¥￥#")
_AFTER_MONEY = frozenset("%$€£¥￥°")


class Vocabulary:
    """The words of all tables, ready for scanning.

    Args:
        tables: One table per language; a later one does not replace an entry of an earlier one.
        speller: Corrects typing errors of single Latin words.
    """

    def __init__(self, tables: tuple[Mapping[str, Entry], ...], speller: Speller) -> None:
        self._phrases: dict[str, list[tuple[str, Entry]]] = {}
        self._runs: dict[str, list[int]] = {}
        self._entries: dict[str, Entry] = {}
        self._speller = speller
        for table in tables:
            for key, entry in table.items():
                self._entries.setdefault(key, entry)
        for key, entry in self._entries.items():
            if "a" <= key[0] <= "z":
                first = re.match(r"[a-z]+(?:'[a-z]+)?", key)
                head = first.group() if first else key
                if head != key:
                    self._phrases.setdefault(head, []).append((key, entry))
            elif len(key) > 1:
                lengths = self._runs.setdefault(key[0], [])
                if len(key) not in lengths:
                    lengths.append(len(key))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda item: -len(item[0]))
        for lengths in self._runs.values():
            lengths.sort(reverse=True)

    def scan(self, text: str, most: int = 1_500) -> list[Token]:
        """Return at most so many tokens of a normalised text; words outside the tables are of kind ``x``."""
        out: list[Token] = []
        position, blank, size = 0, True, len(text)
        while position < size and len(out) < most:
            character = text[position]
            if character == " ":
                position, blank = position + 1, True
                continue
            if "a" <= character <= "z":
                token = self._word(text, position)
            elif "0" <= character <= "9":
                token = _number(text, position)
            else:
                token = self._run(text, position)
            token.glued = not blank
            blank = False
            position = token.end
            if token.kind != "filler":
                out.append(token)
        return out

    def _word(self, text: str, start: int) -> Token:
        found = _SCAN.match(text, start)
        end = found.end() if found else start + 1
        word = text[start:end]
        for key, entry in self._phrases.get(word, ()):
            stop = start + len(key)
            if text.startswith(key, start) and not (
                stop < len(text) and text[stop].isalpha() and text[stop] < "\u0250"
            ):
                return Token(entry[0], entry[1], start, stop, text=key)
        known = self._entries.get(word)
        if known is None and "'" in word:
            cut = word.index("'")
            known = self._entries.get(word[:cut])
            if known is not None and word[cut:] not in ("'s", "'"):
                known = None
            for key, entry in self._phrases.get(word[:cut], ()) if known is None else ():
                if text.startswith(key, start):
                    return Token(entry[0], entry[1], start, start + len(key), text=key)
        if known is None and len(word) >= 5:
            right = self._speller.correct(word)
            known = self._entries.get(right) if right else None
        if known is not None and start and text[start - 1] in "$#@_" and known[0] != "tz":
            known = None
        if known is None:
            return Token("x", word, start, end, text=word)
        return Token(known[0], known[1], start, end, text=word)

    def _run(self, text: str, start: int) -> Token:
        for length in self._runs.get(text[start], ()):
            piece = text[start : start + length]
            entry = self._entries.get(piece)
            after = text[start + length : start + length + 1]
            if (
                entry is not None
                and piece[0] == "个"
                and entry[0] == "unit"
                and piece[-1] in "周期拜"
                and after in _DAYS_OF_WEEK
            ):
                continue
            if entry is not None and not (piece[-1] == "中" and text[start + length : start + length + 1] in _MIDDLES):
                return Token(entry[0], entry[1], start, start + len(piece), text=piece)
        entry = self._entries.get(text[start], ("x", text[start]))
        return Token(entry[0], entry[1], start, start + 1, text=text[start])


def _number(text: str, start: int) -> Token:
    before = text[start - 1] if start else " "
    if before == " " and start > 1 and text[start - 2] in _MONEY:
        before = text[start - 2]
    plain = _SCAN.match(text, start)
    forms = _FORMS if plain is None or text[plain.end() : plain.end() + 1] in _FORM_MARKS else ()
    matches = ((name, form.match(text, start)) for name, form in forms)
    kind, found = next(((name, match) for name, match in matches if match), ("num", plain))
    end = found.end() if found else start + 1
    groups = found.groups() if found else ()
    after = text[end] if end < len(text) else " "
    raw = text[start:end]
    if before in _MONEY or after in _AFTER_MONEY or kind == "junk":
        return Token("junk", raw, start, end, text=raw)
    if before == "." or (before in "+=" and len(raw) > 4 and kind == "num"):
        return Token("junk", raw, start, end, text=raw)
    if before.isascii() and before.isalpha() and not _vocal(text, start):
        return Token("junk", raw, start, end, text=raw)
    return Token(kind, _value(kind, raw, groups), start, end, text=raw)


_GLUED_WORDS = re.compile(r"(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|q|h|t|wk|week|at|w)\Z")


def _vocal(text: str, start: int) -> bool:
    """Whether letters glued before a number are a word that numbers follow ("Dec31", "Q3")."""
    return bool(_GLUED_WORDS.search(text, max(0, start - 6), start)) if start else True


def _value(kind: str, raw: str, groups: tuple[str | None, ...]) -> Any:
    make: dict[str, Callable[[], Any]] = {
        "ymd": lambda: (int(groups[0] or 0), int(groups[2] or 0), int(groups[3] or 0)),
        "dmy": lambda: (int(groups[0] or 0), int(groups[2] or 0), int(groups[3] or 0), groups[1], len(groups[3] or "")),
        "ym": lambda: (int(groups[0] or 0), int(groups[1] or 0)),
        "hms": lambda: (int(groups[0] or 0), int(groups[1] or 0), None if groups[2] is None else int(groups[2])),
        "hh": lambda: (int(groups[0] or 0), None if groups[1] is None else int(groups[1])),
        "q": lambda: (int(groups[0] or 0), int(groups[1] or 0)),
        "ord": lambda: int(groups[0] or 0),
        "slash": lambda: (int(groups[0] or 0), int(groups[1] or 0)),
        "dec": lambda: (int(groups[0] or 0), groups[1]),
        "num": lambda: int(raw) if len(raw) <= 12 else -1,
    }
    return make[kind]()
