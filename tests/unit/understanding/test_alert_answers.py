"""What is said to a reminder that has just come."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.config.settings import Settings
from assistant.services.reminders.answers import Alerted, AlertReply, read_alert_answer
from assistant.services.wording.times import Wording
from assistant.understanding import Context
from assistant.understanding.alert_answers import AlertAct
from assistant.understanding.language import detect

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 15, 10, 30, tzinfo=ZONE)
DENTIST = Alerted(("Call the dentist",))


def read(words: str, alerted: Alerted = DENTIST) -> AlertReply:
    wording = Wording(language="zh" if detect(words) == "zh" else "en", clock24=True, day_first=True)
    return read_alert_answer(words, alerted, Context(now=NOW, zone=ZONE), Settings(None), wording)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Done.", AlertAct.DONE),
        ("Okay, I did it, thanks.", AlertAct.DONE),
        ("I have already done that", AlertAct.DONE),
        ("完成", AlertAct.DONE),
        ("知道了。", AlertAct.DONE),
        ("好的，做完了", AlertAct.DONE),
        ("搞定", AlertAct.DONE),
        ("open it", AlertAct.OPEN),
        ("打开", AlertAct.OPEN),
        ("dismiss", AlertAct.CLOSE),
        ("关掉", AlertAct.CLOSE),
    ],
)
def test_one_word_is_enough(words: str, act: AlertAct) -> None:
    assert read(words).act is act


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("Later.", NOW + timedelta(minutes=10)),
        ("not now", NOW + timedelta(minutes=10)),
        ("Not done yet.", NOW + timedelta(minutes=10)),
        ("snooze", NOW + timedelta(minutes=10)),
        ("Ten more minutes.", NOW + timedelta(minutes=10)),
        ("It's news 10 minutes.", NOW + timedelta(minutes=10)),
        ("Let's use until after lunch.", datetime(2026, 10, 15, 13, tzinfo=ZONE)),
        ("Snooze fifteen.", NOW + timedelta(minutes=15)),
        ("an hour", NOW + timedelta(hours=1)),
        ("Snooze until after lunch", datetime(2026, 10, 15, 13, tzinfo=ZONE)),
        ("tomorrow morning", datetime(2026, 10, 16, 9, tzinfo=ZONE)),
        ("Move it to Friday.", datetime(2026, 10, 16, 9, tzinfo=ZONE)),
        ("Call the dentist tomorrow at three", datetime(2026, 10, 16, 15, tzinfo=ZONE)),
        ("稍后", NOW + timedelta(minutes=10)),
        ("十分钟后再提醒我", NOW + timedelta(minutes=10)),
        ("再过半小时", NOW + timedelta(minutes=30)),
        ("推迟到午饭后", datetime(2026, 10, 15, 13, tzinfo=ZONE)),
        ("改到周五", datetime(2026, 10, 16, 9, tzinfo=ZONE)),
        ("明早再说吧", datetime(2026, 10, 16, 9, tzinfo=ZONE)),
    ],
)
def test_put_off_until(words: str, until: datetime) -> None:
    reply = read(words)
    assert (reply.act, reply.until) == (AlertAct.LATER, until)


@pytest.mark.parametrize(
    "words",
    [
        "what is on tomorrow",
        "Remind me to buy milk tomorrow",
        "done by Friday",
        "snooze ten minutes, no, at five",
        "delete it",
        "yes",
        "明天提醒我买牛奶",
        "thank you for watching",
    ],
)
def test_a_sentence_with_another_meaning_is_no_answer(words: str) -> None:
    reply = read(words)
    assert reply.act is None
    assert not reply.understood
    assert words in reply.told


def test_it_is_said_what_was_understood_in_the_language_of_the_words() -> None:
    assert read("done").told == "Done: Call the dentist."
    assert read("snooze until one").told == "Snoozed until 13:00."
    assert read("推迟到下午一点").told == "13:00再提醒你。"
    assert read("done", Alerted(("A", "B"))).told == "Done: 2 reminders."


def test_what_can_not_be_leaves_the_reminder() -> None:
    assert read("snooze until nine this morning").act is None
    moved = read("move it to Friday", Alerted(("Workshop",), event=True))
    assert moved.act is None
    assert moved.understood
    assert read("ten minutes", Alerted(("Workshop",), event=True)).act is AlertAct.LATER
