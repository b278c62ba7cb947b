"""Hours that name an item or where it goes, and all there is at once: on a real database, in both languages."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from assistant.domain.event import Occurrence
from assistant.domain.items import Priority
from assistant.services.conversation.reply import Reply, ReplyKind
from tests.helpers.clock import NOON
from tests.helpers.household import Household


def said(home: Household, text: str) -> Reply:
    return home.assistant.conversation.handle(text, rules_only=True)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return NOON.replace(day=day, hour=hour, minute=minute)


def events(home: Household) -> list[Occurrence]:
    return list(home.assistant.schedule.occurrences(NOON - timedelta(days=1), NOON + timedelta(days=20)))


@pytest.mark.parametrize(
    ("there", "change", "start"),
    [
        ("design review tomorrow at 9:30am", "make the design review 9:45 instead", at(15, 9, 45)),
        ("design review tomorrow at 9:30am", "move the design review to 10", at(15, 10)),
        ("design review tomorrow at 9:30am", "the design review is now at 11 instead of 9:30", at(15, 11)),
        ("dinner with Ana tomorrow at 7pm", "make the dinner 8:00 instead", at(15, 20)),
        ("design review tomorrow at 9:30am", "move the design review to 5", at(15, 17)),
        ("design review tomorrow at 9:30am", "move the design review to 21:00", at(15, 21)),
        ("明天上午九点半站会", "站会改成九点四十五吧", at(15, 9, 45)),
        ("明天上午九点半站会", "站会往后推半小时", at(15, 10)),
        ("明天上午九点半评审会", "评审会提前一个小时", at(15, 8, 30)),
        ("design review tomorrow at 3pm", "push my 3pm review back by half an hour", at(15, 15, 30)),
        ("design review tomorrow at 3pm", "push the design review to next week", at(22, 15)),
        ("design review tomorrow at 3pm", "move the design review to Friday, same time", at(16, 15)),
        ("明天下午三点评审会", "评审会改到下周二同一时间", at(20, 15)),
        ("design review tomorrow at 3pm", "bring the design review forward an hour", at(15, 14)),
    ],
)
def test_an_hour_alone_is_meant_for_the_item(home: Household, there: str, change: str, start: datetime) -> None:
    said(home, there)
    reply = said(home, change)
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    assert [one.start_at for one in events(home)] == [start]


def test_the_second_one_goes_to_five(home: Household) -> None:
    said(home, "breakfast with Ana tomorrow at 8am")
    said(home, "lunch with Bob tomorrow at noon")
    said(home, "what do I have tomorrow")
    said(home, "move the second one to 5pm")
    assert {one.title: one.start_at for one in events(home)}["lunch with Bob"] == at(15, 17)


@pytest.mark.parametrize("asked", ["cancel everything tomorrow", "delete all my events tomorrow", "明天的全部取消"])
def test_everything_of_a_day_goes_after_a_yes(home: Household, asked: str) -> None:
    said(home, "standup every weekday at 9:30")
    said(home, "lunch with Bob tomorrow at noon")
    said(home, "dinner with Ana on Friday at 7pm")
    reply = said(home, asked)
    assert reply.kind is ReplyKind.APPROVAL
    said(home, "yes")
    assert not [one for one in events(home) if one.start_at.date() == at(15, 0).date()]
    assert "dinner with Ana" in {one.title for one in events(home)}


def test_a_moved_occurrence_and_the_usual_one_go_together(home: Household) -> None:
    said(home, "standup every weekday at 9:30")
    said(home, "move the standup on Friday to Thursday at 2pm")
    reply = said(home, "cancel everything on Thursday")
    assert len(reply.items) == 2
    said(home, "yes")
    assert not [one for one in events(home) if one.start_at.date() == at(15, 0).date()]


@pytest.mark.parametrize("asked", ["turn off all alarms", "把所有闹钟都关掉"])
def test_all_alarms_go_and_nothing_else(home: Household, asked: str) -> None:
    said(home, "set an alarm for 7am")
    said(home, "set an alarm for 6:30am")
    said(home, "remind me to water the plants tomorrow at 8am")
    reply = said(home, asked)
    assert reply.kind is ReplyKind.APPROVAL
    assert len(reply.items) == 2
    said(home, "yes")
    assert [row.due_at for row in home.assistant.reminders.all()] == [at(15, 8)]


@pytest.mark.parametrize("asked", ["cancel my 7 o'clock alarm", "取消七点的闹钟"])
def test_an_alarm_is_known_by_its_hour(home: Household, asked: str) -> None:
    said(home, "set an alarm for 7am")
    said(home, "set an alarm for 6:30am")
    said(home, asked)
    said(home, "yes")
    assert [row.due_at for row in home.assistant.reminders.all()] == [at(15, 6, 30)]


def test_a_reminder_just_made_goes_to_another_hour(home: Household) -> None:
    said(home, "remind me to water the plants tomorrow at 8am")
    said(home, "actually make it 9")
    assert [row.due_at for row in home.assistant.reminders.all()] == [at(15, 9)]


def test_a_priority_is_changed_by_words(home: Household) -> None:
    said(home, "待办：报税")
    said(home, "把报税的优先级改成高")
    (task,) = home.assistant.tasks.all()
    assert task.priority is Priority.HIGH
