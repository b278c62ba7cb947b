"""Reminders that insist, timers that pause, follow-ups that fall silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.config.errors import ConflictError, InputError
from assistant.domain.items import Priority
from assistant.domain.reminder import Insistence, Reminder, ReminderKind, ReminderState
from assistant.services.conversation.reply import Reply
from assistant.services.notices import RemindersAnswered, RemindersRingAgain
from assistant.services.tasks.service import TaskDraft
from tests.helpers.household import Household

MINUTE = timedelta(minutes=1)


@pytest.fixture
def home() -> Household:
    made = Household()
    made.assistant.reminders.start()
    return made


def passed(home: Household, by: timedelta) -> None:
    home.clock.advance(by)
    home.wakeups.ring()


def up(home: Household, insists: Insistence, priority: Priority = Priority.NONE) -> Reminder:
    """A task's reminder that is on the screen."""
    at = home.clock.now() + MINUTE
    draft = TaskDraft(title="report", due_at=at, remind_at=at, insists=insists, priority=priority)
    home.assistant.tasks.create(draft)
    passed(home, MINUTE)
    (due,) = home.assistant.reminders.pending()
    (shown,) = home.assistant.reminders.shown((due.uid,))
    return shown


def rung(home: Household) -> list[int]:
    """How often each of the notices of sounding again says that it has."""
    return [row.rings for notice in home.news if isinstance(notice, RemindersRingAgain) for row in notice.reminders]


def test_one_that_repeats_sounds_every_few_minutes_until_it_is_answered(home: Household) -> None:
    row = up(home, Insistence.REPEAT)
    assert home.wakeups.next == home.clock.now() + 5 * MINUTE
    for _ in range(3):
        passed(home, 5 * MINUTE)
    assert rung(home) == [1, 2, 3]
    assert home.assistant.reminders.get(row.uid).state is ReminderState.SHOWN
    home.assistant.reminders.acknowledge(row.uid)
    assert home.wakeups.next is None
    passed(home, 60 * MINUTE)
    assert len(rung(home)) == 3


def test_what_was_missed_while_away_sounds_once(home: Household) -> None:
    up(home, Insistence.REPEAT)
    passed(home, 180 * MINUTE)
    assert rung(home) == [1]


def test_closing_ends_a_repeat_but_not_nagging(home: Household) -> None:
    row = up(home, Insistence.REPEAT)
    home.assistant.reminders.dismiss(row.uid)
    assert home.assistant.reminders.get(row.uid).state is ReminderState.MISSED
    home.assistant.tasks.delete(str(row.item_uid))

    nagging = up(home, Insistence.NAG)
    home.assistant.reminders.dismiss_all((nagging.uid,))
    assert home.assistant.reminders.get(nagging.uid).state is ReminderState.SNOOZED
    passed(home, 5 * MINUTE)
    back = home.assistant.reminders.get(nagging.uid)
    assert (back.state, back.rings) == (ReminderState.DUE, 1)
    home.assistant.tasks.complete(str(nagging.item_uid))
    assert home.assistant.reminders.get(nagging.uid).state is ReminderState.ACKNOWLEDGED
    assert RemindersAnswered((nagging.uid,)) in home.news
    assert home.wakeups.next is None


def test_a_task_of_high_priority_repeats_while_the_setting_says_so(home: Household) -> None:
    up(home, Insistence.ONCE, priority=Priority.HIGH)
    passed(home, 5 * MINUTE)
    assert rung(home) == [1]
    home.settings.set("repeat_high", False)
    passed(home, 5 * MINUTE)
    assert rung(home) == [1]
    assert home.wakeups.next is None


def test_insistence_can_be_chosen_and_taken_back_while_it_is_up(home: Household) -> None:
    row = up(home, Insistence.ONCE)
    assert row.rings_at is None
    receipt = home.assistant.reminders.insist(row.uid, Insistence.NAG)
    assert home.wakeups.next == home.clock.now() + 5 * MINUTE
    home.assistant.undo.undo(receipt.journal_id)
    assert home.assistant.reminders.get(row.uid).insists is Insistence.ONCE
    passed(home, 10 * MINUTE)
    assert rung(home) == []


def test_insistence_goes_along_the_series_and_with_a_moved_task(home: Household) -> None:
    at = home.clock.now() + MINUTE
    made = home.assistant.tasks.create(
        TaskDraft(title="pills", due_at=at, remind_at=at, rrule="FREQ=DAILY", insists=Insistence.NAG)
    )
    passed(home, MINUTE)
    rows = home.assistant.tasks.reminders_of(made.items[0].uid)
    assert [(row.state, row.insists) for row in rows] == [
        (ReminderState.DUE, Insistence.NAG),
        (ReminderState.SCHEDULED, Insistence.NAG),
    ]
    home.assistant.reminders.insist(rows[0].uid, Insistence.REPEAT)
    assert {row.insists for row in home.assistant.tasks.reminders_of(made.items[0].uid)} == {Insistence.REPEAT}


def test_a_timer_is_paused_lengthened_and_goes_on(home: Household) -> None:
    timers = home.assistant.timers
    receipt = home.assistant.reminders.create("tea", home.clock.now() + 10 * MINUTE, ReminderKind.TIMER)
    uid = receipt.items[0].uid
    home.clock.advance(4 * MINUTE)
    timers.pause(uid)
    assert home.wakeups.next is None
    passed(home, 60 * MINUTE)
    assert [row.left_seconds for row in timers.running()] == [360]
    timers.lengthen(uid, MINUTE)
    timers.go_on(uid)
    assert home.wakeups.next == home.clock.now() + 7 * MINUTE
    with pytest.raises(ConflictError):
        timers.go_on(uid)
    home.assistant.undo.undo()
    assert timers.running()[0].state is ReminderState.PAUSED
    timers.go_on(uid)
    passed(home, 7 * MINUTE)
    assert [row.uid for row in home.assistant.reminders.pending()] == [uid]
    with pytest.raises(ConflictError):
        timers.lengthen(uid, MINUTE)


def test_only_timers_can_be_paused(home: Household) -> None:
    receipt = home.assistant.reminders.create("up", home.clock.now() + MINUTE, ReminderKind.ALARM)
    with pytest.raises(InputError, match="Only a timer"):
        home.assistant.timers.pause(receipt.items[0].uid)


def test_a_follow_up_is_dropped_when_the_task_is_done_first(home: Household) -> None:
    at = home.clock.now() + 60 * MINUTE
    task = home.assistant.tasks.create(TaskDraft(title="report")).items[0].uid
    home.assistant.follow_ups.add(task, at)
    home.assistant.follow_ups.add(task, at)
    assert len(home.assistant.tasks.reminders_of(task)) == 1
    home.assistant.tasks.complete(task)
    assert home.wakeups.next is None
    home.assistant.tasks.reopen(task)
    assert home.wakeups.next == at
    passed(home, 60 * MINUTE)
    (row,) = home.assistant.reminders.pending()
    assert (row.text, row.kind) == ("report", ReminderKind.FOLLOW_UP)


def test_a_follow_up_stands_beside_the_alert_of_its_task_and_follows_its_name(home: Household) -> None:
    at = home.clock.now() + 60 * MINUTE
    draft = TaskDraft(title="report", due_at=at, remind_at=at, rrule="FREQ=DAILY")
    task = home.assistant.tasks.create(draft).items[0].uid
    home.assistant.follow_ups.add(task, at + 30 * MINUTE)
    home.assistant.tasks.change(replace(home.assistant.tasks.get(task), title="long report"))
    rows = home.assistant.tasks.reminders_of(task)
    assert [(row.kind, row.text, row.due_at) for row in rows] == [
        (ReminderKind.REMINDER, "long report", at),
        (ReminderKind.FOLLOW_UP, "long report", at + 30 * MINUTE),
    ]
    home.assistant.tasks.complete(task)  # moves on to tomorrow's round
    open_rows = [row for row in home.assistant.tasks.reminders_of(task) if row.state is ReminderState.SCHEDULED]
    assert [row.kind for row in open_rows] == [ReminderKind.REMINDER]


# ------------------ asked for in words


def asked(home: Household, text: str) -> Reply:
    return home.assistant.conversation.handle(text)


@pytest.mark.parametrize(
    "text", ["If I have not finished the report by 5, remind me", "如果下午5点前还没做完report就提醒我"]
)
def test_a_follow_up_in_words_is_about_the_task_that_is_there(home: Household, text: str) -> None:
    task = home.assistant.tasks.create(TaskDraft(title="Quarterly report")).items[0].uid
    reply = asked(home, text)
    assert reply.items[0].kind == "follow_up"
    (row,) = home.assistant.tasks.reminders_of(task)
    assert (row.kind, row.due_at.astimezone(home.clock.zone()).hour) == (ReminderKind.FOLLOW_UP, 17)
    home.assistant.tasks.complete(task)
    passed(home, timedelta(hours=8))
    assert home.assistant.reminders.pending() == ()


def test_a_follow_up_in_words_makes_the_task_where_there_is_none(home: Household) -> None:
    reply = asked(home, "remind me at 5pm if I haven't called mum")
    (task,) = home.assistant.tasks.all()
    assert task.title == "call mum"
    (row,) = home.assistant.tasks.reminders_of(task.uid)
    assert (row.kind, row.due_at) == (ReminderKind.FOLLOW_UP, task.due_at)
    home.assistant.undo.undo(reply.receipts[0].journal_id)
    assert home.assistant.tasks.all() == ()
    assert home.assistant.reminders.all() == ()


@pytest.mark.parametrize("text", ["nag me to take the pills at 8pm until done", "晚上8点一直提醒我吃药直到吃完"])
def test_nagging_is_asked_for_in_words(home: Household, text: str) -> None:
    asked(home, text)
    (row,) = home.assistant.reminders.all()
    assert (row.insists, row.due_at.astimezone(home.clock.zone()).hour) == (Insistence.NAG, 20)


def test_nagging_without_a_time_begins_soon(home: Household) -> None:
    asked(home, "keep reminding me to pay the rent until I do it")
    assert home.wakeups.next == home.clock.now() + 5 * MINUTE


@pytest.mark.parametrize(
    ("pause", "more", "go_on"),
    [
        ("pause the timer", "add 5 minutes to the timer", "resume the timer"),
        ("暂停计时器", "给计时器加5分钟", "继续计时器"),
    ],
)
def test_a_timer_is_led_by_words(home: Household, pause: str, more: str, go_on: str) -> None:
    asked(home, "set a timer for 10 minutes")
    home.clock.advance(3 * MINUTE)
    asked(home, pause)
    assert [row.left_seconds for row in home.assistant.timers.running()] == [420]
    asked(home, more)
    assert [row.left_seconds for row in home.assistant.timers.running()] == [720]
    asked(home, go_on)
    assert home.wakeups.next == home.clock.now() + 12 * MINUTE
