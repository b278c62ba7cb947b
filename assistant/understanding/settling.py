"""What the request tells about its times: the day of an hour said apart, mornings of alarms."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.ends import OF_THE_CLOCK, counts, end_said_later, is_clock
from assistant.understanding.request import Intent
from assistant.understanding.times import Grain, Reading, TimeKind, TimeMention
from assistant.understanding.words.hours import DAY, HALF

_NUMBER = re.compile(r"(?:at |no\.? )?\d{1,4}$", re.IGNORECASE)
_SO_LONG = re.compile(
    r"^in \d+$|\b(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?)\b|小时|小時|分钟|分鐘|秒|钟头", re.IGNORECASE
)
"""Counted from now, so of no half of the day."""

_COMING = re.compile(r"within (?:the )?(?:next|coming) ([a-z0-9 ]+)$")
_SPANS = (TimeKind.INTERVAL, TimeKind.RECURRENCE)
_NOON = 12
_EARLY = 4
_DAWN = 7


def found_together(clause: Clause, often: str, clock: TimeMention) -> TimeMention | None:
    """The repeat that its words and those of the hour make together, at the place of the hour."""
    words = f"{often} {clock.text}" if clause.words.spaced else often + clock.text
    for found in clause.find(words):
        if found.rrule is not None and isinstance(found.start, datetime) and found.text == words:
            return replace(found, text=clock.text, start_char=clock.start_char, end_char=clock.end_char)
    return None


def in_the_evening(mention: TimeMention) -> TimeMention:
    """The reading after noon of an hour that nobody said to be of the morning."""
    start = mention.start
    if not isinstance(start, datetime) or start.hour <= _EARLY or HALF.search(mention.text):
        return mention
    if _SO_LONG.search(mention.text):
        return mention
    if mention.grain not in OF_THE_CLOCK or mention.kind is TimeKind.INTERVAL:
        return mention
    if start.hour >= _NOON:
        return replace(mention, alternatives=())
    return replace(mention, start=start.replace(hour=start.hour + _NOON), alternatives=(Reading(start, mention.end),))


def split_change(clause: Clause) -> None:
    """Of "From Tuesday to Thursday at ten" is no span where something is moved: the old time and the new one."""
    for mention in list(clause.times):
        if mention not in clause.times:
            continue
        at = clause.times.index(mention)
        end = mention.end_char
        if at + 1 < len(clause.times) and clause.times[at + 1].start_char == end + 1:
            end = clause.times[at + 1].end_char
        if mention.kind not in _SPANS and end == mention.end_char:
            continue
        parts = clause.words.from_to.fullmatch(clause.clean.low[mention.start_char : end])
        if not parts:
            continue
        found = [
            replace(part, start_char=part.start_char + left, end_char=part.end_char + left)
            for left, words in ((mention.start_char + parts.start(group), parts.group(group)) for group in (1, 2))
            for part in _found_alone(clause, words)
        ]
        if len(found) == len(parts.groups()):
            clause.times[at : at + 1 + (end != mention.end_char)] = found


def _found_alone(clause: Clause, words: str) -> tuple[TimeMention, ...]:
    """The time that words are; a bare number is an hour."""
    found = clause.find(words)[:1]
    whole = bool(found) and found[0].text == words
    if not whole and (clause.words.spaced or _NUMBER.match(words)):
        at = "at "
        told = tuple(
            replace(part, text=part.text.removeprefix(at), start_char=0, end_char=part.end_char - len(at))
            for part in clause.find(at + words)[:1]
        )
        found = told or found
    return found


def settle(clause: Clause, intent: Intent) -> None:
    """Makes one time of a day and an hour said apart; lets the day said before a change hold for the new hour."""
    if intent.value.startswith("create"):
        end_said_later(clause)
    if intent.value.startswith("query") and clause.words.past_asked.match(clause.mask, clause.start, clause.end):
        clause.times = [_gone_by(mention, clause.today) for mention in clause.times]
    dated = [mention for mention in clause.times if counts(mention)]
    if len(dated) < 2:
        return
    act = intent.value.split("_")[0]
    if act in ("delete", "complete") and len(dated) == 2:
        _one_naming_time(clause, dated)
    dated = [one for i, one in enumerate(dated) if not any(_same_repeat(one, other) for other in dated[:i])]
    day, clock = dated[0], dated[-1]
    if act == "create" and is_clock(dated[0]) and not is_clock(dated[-1]):
        day, clock = clock, day
    if act == "create" and day.rrule and clock.rrule is None and not is_clock(clock):
        whole = found_together(clause, day.text, clock)
        if whole is not None:
            rest = [mention for mention in clause.times if mention is not clock]
            clause.times = [whole if mention is day else mention for mention in rest]
        return
    if is_clock(day) or not is_clock(clock) or day.start is None or act not in ("create", "update"):
        return
    if act == "create" and day.grain in OF_THE_CLOCK and not isinstance(day.end, datetime):
        return
    joined = on_day_of(clock, day) if act == "update" else _joined(day, clock)
    if joined.rrule and isinstance(joined.start, datetime) and joined.start.date() == clause.today:
        together = found_together(clause, day.text, clock)
        joined = replace(joined, start=together.start, end=together.end) if together else joined
    gone = (clock,) if act == "update" else (day, clock)
    rest = [one for one in clause.times if one not in gone and not (act == "create" and _same_repeat(one, day))]
    place = clause.times.index(clock if act == "update" else min(day, clock, key=lambda mention: mention.start_char))
    clause.times = [*rest[:place], joined, *rest[place:]]


def _same_repeat(one: TimeMention, other: TimeMention) -> bool:
    """A repeat whose beginning or end was said apart is found twice."""
    return one.rrule is not None and (one.rrule, one.start) == (other.rrule, other.start)


def _one_naming_time(clause: Clause, dated: list[TimeMention]) -> None:
    """Of "cancel the 4pm review tomorrow": the hour and the day tell of one moment."""
    clock, day = dated if is_clock(dated[0]) else dated[::-1]
    told = day.grain in OF_THE_CLOCK and day.kind is TimeKind.INSTANT  # 明天三点和四点的会: two moments
    if is_clock(clock) and not is_clock(day) and day.start is not None and not day.rrule and not told:
        joined = _joined(day, clock)
        clause.times = [
            joined if mention is dated[0] else mention for mention in clause.times if mention is not dated[1]
        ]


def _gone_by(mention: TimeMention, today: date) -> TimeMention:
    """Of a day that is asked about as past, the last such day: "what did I have on Monday"."""
    if mention.kind is not TimeKind.DATE or mention.start is None or str(mention.start)[:10] <= today.isoformat():
        return mention
    before = [one for one in mention.alternatives if one.start and str(one.start)[:10] < today.isoformat()]
    last = max(before, key=lambda one: str(one.start), default=None)
    return replace(mention, start=last.start, end=last.end, alternatives=()) if last else mention


def bring_forward(clause: Clause) -> None:
    """A lead that says how far an item moves (评审会提前一小时) is no alert; its verb is a word again."""
    if not clause.words.brought_forward.match(clause.mask, clause.start, clause.end):
        return
    dated = [mention for mention in clause.times if counts(mention)]
    for mention in clause.times:
        verb = clause.words.forward.match(mention.text) if mention.lead else None
        if verb and not dated:
            clause.mask = (
                clause.mask[: mention.start_char] + verb.group() + clause.mask[mention.start_char + verb.end() :]
            )
            clause.slots[mention.start_char : mention.start_char + verb.end()] = [""] * verb.end()
            place = mention.start_char + verb.end()
            moved = replace(mention, lead=False, start_char=place, text=mention.text[verb.end() :])
            clause.times[clause.times.index(mention)] = moved
        elif mention.lead and (verb is None or clause.mask[clause.start] in "把将將"):
            clause.times[clause.times.index(mention)] = replace(mention, lead=False)


def shift_lengths(clause: Clause) -> None:
    """Of "move lunch an hour later" the time is how far it moves, no moment counted from now."""
    if not clause.words.moving.match(clause.mask, clause.start, clause.end):
        return
    for mention in clause.times:
        said = clause.words.shifted.fullmatch(mention.text.lower())
        length = (
            next((found.duration for found in clause.find(said.group(1) + " longer") if found.duration), None)
            if said
            else None
        )
        if length is not None:
            shift = replace(mention, kind=TimeKind.DURATION, start=None, end=None, duration=length, lead=False)
            clause.times[clause.times.index(mention)] = replace(shift, alternatives=())


def end_within(clause: Clause) -> None:
    """Of "finish it within two weeks" the end is the last moment for it."""
    for mention in clause.times:
        if mention.kind is not TimeKind.INTERVAL or mention.end is None:
            continue
        coming = _COMING.search(clause.clean.low, clause.start, mention.end_char)
        if coming:
            _due_then(clause, mention, coming.group(1))
        if coming or mention.grain is not Grain.second or not clause.words.within.fullmatch(mention.text.lower()):
            continue
        daily = isinstance(mention.end, datetime) and mention.end.hour == mention.end.minute == 0
        last = mention.end.date() if isinstance(mention.end, datetime) and daily else mention.end
        kind, grain = (TimeKind.DATE, Grain.day) if daily else (TimeKind.INSTANT, Grain.minute)
        due = replace(mention, kind=kind, grain=grain, start=last, end=None, deadline=True, alternatives=())
        clause.times[clause.times.index(mention)] = due


def _due_then(clause: Clause, mention: TimeMention, length: str) -> None:
    """Of "within the next two weeks" the day in two weeks, however the calendar counts weeks."""
    tried = [found for said in (f"in {length}", f"in a {length}") for found in clause.find(said)]
    last = next((found for found in tried if found.kind is TimeKind.DATE), None)
    if last is not None:
        due = replace(mention, kind=TimeKind.DATE, grain=Grain.day, start=last.start, end=None, deadline=True)
        clause.times[clause.times.index(mention)] = replace(due, alternatives=())


def subtract_lead(clause: Clause) -> None:
    """Reads "remind me two days before my anniversary on June 12": one time, and the words between name no item."""
    leads = [mention for mention in clause.times if mention.lead and mention.duration is not None]
    dated = [mention for mention in clause.times if counts(mention)]
    if len(leads) != 1 or len(dated) != 1 or dated[0].rrule:
        return
    lead, day = leads[0], dated[0]
    if day.start is None or lead.duration is None or lead.end_char > day.start_char:
        return
    moved = replace(day, start=_earlier(day.start, lead.duration), end=None, alternatives=())
    clause.take(lead.start_char, day.start_char, COMMAND)
    clause.times = [moved if mention is day else mention for mention in clause.times if mention is not lead]


def _earlier(start: datetime | date, length: timedelta) -> datetime | date:
    return start - length if isinstance(start, datetime) else start - timedelta(days=length.days)


def on_day_of(clock: TimeMention, day: TimeMention) -> TimeMention:
    """The hour of one mention on the day of another."""
    start, on = clock.start, day.start
    if not isinstance(start, datetime) or on is None:
        return clock
    moved = datetime.combine(on.date() if isinstance(on, datetime) else on, _usual(clock, start).timetz())
    if isinstance(on, datetime) and isinstance(day.end, datetime) and not on <= moved < day.end:
        other = moved.replace(hour=(moved.hour + _NOON) % 24)
        moved = other if on <= other < day.end else moved
    if isinstance(on, datetime) and isinstance(day.end, datetime) and not DAY.search(day.text.lower()):
        said = (clock.start, *(reading.start for reading in clock.alternatives))
        coming = [one for one in said if isinstance(one, datetime) and one.timetz() == moved.timetz()]
        moved = coming[0] if coming else moved  # 把早上的闹钟调到七点, said at nine
    other = moved.replace(hour=(moved.hour + _NOON) % 24)
    halves = (Reading(other, None),) if _in_both_halves(clock, start) else ()
    return replace(clock, start=moved, end=_shifted(clock, moved), alternatives=halves)


def _in_both_halves(clock: TimeMention, start: datetime) -> bool:
    """True where the hour may as well be one of the other half of the day."""
    others = [reading.start for reading in clock.alternatives if isinstance(reading.start, datetime)]
    return any((one.hour - start.hour) % 24 == _NOON and one.minute == start.minute for one in others)


def after_it(clock: TimeMention, first: TimeMention, today: date) -> TimeMention:
    """The hour said behind one that is not of today: of "wake me at six and remind me at seven" the one after it."""
    if not isinstance(first.start, datetime) or not isinstance(clock.start, datetime) or first.start.date() == today:
        return clock
    others = () if HALF.search(clock.text) else clock.alternatives
    options = [clock.start, *(r.start for r in others if isinstance(r.start, datetime))]
    later = [on_day_of(replace(clock, start=option, alternatives=()), first) for option in options]
    coming = [one for one in later if isinstance(one.start, datetime) and one.start > first.start]
    return min(coming, key=lambda one: str(one.start)) if coming else clock


def _usual(clock: TimeMention, start: datetime) -> datetime:
    """The usual half of the day of an hour that was read beside now, before its day was known."""
    if HALF.search(clock.text) or not _in_both_halves(clock, start) or _DAWN <= start.hour < _DAWN + _NOON:
        return start
    return start.replace(hour=(start.hour + _NOON) % 24)


def _joined(day: TimeMention, clock: TimeMention) -> TimeMention:
    timed = on_day_of(clock, day)
    kind = day.kind if day.rrule else clock.kind
    first = min(day, clock, key=lambda mention: mention.start_char)
    return replace(
        timed,
        text=first.text,
        start_char=first.start_char,
        end_char=first.end_char,
        kind=kind,
        rrule=day.rrule,
        deadline=day.deadline or clock.deadline,
    )


def _shifted(clock: TimeMention, start: datetime) -> datetime | None:
    if isinstance(clock.end, datetime) and isinstance(clock.start, datetime):
        return start + (clock.end - clock.start)
    return None


def in_the_morning(mention: TimeMention) -> TimeMention:
    """The reading before noon of a clock time that could be either; the others stay as alternatives."""
    start = mention.start
    if not isinstance(start, datetime) or start.hour < _NOON or mention.grain not in (Grain.hour, Grain.minute):
        return mention
    early = [
        reading
        for reading in mention.alternatives
        if isinstance(reading.start, datetime)
        and _EARLY <= reading.start.hour < _NOON
        and (reading.start.hour, reading.start.minute) == (start.hour % _NOON, start.minute)
    ]
    if not early:
        return mention
    chosen = early[0]
    rest = tuple(reading for reading in mention.alternatives if reading != chosen)
    return replace(
        mention, start=chosen.start, end=chosen.end, alternatives=(Reading(mention.start, mention.end), *rest)
    )
