"""The end of an item, said further on than its beginning: 三点开会，开到四点半."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.hours import DAY, HALF

OF_THE_CLOCK = (Grain.hour, Grain.minute, Grain.second)
"""Grains of an hour, as against days."""

_HOURS = re.compile(r"[\d点點时時]")
_NOON = 12


def end_said_later(clause: Clause) -> None:
    """Reads 三点开会，开到四点半 and 九点考试十一点半结束: the second hour is the end of the first."""
    dated = [mention for mention in clause.times if counts(mention)]
    if clause.words.spaced or len(dated) != 2 or not is_clock(dated[1]):
        return
    first, last = dated
    ended = ends_with(clause, last)
    timed = first.grain in OF_THE_CLOCK and first.end is None and isinstance(first.start, datetime)
    if ended is None or not timed or not isinstance(first.start, datetime) or not isinstance(last.start, datetime):
        return
    end = datetime.combine(first.start.date(), last.start.timetz())
    half = timedelta(hours=_NOON)
    others = [end, end + half, end + 2 * half] if not HALF.search(last.text) else [end, end + 2 * half]
    coming = [one for one in others if one > first.start]
    kind = first.kind if first.rrule else TimeKind.INTERVAL
    whole = replace(first, kind=kind, end=min(coming), alternatives=())
    clause.take(*ended, COMMAND)
    clause.times = [whole if one is first else one for one in clause.times if one is not last]


def ends_with(clause: Clause, mention: TimeMention) -> tuple[int, int] | None:
    """Where the words stand that make of an hour the end of what was said before it."""
    before = _UP_TO.search(clause.mask, clause.start, mention.start_char)
    after = _OVER.match(clause.mask, mention.end_char, clause.end)
    if before is None and after is None:
        return None
    return before.start() if before else mention.start_char, after.end() if after else mention.end_char


_UP_TO = re.compile(
    r"[,。 ]*(?:预计|大概|估计|一直|要)*"
    r"(?:(?<=[,。 直计概要])[开上打玩聊考做忙练学看谈办待吃](?:会|课)?"
    r"|(?<=(?P<verb>[开上打考练学看])[\u4e00-\u9fff])(?P=verb))?"
    r"(?:一直)?(?<![迟提改挪移调换])[到至]$"
)
_OVER = re.compile(r"(?:左右|前后)?(?:就|会|能|才|要)*(?:结束|散会|下课|散场|收工|完事|为止)")


def counts(mention: TimeMention) -> bool:
    """It tells when the item is: no lead and no length."""
    return not mention.lead and mention.kind is not TimeKind.DURATION


def is_clock(mention: TimeMention) -> bool:
    """Only an hour was said, no day."""
    opened = mention.kind is TimeKind.INTERVAL and mention.grain in OF_THE_CLOCK
    opened = opened and (mention.end is None or _HOURS.search(mention.text) is not None)
    said = mention.holiday or mention.rrule is not None or DAY.search(mention.text)
    return (mention.kind is TimeKind.INSTANT or opened) and not said
