"""Rules for days counted inside or away from others: the third Thursday of next month, 春节前三天, week 45."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Cyclic,
    Daily,
    Fixed,
    Node,
    Nth,
    Relative,
    Shifted,
    Units,
    Weekday,
    day_node,
    unit_node,
)
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.rules_relative import dated
from assistant.understanding.times.spans import DAY, Length, Scene, Span, floor, unit_span, wall
from assistant.understanding.times.tokens import Token

WITHIN = Pass(
    {
        "n": "ord second last lastone",
        "u": "unit nian monthmark quarter",
        "i": "unit workday weekend",
        "of_": "of in",
        "edge": "begin end mid early late later",
        "d": "date feast",
        "close_": "comma the on of",
    }
)


_WORKDAYS = frozenset(range(5))


_LAST_UNITS: dict[Length, Cyclic] = {
    Length(days=1): Daily(frozenset(range(7))),
    Length(days=7, grain=Grain.week): Units(Grain.week),
}


_LONG = frozenset((Grain.week, Grain.month, Grain.quarter, Grain.year))


def _inner(word: Token) -> Cyclic | None:
    """What can be counted inside a month or year."""
    if word.kind == "workday":
        return Daily(_WORKDAYS)
    if word.kind == "weekend":
        return Daily(frozenset((5,)), 2)
    if word.kind == "date":
        return word.value if isinstance(word.value, Weekday) else None
    unit = unit_of(word)
    if unit is None or unit[1] != 1 or unit[0] not in (Grain.day, Grain.week, Grain.month, Grain.quarter):
        return None
    return Daily(frozenset(range(7))) if unit[0] is Grain.day else Units(unit[0])


def _number(word: Token) -> int:
    return {"second": 2, "last": -1, "lastone": -1}.get(word.kind, 0) or int(word.value)


def _counted(found: Found, number: int) -> Token | None:
    outer = found.get("o")
    inner_word = found.get("i") or found.get("w") or found["d"]
    inner = _inner(inner_word)
    if inner is None or not -366 <= number <= 366 or not number:
        return None
    node: Node | None = outer.value if outer is not None else None
    if node is None:
        unit = unit_of(found["u"])
        if unit and unit[0] in _LONG and inner_word.kind != "weekend":
            return dated(_coming_in(unit[0], number, inner))
        node = unit_node(unit[0], 0) if unit and unit[0] in _LONG else None
    if (
        node is None
        or node.grain in (Grain.day, Grain.hour, Grain.minute, Grain.second)
        or (inner.grain is Grain.week and node.grain is Grain.week)
    ):
        return None
    if inner_word.kind == "weekend":
        return dated(_weekends(Nth(number, inner, node)))
    return dated(Nth(number, inner, node))


def _coming_in(unit: Grain, number: int, inner: Cyclic) -> Relative:
    """The first Tuesday of the month: of the next one where it is over."""

    def readings(scene: Scene) -> list[Span]:
        here, then = (Nth(number, inner, unit_node(unit, offset)).picks(scene) for offset in (0, 1))
        over = bool(here) and here[0].end <= scene.now and not scene.past
        return then + here if over else here + then

    return Relative(readings, inner.grain)


def _weekends(node: Node) -> Relative:
    def readings(scene: Scene) -> list[Span]:
        spans = node.picks(scene)
        return [*spans, *(Span(span.start - DAY / 4, span.end, Grain.hour) for span in spans)]

    return Relative(readings)


@WITHIN.rule(
    "n=n i=i of_=of_ o=date", "n=n d=date of_=of_ o=date", "the n=n i=i of_=of_ o=date",
    "the n=n d=date of_=of_ o=date", "the n=n d=date of_=of_ the o=date", "n=n d=date of_=of_ the o=date",
    "n=n i=i of_=of_ the u=u", "n=n d=date of_=of_ the u=u", "the n=n i=i of_=of_ the u=u",
    "the n=n d=date of_=of_ the u=u", "on the n=n d=date of_=of_ the u=u", "n=n d=date o=date",
    "the n=n d=date o=date", "the n=n i=i of_=of_ the o=date", "n=n i=i of_=of_ the o=date",
    "n=n w=weekend o=date", "the n=n w=weekend o=date",
)  # fmt: skip
def _nth_of(found: Found) -> Token | None:
    return _counted(found, _number(found["n"]))


@WITHIN.rule(
    "n=ord x=last i=i of_=of_ o=date", "n=ord x=last d=date of_=of_ o=date", "the n=ord x=last i=i of_=of_ o=date",
    "the n=ord x=last d=date of_=of_ o=date", "second x=last i=i of_=of_ o=date",
    "the n=ord x=last i=i of_=of_ the u=u", "n=ord x=last i=i of_=of_ the u=u",
    "the second x=last d=date of_=of_ o=date", "the second x=last i=i of_=of_ o=date",
)  # fmt: skip
def _nth_last_of(found: Found) -> Token | None:
    number = found.get("n")
    return _counted(found, -(number.value if number is not None else 2))


@WITHIN.rule(
    "o=date of n=n i=i", "o=date of n=n d=date", "o=date n=n i=i", "o=date n=n d=date", "o=date of n=n measure i=i",
    "o=date of n=lastone measure? d=date", "o=date n=n measure i=i", "o=date n=lastone l=len",
    "o=date of n=lastone l=len",
)  # fmt: skip
def _nth_in_front(found: Found) -> Token | None:
    """The order of Chinese: 十月的第一个星期一."""
    length = found.get("l")
    if length is not None:
        inner = _LAST_UNITS.get(length.value)
        return (
            dated(Nth(-1, inner, found["o"].value)) if inner is not None and found["o"].value.grain in _LONG else None
        )
    word = found["n"]
    return (
        _counted(found, _number(word))
        if word.kind in ("ord", "lastone") and (word.kind == "lastone" or word.text == "第")
        else None
    )


@WITHIN.rule("o=date of? x=lastday")
def _from_the_end(found: Found) -> Token | None:
    """这个月倒数第二天."""
    outer, number = found["o"].value, found["x"].value
    if not isinstance(outer, Node) or outer.grain not in _LONG:
        return None

    def rule(scene: Scene) -> list[Span]:
        return [Span(span.end - DAY * number, span.end - DAY * (number - 1), Grain.day) for span in outer.picks(scene)]

    return dated(Relative(rule))


@WITHIN.rule(
    "n=ord i=unit", "n=num i=unit", "i=unit n=num", "i=unit n=ord", "x=weeknumber n=num",
    "n=ord i=unit of_=of_ o=date", "i=unit n=num of_=of_ o=date", "i=unit n=num comma o=date",
    "o=date of? n=ord i=unit", "the i=unit n=num",
)  # fmt: skip
def _week_number(found: Found) -> Token | None:
    """Week 31, 第3周: a numbered week of the year."""
    unit, number, mark = found.get("i"), found["n"], found.get("x")
    outer = found.get("o")
    if unit is not None and (
        unit_of(unit) != (Grain.week, 1)
        or (number.kind == "ord" and number.text != "第")
        or (number.kind == "num" and number.start < unit.start)
    ):
        return None
    if not 1 <= number.value <= 53 or (mark is None and unit is None) or (unit is not None and unit.text.endswith("s")):
        return None
    if outer is not None and (outer.value.grain is not Grain.year or not isinstance(outer.value, Fixed | Relative)):
        return None

    def rule(year: int) -> list[Span]:
        first = floor(wall(year, 1, 4), Grain.week) + DAY * 7 * (number.value - 1)
        return [Span(first, first + 7 * DAY, Grain.week)]

    if outer is not None:
        node = outer.value
        return dated(
            Relative(lambda scene: [span for year in node.picks(scene) for span in rule(year.start.year)], Grain.week)
        )

    def readings(scene: Scene) -> list[Span]:
        here = rule(scene.now.year)
        return (
            here + rule(scene.now.year + 1)
            if here[0].end > scene.now or scene.past
            else rule(scene.now.year + 1) + here
        )

    return dated(Relative(readings, Grain.week))


@WITHIN.rule("the i=unit of_=of_ o=d", "i=unit of_=of_ o=d", "i=unit of_=of_ the o=d")
def _unit_of_day(found: Found) -> Token | None:
    """The week of 7 October."""
    unit, node = unit_of(found["i"]), found["o"].value
    if unit is None or unit[0] not in (Grain.week, Grain.month) or unit[1] != 1 or node.grain is not Grain.day:
        return None

    def readings(scene: Scene) -> list[Span]:
        return [unit_span(span.start, unit[0], 0, 1, scene.week_start) for span in node.picks(scene)]

    return dated(Relative(readings, unit[0]))


@WITHIN.rule(
    "x=len before d=d", "x=len after d=d", "x=len hou d=d", "x=len from d=d", "x=len before the d=d",
    "x=len after the d=d", "d=d qian x=len", "d=d hou of? x=len", "d=d of? qian x=len",
)  # fmt: skip
def _away(found: Found) -> Token | None:
    """Three days before Christmas, 春节前三天."""
    length, day = found["x"], found["d"]
    words = found.all
    if not isinstance(day.value, Node) or ("instant" in day.notes) or day.weak:
        return None
    before = any(word.kind in ("before", "qian") for word in words)
    if length.value.seconds:
        return None
    return dated(Shifted(length.value, -1 if before else 1, day.value))


@WITHIN.rule("the d=date before o=d", "the d=date after o=d", "d=date before o=feast", "d=date after o=feast")
def _weekday_beside(found: Found) -> Token | None:
    """The Friday before Easter, the Monday after Thanksgiving."""
    day, other = found["d"].value, found["o"].value
    if not isinstance(day, Weekday) or not isinstance(other, Node) or other.grain is not Grain.day:
        return None
    earlier = any(word.kind == "before" for word in found.all)

    def readings(scene: Scene) -> list[Span]:
        out = []
        for span in other.picks(scene):
            pool = day.back(span.start) if earlier else day.ahead(span.end)
            out += [next(iter(pool), None)]
        return [span for span in out if span is not None]

    return dated(Relative(readings, holiday=other.holiday))


@WITHIN.rule("the x=unit after", "the x=unit after dot")
def _following_day(found: Found) -> Token | None:
    return dated(day_node(1)) if found["x"].text == "day" and found.after is None else None


@WITHIN.rule(
    "t=thistime d=d", "d=d t=thistime", "d=d at t=thistime", "t=thistime on d=d", "d=d of t=thistime",
    "d=d at the t=thistime", "t=thistime", "at t=thistime",
)  # fmt: skip
def _this_time(found: Found) -> Token | None:
    """This time tomorrow, 后天这个时候."""
    day = found.get("d")
    if day is None:
        alone = found.before is None and found.after is None
        return dated(
            Relative(lambda scene: [Span(scene.now, scene.now, Grain.minute, scene.real)], Grain.minute), weak=not alone
        )
    node = day.value
    if not isinstance(node, Node) or node.grain is Grain.second:
        return None

    def readings(scene: Scene) -> list[Span]:
        clock = scene.now - floor(scene.now, Grain.day)
        weekly = node.grain is Grain.week
        moments = [
            floor(span.start, Grain.day)
            + (DAY * scene.now.weekday() if weekly and span.start.weekday() == 0 else 0 * DAY)
            + clock
            for span in node.picks(scene)
        ]
        return [Span(moment, moment, Grain.minute) for moment in moments]

    return dated(Relative(readings, Grain.minute))


@WITHIN.rule("w=weekof d=d", "the w=weekof d=d", "w=weekof the d=d", "w=weekof on d=d")
def _week_of(found: Found) -> Token | None:
    """Week commencing 4 February."""
    node = found["d"].value
    return dated(
        Relative(
            lambda scene: [unit_span(span.start, Grain.week, 0, 1, scene.week_start) for span in node.picks(scene)],
            Grain.week,
        )
    )


@WITHIN.rule(
    "the x=rel after d=d", "the x=unit after d=d", "the x=unit before d=d", "x=unit after d=d", "x=unit before d=d",
)  # fmt: skip
def _next_to(found: Found) -> Token | None:
    """The day after Christmas."""
    unit = unit_of(found["x"])
    node = found["d"].value
    if unit is None or unit[1] != 1 or unit[0] not in (Grain.day, Grain.week) or not isinstance(node, Node):
        return None
    sign = -1 if any(word.kind == "before" for word in found.all) else 1
    return dated(Shifted(Length(days=1 if unit[0] is Grain.day else 7), sign, node))


@WITHIN.rule(
    "c=closest d=date to o=date", "the c=closest d=date to o=date", "the n=n c=closest d=d to o=d",
    "the c=closest d=d to o=d", "n=n c=closest d=d to o=d", "the n=ord d=d after o=d",
    "the n=n c=closest d=d to the o=d", "o=d hou of? n=n d=date", "o=d hou of? n=n measure d=date",
    "o=d hou of? n=n i=i", "o=d hou of? n=n measure i=i",
)  # fmt: skip
def _closest(found: Found) -> Token | None:
    target = found["o"].value
    node = found["d"].value if found.get("d") is not None else _inner(found["i"])
    number = _number(found["n"]) if found.get("n") is not None else 1
    after = any(word.kind in ("after", "hou") for word in found.all)
    if not isinstance(node, Cyclic) or not 0 < number < 20:
        return None

    def readings(scene: Scene) -> list[Span]:
        goal = target.picks(scene)[0]
        if after:
            pool = node.ahead(goal.end)
            spans = [span for _, span in zip(range(number), pool, strict=False)]
            return spans[-1:] if len(spans) == number else []
        near = [
            span
            for pool in (node.ahead(goal.start), node.back(goal.start))
            for _, span in zip(range(number + 1), pool, strict=False)
        ]
        near.sort(key=lambda span: abs(span.start - goal.start))
        return near[number - 1 : number]

    return dated(Relative(readings, node.grain))
