"""Which handler carries out which intent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.services.conversation.reply import Reply
from assistant.services.requests import changing, creating, following
from assistant.services.requests.asked import Asked, Services
from assistant.services.requests.beside import is_beside, known_event, remind_beside
from assistant.understanding.request import Intent


def _create_event(services: Services, asked: Asked) -> Reply:
    """An event, or an alert on one that is there: "the dentist on Friday, remind me an hour before"."""
    known = known_event(services, asked)
    return remind_beside(services, known) if known is not None else creating.create_event(services, asked)


def _create_reminder(services: Services, asked: Asked) -> Reply:
    """A reminder of its own, or an alert on an item: the one named, or the one spoken of."""
    if asked.slots.follow_up:
        return following.create_follow_up(services, asked)
    if is_beside(asked.request):
        return remind_beside(services, asked)
    slots = asked.slots
    if slots.reminder_minutes_before and not (slots.title or slots.reference) and asked.request.item_time is None:
        return changing.add_alert(services, asked)
    return creating.create_reminder(services, asked)


_HANDLERS: Mapping[Intent, Callable[[Services, Asked], Reply]] = {
    Intent.CREATE_EVENT: _create_event,
    Intent.CREATE_TASK: creating.create_task,
    Intent.CREATE_REMINDER: _create_reminder,
    Intent.UPDATE_EVENT: changing.update,
    Intent.UPDATE_TASK: changing.update,
    Intent.UPDATE_REMINDER: changing.update,
    Intent.DELETE_EVENT: changing.delete,
    Intent.DELETE_TASK: changing.delete,
    Intent.DELETE_REMINDER: changing.delete,
    Intent.COMPLETE_TASK: changing.complete,
}


_QUESTIONS = frozenset(
    {Intent.QUERY_EVENTS, Intent.QUERY_TASKS, Intent.QUERY_REMINDERS, Intent.QUERY_TIME, Intent.SEARCH}
)


def _answer(services: Services, asked: Asked) -> Reply:
    """Answers a question from what is stored."""
    from assistant.services.requests import queries  # a command that changes something does not wait for it

    handlers: Mapping[Intent, Callable[[Services, Asked], Reply]] = {
        Intent.QUERY_EVENTS: queries.query_events,
        Intent.QUERY_TASKS: queries.query_tasks,
        Intent.QUERY_REMINDERS: queries.query_reminders,
        Intent.QUERY_TIME: queries.query_time,
        Intent.SEARCH: queries.search,
    }
    return handlers[asked.request.intent](services, asked)


def can_carry_out(intent: Intent) -> bool:
    """True where no model is needed; the rest is conversation."""
    return intent in _HANDLERS or intent in _QUESTIONS


def carry_out(services: Services, asked: Asked) -> Reply:
    """Does what was asked for, or asks back.

    Raises:
        AssistantError: As the services do.
    """
    return _HANDLERS.get(asked.request.intent, _answer)(services, asked)
