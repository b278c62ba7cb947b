"""Text as the search keeps and asks for it: words of letters in small letters, Chinese as pairs of characters, sounds.

``看牙医`` becomes ``看牙 牙医 医``: a word of two characters is one entry, a longer one a phrase of pairs, and a single
character the beginning of a pair. Its sounds are ``kanyayi yayi yi`` and the initials ``kyy yy y``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path

_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_PIECE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_HAN_RUN = re.compile(f"[{_HAN}]+")
_READING = re.compile(r'"([23]\d{4}|199[6-9]\d|40\d{3})":\s*"([^"]+)"')
"""A character from U+4E00 to U+9FFF, or a few beside them, and its readings."""

MOST_CHARACTERS = 20_000
_MOST_SOUNDED = 24
_MOST_WAYS = 4
_MOST_TERMS = 12


def plain(text: str) -> str:
    """Small letters without accents, full-width forms as ordinary ones."""
    if text.isascii():  # most is: an import by the thousand spends its time here
        return text.casefold()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(char for char in spread if not unicodedata.combining(char)))


def pieces(text: str) -> Iterator[str]:
    """Words of letters or digits and runs of Chinese, in their order."""
    return (found[0] for found in _PIECE.finditer(plain(text[:MOST_CHARACTERS])))


def is_han(piece: str) -> bool:
    """True for a run of Chinese (or kana)."""
    return _HAN_RUN.fullmatch(piece) is not None


def words(*texts: str) -> str:
    """What is kept of texts, to be found by `terms`."""
    return " ".join(found for text in texts if (found := _words_in(plain(text[:MOST_CHARACTERS]))))


def _words_in(text: str) -> str:
    found = _PIECE.findall(text)
    if text.isascii() or not _HAN_RUN.search(text):
        return " ".join(found)
    return " ".join(word for piece in found for word in _words_of(piece))


def _words_of(piece: str) -> Iterable[str]:
    if not is_han(piece):
        return (piece,)
    return (piece[place : place + 2] for place in range(len(piece)))


def terms(text: str) -> tuple[str, ...]:
    """The conditions, in FTS5's language, that `text` puts; all of them must hold. Empty where it has no words."""
    found = []
    for piece in islice(pieces(text), _MOST_TERMS):
        if not is_han(piece) or len(piece) == 1:
            found.append(f'"{piece}"*')
        else:
            found.append('"' + " ".join(piece[place : place + 2] for place in range(len(piece) - 1)) + '"')
    return tuple(found)


# ------------------------------------------------------------------------------------------------------------ sounds


def sounds(*texts: str) -> str:
    """Pinyin and initials of the Chinese in texts, from each character on, so that any word in it is found."""
    runs = [run for text in texts if not text.isascii() for run in _HAN_RUN.findall(text[:MOST_CHARACTERS])]
    return " ".join(dict.fromkeys(sound for run in runs for sound in _sounds_of(run[:_MOST_SOUNDED])))


def _sounds_of(run: str) -> Iterator[str]:
    known = [_readings_of(char) for char in run]
    for place in range(len(known)):
        # Characters with several readings multiply: a few ways are enough, and only near the beginning.
        rest = [readings if at < 4 else readings[:1] for at, readings in enumerate(known[place:])]
        for way in islice(product(*rest), _MOST_WAYS):
            spoken = "".join(way)
            if spoken:
                yield spoken
                yield "".join(syllable[:1] for syllable in way)


@lru_cache(maxsize=8192)
def _readings_of(char: str) -> tuple[str, ...]:
    """Pinyin of one common character without tones, the usual reading first; one empty one where none is known."""
    known = _table().get(str(ord(char)), "")
    return tuple(dict.fromkeys(plain(one) for one in known.split(",")))[:2]


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Readings by the number of the character, as they are written: a text has a few of the twenty thousand.

    Only the table of the library is read, not its code: that brings a dictionary of phrases and fifty megabytes along.
    """
    spec = find_spec("pypinyin")
    places = spec.submodule_search_locations if spec is not None else None
    if not places:
        return {}
    return dict(_READING.findall((Path(places[0]) / "pinyin_dict.json").read_text(encoding="utf-8")))
