"""How often: adjectives of a repeat that stand apart from its day and its hour."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.ends import counts, is_clock
from assistant.understanding.settling import found_together
from assistant.understanding.times import TimeKind, TimeMention
from assistant.understanding.times.rules_repeat import NAMES
from assistant.understanding.words.table import Thing

_WEEKS = "FREQ=WEEKLY;INTERVAL"
_WEEKDAYS = "FREQ=WEEKLY;BYDAY"


def repeat_the_day(clause: Clause) -> None:
    """Of "a weekly reminder on Friday at four", "set up a daily call" the adjective says how often it comes again."""
    for word in clause.words.regular.finditer(clause.clean.low, clause.start, clause.end):
        noun = clause.mask[word.end() :].lstrip()
        rings = any(clause.words.things[thing].match(noun) for thing in (Thing.REMINDER, Thing.ALARM))
        others = [one for one in clause.times if counts(one) and one.start_char != word.start()]
        if word.start() == clause.start and len(others) == 1 and others[0].rrule:
            clause.times = [_less_often(clause, word.group(), one) if one is others[0] else one for one in clause.times]
        if not rings and not clause.words.new_one.search(clause.clean.low, clause.start, word.start()):
            continue
        if others and others[0].rrule is None:
            repeated = _repeated(clause, word.group(), others[0]) if len(others) == 1 else None
            if repeated is None:
                continue
            clause.times = [repeated if one is others[0] else one for one in clause.times]
        if others:
            clause.times = [one for one in clause.times if one.start_char != word.start()]
            clause.take(*word.span(), COMMAND)
            before = clause.clean.low[clause.start : word.start()]
            if not before or clause.words.article.fullmatch(before):
                clause.start = min(word.end() + 1, clause.end)


def _less_often(clause: Clause, often: str, days: TimeMention) -> TimeMention:
    """Of "biweekly call on Tuesdays" the Tuesdays of every second week."""
    rule = next((found.rrule for found in clause.find(often) if found.rrule), None) or ""
    if (
        days.rrule is None
        or not rule.startswith("FREQ=WEEKLY;INTERVAL")
        or not days.rrule.startswith("FREQ=WEEKLY;BYDAY")
    ):
        return days
    return replace(days, rrule=rule + days.rrule.removeprefix("FREQ=WEEKLY"))


def _repeated(clause: Clause, often: str, first: TimeMention) -> TimeMention | None:
    """The day or hour of a mention, as often as a word says."""
    if is_clock(first):
        return found_together(clause, often, first)
    rule = next((found.rrule for found in clause.find(often) if found.rrule), None)
    if rule is None or first.start is None:
        return None
    rule += f";BYDAY={NAMES[first.start.weekday()]}" if rule.endswith("=WEEKLY") else ""
    return replace(first, kind=TimeKind.RECURRENCE, rrule=rule)
