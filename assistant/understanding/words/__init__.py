"""The words of each language. A third language is a third table here and no new engine."""

from __future__ import annotations

from functools import cache

from assistant.understanding.words.table import Words


@cache
def words_of(language: str) -> Words:
    """The table of "en" or "zh"."""
    if language == "zh":
        from assistant.understanding.words.zh import ZH

        return ZH
    from assistant.understanding.words.en import EN

    return EN
