"""Whole characters only, nothing of a stop string."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.engines.llm.text import TextStream


@given(text=st.text(), cuts=st.lists(st.integers(1, 4), min_size=1))
def test_characters_are_never_torn(text: str, cuts: list[int]) -> None:
    data = text.encode("utf-8", "ignore")
    stream = TextStream()
    shown = []
    at = number = 0
    while at < len(data):
        size = cuts[number % len(cuts)]
        shown.append(stream.feed(data[at : at + size]))
        at += size
        number += 1
    whole = "".join(shown) + stream.finish()
    assert whole == data.decode()
    assert all("\ufffd" not in piece or "\ufffd" in text for piece in shown)


def test_the_torn_half_of_a_character_at_the_end_is_dropped() -> None:
    stream = TextStream()
    data = "王总".encode()
    assert stream.feed(data[:4]) + stream.finish() == "王"


@given(before=st.text("ab", max_size=20), after=st.text("abc", max_size=5), size=st.integers(1, 3))
def test_text_ends_before_a_stop_string(before: str, after: str, size: int) -> None:
    stream = TextStream(["<stop>", "never"])
    data = f"{before}<stop>{after}".encode()
    shown = "".join(stream.feed(data[at : at + size]) for at in range(0, len(data), size))
    assert shown + stream.finish() == before
    assert stream.ended


def test_the_beginning_of_a_stop_string_waits_and_comes_when_it_was_none() -> None:
    stream = TextStream(["\nUser:"])
    assert stream.feed(b"tea\nUs") == "tea"
    assert stream.feed(b"ual") == "\nUsual"
    assert stream.feed(b"\n") == ""
    assert stream.finish() == "\n"
    assert not stream.ended
