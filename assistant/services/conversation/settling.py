"""What the person decided against the rules: ask although it looks like an item, add although it looks like a question.

Pure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from assistant.understanding.request import Intent, Request, Slots, Understanding

Force = Literal["", "ask", "add"]

_CREATING = frozenset({Intent.CREATE_EVENT, Intent.CREATE_TASK, Intent.CREATE_REMINDER})
_EDGES = " \t\r\n,，、;；.。?？!！:："


def forced(understood: Understanding, force: Force) -> Understanding:
    """The understanding as the person wants it taken; with "" as it is.

    "ask" leaves nothing that writes; where nothing else is left it is conversation. "add" leaves what makes items;
    where there is none, a task of the words, due when they say.
    """
    if not force:
        return understood
    if force == "ask":
        kept = tuple(request for request in understood.requests if not request.writes)
        fresh = Request(intent=Intent.CHAT, confidence=1.0)
    else:
        kept = tuple(request for request in understood.requests if request.intent in _CREATING)
        first = understood.first
        slots = Slots(title=words_of_title(understood))
        fresh = Request(intent=Intent.CREATE_TASK, confidence=1.0, slots=slots, times=first.times, marks=first.marks)
    return replace(understood, requests=kept or (fresh,), sure=True)


def words_of_title(understood: Understanding) -> str:
    """The text without the words that were understood as something else than a title; never empty."""
    request = understood.first
    gone = [(t.start_char, t.end_char) for t in request.times if t.end_char]
    gone += [(m.start_char, m.end_char) for m in request.marks if m.slot not in ("title", "people", "reference")]
    kept, at = [], 0
    for start, end in sorted(gone):
        kept.append((at, max(at, start)))
        at = max(at, end)
    kept.append((at, len(understood.text)))
    return joined(understood.text, kept) or understood.text.strip()


def joined(text: str, spans: list[tuple[int, int]]) -> str:
    """Pieces of a text in order; a space between two where the text had one, none where Chinese ran on."""
    out, last = "", 0
    for start, end in spans:
        piece = text[start:end].strip(_EDGES)
        if not piece:
            continue
        between = text[last:start] + text[start : start + 1]
        apart = any(character.isspace() for character in between) or piece[0].isascii()
        out += (" " if out and apart else "") + piece
        last = end
    return out.strip()
