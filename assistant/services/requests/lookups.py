"""Questions about one thing of one's own: when, where and how long it is, and what was done in a time.

They are answered only where the store holds what they name; all else is left to conversation.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Sequence
from datetime import UTC, timedelta

from assistant.domain.conversation import ReceiptItem
from assistant.domain.items import ItemKind
from assistant.services.conversation import receipts
from assistant.services.conversation.reply import Reply
from assistant.services.requests.asked import MOST_LINES, Asked, Services
from assistant.services.requests.asking import events_on, told_stretch
from assistant.services.requests.finding import Window
from assistant.services.requests.times import window
from assistant.services.wording.phrases import counted
from assistant.understanding.words.table import late

_KINDS = (ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER)
_EN = late(
    r"^(?:(?:and|so|hey|please|tell me),?\s+)*"
    r"(?:(?P<long>how long (?:is|does|will))|(?P<where>where(?:\'s|’s| is| are| does))"
    r"|when(?:\'s|’s| is| are| does| do)|what (?:time|day|date) (?:is|are|does))\s+"
    r"(?:(?:i|we|my|our|the|that|next|have)\s+)*(?P<words>[^?]{2,80}?)"
    r"(?:\s+(?:take|last|start|begin|due|happen|happening|held|be|going to be|on|at))*\s*\??$",
    re.IGNORECASE,
)
_ZH = late(
    r"^(?:请问|那么?|我的?|我们的?|下一?次的?|下一个|下个|的)*(?P<words>[^?？]{2,40}?)(?:的时候)?(?:都|是|在|要|会|得|有|需要)*"
    r"(?:(?P<long>多久|多长时间|几个小时)|(?P<where>在?(?:哪里|哪儿|什么地方|哪个会议室))"
    r"|什么时候|几点钟?|哪一?天|几号|星期几|周几|何时)"
    r"(?:开始|结束|举行|开|到期|截止|呢|啊)*[?？。]?$"
)
_NOTHING = late(r"(?:it|that|this|they|there|now|today)\b.*|现在.*|这.{0,2}|那.{0,2}", re.IGNORECASE)
_WITH = late(r"\bnext\b.*?\bwith (?P<en>[\w\' .-]{2,40}?)\s*\??$", re.IGNORECASE)
_DID = late(
    r"\b(?:did (?:i|we) (?P<all>do|have|get up to)\b|(?:did|have) (?:i|we) (?:already )?"
    r"(?:complete[d]?|finish(?:ed)?|get done|got done|accomplish(?:ed)?|check(?:ed)? off|tick(?:ed)? off|done)\b)"
    r"|(?:完成|做完|办完|搞定)了(?=什么|哪|多少|几|些)|(?P<zh>做|干|忙)了(?:什么|啥|些什么|哪些)",
    re.IGNORECASE,
)


def looked_up(services: Services, asked: Asked) -> Reply | None:
    """The answer where the question is about something that the store holds; None for everything else."""
    if (told := done_in(services, asked)) is not None:
        return told
    found = _WITH.search(asked.text)
    if found is not None:
        return _next_with(services, asked, found["en"].strip())
    asking = _EN.search(asked.text.strip()) or _ZH.search(asked.text.strip())
    if asking is None:
        return None
    words = asking["words"].strip()
    place = window(asked.request.item_time, asked.now, asked.zone)
    for mention in asked.request.times:
        words = " ".join(words.replace(mention.text, " ").split())
    if not words or _NOTHING.fullmatch(words):
        return None
    there = asked.finder(services).find(words, place, _KINDS)
    if not there.targets or there.doubtful:
        return None
    items = [target.item for target in there.targets[:MOST_LINES]]
    lines = [_line(asked, item, long=bool(asking["long"]), where=bool(asking["where"])) for item in items]
    return _sourced(asked, lines, items)


def _line(asked: Asked, item: ReceiptItem, *, long: bool, where: bool) -> str:
    """What was asked for first: the length or the place; then all the rest."""
    lead = ""
    if long and item.start_at is not None and item.end_at is not None:
        lead = asked.wording.length(item.end_at - item.start_at)
    elif where:
        lead = "" if item.location else asked.say("no_place")
    details = asked.details(item) or asked.say("anytime")
    return asked.say("found.when", title=item.title, when=f"{lead} · {details}" if lead else details)


def _sourced(asked: Asked, lines: Sequence[str], items: Sequence[ReceiptItem]) -> Reply:
    kinds = {item.kind == "event" for item in items}
    source = "source.both" if len(kinds) > 1 else "source.calendar" if kinds == {True} else "source.tasks"
    return asked.answer("\n".join([*lines, asked.say(source)]), items)


def _next_with(services: Services, asked: Asked, who: str) -> Reply:
    """The next event that names somebody in its title or among its people."""
    horizon = asked.now + timedelta(days=366)
    coming = [one for one in events_on(services, (asked.now, horizon)) if one.start_at > asked.now]
    wanted = who.casefold()
    named = [
        one
        for one in coming
        if wanted in one.title.casefold() or any(wanted in person.casefold() for person in one.event.people)
    ]
    if not named:
        return asked.answer(asked.say("with.none", who=who))
    item = receipts.of_occurrence(named[0], "", asked.zone)
    return _sourced(asked, [_line(asked, item, long=False, where=False)], [item])


def done_in(services: Services, asked: Asked) -> Reply | None:
    """What was done in a time: tasks by when they were checked off; asked what one did, the events as well."""
    asking = _DID.search(asked.text)
    place = window(asked.request.item_time, asked.now, asked.zone) if asking is not None else None
    if asking is None or place is None:
        return None
    place = _gone(place, asked)
    low, high = (moment.astimezone(UTC) for moment in place)
    done = [
        (task.completed_at.astimezone(UTC), receipts.of_task(task, "", asked.zone))
        for task in services.tasks.all(done=True)
        if task.completed_at is not None and low <= task.completed_at.astimezone(UTC) < high
    ]
    tasks = [item for _, item in sorted(done, key=lambda one: one[0])]
    whole = bool(asking["all"] or asking["zh"])
    events = events_on(services, (place[0], min(place[1], asked.now))) if whole and place[0] < asked.now else []
    told = told_stretch(asked, place)
    if not tasks and not events:
        return asked.answer(asked.say("done.none", day=told))
    shown = [receipts.of_occurrence(one, "", asked.zone) for one in events]
    lines = [asked.say("done.some", day=told, count=counted(asked.language, "task", len(tasks)))] if tasks else []
    lines += [f"• {item.title}" for item in tasks[:MOST_LINES]]
    if shown:
        lines.append(asked.say("events.some", day=told, count=counted(asked.language, "event", len(shown))))
        lines += [f"• {asked.line(item)}" for item in shown[:MOST_LINES]]
    return _sourced(asked, lines, [*tasks, *shown])


def _gone(place: Window, asked: Asked) -> Window:
    """What one did lies behind: a weekday is that of last week then, a date that of last year."""
    ahead = place[0] - asked.now
    if ahead <= timedelta():
        return place
    if ahead < timedelta(days=7):
        return place[0] - timedelta(days=7), place[1] - timedelta(days=7)
    back = timedelta(days=366 if isleap((place[0] - timedelta(days=60)).year) else 365)
    return place[0] - back, place[1] - back
