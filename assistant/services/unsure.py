"""What to do with a sentence that the rules are unsure about: the model fills the request, or the person says."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.cancellation import Cancellation
from assistant.services.ports import LanguageModel
from assistant.services.reply import Reply
from assistant.services.requests.asked import Asked
from assistant.understanding.request import Context, Intent, Request, Slots, Understanding

_ADD = {
    Intent.CREATE_EVENT: "choice.event",
    Intent.CREATE_TASK: "choice.task",
    Intent.CREATE_REMINDER: "choice.reminder",
}
_MOST_QUOTED = 80


def ask_or_add(asked: Asked, understood: Understanding) -> Reply:
    """Asks "Ask or add?": nothing is made by a guess between the two. Asking stands first, so that Enter asks."""
    writing = next((request for request in understood.requests if request.writes), None)
    if writing is None:
        title = asked.text.strip()
        slots = Slots(title=title[:200])
        writing = replace(understood.first, intent=Intent.CREATE_TASK, slots=slots)
    ask = Request(intent=Intent.CHAT, confidence=1.0)
    quoted = asked.text if len(asked.text) <= _MOST_QUOTED else asked.text[: _MOST_QUOTED - 1] + "…"
    return asked.question(
        asked.say("ask_or_add", text=quoted),
        [
            asked.choice(asked.say("choice.ask"), request=ask),
            asked.choice(asked.say(_ADD.get(writing.intent, "choice.change")), request=writing),
        ],
    )


def filled_by_model(
    model: LanguageModel, understood: Understanding, context: Context, cancel: Cancellation | None
) -> Understanding | None:
    """The same sentence understood by the model, under a grammar that lets it only point at the person's own words."""
    return None
