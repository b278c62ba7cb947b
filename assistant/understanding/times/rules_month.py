"""Rules for months, quarters, seasons and years: in March, 明年九月, the second quarter of 2027, last winter."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Cyclic,
    MonthDay,
    Node,
    Nth,
    Relative,
    Units,
    Weekday,
    unit_node,
)
from assistant.understanding.times.relations import (
    edge_node,
    last_of_kind,
    next_of_kind,
    quarter_node,
    season_node,
    this_of_kind,
)
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.rules_relative import RELATIVE, dated, offset_of
from assistant.understanding.times.spans import Length, Scene, Span, shift, unit_span
from assistant.understanding.times.tokens import Token


@RELATIVE.rule("m=mod x=m", "the m=mod x=m")
def _mod_month(found: Found) -> Token | None:
    node, mod = MonthDay(found["x"].value, 0), found["m"]
    if mod.kind in ("this", "coming"):
        return dated(this_of_kind(node) if mod.kind == "this" else next_of_kind(node))
    return dated(last_of_kind(node) if offset_of(mod) < 0 else next_of_kind(node))


@RELATIVE.rule(
    "x=m", "p=in x=m", "edge=early x=m", "edge=late x=m", "edge=mid x=m", "edge=mid dash x=m", "x=m edge=end",
    "x=m edge=mid", "x=m edge=begin",
)  # fmt: skip
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
    "n=num k=monthmark", "y=relyear n=num k=monthmark", "n=num k=monthmark e=end", "n=num k=monthmark e=begin",
    "n=num k=monthmark e=mid", "n=num e=edgeunit", "y=relyear n=num k=monthmark e=end",
    "y=relyear n=num e=edgeunit", "n=num k=monthmark e=decad", "y=relyear of n=num k=monthmark",
    "m=mod nian n=num k=monthmark",
)  # fmt: skip
def _chinese_month(found: Found) -> Token | None:
    number, year, mark, mod = found["n"], found.get("y"), found.get("e"), found.get("m")
    if not 1 <= number.value <= 12 or (found.before is not None and found.before.kind in ("every", "ge")):
        return None
    node: Node = MonthDay(number.value, 0)
    offset = year.value if year is not None else offset_of(mod) if mod is not None else None
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
    "y=relyear n=num monthmark d=num hao", "y=relyear d=date", "y=relyear of d=date", "y=relyear f=feast",
    "y=relyear of f=feast",
)  # fmt: skip
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
    "m=mod u=u d=date", "m=mod u=u of d=date", "n=n of the m=mod u=u", "n=n of m=mod u=u", "the n=n of m=mod u=u",
    "the n=n of the m=mod u=u", "the n=n of the u=u", "the n=n of u=u", "n=n day_=unit of the m=mod u=u",
    "n=n day_=unit of m=mod u=u", "the n=n day_=unit of m=mod u=u", "the n=n day_=unit of the u=u",
    "the n=n day_=unit of the m=mod u=u", "m=mod measure u=u d=date",
)  # fmt: skip
def _day_of_unit(found: Found) -> Token | None:
    """20th of next month, 下个月20号."""
    unit, mod = unit_of(found["u"]), found.get("m")
    date, number, day = found.get("d"), found.get("n"), found.get("day_")
    if unit is None or unit[1] != 1 or (day is not None and unit_of(day) != (Grain.day, 1)):
        return None
    offset = offset_of(mod) if mod is not None else 0
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


@RELATIVE.rule(
    "s=season", "m=mod s=season", "the m=mod s=season", "the s=season", "in s=season", "in the s=season",
    "m=mod s=seasonword",
)  # fmt: skip
def _season(found: Found) -> Token | None:
    mod, season = found.get("m"), found["s"]
    offset = offset_of(mod) if mod is not None else 0
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
    "q=quarterno", "n=n q=quarter", "the n=n q=quarter", "n=n q=u", "the n=n q=unit", "second q=quarter",
    "second q=unit", "the second q=quarter",
)  # fmt: skip
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
    "n=n q=quarter y=date", "n=n q=unit y=date", "the n=n q=quarter of y=date", "n=n q=quarter of y=date",
    "q=quarterno y=date", "y=date q=quarterno", "q=quarterno of_ y=date", "y=date n=n q=unit",
    "the n=n q=unit of y=date", "n=n q=quarter in y=date", "y=date of n=n q=unit", "q=quarterno dash y=date",
    "y=date dash q=quarterno", "q=quarterno slashmark y=date",
)  # fmt: skip
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


@RELATIVE.rule("h=halfyear", "y=relyear h=halfyear", "y=date h=halfyear", "y=relyear of h=halfyear")
def _half_year(found: Found) -> Token | None:
    """下半年, 明年上半年, 2027年下半年."""
    year, half = found.get("y"), found["h"].value
    node: Node = (
        unit_node(Grain.year, 0)
        if year is None
        else year.value
        if year.kind == "date"
        else unit_node(Grain.year, year.value)
    )
    if node.grain is not Grain.year:
        return None

    def readings(scene: Scene) -> list[Span]:
        starts = [shift(span.start, Length(months=6 * half)) for span in node.picks(scene)]
        return [Span(start, shift(start, Length(months=6)), Grain.month) for start in starts]

    return dated(Relative(readings, Grain.month))
