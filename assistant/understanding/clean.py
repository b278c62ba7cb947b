"""A text made ready for reading: widths, fillers, corrections and typing errors, with every place kept.

Each character of the clean text knows which characters of the written one it stands for, so that marks and titles
can be given in the user's own words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.times.characters import simplified
from assistant.understanding.words.table import Words

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u3000": " ", "\t": " "})
_WORD = re.compile(r"[A-Za-z][A-Za-z']*")


@dataclass(frozen=True, slots=True)
class Clean:
    """The clean text. `places[i]` is where character i of it was written: [start, end) of `written`."""

    written: str
    text: str
    low: str
    places: tuple[tuple[int, int], ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of the clean text was written."""
        if not self.places:
            return 0, 0
        if start >= end:
            at = self.places[min(start, len(self.places) - 1)][0]
            return at, at
        return self.places[start][0], self.places[end - 1][1]

    def words(self, start: int, end: int) -> str:
        """The user's own words of [start, end), without what was filtered out."""
        pieces: list[str] = []
        last = -1
        for first, after in self.places[start:end]:
            if first >= last:
                pieces.append(self.written[first:after])
                last = after
        return "".join(pieces)


@lru_cache(maxsize=4096)
def _narrow(char: str) -> str:
    """The ordinary-width form of one character, never longer than one character."""
    char = char.translate(_QUOTES)
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) != 1:
        return char
    return " " if unicodedata.category(plain) in ("Cc", "Cf", "Zs", "Zl", "Zp") else plain


@lru_cache(maxsize=256)
def plain_form(text: str) -> str:
    """The text as patterns know it: small letters, simplified characters, each at its old place."""
    text = simplified(text)
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


class _Draft:
    """Text under work: edits keep the places."""

    def __init__(self, written: str) -> None:
        self.text = "".join(_narrow(char) for char in written)
        self.places = [(i, i + 1) for i in range(len(written))]

    def edit(self, edits: list[tuple[int, int, str]]) -> None:
        """Replaces each [start, end); the edits are in order and do not overlap."""
        for start, end, new in reversed(edits):
            where = (self.places[start][0], self.places[end - 1][1])
            self.text = self.text[:start] + new + self.text[end:]
            self.places[start:end] = [where] * len(new)

    def drop(self, pattern: re.Pattern[str], group: int = 0) -> None:
        """Cuts what the pattern (or its group) matches."""
        found = [match.span(group) for match in pattern.finditer(plain_form(self.text))]
        self.edit([(start, end, "") for start, end in found if end > start])

    def put_right(self, slips: tuple[tuple[re.Pattern[str], str], ...]) -> None:
        """Puts the right words where patterns, or their groups "slip", find wrong ones."""
        plain = plain_form(self.text) if slips else ""
        for pattern, right in slips:
            group = "slip" if "slip" in pattern.groupindex else 0
            found = [(*match.span(group), right) for match in pattern.finditer(plain)]
            if found:
                self.edit(found)
                plain = plain_form(self.text)


def clean(written: str, words: tuple[Words, ...]) -> Clean:
    """Widths, then typing errors, then fillers, then corrections ("at three no wait four")."""
    draft = _Draft(written)
    for table in words:
        draft.edit(_typos(draft.text, table))
        draft.put_right(table.slips)
        draft.drop(table.fillers)
        draft.edit(_ordered(draft.text, table))
        for pattern in table.corrections:
            draft.drop(pattern, 1)
    return Clean(written, draft.text, plain_form(draft.text), tuple(draft.places))


def _typos(text: str, table: Words) -> list[tuple[int, int, str]]:
    edits = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        right = table.typos.get(word) or near(word, table.spelling, table.known)
        if right:
            edits.append((match.start(), match.end(), right))
    return edits


def _ordered(text: str, table: Words) -> list[tuple[int, int, str]]:
    """Of "would you mind adding lunch" the verb as an order."""
    pattern, verbs = table.gerunds
    match = pattern.search(plain_form(text))
    group = match.lastgroup if match else None
    order = verbs.get(match[group]) if match and group else None
    return [(*match.span(group), order)] if match and group and order else []


def near(word: str, spelling: frozenset[str], known: frozenset[str]) -> str | None:
    """The one word of `spelling` that is a swap, a missing or a doubled letter away."""
    if len(word) < 5 or word in spelling or word in known or len(word) > 14:
        return None
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    shorter = {word[:i] + word[i + 1 :] for i in range(1, len(word))} if len(word) > 5 else set()
    hits = (swapped | shorter) & spelling
    if not hits and len(word) >= 5:
        hits = {
            right
            for right in spelling
            if len(right) == len(word) + 1 and right[0] == word[0] and _lacks_one(word, right)
        }
    return hits.pop() if len(hits) == 1 else None


def _lacks_one(word: str, right: str) -> bool:
    return any(right[:i] + right[i + 1 :] == word for i in range(1, len(right)))
