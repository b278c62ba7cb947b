"""From a request to the items it is about, or to the question that has to be answered first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from assistant.domain.items import ItemKind
from assistant.domain.recurrence import Scope
from assistant.services.conversation.reply import Reply
from assistant.services.requests.asked import Asked, Services
from assistant.services.requests.finding import Finder, Found, Target, Window
from assistant.services.requests.pointing import points, position, several
from assistant.services.requests.times import clock_only, own_times, window
from assistant.understanding.request import Intent
from assistant.understanding.times import TimeMention
from assistant.understanding.words.hours import HALF
from assistant.understanding.words.table import late

_E, _T, _R = ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER
_ORDER = {"event": (_E, _T, _R), "events": (_E, _T, _R), "task": (_T, _R, _E), "reminder": (_R, _T, _E)}
_ALL = late(
    r"^(?:all|every|everything|each)\b(?:\s+(?:of|my|the|open|overdue|tasks?|to-?dos?|reminders?|items?))*\s*$"
    r"|^(?:所有|全部|一切|每个|每项)(?:的|任务|待办|事项|提醒)*$",
    re.IGNORECASE,
)
_ALL_SAID = late(r"\b(?:all|everything|every|both)\b|所有|全部|都(?=改|移|挪|推|调|取|删|刪|换)", re.IGNORECASE)
_SORTS = (
    (
        late(
            r"(?:calendar )?(?:events?|meetings?|appointments?|entr(?:y|ies)|plans)"
            r"|会议?|會議?|日程|安排|活动|行程|约会?",
            re.I,
        ),
        (_E,),
    ),
    (late(r"tasks?|to-?dos?|任务|任務|待办|待辦", re.I), (_T,)),
    (late(r"reminders?|alarms?|timers?|提醒|闹钟|鬧鐘", re.I), (_R, _T)),
)
_AROUND_SORT = late(
    r"^(?:(?:all|every|each|both|my|the|our|of|these|those|this|that)\s+)+|^(?:所有|全部|一切|我的?|的|那些|这些|那个|这个|那场)+"
    r"|(?:都|全)+$",
    re.IGNORECASE,
)
_WHOLE = late(r"\b(?:all|every|series|recurring|repeating|weekly|daily|monthly)\b|每|所有|全部|整个", re.IGNORECASE)


def order_of(intent: Intent) -> tuple[ItemKind, ...]:
    """Where to look for the item of a request, the likeliest kind first."""
    return _ORDER[intent.value.split("_")[1]]


def words_of(asked: Asked) -> str:
    """The words that name the item."""
    return asked.slots.reference or asked.slots.title or ""


def said_window(asked: Asked, *, changing: bool) -> Window | None:
    """The time that tells which item is meant: of a change to a new time, only one said before it."""
    mention = naming_mention(asked, changing=changing)
    return window(mention, asked.now, asked.zone) if mention is not None else None


def naming_mention(asked: Asked, *, changing: bool) -> TimeMention | None:
    """The time that tells which item is meant, None where none was said."""
    times = own_times(asked.request)
    if changing and asked.request.naming_time is not None:
        return asked.request.naming_time
    times = times[:-1] if changing else times
    return times[0] if times else None


def chosen(services: Services, asked: Asked, *, changing: bool = False) -> tuple[Target, ...] | Reply:
    """The items meant: one, or (all, everything) many; else the question to ask.

    A target that fits only in part comes back as an approval.
    """
    finder = asked.finder(services)
    words, place = words_of(asked), said_window(asked, changing=changing)
    if asked.targets:
        return _taken(asked, finder, place)
    pointed = spoken_of(services, asked, place)
    if pointed is not None:
        return pointed
    sort = _AROUND_SORT.sub("", words).strip()
    kinds = next((kinds for pattern, kinds in _SORTS if pattern.fullmatch(sort)), None)
    if kinds is not None and place is not None:
        found = finder.find("", place, kinds)
        if not found.targets:
            found = _at_that_hour(asked, finder, "", kinds, changing=changing)
        if len(found.targets) > 1 and not _ALL_SAID.search(asked.text) and not _plural(sort):
            return asked.which(found.targets, words)
        return found.targets or _none(asked)
    if _ALL.match(words) or (not words and (asked.slots.list or _ALL_SAID.search(asked.text))):
        return _everything(services, asked, place)
    if not words and place is None:
        return asked.question(asked.say("no_words"))
    found = _by_words(asked, finder, words, place, changing=changing)
    if not found.targets:
        return _none(asked)
    if len(found.targets) > 1 and place is not None and _ALL_SAID.search(asked.text) and not found.doubtful:
        return found.targets
    if len(found.targets) > 1:
        return asked.which(found.targets, words or asked.text)
    target = found.targets[0]
    if found.doubtful and not asked.approved:
        when = asked.when(target.item)
        return asked.approval(
            asked.say("approve.doubt", title=target.title, when=when),
            [asked.choice(_verb(asked), targets=(target,))],
            [target.item],
        )
    return (target,)


def _taken(asked: Asked, finder: Finder, place: Window | None) -> tuple[Target, ...] | Reply:
    """What the person chose of what they were asked about."""
    uids = tuple(dict.fromkeys(asked.targets))
    if len(asked.targets) == 1 or place is None:
        known = [finder.by_uid(uid, asked.recurrence_id) for uid in uids]
        return tuple(one for one in known if one is not None) or _none(asked)
    return tuple(one for uid in uids for one in finder.all_by_uid(uid, place)) or _none(asked)


def _by_words(asked: Asked, finder: Finder, words: str, place: Window | None, *, changing: bool) -> Found:
    """What the words name; of an hour that nothing is at today, what is at that hour next."""
    kinds = order_of(asked.request.intent)
    found = finder.find(words, place, kinds, alerted=asked.request.intent.value.endswith("reminder"))
    if place is not None and (found.doubtful or not found.targets):
        hour = _at_that_hour(asked, finder, words, kinds, changing=changing)
        return hour if hour.targets else found
    return found


def _at_that_hour(asked: Asked, finder: Finder, words: str, kinds: Sequence[ItemKind], *, changing: bool) -> Found:
    """Of "my 3pm meeting" and "the 7 o'clock alarm" the next one at that hour, on whatever day it is."""
    mention = naming_mention(asked, changing=changing)
    if mention is None or not clock_only(mention) or not isinstance(mention.start, datetime):
        return Found(())
    at = mention.start.astimezone(asked.zone).time()
    return finder.at_clock(words, at, kinds, either_half=not HALF.search(mention.text), ring=asked.slots.reminder_kind)


def _plural(sort: str) -> bool:
    return sort.isascii() and sort.casefold().endswith(("s", "entries"))


def spoken_of(services: Services, asked: Asked, place: Window | None) -> tuple[Target, ...] | Reply | None:
    """The items that "it", "them" or "the second one" mean; None where the words point at nothing shown before."""
    words = words_of(asked)
    by_place = points(words)
    if not asked.spoken or (words and not by_place) or asked.slots.list or _ALL_SAID.search(asked.text):
        return None
    finder = asked.finder(services)
    known = [one for uid in asked.spoken if (one := finder.by_uid(uid)) is not None]
    if by_place:
        at = position(words, len(known))
        return (known[at],) if at is not None else _none(asked)
    if place is not None:
        known = [one for one in known if finder.fits(one, place)]
    kind = asked.request.intent.value.split("_")[1]
    if kind != "event":
        known = [one for one in known if one.kind.value == kind or (kind == "reminder" and one.alerted)] or known
    if not known:
        return None
    return tuple(known) if len(known) == 1 or several(asked.text) else asked.which(known, asked.text)


def _everything(services: Services, asked: Asked, place: Window | None) -> tuple[Target, ...] | Reply:
    list_uid = None
    if asked.slots.list:
        wanted = asked.slots.list.casefold()
        known = next((one for one in services.tasks.lists() if one.name.casefold() == wanted), None)
        if known is None:
            return _none(asked)
        list_uid = known.uid
    finder, kind = asked.finder(services), asked.request.intent.value.split("_")[1]
    if kind == "reminder":
        return finder.rings(place, asked.slots.reminder_kind) or _none(asked)
    if kind == "event" and list_uid is None and place is not None:
        events = finder.find("", place, (_E,)).targets
        return events or finder.open_tasks(place, None) or _none(asked)
    return finder.open_tasks(place, list_uid) or _none(asked)


def _verb(asked: Asked) -> str:
    verb = asked.request.intent.value.split("_")[0]
    return asked.say({"delete": "choice.delete", "complete": "choice.complete"}.get(verb, "choice.change"))


def _none(asked: Asked) -> Reply:
    """Says that nothing fits; offers to add it where that makes sense."""
    words = words_of(asked) or asked.slots.list or asked.text
    told = asked.say("none_match", words=words)
    intent = asked.request.intent
    if intent.value.startswith("delete") or not words_of(asked):
        return asked.answer(told, error_code="item.none")
    event = intent is Intent.UPDATE_EVENT and asked.request.item_time is not None
    adding = Intent.CREATE_EVENT if event else Intent.CREATE_TASK
    request = replace(asked.request, intent=adding, slots=replace(asked.slots, title=words, reference=None))
    label = asked.say("choice.add_event" if event else "choice.add_task")
    return asked.question(f"{told} {asked.say('none_match.create')}", [asked.choice(label, request=request)])


def scopes(asked: Asked, target: Target) -> tuple[Scope, ...]:
    """How much of a series may be meant, the likeliest first: the person's choice, or what the words say."""
    if not target.series or target.recurrence_id is None:
        return (Scope.ALL,)
    if asked.scope is not None:
        return (asked.scope,)
    dated = _day_said(asked)
    if _WHOLE.search(asked.text):
        return (Scope.ALL, Scope.FOLLOWING, Scope.THIS)
    return (Scope.THIS, Scope.FOLLOWING, Scope.ALL) if dated else (Scope.ALL, Scope.THIS, Scope.FOLLOWING)


def says_one(asked: Asked) -> bool:
    """True where the words name one occurrence by its day."""
    return _day_said(asked) and not _WHOLE.search(asked.text)


def _day_said(asked: Asked) -> bool:
    """True where a day was said, be it of the item or of where it goes: others of a series do not share it."""
    times = own_times(asked.request)
    return bool(times) and not (len(times) == 1 and clock_only(times[0]))


def on_the_day(services: Services, asked: Asked, target: Target) -> Target:
    """Of a series the occurrence on the day of the new time ("move stand-up tomorrow to 10"), if there is one."""
    times = own_times(asked.request)
    if not target.series or asked.targets or len(times) != 1 or clock_only(times[0]):
        return target
    low = window(times[0], asked.now, asked.zone)
    if low is None:
        return target
    start = datetime.combine(low[0].astimezone(asked.zone).date(), time(), asked.zone)
    same = asked.finder(services).by_uid(target.uid, on=(start, start + timedelta(days=1)))
    return same if same is not None and same.start is not None and same.start < start + timedelta(days=1) else target
