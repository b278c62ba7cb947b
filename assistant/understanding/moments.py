"""Several hours told of one thing: each is a moment of its own, on the day that was said with one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from assistant.understanding.clause import Clause
from assistant.understanding.ends import counts, is_clock
from assistant.understanding.request import Intent, Request
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.hours import HALF

_LISTED = re.compile(r"\s*(?:[,、&]|,?\s*and\b|和|与|跟|还有|以及|及)\s*(?:also\s+)?(?:at\s+|for\s+)?")
_EACH = re.compile(r"^各(?:[自一]?[个次遍]|自)?|各(?:[自一]?[个次遍]|自)?$")
_MAKES = (Intent.CREATE_REMINDER, Intent.CREATE_EVENT)
_HALF_A_DAY = timedelta(hours=12)


def each_moment(request: Request, clause: Clause) -> list[Request]:
    """One request for each hour of a list: "remind me at 3 and at 5 tomorrow to drink water".

    Args:
        request: As it was read.
        clause: What it was read from.

    Returns:
        The request alone where it tells of one time only, or where its times are no list.
    """
    listed = _listed(request, clause)
    if len(listed) < 2 or request.slots.follow_up or request.slots.reference:
        return [request]
    title = _EACH.sub("", request.slots.title or "").strip() or None
    slots = replace(request.slots, title=title)
    others = tuple(mention for mention in request.times if mention not in listed)
    return [
        replace(request, slots=slots, times=tuple(sorted((moment, *others), key=lambda one: one.start_char)))
        for moment in _on_their_day(listed)
    ]


def _listed(request: Request, clause: Clause) -> list[TimeMention]:
    """All the times of an item that is made, where they are hours in a list."""
    dated = [mention for mention in request.times if counts(mention)]
    hours = all(
        mention.kind is TimeKind.INSTANT
        and mention.grain in (Grain.hour, Grain.minute)
        and isinstance(mention.start, datetime)
        and mention.end is None
        and mention.rrule is None
        and not mention.deadline
        for mention in dated
    )
    text = clause.clean.low
    between = [text[one.end_char : other.start_char] for one, other in pairwise(dated)]
    in_a_row = all(_LISTED.fullmatch(joint) for joint in between)
    return dated if request.intent in _MAKES and hours and in_a_row else []


def _on_their_day(listed: Sequence[TimeMention]) -> list[TimeMention]:
    """The hours with the day, and where none of their own was said the half of it, of those beside them."""
    anchors = [index for index, mention in enumerate(listed) if not is_clock(mention)]
    if not anchors:
        return list(listed)
    out = list(listed)
    for index in range(anchors[0] - 1, -1, -1):
        out[index] = _beside(out[index], out[index + 1], earlier=True)
    for index in range(anchors[0] + 1, len(out)):
        if index not in anchors:
            out[index] = _beside(out[index], out[index - 1], earlier=False)
    return out


def _beside(clock: TimeMention, other: TimeMention, *, earlier: bool) -> TimeMention:
    """An hour on the day of another: of both halves of the day the one that is nearest before, or after it."""
    start, known = clock.start, other.start
    if not isinstance(start, datetime) or not isinstance(known, datetime):
        return clock
    moved = datetime.combine(known.date(), start.timetz())
    halves = [moved]
    if not HALF.search(clock.text) and any(_other_half(start, one.start) for one in clock.alternatives):
        halves = [moved.replace(hour=moved.hour % 12), moved.replace(hour=moved.hour % 12) + _HALF_A_DAY]
    fitting = [one for one in halves if (one < known if earlier else one > known)]
    if fitting:
        chosen = max(fitting) if earlier else min(fitting)
    else:
        chosen = min(halves) if earlier else min(halves) + timedelta(days=1)
    return replace(clock, start=chosen, end=None, alternatives=())


def _other_half(start: datetime, other: object) -> bool:
    return isinstance(other, datetime) and (other - start) % timedelta(days=1) == _HALF_A_DAY
