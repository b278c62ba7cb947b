"""Asking a language model where the rules are unsure: it may choose an intent and point at words, nothing else.

The grammar (GBNF) lets a slot hold only a run of whole words of the very sentence, and a time only the number of one
that the time engine found. So nothing can be invented: no title, no place, no date.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from assistant.understanding.examples import EXAMPLES, TASK
from assistant.understanding.reading import GUESSED
from assistant.understanding.request import Context, Intent, Request, Route, Slots, Understanding
from assistant.understanding.router import found_times, read_as, understand
from assistant.understanding.times import TimeMention

_TOKEN = re.compile(r"[A-Za-z0-9À-ɏ]+(?:['’.:-][A-Za-z0-9À-ɏ]+)*|[\u3400-\u9fff]|[^\sA-Za-z0-9\u3400-\u9fff]")
_MOST_TOKENS = 80
_MOST_REQUESTS = 3
_CHOSEN = 0.8
_WORD_SLOTS = ("title", "location", "list", "reference", "new_title")


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


def model_prompt(text: str, context: Context) -> ModelPrompt:
    """The question about one sentence."""
    times = found_times(text, context)
    turns = [PromptTurn("system", TASK)]
    for said, spans, answer in EXAMPLES:
        turns += [PromptTurn("user", _question(said, spans)), PromptTurn("assistant", answer)]
    tail = PromptTurn("user", _question(text, tuple(mention.text for mention in times)))
    return ModelPrompt((*turns, tail), len(turns), grammar_for(text, len(times)))


def _question(text: str, times: tuple[str, ...]) -> str:
    numbered = "; ".join(f"{number}: {words}" for number, words in enumerate(times)) or "none"
    return f"Text: {' '.join(text.split())}\nTimes: {numbered}"


def grammar_for(text: str, times: int) -> str:
    """GBNF of the answers that one sentence allows."""
    tokens = list(_TOKEN.finditer(text))[:_MOST_TOKENS]
    lines = [f'root ::= "[" request ("," request){{0,{_MOST_REQUESTS - 1}}} "]"']
    lines.append("intent ::= " + " | ".join(_literal(json.dumps(intent.value)) for intent in Intent))
    parts = [_literal('{"intent":') + " intent"]
    if tokens:
        parts += [_slot("title", "words"), _slot("location", "words"), _slot("people", _several("words"))]
        parts += [_slot("list", "words"), _slot("reference", "words"), _slot("new_title", "words")]
        quote = _literal('"')
        starts = " | ".join(f"w{i}" for i in range(len(tokens)))
        lines.append(f"words ::= {quote} ({starts}) {quote}")
        lines += _chain(text, tokens)
    if times:
        parts.append(_slot("times", _several("number")))
        lines.append("number ::= " + " | ".join(_literal(str(number)) for number in range(min(times, 10))))
    lines.append("request ::= " + " ".join(parts) + " " + _literal("}"))
    return "\n".join(lines) + "\n"


def _slot(name: str, value: str) -> str:
    return f"({_literal(',')} {_literal(json.dumps(name) + ':')} {value})?"


def _several(value: str) -> str:
    return f"{_literal('[')} {value} ({_literal(',')} {value}){{0,3}} {_literal(']')}"


def _chain(text: str, tokens: list[re.Match[str]]) -> list[str]:
    """Rule w_i: a run that begins with token i; linear in the number of tokens."""
    lines = []
    for i, token in enumerate(tokens):
        line = f"w{i} ::= {_literal(_inside(token.group()))}"
        if i + 1 < len(tokens):
            gap = " " if text[token.end() : tokens[i + 1].start()] else ""
            line += f" ({_literal(gap)} w{i + 1})?" if gap else f" (w{i + 1})?"
        lines.append(line)
    return lines


def _inside(token: str) -> str:
    return json.dumps(token, ensure_ascii=False)[1:-1]


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def from_model(text: str, reply: str, context: Context) -> Understanding:
    """The answer as an understanding.

    The model decides what is asked for; the rules fill what they can see, the model's words what they cannot. An answer
    that is no answer, or holds words that were not said, leaves the understanding of the rules.
    """
    ruled = understand(text, context)
    try:
        rows = json.loads(reply)
    except ValueError:
        return ruled
    if not isinstance(rows, list) or not 0 < len(rows) <= _MOST_REQUESTS:
        return ruled
    times = found_times(text, context)
    requests = tuple(request for row in rows if (request := _request(text, row, times, context, alone=len(rows) == 1)))
    if len(requests) != len(rows):
        return ruled
    return replace(ruled, requests=requests, route=Route.MODEL, sure=True)


def _request(
    text: str, row: object, times: tuple[TimeMention, ...], context: Context, *, alone: bool
) -> Request | None:
    if not isinstance(row, dict) or row.get("intent") not in {intent.value for intent in Intent}:
        return None
    intent = Intent(row["intent"])
    said = _said(text, row)
    if said is None:
        return None
    if alone:
        seen = read_as(text, intent, context)
        first, second = (said, seen.slots) if seen.confidence <= GUESSED else (seen.slots, said)
        return replace(seen, slots=_both(seen.slots, first, second), confidence=max(seen.confidence, _CHOSEN))
    numbers = row.get("times") or []
    chosen = (
        tuple(times[n] for n in numbers if isinstance(n, int) and 0 <= n < len(times))
        if isinstance(numbers, list)
        else ()
    )
    kind = "reminder" if intent is Intent.CREATE_REMINDER else None
    return Request(intent=intent, confidence=_CHOSEN, slots=replace(said, reminder_kind=kind), times=chosen)


def _said(text: str, row: dict[str, object]) -> Slots | None:
    """The model's slots; None where one holds what was not said."""
    plain = " ".join(text.split())
    words: dict[str, str] = {}
    for slot in _WORD_SLOTS:
        value = row.get(slot)
        if value is None:
            continue
        if not isinstance(value, str) or value not in plain:
            return None
        words[slot] = value
    people = row.get("people") or []
    if not isinstance(people, list) or any(not isinstance(name, str) or name not in plain for name in people):
        return None
    return replace(
        Slots(people=tuple(people)),
        title=words.get("title"),
        location=words.get("location"),
        list=words.get("list"),
        reference=words.get("reference"),
        new_title=words.get("new_title"),
    )


def _both(base: Slots, first: Slots, second: Slots) -> Slots:
    """`base` with the words of `first`, and those of `second` where that has none."""
    return replace(
        base,
        title=first.title or second.title,
        location=first.location or second.location,
        people=first.people or second.people,
        list=first.list or second.list,
        reference=first.reference or second.reference,
        new_title=first.new_title or second.new_title,
    )
