"""Rules for lengths: three hours, half an hour, an hour and a half, 一个半小时, 三刻钟, 1h."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.spans import Length, unit_length
from assistant.understanding.times.tokens import Token

LENGTH = Pass({"u": "unit second nian", "n": "num few", "month": "unit monthmark", "little": "half halfof"})
JOIN = Pass()
_BIGGEST = 5000


def unit_of(word: Token) -> tuple[Grain, int] | None:
    """Return the unit and factor that a token stands for, if it is a unit."""
    if word.kind in ("unit", "u1", "nian"):
        unit: tuple[Grain, int] = word.value
        return unit
    return {
        "second": (Grain.second, 1),
        "quarter": (Grain.quarter, 1),
        "monthmark": (Grain.month, 1),
        "min": (Grain.minute, 1),
    }.get(word.kind)


def _length(count: float, word: Token, *, weak: bool = False) -> Token | None:
    unit = unit_of(word)
    if unit is None or not 0 <= count <= _BIGGEST or (word.text == "日"):
        return None
    grain, factor = unit
    return token("len", unit_length(grain).times(count * factor), weak=weak, notes=("exact",))


@LENGTH.rule("n=num u=u", "n=num more=more u=u", "n=few u=u", "a n=few u=u", "n=num of u=u")
def _counted(found: Found) -> Token | None:
    number, word = found["n"], found["u"]
    before = found.before
    if before is not None and before.kind in ("number", "di", "month", "monthmark") and word.kind != "second":
        return None
    if word.text == "年" and (
        number.value >= 1000 or (len(number.text) == 2 and number.text.isdigit() and number.value > 30)
    ):
        return None
    if word.text == "年" and (
        (before is not None and before.kind == "era")
        or (found.after is not None and found.after.kind in ("num", "decadeword", "centuryword"))
    ):
        return None
    if word.text == "年" and len(number.text) > 1 and "十" not in number.text and not number.text[0].isdigit():
        return None
    if number.kind == "num" and word.text == "hours" and len(number.text) == 4 and number.text.isdigit():
        return None
    if number.kind == "few" and word.text.isascii() and not word.text.endswith("s"):
        return None  # "some day"
    if (
        word.kind == "second"
        and number.text in ("a", "one")
        and found.after is not None
        and found.after.kind == "x"
        and before is None
    ):
        return None
    return _length(number.value, word)


@LENGTH.rule("n=num dash u=unit")
def _adjective(found: Found) -> Token | None:
    """A 45-minute timer."""
    word, dash = found["u"], found.all[1]
    if not (dash.glued and word.glued and word.text.isascii()) or word.text.endswith("s"):
        return None
    return _length(found["n"].value, word)


@LENGTH.rule("n=num u=monthmark")
def _two_months(found: Found) -> Token | None:
    """两月: the only number that counts months without 个."""
    return _length(2, found["u"]) if found["n"].text == "两" else None


@LENGTH.rule("n=num u=u1")
def _letter(found: Found) -> Token | None:
    return _length(found["n"].value, found["u"]) if found["u"].glued else None


@LENGTH.rule("n=num u=min")
def _minutes(found: Found) -> Token | None:
    before = found.before
    return _length(found["n"].value, found["u"]) if before is None or before.kind != "dian" else None


@LENGTH.rule("n=num u=min half of", "n=num u=min half")
def _bare_minutes_and_half(found: Found) -> Token | None:
    """六分半: of a length, where no hour stands in front."""
    before = found.before
    return _length(found["n"].value + 0.5, found["u"]) if before is None or before.kind in ("x", "measure") else None


@LENGTH.rule("n=dec u=u")
def _decimal(found: Found) -> Token | None:
    whole, part = found["n"].value
    return _length(float(f"{whole}.{part}"), found["u"])


@LENGTH.rule("n=slash u=u", "n=slash u=u1")
def _fraction(found: Found) -> Token | None:
    above, below = found["n"].value
    before = found.before
    whole = before.value if before is not None and before.kind == "num" else 0
    return _length(above / below, found["u"]) if 0 < above < below <= 12 and not whole else None


@LENGTH.rule("w=num n=slash u=u")
def _mixed_number(found: Found) -> Token | None:
    """1 1/2 hours."""
    above, below = found["n"].value
    return _length(found["w"].value + above / below, found["u"]) if 0 < above < below <= 12 else None


@LENGTH.rule("a u=u", "more=more u=u")
def _one(found: Found) -> Token | None:
    word = found["u"]
    if word.kind == "second" or (
        word.text in ("sec", "min", "minute", "day")
        and found.before is None
        and found.peek(0) not in ("later", "ago", "before", "lead", "early", "after", "")
    ):
        return None
    return _length(1, word, weak=True)


@LENGTH.rule(
    "n=num and a half u=u", "n=num and half u=u", "n=num and half a u=u", "n=num measure half u=u",
    "n=num halfof u=u",
)  # fmt: skip
def _and_half(found: Found) -> Token | None:
    return _length(found["n"].value + 0.5, found["u"])


@LENGTH.rule(
    "n=num and a quarter u=u", "n=num and a quarter of a u=u", "a u=u and a quarter", "n=num u=u and a quarter",
)  # fmt: skip
def _and_quarter(found: Found) -> Token | None:
    number = found.get("n")
    return _length((number.value if number is not None else 1) + 0.25, found["u"])


@LENGTH.rule("a u=u and n=num q=unit", "w=num u=u and n=num q=unit")
def _and_quarters(found: Found) -> Token | None:
    """An hour and three quarters."""
    unit, whole = unit_of(found["u"]), found.get("w")
    if unit is None or unit[0] is not Grain.hour or found["q"].value != (Grain.quarter, 1):
        return None
    return _length((whole.value if whole is not None else 1) + found["n"].value * 0.25, found["u"])


@LENGTH.rule("n=num measure half u=monthmark")
def _months_and_half(found: Found) -> Token | None:
    return token("len", Length(months=found["n"].value, days=15, grain=Grain.day))


@LENGTH.rule("n=num halfmin")
def _minutes_and_half(found: Found) -> Token | None:
    """四分半钟."""
    return token("len", Length(seconds=found["n"].value * 60 + 30, grain=Grain.second))


@LENGTH.rule("fromend n=ord")
def _from_the_end(found: Found) -> Token | None:
    """倒数第二个."""
    made = token("ord", -found["n"].value)
    made.text = found["n"].text
    return made


@LENGTH.rule("a u=u and a half", "n=num u=u and a half", "a u=u and half", "n=num u=u half", "n=num u=u1 half")
def _unit_and_half(found: Found) -> Token | None:
    number = next((word for word in found.all if word.kind == "num"), None)
    last = found.all[-1]
    if "half" in last.text and len(found.all) == 3:
        return None
    return _length((number.value if number else 1) + 0.5, found["u"])


@LENGTH.rule(
    "half a u=u", "half u=u", "a half u=u", "halfof u=u", "halfof u=monthmark", "half of a u=u", "half of u=u",
    "half measure u=u",
)  # fmt: skip
def _half(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    if unit is not None and unit[0] is Grain.month:
        return token("len", Length(days=15, grain=Grain.day))
    return _length(0.5, found["u"])


@LENGTH.rule("a quarter of a u=u", "quarter of a u=u", "quarter a u=u", "a quarter a u=u", "a quarter u=u")
def _quarter(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    return _length(0.25, found["u"]) if unit and unit[0] in (Grain.hour, Grain.year) else None


@LENGTH.rule("n=num q=unit of a u=u", "n=num dash q=unit of a u=u", "n=num q=unit a u=u", "n=num q=unit u=u")
def _quarters(found: Found) -> Token | None:
    unit = unit_of(found["u"])
    if unit is None or unit[0] is not Grain.hour or found["q"].value[0] is not Grain.quarter:
        return None
    return _length(found["n"].value * 0.25, found["u"])


@LENGTH.rule("n=num quote")
def _prime(found: Found) -> Token | None:
    before = found.before
    if before is None or before.kind not in ("in", "for") or not found.all[-1].glued:
        return None
    return token("len", Length(seconds=60 * min(found["n"].value, _BIGGEST), grain=Grain.minute))


@LENGTH.rule("h=hh")
def _hours(found: Found) -> Token | None:
    hours, minutes = found["h"].value
    return token(
        "len", Length(seconds=3600 * hours + 60 * (minutes or 0), grain=Grain.minute if minutes else Grain.hour)
    )


@JOIN.rule("x=len y=len", "x=len and y=len", "x=len comma y=len", "x=len ling y=len")
def _joined(found: Found) -> Token | None:
    big, small = found["x"].value, found["y"].value
    order = list(Grain)
    if order.index(small.grain) >= order.index(big.grain):
        return None
    return token("len", big + small)


@JOIN.rule("x=len n=num", "x=len and n=num")
def _loose_minutes(found: Found) -> Token | None:
    big, number = found["x"].value, found["n"]
    after = found.after
    if (
        big.grain is not Grain.hour
        or number.value >= 60
        or number.text == "word"
        or (
            after is not None
            and after.kind in ("monthmark", "hao", "dian", "measure", "x", "noun", "ampm", "colon", "times")
        )
    ):
        return None
    return token("len", big + Length(seconds=60 * number.value, grain=Grain.minute)) if found["n"].glued else None
