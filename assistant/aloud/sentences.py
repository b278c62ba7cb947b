"""Cuts an answer into sentences while it is still being written."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[。！？!?…])[”’」』\")]*\s*|(?<=[.])[”’\")]*\s+(?=[^a-z\s])|\n\s*\n|\n(?=\s*(?:[-*+•#>|]|\d+[.)]))|\n"
)
_SHORTENED = re.compile(r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|a\.m|p\.m|approx|[A-Z])\.\s*$")
_NUMBERED = re.compile(r"(?:^|\n)\s*\d+\.\s*$")
_LONG = 220
_CLAUSE = re.compile(r"(?<=[,;:—])\s+|(?<=[，；：、])")
_FENCE = "```"


class Sentences:
    """Takes pieces of text, gives whole sentences. What stands between code fences comes as one piece."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that are whole now."""
        self._rest += piece
        found: list[str] = []
        while True:
            cut = self._cut()
            if cut is None:
                return found
            sentence, self._rest = self._rest[:cut], self._rest[cut:]
            if sentence.strip():
                found.append(sentence.strip())

    def finish(self) -> list[str]:
        """What is left."""
        rest, self._rest = self._rest.strip(), ""
        return [rest] if rest else []

    def _cut(self) -> int | None:
        """Where the first sentence ends; None while more may belong to it."""
        fence = self._rest.find(_FENCE)
        if fence == 0:
            end = self._rest.find(_FENCE, len(_FENCE))
            return None if end < 0 else end + len(_FENCE)
        within = self._rest if fence < 0 else self._rest[:fence]
        for match in _END.finditer(within):
            if match.end() == len(self._rest) and not self._rest[: match.start() + 1].rstrip().endswith(
                tuple("。！？")
            ):
                break  # what comes next decides
            before = within[: match.start()]
            if before.strip() and not _SHORTENED.search(before) and not _NUMBERED.search(before):
                return match.end()
        if fence > 0:
            return fence
        if len(within) > _LONG:
            clauses = [match.end() for match in _CLAUSE.finditer(within[:_LONG])]
            if clauses:
                return clauses[-1]
        return None


def sentences(text: str) -> list[str]:
    """All sentences of a whole text."""
    cutter = Sentences()
    return [*cutter.feed(text), *cutter.finish()]
