"""Requests to be reminded of what is not done by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from assistant.domain.conversation import Receipt
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Insistence
from assistant.services.conversation.reply import Reply
from assistant.services.reminders.snoozing import morning_of
from assistant.services.requests.asked import ORIGIN, Asked, Services
from assistant.services.requests.finding import Target
from assistant.services.requests.times import remind_moment
from assistant.services.tasks.service import TaskDraft
from assistant.understanding.request import Intent


def create_follow_up(services: Services, asked: Asked) -> Reply:
    """Asks after the task that is meant, or after a new one where there is none of that name."""
    title = asked.slots.title or asked.slots.reference
    if not title:
        return asked.question(asked.say("no_title"))
    moment = remind_moment(asked.request, asked.now, asked.zone, morning_of(services.settings))
    if moment is None:
        as_task = replace(asked.request, intent=Intent.CREATE_TASK)
        return asked.question(
            asked.say("no_time.reminder", title=title), [asked.choice(asked.say("choice.add_task"), request=as_task)]
        )
    if moment.astimezone(UTC) <= asked.now.astimezone(UTC):
        when = asked.wording.moment(moment.astimezone(asked.zone), None, today=asked.today)
        return asked.question(asked.say("past", when=when))
    targets = _meant(services, asked, title)
    if len(targets) > 1:
        return asked.which(targets, asked.slots.reference or title)
    insists = Insistence(asked.slots.insists or Insistence.ONCE)
    if targets:
        return asked.receipt(services.follow_ups.add(targets[0].uid, moment, insists=insists, origin=ORIGIN))
    return asked.receipt(_with_task(services, asked, title, moment, insists))


def _meant(services: Services, asked: Asked, title: str) -> tuple[Target, ...]:
    """The tasks that may be meant: the one chosen, or those that go by these words."""
    finder = asked.finder(services)
    if asked.targets:
        chosen = finder.by_uid(asked.targets[0])
        return (chosen,) if chosen is not None else ()
    for words in dict.fromkeys((title, asked.slots.reference or title)):
        found = finder.find(words, None, (ItemKind.TASK,))
        if found.targets and not found.doubtful:
            return found.targets
    return ()


def _with_task(services: Services, asked: Asked, title: str, moment: datetime, insists: Insistence) -> Receipt:
    """A task that is due then, with a follow-up at that moment."""
    slots = asked.slots
    draft = TaskDraft(
        title=title,
        due_at=moment,
        zone=str(asked.zone),
        new_list=slots.list,
        tags=slots.tags,
        follow_up_at=moment,
        insists=insists,
    )
    return services.tasks.create(draft, origin=ORIGIN)
