"""Several hours told of one thing: none of them is lost, and all are on the day that was said."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.understanding import Context, Intent, understand

ZONE = ZoneInfo("Europe/Berlin")
CONTEXT = Context(now=datetime(2026, 3, 4, 9, 30, tzinfo=ZONE), zone=ZONE)


def moments(text: str) -> list[str]:
    """When the reminders of a sentence ring, as "day hour:minute"."""
    requests = understand(text, CONTEXT).requests
    assert {request.intent for request in requests} == {Intent.CREATE_REMINDER}
    starts = [request.item_time.start for request in requests if request.item_time is not None]
    return [f"{start:%d %H:%M}" if isinstance(start, datetime) else f"{start:%d}" for start in starts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("remind me at 8 and at 10 tomorrow to call Bo", ["05 08:00", "05 10:00"]),
        ("remind me tomorrow at 11 and 2 to call Bo", ["05 11:00", "05 14:00"]),
        ("remind me tomorrow at 9pm and 11 to check the oven", ["05 21:00", "05 23:00"]),
        ("remind me tomorrow at 10pm and 1 to turn the roast", ["05 22:00", "06 01:00"]),
        ("remind me today at 5 and tomorrow at 6 to call Bo", ["04 17:00", "05 18:00"]),
        ("remind me on Thursday and Saturday to call Bo", ["05", "07"]),
        ("remind me on Thursday and Saturday at 9 to call Bo", ["05 09:00", "07 09:00"]),
        ("remind me at 7pm and again at 7:30 to leave", ["04 19:00", "04 19:30"]),
        ("remind me in 10 minutes and in half an hour to check the oven", ["04 09:40", "04 10:00"]),
        ("3月20号和25号下午两点提醒我交材料", ["20 14:00", "25 14:00"]),
        ("后天上午九点、十一点半和下午三点提醒我量体温", ["06 09:00", "06 11:30", "06 15:00"]),
    ],
)
def test_each_hour_of_a_list_is_a_moment_of_its_own(text: str, expected: list[str]) -> None:
    assert moments(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "remind me at 3 and 5 people will be there",
        "remind me at 9 about the meeting at 10",
        "remind me tomorrow at 3 or 4 to call Bo",
    ],
)
def test_what_is_no_list_is_one_reminder(text: str) -> None:
    assert len(moments(text)) == 1


def test_each_length_is_a_timer_of_its_own() -> None:
    requests = understand("定两个计时器，五分钟和十分钟", CONTEXT).requests
    assert [request.slots.duration for request in requests] == [timedelta(minutes=5), timedelta(minutes=10)]


def test_an_event_of_two_days_stays_one() -> None:
    assert len(understand("Conference on Monday and Tuesday", CONTEXT).requests) == 1


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("remind me tomorrow at 3 or 4 to call Bo", "call Bo", ["05 15:00", "05 16:00"]),
        ("明天三点或者四点提醒我给小王打电话", "给小王打电话", ["05 15:00", "05 16:00"]),
        ("Lunch with Kim on Thursday or Friday at noon", "Lunch with Kim", ["05 12:00", "06 12:00"]),
    ],
)
def test_of_two_times_that_may_be_chosen_the_first_is_taken(text: str, title: str, expected: list[str]) -> None:
    (request,) = understand(text, CONTEXT).requests
    assert request.slots.title == title
    mention = request.item_time
    assert mention is not None
    assert [f"{start:%d %H:%M}" for start in (mention.start, mention.alternatives[0].start)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "remind me on weekdays at 9 and weekends at 11 to walk the dog",
            ["05 09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "07 11:00 FREQ=WEEKLY;BYDAY=SA,SU"],
        ),
        (
            "Every Tuesday at 9 and Thursday at 10 stand-up",
            ["10 09:00 FREQ=WEEKLY;BYDAY=TU", "05 10:00 FREQ=WEEKLY;BYDAY=TH"],
        ),
        (
            "wake me at 7 on weekdays and 9 on weekends",
            ["05 07:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "07 09:00 FREQ=WEEKLY;BYDAY=SA,SU"],
        ),
        (
            "工作日早上七点、周末早上九点叫我起床",
            ["05 07:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "07 09:00 FREQ=WEEKLY;BYDAY=SA,SU"],
        ),
    ],
)
def test_repeats_at_hours_of_their_own_are_as_many(text: str, expected: list[str]) -> None:
    mentions = [request.item_time for request in understand(text, CONTEXT).requests]
    assert [f"{one.start:%d %H:%M} {one.rrule}" for one in mentions if one is not None] == expected


def test_nothing_is_made_of_the_second_hour_of_what_is_taken_away() -> None:
    (request,) = understand("取消明天三点和四点的会", CONTEXT).requests
    assert request.intent is Intent.DELETE_EVENT
    assert request.naming_time is not None
    assert request.naming_time.start == datetime(2026, 3, 5, 15, tzinfo=ZONE)
