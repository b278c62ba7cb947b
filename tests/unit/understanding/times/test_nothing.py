"""Words that look like times and are none."""

from __future__ import annotations

import pytest

from tests.unit.understanding.times.expect import check_nothing

NO_TIMES = [
    "1:1 with Dana",
    "she may call you",
    "may I ask something",
    "march forward",
    "that is a second opinion",
    "on second thought",
    "version 3.2.1",
    "call +49 30 1234567",
    "call 555-1234",
    "it costs $12.50",
    "it costs 20 euros",
    "Room 401",
    "meet in room 5",
    "read chapter 7",
    "flight BA 204",
    "buy 3 apples",
    "page 12",
    "top 10 songs",
    "a 5 star hotel",
    "two to four people",
    "what is 5 plus 7",
    "good morning",
    "good night",
    "wait a second",
    "give me a minute",
    "he sat in the sun",
    "the last one",
    "at least 5",
    "50/50",
    "python 3.11",
    "order 66",
    "spring roll",
    "fall asleep",
    "one by one",
    "6.45 percent",
    "the first time",
    "next step",
    "一点也不难",
    "有一点累",
    "早一点来",
    "三点建议",
    "我有三点意见",
    "晚上好",
    "早上好",
    "第一次",
    "第三名",
    "3号线",
    "2号会议室",
    "一号楼",
    "一会儿见",
    "百分之三",
    "五年级",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_times(text: str) -> None:
    check_nothing(text)
