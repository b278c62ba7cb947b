"""What to do with a sentence that the rules are unsure about: the model fills the request, or the person says."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.config.errors import Cancelled, EngineError, ModelError
from assistant.domain.cancellation import Cancellation
from assistant.domain.example import Example
from assistant.services.conversation.examples import pairs
from assistant.services.conversation.reply import Reply
from assistant.services.model_ports import CompletionRequest, LanguageModel, Turn
from assistant.services.requests.asked import Asked, Services
from assistant.services.requests.choosing import order_of, words_of
from assistant.understanding.request import Context, Intent, Request, Route, Slots, Understanding

if TYPE_CHECKING:
    from assistant.understanding.grammar import ModelPrompt

_LOG = logging.getLogger(__name__)
_MOST_TOKENS = 48
_CHANGES = frozenset(
    {Intent.UPDATE_EVENT, Intent.UPDATE_TASK, Intent.UPDATE_REMINDER, Intent.COMPLETE_TASK}
    | {Intent.DELETE_EVENT, Intent.DELETE_TASK, Intent.DELETE_REMINDER}
)
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


def proved_by_store(services: Services, asked: Asked) -> bool:
    """True where a change is asked of an item that is there: then it was no figure of speech."""
    if asked.request.intent not in _CHANGES:
        return False
    words = words_of(asked)
    if not words:
        return False
    found = asked.finder(services).find(words, None, order_of(asked.request.intent))
    return bool(found.targets) and not found.doubtful


def filled_by_model(
    model: LanguageModel,
    understood: Understanding,
    context: Context,
    cancel: Cancellation | None,
    kept: Sequence[Example] = (),
) -> Understanding | None:
    """The same sentence understood by the model, under a grammar that lets it only point at the person's own words.

    Args:
        model: Asked once.
        understood: What the rules made of it.
        context: That of the sentence.
        cancel: Stops the model.
        kept: Corrections of sentences like it, the nearest last.

    Returns:
        None where the model could not say either.
    """
    from assistant.understanding.grammar import from_model, model_prompt  # only where the rules are unsure

    prompt = model_prompt(understood.text, pairs(kept))
    try:
        completion = model.complete(request_of(prompt), _nobody_listens, cancel or Cancellation())
    except (Cancelled, EngineError, ModelError) as error:
        _LOG.info("the model did not help: %s", error.code)
        return None
    filled = from_model(understood.text, completion.text, context)
    return filled if filled.route is Route.MODEL or filled.sure else None


def request_of(prompt: ModelPrompt) -> CompletionRequest:
    """The prompt for the engine, which keeps the evaluated prefix."""
    return CompletionRequest(
        turns=tuple(Turn(turn.role, turn.text) for turn in prompt.turns),
        prefix=prompt.prefix,
        grammar=prompt.grammar,
        max_tokens=_MOST_TOKENS,
        temperature=0.0,
    )


def understanding_request() -> CompletionRequest:
    """What every question about an unsure sentence starts with, for evaluating it ahead."""
    from assistant.understanding.grammar import model_prompt

    return request_of(model_prompt(""))


def _nobody_listens(_piece: str) -> None:
    """The answer is of use only when it is whole."""
