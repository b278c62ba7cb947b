"""Reminders counted from an item that is stored: "an hour before the meeting", 开会前半小时, "after the dentist"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.items import ItemKind
from assistant.domain.reminder import ReminderKind
from assistant.services.conversation.reply import Reply
from assistant.services.requests import changing, creating
from assistant.services.requests.asked import Asked, Services
from assistant.services.requests.finding import Finder, Found, Target, Window
from assistant.services.requests.times import window
from assistant.understanding.request import Intent, Request
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.table import late

_KINDS = (ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER)
_FRONT = late(
    r"^(?:(?:the|my|our|her|his|their|every|each|that|this)\s+)+|^(?:我的?|那[个场次]|这[个场次]|每[个场次]|去|参加)+",
    re.IGNORECASE,
)
_PLACE = late(r"^(?P<first>first|next|第一[个场次]|下一?[个场次])\s*|^(?P<last>last|最后一?[个场次])\s*", re.IGNORECASE)
_ANY_EVENT = late(r"(?:meetings?|events?|appointments?|calls?|开?会议?|開?會議?|活动|日程)", re.IGNORECASE)
_HELD = late(r"^[开開](?=[会會])")
_AHEAD = timedelta(days=7)


def is_beside(request: Request) -> bool:
    """True where a reminder is counted from an item that has to be looked up."""
    return request.intent is Intent.CREATE_REMINDER and bool(request.slots.reference) and request.item_time is None


def known_event(services: Services, asked: Asked) -> Asked | None:
    """The request for an alert on an event that is there: named with its day and a lead, no hour; None where new."""
    request, slots = asked.request, asked.slots
    mention = request.item_time
    if not slots.title or not slots.reminder_minutes_before or mention is None or mention.rrule:
        return None
    if isinstance(mention.start, datetime) or isinstance(mention.end, datetime):
        return None
    place = window(mention, asked.now, asked.zone)
    found = asked.finder(services).find(slots.title, place, (ItemKind.EVENT,))
    if len(found.targets) != 1 or found.doubtful:
        return None
    alert = replace(
        request,
        intent=Intent.CREATE_REMINDER,
        slots=replace(slots, title=None, reference=slots.title),
        naming=len(request.times),
    )
    return replace(asked, request=alert, targets=(found.targets[0].uid,), recurrence_id=found.targets[0].recurrence_id)


def remind_beside(services: Services, asked: Asked) -> Reply:
    """An alert on the item itself, or, where there is something of its own to be told of, a reminder at that moment."""
    found = _found(asked.finder(services), asked)
    if not found.targets:
        return _none(asked)
    if len(found.targets) > 1:
        return asked.which(found.targets, _plain(asked.request))
    target = found.targets[0]
    if found.doubtful and not asked.approved:
        return asked.approval(
            asked.say("approve.doubt", title=target.title, when=asked.when(target.item)),
            [asked.choice(asked.say("choice.change"), targets=(target,))],
            [target.item],
        )
    slots = asked.slots
    own = (
        slots.title or slots.minutes_after is not None or slots.reminder_kind not in (None, str(ReminderKind.REMINDER))
    )
    return _of_its_own(services, asked, target) if own else _alert_on(services, asked, target)


def moment_beside(finder: Finder, request: Request, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When the item is that a reminder is counted from (its start, or after its end); None where not one fits."""
    found = _look(finder, request, now, zone)
    return _start_of(found.targets[0], request, zone) if len(found.targets) == 1 else None


def _found(finder: Finder, asked: Asked) -> Found:
    if asked.targets:
        known = [finder.by_uid(uid, asked.recurrence_id) for uid in asked.targets]
        return Found(tuple(one for one in known if one is not None))
    return _look(finder, asked.request, asked.now, asked.zone)


def _look(finder: Finder, request: Request, now: datetime, zone: ZoneInfo) -> Found:
    words = _plain(request)
    named = _PLACE.match(words)
    words = _HELD.sub("", words[named.end() :] if named else words)
    place = window(request.naming_time, now, zone)
    found = finder.find(words, place, _KINDS) if words else Found(())
    if not found.targets and (_ANY_EVENT.fullmatch(words) or not words):
        found = _ahead(finder, place, now)
    if named and len(found.targets) > 1:
        return Found((found.targets[-1 if named.group("last") else 0],))
    return found


def _plain(request: Request) -> str:
    """The name without "the" or "my"."""
    return _FRONT.sub("", request.slots.reference or "").strip()


def _ahead(finder: Finder, place: Window | None, now: datetime) -> Found:
    """What takes place then, or in the week to come, with an hour."""
    near = finder.find("", place or (now, now + _AHEAD), (ItemKind.EVENT,))
    return Found(tuple(one for one in near.targets if one.start is not None and one.start > now))


def _start_of(target: Target, request: Request, zone: ZoneInfo) -> datetime | None:
    """The moment that is counted from."""
    if request.slots.minutes_after is not None:
        ends = target.item.end_at or target.start
        return ends.astimezone(zone) + timedelta(minutes=request.slots.minutes_after) if ends else None
    if target.start is not None:
        return target.start.astimezone(zone)
    return datetime.combine(target.day, time(), zone) if target.day is not None else None


def _alert_on(services: Services, asked: Asked, target: Target) -> Reply:
    """One more alert on the item: its own time stays."""
    slots = replace(asked.slots, reference=None, title=None)
    request = replace(asked.request, slots=slots, times=(), naming=0)
    found = replace(asked, request=request, targets=(target.uid,), recurrence_id=target.recurrence_id)
    return changing.add_alert(services, found)


def _of_its_own(services: Services, asked: Asked, target: Target) -> Reply:
    """A reminder at the moment that comes of the item's time."""
    start = _start_of(target, asked.request, asked.zone)
    slots = asked.slots
    if start is None:
        return asked.question(asked.say("no_time.reminder", title=slots.title or target.title))
    moment = start - timedelta(minutes=slots.reminder_minutes_before[0] if slots.reminder_minutes_before else 0)
    at = TimeMention("", 0, 0, TimeKind.INSTANT, moment, None, Grain.minute)
    plain = replace(
        slots, title=slots.title or target.title, reference=None, reminder_minutes_before=(), minutes_after=None
    )
    request = replace(asked.request, slots=plain, times=(at,), naming=0)
    return creating.create_reminder(services, replace(asked, request=request, targets=()))


def _none(asked: Asked) -> Reply:
    """Says that there is no such item; offers a reminder on the day that was said, or a task."""
    slots = asked.slots
    words = _plain(asked.request)
    told = f"{asked.say('none_match', words=words)} {asked.say('none_match.create')}"
    plain = replace(slots, title=slots.title or words, reference=None, minutes_after=None)
    if asked.request.naming_time is not None:
        request = replace(asked.request, slots=replace(plain, reminder_minutes_before=()), naming=0)
        return asked.question(told, [asked.choice(asked.say("choice.reminder"), request=request)])
    request = replace(asked.request, intent=Intent.CREATE_TASK, slots=plain, naming=0)
    return asked.question(told, [asked.choice(asked.say("choice.add_task"), request=request)])
