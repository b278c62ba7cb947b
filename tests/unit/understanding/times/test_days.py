"""Single days in both languages."""

from __future__ import annotations

import pytest

from tests.unit.understanding.times.expect import check

RELATIVE_DAYS = [
    ("today", "2026-10-15"),
    ("tomorrow", "2026-10-16"),
    ("the day after tomorrow", "2026-10-17"),
    ("yesterday", "2026-10-14"),
    ("the day before yesterday", "2026-10-13"),
    ("submit it tmrw", "2026-10-16"),
    ("今天", "2026-10-15"),
    ("明天", "2026-10-16"),
    ("后天", "2026-10-17"),
    ("後天", "2026-10-17"),
    ("大后天", "2026-10-18"),
    ("昨天", "2026-10-14"),
    ("前天交的作业", "2026-10-13"),
    ("明日", "2026-10-16"),
    ("in three days", "2026-10-18"),
    ("in 10 days", "2026-10-25"),
    ("three days from now", "2026-10-18"),
    ("two weeks from today", "2026-10-29"),
    ("in a fortnight", "2026-10-29"),
    ("in a month", "2026-11-15"),
    ("in two years", "2028-10-15"),
    ("two days ago", "2026-10-13"),
    ("a week ago", "2026-10-08"),
    ("三天后", "2026-10-18"),
    ("过两天", "2026-10-17"),
    ("两周后", "2026-10-29"),
    ("一个月后", "2026-11-15"),
    ("三天之后交", "2026-10-18"),
    ("两天前", "2026-10-13"),
    ("半个月后", "2026-10-30"),
]

WEEKDAYS = [
    ("Friday", "2026-10-16"),
    ("on Monday", "2026-10-19"),
    ("this Saturday", "2026-10-17"),
    ("next Monday", "2026-10-19"),
    ("next Friday", "2026-10-23"),
    ("Friday next week", "2026-10-23"),
    ("Monday of next week", "2026-10-19"),
    ("last Tuesday", "2026-10-13"),
    ("the coming Sunday", "2026-10-18"),
    ("Tues", "2026-10-20"),
    ("a week on Tuesday", "2026-10-27"),
    ("two weeks from Monday", "2026-11-02"),
    ("Friday the 13th", "2026-11-13"),
    ("Friday 16th October", "2026-10-16"),
    ("周五", "2026-10-16"),
    ("星期一", "2026-10-19"),
    ("礼拜天", "2026-10-18"),
    ("週六", "2026-10-17"),
    ("禮拜三", "2026-10-21"),
    ("下周五", "2026-10-23"),
    ("下星期一", "2026-10-19"),
    ("下下周二", "2026-10-27"),
    ("上周三", "2026-10-07"),
    ("这周六", "2026-10-17"),
    ("本周日", "2026-10-18"),
    ("下个星期四", "2026-10-22"),
]

CALENDAR_DATES = [
    ("October 20", "2026-10-20"),
    ("20 October", "2026-10-20"),
    ("the 20th of October", "2026-10-20"),
    ("Oct 20th", "2026-10-20"),
    ("March 3rd", "2027-03-03"),
    ("March third 2029", "2029-03-03"),
    ("3 Mar 2029", "2029-03-03"),
    ("3-Mar-2029", "2029-03-03"),
    ("2029-03-03", "2029-03-03"),
    ("2029/3/3", "2029-03-03"),
    ("3.4.2029", "2029-04-03"),
    ("12/24", "2026-12-24"),
    ("24/12/2026", "2026-12-24"),
    ("20290303", "2029-03-03"),
    ("May 5th", "2027-05-05"),
    ("the first of May", "2027-05-01"),
    ("on the 20th", "2026-10-20"),
    ("on the 3rd", "2026-11-03"),
    ("the twenty-first of November", "2026-11-21"),
    ("November twenty first", "2026-11-21"),
    ("the 5th of next month", "2026-11-05"),
    ("20 of this month", "2026-10-20"),
    ("Feb 29", "2028-02-29"),
    ("10月20日", "2026-10-20"),
    ("10月20号", "2026-10-20"),
    ("十月二十号", "2026-10-20"),
    ("三月三日", "2027-03-03"),
    ("2029年3月3日", "2029-03-03"),
    ("二〇二九年三月三日", "2029-03-03"),
    ("20号", "2026-10-20"),
    ("二十一号", "2026-10-21"),
    ("3号", "2026-11-03"),
    ("下个月5号", "2026-11-05"),
    ("下月十号", "2026-11-10"),
    ("明年3月3日", "2027-03-03"),
    ("去年五月一号", "2025-05-01"),
    ("今年12月24日", "2026-12-24"),
    ("10/20", "2026-10-20"),
]

COUNTED_DAYS = [
    ("the third Thursday of next month", "2026-11-19"),
    ("the first Monday of November", "2026-11-02"),
    ("last Friday of the month", "2026-10-30"),
    ("the last Friday of December", "2026-12-25"),
    ("second Tuesday in January", "2027-01-12"),
    ("last day of February", "2027-02-28"),
    ("the first workday of November", "2026-11-02"),
    ("last working day of the month", "2026-10-30"),
    ("the day after Christmas", "2026-12-26"),
    ("two days before Christmas", "2026-12-23"),
    ("three weeks after Easter", "2027-04-18"),
    ("下个月的第三个周四", "2026-11-19"),
    ("十一月的第一个星期一", "2026-11-02"),
    ("这个月最后一个周五", "2026-10-30"),
    ("下个月第一个工作日", "2026-11-02"),
    ("春节前三天", "2027-02-03"),
    ("圣诞节前两天", "2026-12-23"),
    ("end of the month", "2026-10-31"),
    ("at the end of next month", "2026-11-30"),
    ("end of the year", "2026-12-31"),
    ("月底", "2026-10-31"),
    ("下个月底", "2026-11-30"),
    ("年底", "2026-12-31"),
    ("十一月底", "2026-11-30"),
    ("明年年初", "2027-01-01"),
]


@pytest.mark.parametrize(("text", "start"), RELATIVE_DAYS)
def test_relative_days(text: str, start: str) -> None:
    check(text, start)


@pytest.mark.parametrize(("text", "start"), WEEKDAYS)
def test_weekdays(text: str, start: str) -> None:
    check(text, start)


@pytest.mark.parametrize(("text", "start"), CALENDAR_DATES)
def test_calendar_dates(text: str, start: str) -> None:
    check(text, start)


@pytest.mark.parametrize(("text", "start"), COUNTED_DAYS)
def test_counted_days(text: str, start: str) -> None:
    check(text, start)
