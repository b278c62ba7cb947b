"""Keeps the search in step with what is stored: triggers note what changed, and the same transaction looks it up again.

Numbers of rows say where in time a thing stands, in one band a family, so that a search can walk from now into the
future and into the past, and a stretch of time is a stretch of numbers.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from assistant.store import search_text
from assistant.store.tables import from_ticks, to_ticks

Values = tuple[Any, ...]
Entry = tuple[int, str, str, str, str]
EVENTS, DATED, MESSAGES, SERIES = range(4)
_BAND = 60
_SPREAD = 22
_MINUTE = timedelta(minutes=1)
_BEGINNING = datetime(1, 1, 1, tzinfo=from_ticks(0).tzinfo)
_MOST_MINUTES = (1 << (_BAND - _SPREAD)) - 1
_AT_ONCE = 500
_MANY = 5_000


def place(band: int, moment: datetime) -> int:
    """The first number that stands for this minute in the band."""
    minutes = min(max((moment - _BEGINNING) // _MINUTE, 0), _MOST_MINUTES)
    return (band << _BAND) | (minutes << _SPREAD)


def moment_of(number: int) -> datetime:
    """The minute (UTC) that a number stands for."""
    minutes = (number & ((1 << _BAND) - 1)) >> _SPREAD
    return _BEGINNING + minutes * _MINUTE


@lru_cache(maxsize=4096)
def mark(kind: str, value: str) -> str:
    """A word that says "is in this calendar", "has this tag", unlike any word that people write."""
    return kind + hashlib.sha256(search_text.plain(value).encode()).hexdigest()[:12]


# ------------------------------------------------------------------------------------- from stored rows to entries


def _event(row: Values) -> Entry:
    calendar, title, start, location, notes, people, tags, overrides, *rules = row
    changed, names, labels = (json.loads(listed) if listed != "[]" else [] for listed in (overrides, people, tags))
    titles = (title, *(one["title"] for one in changed if one["title"] != title))
    places = (location, *(one["location"] for one in changed if one.get("location", "") != location))
    body = search_text.words(*places, notes, *(one.get("notes", "") for one in changed), *names, *labels)
    marks = ["kevent", mark("in", calendar), *(mark("tag", tag) for tag in labels)]
    band = EVENTS if all(rule in (None, "", "[]") for rule in rules) else SERIES
    return (
        place(band, from_ticks(start)),
        search_text.words(*titles),
        body,
        search_text.sounds(*titles, location, *names),
        " ".join(marks),
    )


def _task(row: Values) -> Entry:
    list_uid, title, created, notes, due_on, due_at, tags, completed = row
    at = due_at if due_at is not None else created
    if due_on is not None:
        at = to_ticks(datetime.fromisoformat(due_on).replace(tzinfo=from_ticks(0).tzinfo))
    labels = json.loads(tags)
    marks = ["ktask", mark("in", list_uid), *(mark("tag", tag) for tag in labels)]
    marks.append("isopen" if completed is None else "isdone")
    if due_on is not None or due_at is not None:
        marks.append("isdated")
    return (
        place(DATED, from_ticks(at)),
        search_text.words(title),
        search_text.words(notes, *labels),
        search_text.sounds(title),
        " ".join(marks),
    )


def _reminder(row: Values) -> Entry | None:
    text, due_at, item_uid, state = row
    if item_uid is not None:
        return None  # it only announces an item, which is found itself
    marks = "kreminder isdated " + ("isdone" if state == "acknowledged" else "isopen")
    return place(DATED, from_ticks(due_at)), search_text.words(text), "", search_text.sounds(text), marks


def _message(row: Values) -> Entry | None:
    text, created, state, receipt = row
    if state == "streaming" or receipt is not None:
        return None  # what a receipt names is found itself
    return place(MESSAGES, from_ticks(created)), "", search_text.words(text), "", "kmessage"


_READ: dict[str, tuple[str, Callable[[Values], Entry | None]]] = {
    "event": (
        "SELECT uid, calendar_uid, title, span_start, location, notes, people, tags, overrides, rrule, rdates, "
        "further_rules FROM events WHERE uid IN (SELECT value FROM json_each(?))",
        _event,
    ),
    "task": (
        "SELECT uid, list_uid, title, created_at, notes, due_on, due_at, tags, completed_at "
        "FROM tasks WHERE uid IN (SELECT value FROM json_each(?))",
        _task,
    ),
    "reminder": (
        "SELECT uid, text, due_at, item_uid, state FROM reminders WHERE uid IN (SELECT value FROM json_each(?))",
        _reminder,
    ),
    "message": (
        "SELECT uid, text, created_at, state, receipt FROM messages WHERE uid IN (SELECT value FROM json_each(?))",
        _message,
    ),
}
KINDS = tuple(_READ)


# ---------------------------------------------------------------------------------------------------- keeping step


def _is_most(connection: sqlite3.Connection) -> bool:
    """True where so much came or went (a big calendar) that the words are sooner written anew than changed."""
    pending = connection.execute("SELECT count(*) FROM search_pending").fetchone()[0]
    return bool(
        pending >= _MANY and pending * 2 >= connection.execute("SELECT count(*) FROM search_items").fetchone()[0]
    )


def index_pending(connection: sqlite3.Connection) -> None:
    """Looks up again what the triggers noted. Runs in the caller's transaction.

    Args:
        connection: Writing, of a database that has the tables of the search.
    """
    anew = _is_most(connection)
    for kind in KINDS:
        last = ""
        while found := connection.execute(
            "SELECT uid FROM search_pending WHERE kind = ? AND uid > ? ORDER BY uid LIMIT ?", (kind, last, _AT_ONCE)
        ).fetchall():
            uids = [row[0] for row in found]
            _index(connection, kind, uids, with_words=not anew)
            last = uids[-1]
    connection.execute("DELETE FROM search_pending")
    if anew:
        connection.execute("INSERT INTO search_words (search_words) VALUES ('rebuild')")


def index_all(connection: sqlite3.Connection) -> None:
    """Looks up everything. Runs in the caller's transaction."""
    connection.execute(
        "INSERT INTO search_pending (kind, uid) SELECT 'event', uid FROM events UNION SELECT 'task', uid FROM tasks "
        "UNION SELECT 'reminder', uid FROM reminders UNION SELECT 'message', uid FROM messages"
    )
    index_pending(connection)


def _index(connection: sqlite3.Connection, kind: str, uids: Sequence[str], *, with_words: bool) -> None:
    """Writes the entries of things anew, and their words where those are not all written anew afterwards."""
    statement, read = _READ[kind]
    these = json.dumps(uids)
    old = connection.execute(
        "SELECT id, title, body, sound, marks FROM search_items "
        "WHERE kind = ? AND uid IN (SELECT value FROM json_each(?))",
        (kind, these),
    ).fetchall()
    if with_words:
        connection.executemany(
            "INSERT INTO search_words (search_words, rowid, title, body, sound, marks) "
            "VALUES ('delete', ?, ?, ?, ?, ?)",
            old,
        )
    connection.executemany("DELETE FROM search_items WHERE id = ?", [row[:1] for row in old])
    found = ((uid, read(tuple(row))) for uid, *row in connection.execute(statement, (these,)).fetchall())
    entries = [(entry[0] | _spread(uid), uid, entry) for uid, entry in found if entry is not None]
    taken = _taken(connection, [number for number, _uid, _entry in entries])
    fresh = []
    for wanted, uid, entry in entries:
        number = _free(connection, wanted, taken) if wanted in taken else wanted
        taken.add(number)
        fresh.append((number, *entry[1:], kind, uid))
    connection.executemany(
        "INSERT INTO search_items (id, title, body, sound, marks, kind, uid) VALUES (?, ?, ?, ?, ?, ?, ?)", fresh
    )
    if with_words:
        connection.executemany(
            "INSERT INTO search_words (rowid, title, body, sound, marks) VALUES (?, ?, ?, ?, ?)",
            [row[:5] for row in fresh],
        )


def _spread(uid: str) -> int:
    """Tells things of the same minute apart."""
    return int.from_bytes(hashlib.sha256(uid.encode()).digest()[:4], "big") >> (32 - _SPREAD)


def _taken(connection: sqlite3.Connection, numbers: Sequence[int]) -> set[int]:
    there = connection.execute(
        "SELECT id FROM search_items WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)
    )
    return {row[0] for row in there}


def _free(connection: sqlite3.Connection, number: int, taken: set[int]) -> int:
    while number in taken or connection.execute("SELECT 1 FROM search_items WHERE id = ?", (number,)).fetchone():
        number += 1
    return number
