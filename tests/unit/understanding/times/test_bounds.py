"""Deadlines, open intervals, leads and lengths."""

from __future__ import annotations

import pytest

from tests.unit.understanding.times.expect import check_deadline, check_lead, check_length, check_open

DEADLINES = [
    ("by Friday", "2026-10-16"),
    ("by Friday 5pm", "2026-10-16 17:00"),
    ("before Friday", "2026-10-16"),
    ("by the end of the month", "2026-10-31"),
    ("by tomorrow noon", "2026-10-16 12:00"),
    ("before 5", "2026-10-15 17:00"),
    ("before lunch", "2026-10-15 12:00"),
    ("no later than Monday", "2026-10-19"),
    ("周五之前", "2026-10-16"),
    ("周五前", "2026-10-16"),
    ("下周一以前", "2026-10-19"),
    ("月底前", "2026-10-31"),
    ("下班前", "2026-10-15 18:00"),
    ("明天下午5点前", "2026-10-16 17:00"),
    ("截止到周五", "2026-10-16"),
    ("10月31日下午6点前", "2026-10-31 18:00"),
]

OPENINGS = [
    ("after 5pm", "2026-10-15 17:00"),
    ("after 5", "2026-10-15 17:00"),
    ("after lunch", "2026-10-15 13:00"),
    ("starting Monday", "2026-10-19"),
    ("since yesterday", "2026-10-14"),
    ("下午5点以后", "2026-10-15 17:00"),
    ("下班后", "2026-10-15 18:00"),
]

LEADS = [
    ("10 minutes before", "10"),
    ("remind me half an hour before", "30"),
    ("an hour before the meeting", "60"),
    ("2 hours beforehand", "120"),
    ("a day before", "1440"),
    ("the day before", "1440"),
    ("15 minutes in advance", "15"),
    ("提前半小时", "30"),
    ("提前10分钟提醒我", "10"),
    ("提前一天", "1440"),
    ("提前一刻钟", "15"),
    ("会议前15分钟提醒", "15"),
    ("10分钟前提醒我", "10"),
    ("开会前十分钟提醒我", "10"),
]

LENGTHS = [
    ("for 2 hours", "120"),
    ("for half an hour", "30"),
    ("for an hour and a half", "90"),
    ("a 25 minute timer", "25"),
    ("45 min", "45"),
    ("1h30", "90"),
    ("for 3 days", "4320"),
    ("90 seconds", "1.5"),
    ("for two and a half hours", "150"),
    ("1 hour 15 minutes", "75"),
    ("2小时", "120"),
    ("一个半小时", "90"),
    ("半小时", "30"),
    ("三刻钟", "45"),
    ("时长四十分钟", "40"),
    ("两天", "2880"),
    ("1小时15分钟", "75"),
    ("半个钟头", "30"),
]


@pytest.mark.parametrize(("text", "start"), DEADLINES)
def test_deadlines(text: str, start: str) -> None:
    check_deadline(text, start)


@pytest.mark.parametrize(("text", "start"), OPENINGS)
def test_openings(text: str, start: str) -> None:
    check_open(text, start)


@pytest.mark.parametrize(("text", "minutes"), LEADS)
def test_leads(text: str, minutes: str) -> None:
    check_lead(text, minutes)


@pytest.mark.parametrize(("text", "minutes"), LENGTHS)
def test_lengths(text: str, minutes: str) -> None:
    check_length(text, minutes)
