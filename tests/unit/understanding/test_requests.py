"""Sentences to requests: what the product promises to understand, word for word."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.understanding import Context, Intent, Request, Route, understand

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=ZONE)
"""A Wednesday."""

CONTEXT = Context(now=NOW, zone=ZONE)


def only(text: str) -> Request:
    understood = understand(text, CONTEXT)
    assert len(understood.requests) == 1, understood
    return understood.first


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def start(request: Request) -> datetime | date | None:
    assert request.item_time is not None
    return request.item_time.start


def test_reminder_with_time() -> None:
    request = only("Remind me to call the dentist tomorrow at 3pm")
    assert request.intent is Intent.CREATE_REMINDER
    assert request.slots.title == "call the dentist"
    assert request.slots.reminder_kind == "reminder"
    assert start(request) == at(5, 15)


def test_chinese_event_with_place_and_person() -> None:
    request = only("下周二上午十点和王总开会，地点在会议室A")
    assert request.intent is Intent.CREATE_EVENT
    assert request.slots.title == "和王总开会"
    assert request.slots.location == "会议室A"
    assert request.slots.people == ("王总",)
    assert start(request) == at(10, 10)


@pytest.mark.parametrize("text", ["what do I have on Friday", "What's on my calendar on Friday?", "我周五有什么安排"])
def test_query_of_a_day(text: str) -> None:
    request = only(text)
    assert request.intent is Intent.QUERY_EVENTS
    assert start(request) == date(2026, 3, 6)


def test_query_of_today_in_chinese() -> None:
    assert start(only("我今天有什么安排")) == date(2026, 3, 4)


def test_writing_is_no_event() -> None:
    assert only("write a short mail to my boss asking for Friday off").intent is Intent.WRITE


@pytest.mark.parametrize(
    ("text", "intent", "reference"),
    [
        ("mark call the dentist as done", Intent.COMPLETE_TASK, "call the dentist"),
        ('完成"交房租"', Intent.COMPLETE_TASK, "交房租"),
        ("cancel the dentist", Intent.DELETE_EVENT, "dentist"),
        ("取消明天的会", Intent.DELETE_EVENT, "会"),
        ("move lunch with Anna to Friday 1pm", Intent.UPDATE_EVENT, "lunch with Anna"),
        ("把牙医的预约改到周四下午四点", Intent.UPDATE_EVENT, "牙医的预约"),
        ("cancel 掉周四的 standup", Intent.DELETE_EVENT, "standup"),
        ("把组会推后一天", Intent.UPDATE_EVENT, "组会"),
    ],
)
def test_reference_to_an_item(text: str, intent: Intent, reference: str) -> None:
    request = only(text)
    assert request.intent is intent
    assert request.slots.reference == reference


def test_two_requests_in_one_sentence() -> None:
    first, second = understand("add milk and eggs to shopping and remind me at 6", CONTEXT).requests
    assert (first.intent, first.slots.title, first.slots.list) == (Intent.CREATE_TASK, "milk and eggs", "shopping")
    assert second.intent is Intent.CREATE_REMINDER
    assert second.slots.title == "milk and eggs"
    assert start(second) == at(4, 18)


def test_later_request_keeps_the_day() -> None:
    first, second = understand("明天上午九点开会，下午三点看牙医", CONTEXT).requests
    assert (start(first), start(second)) == (at(5, 9), at(5, 15))


def test_second_item_without_command_word() -> None:
    text = "Schedule a call with Ana on Monday at 2pm and lunch with Bob on Tuesday at noon"
    first, second = understand(text, CONTEXT).requests
    assert (first.slots.title, second.slots.title) == ("call with Ana", "lunch with Bob")


def test_second_reminder_of_one_breath() -> None:
    first, second = understand("提醒我三点开会四点接孩子", CONTEXT).requests
    assert (first.slots.title, second.slots.title) == ("开会", "接孩子")
    assert (start(first), start(second)) == (at(4, 15), at(4, 16))


def test_mixed_language() -> None:
    request = only("明天3pm和Bob开会")
    assert (request.intent, request.slots.title) == (Intent.CREATE_EVENT, "和Bob开会")
    assert start(request) == at(5, 15)


def test_part_of_the_day_of_an_alarm_that_is_over_is_that_of_tomorrow() -> None:
    request = only("把早上的闹钟调到七点一刻")
    assert request.times[-1].start == at(5, 7, 15)


def test_event_with_everything() -> None:
    request = only("Lunch with Mom Friday noon for 1h at Luigi's, remind me 30 min before")
    assert request.intent is Intent.CREATE_EVENT
    assert request.slots.title == "Lunch with Mom"
    assert request.slots.location == "Luigi's"
    assert request.slots.people == ("Mom",)
    assert request.slots.duration == timedelta(hours=1)
    assert request.slots.reminder_minutes_before == (30,)
    assert start(request) == at(6, 12)


def test_repeat() -> None:
    request = only("every Monday at 9 stand-up")
    assert (request.intent, request.slots.title) == (Intent.CREATE_EVENT, "stand-up")
    assert request.item_time is not None
    assert request.item_time.rrule == "FREQ=WEEKLY;BYDAY=MO"


def test_timer_and_alarm() -> None:
    timer = only("set a timer for 10 minutes")
    assert (timer.slots.reminder_kind, timer.slots.duration) == ("timer", timedelta(minutes=10))
    alarm = only("wake me up at 7")
    assert alarm.slots.reminder_kind == "alarm"
    assert start(alarm) == at(5, 7)


def test_old_and_new_time_of_a_change() -> None:
    request = only("move tomorrow's standup to 10am")
    assert request.naming_time is not None
    assert request.naming_time.start == date(2026, 3, 5)
    assert start(request) == at(5, 10)


def test_span_of_a_change_is_two_times() -> None:
    request = only("Reschedule my dentist appointment from Tuesday to Thursday at 10am")
    assert request.naming_time is not None
    assert request.naming_time.start == date(2026, 3, 10)
    assert start(request) == at(5, 10)


def test_rename() -> None:
    request = only("把周五的聚餐改名为团建")
    assert (request.slots.reference, request.slots.new_title) == ("聚餐", "团建")
    assert request.item_time is None


def test_quick_entry_marks() -> None:
    request = only("Buy milk #shopping !!! tomorrow")
    assert request.slots.title == "Buy milk"
    assert (request.slots.list, request.slots.priority) == ("shopping", "high")
    lunch = only("Lunch @Luigi's Friday noon ~1h")
    assert (lunch.slots.location, lunch.slots.duration) == ("Luigi's", timedelta(hours=1))


def test_full_width_marks() -> None:
    request = only("＃购物 买牛奶 ！！！")
    assert (request.intent, request.slots.title) == (Intent.CREATE_TASK, "买牛奶")
    assert (request.slots.list, request.slots.priority) == ("购物", "high")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("/task call mom friday", Intent.CREATE_TASK),
        ("/日程 明天下午三点 牙医", Intent.CREATE_EVENT),
        ("/remind water plants", Intent.CREATE_REMINDER),
        ("/ask add milk", Intent.CHAT),
    ],
)
def test_slash_commands(text: str, intent: Intent) -> None:
    assert only(text).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "I had lunch with Mom on Friday",
        "My meeting at 3 went really well",
        "What if I cancelled all my meetings",
        'the phrase "remind me tomorrow" is short',
        "play Manic Monday",
        "book a table for four on Friday at 8pm",
        "will it rain tomorrow",
        "How do I set an alarm on my watch?",
        "昨天下午和同事开了会",
        "他说明天要开会",
        "怎么取消闹钟",
        "如果明天不用上班就好了",
        "我妈总提醒我多穿衣服",
        "给我讲一个关于闹钟的笑话",
        "谷歌日历能导入课表吗",
        "今天几乎没干什么正事",
        "",
        "   ",
        "\u202e\u0000🙂",
    ],
)
def test_conversation_changes_nothing(text: str) -> None:
    assert not any(request.writes for request in understand(text, CONTEXT).requests)


def test_plan_that_is_only_told_is_unsure() -> None:
    understood = understand("I have a meeting tomorrow", CONTEXT)
    assert understood.first.intent is Intent.CHAT
    assert not understood.sure


def test_plan_told_with_its_hour_is_noted() -> None:
    assert understand("I have a meeting tomorrow at 3", CONTEXT).first.intent is Intent.CREATE_EVENT
    assert understand("I have a meeting tomorrow at 3 so I can't come", CONTEXT).first.intent is Intent.CHAT


def test_clear_sentence_is_sure() -> None:
    understood = understand("Remind me to call the dentist tomorrow at 3pm", CONTEXT)
    assert understood.sure
    assert understood.route is Route.RULES
    assert understood.language == "en"


def test_marks_point_into_the_written_text() -> None:
    text = "um remidn me to feed the cat tommorow at 6pm"
    request = only(text)
    assert request.slots.title == "feed the cat"
    (time,) = request.times
    assert text[time.start_char : time.end_char] == time.text
    assert {text[mark.start_char : mark.end_char].strip() for mark in request.marks if mark.slot == "title"} == {
        "to feed the cat"
    }


def test_very_long_text_is_no_request() -> None:
    assert understand("remind me to call Mom tomorrow " * 400, CONTEXT).first.intent is Intent.CHAT


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("Remind me tonight at 9 to print tomorrow's agenda", "print tomorrow's agenda", at(4, 21)),
        ("Remind me on the 30th to pay April's rent", "pay April's rent", date(2026, 3, 30)),
        ("Halloween party at 8pm", "Halloween party", at(31, 20, month=10)),
        ("Schedule tomorrow's standup at 9", "standup", at(5, 9)),
        ("Party on Halloween at 8pm", "Party", at(31, 20, month=10)),
    ],
)
def test_times_that_name_an_item_stay_in_its_title(text: str, title: str, when: datetime | date) -> None:
    request = only(text)
    assert request.slots.title == title
    assert start(request) == when
