"""Repeats to RFC 5545 rules with their first instance."""

from __future__ import annotations

import pytest

from tests.unit.understanding.times.expect import check_rule, found

RULES = [
    ("Monday to Friday at 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 09:00"),
    ("Mon-Fri 9-5", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 09:00"),
    ("every day", "FREQ=DAILY", "2026-10-15"),
    ("daily at 8am", "FREQ=DAILY", "2026-10-16 08:00"),
    ("every morning at 7", "FREQ=DAILY", "2026-10-16 07:00"),
    ("every other day at noon", "FREQ=DAILY;INTERVAL=2", "2026-10-15 12:00"),
    ("every 3 days", "FREQ=DAILY;INTERVAL=3", "2026-10-15"),
    ("every Monday", "FREQ=WEEKLY;BYDAY=MO", "2026-10-19"),
    ("every Monday at 9am", "FREQ=WEEKLY;BYDAY=MO", "2026-10-19 09:00"),
    ("each Tuesday and Thursday at 18:30", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-10-15 18:30"),
    ("Mondays at 10", "FREQ=WEEKLY;BYDAY=MO", "2026-10-19 10:00"),
    ("on weekdays at 7am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 07:00"),
    ("every weekday at 17:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-15 17:00"),
    ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-10-17"),
    ("weekly on Friday at 4pm", "FREQ=WEEKLY;BYDAY=FR", "2026-10-16 16:00"),
    ("every other Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-10-19"),
    ("every two weeks on Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-10-16"),
    (
        "every 2 weeks on Mon and Wed until the end of June",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20270630",
        "2026-10-19",
    ),
    ("every Monday to Friday at 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 09:00"),
    ("every month on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-10-15"),
    ("on the 1st of every month", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-11-01"),
    ("the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-10-15"),
    ("monthly on the 31st", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31"),
    ("every third Thursday", "FREQ=MONTHLY;BYDAY=3TH", "2026-10-15"),
    ("the first Monday of every month at 10am", "FREQ=MONTHLY;BYDAY=1MO", "2026-11-02 10:00"),
    ("the last Friday of each month", "FREQ=MONTHLY;BYDAY=-1FR", "2026-10-30"),
    ("last workday of every month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-10-30"),
    ("last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-10-31"),
    ("every three months on the 10th", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "2026-11-10"),
    ("every year on March 3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "2027-03-03"),
    ("every December 24th", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "2026-12-24"),
    ("every Christmas", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", "2026-12-25"),
    ("every Thanksgiving", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26"),
    ("every hour", "FREQ=HOURLY", "2026-10-15 11:20"),
    ("every 6 hours", "FREQ=HOURLY;INTERVAL=6", "2026-10-15 16:20"),
    ("every Monday for 8 weeks", "FREQ=WEEKLY;BYDAY=MO;COUNT=8", "2026-10-19"),
    ("every Tuesday and Thursday for 4 weeks", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8", "2026-10-15"),
    ("every day for 5 times", "FREQ=DAILY;COUNT=5", "2026-10-15"),
    ("every Saturday at 10am twice", "FREQ=WEEKLY;BYDAY=SA;COUNT=2", "2026-10-17 10:00"),
    ("every Friday at 4pm until December 31", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231", "2026-10-16 16:00"),
    ("every Friday at 4pm starting November 1", "FREQ=WEEKLY;BYDAY=FR", "2026-11-06 16:00"),
    ("每天", "FREQ=DAILY", "2026-10-15"),
    ("每天早上8点", "FREQ=DAILY", "2026-10-16 08:00"),
    ("每晚十点", "FREQ=DAILY", "2026-10-15 22:00"),
    ("每隔一天", "FREQ=DAILY;INTERVAL=2", "2026-10-15"),
    ("每三天", "FREQ=DAILY;INTERVAL=3", "2026-10-15"),
    ("每周一", "FREQ=WEEKLY;BYDAY=MO", "2026-10-19"),
    ("每周一上午九点", "FREQ=WEEKLY;BYDAY=MO", "2026-10-19 09:00"),
    ("每週二和週四晚上七點", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-10-15 19:00"),
    ("每周一三五早上六点半", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-10-16 06:30"),
    ("每个星期天", "FREQ=WEEKLY;BYDAY=SU", "2026-10-18"),
    ("每周日晚上8点", "FREQ=WEEKLY;BYDAY=SU", "2026-10-18 20:00"),
    ("每个工作日下午五点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-15 17:00"),
    ("每周末", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-10-17"),
    ("每两周的周一", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-10-19"),
    ("隔周五下午三点", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-10-16 15:00"),
    ("每周一到周五早上8点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 08:00"),
    ("周一至周五每天早上8点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 08:00"),
    ("每个月15号", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-10-15"),
    ("每月1号和15号", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-10-15"),
    ("每月31号", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31"),
    ("每月最后一个周五", "FREQ=MONTHLY;BYDAY=-1FR", "2026-10-30"),
    ("每个月第一个周一上午十点", "FREQ=MONTHLY;BYDAY=1MO", "2026-11-02 10:00"),
    ("每月最后一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-10-30"),
    ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-10-31"),
    ("每年3月3日", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "2027-03-03"),
    ("每年农历八月十五", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15;SKIP=BACKWARD", "2027-09-15"),
    ("每年正月初一", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;SKIP=BACKWARD", "2027-02-06"),
    ("每三个月10号", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "2026-11-10"),
    ("每小时", "FREQ=HOURLY", "2026-10-15 11:20"),
    ("每天早上8点到12月31日", "FREQ=DAILY;UNTIL=20261231", "2026-10-16 08:00"),
    ("每周一上午九点，共8次", "FREQ=WEEKLY;BYDAY=MO;COUNT=8", "2026-10-19 09:00"),
    ("每6小时一次", "FREQ=HOURLY;INTERVAL=6", "2026-10-15 16:20"),
    ("每天三次", "FREQ=DAILY", "2026-10-15"),
]


@pytest.mark.parametrize(("text", "rule", "start"), RULES)
def test_rules(text: str, rule: str, start: str) -> None:
    check_rule(text, rule, start)


LATER = [
    ("every weekday at 8:30am stretch until December 31", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231"),
    ("every Monday at 9am practise the piano for 8 weeks", "FREQ=WEEKLY;BYDAY=MO;COUNT=8"),
    ("每天晚上十点半提醒我吃药直到月底", "FREQ=DAILY;UNTIL=20261031"),
    ("每周一上午九点游泳课，10次", "FREQ=WEEKLY;BYDAY=MO;COUNT=10"),
]


@pytest.mark.parametrize(("text", "rule"), LATER)
def test_an_end_said_later_counts(text: str, rule: str) -> None:
    first, second = found(text)
    assert (first.rrule, second.rrule) == (rule, rule)
    assert text.endswith(second.text)


def test_workdays_alone_repeat() -> None:
    check_rule("工作日早上7点半", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-16 07:30")
