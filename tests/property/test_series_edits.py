"""Series edited in any order (one, following, all; moved, deleted, undone) against plain lists of occurrences."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from unittest.mock import patch
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assistant.domain import series
from assistant.domain.event import Occurrence
from assistant.domain.recurrence import Scope, expand
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from tests.helpers.household import Household

FIRST = datetime(2026, 10, 5, 8, tzinfo=UTC)
LOW, HIGH = FIRST - timedelta(days=30), FIRST + timedelta(days=120)
# Rule, every so many days or weeks, days of the week, how many.
RULES = st.sampled_from(
    (
        (None, 1, 1, "", 1),
        ("FREQ=DAILY;COUNT=9", 1, 1, "", 9),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20261101T000000Z", 1, 2, "", 99),
        ("FREQ=WEEKLY;COUNT=6", 7, 1, "", 6),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=8", 7, 1, "0 2", 8),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=7", 7, 2, "1 6", 7),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=8", 1, 1, "0 1 2 3 4", 8),
    )
)
SHIFTS = st.sampled_from((-2880, -1440, -90, -30, 15, 60, 240, 1440, 4320))
ENDS = datetime(2026, 11, 1, tzinfo=UTC)
Seen = Counter[tuple[datetime, datetime, str]]


class Edits(RuleBasedStateMachine):
    """The calendar, and beside it what it should show."""

    def __init__(self) -> None:
        super().__init__()
        bits = Random(0)
        self.uids = patch("assistant.domain.items.uuid.uuid4", lambda: UUID(int=bits.getrandbits(128), version=4))
        self.uids.start()

    @initialize()
    def begin(self) -> None:
        self.home = Household()
        self.schedule = self.home.assistant.schedule
        self.wanted: Seen = Counter()
        self.past: list[Seen] = []
        self.future: list[Seen] = []
        self.count = 0

    def teardown(self) -> None:
        self.uids.stop()

    def shown(self) -> list[Occurrence]:
        return list(self.schedule.occurrences(LOW, HIGH))

    def seen(self) -> Seen:
        return Counter(_as_seen(one) for one in self.shown())

    def change(self, wanted: Seen) -> None:
        self.past.append(self.wanted)
        self.future.clear()
        self.wanted = +wanted
        # The journal is asked in the order of time.
        self.home.clock.advance(timedelta(seconds=1))

    def picked(self, pick: int) -> Occurrence:
        shown = self.shown()
        return shown[pick % len(shown)]

    def fresh(self) -> str:
        self.count += 1
        return f"title {self.count}"

    @rule(told=RULES, hours=st.integers(0, 60))
    def add(self, told: tuple[str | None, int, int, str, int], hours: int) -> None:
        start = FIRST + timedelta(hours=hours)
        draft = EventDraft(title=self.fresh(), span=Zoned(start, start + timedelta(hours=1), "UTC"), rrule=told[0])
        self.schedule.create(draft)
        self.change(
            self.wanted + Counter((at, at + timedelta(hours=1), draft.title) for at in _starts(start, *told[1:]))
        )

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999))
    def rename_one(self, pick: int) -> None:
        one, title = self.picked(pick), self.fresh()
        draft = replace(EventDraft.of(one.event), title=title, span=one.span)
        self.schedule.change(one.event.uid, draft, recurrence_id=one.recurrence_id, scope=Scope.THIS)
        self.change(self.wanted - Counter([_as_seen(one)]) + Counter([(*_as_seen(one)[:2], title)]))

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999), minutes=SHIFTS)
    def move_one(self, pick: int, minutes: int) -> None:
        one = self.picked(pick)
        self.schedule.move(one.event.uid, _moved(one, minutes), recurrence_id=one.recurrence_id, scope=Scope.THIS)
        by = timedelta(minutes=minutes)
        starts, ends, title = _as_seen(one)
        moved = (starts + by, ends + by, title)
        self.change(self.wanted - Counter([_as_seen(one)]) + Counter([moved]))

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999))
    def delete_one(self, pick: int) -> None:
        one = self.picked(pick)
        self.schedule.delete(one.event.uid, recurrence_id=one.recurrence_id, scope=Scope.THIS)
        self.change(self.wanted - Counter([_as_seen(one)]))

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999))
    def rename_all(self, pick: int) -> None:
        one, title = self.picked(pick), self.fresh()
        draft = replace(EventDraft.of(one.event), title=title, span=series.shown_span(one.event, one.recurrence_id))
        self.schedule.change(one.event.uid, draft, recurrence_id=one.recurrence_id, scope=Scope.ALL)
        rest = self.like(one)
        gone = Counter(_as_seen(o) for o in rest)
        self.change(self.wanted - gone + Counter((*_as_seen(o)[:2], title) for o in rest))

    def family(self, one: Occurrence) -> list[Occurrence]:
        """The occurrences of the same event as it was when `one` was looked at."""
        return list(expand(one.event, LOW, HIGH, self.home.clock.zone()))

    def like(self, one: Occurrence, since: str = "") -> list[Occurrence]:
        """Those that follow it, from a name on: itself, and all that are no exceptions."""
        names = {o.recurrence_id for o in one.event.overrides} - {one.recurrence_id}
        return [o for o in self.family(one) if (o.recurrence_id or "") >= since and o.recurrence_id not in names]

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999), minutes=SHIFTS)
    def move_all(self, pick: int, minutes: int) -> None:
        one, by = self.picked(pick), timedelta(minutes=minutes)
        self.schedule.move(one.event.uid, _moved(one, minutes), recurrence_id=one.recurrence_id, scope=Scope.ALL)
        rest = self.like(one)
        gone = Counter(_as_seen(o) for o in rest)
        self.change(
            self.wanted - gone + Counter((start + by, end + by, title) for start, end, title in map(_as_seen, rest))
        )

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999))
    def delete_following(self, pick: int) -> None:
        one = self.picked(pick)
        if one.recurrence_id is None:
            return
        self.schedule.delete(one.event.uid, recurrence_id=one.recurrence_id, scope=Scope.FOLLOWING)
        cut = one.recurrence_id
        gone = Counter(_as_seen(o) for o in self.family(one) if (o.recurrence_id or "") >= cut)
        self.change(self.wanted - gone)

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999))
    def rename_following(self, pick: int) -> None:
        one, title = self.picked(pick), self.fresh()
        draft = replace(EventDraft.of(one.event), title=title, span=one.span)
        self.schedule.change(one.event.uid, draft, recurrence_id=one.recurrence_id, scope=Scope.FOLLOWING)
        later = self.like(one, one.recurrence_id or "")
        gone = Counter(_as_seen(o) for o in later)
        self.change(self.wanted - gone + Counter((*_as_seen(o)[:2], title) for o in later))

    @precondition(lambda self: self.wanted)
    @rule(pick=st.integers(0, 999), minutes=SHIFTS)
    def move_following(self, pick: int, minutes: int) -> None:
        one, by = self.picked(pick), timedelta(minutes=minutes)
        self.schedule.move(one.event.uid, _moved(one, minutes), recurrence_id=one.recurrence_id, scope=Scope.FOLLOWING)
        later = self.like(one, one.recurrence_id or "")
        gone = Counter(_as_seen(o) for o in later)
        self.change(
            self.wanted - gone + Counter((start + by, end + by, title) for start, end, title in map(_as_seen, later))
        )

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.home.assistant.undo.undo()
        self.future.append(self.wanted)
        self.wanted = self.past.pop()
        self.home.clock.advance(timedelta(seconds=1))

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.home.assistant.undo.redo()
        self.past.append(self.wanted)
        self.wanted = self.future.pop()
        self.home.clock.advance(timedelta(seconds=1))

    @invariant()
    def shows_what_it_should(self) -> None:
        if hasattr(self, "home"):
            assert self.seen() == self.wanted


def _starts(start: datetime, unit: int, every: int, days: str, count: int) -> list[datetime]:
    """Counted on the fingers: weeks begin on Monday, and a start that is no such day is none."""
    monday = start - timedelta(days=start.weekday())
    wanted = {int(day) for day in days.split()}
    found = []
    for number in range(200):
        at = start + timedelta(days=number)
        periods = number if unit == 1 else (at - monday).days // 7
        named = at.weekday() in wanted if wanted else number % unit == 0
        if named and periods % every == 0 and (count < 99 or at <= ENDS):
            found.append(at)
    return found[:count]


def _as_seen(one: Occurrence) -> tuple[datetime, datetime, str]:
    return one.start_at.astimezone(UTC), one.end_at.astimezone(UTC), one.title


def _moved(one: Occurrence, minutes: int) -> Zoned:
    assert isinstance(one.span, Zoned)
    by = timedelta(minutes=minutes)
    return Zoned(one.span.start_at + by, one.span.end_at + by, one.span.zone)


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)
