"""Gaps between events, offers from them, and tasks put into them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.recurrence import expand
from assistant.services.calendar.free_time import Stretch, clashes, day_windows, gaps, offers, packed, quarter
from tests.helpers.store_values import event, zoned

ZONE = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


def at(hour: float, day: int = 19) -> datetime:
    return datetime(2026, 10, day, tzinfo=ZONE) + timedelta(hours=hour)


def test_gaps_are_what_events_leave_and_begin_on_a_quarter() -> None:
    windows = day_windows(date(2026, 10, 19), date(2026, 10, 21), time(9), time(12), ZONE)
    taken = [(at(8), at(9) + timedelta(minutes=7)), (at(10), at(11)), (at(10, 20), at(12, 20))]
    assert gaps(windows, taken, timedelta(minutes=30)) == (
        (at(9.25), at(10)),
        (at(11), at(12)),
        (at(9, 20), at(10, 20)),
    )
    assert gaps(windows, taken, HOUR) == ((at(11), at(12)), (at(9, 20), at(10, 20)))


def test_a_window_over_the_change_of_the_clock_has_its_true_length() -> None:
    low, high = datetime(2026, 10, 25, 1, tzinfo=ZONE), datetime(2026, 10, 25, 4, tzinfo=ZONE)
    (free,) = gaps([(low, high)], [], 4 * HOUR)  # from 01:00 to 04:00 it is four hours that night
    assert free == (low, high)


def test_offers_take_turns_between_the_days() -> None:
    free = ((at(9), at(12)), (at(14), at(15)), (at(9, 20), at(10, 20)))
    assert offers(free, HOUR, 3) == ((at(9), at(10)), (at(10), at(11)), (at(9, 20), at(10, 20)))


def test_lengths_go_into_the_first_gap_with_room() -> None:
    free = ((at(9), at(10)), (at(11), at(13)))
    assert packed([2 * HOUR, HOUR, HOUR], free) == ((at(11), at(13)), (at(9), at(10)), None)


def test_clashes_are_pairs_that_share_a_moment() -> None:
    spans = {"a": (9, 11), "b": (10, 12), "c": (11, 13), "d": (13, 14)}
    found = [
        one
        for name, (low, high) in spans.items()
        for one in expand(event(name, title=name, span=zoned(at(low), (high - low) * HOUR)), at(0), at(24), ZONE)
    ]
    assert [(pair.first.title, pair.second.title) for pair in clashes(found)] == [("a", "b"), ("b", "c")]


_stretches = st.lists(
    st.tuples(st.integers(0, 95), st.integers(1, 12)).map(
        lambda pair: (at(pair[0] / 4), at(pair[0] / 4) + pair[1] * timedelta(minutes=15))
    ),
    max_size=8,
)


@given(_stretches, st.integers(1, 8))
def test_no_gap_touches_what_is_taken_and_none_is_missed(taken: list[Stretch], quarters: int) -> None:
    least = quarters * timedelta(minutes=15)
    low, high = at(8), at(20)
    free = gaps([(low, high)], taken, least)
    for start, end in free:
        assert low <= start
        assert end <= high
        assert end - start >= least
        assert quarter(start) == start
        assert not any(start < stop and begin < end for begin, stop in taken)
    for number in range(48):
        start = low + number * timedelta(minutes=15)
        end = start + least
        if end <= high and not any(start < stop and begin < end for begin, stop in taken):
            assert any(a <= start and end <= b for a, b in free)
