"""``assistant search``: what holds these words."""

from __future__ import annotations

import argparse

from assistant.commands.documents import Document, item_document
from assistant.commands.session import DONE, iso, opened, say, say_json
from assistant.services.assistant import Assistant
from assistant.services.search import SearchResult
from assistant.services.wording.phrases import say as phrase


def run(arguments: argparse.Namespace) -> int:
    """Prints what was found, best first; nothing found is no failure."""
    text = " ".join(arguments.query)
    with opened(arguments) as assistant:
        found = assistant.search.search(text, most=max(1, arguments.count))
        if arguments.json:
            say_json([_document(one, assistant) for one in found])
            return DONE
        wording, today = assistant.wording, assistant.clock.now().date()
        if not found:
            say(phrase(wording.language, "search.none", words=text))
        for one in found:
            when = wording.found_when(one.item, one.at, today)
            kind = wording.found_kind(str(one.kind))
            rest = "".join(f" · {part}" for part in (when, one.excerpt) if part)
            say(f"{kind}  {'✓ ' if one.done else ''}{one.title}{rest}")
    return DONE


def _document(found: SearchResult, assistant: Assistant) -> Document:
    """The item in the shape of its list; of a conversation, the part that holds the words."""
    if found.item is None:
        at = iso(found.at, assistant.clock.zone())
        return {"kind": str(found.kind), "conversation": found.uid, "text": found.title, "at": at}
    document = item_document(found.item, assistant)
    return {**document, "kind": str(found.kind), "excerpt": found.excerpt}
