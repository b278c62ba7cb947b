"""Repeat rules as people say them, in English and Chinese: one sentence for every rule that can be read. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.domain.weeks import DAYS

_WORKDAYS = {"MO", "TU", "WE", "TH", "FR"}
_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {
    "SECONDLY": ("second", "秒"),
    "MINUTELY": ("minute", "分钟"),
    "HOURLY": ("hour", "小时"),
    "DAILY": ("day", "天"),
    "WEEKLY": ("week", "周"),
    "MONTHLY": ("month", "个月"),
    "YEARLY": ("year", "年"),
}


def english(freq: str, interval: int, parts: dict[str, str], *, day_first: bool) -> str:
    """``Every 2 weeks on Mon, Wed``; `parts` are the BY parts of the rule."""
    days = parts.get("BYDAY", "").split(",") if parts.get("BYDAY") else []
    if set(days) == _WORKDAYS and interval == 1 and freq in ("DAILY", "WEEKLY") and "BYSETPOS" not in parts:
        return "Every weekday" + _rest_en(parts, skip=("BYDAY",))
    if freq == "WEEKLY" and set(days) == {"SA", "SU"} and interval == 1 and "BYSETPOS" not in parts:
        return "Every weekend" + _rest_en(parts, skip=("BYDAY",))
    unit = _UNITS[freq][0]
    told = f"Every {unit}" if interval == 1 else f"Every {interval} {unit}s"
    month, day = parts.get("BYMONTH", ""), parts.get("BYMONTHDAY", "")
    if freq == "YEARLY" and not days and month.isdigit() and day.isdigit() and "BYSETPOS" not in parts:
        name = _MONTHS[int(month) - 1]
        return f"{told} on {f'{day} {name}' if day_first else f'{name} {day}'}" + _rest_en(
            parts, skip=("BYMONTH", "BYMONTHDAY")
        )
    where = _chosen_en(days, parts)
    return (f"{told} on {where}" if where else told) + _rest_en(parts, skip=("BYDAY", "BYMONTHDAY", "BYSETPOS"))


def _chosen_en(days: Sequence[str], parts: dict[str, str]) -> str:
    """Which days: names, dates, or (BYSETPOS) which of them."""
    named = "workday" if set(days) == _WORKDAYS else _listed([_weekday_en(code) for code in days])
    dates = "the " + _listed([_ordinal_en(int(n)) for n in parts["BYMONTHDAY"].split(",")]) if _has(parts) else ""
    if "BYSETPOS" in parts:
        which = _listed([_position_en(int(n)) for n in parts["BYSETPOS"].split(",")])
        of = named if named == "workday" else f"of {named}" if named else "of those"
        return f"the {which} {of}" + (f" on {dates}" if dates else "")
    if named and dates:
        return f"{named} that is {dates}"
    return ("weekdays" if named == "workday" else named) or dates


def _has(parts: dict[str, str]) -> bool:
    return bool(parts.get("BYMONTHDAY"))


def _rest_en(parts: dict[str, str], *, skip: tuple[str, ...]) -> str:
    """What further narrows the days, each as a phrase of its own."""
    sayings: dict[str, Callable[[list[str]], str]] = {
        "BYMONTH": lambda v: " in " + _listed([_MONTHS[int(n) - 1] for n in v]),
        "BYWEEKNO": lambda v: " in week " + _listed(v) + " of the year",
        "BYYEARDAY": lambda v: " on day " + _listed(v) + " of the year",
        "BYHOUR": lambda v: " at " + _listed([f"{int(n):02}:00" for n in v]),
        "BYMINUTE": lambda v: " at minute " + _listed(v),
        "BYSECOND": lambda v: " at second " + _listed(v),
    }
    if "BYHOUR" in parts and "BYMINUTE" in parts:
        times = [f"{int(h):02}:{int(m):02}" for h in parts["BYHOUR"].split(",") for m in parts["BYMINUTE"].split(",")]
        sayings |= {"BYHOUR": lambda _: " at " + _listed(times), "BYMINUTE": lambda _: ""}
    return "".join(say(parts[name].split(",")) for name, say in sayings.items() if name in parts and name not in skip)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


def chinese(freq: str, interval: int, parts: dict[str, str]) -> str:
    """``每两周的周一、周三``; `parts` are the BY parts of the rule."""
    days = parts.get("BYDAY", "").split(",") if parts.get("BYDAY") else []
    plain = "BYSETPOS" not in parts
    if set(days) == _WORKDAYS and interval == 1 and freq in ("DAILY", "WEEKLY") and plain:
        return _times_zh("每个工作日", parts, skip=("BYDAY",))
    if freq == "WEEKLY" and interval == 1 and days and plain:
        told = "每周" + "、".join(_weekday_zh(code).removeprefix("周") for code in days)
        return _times_zh(told, parts, skip=("BYDAY",))
    if interval > 1:
        told = f"每{'两' if interval == 2 else interval}{_UNITS[freq][1]}"
    else:
        told = "每月" if freq == "MONTHLY" else f"每{_UNITS[freq][1]}"
    if "BYMONTH" in parts:
        told += "、".join(parts["BYMONTH"].split(",")) + "月"
    named = "、".join(_weekday_zh(code) for code in days)
    dates = "、".join(
        "最后一天" if n == "-1" else f"{n}日" if int(n) > 0 else f"倒数第{-int(n)}天" for n in _dates(parts)
    )
    if not plain:
        which = "、".join(_position_zh(int(n)) for n in parts["BYSETPOS"].split(","))
        of = "工作日" if set(days) == _WORKDAYS else f"（{named or dates}）"
        told += f"{which}{of}" + (f"（{dates}）" if dates and named else "")
    else:
        spaced = "" if told.endswith("月") or not named else " "
        told += f"{spaced}{named}" + (f"（{dates}）" if dates and named else dates)
    return _times_zh(told, parts, skip=("BYMONTH", "BYDAY", "BYMONTHDAY"))


def _dates(parts: dict[str, str]) -> list[str]:
    return parts["BYMONTHDAY"].split(",") if _has(parts) else []


def _times_zh(told: str, parts: dict[str, str], *, skip: tuple[str, ...]) -> str:
    sayings: dict[str, Callable[[list[str]], str]] = {
        "BYMONTH": lambda v: f"（{'、'.join(v)}月）",
        "BYMONTHDAY": lambda v: f"（{'、'.join(v)}日）",
        "BYWEEKNO": lambda v: f"（一年中第{'、'.join(v)}周）",
        "BYYEARDAY": lambda v: f"（一年中第{'、'.join(v)}天）",
        "BYHOUR": lambda v: " " + "、".join(f"{int(n):02}:00" for n in v),
        "BYMINUTE": lambda v: f" 第{'、'.join(v)}分",
        "BYSECOND": lambda v: f" 第{'、'.join(v)}秒",
    }
    if "BYHOUR" in parts and "BYMINUTE" in parts:
        times = [f"{int(h):02}:{int(m):02}" for h in parts["BYHOUR"].split(",") for m in parts["BYMINUTE"].split(",")]
        sayings |= {"BYHOUR": lambda _: " " + "、".join(times), "BYMINUTE": lambda _: ""}
    return told + "".join(
        say(parts[name].split(",")) for name, say in sayings.items() if name in parts and name not in skip
    )


def _ordinal_en(number: int) -> str:
    if number == -1:
        return "last day"
    if number < 0:
        return f"{_ordinal_en(-number)} to last day"
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _position_en(number: int) -> str:
    if number == -1:
        return "last"
    return _ordinal_en(number) if number > 0 else f"{_ordinal_en(-number)} to last"


def _position_zh(number: int) -> str:
    if number == -1:
        return "最后一个"
    return f"第{number}个" if number > 0 else f"倒数第{-number}个"


def _weekday_en(code: str) -> str:
    name = _WEEKDAYS["en"][DAYS.index(code[-2:])]
    which = code[:-2].lstrip("+")
    return f"the {_position_en(int(which))} {name}" if which else name


def _weekday_zh(code: str) -> str:
    name = _WEEKDAYS["zh"][DAYS.index(code[-2:])]
    which = code[:-2].lstrip("+")
    return f"{_position_zh(int(which))}{name}" if which else name
