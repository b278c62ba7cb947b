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

    def kind_before(self, steps: int) -> str:
        """The kind of the token this many places in front of the match (1 is the one before); empty at the start."""
        place = self._match.start() - steps
        return self._tokens[place].kind if place >= 0 else ""

    def peek(self, steps: int) -> str:
        """The kind of the token this many places behind the match (0 is the next one); empty at the end."""
        place = self._match.end() + steps
        return self._tokens[place].kind if place < len(self._tokens) else ""

    def last_before(self, kind: str) -> Token | None:
        """The nearest token of a kind in front of the match."""
        return next((word for word in reversed(self._tokens[: self._match.start()]) if word.kind == kind), None)

    @property
    def after(self) -> Token | None:
        """The token behind the match."""
        place = self._match.end()
        return self._tokens[place] if place < len(self._tokens) else None


Action = Callable[[Found], Token | None]


class Rule:
    """A pattern over kinds and what to make of it; its regular expression is compiled at the first need.

    Args:
        regex: Source of the expression over kind characters.
        action: Makes the new token.
    """

    __slots__ = ("_regex", "action", "match")

    def __init__(self, regex: str, action: Action) -> None:
        self._regex, self.action = regex, action
        self.match: Callable[[str, int], re.Match[str] | None] = self._compile_and_match

    def _compile_and_match(self, kinds: str, position: int) -> re.Match[str] | None:
        self.match = re.compile(self._regex).match
        return self.match(kinds, position)


_PIECE = re.compile(r"\(|\)|\||\?|(?:([a-z]\w*)=)?([a-z_]\w*)")
_Starts = frozenset[str]
_NOTHING: _Starts = frozenset(("",))


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its expression and the first one or two kinds it can begin with."""

    regex: str
    starts: _Starts

    def then(self, other: _Part) -> _Part:
        """Return the two in a row."""
        if self.starts == _NOTHING:
            return other
        if all(len(start) > 1 for start in self.starts):
            return _Part(self.regex + other.regex, self.starts)
        starts = {start if len(start) > 1 else (start + after)[:2] for start in self.starts for after in other.starts}
        return _Part(self.regex + other.regex, frozenset(starts))


class _Reader:
    """Reads the pattern language.

    Args:
        source: A pattern.
        classes: Names that stand for several kinds.
        known: What names were found to stand for, kept from pattern to pattern.
    """

    def __init__(self, source: str, classes: dict[str, str], known: dict[str, _Part]) -> None:
        self._pieces = list(_PIECE.finditer(source))
        self._classes = classes
        self._known = known
        self._position = 0

    def alternatives(self) -> _Part:
        """Read parts with bars between them, up to a closing parenthesis or the end."""
        parts = [self._sequence()]
        while self._next() == "|":
            self._position += 1
            parts.append(self._sequence())
        return _Part("|".join(part.regex for part in parts), frozenset().union(*(part.starts for part in parts)))

    def _next(self) -> str:
        return self._pieces[self._position].group() if self._position < len(self._pieces) else ""

    def _sequence(self) -> _Part:
        made = _Part("", _NOTHING)
        while self._next() not in ("", ")", "|"):
            made = made.then(self._piece())
        return made

    def _piece(self) -> _Part:
        piece = self._pieces[self._position]
        self._position += 1
        if piece.group() == "(":
            inner = self.alternatives()
            self._position += 1
            part = _Part(f"(?:{inner.regex})", inner.starts)
        else:
            part = self._kinds(piece.group(2))
            if piece.group(1):
                part = _Part(f"(?P<{piece.group(1)}>{part.regex})", part.starts)
        if self._next() == "?":
            self._position += 1
            part = _Part(f"(?:{part.regex})?", part.starts | {""})
        return part

    def _kinds(self, name: str) -> _Part:
        part = self._known.get(name)
        if part is None:
            starts = frozenset(code(kind) for kind in self._classes.get(name, name).split())
            part = self._known[name] = _Part("[" + "".join(sorted(starts)) + "]", starts)
        return part


class Pass:
    """Rules that are applied together, once over the whole sentence.

    Patterns are read when the pass runs for the first time, so that importing the rules costs next to nothing.

    Args:
        classes: Names that stand for several kinds in patterns.
    """

    def __init__(self, classes: dict[str, str] | None = None) -> None:
        self._classes = classes or {}
        self._sources: list[tuple[tuple[str, ...], Action]] = []
        self._single: dict[str, list[Rule]] = {}
        self._double: dict[str, list[Rule]] = {}

    def rule(self, *patterns: str) -> Callable[[Action], Action]:
        """Register an action for one or more patterns."""

        def register(action: Action) -> Action:
            self._sources.append((patterns, action))
            return action

        return register

    def _prepare(self) -> None:
        """Index the rules by the first two kinds they can begin with."""
        known: dict[str, _Part] = {}
        for patterns, action in self._sources:
            for source in patterns:
                part = _Reader(source, self._classes, known).alternatives()
                made = Rule(part.regex, action)
                for start in part.starts:
                    (self._double if len(start) > 1 else self._single).setdefault(start, []).append(made)
        self._sources = []

    def run(self, tokens: list[Token], text: str) -> list[Token]:
        """Return the tokens with every match replaced by what its action made."""
        if self._sources:
            self._prepare()
        kinds = "".join([code(token.kind) for token in tokens])
        single, double = self._single, self._double
        out: list[Token] = []
        position, size = 0, len(tokens)
        while position < size:
            pair = double.get(kinds[position : position + 2])
            alone = single.get(kinds[position])
            if pair is None and alone is None:
                out.append(tokens[position])
                position += 1
                continue
            made, end = _apply((pair or []) + (alone or []), position, kinds, tokens, text)
            out.append(made or tokens[position])
            position = end
        return out


def _apply(rules: list[Rule], position: int, kinds: str, tokens: list[Token], text: str) -> tuple[Token | None, int]:
    """Return the token of the longest match that is not declined, and the place behind it."""
    matches = [(match.end(), rule, match) for rule in rules if (match := rule.match(kinds, position))]
    if len(matches) > 1:
        matches.sort(key=lambda item: -item[0])
    for end, rule, match in matches:
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
