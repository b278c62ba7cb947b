"""What a clause asks for: every way of asking that fits is weighed, the heaviest wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.clean import plain_form
from assistant.understanding.request import Intent
from assistant.understanding.slots import words_left
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.table import Act, Rule, Thing, Where

BEYOND_DOUBT = 0.95
"""A reading heavier than this is taken whatever else fits."""

_CHAT_FLOOR = 0.5
_TOLD = 0.89
"""A duty with a time, or an appointment with its hour, told as it is noted: heavier than a plain statement."""

_DUE = 0.9706
"""A thing to be done by a stated day outweighs words of other domains ("book a hotel before Easter")."""

_HAPPENS = 0.9507
"""What happens has an hour: outweighs works and goods that other domains speak of ("podcast recording at seven")."""

_AN_ERRAND = 0.9505
"""A thing to be done with a time outweighs places and goods that other domains speak of ("… from the airport")."""

_NAMED = 0.956
"""What happens is said first and has an hour: outweighs words of other domains ("film with Ann at eight")."""

_WITH_ALERT = 0.9866
"""An item with an hour, and an alert before it or a place, is no talk of films and restaurants."""

_PAST = 0.957
"""Told of the past: outweighs everything but a command word."""

_ASKED_DUE = 0.9
"""Asked of what falls due then: heavier than a question that knows no better."""

_BARE_WORDS = 14
_BARE_CHARS = 30
_ERRAND_WORDS = 8
_ERRAND_CHARS = 14

_BY_THING = {Thing.EVENT: "event", Thing.TASK: "task"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to take a clause; `match` is None where no words asked, only the shape did."""

    weight: float
    intent: Intent | None
    act: Act | None = None
    thing: Thing | None = None
    rule: Rule | None = None
    match: re.Match[str] | None = None

    @property
    def changes(self) -> bool:
        """Something that is there already is to be changed or to go."""
        return self.act in (Act.UPDATE, Act.DELETE) or (
            self.intent is not None and self.intent.value.startswith(("update", "delete"))
        )

    def begin(self, start: int) -> int:
        """Where the words of the item begin in a clause that begins at `start`."""
        if self.match is None:
            return start
        kept = self.match.re.groupindex.get("title")
        return self.match.start(kept) if kept and self.match.start(kept) >= 0 else self.match.end()

    @property
    def writes(self) -> bool:
        return self.act not in (None, Act.QUERY) or (
            self.intent is not None and self.intent.value.split("_")[0] in ("create", "update", "delete", "complete")
        )


def candidates(clause: Clause, *, every: bool = False) -> list[Candidate]:
    """What fits, heaviest first; conversation is always among them.

    Args:
        clause: The clause.
        every: Also those far lighter than one that is beyond doubt; without, they are not looked for.
    """
    found = [Candidate(_CHAT_FLOOR, Intent.CHAT)]
    starts = _starts(clause)
    for rule in clause.words.rules.that_may_match(clause.mask):
        if rule.needs_time and not clause.has_time:
            continue
        match = _match(rule, clause, starts)
        if match:
            found.append(Candidate(rule.weight, rule.intent, rule.act, rule.thing, rule, match))
            if rule.weight > BEYOND_DOUBT and not every:
                break
    if any(mention.deadline and clause.words.falls_due.search(mention.text.lower()) for mention in clause.times):
        due = {Intent.QUERY_EVENTS: Intent.QUERY_TASKS}
        found = [replace(one, intent=due.get(one.intent, one.intent) if one.intent else None) for one in found]
        found += [Candidate(_ASKED_DUE, Intent.QUERY_TASKS)] * ("?" in clause.mask[clause.end : clause.end + 3])
    dated = [mention for mention in clause.times if mention.start is not None]
    if dated and _is_past(dated[0], clause.today) and all(_is_over(mention, clause) for mention in dated[1:]):
        found.append(Candidate(_PAST, Intent.CHAT))
    due_then = clause.words.comes_due.match(clause.clean.low, clause.start, clause.end) if dated else None
    if due_then and "?" not in clause.mask[clause.end : clause.end + 3]:
        found.append(Candidate(_DUE, Intent.CREATE_TASK, match=due_then))
    bare = _bare(clause)
    if bare:
        found.append(bare)
    return sorted(found, key=lambda candidate: -candidate.weight)


def _match(rule: Rule, clause: Clause, starts: list[int]) -> re.Match[str] | None:
    if rule.where is Where.ANYWHERE:
        match = rule.pattern.search(clause.mask, clause.start, clause.end)
        return match if match and not _used(clause, match) else None
    for start in starts:
        match = rule.pattern.match(clause.mask, start, clause.end)
        if match and not _used(clause, match):
            return match
    return None


def _used(clause: Clause, match: re.Match[str]) -> bool:
    """The words were an alert or a mark already."""
    start, end = match.span()
    return start < end and all(clause.slots[i] == COMMAND or clause.mask[i] == " " for i in range(start, end))


def _starts(clause: Clause) -> list[int]:
    """Where a command may begin: at the start, and after times that stand first."""
    starts = [clause.start]
    at = clause.start
    for mention in clause.times:
        gap = clause.mask[at : mention.start_char]
        if mention.start_char < at or (gap.strip(" ,") and not clause.words.before_time.fullmatch(gap.strip() + " ")):
            break
        at = mention.end_char
        after = clause.words.after_time.match(clause.mask, at, clause.end)
        at = after.end() if after else at
        lead_in = clause.words.lead_in.match(clause.mask, at, clause.end)
        at = lead_in.end() if lead_in else at
        if at < clause.end:
            starts.append(at)
    return starts


def _bare(clause: Clause) -> Candidate | None:
    """An item said without a command word: something that happens or is to be done, with a time to come."""
    words, start = clause.words, _starts(clause)[-1]
    free = "".join(
        " " if slot else char
        for char, slot in zip(
            clause.mask[clause.start : clause.end], clause.slots[clause.start : clause.end], strict=True
        )
    ).strip(" ,，")
    times = [mention for mention in clause.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    size = len(free.split()) if words.spaced else len(free)
    if not free or size > (_BARE_WORDS if words.spaced else _BARE_CHARS):
        return None
    asked = "?" in clause.mask[clause.end : clause.end + 3]
    if words.telling.search(free) or asked:
        return _told(clause, free) if not asked else None
    if not times:
        short = size <= (_ERRAND_WORDS if words.spaced else _ERRAND_CHARS)
        if words.doing.match(free) and any(pattern.search(free) for pattern, _ in words.priorities):
            return Candidate(_TOLD, Intent.CREATE_TASK)
        return Candidate(0.84, Intent.CREATE_TASK) if short and words.errand.match(free) else None
    doing = words.doing.match(clause.mask, start, clause.end) if words.spaced else words.doing.match(free)
    return _shaped(clause, free, times, doing)


def _shaped(clause: Clause, free: str, times: list[TimeMention], doing: re.Match[str] | None) -> Candidate | None:
    """What words with a time are by their shape: something that happens, is to be done, or falls due."""
    words, happening = clause.words, clause.words.happening.search(free)
    alerted = any(mention.lead for mention in clause.times) or _placed_at(clause, times)
    met = any(pattern.search(free) for pattern in words.people)
    dated = any(mention.kind is not TimeKind.DURATION and mention.grain in _FINE for mention in times)
    if not words.spaced and dated and any(m.deadline for m in times) and not words.rings.search(free):
        return Candidate(_WITH_ALERT, to_do(clause))
    if (happening or (met and not words.spaced and doing is None)) and alerted and not words.rings.search(free):
        return Candidate(_NAMED if words.spaced else _WITH_ALERT, Intent.CREATE_EVENT)
    if doing and not (happening is not None and _names(happening, doing, clause)):
        return Candidate(_weight_of_doing(clause, free, times), to_do(clause))
    if dated and words.falls_due.search(clause.mask, clause.start, clause.end):
        return Candidate(_HAPPENS, Intent.CREATE_TASK)
    at_an_hour = any(mention.grain in _FINE[:3] for mention in times)
    if happening and happening.start() == 0 and at_an_hour:
        return Candidate(_NAMED, Intent.CREATE_EVENT)
    placed = words.spaced and at_an_hour and any(pattern.search(free) for pattern in words.places)
    if happening or met or placed:
        return Candidate(_HAPPENS if at_an_hour and words.spaced else 0.84, Intent.CREATE_EVENT)
    if dated and any(mention.deadline for mention in times):
        return Candidate(_HAPPENS, Intent.CREATE_TASK)
    return Candidate(0.72, Intent.CREATE_EVENT) if dated else None


def _weight_of_doing(clause: Clause, free: str, times: list[TimeMention]) -> float:
    due = clause.words.falls_due.search(clause.mask, clause.start, clause.end) if not clause.words.spaced else None
    if due or any(mention.deadline for mention in times):
        return _DUE if clause.words.spaced else _WITH_ALERT
    if not clause.words.spaced:
        return 0.84
    errand = clause.words.errand.match(free) is not None and any(mention.start for mention in times)
    return _AN_ERRAND if errand else 0.84


def _placed_at(clause: Clause, times: list[TimeMention]) -> bool:
    """An hour and a place are said, or the hour first of all, in a language that begins with what is no order."""
    if clause.words.spaced or not any(mention.grain in _FINE[:3] for mention in times):
        return False
    first = clause.times[0]
    if _is_past(first, clause.today):
        return False
    if first.start_char == clause.start and first.grain in _FINE[:3] and not clause.words.ordering.search(clause.mask):
        return True
    return any(pattern.search(clause.mask, clause.start, clause.end) for pattern in clause.words.places)


def _names(happening: re.Match[str], doing: re.Match[str], clause: Clause) -> bool:
    """Of words that begin with a verb: what happens is named all the same (打球, 读书会), or its place is said."""
    if clause.words.spaced:
        return False
    object_of = max(doing.end(), doing.start() + 2)
    meets = doing.end() == 1 and clause.words.meeting.search(happening.string) is not None
    suffix = happening.end() == len(happening.string) and (len(happening.group()) == 1 or meets)
    placed = any(pattern.search(clause.mask, clause.start, clause.end) for pattern in clause.words.named_places)
    return happening.start() < object_of or suffix or placed


def _told(clause: Clause, free: str) -> Candidate | None:
    """Weighs "I have a meeting tomorrow": to be noted, or only told? Too weak to act on, strong enough to ask."""
    ahead = any(mention.start is not None and not mention.lead for mention in clause.times)
    plan = clause.words.plan.match(free)
    if not plan:
        return None
    said = clause.words.duty.match(free)
    begin = max(plan.end(), said.end()) if said else plan.end()
    doing = clause.words.doing.match(free, begin)
    happening = clause.words.happening.search(free, plan.end()) if not clause.words.spaced else None
    if doing and happening is not None and happening.start() == begin:
        doing = None  # 我要做胃镜
    more = clause.words.telling.search(free, doing.end() if doing else begin) is not None
    if not ahead:
        owed = clause.words.chore.match(free, said.end()) if said is not None and not more else None
        return Candidate(_TOLD, Intent.CREATE_TASK) if owed else None
    timed = any(mention.grain in _FINE[:3] and not mention.lead for mention in clause.times)
    if doing:
        due = timed or any(mention.deadline or mention.kind is not TimeKind.DURATION for mention in clause.times)
        sure = due and not more and said is not None
        last = clause.words.spaced and any(mention.deadline for mention in clause.times)
        told = _AN_ERRAND if timed and clause.words.spaced else _TOLD
        return Candidate((_DUE if last else told) if sure else _CHAT_FLOOR - 0.02, Intent.CREATE_TASK)
    having = clause.words.having.match(free)
    if not clause.words.happening.search(free, plan.end()) and not (having and having.lastgroup):
        return None
    noted = having or (said and clause.words.spaced)
    sure = timed and not more and noted is not None
    return Candidate(_HAPPENS if sure else _CHAT_FLOOR - 0.02, Intent.CREATE_EVENT)


def _is_past(mention: TimeMention, today: date) -> bool:
    start = mention.start.date() if isinstance(mention.start, datetime) else mention.start
    end = mention.end.date() if isinstance(mention.end, datetime) else mention.end
    return start is not None and start < today and (end is None or end <= today) and not mention.rrule


def _is_over(mention: TimeMention, clause: Clause) -> bool:
    """Past as well, or "today" said behind it: 昨晚十一点才下班，今天好困."""
    today = mention.kind is TimeKind.DATE and mention.start == clause.today
    return _is_past(mention, clause.today) or today


_FINE = (Grain.second, Grain.minute, Grain.hour, Grain.day)


_FROM_TO = re.compile(r"(?:[点點时時半刻分]|\d|[ap]m)\s*(?:到|至|-|~|–|—|to|until|till)", re.IGNORECASE)


def _is_range(mention: TimeMention) -> bool:
    """From one hour to another, both said."""
    timed = mention.kind is TimeKind.INTERVAL and mention.grain in _FINE[:3] and mention.end is not None
    return timed and _FROM_TO.search(mention.text) is not None


def to_do(clause: Clause) -> Intent:
    """A verb with a time: by the clock a reminder, from hour to hour an event, by the day or with a deadline a task."""
    timed = [mention for mention in clause.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    if timed and not timed[0].deadline and _is_range(timed[0]):
        return Intent.CREATE_EVENT
    if not timed or timed[0].deadline or timed[0].kind is TimeKind.DATE or timed[0].grain not in _FINE[:3]:
        return Intent.CREATE_TASK
    return Intent.CREATE_REMINDER


def thing_in(clause: Clause, start: int, end: int) -> Thing | None:
    """What sort of item [start, end) names, by the noun for it."""
    for thing in (Thing.TIMER, Thing.ALARM, Thing.REMINDER, Thing.TASK, Thing.EVENT):
        if clause.words.things[thing].search(clause.mask, start, end):
            return thing
    return None


def intent_of(act: Act, clause: Clause, start: int, end: int) -> Intent:
    """The intent of an act on what [start, end) names."""
    if act is Act.COMPLETE:
        return Intent.COMPLETE_TASK
    thing = thing_in(clause, start, end)
    if act is Act.CREATE:
        return _created(clause, thing, start, end)
    name = (
        "reminder"
        if thing in (Thing.ALARM, Thing.TIMER, Thing.REMINDER)
        else _BY_THING.get(thing or Thing.EVENT, "event")
    )
    if thing is None and _begins_doing(clause, start, end):
        name = "task"
    return Intent(f"{act.value}_{name}")


def _begins_doing(clause: Clause, start: int, end: int) -> bool:
    rest = plain_form(words_left(clause, start, end))
    doing = clause.words.doing.match(rest)
    happening = clause.words.happening.search(rest)
    return doing is not None and not (happening and happening.start() < (1 if clause.words.spaced else doing.end()))


def _created(clause: Clause, thing: Thing | None, start: int, end: int) -> Intent:
    if thing is Thing.TASK:
        return Intent.CREATE_TASK
    if thing in (Thing.ALARM, Thing.TIMER, Thing.REMINDER):
        return Intent.CREATE_REMINDER
    if _begins_doing(clause, start, end) and thing is None:
        return to_do(clause)
    if clause.has_time or thing is Thing.EVENT or clause.words.happening.search(clause.mask, start, end):
        return Intent.CREATE_EVENT
    return Intent.CREATE_TASK
