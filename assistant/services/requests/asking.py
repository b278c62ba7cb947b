"""Questions of a kind of their own over what is on: how many, what clashes, when last, when one is free.

The store answers them; no model says a number. Each answer brings the items that it is drawn from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from assistant.domain.conversation import ReceiptItem
from assistant.domain.event import Event, EventStatus, Occurrence
from assistant.domain.recurrence import expand
from assistant.domain.search import Found, Wanted
from assistant.domain.task import Task
from assistant.services.calendar.free_time import Clash, Stretch, busy, clashes, day_windows, gaps, offers
from assistant.services.conversation import receipts
from assistant.services.conversation.reply import Choice, Reply
from assistant.services.requests.asked import MOST_LINES, Asked, Services
from assistant.services.requests.planning import is_plan, plan
from assistant.services.requests.times import window
from assistant.services.wording.phrases import counted
from assistant.understanding.request import Intent, Request, Slots
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.table import late

_CLASH = late(r"\b(?:clash\w*|conflict\w*|overlap\w*|double[- ]?book\w*)\b|冲突|衝突|撞(?:车|上|期)|重叠|重疊", re.I)
_COUNT = late(r"\bhow (?:many|often)\b|\bnumber of\b|几个|幾個|几场|几次|幾次|多少(?:个|個|场|次|日程|会)", re.I)
_LAST = late(
    r"\bwhen (?:did|have|had) (?:i|we) last\b|\bwhen was (?:my|our|the) (?:last|latest)\b"
    r"|\bwhen was the last time\b|\blast time (?:i|we)\b|上次|上一次|上回|最后一次|最近一次",
    re.I,
)
_SLOT = late(
    r"\bfind (?:me )?(?:a|an|some|\d+|one|two|half)\b.*\b(?:slots?|hours?|minutes?|time|gap|free|nothing)\b"
    r"|\b(?:free|open) (?:slots?|hours?|gaps?|windows?)\b"
    r"|(?:找|空出|腾出|挤出|排出).*(?:时间|小时|分钟|空|空档)|(?:空档|空闲时段)",
    re.I,
)
_WHICH_FREE = late(
    r"\bwhen (?:am|are) (?:i|we) (?:free|available)\b"
    r"|\b(?:which|what) (?:days?|mornings?|afternoons?|evenings?|times?)\b.*\b(?:free|available|open)\b"
    r"|\bfree time\b|(?:哪天|哪一天|哪几天|哪些天|什么时候|什麼時候|几点|哪个时间|哪些时间)"
    r".*(?:有空|空闲|空閒|有时间|没事)",
    re.I,
)
_PAST = late(r"\b(?:did|have i|have we|had)\b|了|过", re.I)
_MEETINGS = late(r"\b(?:meetings?|calls?|appointments?)\b|会|會|约", re.I)
# Part of the day as people offer it: nobody wants to be found time at six in the morning.
_PARTS: tuple[tuple[re.Pattern[str], time, time], ...] = (
    (late(r"\bmornings?\b|上午|早上|早晨", re.I), time(8), time(12)),
    (late(r"\b(?:lunch(?:time)?|noons?)\b|中午", re.I), time(11, 30), time(14)),
    (late(r"\bafternoons?\b|下午", re.I), time(12), time(18)),
    (late(r"\b(?:evenings?|nights?|tonight)\b|晚上|傍晚|今晚", re.I), time(18), time(22)),
)
_DAY = (time(9), time(18))
_LENGTH = late(
    r"(?P<half>\bhalf an hour\b|半(?:个|個)?(?:小时|小時|钟头))"
    r"|(?P<n>\d+(?:\.\d+)?|\ban?\b|\bone\b|\btwo\b|\bthree\b|一|两|二|三)\s*(?:个|個)?\s*(?:free |spare |empty |open )?"
    r"(?:(?P<h>hours?\b|hrs?\b|h\b|小时|小時|钟头)|(?P<m>minutes?\b|mins?\b|分钟|分鐘))",
    re.I,
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "一": 1, "两": 2, "二": 2, "三": 3}
_WHAT_FOR = late(
    r"\bfor (?!me\b|us\b|an?\b hour|\d)(?P<en>(?:the |my |a )?[a-z][\w' -]{2,40}?)"
    r"(?=$|[,.?!]| (?:next|this|on|in|with|tomorrow|today)\b)",
    re.I,
)
_MOST_OFFERS = 4
_BACK = timedelta(days=366 * 5)
_SMALL = late(
    r"\b(?:when|did|do|have|has|had|was|were|is|i|we|my|our|me|the|a|an|last|latest|time|times|see|saw|seen|visit(?:ed)?"
    r"|go|went|gone|to|at|been|get|got|how|many|often|with|for|meet|met|there|are|this|that)\b|[?？。，,!！.]"
    r"|上一?次|上回|最[后近]一次|是?(?:在)?(?:什么时候|哪一?天|几号|何时|几月几[号日])|几次|多少次|我们?|的|了|是|过",
    re.I,
)
_VERBS_ZH = late(r"^(?:去看|去见|看|去|见|和|跟|做|剪|打|参加|拜访)(?=.{2})")


def asked_specially(services: Services, asked: Asked) -> Reply | None:
    """The answer where the question is of one of these kinds; None where it is an ordinary one."""
    kinds: Sequence[tuple[Callable[[str], object], Callable[[Services, Asked], Reply | None]]] = (
        (is_plan, plan),
        (_CLASH.search, _clashing),
        (_LAST.search, _last),
        (_SLOT.search, _slots),
        (_WHICH_FREE.search, _when_free),
        (_COUNT.search, _how_many),
    )
    for fits, answer in kinds:
        if fits(asked.text):
            reply = answer(services, asked)
            if reply is not None:
                return reply
    return None


# --------------------------------------------------------------------------------------------------------- stretches


def _range(asked: Asked, days: int = 7) -> Stretch:
    """The days that were asked about; the next ones where none were named."""
    dated = next((one for one in asked.request.times if one.kind is TimeKind.DATE and (one.start or one.end)), None)
    place = window(dated or asked.request.item_time, asked.now, asked.zone)
    if place is not None and (dated is not None or not _only_part(asked)):
        return place
    start = datetime.combine(asked.today, time(), asked.zone)
    return start, start + timedelta(days=days)


def _only_part(asked: Asked) -> bool:
    """True where the one time said is a part of the day without a day ("mornings")."""
    mention = asked.request.item_time
    return mention is not None and any(pattern.fullmatch(mention.text.strip()) for pattern, _, _ in _PARTS)


def _hours(text: str) -> tuple[time, time]:
    return next(((low, high) for pattern, low, high in _PARTS if pattern.search(text)), _DAY)


def _windows(asked: Asked, place: Stretch) -> tuple[Stretch, ...]:
    """The hours of the asked days that count, from now on."""
    low, high = (moment.astimezone(asked.zone) for moment in place)
    if high - low < timedelta(hours=20):
        found: tuple[Stretch, ...] = ((low, high),)
    else:
        last = high.date() + timedelta(days=1) if high.time() != time() else high.date()
        found = day_windows(low.date(), last, *_hours(asked.text), asked.zone)
    now = asked.now.astimezone(asked.zone)
    return tuple((max(start, now), end) for start, end in found if end > now)


def told_stretch(asked: Asked, place: Stretch) -> str:
    """A stretch of time in words: days where it is whole ones."""
    low, high = (moment.astimezone(asked.zone) for moment in place)
    if low.time() == time() and high.time() == time():
        return asked.wording.span(low.date(), high.date(), asked.today)
    return asked.wording.moment(low, high, today=asked.today)


def events_on(services: Services, place: Stretch) -> list[Occurrence]:
    """The events of a stretch of time that were not called off."""
    return [o for o in services.schedule.occurrences(*place) if o.status is not EventStatus.CANCELLED]


def _items(asked: Asked, occurrences: Sequence[Occurrence]) -> list[ReceiptItem]:
    return [receipts.of_occurrence(o, "", asked.zone) for o in occurrences]


# --------------------------------------------------------------------------------------------------------- how many


def _how_many(services: Services, asked: Asked) -> Reply | None:
    words = asked.slots.reference or asked.slots.title or ""
    if words or re.search(r"\bhow often\b|次", asked.text, re.I):
        return _how_often(services, asked)
    if not _MEETINGS.search(asked.text) or re.search(r"\bevents?\b|日程|安排", asked.text, re.I):
        return None
    place = _range(asked)
    meetings = busy(events_on(services, place))
    told = told_stretch(asked, place)
    if not meetings:
        return asked.answer(asked.say("events.none", day=told))
    lines = [asked.say("events.some", day=told, count=counted(asked.language, "event", len(meetings)))]
    lines += [f"• {asked.line(item)}" for item in _items(asked, meetings[:MOST_LINES])]
    if len(meetings) > MOST_LINES:
        lines.append(asked.say("more", count=len(meetings) - MOST_LINES))
    return asked.answer("\n".join([*lines, asked.say("source.calendar")]), _items(asked, meetings))


def _how_often(services: Services, asked: Asked) -> Reply | None:
    words = _subject(asked)
    if not words:
        return None
    place = window(asked.request.item_time, asked.now, asked.zone)
    low, high = place or (asked.now - timedelta(days=366), asked.now)
    if _PAST.search(asked.text):
        high = min(high, asked.now)
    told = told_stretch(asked, place) if place is not None else asked.say("last_year")
    found = [one for one in _named(services, asked, words, low, high) if low <= one[0] < high]
    lines = [asked.say("often", words=words, count=len(found), day=told)]
    lines += [f"• {asked.line(item)}" for _, item in found[:MOST_LINES]]
    return asked.answer("\n".join([*lines, asked.say("source.calendar")]), [item for _, item in found])


# -------------------------------------------------------------------------------------------------------------- clash


def _clashing(services: Services, asked: Asked) -> Reply:
    place = _range(asked, days=14)
    found = clashes(events_on(services, place))
    told = told_stretch(asked, place)
    if not found:
        return asked.answer(asked.say("clash.none", day=told))
    pairs = [_items(asked, (clash.first, clash.second)) for clash in found]
    lines = [asked.say("clash.some" if len(found) > 1 else "clash.one", day=told, count=len(found))]
    lines += [_pair(asked, clash) for clash in found[:MOST_LINES]]
    items = {(item.uid, item.start_at): item for pair in pairs for item in pair}
    return asked.answer("\n".join([*lines, asked.say("source.calendar")]), list(items.values()))


def _pair(asked: Asked, clash: Clash) -> str:
    """One line of a clash: the day once, then both with their hours."""
    told = [f"{one.title} {asked.wording.times(one.start_at, one.end_at)}" for one in (clash.first, clash.second)]
    day = asked.wording.day(clash.second.start_at.date(), asked.today)
    return f"• {day}{'：' if asked.wording.chinese else ': '}{' ↔ '.join(told)}"


# ---------------------------------------------------------------------------------------------------------- last time


def _subject(asked: Asked) -> str:
    """What a question about the past is about: its words without the asking ones and the times."""
    said = asked.slots.reference or asked.slots.title
    if said:
        return said
    text = asked.text
    for mention in asked.request.times:
        text = text.replace(mention.text, " ")
    return " ".join(_SMALL.sub(" ", text).split())


def _last(services: Services, asked: Asked) -> Reply | None:
    words = _subject(asked)
    if not words:
        return None
    past = _named(services, asked, words, asked.now - _BACK, asked.now)
    past = [one for one in past if one[0] <= asked.now]
    if not past:
        return asked.answer(asked.say("last.none", words=words))
    _, item = past[-1]
    days = (asked.today - past[-1][0].astimezone(asked.zone).date()).days
    ago = asked.say("ago.today" if days == 0 else "ago.one" if days == 1 else "ago", count=days)
    lines = [asked.say("last.when", title=item.title, when=asked.when(item), ago=ago)]
    source = "source.calendar" if item.kind == "event" else "source.tasks"
    return asked.answer("\n".join([*lines, asked.say(source)]), [item])


def _named(
    services: Services, asked: Asked, words: str, low: datetime, high: datetime
) -> list[tuple[datetime, ReceiptItem]]:
    """Occurrences and done tasks of that name in a stretch of time, by time."""
    for variant in dict.fromkeys((words, _VERBS_ZH.sub("", words), *reversed(words.split()))):
        wanted = Wanted(words=variant, kinds=(Found.EVENT, Found.TASK), start_at=low, end_at=high)
        with services.changes.store.reading() as unit:
            found = unit.search.find(wanted, asked.now, 50)
            closed = replace(wanted, kinds=(Found.TASK,), done=True, start_at=None, end_at=None)
            done = unit.search.find(closed, asked.now, 50)
        things = {match.thing.uid: match.thing for match in (*found, *done)}
        dated: list[tuple[datetime, ReceiptItem]] = []
        for thing in things.values():
            if isinstance(thing, Event):
                shown = [o for o in expand(thing, low, high, asked.zone) if o.status is not EventStatus.CANCELLED]
                dated += [(o.start_at, receipts.of_occurrence(o, "", asked.zone)) for o in shown]
            elif isinstance(thing, Task) and thing.completed_at is not None:
                item = receipts.of_task(replace(thing, due_on=None, due_at=thing.completed_at), "", asked.zone)
                dated.append((thing.completed_at.astimezone(asked.zone), item))
        if dated:
            return sorted(dated, key=lambda one: one[0].astimezone(UTC))
    return []


# ---------------------------------------------------------------------------------------------------------- free time


def _when_free(services: Services, asked: Asked) -> Reply | None:
    place = _range(asked)
    if place[1] - place[0] < timedelta(hours=20) and not _WHICH_FREE.search(asked.text):
        return None
    windows = _windows(asked, place)
    taken = busy(events_on(services, place))
    free = gaps(windows, [(o.start_at, o.end_at) for o in taken], timedelta(minutes=30))
    told = told_stretch(asked, place)
    if not free:
        return asked.answer(asked.say("free.never", day=told), _items(asked, taken))
    lines = [asked.say("free.when", day=told)]
    for day in dict.fromkeys(start.date() for start, _ in free):
        hours = [asked.wording.times(start, end) for start, end in free if start.date() == day]
        comma, colon = ("、", "：") if asked.wording.chinese else (", ", ": ")
        lines.append(f"• {asked.wording.day(day, asked.today)}{colon}{comma.join(hours)}")
    return asked.answer("\n".join([*lines, asked.say("source.calendar")]), _items(asked, taken))


def _slots(services: Services, asked: Asked) -> Reply:
    """Offers times with nothing on; the one that is taken becomes an event."""
    length = _length(asked)
    place = _range(asked)
    windows = _windows(asked, place)
    if place[1] - place[0] > timedelta(days=3):
        windows = tuple(one for one in windows if one[0].weekday() < 5)
    taken = [(o.start_at, o.end_at) for o in busy(events_on(services, place))]
    offered = offers(gaps(windows, taken, length), length, _MOST_OFFERS)
    told = told_stretch(asked, place)
    if not offered:
        return asked.answer(asked.say("slot.none", length=asked.wording.length(length), day=told))
    found = _WHAT_FOR.search(asked.text)
    title = asked.slots.title or (found["en"].strip() if found else "") or asked.say("slot.title")
    choices = [_taking(asked, title, stretch) for stretch in offered]
    return asked.question(asked.say("slot.offer", length=asked.wording.length(length), day=told), choices)


def _length(asked: Asked) -> timedelta:
    said = asked.slots.duration or next((t.duration for t in asked.request.times if t.duration and not t.lead), None)
    if said:
        return said
    found = _LENGTH.search(asked.text)
    if found is None:
        return timedelta(hours=1)
    if found["half"]:
        return timedelta(minutes=30)
    number = float(_NUMBERS.get(found["n"].casefold()) or found["n"])
    length = timedelta(hours=number) if found["h"] else timedelta(minutes=number)
    return min(max(length, timedelta(minutes=5)), timedelta(hours=12))


def _taking(asked: Asked, title: str, stretch: Stretch) -> Choice:
    """A choice that makes the event."""
    start, end = stretch
    label = asked.wording.moment(start, end, today=asked.today)
    mention = TimeMention(label, 0, 0, TimeKind.INTERVAL, start, end, Grain.minute)
    request = Request(intent=Intent.CREATE_EVENT, confidence=1.0, slots=Slots(title=title), times=(mention,))
    return asked.choice(label, request=request)
