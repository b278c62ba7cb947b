"""Asking a language model where the rules are unsure: it may choose an intent and point at words, nothing else.

The grammar (GBNF) lets the name of an item hold only a run of whole words of the very sentence; times are not asked for
at all, the time engine has them. So nothing can be invented: no title, no place, no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.clean import plain_form
from assistant.understanding.examples import EXAMPLES, TASK
from assistant.understanding.language import detect
from assistant.understanding.reading import GUESSED
from assistant.understanding.request import Context, Intent, Request, Route, Understanding
from assistant.understanding.router import read_as, understand
from assistant.understanding.trust import confidence_of, trusted
from assistant.understanding.words import words_of
from assistant.understanding.words.table import Words

_TOKEN = re.compile(r"[A-Za-z0-9À-ɏ]+(?:['’.:-][A-Za-z0-9À-ɏ]+)*|[\u3400-\u9fff]|[^\sA-Za-z0-9\u3400-\u9fff]")
_ANSWER = re.compile(r"([a-z_]+)(?:: (.+))?")
_MOST_TOKENS = 60
_LONGEST_NAME = 12

_INTENTS = tuple(
    intent
    for intent in Intent
    if intent not in (Intent.WRITE, Intent.TRANSLATE, Intent.SUMMARIZE, Intent.CLASSIFY, Intent.SEARCH)
)
_NAMING = tuple(
    intent for intent in _INTENTS if intent.value.split("_")[0] in ("create", "update", "delete", "complete")
)


@dataclass(frozen=True, slots=True)
class PromptTurn:
    """One message of a prompt; role is "system", "user" or "assistant"."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class ModelPrompt:
    """What to ask. The first `prefix` turns are the same for every sentence; `grammar` is GBNF."""

    turns: tuple[PromptTurn, ...]
    prefix: int
    grammar: str


def model_prompt(text: str, kept: Sequence[tuple[str, str]] = ()) -> ModelPrompt:
    """The question about one sentence.

    Args:
        text: What was said.
        kept: Sentences that the person corrected and their answers, the nearest last; they stand behind the prefix.
    """
    turns = [PromptTurn("system", TASK)]
    for said, answer in EXAMPLES:
        turns += [PromptTurn("user", said), PromptTurn("assistant", answer)]
    prefix = len(turns)
    for said, answer in kept:
        turns += [PromptTurn("user", _plain(said)), PromptTurn("assistant", answer)]
    return ModelPrompt((*turns, PromptTurn("user", _plain(text))), prefix, grammar_for(text))


def answer_for(request: Request) -> str:
    """The answer that would give a request: what a worked example shows."""
    name = request.slots.title or request.slots.reference
    talk = request.intent not in _INTENTS
    intent = Intent.CHAT if talk else request.intent
    return f"{intent.value}: {name}" if name and intent in _NAMING else intent.value


def _plain(text: str) -> str:
    return " ".join(text.split())


def grammar_for(text: str) -> str:
    """GBNF of the answers that one sentence allows."""
    tokens = list(_TOKEN.finditer(text))[:_MOST_TOKENS]
    asking = " | ".join(_literal(intent.value) for intent in _INTENTS if intent not in _NAMING)
    naming = " | ".join(_literal(intent.value) for intent in _NAMING)
    if not tokens:
        return f"root ::= {asking} | {naming}\n"
    lines = [f'root ::= asking | naming (": " words)?\nasking ::= {asking}\nnaming ::= {naming}']
    lines.append("words ::= " + " | ".join(f"w{i}" for i in range(len(tokens))))
    lines += _chain(text, tokens)
    return "\n".join(lines) + "\n"


def _chain(text: str, tokens: list[re.Match[str]]) -> list[str]:
    """Rule w_i: a run that begins with token i; linear in the number of tokens."""
    lines = []
    for i, token in enumerate(tokens):
        line = f"w{i} ::= {_literal(token.group())}"
        if i + 1 < len(tokens):
            gap = " " if text[token.end() : tokens[i + 1].start()] else ""
            line += f" ({_literal(gap)} w{i + 1})?" if gap else f" (w{i + 1})?"
        lines.append(line)
    return lines


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def from_model(text: str, reply: str, context: Context) -> Understanding:
    """The answer as an understanding.

    The model decides what is asked for where it has shown that it can; the rules fill what they can see, the model's
    words what they cannot. An answer that is no answer, holds words that were not said, or is not to be trusted leaves
    the understanding of the rules.
    """
    ruled = understand(text, context)
    match = _ANSWER.fullmatch(reply.strip())
    if not match or match.group(1) not in {intent.value for intent in _INTENTS}:
        return ruled
    intent, name = Intent(match.group(1)), match.group(2)
    if name is not None and name not in _plain(text):
        return ruled
    if not trusted(ruled.first, intent, text, ruled.language):
        return replace(ruled, sure=True)
    if intent is ruled.first.intent:
        return replace(ruled, route=Route.MODEL, sure=True)
    return replace(ruled, requests=(_request(text, intent, name, context),), route=Route.MODEL, sure=True)


def _request(text: str, intent: Intent, name: str | None, context: Context) -> Request:
    """The sentence read as the intent; where no words of it ask for that, the model's words name the item."""
    seen = read_as(text, intent, context)
    slots = seen.slots
    if seen.confidence <= GUESSED and intent in _NAMING:
        words = words_of(detect(text))
        short = _item_name(name, seen, words)
        if intent is Intent.CREATE_TASK and slots.list is None:
            listed = words.own_list.search(plain_form(text))
            slots = replace(slots, list=listed.groupdict().get("list") if listed else None)
        makes = intent.value.startswith("create")
        slots = replace(slots, title=short) if makes else replace(slots, reference=short)
    return replace(seen, slots=slots, confidence=confidence_of(intent))


def _item_name(name: str | None, seen: Request, words: Words) -> str | None:
    """The model's name of the item, unless it only says which sort of item it is, or when."""
    if not name or len(name.split()) > _LONGEST_NAME:
        return None
    plain = words.article.sub("", plain_form(name)).strip(" .,;:!?。，")
    inside = any(name in mention.text for mention in seen.times)
    return None if inside or plain in words.generic_titles else name
