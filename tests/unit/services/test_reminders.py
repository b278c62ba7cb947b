from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.config.errors import ConflictError, InputError, NotFoundError, StoreError
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder, ReminderKind, ReminderState
from assistant.domain.spans import AllDay, Floating, Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.notices import ItemsChanged, RemindersAnswered, RemindersDue
from assistant.services.tasks.service import TaskDraft
from tests.helpers.clock import NOON
from tests.helpers.household import Household

MINUTE = timedelta(minutes=1)


def task_at(home: Household, minutes: int, **more: object) -> str:
    due = home.clock.now() + timedelta(minutes=minutes)
    draft = TaskDraft(title="Call the dentist", due_at=due, remind_at=due, **more)
    return home.assistant.tasks.create(draft).items[0].uid


def event_at(home: Household, start: datetime, *, alerts: tuple[int, ...] = (30,), rrule: str | None = None) -> str:
    span = Zoned(start, start + timedelta(hours=1), "Europe/Berlin")
    draft = EventDraft(title="Client workshop", span=span, alert_minutes=alerts, rrule=rrule)
    return home.assistant.schedule.create(draft).items[0].uid


def states(home: Household) -> list[str]:
    return [row.state.value for row in home.assistant.reminders.all()]


def due_news(home: Household) -> list[Reminder]:
    return [row for notice in home.news if isinstance(notice, RemindersDue) for row in notice.reminders]


def test_a_reminder_is_planned_when_it_is_made() -> None:
    home = Household()
    task_at(home, 10)
    assert home.wakeups.next == NOON + 10 * MINUTE


def test_it_fires_once_when_its_time_comes() -> None:
    home = Household()
    task_at(home, 10)
    home.assistant.reminders.start()
    assert due_news(home) == []
    home.clock.advance(10 * MINUTE)
    home.wakeups.ring()
    home.wakeups.ring()
    assert [row.text for row in due_news(home)] == ["Call the dentist"]
    assert states(home) == ["due"]
    assert home.wakeups.next is None


def test_what_fell_due_while_closed_fires_at_the_start() -> None:
    home = Household()
    task_at(home, 10)
    home.clock.advance(timedelta(hours=2))
    later = home.again()
    later.assistant.reminders.start()
    assert len(due_news(later)) == 1
    assert len(later.assistant.reminders.pending()) == 1


def test_unanswered_ones_come_back_after_a_restart_and_answered_ones_never() -> None:
    home = Household()
    task_at(home, 1)
    task_at(home, 2)
    home.clock.advance(5 * MINUTE)
    home.assistant.reminders.start()
    first, second = home.assistant.reminders.pending()
    home.assistant.reminders.shown((first.uid, second.uid))
    home.assistant.reminders.acknowledge(first.uid)
    later = home.again()
    later.assistant.reminders.start()
    assert [row.uid for row in later.assistant.reminders.pending()] == [second.uid]
    assert due_news(later) == []
    assert later.assistant.reminders.pending()[0].state is ReminderState.SHOWN


def test_done_completes_the_task_and_undo_takes_both_back() -> None:
    home = Household()
    uid = task_at(home, 1)
    home.clock.advance(MINUTE)
    home.assistant.reminders.start()
    (row,) = home.assistant.reminders.pending()
    receipt = home.assistant.reminders.acknowledge(row.uid)
    assert receipt is not None
    assert (receipt.action.value, receipt.items[0].kind) == ("completed", "reminder")
    assert home.assistant.tasks.get(uid).done
    assert states(home) == ["acknowledged"]
    assert RemindersAnswered((row.uid,)) in home.news
    home.assistant.undo.undo()
    assert not home.assistant.tasks.get(uid).done
    assert states(home) == ["due"]


def test_answering_twice_is_refused() -> None:
    home = Household()
    home.assistant.reminders.create("Alarm", NOON + MINUTE, ReminderKind.ALARM)
    home.clock.advance(MINUTE)
    home.assistant.reminders.start()
    (row,) = home.assistant.reminders.pending()
    assert home.assistant.reminders.acknowledge(row.uid) is None
    with pytest.raises(ConflictError) as caught:
        home.assistant.reminders.acknowledge(row.uid)
    assert caught.value.code == "reminder.answered"
    with pytest.raises(NotFoundError):
        home.assistant.reminders.acknowledge("nobody")


def test_snoozing_brings_it_back_once() -> None:
    home = Household()
    task_at(home, 1)
    home.clock.advance(MINUTE)
    home.assistant.reminders.start()
    (row,) = home.assistant.reminders.pending()
    home.assistant.reminders.shown((row.uid,))
    back = home.clock.now() + 10 * MINUTE
    home.assistant.reminders.snooze(row.uid, back)
    assert home.wakeups.next == back
    assert home.assistant.reminders.pending() == ()
    home.clock.advance(10 * MINUTE)
    home.wakeups.ring()
    (again,) = home.assistant.reminders.pending()
    assert (again.uid, again.state) == (row.uid, ReminderState.DUE)
    assert again.snoozed_until == back
    assert again.due_at == row.due_at


def test_snoozing_into_the_past_changes_nothing() -> None:
    home = Household()
    task_at(home, 1)
    home.clock.advance(MINUTE)
    home.assistant.reminders.start()
    (row,) = home.assistant.reminders.pending()
    with pytest.raises(InputError):
        home.assistant.reminders.snooze(row.uid, home.clock.now())
    assert states(home) == ["due"]


def test_put_away_is_missed_and_not_done() -> None:
    home = Household()
    uid = task_at(home, 1)
    home.clock.advance(MINUTE)
    home.assistant.reminders.start()
    home.assistant.reminders.dismiss(home.assistant.reminders.pending()[0].uid)
    assert states(home) == ["missed"]
    assert not home.assistant.tasks.get(uid).done


def test_a_repeating_one_makes_its_successor_when_it_falls_due() -> None:
    home = Household()
    home.assistant.reminders.create("Water the plants", NOON + MINUTE, rrule="FREQ=DAILY")
    home.assistant.reminders.start()
    home.clock.advance(MINUTE)
    home.wakeups.ring()
    assert sorted(states(home)) == ["due", "scheduled"]
    assert home.wakeups.next == NOON + MINUTE + timedelta(days=1)
    # Coming back from a snooze is no second instance.
    (row,) = home.assistant.reminders.pending()
    home.assistant.reminders.snooze(row.uid, home.clock.now() + 5 * MINUTE)
    home.clock.advance(5 * MINUTE)
    home.wakeups.ring()
    assert sorted(states(home)) == ["due", "scheduled"]


def test_a_week_away_gives_one_pop_up_of_a_daily_reminder() -> None:
    home = Household()
    home.assistant.reminders.create("Water the plants", NOON + MINUTE, rrule="FREQ=DAILY")
    home.clock.advance(timedelta(days=7))
    home.assistant.reminders.start()
    assert len(due_news(home)) == 1
    assert sorted(states(home)) == ["due", "scheduled"]


def test_deleting_one_of_a_series_deletes_what_would_come() -> None:
    home = Household()
    home.assistant.reminders.create("Water the plants", NOON + MINUTE, rrule="FREQ=DAILY")
    home.clock.advance(MINUTE)
    home.assistant.reminders.start()
    home.assistant.reminders.delete_all((home.assistant.reminders.pending()[0].uid,))
    assert home.assistant.reminders.all() == ()
    assert home.wakeups.next is None


def test_an_alert_of_an_event_comes_ahead_of_it_and_the_next_one_follows() -> None:
    home = Household()
    event_at(home, NOON + timedelta(hours=2), rrule="FREQ=DAILY")
    assert home.wakeups.next == NOON + timedelta(minutes=90)
    home.assistant.reminders.start()
    home.clock.advance(timedelta(minutes=90))
    home.wakeups.ring()
    (row,) = home.assistant.reminders.pending()
    assert (row.item_kind, row.minutes_before) == (ItemKind.EVENT, 30)
    assert home.wakeups.next == NOON + timedelta(days=1, minutes=90)


def test_moving_an_event_moves_its_alert_and_answers_the_old_pop_up() -> None:
    home = Household()
    uid = event_at(home, NOON + timedelta(hours=1))
    home.assistant.reminders.start()
    home.clock.advance(timedelta(minutes=30))
    home.wakeups.ring()
    (row,) = home.assistant.reminders.pending()
    start = NOON + timedelta(hours=5)
    home.assistant.schedule.move(uid, Zoned(start, start + timedelta(hours=1), "Europe/Berlin"))
    assert RemindersAnswered((row.uid,)) in home.news
    assert home.assistant.reminders.pending() == ()
    assert home.wakeups.next == start - timedelta(minutes=30)


def test_an_event_changed_elsewhere_than_its_time_keeps_its_pop_up() -> None:
    home = Household()
    uid = event_at(home, NOON + timedelta(hours=1))
    home.assistant.reminders.start()
    home.clock.advance(timedelta(minutes=30))
    home.wakeups.ring()
    event = home.assistant.schedule.get(uid)
    from dataclasses import replace

    home.assistant.schedule.change(uid, replace(EventDraft.of(event), location="Room 4"))
    assert len(home.assistant.reminders.pending()) == 1


def test_deleting_an_event_takes_its_alerts_and_undo_brings_them_back() -> None:
    home = Household()
    uid = event_at(home, NOON + timedelta(hours=2), alerts=(10, 30))
    assert len(home.assistant.reminders.all()) == 2
    home.assistant.schedule.delete(uid)
    assert home.assistant.reminders.all() == ()
    assert home.wakeups.next is None
    home.assistant.undo.undo()
    assert len(home.assistant.reminders.all()) == 2
    assert home.wakeups.next == NOON + timedelta(minutes=90)


def test_undoing_a_move_after_the_alert_has_followed_leaves_one_alert() -> None:
    home = Household()
    uid = event_at(home, NOON + timedelta(hours=2), rrule="FREQ=DAILY")
    home.assistant.schedule.move(
        uid, Zoned(NOON + timedelta(hours=1), NOON + timedelta(hours=2), "Europe/Berlin"), recurrence_id=None
    )
    home.assistant.reminders.start()
    home.clock.advance(timedelta(minutes=30))
    home.wakeups.ring()
    home.assistant.undo.undo()
    waiting = [row for row in home.assistant.reminders.all() if row.state is ReminderState.SCHEDULED]
    assert [row.due_at for row in waiting] == [NOON + timedelta(minutes=90)]


def test_no_alert_where_its_moment_is_over() -> None:
    home = Household()
    event_at(home, NOON + timedelta(minutes=10))
    assert home.assistant.reminders.all() == ()


@pytest.mark.parametrize(
    "span",
    [
        AllDay(NOON.date() + timedelta(days=1), NOON.date() + timedelta(days=2)),
        Floating(NOON.date(), NOON.time().replace(hour=18), timedelta(hours=1)),
    ],
)
def test_whole_days_and_floating_events_have_alerts(span: AllDay | Floating) -> None:
    home = Household()
    home.assistant.schedule.create(EventDraft(title="Holiday", span=span, alert_minutes=(60,)))
    (row,) = home.assistant.reminders.all()
    expected = {AllDay: (23, 0), Floating: (17, 20)}[type(span)]
    told = row.due_at.astimezone(home.clock.zone())
    assert (told.hour, told.minute) == expected


def test_a_done_task_does_not_ring() -> None:
    home = Household()
    uid = task_at(home, 10)
    home.assistant.tasks.complete(uid)
    home.clock.advance(timedelta(hours=1))
    home.assistant.reminders.start()
    assert due_news(home) == []


def test_a_reopened_task_rings_again() -> None:
    home = Household()
    uid = task_at(home, 10)
    home.assistant.tasks.complete(uid)
    home.assistant.tasks.reopen(uid)
    assert home.wakeups.next == NOON + 10 * MINUTE


def test_completing_a_repeating_task_early_moves_its_alert_on() -> None:
    home = Household()
    uid = task_at(home, 10, rrule="FREQ=DAILY")
    receipt = home.assistant.tasks.complete(uid)
    assert receipt.action.value == "completed"
    moved = home.assistant.tasks.get(uid)
    assert not moved.done
    assert moved.due_at == NOON + timedelta(days=1, minutes=10)
    assert [task.done for task in home.assistant.tasks.all()].count(True) == 1
    assert home.wakeups.next == moved.due_at
    home.assistant.undo.undo()
    assert home.assistant.tasks.get(uid).due_at == NOON + 10 * MINUTE
    assert len(home.assistant.tasks.all()) == 1
    assert home.wakeups.next == NOON + 10 * MINUTE


def test_done_on_the_pop_up_of_a_repeating_task_leaves_one_alert_for_the_next() -> None:
    home = Household()
    uid = task_at(home, 10, rrule="FREQ=DAILY")
    home.assistant.reminders.start()
    home.clock.advance(10 * MINUTE)
    home.wakeups.ring()
    home.assistant.reminders.acknowledge(home.assistant.reminders.pending()[0].uid)
    waiting = [row for row in home.assistant.reminders.all() if row.state is ReminderState.SCHEDULED]
    assert [row.due_at for row in waiting] == [NOON + timedelta(days=1, minutes=10)]
    assert home.assistant.tasks.get(uid).due_at == waiting[0].due_at


def test_a_busy_store_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    home = Household()
    task_at(home, 1)
    home.clock.advance(MINUTE)
    home.store.failure = StoreError("store.locked", "Busy.")
    home.assistant.reminders.start()
    assert due_news(home) == []
    assert home.wakeups.next is not None
    assert home.wakeups.next > home.clock.now()
    home.wakeups.ring()
    assert len(due_news(home)) == 1


def test_news_come_after_the_commit() -> None:
    home = Household()
    seen: list[int] = []
    home.assistant.notices.subscribe(
        lambda notice: seen.append(len(home.assistant.tasks.all())) if isinstance(notice, ItemsChanged) else None
    )
    task_at(home, 1)
    assert seen == [1]


def test_counting_what_comes_within_a_day() -> None:
    home = Household()
    task_at(home, 10)
    task_at(home, 60 * 30)
    assert home.assistant.reminders.due_within_a_day() == 1


def test_in_another_zone_whole_days_ring_by_its_clock_and_zoned_events_stay() -> None:
    home = Household()
    tomorrow = NOON.date() + timedelta(days=1)
    whole = EventDraft(title="Holiday", span=AllDay(tomorrow, tomorrow + timedelta(days=1)), alert_minutes=(0,))
    home.assistant.schedule.create(whole)
    event_at(home, NOON + timedelta(hours=5))
    home.clock.travel(ZoneInfo("America/New_York"))
    home.assistant.reminders.start()
    due = {row.text: row.due_at for row in home.assistant.reminders.all()}
    assert due["Holiday"] == datetime(2026, 10, 15, tzinfo=ZoneInfo("America/New_York"))
    assert due["Client workshop"] == NOON + timedelta(hours=4, minutes=30)
