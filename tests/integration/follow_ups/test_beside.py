"""Reminders counted from what is stored: "an hour before the dentist", 开会前半小时, "after the meeting"."""

from __future__ import annotations

from datetime import datetime

import pytest

from assistant.services.conversation.reply import Reply, ReplyKind
from assistant.understanding import Context, understand
from tests.helpers.clock import BERLIN, NOON
from tests.helpers.household import Household


def said(home: Household, text: str) -> Reply:
    return home.assistant.conversation.handle(text, rules_only=True)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return NOON.replace(day=day, hour=hour, minute=minute)


def rings(home: Household) -> list[datetime]:
    return sorted(row.due_at for row in home.assistant.reminders.all())


@pytest.mark.parametrize(
    ("there", "asked", "rung"),
    [
        ("dentist tomorrow at 3pm", "remind me 30 minutes before the dentist", at(15, 14, 30)),
        ("dentist tomorrow at 3pm", "remind me an hour before the dentist tomorrow", at(15, 14)),
        ("dentist tomorrow at 3pm", "remind me 20 minutes before my next appointment", at(15, 14, 40)),
        ("dentist tomorrow at 3pm", "set a reminder for the dentist one hour before", at(15, 14)),
        ("dentist tomorrow at 3pm", "dentist tomorrow, remind me an hour before", at(15, 14)),
        ("明天下午三点和王总开会", "开会前半小时提醒我", at(15, 14, 30)),
        ("明天下午三点和王总开会", "明天开会前十分钟提醒我", at(15, 14, 50)),
        ("明天下午三点牙医", "给明天的牙医加一个提前一小时的提醒", at(15, 14)),
        ("明天下午三点牙医", "明天的牙医提前一小时提醒我", at(15, 14)),
    ],
)
def test_an_alert_is_put_on_the_item(home: Household, there: str, asked: str, rung: datetime) -> None:
    said(home, there)
    said(home, "pay the rent")
    reply = said(home, asked)
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    assert rings(home) == [rung]
    assert [task.title for task in home.assistant.tasks.all()] == ["pay the rent"]


@pytest.mark.parametrize(
    ("there", "asked", "title", "rung"),
    [
        (
            "design review tomorrow 3-5pm",
            "remind me to print the slides an hour before the review",
            "print the slides",
            14,
        ),
        (
            "design review tomorrow 3-5pm",
            "an hour before the review remind me to print the slides",
            "print the slides",
            14,
        ),
        ("design review tomorrow 3-5pm", "remind me after the review to send the notes", "send the notes", 17),
        ("design review tomorrow 3-5pm", "remind me to call home an hour after the review", "call home", 18),
        ("明天下午三点到五点评审", "评审前一小时提醒我打印材料", "打印材料", 14),
        ("明天下午三点到五点评审", "评审结束后提醒我发纪要", "发纪要", 17),
    ],
)
def test_something_of_its_own_is_told_beside_it(home: Household, there: str, asked: str, title: str, rung: int) -> None:
    said(home, there)
    reply = said(home, asked)
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    assert rings(home) == [at(15, rung)]
    assert [task.title for task in home.assistant.tasks.all()] == [title]


def test_of_several_one_is_chosen(home: Household) -> None:
    said(home, "meeting with Ana tomorrow at 10")
    said(home, "meeting with Bob tomorrow at 2pm")
    reply = said(home, "remind me 15 minutes before the meeting")
    assert reply.kind is ReplyKind.QUESTION
    assert len(reply.choices) == 2
    said(home, "the second one")
    assert rings(home) == [at(15, 13, 45)]


@pytest.mark.parametrize("asked", ["remind me an hour before the opera on Friday", "看歌剧前一小时提醒我"])
def test_none_says_so_and_offers_to_add(home: Household, asked: str) -> None:
    reply = said(home, asked)
    assert reply.kind is ReplyKind.QUESTION
    assert reply.choices
    assert home.assistant.reminders.all() == ()


def test_a_stated_moment_needs_no_item(home: Household) -> None:
    reply = said(home, "remind me two hours before Nina's flight on Friday at 6pm")
    assert reply.kind is ReplyKind.RECEIPT, reply.text
    assert rings(home) == [at(16, 16)]


def test_the_bar_shows_the_moment_of_the_item(home: Household) -> None:
    said(home, "dentist tomorrow at 3pm")
    preview = home.assistant.conversation.preview("remind me 30 minutes before the dentist")
    assert preview is not None
    assert preview.start_at == at(15, 15)


@pytest.mark.parametrize(
    "text",
    [
        "remind me to drink water before lunch",
        "remind me before Friday to pay the bill",
        "remind me before I leave to lock the door",
        "remind me three days before Christmas to ship the parcels",
        "dentist Friday 3pm, remind me an hour before the appointment",
        "remind me in two days to call Bob",
        "两天后提醒我交作业",
    ],
)
def test_what_names_no_item_is_not_looked_up(text: str) -> None:
    assert understand(text, Context(now=NOON, zone=BERLIN)).first.slots.reference is None
