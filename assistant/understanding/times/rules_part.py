"""Rules for parts of the day: this morning, late last night, in the early evening, 今晚, 下午."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import PARTS, Part, halves

PART = Pass({"p": "part part1", "sep": "and comma", "edge": "early late later mid", "mod": "this last next"})


@dataclass(frozen=True, slots=True)
class When:
    """A part of the day, with the day where one was said (0 is today), and of a repeat with further parts."""

    part: Part
    name: str
    offset: int | None = None
    also: tuple[str, ...] = ()


def _when(name: str, *, offset: int | None = None, edge: Token | None = None, weak: bool = False) -> Token:
    part = PARTS[name]
    if edge is not None and edge.kind != "mid":
        part = halves(part, "early" if edge.kind == "early" else "late")
    return token("when", When(part, name, offset), weak=weak)


@PART.rule("p=part", "p=part1", "p=part approx")
def _bare(found: Found) -> Token | None:
    word, before, after = found["p"], found.before, found.after
    if after is not None and after.kind == "hao3":
        return None
    near = (before is not None and before.kind in ("date", "clock", "comma")) or (
        after is not None and after.kind in ("clock", "at", "num")
    )
    if word.kind == "part1":
        touching = before is not None and before.kind in ("date", "repeat") and before.end == word.start
        ahead = after is not None and after.kind == "clock" and after.start == word.end
        return _when(word.value) if touching or ahead else None
    weak = word.text.isascii() and not near
    return _when(word.value, weak=weak and not (before is None and after is None and word.text != "night"))


@PART.rule(
    "p=part1 q=part1", "p=part1 mid q=part1", "p=part1 sep q=part1", "p=part sep q=part",
    "p=part1 q=part1 e=x num times", "p=part1 mid q=part1 e=x num times",
)  # fmt: skip
def _both(found: Found) -> Token | None:
    """每天早晚, 每天早中晚各一次: of a repeat, at each of them."""
    before, each = found.before, found.get("e")
    if before is None or before.kind != "repeat" or (each is not None and each.text != "各"):
        return None
    parts = ("noon", "evening") if found.all[1].kind == "mid" else (found["q"].value,)
    return token("when", When(PARTS[found["p"].value], found["p"].value, also=parts))


@PART.rule(
    "in the p=part", "at p=part", "in the e=edge p=part", "e=edge in the p=part", "e=edge p=part",
    "e=edge in p=part", "in the e=edge of the p=part", "the p=part", "in the e=edge in the p=part", "at the p=part",
)  # fmt: skip
def _in_the(found: Found) -> Token | None:
    first = found.all[0]
    if first.kind == "at" and found["p"].value not in ("night", "early", "dusk", "evening", "small"):
        return None
    weak = first.kind == "the" or (
        first.kind in ("early", "late", "mid")
        and len(found.all) == 2
        and found.before is not None
        and found.before.kind == "x"
    )
    return _when(found["p"].value, edge=found.get("e"), weak=weak and first.kind == "the")


@PART.rule("m=mod p=part", "e=edge m=mod p=part", "m=mod e=edge p=part", "e=edge in m=mod p=part")
def _this(found: Found) -> Token | None:
    mod, word = found["m"], found["p"]
    if mod.kind == "next" or (mod.kind == "last" and word.value not in ("night", "evening")):
        return None
    return _when(word.value, offset=0 if mod.kind == "this" else -1, edge=found.get("e"))


@PART.rule("r=relpart", "e=edge r=relpart", "r=relpart p=part", "e=edge on r=relpart")
def _with_day(found: Found) -> Token | None:
    offset, name = found["r"].value
    return _when(name, offset=offset, edge=found.get("e"))


@PART.rule("at m=meal", "m=meal time", "over m=meal", "m=meal", "approx m=meal", "at m=meal time")
def _meal(found: Found) -> Token | None:
    name = found["m"].value
    if found["m"].text == "睡前":
        return token("around", (name, False))
    timed = found.all[0].kind in ("at", "over") or found.all[-1].kind == "time" or found["m"].text.endswith("time")
    return _when(name) if name in PARTS and timed else None


@PART.rule(
    "by m=meal", "before m=meal", "after m=meal", "m=meal qian", "m=meal hou", "m=meal of? qian",
    "m=meal time qian",
)  # fmt: skip
def _around_meal(found: Found) -> Token | None:
    words = found.all
    word = found["m"]
    if word.text == "睡前":
        return None
    after = any(item.kind in ("after", "hou") for item in words)
    return token("around", (word.value, after))
