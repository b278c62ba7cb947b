"""Rules for days and units seen from now: tomorrow, next week, the next three days, in two hours, 三天后."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Daily,
    Node,
    Relative,
    Shifted,
    day_node,
    unit_node,
)
from assistant.understanding.times.relations import (
    several,
)
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.spans import DAY, Length, Scene, Span, on
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


def counts_inside(found: Found) -> bool:
    """Whether "last" counts inside something longer: the last week of July."""
    return found["m"].kind == "last" and found.peek(0) in ("of", "in") and found.peek(1) in _OUTER


def offset_of(word: Token) -> int:
    return 2 if word.text.startswith("下下") else -2 if word.text.startswith("上上") else _OFFSETS[word.kind]


@RELATIVE.rule("r=rel", "the r=rel")
def _day(found: Found) -> Token | None:
    return dated(day_node(found["r"].value), notes=("near",) if found["r"].text.isascii() else ())


@RELATIVE.rule("now", "asap")
def _now(_: Found) -> Token | None:
    node = Relative(lambda scene: [Span(scene.now, scene.now, Grain.second, scene.real)], Grain.second)
    return dated(node, notes=("instant",))


@RELATIVE.rule("m=mod u=u", "the m=mod u=u", "m=mod measure u=u", "m=mod x=x u=u", "the m=mod x=x u=u")
def _unit(found: Found) -> Token | None:
    unit, mod = unit_of(found["u"]), found["m"]
    filler = found.get("x")
    if unit is None or (filler is not None and filler.text != "calendar") or counts_inside(found):
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
    offset = offset_of(mod)
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


_INNER = frozenset(("weekday", "weakday", "workday", "unit"))
"""Days that are counted inside a month: "the first Tuesday of the month"."""


@RELATIVE.rule("the u=unit", "in the u=unit")
def _the_unit(found: Found) -> Token | None:
    unit, before = unit_of(found["u"]), found.before
    if (
        found["u"].text not in ("week", "month", "year", "day")
        or unit is None
        or (before is not None and before.kind == "at")
    ):
        return None
    counted = before is not None and before.kind == "of" and found.kind_before(2) in _INNER
    if counted or found.peek(0) in ("num", "of", "starting", "after", "before"):
        return None
    return dated(unit_node(unit[0], 0), weak=True)


@RELATIVE.rule(
    "m=mod x=len", "the m=mod x=len", "m=tou x=len", "m=future x=len", "m=hou x=len", "m=within x=len",
    "m=future of x=len", "x=len inner", "m=mod few_=few u=u", "in x=len inner",
)  # fmt: skip
def _several(found: Found) -> Token | None:
    mod = found.get("m")
    few = found.get("few_")
    length = found["x"].value if few is None else None
    before = found.before
    if (
        mod is not None
        and mod.kind in ("qian", "hou")
        and before is not None
        and length is not None
        and _hangs_on(before, mod, length)
    ):
        return None
    count, grain = (few.value, (unit_of(found["u"]) or (Grain.day, 1))[0]) if few is not None else _count(length)
    if mod is None or mod.kind == "within":
        text = mod.text if mod is not None else ""
        if text != "in the next":
            return dated(_within(length)) if length is not None else None
    if count <= 0:
        return None
    sign = {"tou": -1, "future": 1, "hou": 1, "within": 1}.get(mod.kind if mod else "", 0) or (
        offset_of(mod) if mod else 1
    )
    return dated(several(grain, count, sign)) if sign else None


_NEXT_DAY = frozenset(("第二天", "次日", "翌日"))


@RELATIVE.rule("d=feast of? n=rel", "d=feast hou of? n=rel")
def _day_after(found: Found) -> Token | None:
    """中秋节第二天, 清明节后的次日."""
    return dated(Shifted(Length(days=1), 1, found["d"].value)) if found["n"].text in _NEXT_DAY else None


def _hangs_on(before: Token, mod: Token, length: Length) -> bool:
    """Whether 前三天 belongs to what stands in front of it: 春节前三天, 会议前十分钟, 清明节后两天."""
    if mod.kind == "hou":
        return before.kind == "feast" and not length.seconds
    return before.kind in ("feast", "date") or bool(length.seconds and before.kind == "x" and before.end == mod.start)


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


@RELATIVE.rule("x=len back_=back", "x=len back_=ago", "a u=unit back_=ago")
def _ago(found: Found) -> Token | None:
    length = found.get("x")
    after = found.after
    if length is None or (length.value.seconds and found.peek(0) == "remind"):
        return None
    if found["back_"].text in ("之前", "以前") and length.value.seconds and after is not None and after.kind == "x":
        return None
    return dated(Shifted(length.value, -1), notes=("length",))


@RELATIVE.rule(
    "in x=len", "in approx x=len", "x=len on_=on_", "in x=len on_=later", "also x=len", "also x=len hou",
    "in the x=len", "x=len approx on_=hou", "approx x=len on_=on_", "also approx x=len", "x=len from rel",
    "in x=len from rel", "in x=len quote time", "in x=len time",
)  # fmt: skip
def _later(found: Found) -> Token | None:
    words = found.all
    if words[0].kind == "in" and words[0].text == "during":
        return None
    if words[-1].kind == "rel":
        return dated(Shifted(found["x"].value, 1, day_node(words[-1].value)))
    if words[0].text == "过" and words[-1].kind == "len" and found.before is not None and found.before.kind in ("x",):
        return None
    return dated(Shifted(found["x"].value, 1), notes=("length",))


@RELATIVE.rule("in n=num workdays", "n=num workdays later", "within n=num workdays")
def _workdays_on(found: Found) -> Token | None:
    """In three working days."""
    number = found["n"].value
    if not 0 < number < 200:
        return None

    def readings(scene: Scene) -> list[Span]:
        days = Daily(frozenset(range(5))).ahead(scene.today + DAY)
        return [span for _, span in zip(range(number), days, strict=False)][-1:]

    return dated(Relative(readings))


@RELATIVE.rule("in n=num", "in n=num more")
def _in_minutes(found: Found) -> Token | None:
    """A number alone ("in 15", "remind me in 20 to …") counts minutes when nothing else is counted."""
    number, before, after = found["n"], found.before, found.after
    told = (
        before is not None
        and before.text in ("me", "nudge", "shout", "poke", "ping", "reminder", "alarm", "timer")
        and (after is None or after.kind in ("to", "comma", "dot") or after.text in ("about", "for", "that"))
    )
    alone = before is None and after is None and number.text.isdigit()
    if not (told or alone) or not 0 < number.value <= 120:
        return None
    return dated(Shifted(Length(seconds=60 * number.value, grain=Grain.minute), 1))
