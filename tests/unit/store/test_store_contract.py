"""What every store does, the real one and the one that use cases are tested with."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Action, MessageState, Receipt, ReceiptItem, Role
from assistant.domain.event import EventStatus, Override
from assistant.domain.items import Colour, ItemKind, Priority
from assistant.domain.reminder import ReminderKind, ReminderState
from assistant.domain.spans import AllDay, Floating, Zoned
from assistant.domain.task import INBOX
from assistant.services.ports import Store, UnitOfWork
from tests.helpers.store_values import (
    DAY,
    HOUR,
    NOW,
    all_day,
    calendar,
    conversation,
    event,
    floating,
    message,
    reminder,
    task,
    task_list,
    zoned,
)


def written(store: Store, write: Callable[[UnitOfWork], None]) -> None:
    with store.writing() as unit:
        write(unit)
        unit.record("Changed", at=NOW)
        unit.commit()


# ------------------------------------------------------------------------------------------------ a fresh profile


def test_a_fresh_profile_has_an_inbox_and_a_calendar(store: Store) -> None:
    with store.reading() as unit:
        assert [(one.uid, one.name) for one in unit.task_lists.all()] == [("inbox", "Inbox")]
        assert [(one.uid, one.name) for one in unit.calendars.all()] == [("personal", "Personal")]
        assert unit.journal.latest(5) == ()
        assert unit.conversations.latest() is None
        assert unit.reminders.next_wake() is None
    assert store.notice == ""
    assert not store.readonly


# ------------------------------------------------------------------------------------------------------ round trips


SPANS = [
    zoned(datetime(2026, 10, 25, 2, 30, 0, 1, tzinfo=ZoneInfo("Europe/Berlin"), fold=1), timedelta(minutes=45)),
    Zoned(NOW, NOW, "Asia/Shanghai"),
    Zoned(datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), "UTC"),
    AllDay(date(2026, 10, 13), date(2026, 10, 14)),
    AllDay(date(1, 1, 1), date(9999, 12, 31)),
    Floating(date(2026, 10, 13), time(8, 0, 0, 5), timedelta(0)),
    Floating(date(9999, 12, 31), time(23, 59), timedelta(days=2, microseconds=7)),
]


@pytest.mark.parametrize("span", SPANS, ids=str)
def test_an_event_comes_back_as_it_was_put(store: Store, span: Zoned | AllDay | Floating) -> None:
    put = event(
        "e",
        "和王总开会 \x00 \u202eRTL 🎉",
        span,
        location="Room 4",
        notes="bring\nthe plans",
        people=("Ann", "王总"),
        tags=("work", "a,b"),
        status=EventStatus.TENTATIVE,
        rrule="FREQ=WEEKLY;BYDAY=MO",
        rdates=("2026-10-20",),
        exdates=("2026-10-27T08:00:00",),
        overrides=(
            Override(recurrence_id="2026-11-03", title="Moved", span=span, location="R5", notes="n"),
            Override(recurrence_id="2026-11-10", title="Off", span=span, status=EventStatus.CANCELLED),
        ),
        alert_minutes=(0, 10, 1440),
    )
    written(store, lambda unit: unit.events.put(put))
    with store.reading() as unit:
        assert unit.events.get("e") == put
        entry = unit.journal.latest(1)[0]
        assert entry.changes[0].after == put


def test_a_task_comes_back_as_it_was_put(store: Store) -> None:
    put = task(
        "t",
        "买牛奶",
        list_uid="home",
        notes="two",
        due_at=NOW + DAY,
        zone="Asia/Shanghai",
        priority=Priority.HIGH,
        tags=("x",),
        parent_uid="p",
        rrule="FREQ=DAILY",
        completed_at=NOW,
        position=-7,
    )
    day = task("d", due_on=date(2026, 12, 31))

    def write(unit: UnitOfWork) -> None:
        unit.task_lists.put(task_list("home", colour=Colour.ROSE, position=3))
        unit.tasks.put(task("p"))
        unit.tasks.put(put)
        unit.tasks.put(day)

    written(store, write)
    with store.reading() as unit:
        assert unit.tasks.get("t") == put
        assert unit.tasks.get("d") == day
        assert unit.task_lists.get("home") == task_list("home", colour=Colour.ROSE, position=3)


def test_a_reminder_comes_back_as_it_was_put(store: Store) -> None:
    put = reminder(
        "r",
        NOW + HOUR,
        kind=ReminderKind.ALARM,
        state=ReminderState.SNOOZED,
        item_kind=ItemKind.EVENT,
        item_uid="e",
        recurrence_id="2026-10-13",
        minutes_before=10,
        rrule="FREQ=DAILY",
        series_uid="s",
        series_start_at=NOW,
        became_due_at=NOW + HOUR,
        shown_at=NOW + HOUR * 2,
        snoozed_until=NOW + HOUR * 3,
        acknowledged_at=NOW + HOUR * 4,
    )
    written(store, lambda unit: unit.reminders.put(put))
    with store.reading() as unit:
        assert unit.reminders.get("r") == put


def test_instants_come_back_the_same_out_of_the_hour_that_happens_twice(store: Store) -> None:
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    written(store, lambda unit: unit.tasks.put(task("t", due_at=twice, created_at=twice)))
    with store.reading() as unit:
        found = unit.tasks.get("t")
        assert found is not None
        assert found.due_at is not None
        assert found.due_at.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
        entry = unit.journal.latest(1)[0]
    with store.writing() as unit:
        unit.restore(entry.changes, backwards=True)
        assert unit.tasks.get("t") is None


def test_calendars_and_lists_are_in_their_order(store: Store) -> None:
    def write(unit: UnitOfWork) -> None:
        unit.calendars.put(calendar("b", "B", position=2, visible=False))
        unit.calendars.put(calendar("a", "A", position=2))
        unit.calendars.put(calendar("z", "Z", position=-1))
        unit.task_lists.put(task_list("l", position=-5))

    written(store, write)
    with store.reading() as unit:
        assert [one.uid for one in unit.calendars.all()] == ["z", "personal", "a", "b"]
        assert unit.calendars.get("b") == calendar("b", "B", position=2, visible=False)
        assert [one.uid for one in unit.task_lists.all()] == ["l", INBOX]


# ---------------------------------------------------------------------------------------------------------- asking


def touching(store: Store, start_at: datetime, end_at: datetime) -> set[str]:
    with store.reading() as unit:
        return {one.uid for one in unit.events.touching(start_at, end_at)}


def test_events_that_touch_a_range_are_found(store: Store) -> None:
    midnight = datetime(2026, 10, 13, tzinfo=UTC)

    def write(unit: UnitOfWork) -> None:
        unit.events.put(event("inside", span=zoned(midnight + 5 * HOUR)))
        unit.events.put(event("over the start", span=zoned(midnight - HOUR, 2 * HOUR)))
        unit.events.put(event("over the end", span=zoned(midnight + DAY - HOUR, 2 * HOUR)))
        unit.events.put(event("around", span=zoned(midnight - 100 * DAY, 200 * DAY)))
        unit.events.put(event("moment", span=zoned(midnight + HOUR, 0 * HOUR)))
        unit.events.put(event("long before", span=zoned(midnight - 3 * DAY)))
        unit.events.put(event("just after", span=zoned(midnight + DAY)))
        unit.events.put(event("long and over", span=zoned(midnight - 100 * DAY, 50 * DAY)))
        unit.events.put(event("today", span=all_day(date(2026, 10, 13))))
        unit.events.put(event("far day", span=all_day(date(2026, 10, 16))))
        unit.events.put(event("pill", span=floating(date(2026, 10, 13), 8)))
        unit.events.put(event("far pill", span=floating(date(2026, 10, 10), 8)))

    written(store, write)
    assert touching(store, midnight, midnight + DAY) == {
        "inside",
        "over the start",
        "over the end",
        "around",
        "moment",
        "today",
        "pill",
    }


def test_days_are_found_from_every_zone(store: Store) -> None:
    written(store, lambda unit: unit.events.put(event("day", span=all_day(date(2026, 10, 13)))))
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        start = datetime(2026, 10, 13, tzinfo=ZoneInfo(zone))
        assert touching(store, start, start + HOUR) == {"day"}
        assert touching(store, start + 23 * HOUR, start + DAY) == {"day"}


@pytest.mark.parametrize(
    ("rrule", "found"),
    [
        ("FREQ=WEEKLY", True),
        ("FREQ=WEEKLY;UNTIL=20261231", True),
        ("FREQ=MONTHLY;COUNT=3", True),  # not certain without expanding
        ("FREQ=WEEKLY;UNTIL=20260301T100000Z", False),
        ("FREQ=WEEKLY;COUNT=5;BYDAY=MO", False),
        ("FREQ=DAILY;UNTIL=nonsense", True),
    ],
)
def test_series_are_found_unless_certainly_over(store: Store, *, rrule: str, found: bool) -> None:
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    written(store, lambda unit: unit.events.put(event("series", span=zoned(start), rrule=rrule)))
    assert touching(store, NOW, NOW + DAY) == ({"series"} if found else set())
    assert touching(store, start, start + DAY) == {"series"}
    assert touching(store, start - 9 * DAY, start - 8 * DAY) == set()


def test_a_moved_or_added_occurrence_outside_the_rule_is_found(store: Store) -> None:
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    moved = Override(recurrence_id="2026-01-12T09:00:00+00:00", title="Moved", span=zoned(NOW))
    ended = "FREQ=WEEKLY;COUNT=2"
    extra = ((NOW + 30 * DAY).isoformat(timespec="seconds"),)

    def write(unit: UnitOfWork) -> None:
        unit.events.put(event("series", span=zoned(start), rrule=ended, overrides=(moved,), rdates=extra))

    written(store, write)
    assert touching(store, NOW, NOW + HOUR) == {"series"}
    assert touching(store, NOW + 30 * DAY, NOW + 31 * DAY) == {"series"}
    assert touching(store, NOW + 60 * DAY, NOW + 61 * DAY) == set()


def test_events_are_found_by_title(store: Store) -> None:
    other = Override(recurrence_id="x", title="Zahnärztin ÄNDERUNG", span=zoned())

    def write(unit: UnitOfWork) -> None:
        unit.events.put(event("old", "Lunch with Ann", zoned(NOW - DAY)))
        unit.events.put(event("new", "lunch 100% sure_", zoned(NOW + DAY)))
        unit.events.put(event("day", "LUNCH day", all_day(NOW.date())))
        unit.events.put(event("series", "Dentist", overrides=(other,)))
        unit.events.put(event("zh", "和王总开会"))

    written(store, write)
    with store.reading() as unit:
        assert [one.uid for one in unit.events.titled(" Lunch ")] == ["new", "day", "old"]
        assert [one.uid for one in unit.events.titled("änderung")] == ["series"]
        assert [one.uid for one in unit.events.titled("王总")] == ["zh"]
        assert [one.uid for one in unit.events.titled("%")] == ["new"]
        assert [one.uid for one in unit.events.titled("sure_")] == ["new"]
        assert unit.events.titled("supper") == ()


def test_at_most_two_hundred_titles_are_found(store: Store) -> None:
    def write(unit: UnitOfWork) -> None:
        for number in range(205):
            unit.events.put(event(f"e{number:03}", span=zoned(NOW + number * HOUR)))

    written(store, write)
    with store.reading() as unit:
        found = unit.events.titled("lunch")
        assert len(found) == 200
        assert found[0].uid == "e204"


def test_tasks_are_listed_by_position_then_age(store: Store) -> None:
    def write(unit: UnitOfWork) -> None:
        unit.task_lists.put(task_list("home"))
        unit.tasks.put(task("third", position=1))
        unit.tasks.put(task("second", created_at=NOW + HOUR))
        unit.tasks.put(task("first", "Buy Milk", list_uid="home"))
        unit.tasks.put(task("done", completed_at=NOW, position=9, parent_uid="third"))

    written(store, write)
    with store.reading() as unit:
        assert [one.uid for one in unit.tasks.all()] == ["first", "second", "third", "done"]
        assert [one.uid for one in unit.tasks.all(done=False, list_uid=INBOX)] == ["second", "third"]
        assert [one.uid for one in unit.tasks.all(done=True)] == ["done"]
        assert [one.uid for one in unit.tasks.children("third")] == ["done"]
        assert [one.uid for one in unit.tasks.titled("milk")] == ["first"]


def test_reminders_are_found_by_what_they_wait_for(store: Store) -> None:
    def write(unit: UnitOfWork) -> None:
        unit.reminders.put(reminder("late", NOW + 3 * HOUR))
        unit.reminders.put(
            reminder("snoozed", NOW - HOUR, state=ReminderState.SNOOZED, snoozed_until=NOW + HOUR, item_uid="t")
        )
        unit.reminders.put(reminder("soon", NOW + 2 * HOUR, text="Drink WATER"))
        unit.reminders.put(reminder("shown", NOW - DAY, state=ReminderState.SHOWN, rings_at=NOW + HOUR / 2))
        unit.reminders.put(reminder("paused", NOW - HOUR, state=ReminderState.PAUSED, left_seconds=90))

    written(store, write)
    with store.reading() as unit:
        assert unit.reminders.next_wake() == NOW + HOUR / 2
        assert unit.reminders.next_wake(again=False) == NOW + HOUR
        assert [one.uid for one in unit.reminders.ringing_until(NOW + HOUR / 2)] == ["shown"]
        assert unit.reminders.ringing_until(NOW) == ()
        assert [one.uid for one in unit.reminders.waking_until(NOW + 2 * HOUR)] == ["snoozed", "soon"]
        assert unit.reminders.waking_until(NOW) == ()
        assert [one.uid for one in unit.reminders.in_states([ReminderState.SHOWN, ReminderState.SCHEDULED])] == [
            "shown",
            "soon",
            "late",
        ]
        assert unit.reminders.in_states([]) == ()
        assert [one.uid for one in unit.reminders.all()] == ["shown", "paused", "snoozed", "soon", "late"]
        assert [one.uid for one in unit.reminders.of_item("t")] == ["snoozed"]
        assert [one.uid for one in unit.reminders.titled("water")] == ["soon"]


def test_conversations_keep_their_messages_in_order(store: Store) -> None:
    receipt = Receipt(
        action=Action.MOVED,
        journal_id=7,
        items=(
            ReceiptItem(
                kind="event",
                uid="e",
                item_kind=ItemKind.EVENT,
                title="Lunch",
                start_at=NOW,
                end_at=NOW + HOUR,
                rrule="FREQ=DAILY",
                location="Room 4",
                alert_minutes=(10,),
                before="Friday, 12:00",
            ),
            ReceiptItem(
                kind="task", uid="t", item_kind=ItemKind.TASK, title="x", start_on="2026-10-13", list_name="Inbox"
            ),
        ),
    )
    answer = message(
        "m2",
        "c",
        NOW,
        role=Role.ASSISTANT,
        state=MessageState.STREAMING,
        receipt=receipt,
        sources=("e", "t"),
        unsaid="the end",
    )
    with store.writing() as unit:
        unit.conversations.put(conversation("c", NOW + HOUR))
        unit.conversations.put(conversation("old"))
        unit.conversations.put_message(message("m3", "c", NOW + HOUR))
        unit.conversations.put_message(message("m1", "c", NOW))
        unit.conversations.put_message(answer)
        unit.conversations.put_message(message("other", "old"))
        unit.conversations.put_message(replace(message("m1", "c"), text="changed"))
        unit.commit()
    with store.reading() as unit:
        assert [one.uid for one in unit.conversations.messages("c")] == ["m1", "m2", "m3"]
        assert [one.uid for one in unit.conversations.messages("c", last=2)] == ["m2", "m3"]
        assert unit.conversations.messages("c", last=0) == ()
        assert unit.conversations.messages("c")[0].text == "changed"
        assert unit.conversations.messages("c")[1] == answer
        assert [one.uid for one in unit.conversations.all()] == ["c", "old"]
        assert unit.conversations.latest() == conversation("c", NOW + HOUR)
    with store.writing() as unit:
        unit.conversations.remove("c")
        unit.commit()
    with store.reading() as unit:
        assert unit.conversations.get("c") is None
        assert unit.conversations.messages("c") == ()
        assert [one.uid for one in unit.conversations.messages("old")] == ["other"]


# ---------------------------------------------------------------------------------------------------- units of work


def test_leaving_without_commit_changes_nothing(store: Store) -> None:
    with store.writing() as unit:
        unit.tasks.put(task("t"))
        unit.record("Added", at=NOW)
    with contextlib.suppress(ZeroDivisionError), store.writing() as unit:
        unit.tasks.put(task("t"))
        unit.record("Added", at=NOW)
        raise ZeroDivisionError
    with store.reading() as unit:
        assert unit.tasks.all() == ()
        assert unit.journal.latest(9) == ()


def test_a_reading_unit_cannot_write(store: Store) -> None:
    with store.reading() as unit:
        for write in (
            lambda: unit.tasks.put(task("t")),
            lambda: unit.tasks.remove("t"),
            lambda: unit.reminders.advance(reminder("r")),
            lambda: unit.conversations.put(conversation("c")),
            lambda: unit.conversations.remove("c"),
            lambda: unit.journal.mark_undone(1, NOW),
            lambda: unit.record("x", at=NOW),
            lambda: unit.restore((), backwards=True),
            unit.commit,
        ):
            with pytest.raises(RuntimeError):
                write()


def test_a_unit_sees_what_it_wrote_and_others_do_not_yet(store: Store) -> None:
    with store.writing() as unit:
        unit.tasks.put(task("t"))
        assert unit.tasks.get("t") == task("t")
        with store.reading() as other:
            assert other.tasks.get("t") is None
        unit.record("Added", at=NOW)
        unit.commit()
        with store.reading() as other:
            assert other.tasks.get("t") == task("t")


def test_a_view_stays_as_it_was_when_first_asked(store: Store) -> None:
    with store.reading() as view:
        assert view.tasks.all() == ()
        written(store, lambda unit: unit.tasks.put(task("t")))
        assert view.tasks.all() == ()


def test_writing_inside_writing_is_refused_at_once(store: Store) -> None:
    with store.writing(), pytest.raises(RuntimeError), store.writing():
        pass
    written(store, lambda unit: unit.tasks.put(task("t")))


def test_writers_in_many_threads_lose_nothing(store: Store) -> None:
    def count(name: str) -> None:
        for number in range(10):
            with store.writing() as unit:
                current = unit.tasks.get("counter")
                assert current is not None
                unit.tasks.put(replace(current, position=current.position + 1))
                unit.tasks.put(task(f"{name}-{number}"))
                unit.record("Counted", at=NOW)
                unit.commit()

    written(store, lambda unit: unit.tasks.put(task("counter")))
    threads = [threading.Thread(target=count, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as unit:
        counter = unit.tasks.get("counter")
        assert counter is not None
        assert counter.position == 40
        assert len(unit.tasks.all()) == 41


# ------------------------------------------------------------------------------------------------ what hangs on what


@pytest.mark.parametrize(
    "write",
    [
        lambda unit: unit.events.put(event("e", calendar_uid="gone")),
        lambda unit: unit.tasks.put(task("t", list_uid="gone")),
        lambda unit: unit.tasks.put(task("t", parent_uid="gone")),
        lambda unit: unit.conversations.put_message(message("m", "gone")),
    ],
)
def test_nothing_hangs_on_what_is_not_there(store: Store, write: Callable[[UnitOfWork], None]) -> None:
    with pytest.raises(NotFoundError) as caught, store.writing() as unit:
        write(unit)
    assert caught.value.code == "store.parent_missing"


def test_a_task_cannot_be_under_itself(store: Store) -> None:
    def write(unit: UnitOfWork) -> None:
        unit.tasks.put(task("a"))
        unit.tasks.put(task("b", parent_uid="a"))

    written(store, write)
    for bad in (task("a", parent_uid="a"), task("a", parent_uid="b")):
        with pytest.raises(InputError) as caught, store.writing() as unit:
            unit.tasks.put(bad)
        assert caught.value.code == "task.own_parent"


def test_the_inbox_stays(store: Store) -> None:
    with pytest.raises(InputError) as caught, store.writing() as unit:
        unit.task_lists.remove(INBOX)
    assert caught.value.code == "task_list.inbox"


def test_removing_what_is_not_there_does_nothing(store: Store) -> None:
    with store.writing() as unit:
        for repository in (unit.calendars, unit.events, unit.task_lists, unit.tasks, unit.reminders):
            repository.remove("gone")
        unit.conversations.remove("gone")
        unit.commit()


def test_the_next_position_is_after_all_others(store: Store) -> None:
    with store.writing() as unit:
        unit.task_lists.put(task_list("home"))
        assert unit.tasks.next_position("home", None) == 0
        unit.tasks.put(task("a", list_uid="home", position=3))
        unit.tasks.put(task("b", list_uid="home", position=1, parent_uid="a"))
        assert unit.tasks.next_position("home", None) == 4
        assert unit.tasks.next_position("home", "a") == 2
        assert unit.tasks.next_position("home", "b") == 0
        unit.record("Added", at=NOW)
        unit.commit()


def test_reminders_that_stand_alone_by_their_day_and_what_the_others_hang_on(store: Store) -> None:
    with store.writing() as unit:
        for hours in (0, 1, 2):
            unit.reminders.advance(reminder(f"alone {hours}", NOW + hours * HOUR))
        unit.reminders.advance(reminder("of a task", NOW + HOUR, item_kind=ItemKind.TASK, item_uid="a"))
        unit.reminders.advance(reminder("of it too", NOW + HOUR, item_kind=ItemKind.TASK, item_uid="a"))
        unit.reminders.advance(reminder("of an event", NOW + HOUR, item_kind=ItemKind.EVENT, item_uid="e"))
        unit.commit()
    with store.reading() as unit:
        assert [one.uid for one in unit.reminders.alone(NOW, NOW + 2 * HOUR)] == ["alone 0", "alone 1"]
        assert unit.reminders.reminded(["a", "b"]) == {"a"}
        assert unit.reminders.reminded(("e", "a")) == {"a", "e"}
        assert unit.reminders.reminded(()) == frozenset()


def test_reminders_of_a_state_newest_first_and_not_more_than_asked_for(store: Store) -> None:
    done = [reminder(f"done {n}", NOW + n * HOUR, state=ReminderState.ACKNOWLEDGED) for n in range(5)]
    with store.writing() as unit:
        for one in (*done, reminder("ahead", NOW + 9 * HOUR)):
            unit.reminders.advance(one)
        unit.commit()
    with store.reading() as unit:
        assert [one.uid for one in unit.reminders.latest(ReminderState.ACKNOWLEDGED, 2)] == ["done 4", "done 3"]
        assert unit.reminders.count(ReminderState.ACKNOWLEDGED) == 5
        assert unit.reminders.count(ReminderState.MISSED) == 0
        assert unit.reminders.steps("ahead")[0].until == NOW + 9 * HOUR
        assert unit.reminders.steps("never") == ()
