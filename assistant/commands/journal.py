"""``assistant undo`` and ``history``: what was changed, and taking it back."""

from __future__ import annotations

import argparse

from assistant.commands.documents import Document
from assistant.commands.session import DONE, iso, opened, say, say_json
from assistant.domain.items import Origin
from assistant.domain.journal import JournalEntry
from assistant.services.assistant import Assistant

_WHO = {
    Origin.PERSON: ("you", "你"),
    Origin.ASSISTANT: ("assistant", "助手"),
    Origin.SYNC: ("import or sync", "导入或同步"),
}


def undo(arguments: argparse.Namespace) -> int:
    """Takes back the last change that stands, or the one of a number."""
    with opened(arguments) as assistant:
        entry = assistant.undo.undo(arguments.entry)
        if arguments.json:
            say_json(_document(entry, assistant))
        else:
            told = assistant.wording.entry(entry)
            say(f"已撤销：{told}" if assistant.wording.chinese else f"Undone: {told}")
    return DONE


def history(arguments: argparse.Namespace) -> int:
    """The changes, newest first."""
    with opened(arguments) as assistant:
        entries = assistant.undo.history(max(1, arguments.count))
        if arguments.json:
            say_json([_document(entry, assistant) for entry in entries])
            return DONE
        wording, zone = assistant.wording, assistant.clock.zone()
        today = assistant.clock.now().date()
        if not entries:
            say("还没有任何更改。" if wording.chinese else "Nothing has been changed yet.")
        for entry in entries:
            when = wording.moment(entry.at.astimezone(zone), None, today=today)
            undone = ("（已撤销）" if wording.chinese else " (undone)") if entry.undone_at else ""
            say(f"{entry.id:>5}  {when}  {_WHO[entry.origin][wording.chinese]}  {wording.entry(entry)}{undone}")
    return DONE


def _document(entry: JournalEntry, assistant: Assistant) -> Document:
    zone = assistant.clock.zone()
    return {
        "id": entry.id,
        "at": iso(entry.at, zone),
        "label": entry.label,
        "origin": str(entry.origin),
        "undone": iso(entry.undone_at, zone),
        "items": [{"kind": str(change.kind), "uid": change.uid} for change in entry.changes],
    }
