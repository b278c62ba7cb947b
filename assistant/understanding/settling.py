"""What the request tells about its times: names of feasts in titles, mornings of alarms."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assistant.understanding.clause import Clause
from assistant.understanding.times import Grain, Reading, TimeKind, TimeMention

_NOON = 12
_EARLY = 4


def give_back_holidays(clause: Clause) -> None:
    """A feast beside another date is part of a name ("Christmas party on the 12th"): its words go to the title."""
    dated = [mention for mention in clause.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    if len(dated) < 2:
        return
    for mention in dated:
        if mention.holiday and any(not other.holiday for other in dated) and _beside_words(clause, mention):
            clause.times = [other for other in clause.times if other is not mention]
            for i in range(mention.start_char, mention.end_char):
                clause.slots[i] = ""


def _beside_words(clause: Clause, mention: TimeMention) -> bool:
    after = clause.mask[mention.end_char : clause.end].lstrip()
    return bool(after) and after[0].isalnum()


def in_the_morning(mention: TimeMention) -> TimeMention:
    """The reading before noon of a clock time that could be either; the others stay as alternatives."""
    start = mention.start
    if not isinstance(start, datetime) or start.hour < _NOON or mention.grain not in (Grain.hour, Grain.minute):
        return mention
    early = [
        reading
        for reading in mention.alternatives
        if isinstance(reading.start, datetime) and _EARLY <= reading.start.hour < _NOON
    ]
    if not early:
        return mention
    chosen = early[0]
    rest = tuple(reading for reading in mention.alternatives if reading != chosen)
    return replace(mention, start=chosen.start, end=chosen.end, alternatives=(Reading(mention.start, mention.end), *rest))
