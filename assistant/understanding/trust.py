"""When a language model is asked, and when its answer counts: as far as it was right on the project's own sentences.

Measured with the starter model on the labelled sentences of `tests/data`. The rules are better than the model wherever
a command word or a clear shape was found; the model is better where a sentence speaks of the person's own things in a
way that no rule knows. Talk that names none of them is never asked about: it takes one in three of them
for a wish.
"""

from __future__ import annotations

from assistant.understanding.clean import plain_form
from assistant.understanding.request import Intent, Request
from assistant.understanding.words import words_of
from assistant.understanding.words.table import Thing

_DOUBTFUL_TALK = 0.89
"""Talk that the rules know for talk is heavier than this."""

_DOUBTFUL_SHAPE = 0.73
"""A day and some words beside it: an item perhaps, if nothing else."""

_PRECISION = {"query": 0.9, "create": 0.92, "update": 0.9, "delete": 0.9, "complete": 0.95, "chat": 0.85}
_TIMED = (Intent.CREATE_EVENT, Intent.CREATE_REMINDER)


def worth_asking(request: Request, mask: str, language: str) -> bool:
    """True where a model may know better than the rules.

    Args:
        request: What the rules made of the sentence.
        mask: The lower-case text, times blotted out.
        language: Of the sentence.
    """
    if request.intent is Intent.CHAT:
        return request.confidence <= _DOUBTFUL_TALK and words_of(language).ours.search(mask) is not None
    return request.writes and request.confidence <= _DOUBTFUL_SHAPE


def confidence_of(intent: Intent) -> float:
    """How often the model is right where it says so."""
    return _PRECISION[intent.value.split("_")[0]]


def trusted(ruled: Request, intent: Intent, text: str, language: str) -> bool:
    """True where the model's intent counts more than that of the rules.

    A new item needs evidence beside the model's word: an event or a reminder a time, a task a list or the word for it.
    To delete one the sentence must say that something is not to be, and a likely item is a question only if it asks.
    What only tells of the past, or of what may be, is no wish.
    Which sort of item a bare one is the rules know better, but for alarms.
    """
    timed = any(not mention.lead for mention in ruled.times)
    words, low = words_of(language), plain_form(text)
    things = words.things
    writes = intent.value.split("_")[0] in ("create", "update", "delete", "complete")
    told = intent.value.startswith(("create", "update") if words.spaced else "create") and words.happened.search(low)
    if intent is Intent.QUERY_TIME or told or (writes and not ruled.writes and words.unsettled.search(low)):
        return False
    if ruled.writes and intent.value.startswith("query") and not words.asks.search(low):
        return False
    if intent.value.startswith("delete") and not words.undoing.search(low):
        return False
    if ruled.writes and intent.value.startswith("create"):
        rings = things[Thing.ALARM].search(low) or things[Thing.TIMER].search(low)
        return intent is Intent.CREATE_REMINDER and rings is not None
    if intent in _TIMED:
        return timed
    if intent is Intent.CREATE_TASK:
        return words.own_list.search(low) is not None
    return True
