from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.event import Event, EventStatus
from assistant.domain.overlap import clashing, overlaps
from assistant.domain.recurrence import expand
from assistant.domain.spans import AllDay, Zoned

T = datetime(2026, 10, 14, 10, 0, tzinfo=UTC)


def hours(start: float, end: float) -> tuple[datetime, datetime]:
    return T + timedelta(hours=start), T + timedelta(hours=end)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 1), (1, 2), False),
        ((0, 2), (1, 3), True),
        ((0, 3), (1, 2), True),
        ((1, 1), (0, 2), True),
        ((0, 0), (0, 2), True),
        ((2, 2), (0, 2), False),
        ((1, 1), (1, 1), True),
    ],
)
def test_half_open_stretches(a: tuple[float, float], b: tuple[float, float], expected: bool) -> None:
    assert overlaps(*hours(*a), *hours(*b)) is expected
    assert overlaps(*hours(*b), *hours(*a)) is expected


def test_whole_days_cancelled_ones_and_itself_do_not_clash() -> None:
    def made(uid: str, **more: object) -> Event:
        span = more.pop("span", Zoned(*hours(0, 1), "UTC"))
        return Event(uid=uid, calendar_uid="c", title=uid, span=span, created_at=T, updated_at=T, **more)

    events = (
        made("itself"),
        made("other"),
        made("cancelled", status=EventStatus.CANCELLED),
        made("holiday", span=AllDay(T.date(), T.date() + timedelta(days=1))),
    )
    zone = T.tzinfo
    found = [o for one in events for o in expand(one, *hours(-1, 5), zone)]
    assert [o.event.uid for o in clashing(found, *hours(0.5, 2), but="itself")] == ["other"]
