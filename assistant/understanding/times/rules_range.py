"""Rules for ranges and lone numbers that their neighbours make a time: 3 to 4pm, 9-11am, 13 to 15 July, 9 tomorrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Fixed, MonthDay, Node, Relative, Weekday
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Clock

LONE = Pass({"at_": "at approx"})
RANGE = Pass({"t": "clock num", "to_": "to dash until", "bond": "to dash until and", "day": "num ord date"})
_DAYLIKE = frozenset(("date", "when"))


@dataclass(frozen=True, slots=True)
class ClockRange:
    """Two times of day; the second may be on the following day."""

    start: Clock
    end: Clock


@dataclass(frozen=True, slots=True)
class DateRange:
    """Two days, the second one included."""

    start: Node
    end: Node


def apply_part(clock: Clock, name: str, half: str) -> Clock:
    """Return the clock with its half of the day taken from a part of the day."""
    hour = clock.hour
    if (clock.fixed and hour != 12) or hour > 12:
        return replace(
            clock, hour=hour + 24 if (half == "night" and hour < 5) or (half == "pm" and not hour) else hour, fixed=True
        )
    if half == "am":
        hour = 0 if hour == 12 and name == "small" else hour
    elif half == "pm":
        hour = hour % 12 + 12
        if clock.hour == 12 and name in ("evening", "dusk"):
            hour = 24
    elif half == "noon":
        hour = hour if hour >= 10 else hour + 12
    elif half == "night":
        hour = 24 if hour == 12 else hour + 12 if hour >= 5 else hour + 24 if hour else 24
    return replace(clock, hour=hour, fixed=True)


@LONE.rule("a_=at_ n=num", "a_=at_ the n=num")
def _at(found: Found) -> Token | None:
    """Such as "at 5": a clock unless something else is counted."""
    number, after = found["n"], found.after
    last = found.all[0]
    if not 0 < number.value <= 24 or (len(number.text) > 2 and number.text.isdigit()):
        return None
    around = after is None or after.kind in _DAYLIKE or (after.kind == "to" and found.peek(1) == "x")
    if not number.text.isascii() or (last.text not in ("at", "@") and not around):
        return None
    if (
        after is not None
        and after.kind in ("noun", "unit", "measure", "dec", "slash", "u1", "junk", "ord", "monthmark", "hao", "quote")
        and after.kind != "quote"
    ):
        return None
    if number.text == "word" and number.value == 1 and after is not None and after.kind == "x":
        return None
    return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))


@LONE.rule("n=num")
def _lone(found: Found) -> Token | None:
    """A bare number right before or after a day or part of the day: "9 tomorrow morning", "tonight 8"."""
    number, before, after = found["n"], found.before, found.after
    if not 0 < number.value <= 24 or (len(number.text) > 2 and number.text.isdigit()) or not (number.text.isascii()):
        return None
    if (
        after is not None
        and after.kind == "when"
        and (after.value.offset is not None or not after.weak)
        and not (
            before is not None and before.kind in ("number", "junk", "x") and before.end and before.kind == "number"
        )
    ):
        return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))
    if (
        before is not None
        and before.kind == "when"
        and not before.weak
        and (after is None or after.kind in ("comma", "dot", "with", "x", "at", "on", "for"))
        and before.value.offset is not None
    ):
        return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))
    told = (
        before is not None
        and before.kind in ("by", "before", "after", "until", "approx", "from")
        and not (number.text == "word" and number.value == 1 and after is None)
    )
    onward = after is not None and after.kind == "to" and found.peek(1) == "x" and found.kind_before(1) != "from"
    if told and (onward or after is None or after.kind in ("date", "when", "comma", "dot", "tz", "and", "on")):
        return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))
    if after is not None and after.kind == "date" and before is None and number.text != "word" and _near_day(after):
        return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))
    jotted = before is not None and before.kind == "x" and found.peek(1) in ("", "comma", "dot", "at", "with", "x")
    if after is not None and after.kind == "date" and jotted and number.text != "word" and _said_in_a_word(after):
        return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))
    weekday = before is not None and before.kind == "date" and isinstance(before.value, Weekday)
    if (
        weekday
        and number.text != "word"
        and number.value <= 12
        and (after is None or after.kind in ("with", "comma", "dot") or (after.kind == "at" and found.peek(1) == "x"))
    ):
        return token("clock", Clock(number.value, loose=True))
    if after is not None and after.text == "sharp" and number.value <= 12:
        return token("clock", Clock(number.value, loose=True))
    if after is not None and after.kind == "tz" and before is not None and before.kind == "date":
        return token("clock", Clock(number.value, loose=True, fixed=number.value > 12))
    return None


def _said_in_a_word(word: Token) -> bool:
    """Today or tomorrow: behind a bare number they make it an hour ("gym 6 tomorrow")."""
    return isinstance(word.value, Relative) and word.value.grain is Grain.day and "near" in word.notes


def _near_day(word: Token) -> bool:
    return isinstance(word.value, Node) and word.value.grain is Grain.day and not isinstance(word.value, MonthDay)


def _clock(word: Token) -> Clock | None:
    if word.kind == "clock":
        clock: Clock = word.value
        return clock
    if (0 <= word.value <= 24 and len(word.text) <= 2) or (word.text == "word" and 0 < word.value <= 24):
        return Clock(word.value, loose=True, fixed=word.value > 12)
    return None


@RANGE.rule(
    "a=t bond_=bond b=t", "f=from a=t bond_=to_ b=t", "f=between a=t bond_=bond b=t", "f=at a=t bond_=to_ b=t",
    "f=for a=t bond_=to_ b=t", "in f=between a=t bond_=bond b=t", "a=t bond_=to_ w=when b=t",
    "f=from a=t bond_=to_ w=when b=t", "f=from a=t bond_=to_ b=t z=between", "a=t bond_=bond b=t z=between",
    "a=t bond_=bond w=when b=t z=between", "a=t slashmark b=t",
)  # fmt: skip
def _clocks(found: Found) -> Token | None:
    first, second = found["a"], found["b"]
    start, end = _clock(first), _clock(second)
    bond, front, when = found.get("bond_"), found.get("f"), found.get("w")
    if start is None or end is None or bond is None:
        return None
    ranged = (front is not None and front.kind in ("from", "between")) or found.get("z") is not None
    if bond.kind == "and" and not ranged:
        return None
    if first.kind == "num" and second.kind == "num" and not _sure_numbers(found, ranged=ranged):
        return None
    if (
        first.kind == "num"
        and second.kind == "clock"
        and found.before is not None
        and found.before.kind in ("number", "month")
    ):
        return None
    if when is not None:
        end = apply_part(end, when.value.name, when.value.part.half)
        return token("range", ClockRange(start, end), notes=("parted",))
    return token("range", _agree(start, end))


def _sure_numbers(found: Found, *, ranged: bool) -> bool:
    """Whether two bare numbers are hours: after "from" or "between", or with a day beside them."""
    before, after = found.before, found.after
    first, second = found["a"], found["b"]
    if any(number.value > 24 or number.value == 0 or not number.text.isascii() for number in (first, second)):
        return False
    listed = before is not None and before.kind == "comma" and found.kind_before(2) in _DAYLIKE
    beside = (
        listed
        or (before is not None and before.kind in _DAYLIKE)
        or (after is not None and after.kind in (*_DAYLIKE, "tz"))
    )
    if (
        after is not None
        and after.kind in ("noun", "unit", "measure", "month", "x", "of", "num", "u1", "ord")
        and not (before is not None and (before.kind in _DAYLIKE or listed) and after.kind == "x")
    ):
        return False
    if after is not None and after.kind == "date" and isinstance(after.value, MonthDay) and not ranged:
        return True
    return beside or ranged


def _agree(start: Clock, end: Clock) -> ClockRange:
    """Spread what is known of one end to the other: in "3 to 4pm" the mark covers both."""
    if end.fixed and not start.fixed and start.hour <= 12:
        same = start.hour % 12 + (12 if (end.hour >= 12 and end.hour < 24) or end.hour == 24 else 0)
        minutes = same * 60 + start.minute
        if minutes < end.minutes or (end.minutes == 0):
            return ClockRange(replace(start, hour=same, fixed=True), end)
        return ClockRange(replace(start, hour=start.hour % 12 + (0 if same >= 12 else 12), fixed=True), end)
    if start.fixed and not end.fixed and end.hour <= 12:
        for hour in (end.hour, end.hour % 12 + 12):
            if hour * 60 + end.minute > start.minutes:
                return ClockRange(start, replace(end, hour=hour, fixed=True))
        return ClockRange(start, replace(end, fixed=True))
    return ClockRange(start, end)


@RANGE.rule(
    "w=when a=clock bond_=to_ x=when b=clock", "w=when f=from a=clock bond_=to_ x=when b=clock",
    "f=from w=when a=clock bond_=to_ x=when b=clock", "f=from w=when a=clock bond_=to_ b=clock",
)  # fmt: skip
def _parted(found: Found) -> Token | None:
    """下午五点到晚上七点半, from this morning at 9 to tonight at 8."""
    first, second = found["w"].value, found.get("x")
    start = apply_part(found["a"].value, first.name, first.part.half)
    if second is None:
        return token(
            "range", _agree(start, found["b"].value), notes=() if first.offset is None else (f"day{first.offset}",)
        )
    if second.value.offset is not None and second.value.offset != (first.offset or 0):
        return None
    end = apply_part(found["b"].value, second.value.name, second.value.part.half)
    made = token("range", ClockRange(start, end))
    made.notes = frozenset(() if first.offset is None else (f"day{first.offset}",))
    return made


@RANGE.rule(
    "a=day bond_=to_ b=day", "f=from a=day bond_=to_ b=day", "f=between a=day bond_=bond b=day",
    "f=from the a=day bond_=to_ b=day", "f=from the a=day bond_=to_ the b=day", "f=from a=day bond_=to_ the b=day",
    "the a=day bond_=to_ b=day", "the a=day bond_=to_ the b=day", "f=between the a=day bond_=bond the b=day",
    "f=between the a=day bond_=bond b=day", "a=day bond_=bond b=day z=between", "on a=day bond_=dash b=day",
    "a=day bond_=to_ the b=day", "f=from a=day bond_=to_ b=day z=tozh", "a=day bond_=to_ b=day z=tozh",
    "f=between a=day bond_=bond the b=day", "a=num bond_=to_ b=num of m=date",
    "f=from a=num bond_=to_ b=num of m=date", "a=ord bond_=to_ b=ord of m=date", "a=num bond_=to_ b=num m=date",
)  # fmt: skip
def _days(found: Found) -> Token | None:
    first, second, bond, front = found["a"], found["b"], found.get("bond_"), found.get("f")
    month = found.get("m")
    if bond is None or (first.kind != "date" and second.kind != "date" and month is None):
        return None
    if (bond.kind == "and" and front is None and found.get("z") is None) or (
        "instant" in second.notes and first.kind != "date"
    ):
        return None
    if month is not None:
        return _within_month(first, second, month)
    start = first.value if first.kind == "date" else _borrowed(first, second.value)
    end = second.value if second.kind == "date" else _borrowed(second, first.value, found.after)
    if not isinstance(start, Node) or not isinstance(end, Node):
        return None
    if bond.kind == "dash" and isinstance(start, Weekday) and not isinstance(end, Weekday):
        return None
    return token("span", DateRange(start, end))


def _within_month(first: Token, second: Token, month: Token) -> Token | None:
    """13 to 15 of July."""
    named = month.value if isinstance(month.value, MonthDay) and not month.value.day else None
    if named is None or not all(1 <= word.value <= 31 for word in (first, second)):
        return None
    return token("span", DateRange(MonthDay(named.month, first.value), MonthDay(named.month, second.value)))


def _borrowed(number: Token, node: object, after: Token | None = None) -> Node | None:
    """A bare number as a day of the month that the other end of the range names."""
    if not 1 <= number.value <= 31:
        return None
    if after is not None and after.kind in ("oclock", "dian", "ampm", "colon", "unit"):
        return None
    if isinstance(node, MonthDay) and node.day and (node.month or number.kind == "ord"):
        return MonthDay(node.month, number.value)
    if isinstance(node, Fixed) and node.grain is Grain.day:
        return MonthDay(node.span.start.month, number.value)
    return None
