"""Rules for days seen from now or from each other: next week, 下周三, the end of the month, in three days, two days after Christmas."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Cyclic,
    MonthDay,
    Node,
    Nth,
    Relative,
    Shifted,
    Units,
    Weekday,
    day_node,
    unit_node,
)
from assistant.understanding.times.relations import (
    edge_node,
    last_of_kind,
    next_of_kind,
    quarter_node,
    season_node,
    several,
    this_of_kind,
    weekday_in_week,
    weekend_node,
)
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.spans import DAY, Length, Scene, Span, on, shift, unit_span
from assistant.understanding.times.tokens import Token

RELATIVE = Pass(
    {
        "w": "weekday weakday",
        "m": "month weakmonth",
        "u": "unit nian monthmark quarter",
        "mod": "next this last coming following next2 last2 qian past",
        "edge": "begin end mid early late",
        "of_": "of in",
        "back": "ago qian",
        "on_": "later hou",
        "n": "num ord second",
    }
)
_OFFSETS = {
    "next": 1,
    "this": 0,
    "last": -1,
    "coming": 1,
    "following": 1,
    "next2": 2,
    "last2": -2,
    "qian": -1,
    "past": -1,
}


def dated(node: Node, *, weak: bool = False, notes: tuple[str, ...] = ()) -> Token:
    """Return a date token for a node."""
    return token("date", node, weak=weak, notes=notes)


_OUTER = frozenset(("month", "weakmonth", "date", "the", "this", "next", "last", "relyear", "num", "slash"))


def _counts_inside(found: Found) -> bool:
    """Whether "last" counts inside something longer: the last week of July."""
    return found["m"].kind == "last" and found.peek(0) in ("of", "in") and found.peek(1) in _OUTER


def _offset(word: Token) -> int:
    return 2 if word.text.startswith("下下") else -2 if word.text.startswith("上上") else _OFFSETS[word.kind]


@RELATIVE.rule("r=rel", "the r=rel")
def _day(found: Found) -> Token | None:
    weak = found["r"].text in ("the day", "第二天", "次日", "翌日", "当天")
    return dated(day_node(found["r"].value), weak=weak and found["r"].text != "the day" and False)


@RELATIVE.rule("now", "asap")
def _now(found: Found) -> Token | None:
    node = Relative(lambda scene: [Span(scene.now, scene.now, Grain.second, scene.real)], Grain.second)
    return dated(node, notes=("instant",))


@RELATIVE.rule("m=mod u=u", "the m=mod u=u", "m=mod measure u=u", "m=mod x=x u=u", "the m=mod x=x u=u")
def _unit(found: Found) -> Token | None:
    unit, mod = unit_of(found["u"]), found["m"]
    filler = found.get("x")
    if unit is None or (filler is not None and filler.text != "calendar") or _counts_inside(found):
        return None
    if mod.kind == "last" and found.before is not None and found.before.kind in ("ord", "second"):
        return None
    grain, factor = unit
    if (
        grain in (Grain.second, Grain.minute)
        or (mod.kind == "qian" and found["u"].kind == "monthmark")
        or (mod.text == "上" and found["u"].text in ("天", "秒", "分钟"))
    ):
        return None
    offset = _offset(mod)
    if grain is Grain.hour:
        return dated(several(Grain.hour, 1, offset)) if offset else None
    if factor != 1:
        return dated(several(grain, factor, offset)) if offset else None
    if mod.text == "past" and found.all[0].kind != "the":
        return dated(unit_node(grain, -1))
    return dated(unit_node(grain, offset))


@RELATIVE.rule("u=unit after next", "the u=unit after next")
def _after_next(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    return dated(unit_node(unit[0], 2)) if unit and unit[1] == 1 else None


@RELATIVE.rule("for the u=unit")
def _for_the_day(found: Found) -> Token | None:
    return dated(day_node(0)) if found["u"].text == "day" and found.peek(0) in ("", "dot", "comma") else None


@RELATIVE.rule("the u=unit", "in the u=unit")
def _the_unit(found: Found) -> Token | None:
    unit, before = unit_of(found["u"]), found.before
    if (
        found["u"].text not in ("week", "month", "year", "day")
        or unit is None
        or (before is not None and before.kind == "at")
    ):
        return None
    if found.peek(0) in ("num", "of", "starting", "after", "before"):
        return None
    return dated(unit_node(unit[0], 0), weak=True)


@RELATIVE.rule(
    "m=mod x=len",
    "the m=mod x=len",
    "m=tou x=len",
    "m=future x=len",
    "m=hou x=len",
    "m=within x=len",
    "m=future of x=len",
    "x=len inner",
    "m=mod few_=few u=u",
    "in x=len inner",
)
def _several(found: Found) -> Token | None:
    mod = found.get("m")
    few = found.get("few_")
    length = found["x"].value if few is None else None
    before = found.before
    if mod is not None and mod.kind == "qian" and before is not None and length is not None:
        if before.kind in ("feast", "date") or (length.seconds and before.kind == "x" and before.end == mod.start):
            return None
    count, grain = (few.value, (unit_of(found["u"]) or (Grain.day, 1))[0]) if few is not None else _count(length)
    if mod is None or mod.kind == "within":
        text = mod.text if mod is not None else ""
        if text != "in the next":
            return dated(_within(length)) if length is not None else None
    if count <= 0:
        return None
    sign = {"tou": -1, "future": 1, "hou": 1, "within": 1}.get(mod.kind if mod else "", 0) or (
        _offset(mod) if mod else 1
    )
    return dated(several(grain, count, sign)) if sign else None


def _count(length: Length | None) -> tuple[int, Grain]:
    if length is None:
        return 0, Grain.day
    grain = length.grain
    per = {Grain.week: 7, Grain.quarter: 3, Grain.year: 12, Grain.minute: 60, Grain.hour: 3600}.get(grain, 1)
    amount = length.months if length.months else length.days if length.days else length.seconds
    return (int(amount // per), grain) if amount % per == 0 else (0, grain)


def _within(length: Length) -> Relative:
    def readings(scene: Scene) -> list[Span]:
        end = Shifted(length, 1).picks(scene)[0].start
        real_end = end if length.seconds else on(end.date())
        return [Span(scene.now, real_end, Grain.second)]

    return Relative(readings, Grain.second)


@RELATIVE.rule("n=num m=coming u=u")
def _upcoming(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    return dated(several(unit[0], found["n"].value, 1)) if unit and 0 < found["n"].value < 500 else None


@RELATIVE.rule("w=w", "w=w dot")
def _weekday(found: Found) -> Token | None:
    word, before, after = found["w"], found.before, found.after
    weak = word.kind == "weakday"
    if len(found.all) == 2 and (
        len(word.text) > 4
        or (after is None and found.before is not None and before is not None and before.kind == "x" and weak)
    ):
        return None
    near = (
        before is not None
        and before.kind
        in (
            "on",
            "by",
            "until",
            "from",
            "to",
            "before",
            "after",
            "and",
            "or",
            "since",
            "rel",
            "date",
            "comma",
            "between",
            "clock",
            "num",
            "dash",
            "starting",
            "open",
            "weekday",
            "next",
            "this",
            "ord",
        )
    ) or (
        after is not None
        and after.kind
        in ("clock", "at", "part", "dash", "num", "ord", "month", "comma", "date", "from", "hms", "to", "close")
    )
    alone = before is None and after is None
    return dated(Weekday(word.value), weak=weak and not near and not alone, notes=("weekday",))


@RELATIVE.rule("m=mod w=w", "the m=mod w=w", "m=mod measure w=w", "on the m=mod w=w", "u=unit of w=w")
def _mod_weekday(found: Found) -> Token | None:
    mod = found.get("m")
    if mod is None or _counts_inside(found):
        return None
    day, offset = found["w"].value, _offset(mod)
    chinese = not mod.text.isascii()
    if mod.kind == "coming":
        return dated(Weekday(day))
    if mod.kind == "this":
        return dated(weekday_in_week(day, 0, chinese) if chinese else Weekday(day))
    if offset == -1:
        return dated(weekday_in_week(day, -1, chinese))
    return dated(weekday_in_week(day, offset, chinese))


@RELATIVE.rule("w=w after next", "the w=w after next")
def _weekday_after_next(found: Found) -> Token | None:
    return dated(weekday_in_week(found["w"].value, 2, False))


@RELATIVE.rule(
    "w=w m=mod u=unit",
    "w=w of m=mod u=unit",
    "w=w of the m=mod u=unit",
    "w=w the m=mod u=unit",
    "m=mod u=unit w=w",
    "m=mod u=unit on w=w",
    "m=mod u=unit dash w=w",
    "m=mod u=unit of w=w",
    "m=mod u=unit comma w=w",
)
def _weekday_of_week(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    if unit != (Grain.week, 1):
        return None
    day, offset = found["w"].value, _offset(found["m"])
    if found["m"].text == "coming":
        offset = 1
    return dated(Relative(lambda scene: [_in_week(scene, day, offset)]))


def _in_week(scene: Scene, day: int, offset: int) -> Span:
    week = unit_span(scene.now, Grain.week, offset)
    return next(iter(Weekday(day).between(week.start, week.end)))


@RELATIVE.rule(
    "w=w x=len from rel",
    "w=w u=unit from rel",
    "w=w a week_=unit from rel",
    "l=len on w=w",
    "l=len from w=w",
    "w=w week_=unit",
    "rel week_=unit",
)
def _week_later(found: Found) -> Token | None:
    """A week on Tuesday, Tuesday week, a week from Friday."""
    length = found.get("l")
    if length is not None:
        weeks = length.value
        told = (
            weeks.grain is Grain.week
            and not weeks.seconds
            and not weeks.months
            and (found.before is None or found.before.kind != "for")
        )
        return dated(Shifted(weeks, 1, Weekday(found["w"].value))) if told else None
    week = found.get("week_")
    if week is None or unit_of(week) != (Grain.week, 1) or week.text != "week":
        return None
    if found.all[0].kind == "rel":
        return dated(day_node(found.all[0].value + 7))
    after = found.after
    if found.all[0].kind != "a" and after is not None and after.kind in ("x", "num"):
        return None
    return dated(Shifted(Length(days=7), 1, Weekday(found["w"].value)))


@RELATIVE.rule("m=mod x=m", "the m=mod x=m")
def _mod_month(found: Found) -> Token | None:
    node, mod = MonthDay(found["x"].value, 0), found["m"]
    if mod.kind in ("this", "coming"):
        return dated(this_of_kind(node) if mod.kind == "this" else next_of_kind(node))
    return dated(last_of_kind(node) if _offset(mod) < 0 else next_of_kind(node))


@RELATIVE.rule(
    "x=m",
    "p=in x=m",
    "edge=early x=m",
    "edge=late x=m",
    "edge=mid x=m",
    "edge=mid dash x=m",
    "x=m edge=end",
    "x=m edge=mid",
    "x=m edge=begin",
)
def _month(found: Found) -> Token | None:
    month, before, after = found["x"], found.before, found.after
    edge = found.get("edge")
    node = MonthDay(month.value, 0)
    if edge is not None:
        if edge.text.isascii() and edge.start > month.start:
            return None
        return dated(
            edge_node({"early": "begin", "late": "end", "mid": "mid"}.get(edge.kind, edge.kind), node, Grain.month)
        )
    told = found.get("p") is not None or (
        before is not None
        and before.kind
        in (
            "of",
            "since",
            "by",
            "until",
            "from",
            "to",
            "before",
            "after",
            "between",
            "starting",
            "ord",
            "dash",
            "edge",
            "end",
            "begin",
            "next",
            "on",
        )
        and (month.text not in ("may", "march") or before.kind != "to")
    )
    alone = before is None and after is None
    if month.kind == "weakmonth" and not told and not alone:
        return (
            dated(node, weak=True)
            if after is not None
            and after.kind in ("to", "dash", "and", "date", "num", "in", "relyear")
            and not (month.text == "may" and after.kind == "to")
            else None
        )
    if after is not None and after.text == "be" and month.text == "may":
        return None
    return dated(node)


@RELATIVE.rule(
    "n=num k=monthmark",
    "y=relyear n=num k=monthmark",
    "n=num k=monthmark e=end",
    "n=num k=monthmark e=begin",
    "n=num k=monthmark e=mid",
    "n=num e=edgeunit",
    "y=relyear n=num k=monthmark e=end",
    "y=relyear n=num e=edgeunit",
    "n=num k=monthmark e=decad",
    "y=relyear of n=num k=monthmark",
    "m=mod nian n=num k=monthmark",
)
def _chinese_month(found: Found) -> Token | None:
    number, year, mark, mod = found["n"], found.get("y"), found.get("e"), found.get("m")
    if not 1 <= number.value <= 12 or (found.before is not None and found.before.kind in ("every", "ge")):
        return None
    node: Node = MonthDay(number.value, 0)
    offset = year.value if year is not None else _offset(mod) if mod is not None else None
    if offset is not None:
        node = _month_of_year(offset, number.value)
    if mark is None:
        return dated(node)
    if mark.kind == "decad":
        return dated(edge_node(("begin", "mid", "end")[mark.value], node, Grain.month, thirds=True))
    name = mark.value[0] if mark.kind == "edgeunit" else mark.kind
    if mark.kind == "edgeunit" and mark.value[1] is not Grain.month:
        return None
    return dated(edge_node(name, node, Grain.month))


def _month_of_year(offset: int, month: int, day: int = 0) -> Relative:
    def readings(scene: Scene) -> list[Span]:
        year = unit_span(scene.now, Grain.year, offset)
        return MonthDay(month, day).between(year.start, year.end)

    return Relative(readings, Grain.day if day else Grain.month)


@RELATIVE.rule("y=relyear", "m=this u=nian")
def _relative_year(found: Found) -> Token | None:
    year = found.get("y")
    return dated(unit_node(Grain.year, year.value if year is not None else 0))


@RELATIVE.rule(
    "y=relyear n=num monthmark d=num hao",
    "y=relyear d=date",
    "y=relyear of d=date",
    "y=relyear f=feast",
    "y=relyear of f=feast",
)
def _relative_year_day(found: Found) -> Token | None:
    date, feast, offset = found.get("d"), found.get("f"), found["y"].value
    node: object = date.value if date is not None else feast.value if feast is not None else None
    if node is None:
        return (
            dated(_month_of_year(offset, found["n"].value, found["d"].value)) if 1 <= found["n"].value <= 12 else None
        )
    if not isinstance(node, Cyclic) or isinstance(node, Weekday):
        return None
    cyclic = node

    def readings(scene: Scene) -> list[Span]:
        year = unit_span(scene.now, Grain.year, offset)
        spans = cyclic.between(year.start, year.end)
        return [*spans, *(other for span in spans for other in cyclic.others(span))]

    return dated(Relative(readings, cyclic.grain, holiday=cyclic.holiday))


@RELATIVE.rule(
    "m=mod u=u d=date", "m=mod u=u of d=date", "n=n of the m=mod u=u", "n=n of m=mod u=u", "the n=n of m=mod u=u", "the n=n of the m=mod u=u",
    "the n=n of the u=u", "the n=n of u=u", "n=n day_=unit of the m=mod u=u", "n=n day_=unit of m=mod u=u", "the n=n day_=unit of m=mod u=u", "the n=n day_=unit of the u=u", "the n=n day_=unit of the m=mod u=u", "m=mod measure u=u d=date",
)  # fmt: skip
def _day_of_unit(found: Found) -> Token | None:
    """20th of next month, 下个月20号."""
    unit, mod = unit_of(found["u"]), found.get("m")
    date, number, day = found.get("d"), found.get("n"), found.get("day_")
    if unit is None or unit[1] != 1 or (day is not None and unit_of(day) != (Grain.day, 1)):
        return None
    offset = _offset(mod) if mod is not None else 0
    if unit[0] is Grain.month:
        wanted = (
            date.value.day
            if date is not None and isinstance(date.value, MonthDay) and not date.value.month
            else 2
            if number is not None and number.kind == "second"
            else number.value
            if number is not None
            else 0
        )
        if not isinstance(wanted, int) or not 1 <= wanted <= 31:
            return None
        node = MonthDay(0, wanted)
    elif unit[0] is Grain.year and date is not None and isinstance(date.value, MonthDay) and date.value.month:
        node = date.value
    else:
        return None

    def readings(scene: Scene) -> list[Span]:
        span = unit_span(scene.now, unit[0], offset)
        return node.between(span.start, span.end)

    return dated(Relative(readings, Grain.day if node.day else Grain.month))


@RELATIVE.rule("the n=ord", "on the n=ord", "on n=ord", "by the n=ord", "n=ord")
def _ordinal_day(found: Found) -> Token | None:
    """The 15th; words like "first" need "on the" and nothing that makes them an ordinary number."""
    number, before, after = found["n"], found.before, found.after
    words = found.all
    digits = number.text[:1].isdigit()
    if not 1 <= number.value <= 31 or number.text == "第" or words[0].kind == "by":
        return None
    if (
        after is not None
        and after.kind
        in (
            "x",
            "unit",
            "noun",
            "weekday",
            "weakday",
            "workday",
            "weekend",
            "quarter",
            "of",
            "closest",
            "number",
            "last",
            "lastone",
            "num",
            "month",
            "season",
            "time",
            "part",
            "word",
            "measure",
            "feast",
            "times",
            "half",
            "second",
        )
        and not (digits and after.kind == "x" and words[0].kind == "on")
    ):
        return None
    anchored = before is not None and before.kind in (
        "weekday",
        "weakday",
        "to",
        "dash",
        "from",
        "between",
        "and",
        "on",
        "until",
        "by",
    )
    if not digits and words[0].kind != "on" and not anchored:
        return None
    weak = words[0].kind == "ord" and not anchored
    return dated(MonthDay(0, number.value), weak=weak and not digits)


@RELATIVE.rule(
    "w=weekend",
    "m=mod w=weekend",
    "the w=weekend",
    "the m=mod w=weekend",
    "m=mod measure w=weekend",
    "w=weekend after next",
    "the w=weekend after next",
)
def _weekend(found: Found) -> Token | None:
    mod, words = found.get("m"), found.all
    before = found.before
    if (mod is not None and _counts_inside(found)) or (
        before is not None and before.kind in ("last", "ord", "second") and found.peek(0) in ("of", "in")
    ):
        return None
    offset = 2 if words[-1].kind == "next" else _offset(mod) if mod is not None else 0
    coming = mod is not None and mod.kind == "coming"
    return dated(weekend_node(0 if coming else offset))


@RELATIVE.rule(
    "s=season",
    "m=mod s=season",
    "the m=mod s=season",
    "the s=season",
    "in s=season",
    "in the s=season",
    "m=mod s=seasonword",
)
def _season(found: Found) -> Token | None:
    mod, season = found.get("m"), found["s"]
    offset = _offset(mod) if mod is not None else 0
    if season.kind == "seasonword":
        return dated(season_node(None, offset))
    cyclic = season_node(season.value, 0)
    weak = (
        found.all[0].kind == "season" and season.text.isascii() and not (found.before is None and found.after is None)
    )
    if mod is None or not isinstance(cyclic, Cyclic):
        return dated(cyclic, weak=weak)
    return dated(
        this_of_kind(cyclic, near=True) if offset == 0 else last_of_kind(cyclic) if offset < 0 else next_of_kind(cyclic)
    )


@RELATIVE.rule(
    "q=quarterno",
    "n=n q=quarter",
    "the n=n q=quarter",
    "n=n q=u",
    "the n=n q=unit",
    "second q=quarter",
    "second q=unit",
    "the second q=quarter",
)
def _quarter(found: Found) -> Token | None:
    number, word = found.get("n"), found["q"]
    if word.kind == "quarterno":
        noun = (
            found.after is not None
            and found.after.kind == "x"
            and found.before is not None
            and found.before.kind in ("x", "the", "a")
        )
        return dated(quarter_node(word.value), weak=noun)
    unit = unit_of(word)
    value = 2 if number is None or number.kind == "second" else number.value
    if (
        unit is None
        or unit[0] is not Grain.quarter
        or not 1 <= value <= 4
        or (number is not None and number.kind == "num")
    ):
        return None
    return dated(quarter_node(value))


@RELATIVE.rule(
    "n=n q=quarter y=date",
    "n=n q=unit y=date",
    "the n=n q=quarter of y=date",
    "n=n q=quarter of y=date",
    "q=quarterno y=date",
    "y=date q=quarterno",
    "q=quarterno of_ y=date",
    "y=date n=n q=unit",
    "the n=n q=unit of y=date",
    "n=n q=quarter in y=date",
    "y=date of n=n q=unit",
    "q=quarterno dash y=date",
    "y=date dash q=quarterno",
    "q=quarterno slashmark y=date",
)
def _quarter_of_year(found: Found) -> Token | None:
    number, word, year = found.get("n"), found["q"], found["y"].value
    unit = unit_of(word) if word.kind != "quarterno" else (Grain.quarter, 1)
    if (
        unit is None
        or unit[0] is not Grain.quarter
        or year.grain is not Grain.year
        or (number is not None and number.kind == "num")
    ):
        return None
    value = word.value if number is None else 2 if number.kind == "second" else number.value
    return dated(Nth(value, Units(Grain.quarter), year)) if isinstance(value, int) and 1 <= value <= 4 else None


@RELATIVE.rule("x=len back_=back", "x=len back_=ago", "a u=unit back_=ago")
def _ago(found: Found) -> Token | None:
    length = found.get("x")
    after = found.after
    if length is None:
        return None
    if found["back_"].text in ("之前", "以前") and length.value.seconds and after is not None and after.kind == "x":
        return None
    return dated(Shifted(length.value, -1), notes=("length",))


@RELATIVE.rule(
    "in x=len",
    "in approx x=len",
    "x=len on_=on_",
    "in x=len on_=later",
    "also x=len",
    "also x=len hou",
    "in the x=len",
    "x=len approx on_=hou",
    "approx x=len on_=on_",
    "also approx x=len",
    "x=len from rel",
    "in x=len from rel",
)
def _later(found: Found) -> Token | None:
    words = found.all
    if words[0].kind == "in" and words[0].text == "during":
        return None
    if words[-1].kind == "rel":
        return dated(Shifted(found["x"].value, 1, day_node(words[-1].value)))
    if words[0].text == "过" and words[-1].kind == "len" and found.before is not None and found.before.kind in ("x",):
        return None
    return dated(Shifted(found["x"].value, 1), notes=("length",))


@RELATIVE.rule("in n=num", "in n=num more")
def _in_minutes(found: Found) -> Token | None:
    """ "in 15" counts minutes when nothing follows."""
    number = found["n"]
    if found.after is not None or not number.text.isdigit() or not 0 < number.value <= 120 or found.before is not None:
        return None
    return dated(Shifted(Length(seconds=60 * number.value, grain=Grain.minute), 1))


@RELATIVE.rule("n=num w=weekdays back_=ago", "n=num w=weekdays later", "n=num w=weekdays on_=later")
def _weekdays_away(found: Found) -> Token | None:
    number, day = found["n"].value, found["w"].value
    if not 0 < number < 200:
        return None
    ago = any(word.kind == "ago" for word in found.all)

    def readings(scene: Scene) -> list[Span]:
        pool = Weekday(day).back(scene.today) if ago else Weekday(day).ahead(scene.today)
        spans = [next(pool, None) for _ in range(number + 1)]
        first, second = spans[number - 1], spans[number]
        return [span for span in (first, second) if span is not None]

    return dated(Relative(readings))


@RELATIVE.rule("f=feast w=weekend", "the f=feast w=weekend", "m=mod f=feast w=weekend", "f=feast of? w=weekend")
def _feast_weekend(found: Found) -> Token | None:
    """Labor Day weekend: from Friday evening to the end of a Monday holiday, else the nearest weekend."""
    node = found["f"].value
    if not isinstance(node, Cyclic):
        return None

    def readings(scene: Scene) -> list[Span]:
        out = []
        for span in node.picks(scene)[:2]:
            day = span.start.weekday()
            saturday = span.start - DAY * ((day + 2) % 7 if day < 3 else day - 5)
            end = span.end if day == 0 else saturday + 2 * DAY
            out += [Span(saturday, end, Grain.day), Span(saturday - DAY / 4, end, Grain.hour)]
        return out

    return dated(Relative(readings, holiday=True))


@RELATIVE.rule("f=feast", "the f=feast", "m=mod f=feast", "the m=mod f=feast", "m=mod measure f=feast")
def _feast(found: Found) -> Token | None:
    node, mod = found["f"].value, found.get("m")
    if mod is None or mod.kind == "coming" or not isinstance(node, Cyclic):
        return dated(node)
    offset = _offset(mod)
    return dated(last_of_kind(node) if offset < 0 else next_of_kind(node) if offset else this_of_kind(node, near=True))


@RELATIVE.rule("h=halfyear", "y=relyear h=halfyear", "y=date h=halfyear", "y=relyear of h=halfyear")
def _half_year(found: Found) -> Token | None:
    """下半年, 明年上半年, 2027年下半年."""
    year, half = found.get("y"), found["h"].value
    node: Node = unit_node(Grain.year, 0) if year is None else year.value if year.kind == "date" else unit_node(Grain.year, year.value)
    if node.grain is not Grain.year:
        return None

    def readings(scene: Scene) -> list[Span]:
        starts = [shift(span.start, Length(months=6 * half)) for span in node.picks(scene)]
        return [Span(start, shift(start, Length(months=6)), Grain.month) for start in starts]

    return dated(Relative(readings, Grain.month))
