"""Rules that join two days side by side: Monday 18 February, Christmas of next year, 2018年除夕."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Both,
    Cyclic,
    Fixed,
    MonthDay,
    Node,
    Nth,
    Relative,
    Shifted,
    Weekday,
)
from assistant.understanding.times.rules_relative import dated
from assistant.understanding.times.spans import Length, Scene, Span, floor, shift, unit_span
from assistant.understanding.times.tokens import Token

AGAIN = Pass({"d": "date feast", "of_": "of in"})


def _pair(first: Token, second: Token) -> Node | None:
    """The node of two date tokens side by side, or None where they do not belong together."""
    a, b = first.value, second.value
    if isinstance(a, Weekday) and isinstance(b, MonthDay) and b.day:
        return Both(a.day, b)
    if isinstance(a, Weekday) and isinstance(b, Fixed) and b.grain is Grain.day:
        return b
    if isinstance(a, Weekday) and isinstance(b, Relative) and b.grain is Grain.day and not b.name:
        return _fitting(a.day, b)
    if isinstance(a, Weekday) and isinstance(b, Shifted) and b.base is None and b.sign > 0 and b.grain is Grain.week:
        return Nth(1, a, _week_of(b))
    if isinstance(a, Weekday) and isinstance(b, Nth) and b.grain is Grain.week:
        return Nth(1, a, b)
    if isinstance(b, Weekday) and not isinstance(a, Weekday):
        return _pair(second, first)
    for inner, outer in ((a, b), (b, a)):
        if (
            isinstance(inner, Cyclic)
            and not isinstance(inner, Weekday)
            and outer.grain is Grain.year
            and inner.grain is not Grain.year
            and not isinstance(outer, Cyclic)
        ):
            return _in_year(inner, outer)
        if isinstance(inner, MonthDay) and not inner.month and isinstance(outer, MonthDay) and not outer.day:
            return MonthDay(outer.month, inner.day)
        if (
            isinstance(inner, MonthDay)
            and not inner.month
            and not isinstance(outer, Cyclic)
            and outer.grain is Grain.month
        ):
            return Nth(1, inner, outer)
    return None


def _week_of(node: Node) -> Relative:
    """The week that a day lies in: of "in two weeks on Tuesday"."""
    return Relative(
        lambda scene: [unit_span(span.start, Grain.week, 0, 1, scene.week_start) for span in node.picks(scene)],
        Grain.week,
    )


def _fitting(day: int, node: Relative) -> Relative:
    def readings(scene: Scene) -> list[Span]:
        spans = node.picks(scene)
        return sorted(spans, key=lambda span: span.start.weekday() != day)

    return Relative(readings, ambiguous=False)


def _in_year(inner: Cyclic, outer: Node) -> Relative:
    def readings(scene: Scene) -> list[Span]:
        years = outer.picks(scene)[:2]
        spans = [
            span
            for year in years
            for span in inner.between(
                floor(year.start, Grain.year), shift(floor(year.start, Grain.year), Length(months=12))
            )
        ]
        return [*spans, *(other for span in spans for other in inner.others(span))]

    return Relative(readings, inner.grain, holiday=inner.holiday)


@AGAIN.rule(
    "a=d b=d", "a=d comma b=d", "a=d of_=of_ b=d", "a=d the b=d", "a=d comma the b=d", "a=d on b=d",
    "a=d open b=d close", "a=d of_=of_ the b=d", "a=d dash b=d", "a=d comma on b=d", "a=d dot b=d",
)  # fmt: skip
def _beside(found: Found) -> Token | None:
    first, second = found["a"], found["b"]
    if not isinstance(first.value, Node) or not isinstance(second.value, Node):
        return None
    words = found.all
    if (
        any(word.kind == "dash" for word in words)
        and second.value.grain is not Grain.year
        and not isinstance(first.value, Weekday)
    ):
        return None
    node = _pair(first, second)
    if node is None and any(word.kind in ("of", "in") for word in words):
        node = _of(first.value, second.value)
    if node is None:
        return None
    return dated(node, notes=tuple(first.notes & {"length"}))


def _of(inner: Node, outer: Node) -> Node | None:
    """Christmas of next year, March in a year, Monday of this week."""
    if isinstance(inner, Cyclic) and not isinstance(outer, Cyclic):
        if isinstance(inner, Weekday) and outer.grain is Grain.week:
            return Nth(1, inner, outer)
        if (
            inner.grain in (Grain.month, Grain.quarter, Grain.day)
            and not isinstance(inner, Weekday)
            and outer.grain in (Grain.year, Grain.month)
        ):
            return _in_year(inner, outer)
    return None
