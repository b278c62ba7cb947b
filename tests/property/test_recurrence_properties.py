from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import series
from assistant.domain.event import Event
from assistant.domain.placing import span_at
from assistant.domain.recurrence import count_occurrences, expand
from assistant.domain.spans import AllDay, Floating, Span, Zoned

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "UTC")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MADE = datetime(2026, 1, 1, tzinfo=UTC)

days = st.dates(min_value=date(2025, 1, 1), max_value=date(2028, 12, 31))
clocks = st.times(min_value=time(0), max_value=time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    day = draw(days)
    kind = draw(st.sampled_from(("all_day", "floating", "zoned")))
    if kind == "all_day":
        return AllDay(day, day + timedelta(days=draw(st.integers(1, 4))))
    lasts = timedelta(minutes=draw(st.integers(0, 26 * 60)))
    if kind == "floating":
        return Floating(day, draw(clocks), lasts)
    zone = draw(st.sampled_from(ZONES))
    start = datetime.combine(day, draw(clocks), ZoneInfo(zone)).astimezone(UTC)
    return Zoned(start, start + lasts, zone)


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if freq in ("DAILY", "WEEKLY") and draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True))
        parts.append("BYDAY=" + ",".join(chosen))
    if freq == "MONTHLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from((1, 15, 29, 31, -1)))}")
    end = draw(st.sampled_from(("", "count", "until")))
    if end == "count":
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    if end == "until":
        parts.append(f"UNTIL={draw(st.dates(min_value=date(2025, 6, 1), max_value=date(2030, 1, 1))):%Y%m%d}")
    return ";".join(parts)


def event(span: Span, rrule: str | None) -> Event:
    return Event(uid="e", calendar_uid="c", title="t", span=span, created_at=MADE, updated_at=MADE, rrule=rrule)


# Bounds of drawn datetimes are naive by Hypothesis’ rules.
FROM, TO = datetime.fromisoformat("2025-01-01"), datetime.fromisoformat("2030-01-01")

windows = st.tuples(
    st.datetimes(min_value=FROM, max_value=TO, timezones=st.just(UTC)),
    st.integers(1, 400),
    st.integers(1, 400),
).map(lambda w: (w[0], w[0] + timedelta(days=w[1]), w[0] + timedelta(days=w[1] + w[2])))


@settings(max_examples=150, deadline=None)
@given(spans(), st.one_of(st.none(), rules()), windows, st.sampled_from(ZONES))
def test_a_window_shows_what_its_two_halves_show(
    span: Span, rrule: str | None, window: tuple[datetime, datetime, datetime], zone: str
) -> None:
    one, viewer = event(span, rrule), ZoneInfo(zone)
    low, middle, high = window
    names = [o.recurrence_id for o in expand(one, low, high, viewer)]
    left = [o.recurrence_id for o in expand(one, low, middle, viewer)]
    right = [o.recurrence_id for o in expand(one, middle, high, viewer)]
    assert len(set(names)) == len(names)
    assert list(dict.fromkeys(left + right)) == names


@settings(max_examples=150, deadline=None)
@given(spans(), rules(), windows, st.sampled_from(ZONES))
def test_occurrences_stand_in_order_inside_the_window_and_are_found_by_name(
    span: Span, rrule: str, window: tuple[datetime, datetime, datetime], zone: str
) -> None:
    one, viewer = event(span, rrule), ZoneInfo(zone)
    low, _, high = window
    found = expand(one, low, high, viewer)
    instants = [o.start_at.astimezone(UTC) for o in found]
    assert instants == sorted(instants)
    for o in found:
        assert o.start_at.astimezone(UTC) < high
        assert o.end_at.astimezone(UTC) >= low
        assert o.recurrence_id is not None
        assert span_at(one, o.recurrence_id) == o.span


@settings(max_examples=150, deadline=None)
@given(st.datetimes(min_value=FROM, max_value=TO), rules(), windows)
def test_in_a_zone_without_clock_changes_it_is_what_dateutil_says(
    start: datetime, rrule: str, window: tuple[datetime, datetime, datetime]
) -> None:
    start = start.replace(microsecond=0)
    one = event(Zoned(start.replace(tzinfo=UTC), start.replace(tzinfo=UTC), "UTC"), rrule)
    low, _, high = window
    # dateutil takes a bare UNTIL day for its first moment; here, as people mean it, the day belongs to the series.
    plain = rrulestr(";".join(p + "T235959" if p.startswith("UNTIL") else p for p in rrule.split(";")), dtstart=start)
    expected = [
        m
        for m in plain.between(low.replace(tzinfo=None), high.replace(tzinfo=None), inc=True)
        if m < high.replace(tzinfo=None)
    ]
    found = [o.start_at.replace(tzinfo=None) for o in expand(one, low, high, ZoneInfo("UTC"))]
    assert found == expected


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31)), rules(), st.integers(0, 30))
def test_a_split_series_has_every_occurrence_once(day: date, rrule: str, which: int) -> None:
    one = event(AllDay(day, day + timedelta(days=1)), rrule)
    zone = ZoneInfo("UTC")
    window = (datetime(2025, 12, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC))
    every = [o.recurrence_id for o in expand(one, *window, zone)]
    if not every:
        return
    name = every[min(which, len(every) - 1)]
    assert name is not None
    ended = series.ended_before(one, name)
    rest = series.starting_at(one, name)
    head = [o.recurrence_id for o in expand(ended, *window, zone)] if ended is not None else []
    tail = [o.recurrence_id for o in expand(rest, *window, zone)]
    # An interval of months or years counts from where the new series starts, which is a day of the old one.
    assert head + tail == every


@settings(max_examples=100, deadline=None)
@given(spans(), st.integers(1, 30))
def test_a_counted_series_counts(span: Span, count: int) -> None:
    one = event(span, f"FREQ=DAILY;COUNT={count}")
    assert count_occurrences(one, ZoneInfo("Europe/Berlin")) == count


@settings(max_examples=100, deadline=None)
@given(
    st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31)),
    st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True),
    st.integers(-10, 10),
)
def test_a_moved_weekly_series_is_the_old_one_so_many_days_on(day: date, names: list[str], shift: int) -> None:
    one = event(AllDay(day, day + timedelta(days=1)), "FREQ=WEEKLY;BYDAY=" + ",".join(names))
    zone = ZoneInfo("UTC")
    window = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC))
    old = expand(one, *window, zone)
    first = old[0]
    assert isinstance(first.span, AllDay)
    assert first.recurrence_id is not None
    step = timedelta(days=shift)
    moved = series.followed(one, first.recurrence_id, AllDay(first.span.start_on + step, first.span.end_on + step))
    new = expand(moved, window[0] + step, window[1] + step, zone)
    assert [o.start_at for o in new] == [o.start_at + step for o in old]
