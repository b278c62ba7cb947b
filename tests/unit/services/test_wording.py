from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.config.settings import Settings
from assistant.domain.items import Origin
from assistant.domain.journal import JournalEntry
from assistant.services.wording.phrases import PHRASES, say
from assistant.services.wording.region import Region, day_first, reader_language, week_start, wording_for
from assistant.services.wording.times import Wording

EN = Wording()
US = Wording(clock24=False, day_first=False)
ZH = Wording(language="zh")
TODAY = date(2026, 10, 14)
THREE = datetime(2026, 10, 15, 15, 0, tzinfo=UTC)


def test_days() -> None:
    assert EN.day(date(2026, 10, 15), TODAY) == "Tomorrow, Thu 15 Oct"
    assert US.day(date(2026, 10, 14), TODAY) == "Today, Wed, Oct 14"
    assert ZH.day(date(2026, 10, 13), TODAY) == "昨天 10月13日 周二"
    assert EN.day(date(2027, 1, 1), TODAY) == "Fri 1 Jan 2027"
    assert ZH.day(date(2027, 1, 1), TODAY) == "2027年1月1日 周五"
    assert EN.long_day(TODAY) == "Wednesday 14 October 2026"
    assert ZH.long_day(TODAY) == "2026年10月14日 星期三"


def test_clock_times() -> None:
    assert (EN.time(THREE), US.time(THREE)) == ("15:00", "3:00 pm")
    assert Wording(language="zh", clock24=False).time(THREE) == "下午3:00"
    assert US.time(THREE.replace(hour=0, minute=5)) == "12:05 am"


def test_moments() -> None:
    assert EN.moment(THREE, None, today=TODAY) == "Tomorrow, Thu 15 Oct, 15:00"
    assert ZH.moment(THREE, None, today=TODAY) == "明天 10月15日 周四 15:00"
    assert EN.moment(THREE, THREE + timedelta(hours=1), today=TODAY) == "Tomorrow, Thu 15 Oct, 15:00–16:00"
    night = THREE.replace(hour=22)
    assert EN.moment(night, night + timedelta(hours=2), today=TODAY) == "Tomorrow, Thu 15 Oct, 22:00–00:00"
    assert (
        EN.moment(night, night + timedelta(hours=8), today=TODAY) == "Tomorrow, Thu 15 Oct, 22:00 – Fri 16 Oct, 06:00"
    )


def test_whole_days_end_on_the_day_people_mean() -> None:
    assert EN.moment(date(2026, 10, 15), date(2026, 10, 16), today=TODAY) == "Tomorrow, Thu 15 Oct, all day"
    assert EN.moment(date(2026, 10, 15), date(2026, 10, 18), today=TODAY) == "Thu 15 Oct – Sat 17 Oct, all day"
    assert ZH.moment(date(2026, 10, 15), None, all_day=True, today=TODAY) == "明天 10月15日 周四 全天"


@pytest.mark.parametrize(
    ("minutes", "en", "zh"),
    [(45, "45 min", "45分钟"), (90, "1 h 30 min", "1小时30分钟"), (2880, "2 days", "2天"), (1440, "1 day", "1天")],
)
def test_lengths(minutes: int, en: str, zh: str) -> None:
    assert (EN.length(timedelta(minutes=minutes)), ZH.length(timedelta(minutes=minutes))) == (en, zh)


def test_around_a_moment() -> None:
    late = timedelta(minutes=45)
    assert (EN.late(late), ZH.late(late)) == ("Late by 45 min", "已晚 45 分钟")
    assert (EN.ahead(late), ZH.ahead(late)) == ("In 45 min", "45分钟后")
    assert (EN.lead(30), ZH.lead(30), EN.lead(0)) == ("30 min before", "提前30分钟", "At the start")


@pytest.mark.parametrize(
    ("rrule", "en", "zh"),
    [
        ("FREQ=DAILY", "Every day", "每天"),
        ("FREQ=DAILY;INTERVAL=3", "Every 3 days", "每3天"),
        ("FREQ=WEEKLY;BYDAY=MO", "Every week on Mon", "每周一"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "Every 2 weeks on Mon", "每两周 周一"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday", "每个工作日"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "Every week on Mon, Thu", "每周一、四"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "Every month on the 1st", "每月1日"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day", "每月最后一天"),
        ("FREQ=MONTHLY;BYDAY=2TU", "Every month on the 2nd Tue", "每月第2个周二"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3", "Every year on 3 Dec", "每年12月3日"),
        ("FREQ=DAILY;COUNT=5", "Every day, 5 times", "每天，共5次"),
        ("FREQ=DAILY;UNTIL=20261231", "Every day until Thu 31 Dec 2026", "每天，至2026年12月31日"),
        ("FREQ=HOURLY", "Every hour", "每小时"),
        (
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15",
            "Every year on day 15 of month 8 of the Chinese calendar",
            "每年农历八月十五",
        ),
        (
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=30;SKIP=BACKWARD",
            "Every year on day 30 of leap month 6 of the Chinese calendar, or the day before",
            "每年农历闰六月三十（没有则提前一天）",
        ),
        (
            "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1,23,-1",
            "Every month on day 1, day 23, the last day of the Chinese calendar",
            "每月农历初一、廿三、最后一天",
        ),
        (
            "RSCALE=HEBREW;FREQ=YEARLY",
            "Repeats by the Hebrew calendar; only its first day is shown here",
            "按希伯来历重复，这里只显示第一天",
        ),
        ("nonsense", "Repeats", "重复"),
    ],
)
def test_repeats(rrule: str, en: str, zh: str) -> None:
    assert (EN.repeat(rrule), ZH.repeat(rrule)) == (en, zh)


@pytest.mark.parametrize(
    ("label", "zh"),
    [
        ("Added event: Lunch: late", "添加日程：Lunch: late"),
        ("Imported file: club.ics → Club", "导入文件：club.ics → Club"),
        ("Deleted 3 tasks", "删除 3 项"),
        ("Reopened task: a", "重新打开任务：a"),
    ],
)
def test_lines_of_the_history(label: str, zh: str) -> None:
    entry = JournalEntry(id=1, at=THREE, origin=Origin.PERSON, label=label, changes=())
    assert (EN.entry(entry), ZH.entry(entry)) == (label, zh)


def test_every_phrase_has_the_same_places_in_both_languages() -> None:
    import string

    for key, texts in PHRASES.items():
        en, zh = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts)
        assert en == zh, key
    assert say("zh", "list", name="{x}") == "清单：{x}"


@pytest.mark.parametrize(
    ("lang", "language", "clock24", "first"),
    [
        ("en_US.UTF-8", "en", False, False),
        ("en_GB.UTF-8", "en", True, True),
        ("zh_CN.UTF-8", "zh", True, True),
        ("de_DE.UTF-8", "en", True, True),
        ("C.UTF-8", "en", True, True),
        ("", "en", True, True),
    ],
)
def test_the_region_decides_what_nobody_set(lang: str, language: str, clock24: bool, first: bool) -> None:
    settings, region = Settings(None), Region.of_environment({"LANG": lang})
    wording = wording_for(settings, region)
    assert (reader_language(settings, region), wording.clock24, wording.day_first) == (language, clock24, first)


def test_settings_come_before_the_region() -> None:
    settings, region = Settings(None), Region.of_environment({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN"})
    for key, value in (("language", "zh"), ("clock", "24"), ("date_order", "day-first"), ("first_day", "sunday")):
        settings.set(key, value)
    assert wording_for(settings, region) == Wording(language="zh", clock24=True, day_first=True)
    assert wording_for(settings, region, "en").language == "en"
    assert day_first(settings, region)
    assert week_start(settings, Region()) == 6


def test_an_unknown_region_reads_3_4_as_march() -> None:
    assert not day_first(Settings(None), Region())
    assert day_first(Settings(None), Region("en", "GB"))


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        ("FREQ=MONTHLY;BYDAY=3TH", "Every month on the 3rd Thu", "每月第3个周四"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Every month on the last workday", "每月最后一个工作日"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "Every 2 weeks on Mon, Wed", "每两周 周一、周三"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Every month on Fri that is the 13th", "每月周五（13日）"),
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30", "Every day at 09:00, 09:30", "每天 09:00、09:30"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "Every year on Mon in week 20 of the year", "每年 周一（一年中第20周）"),
        ("FREQ=YEARLY;BYYEARDAY=-1", "Every year on day -1 of the year", "每年（一年中第-1天）"),
    ],
)
def test_every_part_of_a_rule_is_said(rule: str, english: str, chinese: str) -> None:
    assert Wording().repeat(rule) == english
    assert Wording("zh").repeat(rule) == chinese
