"""The hours of alarms: of the morning where nobody said otherwise, and counted from now where a length was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assistant.understanding.clause import Clause
from assistant.understanding.settling import in_the_morning
from assistant.understanding.times import TimeKind, TimeMention


def ringing(clause: Clause, *, kept: bool) -> list[TimeMention]:
    """The times of a request about an alarm; `kept` where it is about one that is there already."""
    woken = kept or clause.words.waking.search(clause.mask, clause.start, clause.end) is not None
    times = [in_the_morning(m) if woken or _of_a_later_day(m, clause) else m for m in clause.times]
    return _counted(clause, times)


def _counted(clause: Clause, times: list[TimeMention]) -> list[TimeMention]:
    """Of "an alarm of half an hour" the length is counted from now."""
    if len(times) != 1 or times[0].kind is not TimeKind.DURATION or times[0].lead:
        return times
    length = times[0]
    said = f"in {length.text}" if clause.words.spaced else f"{length.text}后"
    counted = next((found for found in clause.find(said) if found.kind is TimeKind.INSTANT), None)
    if counted is None:
        return times
    return [replace(counted, text=length.text, start_char=length.start_char, end_char=length.end_char)]


def _of_a_later_day(mention: TimeMention, clause: Clause) -> bool:
    start = mention.start
    return isinstance(start, datetime) and (start.date() > clause.today or mention.rrule is not None)
