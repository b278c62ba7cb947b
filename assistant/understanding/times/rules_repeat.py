"""Rules for repeats: every other Monday, weekdays, the last Friday of each month, 每两周的周一, 每月15号, Tuesdays."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import MonthDay, Yearly
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.spans import Length
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Repeat

REPEAT = Pass(
    {
        "w": "weekday weakday",
        "u": "unit nian monthmark",
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
_FREQ = {
    Grain.second: "SECONDLY",
    Grain.minute: "MINUTELY",
    Grain.hour: "HOURLY",
    Grain.day: "DAILY",
    Grain.week: "WEEKLY",
    Grain.month: "MONTHLY",
    Grain.year: "YEARLY",
}


def _by_grain(grain: Grain, interval: int) -> Repeat | None:
    if grain is Grain.quarter:
        return Repeat("MONTHLY", 3 * interval)
    return Repeat(_FREQ[grain], interval) if 0 < interval < 1000 else None


def _by_length(length: Length) -> Repeat | None:
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
    "every w comma n=num", "ge w", "every measure w", "every u=unit of w", "every w and every w",
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
    "once every x=len", "once x=len", "every x=len n=num times",
)  # fmt: skip
def _once_each(found: Found) -> Token | None:
    words = found.all
    if words[1].kind in ("weekday", "weakday"):
        return token("repeat", Repeat("WEEKLY")) if not words[1].text.isascii() else None
    length = found.get("x")
    if length is not None:
        made = _by_length(length.value)
        return token("repeat", made) if made else None
    unit = unit_of(found["u"])
    if unit is None or words[0].kind in ("count", "num") or (found.get("n") is not None and found["n"].value != 1):
        return None
    made = _by_grain(*unit)
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
    "every workday", "every workdays", "on workdays", "workdays", "every measure workday", "every the workday",
)  # fmt: skip
def _workdays(found: Found) -> Token | None:
    before = found.before
    if before is not None and before.kind in ("num", "few", "len", "ord", "this", "next"):
        return None
    return token("repeat", Repeat("WEEKLY", 1, WORKDAYS))


@REPEAT.rule("every weekend", "on weekends", "weekends", "on the weekends", "every weekends", "every measure weekend")
def _weekends(_: Found) -> Token | None:
    return token("repeat", Repeat("WEEKLY", 1, WEEKEND))


@REPEAT.rule("every p=part_", "f=freqpart", "every measure p=part_", "in the p=part_")
def _every_part(found: Found) -> Token | None:
    first = found.all[0]
    if first.kind == "in":
        return (
            token("repeat", Repeat("DAILY", part=found["p"].value))
            if found["p"].text in ("mornings", "afternoons", "evenings") and False
            else None
        )
    part = first.value if first.kind == "freqpart" else found["p"].value
    return token("repeat", Repeat("DAILY", part=part))


@REPEAT.rule("every w p=part_", "w=weekdays p=part")
def _every_weekday_part(found: Found) -> Token | None:
    days = weekday_list(found.all)
    return token("repeat", Repeat("WEEKLY", 1, days, part=found["p"].value)) if days else None


@REPEAT.rule("w=weekday p=part", "w=weakday p=part")
def _plural_part(found: Found) -> Token | None:
    """Tuesday mornings."""
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
    made = _by_grain(grain, interval)
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
    f"every second u=unit on w {_LIST}", f"every ge x=len of w {_LIST}", "every u=unit of w n=num",
    "every x=len of w n=num", f"every u=unit w {_LIST}", f"ge u=unit of w {_LIST}", f"ge u=unit w {_LIST}",
    "every n=num u=u", f"every other u=unit w {_LIST}", f"every x=len at w {_LIST}",
)  # fmt: skip
def _every_unit(found: Found) -> Token | None:
    words = found.all
    length, unit = found.get("x"), found.get("u")
    gap = any(word.kind == "ge" for word in words)
    other = 2 if len(words) > 1 and words[1].kind in ("other", "second") and words[1] is not unit else 1
    if length is not None:
        made = _by_length(length.value)
        if made is not None and gap and made.interval == 1 and made.freq not in ("HOURLY", "MINUTELY", "SECONDLY"):
            made.interval = 2
    else:
        known = unit_of(unit) if unit is not None else None
        if known is None:
            return None
        grain, factor = known
        number = found.get("n")
        made = (
            _by_grain(grain, factor * (2 if gap else other) * (number.value if number is not None else 1))
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


def _number(word: Token) -> int:
    return {"second": 2, "lastone": -1, "last": -1}.get(word.kind, 0) or int(word.value)


@REPEAT.rule(
    "the? n=nth w=w of every u=u", "the? n=nth w=w every u=u", "the? n=nth w=w of the every u=u",
    "on the n=nth w=w of every u=u", "every n=nth w=w of the u=u", "every n=nth w=w of u=u",
    "every u=u of? n=nth w=w", "every u=u on the n=nth w=w", "f=freq on the n=nth w=w", "every n=nth w=w",
    "every u=u the n=nth w=w", "the? n=nth w=w of a u=u", "the? n=nth w=w in every u=u",
    "the? n=nth d=last w=w of every u=u", "every u=u of? d=lastone w=w", "on the n=nth w=w every u=u",
    "f=freq the n=nth w=w", "every x=len of? n=nth w=w", "every x=len on the n=nth w=w",
)  # fmt: skip
def _nth_weekday(found: Found) -> Token | None:
    number_word = found.get("n") or found["d"]
    unit = found.get("u")
    frequency = found.get("f")
    grain = unit_of(unit) if unit is not None else (frequency.value if frequency is not None else (Grain.month, 1))
    length = found.get("x")
    made = _by_length(length.value) if length is not None else _by_grain(*grain) if grain else None
    number = _number(number_word)
    if made is None or made.freq not in ("MONTHLY", "YEARLY") or not -5 <= number <= 53:
        return None
    if found.get("d") is not None and found.get("n") is not None:
        number = -number
    made.days = (f"{number}{NAMES[found['w'].value]}",)
    return token("repeat", made)


@REPEAT.rule(
    "the? n=nth workday of every u=u", "the? n=nth workday every u=u", "every u=u of? n=nth workday",
    "every u=u on the n=nth workday", "f=freq on the n=nth workday", "every n=nth workday of the u=u",
    "the? n=nth workday of the u=u f=freq", "the? n=nth workday in every u=u", "on the n=nth workday of every u=u",
    "every u=u of? n=nth measure workday", "every u=u of? n=nth day_=unit", "every u=u of? n=lastone l=len",
    "the? n=nth day_=unit of every u=u", "on the n=nth day_=unit of every u=u", "every u=u on the n=nth day_=unit",
    "f=freq on the n=nth day_=unit", "every u=u e=end", "every e=edgeunit", "the end of every u=u",
    "end of every u=u", "at the end of every u=u",
)  # fmt: skip
def _nth_day(found: Found) -> Token | None:
    """The last workday of every month, the last day of every month, 每月最后一天, 每月底."""
    unit, edge, day = found.get("u"), found.get("e"), found.get("day_")
    if edge is not None and edge.kind == "edgeunit":
        name, grain = edge.value
        if grain is not Grain.month or name == "mid":
            return None
        return token("repeat", Repeat("MONTHLY", month_days=(-1 if name == "end" else 1,)))
    length = found.get("l")
    if length is not None:
        monthly = unit is not None and unit_of(unit) == (Grain.month, 1) and length.value == Length(days=1)
        return token("repeat", Repeat("MONTHLY", month_days=(-1,))) if monthly else None
    known = unit_of(unit) if unit is not None else found["f"].value
    if known != (Grain.month, 1) or (day is not None and unit_of(day) != (Grain.day, 1)):
        return None
    nth = found.get("n")
    number = _number(nth) if nth is not None else -1
    if day is not None or nth is None:
        return token("repeat", Repeat("MONTHLY", month_days=(number,)))
    return token("repeat", Repeat("MONTHLY", days=WORKDAYS, position=number))


_DAYS = "x=ord (sep sep? the? ord (sep sep? the? ord (sep the? ord)?)?)?"


@REPEAT.rule(
    f"the? {_DAYS} of every u=u", f"on the? {_DAYS} of every u=u", f"f=freq on the? {_DAYS}",
    f"every u=u on the? {_DAYS}", f"the? {_DAYS} of the u=u f=freq", f"on the? {_DAYS} every u=u",
    f"the? {_DAYS} every u=u", f"every l=len on the? {_DAYS}", "every u=u of? x=num hao",
    "every u=u x=num hao and num hao", "every u=u x=num hao comma num hao", "every u=u x=num and num hao",
    "every u=u x=num comma num hao", "every l=len of? x=num hao", f"every u=u the? {_DAYS}",
    "every x=ord of the u=u", "every x=ord", "every l=len of? x=date", "every u=u of? x=date",
    "every u=u x=date and date", "every u=u x=date comma date", f"on the? {_DAYS} every l=len",
    f"the? {_DAYS} of a u=u", "every x=date of the u=u", "x=date every u=u", "every u=u on x=date",
    "every u=u on the x=date", "every u=u at x=date", "f=freq on x=date", "every l=len on x=date",
    "on x=date every u=u",
)  # fmt: skip
def _month_days(found: Found) -> Token | None:
    unit, length, frequency = found.get("u"), found.get("l"), found.get("f")
    words = found.all
    if length is not None:
        made = _by_length(length.value)
    elif frequency is not None:
        made = _by_grain(*frequency.value)
    else:
        known = unit_of(unit) if unit is not None else (Grain.month, 1)
        made = _by_grain(*known) if known else None
    after = found.after
    if after is not None and after.kind == "unit" and words[-1].kind in ("ord", "num"):
        return None
    if (
        unit is None
        and length is None
        and frequency is None
        and after is not None
        and after.kind in ("weekday", "weakday", "unit", "x", "workday")
    ):
        return None
    dates = [word.value for word in words if word.kind == "date"]
    if made is None or any(not isinstance(date, MonthDay) or not date.day for date in dates):
        return None
    numbers = [date.day for date in dates] or [
        word.value for word in words if word.kind in ("ord", "num") and isinstance(word.value, int)
    ]
    named = [date.month for date in dates if date.month]
    if not numbers or not all(1 <= number <= 31 for number in numbers):
        return None
    if named and made.freq == "YEARLY":
        made.months = (named[0],)
    elif named or made.freq != "MONTHLY":
        return None
    made.month_days = tuple(sorted(set(numbers)))
    return token("repeat", made)


@REPEAT.rule(
    "every d=date", "every f=feast", "every m=m", "every u=nian m=num monthmark d=num hao", "d=date every u=u",
    "f=feast every u=u", "every u=nian of? f=feast",
)  # fmt: skip
def _yearly(found: Found) -> Token | None:
    date, feast, month, unit = found.get("d"), found.get("f"), found.get("m"), found.get("u")
    if unit is not None and (unit_of(unit) or (Grain.day, 1))[0] is not Grain.year:
        return None
    if feast is not None:
        return token("repeat", Repeat("YEARLY", base=feast.value)) if isinstance(feast.value, Yearly) else None
    if month is not None and month.kind in ("month", "weakmonth"):
        return token("repeat", Repeat("YEARLY", months=(month.value,)))
    if date is None or not isinstance(date.value, MonthDay) or not date.value.day:
        return None
    if not date.value.month:
        return token("repeat", Repeat("MONTHLY", month_days=(date.value.day,)))
    return token("repeat", Repeat("YEARLY", months=(date.value.month,), month_days=(date.value.day,)))


@REPEAT.rule(
    "every u=u n=num monthmark of x=nth w=w", "every u=u n=num monthmark x=nth w=w",
    "the? x=nth w=w of m=m every u=u", "every x=nth w=w of m=m", "every u=u on the x=nth w=w of m=m",
)  # fmt: skip
def _nth_weekday_of_month(found: Found) -> Token | None:
    """每年五月的第二个星期日, the second Sunday of May every year."""
    unit, month = found.get("u"), found.get("m") or found["n"]
    if (unit is not None and unit_of(unit) != (Grain.year, 1)) or not 1 <= month.value <= 12:
        return None
    days = (f"{_number(found['x'])}{NAMES[found['w'].value]}",)
    return token("repeat", Repeat("YEARLY", months=(month.value,), days=days))


@REPEAT.rule("every u=monthmark x=num", "every u=unit x=num")
def _bare_month_day(found: Found) -> Token | None:
    """每月十五."""
    number, fits = found["x"], unit_of(found["u"]) == (Grain.month, 1) and not found["u"].text.isascii()
    counted = found.peek(0) in ("times", "measure", "unit", "noun", "dian", "ke", "min")
    return (
        token("repeat", Repeat("MONTHLY", month_days=(number.value,)))
        if fits and not counted and 1 <= number.value <= 31
        else None
    )
