"""Finding by words: candidates from the index nearest to now on both sides, then ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from assistant.domain.search import Found, Match, Wanted, Where
from assistant.store import event_rows, rows, search_text
from assistant.store.ledger import Ledger
from assistant.store.search_index import DATED, EVENTS, MESSAGES, SERIES, mark, moment_of, place
from assistant.store.shapes import Shape

_LATEST = datetime.max.replace(tzinfo=moment_of(0).tzinfo)
_EARLIEST = moment_of(0)
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


class Search:
    """See `ports.Search`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, wanted: Wanted, now: datetime, most: int) -> tuple[Match, ...]:
        """The best matches of each family, best first."""
        terms = search_text.terms(wanted.words)
        if wanted.words.strip() and not terms:
            return ()
        best: dict[str, tuple[tuple[int, float], _Candidate]] = {}
        for band, kinds in _BANDS.items():
            kept = tuple(kind for kind in kinds if kind in wanted.kinds)
            if not kept:
                continue
            for candidate in self._candidates(band, kept, wanted, terms, now, most):
                best[f"{candidate.kind} {candidate.uid}"] = (_rank(candidate, wanted.words, now), candidate)
        ranked = sorted(best.values(), key=lambda one: (one[0], one[1].number))
        shown = [one for kind in wanted.kinds for one in [each for each in ranked if each[1].kind is kind][:most]]
        shown.sort(key=lambda one: one[0])
        return self._loaded([(candidate, Where(rank[0])) for rank, candidate in shown])

    # ------------------------------------------------------------------------------------------------ candidates

    def _candidates(
        self, band: int, kinds: tuple[Found, ...], wanted: Wanted, terms: tuple[str, ...], now: datetime, most: int
    ) -> Iterable[_Candidate]:
        filters = _filters(band, kinds, wanted)
        if not terms:
            return self._around(band, filters, wanted, now)
        joined = " AND ".join(terms)
        found = {
            one.number: one for one in self._around(band, f"{{title sound}} : ({joined}) AND {filters}", wanted, now)
        }
        if len(found) < most:
            everywhere = self._around(band, f"{{title body sound}} : ({joined}) AND {filters}", wanted, now)
            found |= {one.number: one for one in everywhere}
        return found.values()

    def _around(self, band: int, match: str, wanted: Wanted, now: datetime) -> list[_Candidate]:
        """The matches nearest to now in a band, from both sides of it."""
        if band == SERIES:
            return self._run(_BACK, match, place(band, _EARLIEST), place(band + 1, _EARLIEST) - 1)
        low = place(band, wanted.start_at or _EARLIEST)
        high = place(band, wanted.end_at or _LATEST) - 1
        if band == MESSAGES:
            return self._run(_BACK, match, low, high)
        turn = min(max(place(band, now), low), high + 1)
        return [*self._run(_BACK, match, low, turn - 1), *self._run(_ONWARD, match, turn, high)]

    def _run(self, statement: str, match: str, low: int, high: int) -> list[_Candidate]:
        if low > high:
            return []
        found = self._ledger.connection.exec_driver_sql(statement, (match, low, high, _CANDIDATES))
        return [_Candidate(number, Found(kind), uid, title) for number, kind, uid, title in found]

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


def _filters(band: int, kinds: tuple[Found, ...], wanted: Wanted) -> str:
    marks = [" OR ".join(f"k{kind}" for kind in kinds)]
    marks += [mark("tag", tag) for tag in wanted.tags]
    if wanted.places:
        marks.append(" OR ".join(mark("in", uid) for uid in wanted.places))
    if wanted.done is not None:
        marks.append("isdone" if wanted.done else "isopen")
    if band == DATED and (wanted.dated or wanted.start_at is not None or wanted.end_at is not None):
        marks.append("isdated")
    return "marks : (" + " AND ".join(f"({one})" for one in marks) + ")"


def _rank(candidate: _Candidate, words: str, now: datetime) -> tuple[int, float]:
    """Smaller is better: where the words are, then how far from now."""
    away = abs(moment_of(candidate.number) - now)
    if candidate.number >> 60 == SERIES:
        away = _SERIES_AWAY
    return int(_where(candidate.title, words)), away.total_seconds()


def _where(title: str, asked: str) -> Where:
    if not asked.strip():
        return Where.BODY
    told, whole = f" {title} ", search_text.words(asked)
    if title == whole:
        return Where.WHOLE
    shapes = [term.rstrip("*").strip('"') for term in search_text.terms(asked)]
    if not all(f" {shape}" in told for shape in shapes):
        return Where.SOUND if _sounds_so(title, shapes) else Where.BODY
    if told.startswith(f" {' '.join(shapes)}"):
        return Where.BEGINNING
    return Where.TITLE_WORDS if all(f" {shape} " in told for shape in shapes) else Where.TITLE


def _sounds_so(title: str, shapes: list[str]) -> bool:
    """True where the title is Chinese and what was asked is letters: then it was found by its sound."""
    han = any(search_text.is_han(piece) for piece in title.split())
    return han and all(shape.isascii() and shape.isalpha() for shape in shapes)
