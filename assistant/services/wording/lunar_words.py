"""Rules in other calendars as people say them, in English and Chinese. Pure."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九十"
_MONTHS = ("", "正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "腊")
_CALENDARS = {
    "BUDDHIST": ("the Buddhist calendar", "佛历"),
    "COPTIC": ("the Coptic calendar", "科普特历"),
    "DANGI": ("the Korean calendar", "韩国阴历"),
    "ETHIOPIC": ("the Ethiopian calendar", "埃塞俄比亚历"),
    "HEBREW": ("the Hebrew calendar", "希伯来历"),
    "INDIAN": ("the Indian calendar", "印度历"),
    "ISLAMIC": ("the Islamic calendar", "伊斯兰历"),
    "JAPANESE": ("the Japanese calendar", "日本历"),
    "PERSIAN": ("the Persian calendar", "波斯历"),
    "CHINESE": ("the Chinese calendar", "农历"),
}


def foreign(scale: str, *, chinese: bool) -> str:
    """A rule that is kept and not followed, by the name of its calendar."""
    name = _CALENDARS.get(scale.partition("-")[0], ("another way of counting", "另一种算法"))[chinese]
    if chinese:
        return f"按{name}重复，这里只显示第一天"
    return f"Repeats by {name}; only its first day is shown here"


def month_name(number: int, *, leap: bool) -> str:
    """闰六月."""
    return f"{'闰' if leap else ''}{_MONTHS[number]}月"


def day_name(number: int) -> str:
    """初五, 十五, 廿三."""
    if number in (10, 20, 30):
        return {10: "初十", 20: "二十", 30: "三十"}[number]
    return ("初", "十", "廿")[number // 10] + _DIGITS[number % 10]


def lunar(freq: str, interval: int, parts: dict[str, str], *, chinese: bool) -> str:
    """A rule of the Chinese calendar: 每年农历八月十五.

    Raises:
        ValueError: A part is no list of numbers.
        IndexError: It has months or days that the calendar does not have.
    """
    months = [(int(text.removesuffix("L")), text.endswith("L")) for text in _texts(parts, "BYMONTH")]
    days = [int(text) for text in _texts(parts, "BYMONTHDAY")]
    if chinese:
        unit = {"YEARLY": "年", "MONTHLY": "月"}[freq] if interval == 1 else {"YEARLY": "年", "MONTHLY": "个月"}[freq]
        told = f"每{'' if interval == 1 else '两' if interval == 2 else interval}{unit}"
        where = "、".join(month_name(number, leap=leap) for number, leap in months)
        where += "、".join(day_name(day) if day > 0 else _from_end_zh(day) for day in days)
        return f"{told}农历{where}" if where else f"{told}（按农历）"
    unit = {"YEARLY": "year", "MONTHLY": "month"}[freq]
    told = f"Every {unit}" if interval == 1 else f"Every {interval} {unit}s"
    when = ", ".join(f"day {day}" if day > 0 else _from_end_en(day) for day in days)
    where = ", ".join(f"{'leap ' if leap else ''}month {number}" for number, leap in months)
    chosen = " of ".join(one for one in (when, where) if one)
    return f"{told} on {chosen} of the Chinese calendar" if chosen else f"{told} by the Chinese calendar"


def skip(parts: dict[str, str], *, chinese: bool) -> str:
    """What becomes of days that a month or year does not have, where the rule says so."""
    told = {
        "BACKWARD": (", or the day before", "（没有则提前一天）"),
        "FORWARD": (", or the day after", "（没有则顺延一天）"),
    }
    return told.get(parts.get("SKIP", ""), ("", ""))[chinese] if _may_miss(parts) else ""


def _may_miss(parts: dict[str, str]) -> bool:
    """True where a named day, or the day of the start, is one that some months do not have."""
    days = [abs(int(text)) for text in (*_texts(parts, "BYMONTHDAY"), *_texts(parts, "BYYEARDAY"))]
    return not days or max(days) > 28


def _texts(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _from_end_zh(day: int) -> str:
    return "最后一天" if day == -1 else f"倒数第{-day}天"


def _from_end_en(day: int) -> str:
    return "the last day" if day == -1 else f"day {-day} from the end"
