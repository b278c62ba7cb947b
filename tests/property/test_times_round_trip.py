"""Saying a moment and reading it again gives the same moment: every zone, both languages, clock changes included."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.times import TimeContext, TimeKind, find_times

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Shanghai",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Apia",
    "UTC",
]
MONTHS = [f"{date(2024, month, 1):%B}" for month in range(1, 13)]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DIGITS = "零一二三四五六七八九"

zones = st.sampled_from(ZONES).map(ZoneInfo)
START = datetime(2024, 1, 1, tzinfo=UTC)
moments = st.integers(-4 * 365 * 1440, 12 * 365 * 1440).map(lambda minutes: START + timedelta(minutes=minutes))
nows = st.integers(0, 7 * 365 * 86400).map(lambda seconds: START + timedelta(seconds=seconds))


def context(now: datetime, zone: ZoneInfo) -> TimeContext:
    return TimeContext(now=now.astimezone(zone), zone=zone)


def chinese(number: int) -> str:
    """A number below 100 in Chinese characters."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def half(hour: int) -> tuple[int, str]:
    return (hour % 12 or 12), "am" if hour < 12 else "pm"


def english(moment: datetime, form: int) -> str:
    """One of several ways to say a moment in English."""
    hour, mark = half(moment.hour)
    clock = f"{hour}:{moment.minute:02d} {mark}"
    return [
        f"{moment:%Y-%m-%d} at {moment:%H:%M}",
        f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year} at {clock}",
        f"at {clock} on {moment.day} {MONTHS[moment.month - 1]} {moment.year}",
        f"{DAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}",
        f"{moment:%Y-%m-%dT%H:%M}",
    ][form]


def mandarin(moment: datetime, form: int) -> str:
    """One of several ways to say a moment in Chinese, simplified or traditional."""
    hour = moment.hour
    part = "凌晨" if hour < 6 else "上午" if hour < 12 else "下午" if hour < 18 else "晚上"
    twelve = 12 if hour == 12 else hour % 12
    minute = f"{moment.minute}分" if moment.minute else ""
    spoken = (
        (chinese(moment.minute) if moment.minute > 9 else "零" + DIGITS[moment.minute]) + "分"
        if moment.minute
        else "整"
    )
    said = chinese(twelve) if twelve else "零"
    year = "".join(DIGITS[int(digit)] for digit in str(moment.year))
    return [
        f"{moment.year}年{moment.month}月{moment.day}日{moment:%H:%M}",
        f"{moment.year}年{moment.month}月{moment.day}号{part}{twelve}点{minute}",
        f"{year}年{chinese(moment.month)}月{chinese(moment.day)}日{part}{said}点{spoken}",
        f"{moment.year}年{moment.month}月{moment.day}號{part}{twelve}點{minute}",
    ][form]


def check(text: str, wall: datetime, zone: ZoneInfo, now: datetime) -> None:
    """The only mention is the moment of the wall time, with the other side of a clock change beside it."""
    (mention,) = find_times(text, context(now, zone))
    local = wall.replace(tzinfo=zone)
    assert mention.kind is TimeKind.INSTANT
    assert isinstance(mention.start, datetime)
    assert mention.start.astimezone(UTC) == local.astimezone(UTC), (text, mention)
    assert mention.start.replace(tzinfo=None) == local.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    assert (mention.start_char, mention.end_char) == (0, len(text))
    other = wall.replace(tzinfo=zone, fold=1)
    if other.utcoffset() != local.utcoffset():
        assert mention.ambiguous
        starts = [
            reading.start.astimezone(UTC) for reading in mention.alternatives if isinstance(reading.start, datetime)
        ]
        assert other.astimezone(UTC) in starts


@given(moments, zones, nows, st.integers(0, 4))
def test_english_moments(moment: datetime, zone: ZoneInfo, now: datetime, form: int) -> None:
    check(english(moment, form), moment, zone, now)


@given(moments, zones, nows, st.integers(0, 3))
def test_chinese_moments(moment: datetime, zone: ZoneInfo, now: datetime, form: int) -> None:
    check(mandarin(moment, form), moment, zone, now)


CHANGES = [
    ("Europe/Berlin", datetime(2027, 3, 28, 2, 0, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2027, 10, 31, 2, 0, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 3, 14, 2, 0, tzinfo=UTC)),
    ("America/New_York", datetime(2027, 11, 7, 1, 0, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2027, 10, 3, 2, 0, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2027, 4, 4, 1, 30, tzinfo=UTC)),
]


@given(st.sampled_from(CHANGES), st.integers(-90, 150), nows, st.booleans())
def test_moments_about_clock_changes(
    change: tuple[str, datetime], minutes: int, now: datetime, in_chinese: bool
) -> None:
    wall = change[1] + timedelta(minutes=minutes)
    text = mandarin(wall, 1) if in_chinese else english(wall, 0)
    check(text, wall, ZoneInfo(change[0]), now)


@given(st.dates(date(2020, 1, 1), date(2039, 12, 31)), zones, nows, st.integers(0, 4))
def test_days(day: date, zone: ZoneInfo, now: datetime, form: int) -> None:
    text = [
        f"{day:%Y-%m-%d}",
        f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
        f"the {day.day} of {MONTHS[day.month - 1]} {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{chinese(day.month)}月{chinese(day.day)}號",
    ][form]
    (mention,) = find_times(text, context(now, zone))
    assert (mention.kind, mention.start, mention.end) == (TimeKind.DATE, day, None)


@given(nows, zones, st.integers(1, 2000), st.booleans())
def test_elapsed_time_ignores_clock_changes(now: datetime, zone: ZoneInfo, minutes: int, in_chinese: bool) -> None:
    text = f"{minutes}分钟后" if in_chinese else f"in {minutes} minutes"
    (mention,) = find_times(text, context(now, zone))
    assert isinstance(mention.start, datetime)
    assert mention.start.astimezone(UTC) - now == timedelta(minutes=minutes)


@given(nows, zones, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_its_next_occurrence(now: datetime, zone: ZoneInfo, hour: int, minute: int) -> None:
    twelve, mark = half(hour)
    (mention,) = find_times(f"at {twelve}:{minute:02d} {mark}", context(now, zone))
    assert isinstance(mention.start, datetime)
    local = now.astimezone(zone).replace(tzinfo=None)
    start = mention.start.replace(tzinfo=None)
    assert timedelta(hours=-1) <= start - local <= timedelta(hours=25)
