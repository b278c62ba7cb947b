from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.config.errors import ConflictError, InputError
from assistant.domain import life_cycle
from assistant.domain.reminder import Reminder, ReminderState

DUE = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)
NOW = DUE + timedelta(seconds=1)


def reminder(**more: object) -> Reminder:
    values: dict[str, object] = {"uid": "r", "text": "Trash", "due_at": DUE, "zone": "Europe/Berlin", "created_at": DUE}
    return Reminder(**{**values, **more})


def test_the_usual_life() -> None:
    due = life_cycle.fall_due(reminder(), NOW)
    shown = life_cycle.show(due, NOW)
    snoozed = life_cycle.snooze(shown, NOW + timedelta(minutes=5), NOW)
    again = life_cycle.fall_due(snoozed, NOW + timedelta(minutes=5))
    done = life_cycle.acknowledge(life_cycle.show(again, NOW), NOW)
    assert [one.state.value for one in (due, shown, snoozed, again, done)] == [
        "due",
        "shown",
        "snoozed",
        "due",
        "acknowledged",
    ]
    assert done.due_at == DUE
    assert done.acknowledged_at == NOW


def test_an_answered_reminder_stays_answered() -> None:
    done = life_cycle.acknowledge(reminder(), NOW)
    for step in (
        lambda: life_cycle.fall_due(done, NOW),
        lambda: life_cycle.show(done, NOW),
        lambda: life_cycle.snooze(done, NOW + timedelta(hours=1), NOW),
        lambda: life_cycle.miss(done),
        lambda: life_cycle.acknowledge(done, NOW),
    ):
        with pytest.raises(ConflictError) as caught:
            step()
        assert caught.value.code == "reminder.answered"


def test_nothing_is_shown_before_it_is_due() -> None:
    with pytest.raises(ConflictError):
        life_cycle.show(reminder(), NOW)
    with pytest.raises(InputError) as caught:
        life_cycle.fall_due(reminder(), DUE - timedelta(seconds=1))
    assert caught.value.code == "reminder.early"


def test_the_first_showing_counts() -> None:
    shown = life_cycle.show(life_cycle.fall_due(reminder(), NOW), NOW)
    assert life_cycle.show(shown, NOW + timedelta(hours=3)) == shown


def test_snoozing_into_the_past_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        life_cycle.snooze(life_cycle.fall_due(reminder(), NOW), NOW, NOW)
    assert caught.value.code == "reminder.past"


def test_a_missed_one_may_still_be_answered() -> None:
    missed = life_cycle.miss(life_cycle.fall_due(reminder(), NOW))
    assert life_cycle.acknowledge(missed, NOW).state is ReminderState.ACKNOWLEDGED


def test_the_successor_is_the_next_of_the_series() -> None:
    weekly = reminder(rrule="FREQ=WEEKLY;BYDAY=MO")
    following = life_cycle.successor(life_cycle.fall_due(weekly, NOW), NOW)
    assert following is not None
    # A week later on the wall clock: 08:00 in winter is 07:00 UTC.
    assert following.due_at == datetime(2026, 10, 26, 7, 0, tzinfo=UTC)
    assert (following.state, following.series_uid, following.became_due_at) == (ReminderState.SCHEDULED, "r", None)
    assert following.uid != "r"


def test_moments_nobody_saw_are_skipped() -> None:
    daily = reminder(rrule="FREQ=DAILY")
    late = DUE + timedelta(days=5, hours=2)
    following = life_cycle.successor(daily, late)
    assert following is not None
    assert late < following.due_at < late + timedelta(days=1)


def test_a_series_ends() -> None:
    assert life_cycle.successor(reminder(rrule="FREQ=DAILY;COUNT=1"), NOW) is None
    assert life_cycle.successor(reminder(), NOW) is None


def test_a_lead_is_kept_even_where_it_falls_on_another_day() -> None:
    monday = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)
    ahead = reminder(
        due_at=monday - timedelta(days=1), minutes_before=1440, rrule="FREQ=WEEKLY;BYDAY=MO", series_start_at=monday
    )
    following = life_cycle.successor(ahead, ahead.due_at)
    assert following is not None
    assert following.due_at == datetime(2026, 10, 25, 7, 0, tzinfo=UTC)


def test_lateness_starts_at_a_minute() -> None:
    assert life_cycle.lateness(reminder(), DUE + timedelta(seconds=59)) == timedelta(0)
    assert life_cycle.lateness(reminder(), DUE + timedelta(minutes=45)) == timedelta(minutes=45)


def test_a_moved_one_waits_again() -> None:
    shown = life_cycle.show(life_cycle.fall_due(reminder(), NOW), NOW)
    moved = life_cycle.rescheduled(shown, DUE + timedelta(days=1))
    assert moved == replace(reminder(), due_at=DUE + timedelta(days=1))
