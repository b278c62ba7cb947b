"""Several requests in one sentence: where one ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.understanding.clause import Clause
from assistant.understanding.ends import ends_with, is_clock
from assistant.understanding.moments import each_moment
from assistant.understanding.reading import Reading, read, read_condition
from assistant.understanding.request import Intent, Request
from assistant.understanding.settling import after_it, on_day_of
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.hours import HALF

_SURE = 0.84
_MOST = 6
_FEW_WORDS = 3
_EVENING = 17


def read_all(clause: Clause) -> list[Reading]:
    """One reading for each request; a sentence that does not fall into clear requests stays whole."""
    return [
        replace(reading, request=request)
        for reading in _read_all(clause)
        for request in each_moment(reading.request, clause)
    ]


def _read_all(clause: Clause) -> list[Reading]:
    condition = read_condition(clause)
    if condition is not None:
        return [condition]
    if clause.words.taken_up.match(clause.mask, clause.start, clause.end):
        return [read(clause)]
    for borders in (_borders(clause), _soft_borders(clause)):
        if not borders:
            continue
        if _text_follows(read(_pieces(clause, borders)[0]), clause, borders[0][0]):
            break
        readings = _reminders_too([read(part) for part in _pieces(clause, borders)], clause, borders)
        if all(_stands(reading.request) for reading in readings) and not any(map(_open_ended, readings[:-1])):
            return _completed(readings, clause.today)
        carried = _same_verb(clause, borders, readings)
        if carried:
            return carried
    return [read(clause)]


def _stands(request: Request) -> bool:
    return request.intent is not Intent.CHAT and request.confidence >= _SURE


_ON_WORDS = (Intent.WRITE, Intent.TRANSLATE, Intent.SUMMARIZE, Intent.CLASSIFY)


def _text_follows(reading: Reading, clause: Clause, end: int) -> bool:
    """Work on the words behind a colon: 总结一下：周一开会，周二出差."""
    return reading.request.intent in _ON_WORDS and ":" in clause.mask[clause.start : end]


def _open_ended(reading: Reading) -> bool:
    """Asks for an item that is not named yet: 加个待办，买猫粮 is one request."""
    slots = reading.request.slots
    if slots.title or slots.reference or slots.list or slots.reminder_kind in ("alarm", "timer"):
        return False
    return reading.request.intent.value.startswith("create")


def _reminders_too(readings: list[Reading], clause: Clause, borders: list[tuple[int, int]]) -> list[Reading]:
    """Of "remind me at four about X and at six about Y": the second is a reminder as well."""
    first = readings[0].request
    if first.intent is not Intent.CREATE_REMINDER or first.slots.reminder_kind != "reminder":
        return readings
    out = readings[:1]
    for reading, part in zip(readings[1:], _pieces(clause, borders)[1:], strict=True):
        again = clause.words.again.match(clause.mask, part.start, part.end)
        if again and "glue" in again.re.groupindex and again.start("glue") >= 0:
            part.start = again.end("glue")
        if again and reading.request.intent is not Intent.CREATE_REMINDER:
            asked = read(part, Intent.CREATE_REMINDER).request
            reading = replace(reading, request=replace(asked, confidence=first.confidence))
        out.append(reading)
    return out


def _same_verb(clause: Clause, borders: list[tuple[int, int]], readings: list[Reading]) -> list[Reading]:
    """Two requests of "call mom at five and dad at six": one verb. Empty where it is not so."""
    first, second = readings[0].request, readings[-1].request
    if len(readings) != 2 or first.intent not in (Intent.CREATE_REMINDER, Intent.CREATE_TASK) or not first.slots.title:
        return []
    right = clause.clean.low[borders[0][1] : clause.end]
    verb = clause.words.doing.match(first.slots.title.lower())
    timed = [mention for mention in second.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    if verb is None or not clause.words.spaced or len(timed) != 1 or clause.words.doing.match(right):
        return []
    part = _pieces(clause, borders)[-1]
    names = read(part, first.intent).request
    if not names.slots.title or len(names.slots.title.split()) > _FEW_WORDS:
        return []
    title = f"{first.slots.title[: verb.end()]} {names.slots.title}"
    request = replace(names, slots=replace(names.slots, title=title), confidence=first.confidence)
    second_reading = replace(readings[-1], request=request, writing=readings[0].writing, talking=0.0)
    return _completed([readings[0], second_reading], clause.today)


def _borders(clause: Clause) -> list[tuple[int, int]]:
    """Joints [start, end) between requests; alerts on the item itself are none."""
    leads = [mention.start_char for mention in clause.times if mention.lead]
    borders: list[tuple[int, int]] = []
    for match in clause.words.joints.finditer(clause.mask, clause.start + 3, clause.end):
        if any(
            0 <= lead - match.end() <= 24 and not clause.mask[match.end() : lead].strip().count(",") for lead in leads
        ):
            continue
        if match.end() > match.start() and len(borders) < _MOST:
            borders.append(match.span())
    return borders


def _soft_borders(clause: Clause) -> list[tuple[int, int]]:
    """Joints with a time of its own on either side: "call with Ana on Monday and lunch with Bob on Tuesday"."""
    dated = [
        mention
        for mention in clause.times
        if not mention.lead
        and mention.kind is not TimeKind.DURATION
        and not clause.words.regular.fullmatch(mention.text.lower())
    ]
    if len(dated) < 2 or (not clause.words.spaced and ends_with(clause, dated[-1])):
        return []
    for match in clause.words.soft_joints.finditer(clause.mask, clause.start + 3, clause.end):
        left = [mention for mention in dated if mention.end_char <= match.start()]
        right = [mention for mention in dated if mention.start_char >= match.end()]
        if clause.words.reason.match(clause.mask, match.start(), clause.end):
            return []
        listed = left and right and (left[-1].end_char, right[0].start_char) == match.span()
        if listed and clause.words.undoing.search(clause.mask, clause.start, left[0].start_char):
            return []  # 取消明天三点和四点的会
        if left and right and len(left) + len(right) == len(dated):
            return [match.span()]
    return _run_together(clause, dated)


def _run_together(clause: Clause, dated: list[TimeMention]) -> list[tuple[int, int]]:
    """Two items said in one breath, each behind its hour: 明天九点开会下午三点看牙."""
    words = clause.words
    hours = [mention for mention in dated if mention.kind is TimeKind.INSTANT and mention.grain is not Grain.day]
    begin = words.alert_first.match(clause.mask, clause.start, clause.end)
    first_at = begin.end() if begin else clause.start
    if words.spaced or len(dated) != 2 or hours != dated or dated[0].start_char != first_at:
        return []
    at = dated[1].start_char
    first = clause.mask[dated[0].end_char : at]
    second = clause.mask[dated[1].end_char : clause.end]
    asked = words.alert_first.match(second)
    plain = second[asked.end() :] if asked else second
    named = all(words.happening.match(piece) or words.doing.match(piece) for piece in (first, plain))
    changed = words.rings.search(first + plain) or words.undoing.search(first + second) or _JOINS.search(first)
    return [(at, at)] if named and not changed else []


_JOINS = re.compile(r"[改到至移前后是换从]")
"""Ends in words that go on with the hour behind them."""


def _pieces(clause: Clause, borders: list[tuple[int, int]]) -> list[Clause]:
    pieces = []
    start = clause.start
    for left, right in [*borders, (clause.end, clause.end)]:
        times = [mention for mention in clause.times if mention.start_char >= start and mention.end_char <= left]
        pieces.append(Clause(clause.clean, clause.words, clause.mask, start, left, times, clause.today, clause.find))
        start = right
    return pieces


def _completed(readings: list[Reading], today: date) -> list[Reading]:
    """Of "… and remind me at six": of what was said before."""
    out: list[Reading] = []
    for reading in readings:
        request = reading.request
        if (
            out
            and request.intent is Intent.CREATE_REMINDER
            and request.slots.title is None
            and request.slots.reference is None
            and request.slots.reminder_kind == "reminder"
        ):
            before = out[-1].request.slots
            reading = replace(reading, request=_titled(request, before.title or before.reference))
        if out and _only_says_to_ring(request) and out[-1].request.intent.value.startswith("create"):
            out[-1] = replace(out[-1], request=_ringing(out[-1].request))
            continue
        if out and request.intent is out[-1].request.intent and _says_no_more(request):
            if request.times and not out[-1].request.times:
                out[-1] = replace(out[-1], request=replace(out[-1].request, times=request.times))
            continue
        if out and request.intent is Intent.CREATE_EVENT and request.slots.title is None:
            reading = replace(reading, request=_another(request, out[-1].request))
            request = reading.request
        day = _day_before(out[-1].request, request) if out else None
        if day is not None and len(request.times) == 1 and is_clock(request.times[0]):
            clock = request.times[0]
            woken = out[-1].request.slots.reminder_kind == "alarm"
            joined = after_it(clock, day, today) if is_clock(day) or woken else _later_that_evening(clock, day)
            reading = replace(reading, request=replace(reading.request, times=(joined,)))
        out.append(reading)
    return out


def _later_that_evening(clock: TimeMention, day: TimeMention) -> TimeMention:
    """The hour on the day of the other; behind an evening one it is no hour of the morning: 晚上七点聚餐，九点回家."""
    moved = on_day_of(clock, day)
    if not isinstance(day.start, datetime) or not isinstance(moved.start, datetime) or HALF.search(clock.text):
        return moved
    other = moved.start + timedelta(hours=12)
    late = day.start.hour >= _EVENING and moved.start < day.start < other and other.date() == day.start.date()
    return replace(moved, start=other, end=None, alternatives=()) if late and moved.end is None else moved


def _day_before(before: Request, request: Request) -> TimeMention | None:
    """The time that an hour said behind it may belong to: of an alarm that takes another's place also the old hour.

    A day that was only asked about says nothing of a reminder.
    """
    if request.intent is Intent.CREATE_REMINDER and before.intent.value.startswith("query"):
        return None
    alarms = before.slots.reminder_kind == request.slots.reminder_kind == "alarm"
    return before.item_time or (before.naming_time if alarms else None)


def _only_says_to_ring(request: Request) -> bool:
    """Of 每月25号交房租，提醒我一下 the second half: how the first is meant."""
    slots = request.slots
    said = slots.title or slots.reference or slots.reminder_minutes_before or request.times
    return request.intent is Intent.CREATE_REMINDER and slots.reminder_kind == "reminder" and not said


def _ringing(request: Request) -> Request:
    """The item as one to be reminded of."""
    kind = request.slots.reminder_kind or "reminder"
    return replace(request, intent=Intent.CREATE_REMINDER, slots=replace(request.slots, reminder_kind=kind))


def _another(request: Request, before: Request) -> Request:
    """Of "delete my eight o'clock alarm and set one for nine": one more of what was spoken of."""
    if before.intent is Intent.CREATE_EVENT:
        return replace(request, slots=replace(request.slots, title=before.slots.title, people=before.slots.people))
    if not before.intent.value.endswith("reminder"):
        return request
    kind = before.slots.reminder_kind
    return replace(request, intent=Intent.CREATE_REMINDER, slots=replace(request.slots, reminder_kind=kind))


def _says_no_more(request: Request) -> bool:
    """Of "I have to be up by seven, set an alarm": the second half only tells again what is asked for."""
    if request.intent.value.startswith("create"):
        return request.slots.title is None and not request.times
    return request.slots.reference is None and not request.intent.value.startswith("query")


def _titled(request: Request, title: str | None) -> Request:
    return replace(request, slots=replace(request.slots, title=title))
