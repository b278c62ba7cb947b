"""Rules for times of day: 3pm, half past seven, quarter to noon, 15h30, 下午三点一刻's clock, 1530 hours."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Clock

CLOCK = Pass({"o": "num noon midnight", "half": "half", "glue": "at by before after until since around approx"})
_AT = frozenset(("at", "by", "before", "until", "since", "approx", "from", "starting"))
_FEW = frozenset("有早晚快慢多少好大小高低远近差这那了一些")


def make(
    hour: int,
    minute: int = 0,
    *,
    second: int | None = None,
    half: str = "",
    grain: Grain = Grain.minute,
    fixed: bool = False,
    loose: bool = False,
) -> Token | None:
    """Return a clock token, or None where there is no such time."""
    if not (0 <= hour <= 24 and 0 <= minute < 60 and (second is None or second < 60)) or (hour == 24 and minute):
        return None
    if half:
        if hour == 0 or hour > 12:
            return token("clock", Clock(hour, minute, second, True, grain)) if half == "pm" and hour > 12 else None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return token("clock", Clock(hour, minute, second, fixed or bool(half) or hour == 0 or hour > 12, grain, loose))


@CLOCK.rule("t=hms h=ampm", "t=hms h=ap", "t=hms h=a", "t=hms", "t=hms oclock h=ampm")
def _colon(found: Found) -> Token | None:
    hour, minute, second = found["t"].value
    last = found.all[-1]
    half = _half(last)
    if last.kind in ("a", "ap") and not last.glued:
        return None
    grain = Grain.minute if second is None else Grain.second
    return make(hour, minute, second=second, half=half, grain=grain, fixed=found["t"].text[0] == "0")


def _half(word: Token) -> str:
    return {"a": "am", "ap": "pm"}.get(word.kind, str(word.value) if word.kind == "ampm" else "")


@CLOCK.rule("n=num h=ampm", "n=num oclock h=ampm", "n=num dian h=ampm", "n=num ish=approx h=ampm")
def _meridiem(found: Found) -> Token | None:
    number, half = found["n"], _half(found.all[-1])
    if number.value < 0:
        return None
    if len(number.text) in (3, 4) and number.text.isdigit():
        return make(number.value // 100, number.value % 100, half=half)
    if (
        found["h"].text == "am"
        and not found["h"].glued
        and number.text == "word"
        and found.after is not None
        and found.after.kind == "x"
        and found.before is None
    ):
        return make(number.value, half=half, grain=Grain.hour)
    return make(number.value, half=half, grain=Grain.hour)


@CLOCK.rule("n=num h=a", "n=num h=ap", "n=num h=ap dot")
def _letter(found: Found) -> Token | None:
    number = found["n"]
    return (
        make(number.value, half=_half(found["h"]), grain=Grain.hour)
        if found["h"].glued and number.text.isdigit() and 0 < number.value < 13
        else None
    )


@CLOCK.rule("n=num m=num h=ampm", "n=num wzero m=num h=ampm", "at n=num m=num h=ampm", "at n=num wzero m=num h=ampm")
def _spoken_meridiem(found: Found) -> Token | None:
    hour, minute = found["n"].value, found["m"].value
    zero = any(word.kind == "wzero" for word in found.all)
    return make(hour, minute, half=_half(found["h"])) if 0 < hour < 13 and (zero or 10 <= minute < 60) else None


@CLOCK.rule("n=num oclock", "n=num ish=approx", "n=num dash ish=approx")
def _oclock(found: Found) -> Token | None:
    number, last = found["n"], found.all[-1]
    if last.kind == "approx" and (last.text != "ish" or not 0 < number.value < 13):
        return None
    return make(number.value, grain=Grain.hour) if 0 <= number.value <= 24 else None


@CLOCK.rule("at n=num", "approx n=num")
def _military(found: Found) -> Token | None:
    number, after = found["n"], found.after
    if (
        len(number.text) == 4
        and number.text.isdigit()
        and not (after is not None and after.kind in ("noun", "x", "unit", "slashmark", "month", "weakmonth", "dash"))
    ):
        early = number.text[0] == "0"
        return make(number.value // 100, number.value % 100, fixed=early) if number.value // 100 < 24 else None
    jotted = len(number.text) == 3 and number.text.isdigit() and number.value % 5 == 0 and found.all[0].kind == "at"
    if jotted and (after is None or after.kind in ("date", "when", "weekday", "rel")):
        return make(number.value // 100, number.value % 100)
    return None


@CLOCK.rule("n=num")
def _digits(found: Found) -> Token | None:
    """Jotted down behind a day: "mon 930", "haircut tomorrow 4"."""
    number, before, after = found["n"], found.before, found.after
    behind = before is not None and before.kind in ("weekday", "weakday", "rel")
    alone = after is None or after.kind in ("comma", "dot", "at", "with", "in", "on")
    noted = before is not None and before.kind == "rel" and before.text.isascii() and len(number.text) < 3
    if noted and number.text.isdigit() and (after is None or after.kind in ("comma", "dot")) and 0 < number.value < 13:
        return make(number.value, grain=Grain.hour)
    short = len(number.text) == 3 or (len(number.text) == 4 and not 1900 <= number.value < 2100)
    if not behind or not alone or not short or not number.text.isdigit() or number.value % 5:
        return None
    return make(number.value // 100, number.value % 100)


@CLOCK.rule("n=num u=unit")
def _hours(found: Found) -> Token | None:
    number = found["n"]
    spoken = number.text == "word" and number.value >= 100 and number.value % 100 == 0
    if (spoken or (len(number.text) == 4 and number.text.isdigit())) and found["u"].text in ("hours", "hrs"):
        return make(number.value // 100, number.value % 100, fixed=True)
    return None


_POINTED = frozenset(("at", "from", "to", "until", "dash", "weekday", "weakday", "rel", "by", "before", "between"))
"""What a time with a point stands behind."""

_LENGTHY = frozenset(("in", "for", "every", "within", "lasting", "lead", "a", "few"))


@CLOCK.rule("t=hh", "at t=hh")
def _hour_letter(found: Found) -> Token | None:
    hour, minute = found["t"].value
    before, after = found.before, found.after
    told = found.all[0].kind == "at" or (
        before is not None and before.kind in ("weekday", "weakday", "rel", "dash", "from", "to")
    )
    if before is not None and (before.kind in _LENGTHY or (before.kind == "dash" and before.text == "~")):
        return None
    if after is not None and after.kind in ("ago", "later", "before", "early", "lead"):
        return None
    return make(hour, minute or 0, fixed=True) if told or hour >= 7 else None


@CLOCK.rule("d=dec h=ampm", "d=dec")
def _point(found: Found) -> Token | None:
    whole, part = found["d"].value
    before, after = found.before, found.after
    half = _half(found.all[-1])
    dated = before is not None and before.kind in ("month", "weakmonth") and found.kind_before(2) in ("num", "ord")
    told = dated or (before is not None and before.kind in _POINTED)
    if (
        len(part) != 2
        or not (half or told)
        or (after is not None and after.kind in ("noun", "unit", "x", "num") and not half)
    ):
        return None
    return make(whole, int(part), half=half)


@CLOCK.rule(
    "m=num past h=num", "m=num unit past h=num", "m=num past h=num x=ampm", "m=num unit past h=num x=ampm",
    "m=num after h=num", "m=num unit after h=num", "m=num after h=num x=ampm", "m=num past h=noon",
    "m=num unit past h=noon", "m=num past h=midnight", "m=num unit past h=midnight", "m=num past h=num x=oclock",
    "m=quarter past h=num x=oclock", "m=half past h=num x=oclock", "m=quarter past h=num",
    "m=quarter past h=num x=ampm", "a m=quarter past h=num", "a m=quarter past h=num x=ampm",
    "m=quarter past h=noon", "a m=quarter past h=noon", "m=quarter after h=num", "a m=quarter after h=num",
    "m=quarter after h=num x=ampm", "a m=quarter after h=num x=ampm", "m=quarter past h=midnight",
    "a m=quarter past h=midnight", "m=half past h=num", "m=half past h=num x=ampm", "m=half past h=noon",
    "m=half past h=midnight",
)  # fmt: skip
def _past(found: Found) -> Token | None:
    return _around(found, 1)


@CLOCK.rule(
    "m=num to h=num", "m=num unit to h=num", "m=num to h=num x=ampm", "m=num unit to h=num x=ampm",
    "m=num until h=num", "m=num unit until h=num", "m=num unit before h=num x=ampm", "m=num before h=num x=ampm",
    "m=num of h=num", "m=num of h=num x=ampm", "m=num to h=noon", "m=num unit to h=noon", "m=num to h=midnight",
    "m=num unit to h=midnight", "m=quarter to h=num", "m=quarter to h=num x=ampm", "a m=quarter to h=num",
    "a m=quarter to h=num x=ampm", "m=quarter to h=noon", "a m=quarter to h=noon", "m=quarter to h=midnight",
    "a m=quarter to h=midnight", "m=quarter of h=num", "a m=quarter of h=num", "m=quarter until h=num",
    "a m=quarter until h=num", "m=quarter until h=num x=ampm", "m=quarter of h=num x=ampm",
    "m=num to h=num x=oclock", "m=quarter to h=num x=oclock",
)  # fmt: skip
def _to(found: Found) -> Token | None:
    middle = next(word for word in found.all if word.kind in ("to", "until", "of", "before"))
    minute = found["m"]
    if minute.kind == "num":
        said = any(word.kind == "unit" for word in found.all)
        before = found.before
        ranged = before is not None and before.kind in ("from", "between", "dash")
        if (
            middle.text not in ("to", "till", "til", "before", "of")
            or ranged
            or not (said or minute.value in (5, 10, 20, 25))
        ):
            return None
        if (
            not said
            and (minute.value == 5 or minute.value == 10)
            and found["h"].kind == "num"
            and not (before is not None and before.kind in _AT)
        ):
            return None
        if middle.kind == "of" and not said:
            return None
    return _around(found, -1)


def _around(found: Found, sign: int) -> Token | None:
    minute, hour = found["m"], found["h"]
    units = [word for word in found.all if word.kind == "unit"]
    if any(word.value != (Grain.minute, 1) for word in units):
        return None
    minutes = {"quarter": 15, "half": 30}.get(minute.kind, minute.value)
    if hour.kind != "num":
        base, fixed = (12 if hour.kind == "noon" else 24), True
    else:
        base, fixed = hour.value, False
    if not (0 < minutes < 60 and 0 < base <= 24):
        return None
    half = _half(found.all[-1])
    if half:
        if base > 12:
            return None
        base, fixed = base % 12 + (12 if half == "pm" else 0), True
    total = (base * 60 + sign * minutes) % 1440
    if not fixed and base <= 12 and total >= 720:
        total -= 720 if total >= 780 else 0
    return make(total // 60 or (0 if fixed else 12), total % 60, fixed=fixed or base > 12)


@CLOCK.rule("m=half h=num", "m=half h=num x=ampm")
def _half_hour(found: Found) -> Token | None:
    """The British "half eight"."""
    after = found.after
    if (
        found["m"].text != "half"
        or not 0 < found["h"].value < 13
        or (after is not None and after.kind in ("unit", "noun", "x", "and", "measure", "dian"))
    ):
        return None
    return make(found["h"].value, 30, half=_half(found.all[-1]))


@CLOCK.rule(
    "at h=num m=num", "h=num m=num", "h=num wzero m=num", "at h=num wzero m=num", "approx h=num m=num",
    "h=num m=num oclock", "h=num dash m=num", "at h=num dash m=num",
)  # fmt: skip
def _spoken(found: Found) -> Token | None:
    hour, minute = found["h"], found["m"]
    ahead = found.all[0].kind in ("at", "approx") or (
        found.before is not None
        and found.before.kind in ("from", "to", "until", "by", "between", "dash", "ord", "after", "before")
    )
    words = hour.text == "word" and minute.text == "word"
    if any(word.kind == "dash" for word in found.all) and not (
        words and minute.glued and minute.value % 5 == 0 and minute.value >= 10
    ):
        return None
    after = found.after
    if not (0 < hour.value <= 24 and 0 < minute.value < 60) or (
        after is not None and after.kind in ("noun", "unit", "measure", "num", "second")
    ):
        return None
    if not (words or (ahead and minute.text.isdigit() and len(minute.text) == 2)):
        return None
    if minute.value < 10 and not any(word.kind == "wzero" for word in found.all):
        return None
    if words and not ahead and found.before is not None and found.before.kind == "num":
        return None
    return make(hour.value, minute.value)


@CLOCK.rule("noon", "at noon", "n=num noon")
def _noon(found: Found) -> Token | None:
    number = found.all[0]
    return None if number.kind == "num" and number.value != 12 else make(12, fixed=True, grain=Grain.hour)


@CLOCK.rule("midnight", "at midnight", "n=num midnight", "at the midnight")
def _midnight(found: Found) -> Token | None:
    number = found.all[0]
    return None if number.kind == "num" and number.value != 12 else make(24, fixed=True, grain=Grain.hour)


@CLOCK.rule(
    "h=num dian", "h=num dian m=num", "h=num dian m=num u=min", "h=num dian m=num u=min s=num v=unit",
    "h=num dian m=half", "h=num dian m=num k=ke", "h=num dian k=zheng", "h=num dian m=num v=unit",
    "h=num dian also m=num u=min", "h=num dian also m=num v=unit", "h=num dian also m=num k=ke",
    "h=num dian da m=num", "h=num dian da m=half",
)  # fmt: skip
def _dian(found: Found) -> Token | None:
    words = found.all
    hour = found["h"].value
    last = words[-1]
    if len(words) == 2:
        return _full_hour(found)
    second: int | None = None
    minute = 0
    middle = next((word for word in words[2:] if word.kind in ("num", "half")), None)
    if middle is not None and middle.kind == "half":
        minute = 30
    elif middle is not None:
        minute = middle.value
        if last.kind == "ke":
            minute *= 15
        elif last.kind == "num" and _fives(found, middle):
            minute *= 5
        elif last.kind == "num" and not _bare_minutes(found, middle):
            return None
        elif last.kind == "unit" and last.value == (Grain.second, 1) and len(words) > 4:
            second = words[-2].value
        elif last.kind == "unit" and last.value != (Grain.minute, 1):
            return None
    return make(hour, minute, second=second, grain=Grain.second if second is not None else Grain.minute)


@CLOCK.rule(
    "cha m=num k=ke h=num dian", "cha m=num u=min h=num dian", "cha m=num v=unit h=num dian",
    "cha m=num h=num dian", "h=num dian cha m=num k=ke", "h=num dian cha m=num u=min", "h=num dian cha m=num v=unit",
)  # fmt: skip
def _short_of(found: Found) -> Token | None:
    """差一刻九点, 九点差五分: so many minutes before the hour."""
    hour, minutes, unit = found["h"].value, found["m"].value, found.get("v")
    if unit is not None and unit.value != (Grain.minute, 1):
        return None
    if found.get("k") is not None:
        minutes *= 15
    if not (0 < minutes < 60 and 0 < hour <= 24):
        return None
    total = hour * 60 - minutes
    return make(total // 60 or 12, total % 60, fixed=hour > 12)


def _fives(found: Found, minute: Token) -> bool:
    """Cantonese counts minutes in fives: 三点搭一, 三点三."""
    after = found.after
    told = any(word.kind == "da" for word in found.all)
    alone = (
        (after is None or after.kind == "dot")
        and minute.text in tuple("一二三四五六七八九")
        and minute.start == found.all[1].end
    )
    return 1 <= minute.value <= 11 and (told or alone)


def _bare_minutes(found: Found, minute: Token) -> bool:
    """三点十五, 三点零五: minutes without 分; what follows must not make them something else."""
    after = found.after
    if after is not None and after.kind in ("unit", "noun", "measure", "dian", "monthmark", "hao", "times"):
        return False
    if minute.start != found.all[1].end:
        return False
    return minute.value >= 10 or minute.text.startswith("零") or (minute.text.isdigit() and len(minute.text) == 2)


def _full_hour(found: Found) -> Token | None:
    hour, mark = found["h"], found.all[1]
    before, after = found.before, found.after
    if hour.value > 24 or not hour.text or (mark.start != hour.end and mark.text.startswith("时")):
        return None
    if (
        after is not None
        and after.kind in ("word", "measure", "dian")
        and after.start == mark.end
        and mark.text == "点"
    ):
        return None
    front = found.text[hour.start - 1] if hour.start else " "
    if mark.text == "点" and hour.text == "一":
        told = before is not None and before.kind in (
            "part",
            "relpart",
            "rel",
            "weekday",
            "at",
            "from",
            "to",
            "hao",
            "part1",
            "tz",
            "num",
        )
        if front in _FEW or (
            not told and after is not None and after.kind == "x" and front not in " ,.:我他她" and hour.start
        ):
            return None
    return make(hour.value, grain=Grain.hour)
