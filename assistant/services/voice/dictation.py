"""Heard words as they belong between those that stand in a text already. Pure."""

from __future__ import annotations

_ENDS = ".!?。！？…\n"
_OPENS = "([{“‘「『（《"
_NO_SPACE_BEFORE = ",.;:!?)]}”’，。；：！？、）》」』…"
_NAMES = ("I ", "I'", "I’")
# Words that are no names, with which a dictated piece often begins.
_SMALL = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "the",
            "to",
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "without",
            "or",
            "but",
            "so",
        ),
        *(
            "if",
            "then",
            "than",
            "that",
            "this",
            "these",
            "those",
            "there",
            "here",
            "it",
            "is",
            "are",
            "was",
            "were",
            "be",
        ),
        *(
            "before",
            "after",
            "until",
            "about",
            "because",
            "when",
            "while",
            "where",
            "what",
            "who",
            "how",
            "why",
            "which",
        ),
        *("my", "your", "his", "her", "our", "their", "he", "she", "we", "they", "you", "not", "no", "also", "maybe"),
        *(
            "buy",
            "get",
            "call",
            "ask",
            "tell",
            "send",
            "bring",
            "take",
            "make",
            "write",
            "check",
            "pay",
            "book",
            "order",
        ),
    )
)


def fitted(heard: str, before: str, after: str, *, lines: bool) -> str:
    """What is put in at the caret.

    Args:
        heard: The transcript.
        before: The text before the caret.
        after: The text after it.
        lines: The field holds sentences and paragraphs. One of a single line holds a title or a search, which end
            without a full stop.
    """
    text = " ".join(heard.split())
    if not text:
        return ""
    previous, following = before.rstrip(" ")[-1:], after.lstrip(" ")[:1]
    inside = bool(previous) and previous not in _ENDS and following not in ("", "\n")
    if not lines or inside or following.islower() or (following and following in _NO_SPACE_BEFORE):
        text = _without_stop(text)
    if previous and previous not in _ENDS and _is_plain_word(text):
        text = text[0].lower() + text[1:]
    if before and not before[-1].isspace() and before[-1] not in _OPENS and _spaced(before[-1], text[0]):
        text = f" {text}"
    if after and not after[0].isspace() and _spaced(text[-1], after[0]):
        text = f"{text} "
    return text


def _without_stop(text: str) -> str:
    """Without the one full stop of a single sentence."""
    if text[-1] in ".。" and not text.endswith("..") and not any(one in text[:-1] for one in "。！？!?"):
        return text[:-1]
    return text


def _is_plain_word(text: str) -> bool:
    """True where the first word is written big only because a sentence begins with it, as far as that can be told."""
    if text.startswith(_NAMES) or text == "I":
        return False
    first = text.split(" ", 1)[0].rstrip(_NO_SPACE_BEFORE)
    return first[:1].isupper() and first[1:].islower() and first.isascii() and first.lower() in _SMALL


def _spaced(left: str, right: str) -> bool:
    """Chinese needs no space, and no sign has one before it."""
    return not _is_han(left) and not _is_han(right) and right not in _NO_SPACE_BEFORE


def _is_han(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or "\u3000" <= char <= "\u303f"
