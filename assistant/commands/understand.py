"""`understand --jsonl`: language only. Lines in, one line out for each, in order; nothing is stored."""

from __future__ import annotations

import json
import time
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.understanding import Context, Understanding, understand
from assistant.understanding.record import record

if TYPE_CHECKING:
    from assistant.services.ports import LanguageModel


class UnderstandArguments(Protocol):
    """What the command line gives."""

    rules_only: bool


def run(args: UnderstandArguments, stdin: TextIO, stdout: TextIO, model: LanguageModel | None) -> int:
    """Answers line by line, each flushed.

    Args:
        args: `rules_only` leaves the model alone.
        stdin: JSON lines {"id", "text", "now", "lang"?, "timezone"?}.
        stdout: Gets one JSON line for each; a line that is no JSON object gets {"error"}.
        model: None for rules only.

    Returns:
        0, or 1 where a line could not be read.
    """
    code = 0
    for line in stdin:
        if not line.strip():
            continue
        try:
            answer = _answer(json.loads(line))
        except (ValueError, TypeError, KeyError) as error:
            answer = {"error": f"cannot read this line: {error}"}
            code = 1
        stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        stdout.flush()
    return code


def context_of(row: dict[str, object]) -> Context:
    """The context that a line gives: its zone, else the offset of its "now", else UTC.

    Raises:
        ValueError: "now" is no moment or the zone is unknown.
    """
    now = datetime.fromisoformat(str(row["now"]))
    name = row.get("timezone")
    try:
        zone = ZoneInfo(str(name)) if name else ZoneInfo("UTC")
    except ZoneInfoNotFoundError as error:
        raise ValueError(f"unknown time zone {name}") from error
    if now.tzinfo is None:
        now = now.replace(tzinfo=zone)
    elif name:
        now = now.astimezone(zone)
    language = row.get("lang")
    return Context(now=now, zone=zone, language=str(language) if language else None)


def _answer(row: dict[str, object]) -> dict[str, object]:
    began = time.perf_counter()
    context = context_of(row)
    understood: Understanding = understand(str(row["text"]), context)
    return {"id": row.get("id"), **record(understood), "ms": round((time.perf_counter() - began) * 1000, 2)}
