"""A small grammar engine: rules over the kinds of tokens, applied in passes from left to right.

Each kind of token is one character, a sentence is a string of them, and a rule is a short pattern over kinds with an
action that makes one new token out of the matched ones or declines. Rules are found by the kind they begin with; at
each place the longest match that is not declined wins. Patterns hold no unbounded repeats, so a pass is linear.

Pattern language: kinds separated by blanks; ``a|b`` either; ``name=kind`` gives the action access by name; ``(…)``
groups; ``?`` after a kind or group makes it optional.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.understanding.times.tokens import Token

_CODES: dict[str, str] = {}


def code(kind: str) -> str:
    """Return the character that stands for a kind in patterns."""
    known = _CODES.get(kind)
    if known is None:
        known = _CODES[kind] = chr(0x4E00 + len(_CODES))
    return known


class Found:
    """The tokens that a rule matched.

    Args:
        match: Match over the string of kinds.
        tokens: All tokens of the pass.
        text: The normalised text.
    """

    __slots__ = ("_match", "_tokens", "text")

    def __init__(self, match: re.Match[str], tokens: list[Token], text: str) -> None:
        self._match, self._tokens, self.text = match, tokens, text

    def __getitem__(self, name: str) -> Token:
        return self._tokens[self._match.start(name)]

    def get(self, name: str) -> Token | None:
        """Return the named token, or None where the matched pattern has none."""
        if name not in self._match.re.groupindex:
            return None
        place = self._match.start(name)
        return self._tokens[place] if place >= 0 else None

    @property
    def all(self) -> list[Token]:
        """All matched tokens."""
        return self._tokens[self._match.start() : self._match.end()]

    @property
    def before(self) -> Token | None:
        """The token in front of the match."""
        place = self._match.start()
        return self._tokens[place - 1] if place else None

    def peek(self, steps: int) -> str:
        """The kind of the token this many places behind the match (0 is the next one); empty at the end."""
        place = self._match.end() + steps
        return self._tokens[place].kind if place < len(self._tokens) else ""

    @property
    def after(self) -> Token | None:
        """The token behind the match."""
        place = self._match.end()
        return self._tokens[place] if place < len(self._tokens) else None


Action = Callable[[Found], Token | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds and what to make of it."""

    pattern: re.Pattern[str]
    first: frozenset[str]
    action: Action


_PIECE = re.compile(r"\(|\)|\||\?|(?:([a-z]\w*)=)?([a-z_]\w*)")


def _compile(source: str, classes: dict[str, str]) -> tuple[str, frozenset[str]]:
    """Translate a pattern; returns the regular expression and the kinds it may begin with."""
    pieces = list(_PIECE.finditer(source))
    position = 0

    def alternatives() -> tuple[str, set[str], bool]:
        nonlocal position
        parts, first, empty = [], set[str](), False
        while True:
            part, starts, nullable = sequence()
            parts.append(part)
            first |= starts
            empty = empty or nullable
            if position < len(pieces) and pieces[position].group() == "|":
                position += 1
                continue
            return "|".join(parts), first, empty

    def sequence() -> tuple[str, set[str], bool]:
        nonlocal position
        parts, first, empty = [], set[str](), True
        while position < len(pieces) and pieces[position].group() not in ")|":
            piece = pieces[position]
            position += 1
            if piece.group() == "(":
                inner, starts, nullable = alternatives()
                position += 1
                part = f"(?:{inner})"
            else:
                starts = {code(kind) for kind in classes.get(piece.group(2), piece.group(2)).split()}
                part, nullable = "[" + "".join(sorted(starts)) + "]", False
                part = f"(?P<{piece.group(1)}>{part})" if piece.group(1) else part
            if position < len(pieces) and pieces[position].group() == "?":
                position += 1
                part, nullable = (part if part.startswith("(?:") else f"(?:{part})") + "?", True
            first |= starts if empty else set()
            empty = empty and nullable
            parts.append(part)
        return "".join(parts), first, empty

    regex, first, _ = alternatives()
    return regex, frozenset(first)


class Pass:
    """Rules that are applied together, once over the whole sentence.

    Args:
        classes: Names that stand for several kinds in patterns.
    """

    def __init__(self, classes: dict[str, str] | None = None) -> None:
        self._classes = classes or {}
        self._index: dict[str, list[Rule]] = {}

    def rule(self, *patterns: str) -> Callable[[Action], Action]:
        """Register an action for one or more patterns."""

        def register(action: Action) -> Action:
            for source in patterns:
                regex, first = _compile(source, self._classes)
                made = Rule(re.compile(regex), first, action)
                for kind in first:
                    self._index.setdefault(kind, []).append(made)
            return action

        return register

    def run(self, tokens: list[Token], text: str) -> list[Token]:
        """Return the tokens with every match replaced by what its action made."""
        kinds = "".join([code(token.kind) for token in tokens])
        out: list[Token] = []
        position = 0
        while position < len(tokens):
            made, end = self._at(position, kinds, tokens, text)
            out.append(made or tokens[position])
            position = end
        return out

    def _at(self, position: int, kinds: str, tokens: list[Token], text: str) -> tuple[Token | None, int]:
        candidates: list[tuple[int, Rule, re.Match[str]]] = []
        for rule in self._index.get(kinds[position], ()):
            match = rule.pattern.match(kinds, position)
            if match:
                candidates.append((match.end(), rule, match))
        if len(candidates) > 1:
            candidates.sort(key=lambda item: -item[0])
        for end, rule, match in candidates:
            try:
                made = rule.action(Found(match, tokens, text))
            except (ValueError, OverflowError):
                continue  # a number that no calendar holds: the rule does not apply
            if made is not None:
                made.start, made.end = tokens[position].start, tokens[end - 1].end
                made.glued = tokens[position].glued
                return made, end
        return None, position + 1


def token(kind: str, value: object, *, weak: bool = False, notes: Iterable[str] = ()) -> Token:
    """Make a token; the engine fills in its place."""
    return Token(kind, value, 0, 0, weak=weak, notes=frozenset(notes))
