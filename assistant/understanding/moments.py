"""Several times told of one thing: each is a moment of its own; what only one of them tells holds for all."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from assistant.understanding.clause import Clause
from assistant.understanding.ends import OF_THE_CLOCK, counts, is_clock
from assistant.understanding.request import Intent, Request
from assistant.understanding.times import Grain, Reading, TimeKind, TimeMention
from assistant.understanding.times.rules_repeat import NAMES
from assistant.understanding.words.hours import HALF

_LISTED = re.compile(r"\s*(?:[,、&]|,?\s*and\b|和|与|跟|还有|以及|及)\s*(?:(?:also|again|then)\s+)?(?:at\s+|for\s+)?")
_EITHER = re.compile(r"\s*(?:or|或者?|还是)\s*(?:at\s+)?")
_OR = re.compile(r"^(?:or\s+|或者?|还是)")
_EACH = re.compile(r"^(?:also|again|then)(?: to)?\s+|^各(?:[自一]?[个次遍]|自)?|各(?:[自一]?[个次遍]|自)?$")
_WEEKDAY = re.compile(
    r"(?:on )?(?:the )?(?:(?P<both>weekends?|[周週]末)"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|(?:[周週]|星期|礼拜)[一二三四五六日天])"
)
_DAY_OF_MONTH = re.compile(r"(?:on )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)|[\d一二三四五六七八九十廿]{1,3}[号日])")
_MAKES = (Intent.CREATE_REMINDER, Intent.CREATE_EVENT)
_HALF_A_DAY = timedelta(hours=12)


def each_moment(request: Request, clause: Clause) -> list[Request]:
    """One request for each time of a list: "remind me at 3 and at 5 tomorrow to drink water".

    Args:
        request: As it was read.
        clause: What it was read from.

    Returns:
        The request alone where it tells of one time only, or where its times are no list.
    """
    if request.intent not in _MAKES or request.slots.follow_up or request.slots.reference:
        return [request]
    if request.slots.reminder_kind == "timer":
        return _each_length(request, clause)
    dated = [mention for mention in request.times if counts(mention)]
    if len(dated) > 1 and dated[0].rrule and _listed(dated, clause):
        return [replace(request, times=(repeat,)) for repeat in _repeats(dated)] or [request]
    if len(dated) < 2 or not _moments(dated, request):
        return [request]
    if not _listed(dated, clause):
        return [_first_choice(request, dated) if _listed(dated, clause, _EITHER) else request]
    title = _EACH.sub("", request.slots.title or "").strip() or None
    slots = replace(request.slots, title=title)
    others = tuple(mention for mention in request.times if mention not in dated)
    return [
        replace(request, slots=slots, times=tuple(sorted((moment, *others), key=lambda one: one.start_char)))
        for moment in _at_their_hour(_on_their_day(_in_their_month(dated)))
    ]


def _each_length(request: Request, clause: Clause) -> list[Request]:
    """A timer for each length: 定两个计时器，五分钟和十分钟."""
    lengths = [mention for mention in request.times if mention.kind is TimeKind.DURATION and not mention.lead]
    if len(lengths) < 2 or len(lengths) < len(request.times) or not _listed(lengths, clause):
        return [request]
    return [
        replace(request, slots=replace(request.slots, duration=length.duration), times=(length,)) for length in lengths
    ]


def _repeats(dated: Sequence[TimeMention]) -> list[TimeMention]:
    """Repeats at hours of their own; days behind a weekly one are days of every week. Empty where they are not so."""
    out = list(dated[:1])
    for mention in dated[1:]:
        weekly = out[-1].rrule is not None and out[-1].rrule.startswith("FREQ=WEEKLY;BYDAY")
        if mention.rrule is None and weekly and isinstance(mention.start, datetime):
            named = _WEEKDAY.match(mention.text.lower())
            days = "SA,SU" if named and named["both"] else NAMES[mention.start.weekday()]
            if named:
                mention = replace(mention, kind=TimeKind.RECURRENCE, rrule=f"FREQ=WEEKLY;BYDAY={days}", alternatives=())
        out.append(mention)
    rules = {mention.rrule for mention in out}
    timed = all(isinstance(mention.start, datetime) for mention in out)
    return out if timed and None not in rules and len(rules) == len(out) else []


def _first_choice(request: Request, dated: Sequence[TimeMention]) -> Request:
    """Of "tomorrow at 3 or 4" the first; the others can be chosen in its place."""
    first, *rest = _at_their_hour(_on_their_day(dated))
    slots = replace(request.slots, title=_OR.sub("", request.slots.title or "") or None)
    others = tuple(Reading(mention.start, mention.end) for mention in rest if mention.start is not None)
    return replace(request, slots=slots, times=(replace(first, alternatives=(*others, *first.alternatives)),))


def _listed(mentions: Sequence[TimeMention], clause: Clause, joint: re.Pattern[str] = _LISTED) -> bool:
    """True where nothing but the joints of a list stands between them."""
    text = clause.clean.low
    return all(joint.fullmatch(text[one.end_char : other.start_char]) for one, other in pairwise(mentions))


def _moments(dated: Sequence[TimeMention], request: Request) -> bool:
    """True where each is an hour or a day: of events, which may last for days, at least one is an hour."""
    single = all(
        mention.start is not None and mention.end is None and mention.rrule is None and not mention.deadline
        for mention in dated
    )
    hours = [mention for mention in dated if mention.kind is TimeKind.INSTANT and mention.grain in OF_THE_CLOCK]
    days = [mention for mention in dated if mention.kind is TimeKind.DATE and mention.grain is Grain.day]
    told = bool(hours) or request.intent is Intent.CREATE_REMINDER
    return single and told and len(hours) + len(days) == len(dated)


def _in_their_month(dated: Sequence[TimeMention]) -> list[TimeMention]:
    """Days of which only the first tells the month: 3月3号和10号."""
    out = list(dated)
    for index in range(1, len(out)):
        before, start = out[index - 1].start, out[index].start
        if before is None or start is None or not _DAY_OF_MONTH.match(out[index].text.lower()):
            continue
        if before.day < start.day <= monthrange(before.year, before.month)[1]:
            out[index] = replace(out[index], start=start.replace(year=before.year, month=before.month), alternatives=())
    return out


def _at_their_hour(dated: Sequence[TimeMention]) -> list[TimeMention]:
    """Days of which only the last or the first tells the hour."""
    timed = next((one for one in (dated[-1], dated[0]) if isinstance(one.start, datetime)), None)
    if timed is None or not isinstance(timed.start, datetime):
        return list(dated)
    hour = timed.start.timetz()
    return [
        replace(day, start=datetime.combine(day.start, hour), kind=timed.kind, grain=timed.grain, alternatives=())
        if day.start is not None and not isinstance(day.start, datetime)
        else day
        for day in dated
    ]


def _on_their_day(dated: Sequence[TimeMention]) -> list[TimeMention]:
    """The hours with the day, and where none of their own was said the half of it, of those beside them."""
    anchors = [index for index, mention in enumerate(dated) if not is_clock(mention)]
    if not anchors:
        return list(dated)
    out = list(dated)
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
