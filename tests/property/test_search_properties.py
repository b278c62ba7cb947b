"""The search knows what is stored after any sequence of changes, deletions and undoing: no more and no less."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.config.paths import Paths
from assistant.domain.search import Wanted
from assistant.store import open_store
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
