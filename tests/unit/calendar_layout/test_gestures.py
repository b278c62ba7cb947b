"""Dragging and keys as arithmetic, also across clock changes and midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.desktop.calendar.entries import at_minute, cut, respan
from assistant.desktop.calendar.gestures import Drag, Extent, Grip, Pointer, dragged, nudged
from assistant.domain.spans import AllDay, Floating, Zoned
from tests.helpers.clock import BERLIN

THU, FRI = date(2026, 10, 15), date(2026, 10, 16)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return at_minute(day, hour * 60 + minute, BERLIN)


WORKSHOP = Extent(at(THU, 16), at(THU, 17, 30), all_day=False)
VISIT = Extent(at(THU, 0), at(THU + timedelta(days=2), 0), all_day=True)


def drag(grip: Grip, extent: Extent = WORKSHOP, on: date = THU, minute: int = 16 * 60 + 10, lane: bool = False) -> Drag:
    return Drag(grip, Pointer(on, minute, lane), extent, BERLIN)


def test_moving_keeps_the_length_and_snaps_to_a_quarter() -> None:
    assert dragged(drag(Grip.MOVE), Pointer(FRI, 13 * 60 + 14), 15) == Extent(
        at(FRI, 13), at(FRI, 14, 30), all_day=False
    )


def test_fine_snapping() -> None:
    assert dragged(drag(Grip.MOVE), Pointer(THU, 16 * 60 + 16), 5).start_at == at(THU, 16, 5)


def test_sideways_only_keeps_an_odd_minute() -> None:
    odd = Extent(at(THU, 16, 7), at(THU, 17, 7), all_day=False)
    assert dragged(drag(Grip.MOVE, odd), Pointer(FRI, 16 * 60 + 10), 15).start_at == at(FRI, 16, 7)


def test_a_block_stays_within_the_day_it_is_dropped_on() -> None:
    assert dragged(drag(Grip.MOVE), Pointer(THU, 0), 15).start_at == at(THU, 0)
    assert dragged(drag(Grip.MOVE, minute=17 * 60), Pointer(THU, 1440), 15).start_at == at(THU, 23)


def test_edges() -> None:
    assert dragged(drag(Grip.BOTTOM), Pointer(THU, 18 * 60 + 4), 15).end_at == at(THU, 18)
    assert dragged(drag(Grip.TOP), Pointer(THU, 15 * 60 - 2), 15).start_at == at(THU, 15)
    assert dragged(drag(Grip.BOTTOM), Pointer(THU, 10 * 60), 15).end_at == at(THU, 16, 15)
    assert dragged(drag(Grip.TOP), Pointer(THU, 20 * 60), 15).start_at == at(THU, 17, 15)


def test_into_the_lane_and_back() -> None:
    whole = dragged(drag(Grip.MOVE), Pointer(FRI, 0, in_lane=True), 15)
    assert whole == Extent(at(FRI, 0), at(FRI + timedelta(days=1), 0), all_day=True)
    back = dragged(drag(Grip.MOVE, whole, on=FRI, minute=0, lane=True), Pointer(THU, 9 * 60 + 5), 15)
    assert back == Extent(at(THU, 9), at(THU, 10), all_day=False)


def test_whole_days_keep_their_number() -> None:
    moved = dragged(drag(Grip.MOVE, VISIT, minute=0, lane=True), Pointer(FRI, 0, in_lane=True), 15)
    assert moved == Extent(at(FRI, 0), at(FRI + timedelta(days=2), 0), all_day=True)


def test_a_long_timed_event_in_the_lane_keeps_its_clock_times() -> None:
    long = Extent(at(THU, 9), at(FRI, 18), all_day=False)
    moved = dragged(drag(Grip.MOVE, long, minute=0, lane=True), Pointer(FRI, 0, in_lane=True), 15)
    assert moved == Extent(at(FRI, 9), at(FRI + timedelta(days=1), 18), all_day=False)


@pytest.mark.parametrize(
    ("origin", "to", "start", "end"), [(610, 700, 600, 705), (700, 610, 600, 705), (610, 612, 600, 615)]
)
def test_drawing(origin: int, to: int, start: int, end: int) -> None:
    drawn = dragged(drag(Grip.CREATE, minute=origin), Pointer(THU, to), 15)
    assert (drawn.start_at, drawn.end_at) == (at_minute(THU, start, BERLIN), at_minute(THU, end, BERLIN))


def test_keys() -> None:
    assert nudged(WORKSHOP, BERLIN, minutes=15).start_at == at(THU, 16, 15)
    assert nudged(WORKSHOP, BERLIN, days=1) == Extent(at(FRI, 16), at(FRI, 17, 30), all_day=False)
    assert nudged(WORKSHOP, BERLIN, longer=15).end_at == at(THU, 17, 45)
    assert nudged(Extent(at(THU, 16), at(THU, 16, 15), all_day=False), BERLIN, longer=-15).end_at == at(THU, 16, 15)
    assert nudged(VISIT, BERLIN, longer=-15).end_at == at(FRI, 0)


def test_moving_over_a_clock_change_keeps_the_real_length() -> None:
    night = date(2026, 10, 25)  # 03:00 happens twice
    before = Extent(at(night, 1), at(night, 2), all_day=False)
    assert dragged(drag(Grip.MOVE, before, on=night, minute=60), Pointer(night, 120), 15).start_at == at(night, 2)
    long = nudged(
        Extent(at(night - timedelta(days=1), 1), at(night - timedelta(days=1), 5), all_day=False), BERLIN, days=1
    )
    assert long.end_at.astimezone(UTC) - long.start_at.astimezone(UTC) == timedelta(hours=4)


def test_a_skipped_time_moves_after_the_gap() -> None:
    assert at(date(2026, 3, 29), 2, 30).hour == 3


@given(st.integers(0, 1439), st.integers(15, 1439), st.integers(0, 1440), st.integers(-3, 3))
def test_a_dragged_event_is_never_empty_and_keeps_its_length(start: int, length: int, to: int, days: int) -> None:
    before = Extent(at_minute(THU, start, BERLIN), at_minute(THU, start + length, BERLIN), all_day=False)
    held = Drag(Grip.MOVE, Pointer(THU, start), before, BERLIN)
    after = dragged(held, Pointer(THU + timedelta(days=days), to), 15)
    assert after.end_at - after.start_at == before.end_at - before.start_at
    assert after.start_at.date() == THU + timedelta(days=days)


def test_an_overnight_event_is_cut_at_midnight() -> None:
    pieces = cut(at(THU, 22), at(FRI, 2), [THU, FRI])
    assert [(piece.day, piece.start, piece.end) for piece in pieces] == [(0, 1320, 1440), (1, 0, 120)]
    assert [(piece.begins, piece.ends) for piece in pieces] == [(True, False), (False, True)]


def test_an_end_at_midnight_does_not_reach_the_next_day() -> None:
    assert [(piece.day, piece.end) for piece in cut(at(THU, 22), at(FRI, 0), [THU, FRI])] == [(0, 1440)]


def test_spans_keep_their_kind() -> None:
    floating = Floating(THU, at(THU, 16).time(), timedelta(hours=1))
    moved = respan(floating, at(FRI, 13), at(FRI, 14), all_day=False, zone=BERLIN)
    assert moved == Floating(FRI, at(FRI, 13).time(), timedelta(hours=1))
    lisbon = Zoned(at(THU, 16), at(THU, 17), "Europe/Lisbon")
    moved = respan(lisbon, at(FRI, 13), at(FRI, 14), all_day=False, zone=BERLIN)
    assert moved == Zoned(at(FRI, 13), at(FRI, 14), "Europe/Lisbon")
    assert respan(lisbon, at(FRI, 0), at(FRI + timedelta(days=1), 0), all_day=True, zone=BERLIN) == AllDay(
        FRI, FRI + timedelta(days=1)
    )
    back = respan(AllDay(THU, FRI), at(FRI, 9), at(FRI, 10), all_day=False, zone=BERLIN)
    assert back == Zoned(at(FRI, 9), at(FRI, 10), "Europe/Berlin")
