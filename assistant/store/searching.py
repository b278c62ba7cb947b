"""Finding by words: candidates from the index nearest to now on both sides, then ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from assistant.domain.search import Found, Match, Wanted, Where
from assistant.store import event_rows, rows, search_spellings, search_text
from assistant.store.ledger import Ledger
from assistant.store.search_index import DATED, EVENTS, MESSAGES, SERIES, mark, moment_of, place
from assistant.store.shapes import Shape

_LATEST = datetime.max.replace(tzinfo=moment_of(0).tzinfo)
_EARLIEST = moment_of(0)
_NO_END = place(SERIES + 1, _EARLIEST) - 1
# More of one band than this are not looked at on either side of now: they could not be shown.
_CANDIDATES = 60
# A series is as near as something next week.
_SERIES_AWAY = timedelta(days=7)
_SHAPES: dict[Found, Shape[Any]] = {
    Found.EVENT: event_rows.EVENT,
    Found.TASK: rows.TASK,
    Found.REMINDER: rows.REMINDER,
    Found.MESSAGE: rows.MESSAGE,
}
_BANDS = {
    EVENTS: (Found.EVENT,),
    DATED: (Found.TASK, Found.REMINDER),
    MESSAGES: (Found.MESSAGE,),
    SERIES: (Found.EVENT,),
}
_KINDS = {kind.value: kind for kind in Found}
_IN_TITLES, _ANYWHERE = "{title sound}", "{title body sound}"
_LAST = "SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT 1"
_ONWARD = (
    "SELECT i.id, i.kind, i.uid, i.title FROM search_words JOIN search_items AS i ON i.id = search_words.rowid "
    "WHERE search_words MATCH ? AND search_words.rowid BETWEEN ? AND ? ORDER BY search_words.rowid LIMIT ?"
)
_BACK = (
    "SELECT i.id, i.kind, i.uid, i.title FROM search_words JOIN search_items AS i ON i.id = search_words.rowid "
    "WHERE search_words MATCH ? AND search_words.rowid BETWEEN ? AND ? ORDER BY search_words.rowid DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    kind: Found
    uid: str
    title: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A search; `last` has its conditions in FTS5's language, the narrowest first, with the last number each fits.

    The conditions hold the words alone: what the filters say comes to them in each band.
    """

    wanted: Wanted
    now: datetime
    most: int
    last: Mapping[str, int]


class Search:
    """See `ports.Search`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, wanted: Wanted, now: datetime, most: int) -> tuple[Match, ...]:
        """The best matches of each family, best first."""
        asked = _Asked(wanted, now, most, self._last(wanted.words))
        standing = _Standing(wanted.words)
        best: dict[str, tuple[tuple[int, float], _Candidate]] = {}
        for band, kinds in _BANDS.items():
            kept = tuple(kind for kind in kinds if kind in wanted.kinds)
            if not kept:
                continue
            for candidate in self._candidates(band, kept, asked):
                best[f"{candidate.kind} {candidate.uid}"] = (_rank(candidate, standing, now), candidate)
        ranked = sorted(best.values(), key=lambda one: (one[0], one[1].number))
        shown = [one for kind in wanted.kinds for one in [each for each in ranked if each[1].kind is kind][:most]]
        shown.sort(key=lambda one: one[0])
        return self._loaded([(candidate, Where(rank[0])) for rank, candidate in shown])

    # ------------------------------------------------------------------------------------------------ candidates

    def _last(self, words: str) -> dict[str, int]:
        """Conditions for words, first in titles and then anywhere, with the last number each fits; see `_Asked`.

        What fits nothing is left out: that the words are in no title is found out once, not on each side of each band.
        """
        if not words.strip():
            return {"": _NO_END}
        terms = search_spellings.spelt_out(self._ledger.connection, search_text.terms(words))
        last = {}
        for columns in (_ANYWHERE, _IN_TITLES) if terms else ():
            condition = f"{columns} : ({' AND '.join(terms)})"
            found = self._ledger.connection.exec_driver_sql(_LAST, (condition,)).scalar()
            if found is None:
                break
            last[condition] = found
        return dict(reversed(last.items()))

    def _candidates(self, band: int, kinds: tuple[Found, ...], asked: _Asked) -> Iterable[_Candidate]:
        found: dict[int, _Candidate] = {}
        for condition, last in asked.last.items():
            # All of a band is of its only kinds, and looking for their mark in everything takes its time.
            marks = _marks(band, () if condition and kinds == _BANDS[band] else kinds, asked.wanted)
            match = " AND ".join(part for part in (condition, marks) if part)
            if len(found) < asked.most:
                found |= {one.number: one for one in self._around(band, match, last, asked)}
        return found.values()

    def _around(self, band: int, match: str, last: int, asked: _Asked) -> list[_Candidate]:
        """The matches nearest to now in a band, from both sides of it; there is none beyond `last`."""
        if band == SERIES:
            return self._run(_BACK, match, place(band, _EARLIEST), last)
        low = place(band, asked.wanted.start_at or _EARLIEST)
        high = min(place(band, asked.wanted.end_at or _LATEST) - 1, last)
        if band == MESSAGES:
            return self._run(_BACK, match, low, high)
        turn = min(max(place(band, asked.now), low), high + 1)
        return [*self._run(_BACK, match, low, turn - 1), *self._run(_ONWARD, match, turn, high)]

    def _run(self, statement: str, match: str, low: int, high: int) -> list[_Candidate]:
        if low > high:
            return []
        found = self._ledger.connection.exec_driver_sql(statement, (match, low, high, _CANDIDATES))
        assert found.cursor is not None
        rows = found.cursor.fetchall()
        return [_Candidate(number, _KINDS[kind], uid, title) for number, kind, uid, title in rows]

    def _loaded(self, found: list[tuple[_Candidate, Where]]) -> tuple[Match, ...]:
        things: dict[tuple[Found, str], Match] = {}
        for kind, shape in _SHAPES.items():
            where = {candidate.uid: place for candidate, place in found if candidate.kind is kind}
            if not where:
                continue
            for thing in self._ledger.find(shape, select(shape.table).where(shape.table.c.uid.in_(where))):
                things[kind, thing.uid] = Match(kind, thing, where[thing.uid])
        keys = [(candidate.kind, candidate.uid) for candidate, _ in found]
        return tuple(things[key] for key in keys if key in things)


def _marks(band: int, kinds: tuple[Found, ...], wanted: Wanted) -> str:
    """What the filters say of a band, as a condition; `kinds` are those that have to be told apart in it."""
    marks = [" OR ".join(f"k{kind}" for kind in kinds)] if kinds else []
    marks += [mark("tag", tag) for tag in wanted.tags]
    if wanted.places:
        marks.append(" OR ".join(mark("in", uid) for uid in wanted.places))
    if wanted.done is not None:
        marks.append("isdone" if wanted.done else "isopen")
    if band == DATED and (wanted.dated or wanted.start_at is not None or wanted.end_at is not None):
        marks.append("isdated")
    return "marks : (" + " AND ".join(f"({one})" for one in marks) + ")" if marks else ""


def _rank(candidate: _Candidate, standing: _Standing, now: datetime) -> tuple[int, float]:
    """Smaller is better: where the words are, then how far from now."""
    away = abs(moment_of(candidate.number) - now)
    if candidate.number >> 60 == SERIES:
        away = _SERIES_AWAY
    return int(standing.of(candidate.title)), away.total_seconds()


class _Standing:
    """Where in a title the words stand that were asked for."""

    def __init__(self, asked: str) -> None:
        self._whole = search_text.words(asked)
        self._shapes = [term.rstrip("*").strip('"') for term in search_text.terms(asked)]
        self._begun = f" {' '.join(self._shapes)}"
        self._lettered = all(shape.isascii() and shape.isalpha() for shape in self._shapes)

    def of(self, title: str) -> Where:
        """The place, of a title as the index has it."""
        told = f" {title} "
        if not self._shapes:
            return Where.BODY
        if title == self._whole:
            return Where.WHOLE
        if not all(f" {shape}" in told for shape in self._shapes):
            return Where.SOUND if self._sounds_so(title) else Where.BODY
        if told.startswith(self._begun):
            return Where.BEGINNING
        return Where.TITLE_WORDS if all(f" {shape} " in told for shape in self._shapes) else Where.TITLE

    def _sounds_so(self, title: str) -> bool:
        """True where the title is Chinese and what was asked is letters: then it was found by its sound."""
        return self._lettered and any(search_text.is_han(piece) for piece in title.split())
