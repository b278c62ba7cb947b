"""What is said aloud of a reply: of a change one short sentence, of a question what can be answered. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.conversation import Action, Receipt
from assistant.services.conversation.reply import Reply, ReplyKind
from assistant.services.wording.phrases import without_sources
from assistant.understanding.language import detect

_SAID = 4
_NAMED = 3
_ENDS = ".!?。！？：:"
_KEEP_WHEN = (Action.ADDED, Action.CHANGED, Action.MOVED)


def said_aloud(reply: Reply) -> str:
    """The words for the ear; the whole reply stands in the chat."""
    if reply.receipts and reply.kind is ReplyKind.RECEIPT:
        parts = reply.text.split("\n\n")
        if len(parts) == len(reply.receipts):
            return " ".join(_of_receipt(text, one) for text, one in zip(parts, reply.receipts, strict=True))
    if reply.kind is ReplyKind.APPROVAL:
        question = reply.text.split("\n", 1)[0]
        names = [item.title for item in reply.items]
        return _joined(question, _listed(names)) if 1 < len(names) <= _NAMED else question
    if reply.kind is ReplyKind.QUESTION and 1 < len(reply.choices) <= _SAID:
        return _joined(reply.text, *(choice.label for choice in reply.choices))
    return without_sources(reply.text)[0] if reply.kind is ReplyKind.ANSWER and reply.items else reply.text


def _of_receipt(text: str, receipt: Receipt) -> str:
    """What was done and when; of several things only how many, of what is gone only that."""
    lines = [line for line in text.split("\n") if line]
    if len(receipt.items) != 1 or receipt.action not in _KEEP_WHEN or len(lines) < 2:
        return lines[0] if lines else ""
    item = receipt.items[0]
    details = lines[1].split(" · ")
    told = details[: 2 if item.rrule and (item.start_at or item.start_on) else 1]
    clash = lines[2:3] if item.clashes else []
    return _joined(_listed([lines[0], *told]), *clash)


def _listed(pieces: Sequence[str]) -> str:
    """Several things after each other, with a short pause between."""
    return ("，" if detect("".join(pieces)) == "zh" else ", ").join(pieces)


def _joined(*sentences: str) -> str:
    """Sentences, each with an end."""
    ended = [one if one[-1:] in _ENDS else f"{one}{'。' if detect(one) == 'zh' else '.'}" for one in sentences if one]
    return " ".join(ended)
