"""Rules for repeats by the month and year: the last Friday of each month, 每月15号, every December 24th."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import MonthDay, Yearly
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.rules_repeat import NAMES, REPEAT, WORKDAYS, by_grain, by_length
from assistant.understanding.times.spans import Length
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Repeat


def _number(word: Token) -> int:
    return {"second": 2, "lastone": -1, "last": -1}.get(word.kind, 0) or int(word.value)


_TWO = "a=nth sep the? n=nth w=w"


@REPEAT.rule(
    f"the? {_TWO} of every u=u", f"on the {_TWO} of every u=u", f"the? {_TWO} of the u=u", f"on the {_TWO} of the u=u",
    f"every {_TWO} of the u=u", f"every {_TWO}", f"every u=u on the {_TWO}", f"on the {_TWO} every u=u",
    f"f=freq on the {_TWO}",
    "the? n=nth w=w of every u=u", "the? n=nth w=w every u=u", "the? n=nth w=w of the every u=u",
    "on the n=nth w=w of every u=u", "every n=nth w=w of the u=u", "every n=nth w=w of u=u",
    "every u=u of? n=nth w=w", "every u=u on the n=nth w=w", "f=freq on the n=nth w=w", "every n=nth w=w",
    "every u=u the n=nth w=w", "the? n=nth w=w of a u=u", "the? n=nth w=w in every u=u",
    "the? n=nth d=last w=w of every u=u", "every u=u of? d=lastone w=w", "on the n=nth w=w every u=u",
    "f=freq the n=nth w=w", "every x=len of? n=nth w=w", "every x=len on the n=nth w=w",
    "every u=u of? n=nth k=weekend", "every u=u of? d=lastone k=weekend",
)  # fmt: skip
def _nth_weekday(found: Found) -> Token | None:
    number_word = found.get("n") or found["d"]
    unit = found.get("u")
    frequency = found.get("f")
    grain = unit_of(unit) if unit is not None else (frequency.value if frequency is not None else (Grain.month, 1))
    length = found.get("x")
    made = by_length(length.value) if length is not None else by_grain(*grain) if grain else None
    number = _number(number_word)
    if made is None or made.freq not in ("MONTHLY", "YEARLY") or not -5 <= number <= 53:
        return None
    if found.get("d") is not None and found.get("n") is not None:
        number = -number
    numbers = (number,) if found.get("a") is None else (_number(found["a"]), number)
    if len(numbers) > 1 and made.freq != "MONTHLY":
        return None
    day = found.get("w")  # a weekend begins on its Saturday
    name = NAMES[day.value] if day is not None else "SA"
    made.days = tuple(f"{which}{name}" for which in numbers)
    return token("repeat", made)


_MONTHS_OF: dict[tuple[Grain, int], tuple[tuple[int, ...], tuple[int, ...]]] = {
    (Grain.month, 1): ((), ()),
    (Grain.quarter, 1): ((1, 4, 7, 10), (3, 6, 9, 12)),
    (Grain.year, 1): ((1,), (12,)),
}
"""The months that the first and the last day of each such unit lie in."""


@REPEAT.rule(
    "the? n=nth workday of every u=u", "the? n=nth workday every u=u", "every u=u of? n=nth workday",
    "every u=u on the n=nth workday", "f=freq on the n=nth workday", "every n=nth workday of the u=u",
    "the? n=nth workday of the u=u f=freq", "the? n=nth workday in every u=u", "on the n=nth workday of every u=u",
    "every u=u of? n=nth measure workday", "every u=u of? n=nth day_=unit", "every u=u of? n=lastone l=len",
    "the? n=nth day_=unit of every u=u", "on the n=nth day_=unit of every u=u", "every u=u on the n=nth day_=unit",
    "f=freq on the n=nth day_=unit", "every u=u e=end", "every e=edgeunit", "the end of every u=u",
    "end of every u=u", "at the end of every u=u", "every u=u of? l=len",
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
        last_of = unit_of(unit) if unit is not None and length.value == Length(days=1) else None
        if last_of not in _MONTHS_OF:
            return None
        months = _MONTHS_OF[last_of][1]
        if last_of == (Grain.year, 1):
            return token("repeat", Repeat("YEARLY", month_days=(31,), months=months))
        return token("repeat", Repeat("MONTHLY", 3 if months else 1, month_days=(-1,), months=months))
    known = unit_of(unit) if unit is not None else found["f"].value
    if known not in _MONTHS_OF or (day is not None and unit_of(day) != (Grain.day, 1)):
        return None
    nth = found.get("n")
    number = _number(nth) if nth is not None else -1
    if known != (Grain.month, 1):
        months = _MONTHS_OF[known][0 if number > 0 else 1]
        plain = (day is not None or nth is None) and number in (1, -1) and known != (Grain.year, 1)
        return token("repeat", Repeat("MONTHLY", 3, month_days=(number,), months=months)) if plain else None
    if day is not None or nth is None:
        return token("repeat", Repeat("MONTHLY", month_days=(number,)))
    return token("repeat", Repeat("MONTHLY", days=WORKDAYS, position=number))


@REPEAT.rule("every u=u of? x=lastday")
def _day_from_the_end(found: Found) -> Token | None:
    """每月倒数第二天."""
    monthly = unit_of(found["u"]) == (Grain.month, 1)
    return token("repeat", Repeat("MONTHLY", month_days=(-found["x"].value,))) if monthly else None


_DAYS = "x=ord (sep sep? the? ord (sep sep? the? ord (sep the? ord)?)?)?"


@REPEAT.rule(
    f"the? {_DAYS} of every u=u", f"on the? {_DAYS} of every u=u", f"f=freq on the? {_DAYS}",
    f"every u=u on the? {_DAYS}", f"the? {_DAYS} of the u=u f=freq", f"on the? {_DAYS} every u=u",
    f"the? {_DAYS} every u=u", f"every l=len on the? {_DAYS}", "every u=u of? x=num hao",
    "every u=u x=num hao and num hao", "every u=u x=num hao comma num hao", "every u=u x=num and num hao",
    "every u=u x=num comma num hao", "every l=len of? x=num hao", f"every u=u the? {_DAYS}",
    "every x=ord of the u=u", "every x=ord", "every x=ord sep the? ord",
    "every l=len of? x=date", "every u=u of? x=date",
    "every u=u x=date and date", "every u=u x=date comma date", f"on the? {_DAYS} every l=len",
    f"the? {_DAYS} of a u=u", "every x=date of the u=u", "x=date every u=u", "every u=u on x=date",
    "every u=u on the x=date", "every u=u at x=date", "f=freq on x=date", "every l=len on x=date",
    "on x=date every u=u",
)  # fmt: skip
def _month_days(found: Found) -> Token | None:
    unit, length, frequency = found.get("u"), found.get("l"), found.get("f")
    words = found.all
    if length is not None:
        made = by_length(length.value)
    elif frequency is not None:
        made = by_grain(*frequency.value)
    else:
        known = unit_of(unit) if unit is not None else (Grain.month, 1)
        made = by_grain(*known) if known else None
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
    "f=feast every u=u", "every u=nian of? f=feast", "every u=nian of? d=date",
)  # fmt: skip
def _yearly(found: Found) -> Token | None:
    date, feast, month, unit = found.get("d"), found.get("f"), found.get("m"), found.get("u")
    if unit is not None and (unit_of(unit) or (Grain.day, 1))[0] is not Grain.year:
        return None
    if feast is not None:
        return token("repeat", Repeat("YEARLY", base=feast.value)) if isinstance(feast.value, Yearly) else None
    if month is not None and month.kind in ("month", "weakmonth"):
        return token("repeat", Repeat("YEARLY", months=(month.value,)))
    if date is not None and isinstance(date.value, Yearly) and date.value.grain is Grain.day:
        return token("repeat", Repeat("YEARLY", base=date.value))
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
