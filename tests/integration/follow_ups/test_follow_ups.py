"""Words that mean what was spoken of: on a real database, through the real services, in both languages."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from assistant.domain.event import Occurrence
from assistant.services.conversation.reply import Reply, ReplyKind
from tests.helpers.clock import NOON
from tests.helpers.household import Household


def said(home: Household, text: str) -> Reply:
    return home.assistant.conversation.handle(text, rules_only=True)


def on(home: Household) -> dict[str, Occurrence]:
    found = home.assistant.schedule.occurrences(NOON - timedelta(days=1), NOON + timedelta(days=20))
    return {one.title: one for one in found}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return NOON.replace(day=day, hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("first", "then", "start"),
    [
        ("Lunch with Sam tomorrow at 12", "make it 4pm", at(15, 16)),
        ("Lunch with Sam tomorrow at 12", "move it to 2", at(15, 14)),
        ("Lunch with Sam tomorrow at 12", "actually make it Friday", at(16, 12)),
        ("Lunch with Sam tomorrow at 12", "push it by 30 minutes", at(15, 12, 30)),
        ("Lunch with Sam tomorrow at 12", "push it back half an hour", at(15, 12, 30)),
        ("明天中午十二点和小李吃饭", "改到下午四点", at(15, 16)),
        ("明天中午十二点和小李吃饭", "把它推迟半小时", at(15, 12, 30)),
        ("明天中午十二点和小李吃饭", "推迟半小时", at(15, 12, 30)),
        ("明天中午十二点和小李吃饭", "把它提前半小时", at(15, 11, 30)),
        ("明天中午十二点和小李吃饭", "那个改到周五", at(16, 12)),
    ],
)
def test_it_is_moved(home: Household, first: str, then: str, start: datetime) -> None:
    said(home, first)
    reply = said(home, then)
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    (event,) = on(home).values()
    assert event.start_at == start
    assert event.end_at - event.start_at == timedelta(hours=1)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Lunch with Sam tomorrow at 12", "make it half an hour longer"),
        ("明天中午十二点和小李吃饭", "延长半小时"),
    ],
)
def test_it_is_made_longer(home: Household, first: str, then: str) -> None:
    said(home, first)
    said(home, then)
    (event,) = on(home).values()
    assert (event.start_at, event.end_at) == (at(15, 12), at(15, 13, 30))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Lunch with Sam tomorrow at 12", "and remind me ten minutes before"),
        ("明天中午十二点和小李吃饭", "提前十分钟提醒我"),
    ],
)
def test_an_alert_is_put_on_what_was_added(home: Household, first: str, then: str) -> None:
    said(home, first)
    reply = said(home, then)
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    (row,) = home.assistant.reminders.all()
    assert row.due_at == at(15, 11, 50)
    assert home.assistant.tasks.all() == ()


def test_a_second_alert_stands_beside_the_first(home: Household) -> None:
    said(home, "Lunch with Sam tomorrow at 12, remind me an hour before")
    said(home, "and remind me ten minutes before")
    assert {row.due_at for row in home.assistant.reminders.all()} == {at(15, 11), at(15, 11, 50)}


@pytest.mark.parametrize(
    ("first", "then", "yes"),
    [("Lunch with Sam tomorrow at 12", "cancel that", "yes"), ("明天中午十二点和小李吃饭", "取消它", "好的")],
)
def test_cancelling_it_waits_for_a_yes(home: Household, first: str, then: str, yes: str) -> None:
    said(home, first)
    asked = said(home, then)
    assert asked.kind is ReplyKind.APPROVAL
    assert len(on(home)) == 1
    assert said(home, yes).kind is ReplyKind.RECEIPT
    assert on(home) == {}


@pytest.mark.parametrize(("then", "no"), [("cancel that", "no"), ("cancel that", "never mind"), ("取消它", "算了")])
def test_a_no_leaves_everything(home: Household, then: str, no: str) -> None:
    said(home, "Lunch with Sam tomorrow at 12")
    said(home, then)
    assert said(home, no).kind is ReplyKind.ANSWER
    assert said(home, "yes").kind is not ReplyKind.RECEIPT
    assert len(on(home)) == 1


@pytest.mark.parametrize(
    "answer", ["the second one", "number two", "2", "第二个", "the Friday one", "the one on Friday"]
)
def test_of_several_matches_one_is_chosen_by_words(home: Household, answer: str) -> None:
    said(home, "Review with Ana tomorrow at 10")
    said(home, "Review with Bob Friday at 10")
    asked = said(home, "move the review to 3pm")
    assert asked.kind is ReplyKind.QUESTION
    assert len(asked.choices) == 2
    reply = said(home, answer)
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    found = on(home)
    assert found["Review with Bob"].start_at == at(16, 15)
    assert found["Review with Ana"].start_at == at(15, 10)


@pytest.mark.parametrize(
    ("ask", "then"), [("what is on tomorrow?", "delete the second one"), ("明天有什么安排？", "把第二个取消")]
)
def test_an_answer_can_be_pointed_into(home: Household, ask: str, then: str) -> None:
    said(home, "Gym tomorrow at 8")
    said(home, "Dentist tomorrow at 15:00")
    listed = said(home, ask)
    assert [item.title for item in listed.items] == ["Gym", "Dentist"]
    asked = said(home, then)
    assert asked.kind is ReplyKind.APPROVAL
    assert [item.title for item in asked.items] == ["Dentist"]


@pytest.mark.parametrize("move", ["move all my Friday meetings to Monday", "把周五的会议都改到周一"])
def test_a_days_meetings_move_together_after_a_yes(home: Household, move: str) -> None:
    for text in (
        "Standup Friday at 9",
        "Design review Friday at 11",
        "Demo Friday at 14:00",
        "Lunch with Sam tomorrow at 12",
    ):
        said(home, text)
    asked = said(home, move)
    assert asked.kind is ReplyKind.APPROVAL, asked.text
    assert [(item.title, item.start_at) for item in asked.items] == [
        ("Standup", at(19, 9)),
        ("Design review", at(19, 11)),
        ("Demo", at(19, 14)),
    ]
    assert all(item.before for item in asked.items)
    assert on(home)["Demo"].start_at == at(16, 14)
    before = len(home.assistant.undo.history())
    assert said(home, "yes").kind is ReplyKind.RECEIPT
    found = on(home)
    assert [found[name].start_at for name in ("Standup", "Design review", "Demo")] == [
        at(19, 9),
        at(19, 11),
        at(19, 14),
    ]
    assert found["Lunch with Sam"].start_at == at(15, 12)
    assert len(home.assistant.undo.history()) == before + 1
    home.assistant.undo.undo()
    assert on(home)["Demo"].start_at == at(16, 14)


def test_all_meetings_of_a_day_are_cancelled_after_a_yes(home: Household) -> None:
    for text in ("Standup Friday at 9", "Design review Friday at 11", "Lunch with Sam tomorrow at 12"):
        said(home, text)
    asked = said(home, "cancel all my meetings on Friday")
    assert asked.kind is ReplyKind.APPROVAL
    assert [item.title for item in asked.items] == ["Standup", "Design review"]
    said(home, "yes")
    assert set(on(home)) == {"Lunch with Sam"}


def test_an_item_is_found_by_who_it_is_with(home: Household) -> None:
    said(home, "明天下午三点和小李开会")
    said(home, "明天下午五点和小王开会")
    reply = said(home, "和小李的会改到周五")
    if reply.kind is ReplyKind.APPROVAL:
        reply = said(home, "好的")
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    assert on(home)["和小李开会"].start_at == at(16, 15)


@pytest.mark.parametrize("text", ["make it 4pm", "cancel that", "改到下午四点", "and remind me ten minutes before"])
def test_without_anything_spoken_of_it_asks(home: Household, text: str) -> None:
    assert said(home, text).kind is ReplyKind.QUESTION
    assert on(home) == {}
    assert home.assistant.tasks.all() == ()


@pytest.mark.parametrize(
    ("text", "offer"), [("move the pottery class to Friday", "Shall I add it?"), ("陶艺课改到周五", "要添加吗？")]
)
def test_nothing_found_offers_to_add_it(home: Household, text: str, offer: str) -> None:
    asked = said(home, text)
    assert asked.kind is ReplyKind.QUESTION
    assert offer in asked.text
    assert said(home, "yes" if text.isascii() else "好").kind is ReplyKind.RECEIPT
    assert len(on(home)) == 1


def test_another_conversation_knows_nothing_of_it(home: Household) -> None:
    said(home, "Lunch with Sam tomorrow at 12")
    home.assistant.conversation.new_chat()
    assert said(home, "make it 4pm").kind is ReplyKind.QUESTION


def test_what_was_undone_is_no_more_spoken_of(home: Household) -> None:
    said(home, "Lunch with Sam tomorrow at 12")
    home.assistant.undo.undo()
    assert said(home, "make it 4pm").kind is ReplyKind.QUESTION


def test_a_command_alone_knows_what_was_just_changed(home: Household) -> None:
    home.assistant.conversation.handle("Lunch with Sam tomorrow at 12", keep=False, rules_only=True)
    home.assistant.conversation.handle("make it 4pm", keep=False, rules_only=True)
    assert on(home)["Lunch with Sam"].start_at == at(15, 16)
