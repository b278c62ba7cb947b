"""Rules for dates in figures and with names of months: 3/4, 2026-03-04, March 3rd 2015, 31/Oct/1974, 三月一号."""

from __future__ import annotations

from assistant.understanding.times.feast_rules import lunar_month, lunar_node
from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Fixed, MonthDay, Relative, date_node, year_node
from assistant.understanding.times.spans import Scene, Span, unit_span
from assistant.understanding.times.tokens import Token

DATE = Pass({"m": "month weakmonth", "s": "slashmark dash", "link": "of in comma", "d": "num ord second"})
_BUILDINGS = frozenset("线楼门机桌厅馆院店位房球仓库窗台厂码航院馆室座栋幢")
_PARTIALS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 8)}


def century(year: int, digits: int) -> int:
    """Return the full year of two digits: 70 to 99 are of the last century."""
    return year if digits > 2 else year + (1900 if year >= 70 else 2000)


def is_year(word: Token) -> bool:
    """Whether a number can stand for a year beside a month."""
    return word.kind == "num" and 1500 <= word.value <= 2200 and (len(word.text) == 4 or not word.text[:1].isdigit())


def dated(year: int, month: int, day: int = 0) -> Token | None:
    """Return a full date or month as a token, or None where there is none."""
    try:
        return token("date", date_node(year, month, day))
    except ValueError:
        return None


def yearless(month: int, day: int) -> Token | None:
    """Return a date of every year as a token."""
    fine = 0 <= month <= 12 and 1 <= day <= (
        31 if not month else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )
    return token("date", MonthDay(month, day)) if fine else None


@DATE.rule("t=ymd")
def _iso(found: Found) -> Token | None:
    return dated(*found["t"].value)


@DATE.rule("t=dmy")
def _figures(found: Found) -> Token | None:
    first, second, year, mark, digits = found["t"].value
    year = century(year, digits)

    def readings(scene: Scene) -> list[Span]:
        front = scene.day_first or mark == "."
        orders = (
            [(year, second, first), (year, first, second)] if front else [(year, first, second), (year, second, first)]
        )
        if digits == 2:
            orders.append((century(first, 2), second, found["t"].value[2]))
        return _valid(orders)

    plain = Relative(readings, ambiguous=first != second and first <= 12 and second <= 12)
    return token("date", plain) if _valid([(year, first, second), (year, second, first)]) else None


def _valid(orders: list[tuple[int, int, int]]) -> list[Span]:
    out: list[Span] = []
    for year, month, day in orders:
        try:
            span = date_node(year, month, day).span
        except ValueError:
            continue
        if span not in out:
            out.append(span)
    return out


@DATE.rule("t=slash", "p=on t=dec", "a=num slashmark b=num", "a=num dash b=num")
def _slashed(found: Found) -> Token | None:
    words = found.all
    before, after = found.before, found.after
    if words[-1].kind == "dec":
        first, second = words[-1].value[0], int(words[-1].value[1])
    elif words[0].kind == "slash":
        first, second = words[0].value
        if (first, second) in _PARTIALS and after is not None and after.kind in ("x", "noun", "of", "unit"):
            return None
    else:
        first, second = words[0].value, words[-1].value
        alone = before is None and after is None and max(first, second) > 12
        weekday = (
            before is not None and before.kind in ("weekday", "weakday") and after is not None and after.kind == "x"
        )
        told = before is not None and before.kind == "on"
        if not all(word.text.isdigit() and len(word.text) < 3 for word in words[::2]) or not (
            alone or weekday or told or words[1].kind == "slashmark"
        ):
            return None
    if (before is not None and before.kind in ("num", "number", "junk")) or (first, second) == (24, 7):
        return None
    orders = [pair for pair in ((first, second), (second, first)) if yearless(*pair)]
    if not orders:
        return None

    def readings(scene: Scene) -> list[Span]:
        chosen = orders[::-1] if scene.day_first else orders
        picks = [MonthDay(*pair).picks(scene) for pair in dict.fromkeys(chosen)]
        return [spans[0] for spans in picks] + [span for spans in picks for span in spans[1:]]

    if len(set(orders)) == 1:
        return yearless(*orders[0])
    return token("date", Relative(readings, ambiguous=True))


@DATE.rule("t=ym")
def _year_month(found: Found) -> Token | None:
    return dated(*found["t"].value)


@DATE.rule("a=num b=num y=num")
def _blanks(found: Found) -> Token | None:
    first, second, year = found["a"], found["b"], found["y"]
    if not (is_year(year) and all(word.text.isdigit() and len(word.text) < 3 for word in (first, second))):
        return None
    spans = _valid([(year.value, first.value, second.value), (year.value, second.value, first.value)])
    return token("date", Relative(lambda _: spans)) if spans else None


@DATE.rule("n=num")
def _compact(found: Found) -> Token | None:
    text = found["n"].text
    if len(text) != 8 or not text.isdigit() or not "1900" <= text[:4] <= "2100":
        return None
    return dated(int(text[:4]), int(text[4:6]), int(text[6:]))


@DATE.rule("t=q")
def _quarter(found: Found) -> Token | None:
    year, quarter = found["t"].value
    return quarter_of(century(year, 4 if year > 99 else 2), quarter)


@DATE.rule("qmark n=num")
def _quarter_number(found: Found) -> Token | None:
    number = found["n"]
    return (
        token("quarterno", number.value) if number.glued and 1 <= number.value <= 4 and len(number.text) == 1 else None
    )


def quarter_of(year: int, quarter: int) -> Token | None:
    """Return a quarter of a stated year."""
    node = Relative(lambda _: [unit_span(date_node(year, 3 * quarter - 2).span.start, Grain.quarter)], Grain.quarter)
    return token("date", node) if 1 <= quarter <= 4 else None


@DATE.rule("a=num s m=m s b=num", "m=m s a=num s b=num", "a=num s b=num s m=m")
def _named_figures(found: Found) -> Token | None:
    numbers = [found["a"], found["b"]]
    year = next((word for word in numbers if is_year(word)), None)
    other = next((word for word in numbers if word is not year), None)
    if other is None:
        return None
    if year is None:
        if len(numbers[1].text) != 2:
            return None
        return dated(century(numbers[1].value, 2), found["m"].value, numbers[0].value)
    return dated(year.value, found["m"].value, other.value)


@DATE.rule(
    "m=m d=d y=num", "m=m the d=d y=num", "m=m d=d link y=num", "m=m comma d=d comma y=num", "m=m dot d=d y=num",
    "m=m dot d=d comma y=num", "m=m s d=d y=num", "d=d m=m y=num", "d=d of m=m y=num", "d=d m=m link y=num",
    "d=d of m=m link y=num", "d=d dot m=m y=num", "m=m the d=d link y=num", "d=d m=m dot y=num",
    "d=d m=m the y=num",
)  # fmt: skip
def _full(found: Found) -> Token | None:
    year, day = found["y"], found["d"]
    if not is_year(year) or not 1 <= _day(day) <= 31 or (year.start < day.start):
        return None
    return dated(year.value, found["m"].value, _day(day))


def _day(word: Token) -> int:
    return 2 if word.kind == "second" else int(word.value)


@DATE.rule(
    "m=m d=d", "m=m the d=d", "m=m comma d=ord", "m=m comma the d=ord", "m=m dot d=d", "d=d m=m", "d=d of m=m",
    "d=d of the m=m", "m=m s d=num", "d=num s m=m", "d=d dot m=m", "d=d in m=m",
)  # fmt: skip
def _month_day(found: Found) -> Token | None:
    day, month, after = found["d"], found["m"], found.after
    value = _day(day)
    if not 1 <= value <= 31 or (day.kind == "num" and day.text.isdigit() and len(day.text) > 2):
        return None
    if day.kind == "second" and day.start > month.start and after is not None and after.kind in ("x", "num"):
        return None
    if (
        after is not None
        and day.start > month.start
        and after.kind in ("ampm", "colon", "unit", "oclock")
        and not (after.kind == "colon" and found.peek(1) != "num")
        and day.kind == "num"
    ):
        return None
    if month.text in ("may", "march") and day.text == "word" and day.kind == "num":
        return None
    if (
        month.kind == "weakmonth"
        and month.text in ("may", "march")
        and day.start > month.start
        and day.kind == "num"
        and after is not None
        and after.kind == "noun"
    ):
        return None
    words = found.all
    if any(word.kind == "in" for word in words) and day.kind == "num":
        return None
    return yearless(month.value, value)


@DATE.rule(
    "m=m y=num", "m=m of y=num", "m=m in y=num", "m=m comma y=num", "y=num m=m", "m=m s y=num", "y=num s m=m",
    "m=m dot y=num",
)  # fmt: skip
def _month_year(found: Found) -> Token | None:
    return dated(found["y"].value, found["m"].value) if is_year(found["y"]) else None


@DATE.rule(
    "y=num nian m=num monthmark d=num hao", "y=num nian m=num monthmark d=num", "y=num nian m=num monthmark",
    "m=num monthmark d=num hao", "m=num monthmark d=num", "y=num nian of m=num monthmark d=num hao",
    "y=num nian m=num monthmark of d=num hao", "m=num monthmark of d=num hao",
    "gregorian y=num nian m=num monthmark d=num hao", "y=num s m=num monthmark d=num hao",
)  # fmt: skip
def _chinese(found: Found) -> Token | None:
    month, parts = found["m"], {word.kind: word for word in found.all}
    year, day = found.get("y"), found.get("d")
    after = found.after
    if day is not None and "hao" not in parts:
        apart = not day.glued and not day.text.isdigit()
        if apart or (
            after is not None
            and after.kind in ("unit", "measure", "noun", "dian", "times", "monthmark", "nian", "hms", "colon", "dash")
        ):
            return None
        if not day.text.isdigit() and day.value > 31:
            return None
    elif day is not None and _named_place(found):
        return None
    if not 1 <= month.value <= 12:
        return None
    if year is None:
        return yearless(month.value, day.value) if day is not None else None
    full = century(year.value, len(year.text))
    return dated(full, month.value, day.value if day is not None else 0) if len(year.text) in (2, 4) else None


def _named_place(found: Found) -> bool:
    """Whether 号 numbers a thing (3号楼, 2号线, 15号会议室) instead of a day."""
    mark = found.all[-1]
    rest = found.text[mark.end : mark.end + 3]
    return mark.text != "日" and (rest[:1] in _BUILDINGS or rest.startswith("会议室")) and bool(rest)


@DATE.rule("d=num hao")
def _day_of_month(found: Found) -> Token | None:
    day, before = found["d"], found.before
    if (
        not 1 <= day.value <= 31
        or _named_place(found)
        or (before is not None and before.kind in ("num", "dash", "dec") and before.end == day.start)
    ):
        return None
    if found.all[-1].text == "日" and found.text[day.end + 1 : day.end + 2] == "游":
        return None
    return token("date", MonthDay(0, day.value))


@DATE.rule("y=num nian", "gregorian y=num nian", "y=num nian monthmark")
def _chinese_year(found: Found) -> Token | None:
    year = found["y"]
    digits = len(year.text) if (year.text.isdigit() or not set(year.text) & set("十百千")) else 0
    if digits not in (2, 4) or (digits == 4 and not 1000 <= year.value <= 2300):
        return None
    return token("date", year_node(century(year.value, digits)))


@DATE.rule(
    "lunar m=num monthmark d=num hao", "lunar m=num monthmark d=num", "lunar m=num monthmark begin d=num",
    "lunar m=lunarmonth begin d=num", "lunar m=lunarmonth d=num", "m=lunarmonth begin d=num", "m=lunarmonth d=num",
    "lunar run m=num monthmark d=num", "lunar run m=num monthmark begin d=num", "m=num monthmark begin d=num",
    "m=lunarmonth", "lunar m=lunarmonth d=num hao", "m=lunarmonth d=num hao", "lunar m=num e=edgeunit d=num",
    "m=num e=edgeunit d=num", "lunar y=num nian m=num e=edgeunit d=num", "lunar y=num nian m=num monthmark d=num",
    "lunar y=num nian m=num monthmark begin d=num", "lunar y=num nian m=lunarmonth begin d=num",
    "lunar y=num nian m=num monthmark d=num hao", "lunar y=num nian m=lunarmonth d=num",
)  # fmt: skip
def _lunar(found: Found) -> Token | None:
    """农历八月十五, 正月初三, 腊月."""
    month, day, year = found["m"].value, found.get("d"), found.get("y")
    number = day.value if day is not None else 0
    if not 1 <= month <= 12 or not 0 <= number <= 30:
        return None
    edge = found.get("e")
    if (edge is not None and edge.text != "月初") or (
        any(word.kind in ("begin", "edgeunit") for word in found.all) and number > 10
    ):
        return None
    if not number:
        return token("date", lunar_month(month))
    leap = any(word.kind == "run" for word in found.all)
    node = lunar_node(month, number, leap=leap)
    if year is None:
        return token("date", node)
    full = century(year.value, len(year.text))
    return token("date", Relative(lambda _: [*node.rule(full), *_valid([(full, month, number)])], holiday=True))


@DATE.rule("e=era n=num nian", "e=era n=num nian m=num monthmark", "e=era n=num nian m=num monthmark d=num hao")
def _era(found: Found) -> Token | None:
    """民国三年, 康熙三年五月."""
    year = found["e"].value + found["n"].value - 1
    month, day = found.get("m"), found.get("d")
    if not 1 <= found["n"].value <= 150:
        return None
    return (
        dated(year, month.value, day.value if day is not None else 0)
        if month is not None
        else token("date", year_node(year))
    )


@DATE.rule(
    "c=num centuryword n=num nian decadeword", "n=num nian decadeword", "n=num decadeword",
    "c=num centuryword n=num decadeword",
)  # fmt: skip
def _decade(found: Found) -> Token | None:
    """十九世纪七十年代, 九十年代."""
    century_word, number = found.get("c"), found["n"].value
    base = (century_word.value - 1) * 100 if century_word is not None else 1900 if number >= 20 else 2000
    start = base + number if number < 100 else number
    if start % 10 or not 1000 <= start <= 2100:
        return None
    span = Span(year_node(start).span.start, year_node(start + 10).span.start, Grain.year)
    return token("date", Fixed(span))


_BEFORE_YEAR = frozenset(
    ("in", "since", "of", "before", "after", "by", "until", "from", "to", "and", "starting", "feast", "date", "closest")
)


@DATE.rule("n=num")
def _known_year(found: Found) -> Token | None:
    """A bare year: sure after a fitting word or alone, else only as a part of something longer."""
    number, before, after = found["n"], found.before, found.after
    spoken = number.text == "word" and number.value >= 2000
    if not 1900 <= number.value <= 2099 or not (spoken or (len(number.text) == 4 and number.text.isdigit())):
        return None
    if after is not None and after.kind in ("noun", "unit", "u1", "ampm", "measure"):
        return None
    alone = after is None and before is None
    told = before is not None and (before.kind in _BEFORE_YEAR or before.text in ("=", ">", "<", "year"))
    return token("date", year_node(number.value), weak=not (alone or told), notes=("year",))


@DATE.rule("a=num b=num")
def _spoken_year(found: Found) -> Token | None:
    first, second = found["a"], found["b"]
    if not (first.text == second.text == "word" and 17 <= first.value <= 20 and 10 <= second.value <= 99):
        return None
    before = found.before
    if second.value < 60 and not (
        before is not None and before.kind in ("in", "of", "since", "month", "date", "weakmonth", "ord")
    ):
        return None
    return token("date", year_node(first.value * 100 + second.value))
