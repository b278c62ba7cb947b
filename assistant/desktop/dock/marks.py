"""Which words of the text are underlined, and in which colour. Pure."""

from __future__ import annotations

from assistant.understanding.request import Understanding

Underline = tuple[int, int, str]


def underlines(understanding: Understanding, asked: tuple[int, int] | None) -> tuple[Underline, ...]:
    """Spans of code points with the token of their colour, without the spaces at their edges.

    A question marks the times in it alone. Words that only say what to do are marked quietly; those that the bar asks
    about (`asked`) in the tone of a warning.
    """
    request = understanding.first
    found = {(t.start_char, t.end_char): "accent.softBorder" for t in request.times if t.end_char}
    if request.writes:
        for mark in request.marks:
            tone = "border.default" if mark.slot == "command" else "accent.softBorder"
            found.setdefault((mark.start_char, mark.end_char), tone)
    if asked is not None:
        found[asked] = "warning.text"
    trimmed = []
    for (start, end), tone in sorted(found.items()):
        words = understanding.text[start:end]
        first = start + len(words) - len(words.lstrip(" ,，、\n\t"))
        last = start + len(words.rstrip(" ,，、\n\t"))
        if last > first:
            trimmed.append((first, last, tone))
    return tuple(trimmed)
