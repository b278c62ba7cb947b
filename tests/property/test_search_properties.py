"""The search knows what is stored after any sequence of changes, deletions and undoing: no more and no less."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.config.paths import Paths
from assistant.domain.search import Wanted
from assistant.store import open_store
from assistant.store.search_text import pieces
from tests.helpers.store_values import NOW, StillClock, event, task

_WORDS = ("dentist", "Café", "牙医", "看牙医", "meeting", "会", "人民医院", "Zoë")
_TITLES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
_UIDS = st.sampled_from(("a", "b", "c"))
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("event"), _UIDS, _TITLES),
        st.tuples(st.just("task"), _UIDS, _TITLES),
        st.tuples(st.just("gone"), _UIDS, st.just("")),
        st.tuples(st.just("back"), _UIDS, st.just("")),
    ),
    max_size=10,
)


@settings(max_examples=25)
@given(_STEPS)
def test_the_index_follows_every_change(steps: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Paths.profile(Path(folder)), StillClock())
        for what, uid, title in steps:
            with store.writing() as unit:
                if what == "event":
                    unit.events.put(event(uid, title=title))
                elif what == "task":
                    unit.tasks.put(task(f"t{uid}", title=title))
                elif what == "gone":
                    unit.events.remove(uid)
                    unit.tasks.remove(f"t{uid}")
                else:
                    for entry in unit.journal.latest(1, undone=False):
                        unit.restore(entry.changes, backwards=True)
                        unit.journal.mark_undone(entry.id, NOW)
                    unit.commit()
                    continue
                unit.record("Changed", at=NOW)
                unit.commit()
        with store.reading() as unit:
            stored = [one for uid in "abc" for one in (unit.events.get(uid), unit.tasks.get(f"t{uid}")) if one]
            for word in _WORDS:
                found = {match.thing.uid for match in unit.search.find(Wanted(words=word), NOW, 50)}
                # One character is the beginning of a pair anywhere; a word of letters the beginning of a word.
                assert found == {one.uid for one in stored if word.casefold() in one.title.casefold()}
        store.close()


# Short ones have an index of their own, what few words begin with is spelt out, and what many do is not.
_LATIN = (
    "den",
    "dent",
    "dentist",
    "Dentistry",
    "dense",
    *(f"den{letter}" for letter in "abcdfghij"),
    "café",
    "Öl",
    "д",
    "день",
    "дент",
)


@settings(max_examples=25)
@given(
    st.lists(st.lists(st.sampled_from(_LATIN), min_size=1, max_size=3).map(" ".join), max_size=12),
    st.lists(st.tuples(st.sampled_from(_LATIN), st.integers(1, 6)).map(lambda one: one[0][: one[1]]), max_size=2),
)
def test_the_beginning_of_each_word_is_enough(titles: list[str], asked: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Paths.profile(Path(folder)), StillClock())
        with store.writing() as unit:
            for number, title in enumerate(titles):
                unit.events.put(event(f"e{number}", title=title, rrule="FREQ=DAILY" if number % 3 == 0 else None))
            unit.record("Added", at=NOW)
            unit.commit()
        begun = [piece for word in asked for piece in pieces(word)]
        with store.reading() as unit:
            found = (
                {match.thing.uid for match in unit.search.find(Wanted(words=" ".join(asked)), NOW, 50)}
                if asked
                else set()
            )
        store.close()
    fitting = {
        f"e{number}"
        for number, title in enumerate(titles)
        if asked and all(any(word.startswith(one) for word in pieces(title)) for one in begun)
    }
    assert found == fitting
