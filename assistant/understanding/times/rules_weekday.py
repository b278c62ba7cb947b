"""Rules for weekdays, weekends and days of a month: next Friday, 下周三, a week on Tuesday, the 15th, this weekend."""

from __future__ import annotations

import re

from assistant.understanding.times.grammar import Found
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import (
    Cyclic,
    MonthDay,
    Relative,
    Shifted,
    Weekday,
    day_node,
)
from assistant.understanding.times.relations import (
    last_of_kind,
    next_of_kind,
    this_of_kind,
    weekday_in_week,
    weekend_node,
)
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.rules_relative import RELATIVE, counts_inside, dated, offset_of
from assistant.understanding.times.spans import DAY, Length, Scene, Span, unit_span
from assistant.understanding.times.tokens import Token

_CLIPPED = re.compile(
    r"(?!.*\b(?:the|a|an|my|i|he|she|it|we|they|you|is|was|are|some|in|of|and|where|who|that|this|no|more|morning|under|black"
    r"|hot) )"
    r"[a-z'/&-]+(?: [a-z'/&-]+){0,3} (?:mon|wed|sat|sun)"
)
"""Notes of a few words that end in a short day: "mow lawn sat"."""


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
    alone = (before is None and after is None) or (after is None and _CLIPPED.fullmatch(found.text) is not None)
    return dated(Weekday(word.value), weak=weak and not near and not alone, notes=("weekday",))


@RELATIVE.rule("m=mod w=w", "the m=mod w=w", "m=mod measure w=w", "on the m=mod w=w", "u=unit of w=w")
def _mod_weekday(found: Found) -> Token | None:
    mod = found.get("m")
    if mod is None or counts_inside(found):
        return None
    day, offset = found["w"].value, offset_of(mod)
    chinese = not mod.text.isascii()
    if mod.kind == "coming":
        return dated(Weekday(day))
    if mod.kind == "this":
        return dated(weekday_in_week(day, 0, chinese=chinese) if chinese else Weekday(day))
    if offset == -1:
        return dated(weekday_in_week(day, -1, chinese=chinese))
    return dated(weekday_in_week(day, offset, chinese=chinese))


@RELATIVE.rule("w=w after next", "the w=w after next")
def _weekday_after_next(found: Found) -> Token | None:
    return dated(weekday_in_week(found["w"].value, 2, chinese=False))


@RELATIVE.rule(
    "w=w m=mod u=unit", "w=w of m=mod u=unit", "w=w of the m=mod u=unit", "w=w the m=mod u=unit",
    "m=mod u=unit w=w", "m=mod u=unit on w=w", "m=mod u=unit dash w=w", "m=mod u=unit of w=w",
    "m=mod u=unit comma w=w",
)  # fmt: skip
def _weekday_of_week(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    if unit != (Grain.week, 1):
        return None
    day, offset = found["w"].value, offset_of(found["m"])
    if found["m"].text == "coming":
        offset = 1
    return dated(Relative(lambda scene: [_in_week(scene, day, offset)]))


def _in_week(scene: Scene, day: int, offset: int) -> Span:
    week = unit_span(scene.now, Grain.week, offset)
    return next(iter(Weekday(day).between(week.start, week.end)))


@RELATIVE.rule(
    "w=w x=len from rel", "w=w u=unit from rel", "w=w a week_=unit from rel", "l=len on w=w", "l=len from w=w",
    "w=w week_=unit", "rel week_=unit",
)  # fmt: skip
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


_COUNTED = frozenset(
    [
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
    ]
)
_ANCHORS = frozenset(["weekday", "weakday", "to", "dash", "from", "between", "and", "on", "until", "by"])


@RELATIVE.rule("on the s=second", "on s=second", "by the s=second")
def _second_day(found: Found) -> Token | None:
    """The second of the month, where nothing behind it is counted."""
    after = found.after
    return (
        dated(MonthDay(0, 2))
        if after is None or after.kind in ("clock", "comma", "dot", "at", "from", "range")
        else None
    )


@RELATIVE.rule("the n=ord", "on the n=ord", "on n=ord", "by the n=ord", "n=ord")
def _ordinal_day(found: Found) -> Token | None:
    """The 15th; words like "first" need "on the" and nothing that makes them an ordinary number."""
    number, before, after = found["n"], found.before, found.after
    words = found.all
    digits = number.text[:1].isdigit()
    if not 1 <= number.value <= 31 or number.text == "第" or words[0].kind == "by":
        return None
    told = digits and words[0].kind == "on"
    if after is not None and after.kind in _COUNTED and not (told and after.kind == "x") and after.text != "instead":
        return None  # the second option
    anchored = before is not None and before.kind in _ANCHORS
    if not digits and words[0].kind != "on" and not anchored:
        return None
    weak = words[0].kind == "ord" and not anchored
    return dated(MonthDay(0, number.value), weak=weak and not digits)


@RELATIVE.rule(
    "w=weekend", "m=mod w=weekend", "the w=weekend", "the m=mod w=weekend", "m=mod measure w=weekend",
    "w=weekend after next", "the w=weekend after next",
)  # fmt: skip
def _weekend(found: Found) -> Token | None:
    mod, words = found.get("m"), found.all
    before = found.before
    if (mod is not None and counts_inside(found)) or (
        before is not None and before.kind in ("last", "ord", "second") and found.peek(0) in ("of", "in")
    ):
        return None
    if before is not None and (before.kind == "lastone" or (before.kind == "ord" and before.text == "第")):
        return None  # 下个月第二个周末
    offset = 2 if words[-1].kind == "next" else offset_of(mod) if mod is not None else 0
    coming = mod is not None and mod.kind == "coming"
    return dated(weekend_node(0 if coming else offset))


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
    offset = offset_of(mod)
    return dated(last_of_kind(node) if offset < 0 else next_of_kind(node) if offset else this_of_kind(node, near=True))
