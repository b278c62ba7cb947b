"""Holidays and dates of other calendars."""

from __future__ import annotations

import pytest

from tests.unit.understanding.times.expect import check

FEASTS = [
    ("Christmas", "2026-12-25"),
    ("Christmas Eve", "2026-12-24"),
    ("xmas", "2026-12-25"),
    ("New Year's Eve", "2026-12-31"),
    ("new years day", "2027-01-01"),
    ("Halloween", "2026-10-31"),
    ("Thanksgiving", "2026-11-26"),
    ("Black Friday", "2026-11-27"),
    ("Valentine's Day", "2027-02-14"),
    ("St. Patrick's day", "2027-03-17"),
    ("Easter", "2027-03-28"),
    ("Good Friday", "2027-03-26"),
    ("Easter Monday", "2027-03-29"),
    ("Pentecost", "2027-05-16"),
    ("Orthodox Easter", "2027-05-02"),
    ("Father's Day", "2027-06-20"),
    ("Mother's Day", "2027-05-09"),
    ("Memorial Day 2027", "2027-05-31"),
    ("Labor Day", "2027-09-06"),
    ("Boxing Day", "2026-12-26"),
    ("Independence Day", "2027-07-04"),
    ("Chinese New Year", "2027-02-06"),
    ("Diwali", "2026-11-08"),
    ("Yom Kippur 2027", "2027-10-11"),
    ("next Christmas", "2026-12-25"),
    ("last Easter", "2026-04-05"),
    ("Christmas 2028", "2028-12-25"),
    ("Christmas of next year", "2027-12-25"),
    ("Christmas at 6pm", "2026-12-25 18:00"),
    ("圣诞节", "2026-12-25"),
    ("平安夜", "2026-12-24"),
    ("元旦", "2027-01-01"),
    ("春节", "2027-02-06"),
    ("除夕", "2027-02-05"),
    ("大年初一", "2027-02-06"),
    ("元宵节", "2027-02-20"),
    ("清明节", "2027-04-05"),
    ("劳动节", "2027-05-01"),
    ("端午节", "2027-06-09"),
    ("七夕", "2027-08-08"),
    ("中秋节", "2027-09-15"),
    ("中秋", "2027-09-15"),
    ("国庆节", "2027-10-01"),
    ("國慶節", "2027-10-01"),
    ("重阳节", "2026-10-18"),
    ("冬至", "2026-12-22"),
    ("腊八", "2027-01-15"),
    ("母亲节", "2027-05-09"),
    ("情人节", "2027-02-14"),
    ("情人节晚上七点", "2027-02-14 19:00"),
    ("双十一", "2026-11-11"),
    ("明年中秋节", "2027-09-15"),
    ("2028年春节", "2028-01-26"),
    ("农历八月十五", "2027-09-15"),
    ("正月十五", "2027-02-20"),
    ("农历九月初九", "2026-10-18"),
]


@pytest.mark.parametrize(("text", "start"), FEASTS)
def test_feasts(text: str, start: str) -> None:
    check(text, start)
