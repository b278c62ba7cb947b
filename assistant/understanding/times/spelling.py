"""Typing errors of the longer time words: one letter wrong, missing, doubled or two swapped."""

from __future__ import annotations

from collections.abc import Iterable


def _shorter(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


class Speller:
    """Finds the one known word that a mistyped word stands for.

    Two words are near when taking at most one letter out of each makes them equal; that covers a wrong, a missing
    and an additional letter and two swapped neighbours.

    Args:
        words: Known words, each at least five letters.
        slips: Frequent errors that are further away, with what they mean.
        proper: Correct words of other meaning that stand near a known one.
    """

    def __init__(self, words: Iterable[str], slips: dict[str, str], proper: Iterable[str]) -> None:
        self._slips = dict(slips)
        self._proper = frozenset(proper)
        self._near: dict[str, str] = {}
        self._words = frozenset(words)
        for word in self._words:
            for form in _shorter(word):
                self._near.setdefault(form, word)

    def correct(self, word: str) -> str | None:
        """Return the known word that is meant, or None."""
        if word in self._slips:
            return self._slips[word]
        if len(word) > 12 or word in self._proper:
            return None
        near = self._near.get(word)
        if near:
            return near
        for form in _shorter(word):
            if form in self._words:
                return form
            near = self._near.get(form)
            if near and near[0] == word[0] and sorted(near)[:3] == sorted(word)[:3]:
                return near
            if near and near[0] == word[0] and len(word) >= 7:
                return near
        return None
