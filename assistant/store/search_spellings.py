"""Beginnings of words told as the words that begin so.

FTS5 gathers everything that a beginning longer than those of its own index can mean before it gives the first match:
all of the thousands of lunches, for each question anew. The matches of whole words it walks through one by one, and
leaves off where the search does.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from sqlalchemy import Connection

# Beginnings as short as this have an index of their own; see `schema_6`.
_INDEXED = 2
# More words than this are left to FTS5.
_MOST = 12
_BEGINNING = re.compile(r'"(\w+)"\*')
# Names one word after the other, each found by the one before it: to go through what lies between them would take long.
_WORDS = """
    WITH RECURSIVE spelt (word) AS (
        SELECT (SELECT term FROM temp.search_spellings WHERE term >= :beginning LIMIT 1)
        UNION ALL
        SELECT (SELECT term FROM temp.search_spellings WHERE term >= word || char(1) LIMIT 1) FROM spelt
        WHERE substr(word, 1, length(:beginning)) = :beginning
    )
    SELECT word FROM spelt WHERE substr(word, 1, length(:beginning)) = :beginning LIMIT :most
"""


def prepare(connection: sqlite3.Connection) -> None:
    """Lets the connection read the list of words; once, while it may still write its own temporary tables."""
    connection.execute("CREATE VIRTUAL TABLE temp.search_spellings USING fts5vocab('main', 'search_words', 'instance')")


def spelt_out(connection: Connection, terms: Iterable[str]) -> tuple[str, ...]:
    """Conditions of `search_text.terms` with what they mean, faster to follow."""
    return tuple(_spelt_out(connection, term) for term in terms)


def _spelt_out(connection: Connection, term: str) -> str:
    beginning = _BEGINNING.fullmatch(term)
    if beginning is None or len(beginning[1]) <= _INDEXED:
        return term
    found = connection.exec_driver_sql(_WORDS, {"beginning": beginning[1], "most": _MOST + 1})
    words = found.scalars().all()
    # None: a spelling that the index has in another form, which FTS5 knows and this does not.
    if not 0 < len(words) <= _MOST:
        return term
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"
