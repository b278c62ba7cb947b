"""What a speech model makes up where nobody spoke, and how it is told from speech. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_NO_SPEECH = 0.6
_UNLIKELY = -0.8
_DOUBTFUL = 0.2
_REPEATS = 3
_MOST_LETTERS_A_SECOND = 40.0
_HINT_LETTERS = {True: 100, False: 320}
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORDLESS = re.compile(r"[\W_]+", re.UNICODE)
_LOOP = re.compile(r"(.{2,40}?)\1{4,}")

# What films end with: the models were taught with subtitles.
_CREDITS = (
    "thank you for watching",
    "thanks for watching",
    "thank you for watching this video",
    "thank you so much for watching",
    "please subscribe",
    "please subscribe to my channel",
    "like and subscribe",
    "subtitles by the amara org community",
    "谢谢观看",
    "谢谢大家",
    "感谢观看",
    "感谢您的观看",
    "谢谢大家的收看",
    "请订阅",
)
_CREDIT_MARKS = ("amara org", "不吝点赞", "明镜与点点", "字幕由", "字幕志愿者")


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as the model gives it, times in seconds, with how sure it is."""

    start: float
    end: float
    text: str
    no_speech: float
    log_probability: float


def plain(text: str) -> str:
    """Words only, in small letters, for comparing."""
    return _WORDLESS.sub(" ", text).strip().lower()


def _made_up(piece: Piece, prompts: Sequence[str]) -> bool:
    words = plain(piece.text)
    if not words:
        return True
    if piece.no_speech > _NO_SPEECH and piece.log_probability < _UNLIKELY:
        return True
    if any(mark in words for mark in _CREDIT_MARKS):
        return True
    if words in _CREDITS and (piece.no_speech > _DOUBTFUL or piece.end - piece.start < 1.0):
        return True
    if len(words) > _MOST_LETTERS_A_SECOND * max(piece.end - piece.start, 1.0):
        return True
    told = [plain(prompt) for prompt in prompts if prompt]
    return words in told or (piece.no_speech > _NO_SPEECH and any(words in one for one in told))


# A small model goes on where a Chinese sentence is over; digits and letters that belong there are narrow.
_TAIL = re.compile(r"[Ａ-Ｚａ-ｚ０-９：:，,、]+(?=[。？！]?$)")


def tidy(text: str) -> str:
    """A Chinese sentence without what was made up behind its end."""
    return _TAIL.sub("", text.rstrip())


def fitting(hints: Iterable[str], *, chinese: bool) -> list[str]:
    """The names that may be said in a language, as many as do not push out what was said."""
    made: list[str] = []
    letters = _HINT_LETTERS[chinese]
    for hint in hints:
        if bool(_CHINESE.search(hint)) is chinese and len(hint) <= letters:
            letters -= len(hint)
            made.append(hint)
    return made


def sound(pieces: Iterable[Piece], prompts: Sequence[str] = ()) -> Iterator[Piece]:
    """The pieces that somebody said. Of one that comes again and again, the first ones only.

    Args:
        pieces: In order.
        prompts: What the model was told beforehand; it likes to say that where it hears nothing.
    """
    last, count = "", 0
    for piece in pieces:
        words = plain(piece.text)
        count = count + 1 if words == last else 1
        last = words
        if count < _REPEATS and not _made_up(piece, prompts):
            yield Piece(piece.start, piece.end, _LOOP.sub(r"\1", piece.text), piece.no_speech, piece.log_probability)


_OPEN_END = re.compile(
    r"(?:[,，、;；:：…-]|\b(?:and|or|to|the|a|an|at|on|in|for|with|of|my|um|uh|from|by)[.…]*)\s*$", re.I
)


def complete(text: str) -> bool:
    """True where the words sound as if nothing followed: then a shorter silence will do."""
    return bool(text.strip()) and not _OPEN_END.search(text.strip()) and not text.rstrip().endswith("...")
