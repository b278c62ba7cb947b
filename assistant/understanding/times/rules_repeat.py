"""Rules for repeats: every other Monday, weekdays, the last Friday of each month, 每两周的周一, 每月15号, Tuesdays."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.spans import Length
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Repeat

REPEAT = Pass(
    {
        "w": "weekday weakday",
        "u": "unit nian monthmark quarter",
        "sep": "and comma dash or",
        "day": "ord num",
        "part_": "part part1",
        "m": "month weakmonth",
        "nth": "ord second lastone last",
        "way": "on of at the",
        "d": "date",
    }
)


NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


WORKDAYS = NAMES[:5]


WEEKEND = NAMES[5:]


_LIST = "(sep? sep? w (sep? sep? w (sep? sep? w (sep? sep? w (sep? w (sep? w)?)?)?)?)?)?"


_FEW = 2
"""Days named by a number alone that make a repeat of a weekday."""


_FREQ = {
    Grain.second: "SECONDLY",
    Grain.minute: "MINUTELY",
    Grain.hour: "HOURLY",
    Grain.day: "DAILY",
    Grain.week: "WEEKLY",
    Grain.month: "MONTHLY",
    Grain.year: "YEARLY",
}


def by_grain(grain: Grain, interval: int) -> Repeat | None:
    if grain is Grain.quarter:
        return Repeat("MONTHLY", 3 * interval)
    return Repeat(_FREQ[grain], interval) if 0 < interval < 1000 else None


def by_length(length: Length) -> Repeat | None:
    """The interval of "every two weeks"; None for mixed lengths."""
    if length.months and not length.days and not length.seconds:
        years, months = divmod(length.months, 12)
        return Repeat("MONTHLY", length.months) if months else Repeat("YEARLY", years)
    if length.days and not length.months and not length.seconds:
        weekly = length.grain is Grain.week or (length.days == 14 and length.grain is Grain.day)
        return Repeat("WEEKLY", length.days // 7) if weekly and length.days % 7 == 0 else Repeat("DAILY", length.days)
    seconds = int(length.seconds)
    if not seconds or length.months or length.days:
        return None
    if seconds % 3600 == 0:
        return Repeat("HOURLY", seconds // 3600)
    return Repeat("MINUTELY", seconds // 60) if seconds % 60 == 0 else Repeat("SECONDLY", seconds)


def weekday_list(words: list[Token]) -> tuple[str, ...]:
    """Return BYDAY names of weekdays in a matched list; 一三五 after 周 and "Monday to Friday" are understood."""
    days: list[int] = []
    through = False
    for index, word in enumerate(words):
        if word.kind in ("weekday", "weakday", "weekdays"):
            if through and days:
                first = days[-1]
                days.extend((first + step) % 7 for step in range(1, (word.value - first) % 7))
            days.append(word.value)
            through = False
        elif word.kind in ("to", "dash") and word.text in ("-", "~", "to", "through", "thru", "到", "至", "until"):
            through = True
        elif word.kind == "num" and through and days and word.text in tuple("二三四五六"):
            first, last = days[-1], "一二三四五六".index(word.text)
            days.extend((first + step) % 7 for step in range(1, (last - first) % 7 + 1))
            through = False
        elif word.kind == "num" and index and set(word.text) <= set("一二三四五六日天"):
            days.extend("一二三四五六日".index("日" if mark == "天" else mark) for mark in word.text)
        elif word.kind == "hao" and word.text == "日":
            days.append(6)
    return tuple(NAMES[day] for day in sorted(set(days)))


def _weekly(found: Found, interval: int = 1) -> Token | None:
    days = weekday_list(found.all)
    return token("repeat", Repeat("WEEKLY", interval, days)) if days else None


@REPEAT.rule(
    f"every w {_LIST}", f"every w to w {_LIST}", "every w n=num", "every w n=num hao", "every w to n=num",
    "every u=unit w to w", "every u=unit of w to w", "w to w f=freq", "w dash w f=freq", "w to n=num f=freq",
    "f=freq w to w", "f=freq from w to w", "f=freq comma w to w", "every w dash w", "every ge w",
    "every w comma n=num", "every w comma num comma n=num", "every w comma num comma num comma n=num",
    "every w comma num and n=num", "every w and n=num", "every w hao", "ge w", "every measure w", "every u=unit of w",
    "every w and every w",
    "every w and every w and every w", "every w sep every w",
)  # fmt: skip
def _every_weekday(found: Found) -> Token | None:
    after = found.after
    words = found.all
    unit, daily = found.get("u"), found.get("f")
    if (unit is not None and unit_of(unit) != (Grain.week, 1)) or (daily is not None and daily.value != (Grain.day, 1)):
        return None
    if words[-1].kind == "num" and not set(words[-1].text) <= set("一二三四五六日天"):
        return None
    if after is not None and after.kind == "times" and len(words) == 2:
        return None
    return _weekly(found, 2 if any(word.kind == "ge" for word in words) else 1)


@REPEAT.rule(
    "every w times", "every u=u n=num times", "once a u=u", "n=count a u=u", "num times a u=u", "once every u=u",
    "once every x=len", "once x=len", "n=count x=len", "every x=len n=num times",
)  # fmt: skip
def _once_each(found: Found) -> Token | None:
    words = found.all
    if words[1].kind in ("weekday", "weakday"):
        return token("repeat", Repeat("WEEKLY")) if not words[1].text.isascii() else None
    length = found.get("x")
    if words[0].kind == "count" and length is not None:
        daily = length.value == Length(days=1) and found.peek(0) in ("at", "clock", "comma")
        return token("repeat", Repeat("DAILY")) if daily else None  # twice a day at eight and six
    if length is not None:
        made = by_length(length.value)
        return token("repeat", made) if made else None
    unit = unit_of(found["u"])
    if unit is None or words[0].kind in ("count", "num") or (found.get("n") is not None and found["n"].value != 1):
        return None
    made = by_grain(*unit)
    return token("repeat", made) if made else None


@REPEAT.rule(f"every other w {_LIST}", f"every second w {_LIST}")
def _every_other_weekday(found: Found) -> Token | None:
    after = found.after
    if found.all[1].kind == "second" and after is not None and after.kind in ("of", "in"):
        return None
    return _weekly(found, 2)


@REPEAT.rule(
    f"w=weekdays {_LIST}", f"on w=weekdays {_LIST}", "weekdays and weekdays", "on weekdays and weekdays",
    "weekdays comma weekdays and weekdays", "on weekdays comma weekdays and weekdays",
)  # fmt: skip
def _plural(found: Found) -> Token | None:
    before = found.before
    if before is not None and before.kind in ("num", "few", "at", "of", "about") and found.all[0].kind != "on":
        return None
    told = found.all[0].kind == "on"
    made = _weekly(found)
    if made is not None:
        made.weak = not told and before is not None and before.kind == "x" and (found.after is None)
    return made


@REPEAT.rule(
    f"w sep w sep sep? w {_LIST}", f"on w sep w sep sep? w {_LIST}", "w and w and w", "w slashmark w",
    "w slashmark w slashmark w", "on w slashmark w",
)  # fmt: skip
def _several_days(found: Found) -> Token | None:
    """Yoga Mon, Wed and Fri at 7: three and more days in a row are a repeat without "every"."""
    if any(word.kind in ("or", "dash") or word.text == "or" for word in found.all):
        return None
    before = found.before
    if before is not None and before.kind in ("next", "this", "last", "coming", "or", "between"):
        return None
    return _weekly(found)


@REPEAT.rule("w comma n=num comma num", "w comma n=num and num", "w n=num", "w comma n=num comma num comma num")
def _several_days_by_number(found: Found) -> Token | None:
    """周一三五, 星期二、四、六: as many without 每."""
    days = [mark for word in found.all if word.kind == "num" for mark in word.text]
    if len(days) < _FEW or not set(days) <= set("一二三四五六日天") or found.all[0].text.isascii():
        return None
    after = found.after
    return None if after is not None and after.kind in ("dian", "measure", "unit", "hao", "noun") else _weekly(found)


@REPEAT.rule(
    "every workday", "every workdays", "on workdays", "workdays", "every measure workday", "every the workday",
)  # fmt: skip
def _workdays(found: Found) -> Token | None:
    before = found.before
    if before is not None and before.kind in ("num", "few", "len", "ord", "this", "next"):
        return None
    return token("repeat", Repeat("WEEKLY", 1, WORKDAYS))


@REPEAT.rule("w=workday")
def _chinese_workdays(found: Found) -> Token | None:
    """工作日早上七点: said alone it means all of them."""
    before = found.before
    counted = before is not None and before.kind in (
        "num",
        "len",
        "ord",
        "lastone",
        "this",
        "next",
        "of",
        "hou",
        "last",
        "measure",
    )
    if not found["w"].text.isascii() and not counted and found.peek(0) not in ("hou", "qian", "inner"):
        return token("repeat", Repeat("WEEKLY", 1, WORKDAYS))
    return None


@REPEAT.rule("every x=len of? weekend", "every ge x=len of? weekend", "ge x=unit of? weekend")
def _some_weekends(found: Found) -> Token | None:
    """每两周的周末."""
    made = by_length(found["x"].value) if found["x"].kind == "len" else Repeat("WEEKLY", 2)
    if made is None or made.freq != "WEEKLY":
        return None
    made.days = WEEKEND
    return token("repeat", made)


@REPEAT.rule("every weekend", "on weekends", "weekends", "on the weekends", "every weekends", "every measure weekend")
def _weekends(_: Found) -> Token | None:
    return token("repeat", Repeat("WEEKLY", 1, WEEKEND))


@REPEAT.rule("every p=part_", "p=freqpart", "every measure p=part_")
def _every_part(found: Found) -> Token | None:
    return token("repeat", Repeat("DAILY", part=found["p"].value))


@REPEAT.rule("every p=part_ and q=part_", "every p=part_ and every q=part_")
def _every_part_too(found: Found) -> Token | None:
    """Every morning and evening."""
    return token("repeat", Repeat("DAILY", part=found["p"].value, also=(found["q"].value,)))


@REPEAT.rule("p=part1 q=part1 e=x num times")
def _each_part(found: Found) -> Token | None:
    """早晚各一次."""
    before = found.before
    if found["e"].text != "各" or (before is not None and before.kind in ("repeat", "freq", "every")):
        return None
    return token("repeat", Repeat("DAILY", part=found["p"].value, also=(found["q"].value,)))


@REPEAT.rule(
    *(
        f"{often} x=len {joint} {days}"
        for often in ("count", "num times")
        for joint in ("comma? on?", "colon on?")
        for days in (f"w {_LIST}", "weekdays (comma weekdays)? (comma? and weekdays)?")
    )
)
def _so_often_on(found: Found) -> Token | None:
    """Twice a week, Tuesdays and Fridays: how often is said by the days."""
    return _weekly(found) if by_length(found["x"].value) == Repeat("WEEKLY") else None


@REPEAT.rule("every workday p=part_", "every workdays p=part_")
def _workday_part(found: Found) -> Token | None:
    """Every weekday morning."""
    return token("repeat", Repeat("WEEKLY", 1, WORKDAYS, part=found["p"].value))


@REPEAT.rule("every q=quarter")
def _every_quarter(found: Found) -> Token | None:
    """Every quarter of a year, where no quarter of an hour is meant."""
    after = found.after
    clock = after is not None and after.kind in ("unit", "past", "to", "of", "num")
    return None if clock else token("repeat", Repeat("MONTHLY", 3))


@REPEAT.rule("every w p=part_", "w=weekdays p=part")
def _every_weekday_part(found: Found) -> Token | None:
    days = weekday_list(found.all)
    return token("repeat", Repeat("WEEKLY", 1, days, part=found["p"].value)) if days else None


@REPEAT.rule(f"w {_LIST} p=part")
def _plural_part(found: Found) -> Token | None:
    """Tuesday mornings, Tuesday and Thursday mornings."""
    if found["p"].text not in ("mornings", "afternoons", "evenings", "nights"):
        return None
    return token("repeat", Repeat("WEEKLY", 1, weekday_list(found.all), part=found["p"].value))


@REPEAT.rule(
    "f=freq", f"f=freq on w {_LIST}", f"f=freq w {_LIST}", f"f=freq on the w {_LIST}", f"f=freq of w {_LIST}",
    "f=freq on weekdays", "f=freq on weekdays and weekdays", "f=freq every w",
)  # fmt: skip
def _frequency(found: Found) -> Token | None:
    grain, interval = found["f"].value
    days = weekday_list(found.all)
    before, after = found.before, found.after
    made = by_grain(grain, interval)
    if made is None or (days and grain is not Grain.week):
        return None
    made.days = days
    adjective = len(found.all) == 1 and found["f"].text in (
        "annual",
        "quarterly",
        "weekly",
        "monthly",
        "daily",
        "hourly",
        "yearly",
        "biweekly",
        "everyday",
    )
    made.weak = (
        adjective
        and after is not None
        and after.kind == "x"
        and found["f"].text.isascii()
        and before is not None
        and before.text in ("a", "the", "our", "my", "your")
    )
    return token("repeat", made, weak=made.weak)


@REPEAT.rule(
    "every u=u", "every other u=u", "every second u=u", "every x=len", "every ge x=len", "ge u=u", "ge x=len",
    "every measure u=u", f"every other u=unit on w {_LIST}", f"every u=unit on w {_LIST}",
    f"every x=len on w {_LIST}", f"every x=len of w {_LIST}", f"every x=len w {_LIST}",
    "every u=unit on weekdays (comma weekdays)? (comma? and weekdays)?",
    f"every second u=unit on w {_LIST}", f"every ge x=len of w {_LIST}", f"ge x=len of? w {_LIST}",
    "every u=unit of w n=num",
    "every x=len of w n=num", f"every u=unit w {_LIST}", f"ge u=unit of w {_LIST}", f"ge u=unit w {_LIST}",
    "every n=num u=u", f"every other u=unit w {_LIST}", f"every x=len at w {_LIST}",
)  # fmt: skip
def _every_unit(found: Found) -> Token | None:
    words = found.all
    length, unit = found.get("x"), found.get("u")
    gap = any(word.kind == "ge" for word in words)
    other = 2 if len(words) > 1 and words[1].kind in ("other", "second") and words[1] is not unit else 1
    if length is not None:
        made = by_length(length.value)
        if made is not None and gap and made.interval == 1 and made.freq not in ("HOURLY", "MINUTELY", "SECONDLY"):
            made.interval = 2
    else:
        known = unit_of(unit) if unit is not None else None
        if known is None:
            return None
        grain, factor = known
        number = found.get("n")
        made = (
            by_grain(grain, factor * (2 if gap else other) * (number.value if number is not None else 1))
            if grain is not Grain.day or factor == 1
            else Repeat("WEEKLY", 2 * other)
        )
    days = weekday_list(words)
    if made is None or (days and made.freq != "WEEKLY"):
        return None
    if (
        unit is not None
        and unit.kind == "second"
        and len(words) > 1
        and found.after is not None
        and found.after.kind != "x"
    ):
        return None
    made.days = days
    return token("repeat", made)
