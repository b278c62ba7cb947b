"""What somebody spoke as a note to themselves: a list of short things, or something to be kept as it was said. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAD = re.compile(
    r"^\s*(?:(?:a |voice )?(?:note|memo|reminder) to (?:my)?self|(?:voice )?memo|note|(?:take|make) a note(?: that)?"
    r"|备忘(?:录)?|备注|记一下|记下来?|给自己(?:的)?(?:备忘|提醒|留言))\s*[:：,，.。]*\s*",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^(?:(?:my |the |a )?(?:shopping |grocery |packing |to-?do )?list|to-?dos?|(?:i|we) need"
    r"|购物清单|清单|待办(?:事项)?|要买的?|需要买?)\s*[:：,，]*\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;，；、]\s*(?:and\s+|和|还有)?|\s+and\s+|还有|以及|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff]))\s*",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])\s*")
_VERB = re.compile(r"^(?P<verb>(?:buy|get|pick up|order|bring|pack)\s+|(?:买|购买|带|订))(?P<rest>.+)$", re.IGNORECASE)
_STARTS = re.compile(
    r"^(?:buy|get|pick|order|bring|pack|call|ask|pay|send|book|clean|wash|water|fix|write|read|check|make|cook|feed|take"
    r"|买|带|订|打|交|发|洗|浇|修|写|看|问|做|喂|取|寄)",
    re.IGNORECASE,
)
_EDGES = " \t\n.,;:!?。，；：！？、"
_MOST_WORDS, _MOST_SIGNS = 4, 10
_LEAST_ITEMS = 3
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Memo:
    """What is kept: one task a title. `notes` hold the whole where the title of the one task cannot."""

    titles: tuple[str, ...]
    notes: str = ""


def memo_of(text: str) -> Memo:
    """How spoken words are kept; empty titles where there are none."""
    said = " ".join(text.split())
    said = _LEAD.sub("", said, count=1)
    if not said.strip(_EDGES):
        return Memo(())
    items = _items(said)
    if items:
        return Memo(items)
    first = _SENTENCES.split(said, maxsplit=1)[0].strip(_EDGES) or said.strip(_EDGES)
    title = _shortened(first)
    whole = said.strip()
    return Memo((_begun(title),), "" if whole.strip(_EDGES) == title else _begun(whole))


def without_lead(text: str) -> str:
    """The words without what says that they are a note."""
    return _LEAD.sub("", text.strip(), count=1)


def _items(said: str) -> tuple[str, ...]:
    """The things of a list, where it is nothing else."""
    if len(_SENTENCES.split(said.strip(_EDGES))) > 1:
        return ()
    bare = _LIST.sub("", said, count=1)
    pieces = [piece.strip(_EDGES) for piece in _BETWEEN.split(bare)]
    pieces = [piece for piece in pieces if piece]
    least = _LEAST_ITEMS if bare == said else 2
    if len(pieces) < least or not all(_short(piece) for piece in pieces):
        return ()
    verb = _VERB.match(pieces[0])
    if verb and not any(_STARTS.match(piece) for piece in pieces[1:]):
        pieces = [pieces[0], *(f"{verb['verb']}{piece}" for piece in pieces[1:])]
    return tuple(_begun(piece) for piece in pieces)


def _short(piece: str) -> bool:
    return len(piece) <= _MOST_SIGNS if not piece.isascii() else len(piece.split()) <= _MOST_WORDS


def _shortened(first: str) -> str:
    if len(first) <= _TITLE:
        return first
    cut = first[:_TITLE].rsplit(" ", 1)[0] if " " in first[:_TITLE] else first[: _TITLE - 1]
    return f"{cut.rstrip(_EDGES)}…"


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:] if text.isascii() else text
