"""``assistant do TEXT``: one request, as if it had been typed into the window."""

from __future__ import annotations

import argparse
import sys

from assistant.commands.documents import Document, item_document
from assistant.commands.session import ASKS, DONE, FAILED, opened, say, say_json, stated_clock, tell
from assistant.services.assistant import Assistant
from assistant.services.conversation.reply import Reply, ReplyKind


def run(arguments: argparse.Namespace) -> int:
    """Carries out the request and prints receipt, answer or question."""
    clock = stated_clock(arguments.now) if arguments.now else None
    written = False

    def stream(piece: str) -> None:
        nonlocal written
        written = True
        sys.stdout.write(piece)
        sys.stdout.flush()

    with opened(arguments, clock=clock) as assistant:
        reply = assistant.conversation.handle(
            " ".join(arguments.text),
            on_text=None if arguments.json else stream,
            rules_only=arguments.rules_only,
            approved=arguments.yes,
            keep=False,
        )
        if arguments.json:
            say_json(document(reply, assistant))
        elif written:
            say("")
        if not arguments.json:
            _print(reply, streamed=written)
    if reply.kind in (ReplyKind.QUESTION, ReplyKind.APPROVAL):
        return ASKS
    return FAILED if reply.error_code else DONE


def _print(reply: Reply, *, streamed: bool) -> None:
    if reply.error_code:
        tell(reply.text)
        return
    if not streamed:
        say(reply.text)
    for number, choice in enumerate(reply.choices, 1):
        say(f"  {number}. {choice.label}")


def document(reply: Reply, assistant: Assistant) -> Document:
    """The reply as one JSON document."""
    made: Document = {
        "kind": str(reply.kind),
        "text": reply.text,
        "items": [item_document(item, assistant) for item in reply.items],
        "route": str(reply.route),
        "journal": [receipt.journal_id for receipt in reply.receipts],
    }
    if reply.receipts:
        made["action"] = str(reply.receipts[0].action)
    if reply.choices:
        made["choices"] = [
            {
                "label": choice.label,
                "intent": str(choice.request.intent),
                "uid": choice.target_uid,
                "scope": str(choice.scope) if choice.scope else None,
            }
            for choice in reply.choices
        ]
    if reply.error_code:
        made["error"] = reply.error_code
    return made
