"""One clause to one request: the winning way of asking is used up, what is left becomes the slots."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.understanding import slots as say
from assistant.understanding.alarms import ringing
from assistant.understanding.beside import take_beside
from assistant.understanding.clause import COMMAND, TIME, Clause, take_times, trim
from assistant.understanding.clean import plain_form
from assistant.understanding.ends import OF_THE_CLOCK
from assistant.understanding.follow_up import NAG, find_follow_up, take_insistence
from assistant.understanding.given_back import (
    give_back_attributes,
    give_back_holidays,
    give_back_named_days,
    give_back_numbers,
)
from assistant.understanding.intents import Candidate, candidates, intent_of, thing_in
from assistant.understanding.named_times import keep_names
from assistant.understanding.often import repeat_the_day
from assistant.understanding.request import Intent, Mark, Request, Slots
from assistant.understanding.settling import (
    bring_forward,
    end_within,
    in_the_evening,
    settle,
    shift_lengths,
    split_change,
    subtract_lead,
)
from assistant.understanding.shorthand import Shorthand, take_shorthand
from assistant.understanding.times import TimeKind, TimeMention
from assistant.understanding.words.table import Act, Thing

_KEPT = ("title", "keep", "reference", "new_title")
_ASIDE = ("aside", "instead", "not")
"""Groups of rules whose times say nothing about the item: "is *now* at five instead of *four*"."""

_PRIORITIES = {
    word: value
    for value, words in (
        ("high", "high urgent 高 最高"),
        ("normal", "normal medium 中 中等 普通 一般"),
        ("low", "low 低 最低"),
    )
    for word in words.split()
}

_ASKS = (Intent.QUERY_EVENTS, Intent.QUERY_TASKS, Intent.QUERY_REMINDERS, Intent.QUERY_TIME)
_TO_DO = (Intent.CREATE_TASK, Intent.CREATE_REMINDER)
_TALK = (Intent.CHAT, Intent.WRITE, Intent.TRANSLATE, Intent.SUMMARIZE, Intent.CLASSIFY, Intent.SEARCH)

_MAKES = (Act.CREATE, Intent.CREATE_EVENT, Intent.CREATE_TASK, Intent.CREATE_REMINDER)


_ALERT_ALONE = 0.96
""" "Ten minutes before, remind me": an alert on what was spoken of."""

_CONDITION = 0.985

_TYPED = 0.9
"""Talk lighter than this is none where a list, a priority or a length was marked."""

_MARKED = 0.987
"""The same in a language without spaces, where a mark is never part of the words."""

GUESSED = 0.4
"""Confidence of a request whose intent was given and for which no words of the sentence ask."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A request, and the weights of the best reading that writes and of the best that does not."""

    request: Request
    writing: float
    talking: float


def read(clause: Clause, intent: Intent | None = None) -> Reading:
    """The likeliest request of a clause, or the likeliest of a given intent."""
    marks = take_shorthand(clause)
    trim(clause)
    give_back_attributes(clause)
    give_back_numbers(clause)
    take_times(clause)
    bring_forward(clause)
    shift_lengths(clause)
    clause.beside = take_beside(clause)
    asked = clause.words.alert_first.match(clause.mask, clause.start, clause.end)
    if asked and (clause.beside is None or clause.beside.counted):
        subtract_lead(clause)
    say.name_alerts(clause)
    alerts = say.take_alerts(clause, after=asked.end() if asked else clause.start)
    if clause.beside is not None and clause.beside.minutes_before and not alerts:
        alerts = (clause.beside.minutes_before,)
    repeat_the_day(clause)
    give_back_holidays(clause)
    weighed = _weighed(clause, every=intent is not None)
    best = weighed[0]
    if best.intent is Intent.CHAT and alerts and not say.words_left(clause, clause.start, clause.end):
        best = Candidate(_ALERT_ALONE, Intent.CREATE_REMINDER)
    if intent is not None:
        best = next((c for c in weighed if c.intent is intent or _could_be(c, intent)), Candidate(GUESSED, intent))
        best = replace(best, intent=intent, weight=best.weight if best.match else GUESSED)
    elif marks.intent is not None:
        best = Candidate(0.99, marks.intent)
    elif (
        marks.evidence
        and best.intent in _TALK
        and (best.weight < (_TYPED if clause.words.spaced else _MARKED) or best.intent is not Intent.CHAT)
    ):
        best = Candidate(0.85, None, Act.CREATE)
    if best.writes and (best.act or best.intent) in _MAKES:
        begin = best.begin(clause.start)
        give_back_named_days(clause, begin)
        keep_names(clause, begin, event=best.intent not in _TO_DO)
    intent_at_hand = best.intent or (
        Intent(f"{best.act.value}_event") if best.act in (Act.CREATE, Act.UPDATE, Act.DELETE) else Intent.CHAT
    )
    if best.act is Act.UPDATE:
        split_change(clause)
    if best.writes and clause.words.evening.search(clause.mask, clause.start, clause.end):
        clause.times = [in_the_evening(mention) for mention in clause.times]
    settle(clause, intent_at_hand)
    if (best.act or best.intent) in _MAKES:
        _settle_new(clause, best)
    if best.thing is Thing.ALARM or clause.words.things[Thing.ALARM].search(clause.mask, clause.start, clause.end):
        kept = {best.act, intent_at_hand.value.split("_")[0]} & {Act.UPDATE, Act.DELETE}
        clause.times = ringing(clause, kept=bool(kept))
    request = _request(clause, best, marks, alerts)
    writing = max((c.weight for c in weighed if c.writes), default=0.0)
    talking = max((c.weight for c in weighed if not c.writes), default=0.0)
    return Reading(request, max(writing, best.weight if best.writes else 0.0), talking)


def _weighed(clause: Clause, *, every: bool) -> list[Candidate]:
    """What fits, heaviest first; why something is changed is left out."""
    found = candidates(clause, every=every)
    why = clause.words.reason.search(clause.mask, clause.start + 1, clause.end) if found[0].changes else None
    if why is None:
        return found
    clause.end = why.start()
    _drop_times(clause, why.span())
    return candidates(clause, every=every)


def read_condition(clause: Clause) -> Reading | None:
    """What is to be reminded of only if it is not done by then; None where the sentence says no such thing."""
    found = find_follow_up(clause)
    if found is None:
        return None
    clause.take(clause.start, clause.end, COMMAND)
    for span in found.spans:
        clause.free(*span)
    take_times(clause)
    slots = Slots(
        title=found.title,
        reference=found.reference,
        reminder_kind="reminder",
        follow_up=True,
        insists=NAG if found.nags else None,
        deadline=any(mention.deadline for mention in clause.times),
    )
    request = Request(
        intent=Intent.CREATE_REMINDER,
        confidence=_CONDITION,
        slots=slots,
        times=tuple(clause.times),
        marks=_marks(clause),
    )
    return Reading(request, _CONDITION, 0.0)


def _settle_new(clause: Clause, best: Candidate) -> None:
    """What times mean of an item that is made."""
    if best.intent in _TO_DO or best.act is Act.CREATE:
        end_within(clause)
    clause.times = [_from_an_hour(mention) for mention in clause.times]


def _from_an_hour(mention: TimeMention) -> TimeMention:
    """Of 14:00开始的访谈 the hour, which is all that was said."""
    opened = mention.kind is TimeKind.INTERVAL and mention.grain in OF_THE_CLOCK and mention.end is None
    return replace(mention, kind=TimeKind.INSTANT) if opened and isinstance(mention.start, datetime) else mention


def _could_be(candidate: Candidate, intent: Intent) -> bool:
    return candidate.intent is None and candidate.act is not None and intent.value.startswith(candidate.act.value)


def _request(clause: Clause, best: Candidate, marks: Shorthand, alerts: tuple[int, ...]) -> Request:
    if best.intent in _TALK:
        return Request(
            intent=best.intent or Intent.CHAT, confidence=best.weight, times=tuple(clause.times), marks=_marks(clause)
        )
    body = None if best.intent in _ASKS else _use_up(clause, best)
    intent = best.intent or intent_of(best.act or Act.CREATE, clause, *(body or (clause.start, clause.end)))
    name = intent.value.split("_")[0]
    slots = Slots(
        priority=marks.priority, location=marks.place, tags=marks.tags, list=marks.list, reminder_minutes_before=alerts
    )
    if name == "query":
        slots = _asked(clause, slots)
    elif name == "create":
        slots = _created(clause, best, intent, slots, marks)
    else:
        slots = _changed(clause, best, intent, slots, body)
    if slots.reference and name == "create" and not (clause.beside is not None and clause.beside.counted):
        name = "beside"
    return Request(
        intent=intent,
        confidence=best.weight,
        slots=slots,
        times=tuple(clause.times),
        marks=_marks(clause),
        naming=_naming(clause, name, body),
    )


def _naming(clause: Clause, act: str, body: tuple[int, int] | None) -> int:
    """How many times tell which item is meant: all of what is removed; of a change those among the item's words."""
    if act in ("delete", "complete", "beside"):
        return len(clause.times)
    if act != "update":
        return 0
    dated = [mention for mention in clause.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    if body is None:
        return clause.times.index(dated[-1]) if len(dated) > 1 else 0
    inside = sum(body[0] <= mention.start_char < body[1] for mention in clause.times)
    return inside if inside or len(dated) < 2 else clause.times.index(dated[-1])


def _use_up(clause: Clause, best: Candidate) -> tuple[int, int] | None:
    """Marks the words of the rule; returns where the words of the item stand, where the rule says so."""
    if best.match is None:
        return None
    clause.take(*best.match.span(), COMMAND)
    body = None
    for group in best.match.groupdict():
        start, end = best.match.span(group)
        if start < 0:
            continue
        if group in _KEPT:
            if group == "new_title":
                _free_all(clause, start, end)
            clause.free(start, end)
            body = (start, end) if group != "new_title" else body
        else:
            clause.take(start, end, group)
    return body


def _free_all(clause: Clause, start: int, end: int) -> None:
    """What looks like a time in a new name ("Q2 kickoff") tells none."""
    for mention in [one for one in clause.times if start <= one.start_char < end]:
        clause.times.remove(mention)
        clause.free_time(mention.start_char, mention.end_char)


def _asked(clause: Clause, slots: Slots) -> Slots:
    return replace(slots, list=slots.list or say.take_list(clause) or say.own_list(clause))


def _created(clause: Clause, best: Candidate, intent: Intent, slots: Slots, marks: Shorthand) -> Slots:
    thing = best.thing if intent is Intent.CREATE_REMINDER else None
    named = _group(clause, best, "list")
    slots = replace(
        slots,
        list=slots.list
        or (named if named is not None else say.take_list(clause) if intent is not Intent.CREATE_EVENT else None),
        calendar=_group(clause, best, "calendar")
        or (say.take_calendar(clause) if intent is not Intent.CREATE_TASK else None),
        tags=slots.tags + (say.take_tags(clause) if thing in (None, Thing.REMINDER) else ()),
        priority=slots.priority or say.take_priority(clause),
        location=slots.location or say.take_place(clause, named_only=intent is not Intent.CREATE_EVENT),
        duration=marks.duration or say.length_of(clause),
        deadline=any(mention.deadline for mention in clause.times),
        insists=take_insistence(clause) if intent is Intent.CREATE_REMINDER else None,
    )
    title = say.named_title(clause, say.words_left(clause, clause.start, clause.end))
    if title and intent is Intent.CREATE_REMINDER:
        title = say.without(clause.words.reminder_edges, title) or title
    for told in (clause.words.duty, clause.words.having):
        if title and best.match is None and (said := told.match(plain_form(title))):
            title = title[said.end() :].strip() or title
    people = say.people_in(clause) if intent is not Intent.CREATE_TASK else ()
    kind = say.kind_of(thing) if intent is Intent.CREATE_REMINDER else None
    slots = replace(slots, title=title, people=people, reminder_kind=kind)
    return _beside(clause, slots) if intent is Intent.CREATE_REMINDER else slots


def _beside(clause: Clause, slots: Slots) -> Slots:
    """The item that a reminder is counted from, where it was named beside the lead or is all that it is about."""
    beside = clause.beside
    if beside is not None:
        return replace(slots, reference=beside.words, minutes_after=beside.minutes_after)
    title = plain_form(slots.title or "")
    timed = [mention for mention in clause.times if not mention.lead and mention.grain in OF_THE_CLOCK]
    if not slots.reminder_minutes_before or timed or not title or clause.words.doing.match(title):
        return slots
    if not clause.words.happening.search(title):
        return slots
    return replace(slots, title=None, reference=slots.title)


def _group(clause: Clause, best: Candidate, group: str) -> str | None:
    """What the rule itself caught for a slot; "" where it caught a word that names nothing."""
    if best.match is None or group not in best.match.re.groupindex or best.match.start(group) < 0:
        return None
    start, end = best.match.span(group)
    text = clause.written(start, end).strip()
    plain = clause.words.article.sub("", plain_form(text)).strip()
    text = text[len(text) - len(plain) :] if plain_form(text).endswith(plain) else text
    text = re.sub(r"^(?:叫做?|名为|名叫|名為)|的$", "", text)
    stem = re.sub(r"(?:[ -]?(?:check)?lists?|清单|清單|列表)$", "", text, flags=re.IGNORECASE).strip()
    return "" if not stem or plain_form(stem) in clause.words.generic_lists else stem


def _changed(clause: Clause, best: Candidate, intent: Intent, slots: Slots, body: tuple[int, int] | None) -> Slots:
    start, end = body or (clause.start, clause.end)
    named = _group(clause, best, "list")
    thing = thing_in(clause, start, end)
    slots = replace(
        slots,
        list=slots.list or (named if named is not None else say.take_list(clause)) or None,
        calendar=say.take_calendar(clause),
        priority=_PRIORITIES.get(_group(clause, best, "priority") or _group(clause, best, "to") or ""),
        location=_group(clause, best, "location"),
        new_title=_written_group(clause, best, "new_title"),
    )
    if slots.new_title is not None and best.match is not None:
        _drop_times(clause, best.match.span("new_title"))
    if best.match is not None:
        for group in _ASIDE:
            if group in best.match.re.groupindex:
                _drop_times(clause, best.match.span(group))
    if intent.value.endswith(("reminder", "task")) or thing is Thing.EVENT:
        kind_said = clause.words.reference_edges[0].match(clause.mask[start:end])
        clause.take(start, start + kind_said.end() if kind_said else start, COMMAND)
    reference = say.words_left(clause, start, end)
    for pattern in clause.words.reference_edges:
        reference = (
            say.without(pattern, reference).strip()
            if intent.value.endswith(("reminder", "task")) or thing is Thing.EVENT
            else reference
        )
    reference = (
        say.without(clause.words.article, reference)
        if reference.islower() or not clause.words.spaced
        else re.sub(r"^(?:the|my|our|The|My) ", "", reference)
    )
    kind = say.kind_of(thing) if intent.value.endswith("reminder") else None
    return replace(slots, reference=say.named_title(clause, reference), reminder_kind=kind)


def _drop_times(clause: Clause, span: tuple[int, int]) -> None:
    """Times in [start, end) say nothing about the item."""
    clause.times = [mention for mention in clause.times if not span[0] <= mention.start_char < span[1]]


def _written_group(clause: Clause, best: Candidate, group: str) -> str | None:
    if best.match is None or group not in best.match.re.groupindex or best.match.start(group) < 0:
        return None
    return clause.written(*best.match.span(group)).strip(" \"'“”.。") or None


def _marks(clause: Clause) -> tuple[Mark, ...]:
    """Runs of used characters, in the places of the written text."""
    marks: list[Mark] = []
    i = clause.start
    while i < clause.end:
        slot = clause.slots[i]
        j = i + 1
        while j < clause.end and clause.slots[j] == slot:
            j += 1
        if slot == TIME:
            marks += [
                Mark(*clause.clean.origin(t.start_char, t.end_char), TIME)
                for t in clause.times
                if t.start_char >= i and t.end_char <= j
            ]
        elif slot:
            marks.append(Mark(*clause.clean.origin(i, j), slot))
        elif clause.mask[i:j].strip():
            marks.append(Mark(*clause.clean.origin(i, j), "title"))
        i = j
    return tuple(marks)
