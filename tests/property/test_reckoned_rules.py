"""Rules that are reckoned name what dateutil names by following them."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice

from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.domain.reckoning import reckoned
from assistant.domain.rules import instances, parse_rule

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Hypothesis wants the bounds of drawn datetimes without a zone, as wall times are.
FROM, TO = datetime.fromisoformat("2015-01-01"), datetime.fromisoformat("2032-01-01")

moments = st.datetimes(min_value=FROM, max_value=TO).map(lambda at: at.replace(microsecond=0))
leap_day, month_end = datetime.fromisoformat("2016-02-29T09:00"), datetime.fromisoformat("2017-01-31T23:59:59")


@st.composite
def plain_rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 5))}"]
    if freq == "WEEKLY" or parts == ["FREQ=DAILY", "INTERVAL=1"]:
        chosen = draw(st.lists(st.sampled_from(DAYS), max_size=5))
        parts += ["BYDAY=" + ",".join(chosen)] if chosen else []
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(DAYS))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    return ";".join(parts)


@settings(max_examples=400)
@given(plain_rules(), moments, moments, st.integers(0, 500))
@example("FREQ=YEARLY", leap_day, FROM, 3_000)
@example("FREQ=MONTHLY", month_end, FROM, 1_500)
@example("FREQ=MONTHLY;COUNT=5", month_end, FROM, 1_500)
@example("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4", month_end, FROM, 1_500)
def test_reckoning_is_following(rrule: str, start: datetime, low: datetime, days: int) -> None:
    rule, last = parse_rule(rrule), low + timedelta(days=days)
    found = reckoned(rule, start, low, last)
    if found is None:  # the count of a day that some months lack
        assert start.day > 28
        assert rule.count is not None
        return
    followed = islice(instances(rule.rest, start, last), rule.count)
    assert list(found) == [moment for moment in followed if moment >= low]
