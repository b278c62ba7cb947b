"""Questions over one's own data are answered by the store: numbers, clashes, the past, free time, a plan of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.spans import Zoned
from assistant.domain.task import TaskList
from assistant.services.assistant import Assistant
from assistant.services.calendar.drafts import EventDraft
from assistant.services.conversation.reply import Reply, ReplyKind
from assistant.services.tasks.service import TaskDraft
from tests.helpers.store_values import StillClock

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 14, 11, 20, tzinfo=ZONE)  # a Wednesday


class _Clock(StillClock):
    def __init__(self) -> None:
        super().__init__()
        self.moment = NOW

    def zone(self) -> ZoneInfo:
        return ZONE


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    paths = Paths.profile(tmp_path)
    paths.ensure()
    built = build(paths, Settings(None), clock=_Clock(), with_engines=False)
    for title, days, hour, hours in (
        ("Team meeting", 0, 14, 1.0),
        ("Design review", 0, 14.5, 1.0),
        ("Budget meeting", 5, 9, 2.0),
        ("Call with Ben", 6, 15, 1.0),
        ("项目会议", 7, 12, 6.0),
        ("Dentist", -8, 10, 1.0),
        ("牙医复诊", -30, 9, 1.0),
    ):
        start = datetime(2026, 10, 14, tzinfo=ZONE) + timedelta(days=days, hours=hour)
        span = Zoned(start, start + timedelta(hours=hours), str(ZONE))
        built.schedule.create(EventDraft(title=title, span=span))
    yield built
    built.close()


def ask(assistant: Assistant, text: str) -> Reply:
    return assistant.conversation.handle(text, rules_only=True, now=NOW)


def named(reply: Reply) -> list[str]:
    return [item.title for item in reply.items]


@pytest.mark.parametrize(
    ("text", "titles", "said"),
    [
        ("how many meetings next week", ["Budget meeting", "Call with Ben", "项目会议"], "3 events"),
        ("下周有几个会", ["Budget meeting", "Call with Ben", "项目会议"], "3 个日程"),
        ("which clash", ["Team meeting", "Design review"], "1 clash"),
        ("哪些日程冲突", ["Team meeting", "Design review"], "1 处冲突"),
        ("do I have any conflicts tomorrow", [], "Nothing clashes"),
        ("when did I last see the dentist", ["Dentist"], "8 days ago"),
        ("上次看牙医是什么时候", ["牙医复诊"], "30天前"),
        ("when was my last haircut", [], "could not find “haircut”"),
        ("am I free Friday afternoon", [], "You are free"),
        (
            "我下周哪天下午有空",
            ["Budget meeting", "Call with Ben", "项目会议"],
            "10月20日 周二：12:00–15:00、16:00–18:00",
        ),
    ],
)
def test_numbers_and_items_come_from_the_store(assistant: Assistant, text: str, titles: list[str], said: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.ANSWER
    assert named(reply) == titles
    assert said in reply.text
    if text.startswith("我下周"):
        assert "10月21日" not in reply.text  # no gap that afternoon


def test_what_is_overdue(assistant: Assistant) -> None:
    assistant.tasks.create(TaskDraft(title="Pay rent", due_on=date(2026, 10, 12)))
    assistant.tasks.create(TaskDraft(title="Later", due_on=date(2026, 10, 20)))
    assert named(ask(assistant, "what is overdue")) == named(ask(assistant, "有什么逾期了")) == ["Pay rent"]


def test_an_offered_hour_becomes_an_event_when_it_is_taken(assistant: Assistant) -> None:
    reply = ask(assistant, "find me an hour for the tax papers with nothing on next week, mornings")
    assert reply.kind is ReplyKind.QUESTION
    labels = [choice.label for choice in reply.choices]
    assert labels[0] == "Mon 19 Oct, 08:00–09:00"
    assert len(labels) == 4
    taken = assistant.conversation.take(reply.choices[1])
    (item,) = taken.items
    assert (item.title, item.start_at) == ("the tax papers", datetime(2026, 10, 20, 8, tzinfo=ZONE))
    again = ask(assistant, "find me an hour with nothing on next week, mornings")
    assert "Tue 20 Oct, 08:00–09:00" not in [choice.label for choice in again.choices]


def test_a_planned_day_is_proposed_and_written_as_it_was_shown(assistant: Assistant) -> None:
    for draft in (
        TaskDraft(title="Call mum"),
        TaskDraft(title="Write report", estimate_minutes=120, due_on=date(2026, 10, 14)),
        TaskDraft(title="Pay rent", due_on=date(2026, 10, 12)),
        TaskDraft(title="Far away", due_on=date(2026, 12, 1)),
        TaskDraft(title="Build a boat", estimate_minutes=600, due_on=date(2026, 10, 14)),
    ):
        assistant.tasks.create(draft)
    reply = ask(assistant, "plan my day")
    assert reply.kind is ReplyKind.APPROVAL
    hours = [(item.title, f"{item.start_at:%H:%M}") for item in reply.items if item.start_at]
    assert hours == [("Pay rent", "11:30"), ("Write report", "12:00"), ("Call mum", "15:30")]
    assert "No room for: Build a boat." in reply.text
    assert not any(event.task_uid for event in assistant.planning.blocks())
    done = assistant.conversation.take(reply.choices[0])
    assert named(done) == ["Pay rent", "Write report", "Call mum"]
    assert len(assistant.planning.blocks()) == 3
    assistant.undo.undo()
    assert not assistant.planning.blocks()


def test_a_plan_whose_hours_are_taken_by_now_is_shown_anew(assistant: Assistant) -> None:
    assistant.tasks.create(TaskDraft(title="Pay rent"))
    reply = ask(assistant, "plan my day")
    span = Zoned(NOW, NOW + timedelta(hours=1), str(ZONE))
    assistant.schedule.create(EventDraft(title="Fire drill", span=span))
    second = assistant.conversation.take(reply.choices[0])
    assert second.kind is ReplyKind.APPROVAL
    assert [f"{item.start_at:%H:%M}" for item in second.items if item.start_at] == ["12:30"]


@pytest.mark.parametrize(
    ("text", "titles", "said"),
    [
        ("when is the budget meeting", ["Budget meeting"], "09:00–11:00"),
        ("what time is the design review?", ["Design review"], "14:30"),
        ("how long is the budget meeting", ["Budget meeting"], "2 h"),
        ("where is the design review", ["Design review"], "no place"),
        ("when is my next call with Ben", ["Call with Ben"], "15:00"),
        ("when is my next meeting with Zoe", [], "Nothing with Zoe is coming up."),
        ("项目会议是什么时候", ["项目会议"], "12:00"),
        ("项目会议要多久", ["项目会议"], "6小时"),
        ("what did I do on 6 October", ["Dentist"], "1 event"),
    ],
)
def test_one_thing_is_looked_up_by_its_name(assistant: Assistant, text: str, titles: list[str], said: str) -> None:
    reply = ask(assistant, text)
    assert named(reply) == titles
    assert said in reply.text


@pytest.mark.parametrize("text", ["where is Paris", "how long is a marathon", "春节是什么时候", "巴黎在哪里"])
def test_what_the_store_does_not_hold_is_left_to_conversation(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text).error_code == "rules.only"


def test_what_was_done_is_counted_by_when_it_was_checked_off(assistant: Assistant) -> None:
    assert ask(assistant, "what is overdue").text == "Nothing is overdue."
    for title, list_uid in (("Write minutes", "inbox"), ("Paint the door", "inbox")):
        uid = assistant.tasks.create(TaskDraft(title=title, list_uid=list_uid)).items[0].uid
        if title == "Write minutes":
            assistant.tasks.complete(uid)
    for text in ("how many tasks did I complete this week", "what did I finish today", "今天完成了什么"):
        assert named(ask(assistant, text)) == ["Write minutes"], text
    assistant.lists.save(TaskList(uid="house", name="House"))
    assistant.tasks.create(TaskDraft(title="Mow the lawn", list_uid="house"))
    assert named(ask(assistant, "what tasks are in House")) == ["Mow the lawn"]
    assert "2 h" in ask(assistant, "find me two free hours on Friday").text
