"""What a conversation is about right now, so that "it", "the second one" or a bare yes have a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from assistant.domain.conversation import Action, Message, Role
from assistant.domain.items import ItemKind
from assistant.domain.journal import JournalEntry
from assistant.services.conversation.reply import Choice, Reply, ReplyKind
from assistant.services.requests.finding import Finder, Window
from assistant.services.requests.pointing import described, named, plain, position, says_alright, says_no, says_yes
from assistant.services.requests.times import window
from assistant.understanding.request import Context, Intent
from assistant.understanding.router import found_times

_FRESH = timedelta(minutes=30)
_FEW = 3
_DELETING = frozenset({Intent.DELETE_EVENT, Intent.DELETE_TASK, Intent.DELETE_REMINDER})
_KINDS = (ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER)


def spoken_in(messages: Sequence[Message]) -> tuple[str, ...]:
    """Uids of the items of the newest turn that showed any, in the order shown."""
    turn: list[Message] = []
    for message in reversed(messages):
        if message.role is Role.PERSON:
            if found := _uids(reversed(turn)):
                return found
            turn = []
        else:
            turn.append(message)
    return _uids(reversed(turn))


def _uids(turn: Iterable[Message]) -> tuple[str, ...]:
    found: list[str] = []
    for message in turn:
        receipt = message.receipt
        if receipt is None:
            found += message.sources
        elif receipt.action is not Action.DELETED and not receipt.undone:
            found += [item.uid for item in receipt.items]
    return tuple(dict.fromkeys(found))


def spoken_in_journal(entries: Sequence[JournalEntry], now: datetime) -> tuple[str, ...]:
    """Uids of the items that the newest entry changed, where that was a short while ago."""
    if not entries or now.astimezone(UTC) - entries[0].at.astimezone(UTC) > _FRESH:
        return ()
    there = [change for change in entries[0].changes if change.after is not None]
    found = [change for change in there if change.kind is not ItemKind.REMINDER] or there
    return tuple(dict.fromkeys(change.uid for change in found if change.kind in _KINDS))


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person answered to the question that waits: a choice, or None for a no.

    `again` where that was too little: the question stays.
    """

    choice: Choice | None
    again: bool = False


def answer_to(waiting: Reply, text: str, context: Context, finder: Finder) -> Answered | None:
    """The answer that the words are to a question or an approval; None where they are something else."""
    choices = waiting.choices
    said = plain(text).casefold()
    for choice in choices:
        if said == plain(choice.label).casefold():
            return Answered(choice)
    if says_no(text):
        return Answered(None)
    if says_alright(text) and any(choice.request.intent in _DELETING for choice in choices):
        return Answered(None, again=True)
    if says_yes(text) and (len(choices) == 1 or waiting.kind is ReplyKind.APPROVAL):
        return Answered(choices[0]) if len(choices) == 1 else None
    at = position(text, len(choices))
    if at is not None:
        return Answered(choices[at])
    words = described(text)
    if words:
        return _described(words, choices, context, finder)
    return _by_name(named(text).casefold(), choices) if waiting.kind is ReplyKind.QUESTION else None


def _by_name(words: str, choices: Sequence[Choice]) -> Answered | None:
    """The one choice in whose label a few words stand."""
    few = len(words.split()) <= _FEW and len(words) > 1
    fitting = [one for one in choices if _stands_in(words, one.label.casefold())] if few else []
    return Answered(fitting[0]) if len(fitting) == 1 else None


def _stands_in(words: str, label: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b" if words.isascii() else re.escape(words), label) is not None


def _described(words: str, choices: Sequence[Choice], context: Context, finder: Finder) -> Answered | None:
    """The one choice that a time or a word of its label tells from the others."""
    times = found_times(words, context)
    place = window(times[0], context.now, context.zone) if times else None
    fitting = [one for one in choices if _at(one, place, finder) or _named(one, words)]
    return Answered(fitting[0]) if len(fitting) == 1 else None


def _at(choice: Choice, place: Window | None, finder: Finder) -> bool:
    if place is None or choice.target_uid is None:
        return False
    target = finder.by_uid(choice.target_uid, choice.recurrence_id)
    return target is not None and finder.fits(target, place)


def _named(choice: Choice, words: str) -> bool:
    return plain(words).casefold() in choice.label.casefold()
