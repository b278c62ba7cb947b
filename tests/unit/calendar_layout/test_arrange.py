"""Side by side, cascades, bars in rows, the words for what does not fit. No display."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.desktop.calendar.layout import CASCADE_STEP, Place, arrange, fit, neighbour, stack

WIDE, NARROW = 160.0, 78.0
SHORTEST, LEAST = 25, 64.0

SPANS = st.lists(
    st.tuples(st.integers(0, 1425), st.integers(0, 300)).map(lambda pair: (pair[0], min(pair[0] + pair[1], 1440))),
    max_size=24,
)


def at(hour: float) -> int:
    return round(hour * 60)


def test_alone_takes_the_whole_width() -> None:
    assert arrange([(at(9), at(10))], WIDE, shortest=SHORTEST, least=LEAST) == [Place(0, WIDE, 0)]


def test_one_after_the_other_is_no_overlap() -> None:
    places = arrange([(at(9), at(10)), (at(10), at(11))], WIDE, shortest=SHORTEST, least=LEAST)
    assert [place.width for place in places] == [WIDE, WIDE]


def test_two_share_equally_where_there_is_room() -> None:
    places = arrange([(at(13), at(14)), (at(13.5), at(14.5))], WIDE, shortest=SHORTEST, least=LEAST)
    assert places == [Place(0, 80, 0), Place(80, 80, 0)]


def test_two_cascade_where_a_share_would_be_too_small() -> None:
    first, second = arrange([(at(13), at(14)), (at(13.5), at(14.5))], NARROW, shortest=SHORTEST, least=LEAST)
    assert first == Place(0, NARROW, 0, shows=second.left, clear=30)
    assert second.left == pytest.approx(NARROW * CASCADE_STEP)
    assert second.left + second.width == pytest.approx(NARROW)
    assert (second.depth, second.shows) == (1, None)


def test_a_chain_of_overlaps_is_one_cluster_and_columns_are_used_again() -> None:
    # the third begins after the first ended: it goes back to the first column
    spans = [(at(9), at(10.5)), (at(10), at(12)), (at(11), at(13))]
    places = arrange(spans, WIDE, shortest=SHORTEST, least=LEAST)
    assert [place.left for place in places] == [0, 80, 0]


def test_the_longer_one_lies_left_when_two_begin_together() -> None:
    short, long = arrange([(at(9), at(10)), (at(9), at(12))], WIDE, shortest=SHORTEST, least=LEAST)
    assert (long.left, short.left) == (0, 80)


def test_short_ones_need_the_room_they_fill_on_screen() -> None:
    places = arrange([(at(9), at(9) + 5), (at(9) + 10, at(10))], WIDE, shortest=SHORTEST, least=LEAST)
    assert [place.width for place in places] == [80, 80]


@settings(deadline=None)
@given(SPANS, st.sampled_from([60.0, 100.0, 160.0, 400.0]))
def test_nothing_leaves_the_column_and_equals_do_not_lie_on_each_other(
    spans: list[tuple[int, int]], width: float
) -> None:
    places = arrange(spans, width, shortest=SHORTEST, least=LEAST)
    assert len(places) == len(spans)
    for place in places:
        assert place.left >= 0
        assert place.width > 0
        assert place.left + place.width <= width + 1e-6
    for one, (start, end) in enumerate(spans):
        for two in range(one):
            begins, ends = spans[two]
            overlap = start < max(ends, begins + SHORTEST) and begins < max(end, start + SHORTEST)
            if overlap and places[one].depth == places[two].depth:
                left, right = sorted((places[one], places[two]), key=lambda place: place.left)
                assert left.left + left.width <= right.left + 1e-6


def test_bars_take_the_highest_free_row() -> None:
    assert stack([(0, 3), (4, 6), (2, 5), (0, 1)]) == [0, 0, 1, 1]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda pair: (min(pair), max(pair))), max_size=20))
def test_bars_of_a_row_do_not_touch_the_same_column(bars: list[tuple[int, int]]) -> None:
    taken: set[tuple[int, int]] = set()
    for (first, last), row in zip(bars, stack(bars), strict=True):
        cells = {(row, column) for column in range(first, last + 1)}
        assert not cells & taken
        taken |= cells


def test_what_fits_is_shown_whole() -> None:
    pieces, hidden = fit([(0, 6), (2, 2), (2, 2)], 7, 3)
    assert hidden == [0] * 7
    assert [(piece.bar, piece.row, piece.first, piece.last) for piece in pieces] == [
        (0, 0, 0, 6),
        (1, 1, 2, 2),
        (2, 2, 2, 2),
    ]


def test_the_last_row_of_a_full_column_says_how_many_more() -> None:
    pieces, hidden = fit([(2, 2)] * 5, 7, 3)
    assert hidden == [0, 0, 3, 0, 0, 0, 0]
    assert [piece.row for piece in pieces] == [0, 1]


def test_a_long_bar_is_hidden_only_where_there_is_no_room() -> None:
    bars = [(3, 3), (3, 3), (1, 5)]
    pieces, hidden = fit(bars, 7, 2)
    assert hidden[3] == 2
    assert [(piece.first, piece.last) for piece in pieces if piece.bar == 2] == []
    bars = [(3, 3), (1, 5), (3, 3)]
    pieces, hidden = fit(bars, 7, 2)
    assert [(piece.first, piece.last) for piece in pieces if piece.bar == 1] == [(1, 2), (4, 5)]
    assert hidden == [0, 0, 0, 2, 0, 0, 0]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda pair: (min(pair), max(pair))), max_size=20),
    st.integers(1, 6),
)
def test_every_bar_is_shown_or_counted_in_each_of_its_columns(bars: list[tuple[int, int]], capacity: int) -> None:
    pieces, hidden = fit(bars, 7, capacity)
    for column in range(7):
        here = sum(1 for first, last in bars if first <= column <= last)
        shown = [piece for piece in pieces if piece.first <= column <= piece.last]
        assert here == len(shown) + hidden[column]
        assert len({piece.row for piece in shown}) == len(shown)
        assert all(piece.row < capacity - (hidden[column] > 0) for piece in shown)


BOXES = [(0.0, 100.0, 0.0, 150.0), (0.0, 300.0, 0.0, 340.0), (2.0, 120.0, 0.0, 160.0), (2.0, 500.0, 0.0, 560.0)]


@pytest.mark.parametrize(
    ("start", "step", "goal"),
    [
        (0, (0, 1), 1),
        (1, (0, -1), 0),
        (0, (0, -1), None),
        (0, (1, 0), 2),
        (1, (1, 0), 2),
        (3, (-1, 0), 1),
        (2, (1, 0), None),
    ],
)
def test_arrow_keys_go_by_time_and_day(start: int, step: tuple[int, int], goal: int | None) -> None:
    assert neighbour(BOXES, start, step) == goal
