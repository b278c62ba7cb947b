"""Rules for the beginning, middle, end and rest of something: the end of the month, 月底, later this week."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Node,
    Relative,
    unit_node,
)
from assistant.understanding.times.relations import edge_node
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.rules_relative import dated
from assistant.understanding.times.rules_within import WITHIN
from assistant.understanding.times.spans import DAY, Scene, Span, floor
from assistant.understanding.times.tokens import Token


@WITHIN.rule(
    "e=edge of_=of_ the u=u", "the e=edge of_=of_ the u=u", "e=edge of_=of_ u=u", "the e=edge of_=of_ u=u",
    "e=edge of_=of_ o=date", "the e=edge of_=of_ o=date", "e=edge of_=of_ approx o=date",
    "the e=edge of_=of_ approx o=date", "e=edge o=date", "the e=edge o=date", "o=date e=edge", "o=date of e=edge",
    "e=edge of_=of_ the o=date", "the e=edge of_=of_ the o=date", "e=edge the o=date", "e=edge u=u",
)  # fmt: skip
def _edge(found: Found) -> Token | None:
    outer, unit_word, edge = found.get("o"), found.get("u"), found["e"]
    words = found.all
    name = {"early": "begin", "late": "end", "later": "end"}.get(edge.kind, edge.kind)
    joined = any(word.kind in ("of", "in") for word in words)
    if outer is not None:
        node: Node = outer.value
    else:
        unit = unit_of(unit_word) if unit_word is not None else None
        if (
            unit is None
            or unit[1] != 1
            or unit[0] in (Grain.hour, Grain.minute, Grain.second)
            or (not joined and (edge.kind not in ("end", "begin") or not edge.text.isascii()))
        ):
            return None
        node = unit_node(unit[0], 0)
    last_first = outer is not None and words[-1] is edge
    if last_first and edge.text.isascii():
        return None
    if node.grain in (Grain.second, Grain.minute, Grain.hour) or (
        not joined and edge.text.isascii() and node.grain is Grain.day and edge.kind in ("begin", "end", "mid")
    ):
        return None
    if (
        not joined
        and outer is not None
        and edge.kind in ("begin", "end", "later")
        and edge.text.isascii()
        and edge.text not in ("later", "earlier", "start", "end", "beginning")
    ):
        return None
    if edge.text in ("later", "earlier", "early", "late") and node.grain is not Grain.month:
        return (
            dated(_half_of(node, name)) if node.grain in (Grain.week, Grain.year, Grain.month, Grain.quarter) else None
        )
    if edge.text in ("later", "earlier"):
        return dated(_half_of(node, name))
    return dated(edge_node(name, node, node.grain))


def _half_of(node: Node, name: str) -> Relative:
    """Earlier or later in a week, month or year; never reaching over now when it is the current one."""

    def readings(scene: Scene) -> list[Span]:
        out = []
        for span in node.picks(scene)[:2]:
            middle = span.start + (span.end - span.start) / 2
            middle = floor(middle, Grain.day)
            if node.grain is Grain.year:
                middle = span.start.replace(month=7)
            elif node.grain is Grain.month:
                middle = span.start + 15 * DAY
            half = Span(middle, span.end, Grain.day) if name == "end" else Span(span.start, middle, Grain.day)
            inside = span.start <= scene.now < span.end
            cut = Span(scene.today, span.end, Grain.day) if name == "end" else Span(span.start, scene.today, Grain.day)
            out += [half, cut] if inside else [half]
        return out

    return Relative(readings)


@WITHIN.rule(
    "the n=n half of_=of_ o=date", "n=n half of_=of_ o=date", "the n=n half of_=of_ the o=date",
    "the n=n half of_=of_ the u=u", "n=n half of_=of_ the u=u",
)  # fmt: skip
def _half_by_number(found: Found) -> Token | None:
    """The first half of next month."""
    number, outer, unit = found["n"], found.get("o"), unit_of(found["u"]) if found.get("u") is not None else None
    which = {"last": "end", "second": "end"}.get(number.kind, "begin" if number.value == 1 else "")
    node = outer.value if outer is not None else unit_node(unit[0], 0) if unit else None
    if not which or node is None or node.grain not in (Grain.week, Grain.month, Grain.quarter, Grain.year):
        return None

    def readings(scene: Scene) -> list[Span]:
        out = []
        for span in node.picks(scene)[:2]:
            middle = floor(span.start + (span.end - span.start) / 2, Grain.day)
            middle = span.start.replace(month=7) if node.grain is Grain.year else middle
            middle = span.start + 15 * DAY if node.grain is Grain.month else middle
            out.append(Span(middle, span.end, Grain.day) if which == "end" else Span(span.start, middle, Grain.day))
        return out

    return dated(Relative(readings))


@WITHIN.rule(
    "e=edgeunit", "the e=edgeunit", "m=next e=edgeunit", "m=this e=edgeunit", "m=last e=edgeunit",
    "y=relyear e=end", "y=relyear e=begin", "y=relyear of e=end", "o=date e=edgeunit",
    "e=edgeunit o=date", "e=edgeunit on_=on_ o=date",
)  # fmt: skip
def _edge_unit(found: Found) -> Token | None:
    edge, mod, year, outer = found["e"], found.get("m"), found.get("y"), found.get("o")
    if outer is not None:
        name, unit = edge.value
        fits = outer.value.grain is unit or (unit is Grain.day and outer.value.grain is Grain.day)
        return dated(edge_node(name, outer.value, unit)) if fits and isinstance(outer.value, Node) else None
    if year is not None:
        return dated(edge_node(edge.kind, unit_node(Grain.year, year.value), Grain.year))
    name, unit = edge.value
    offset = {"next": 1, "last": -1}.get(mod.kind, 0) if mod is not None else 0
    if mod is not None and mod.text.startswith(("下下", "上上")):
        offset *= 2
    node = unit_node(unit, offset)
    if offset == 0:
        return dated(_rolling_edge(name, unit))
    return dated(edge_node(name, node, unit))


def _rolling_edge(name: str, unit: Grain) -> Relative:
    """The beginning, middle or end of the current unit; of the next one first where it is over."""

    def readings(scene: Scene) -> list[Span]:
        spans = edge_node(name, unit_node(unit, 0), unit).picks(scene)
        if spans[0].end <= scene.now and not scene.past and unit is not Grain.day:
            return edge_node(name, unit_node(unit, 1), unit).picks(scene) + spans
        return spans

    return Relative(readings)


@WITHIN.rule(
    "x=rest of_=of_ the u=unit", "the x=rest of_=of_ the u=unit", "the x=rest of_=of_ o=date",
    "x=rest of_=of_ o=date",
)  # fmt: skip
def _rest(found: Found) -> Token | None:
    unit_word, outer = found.get("u"), found.get("o")
    unit = unit_of(unit_word) if unit_word is not None else None
    node = outer.value if outer is not None else unit_node(unit[0], 0) if unit else None
    if node is None:
        return None

    def readings(scene: Scene) -> list[Span]:
        out = []
        for span in node.picks(scene)[:1]:
            start = max(span.start, scene.today)
            out = [
                Span(start, span.end, Grain.day),
                Span(scene.now, span.end, Grain.minute),
                Span(start, span.end - DAY, Grain.day),
            ]
        return out

    return dated(Relative(readings))
