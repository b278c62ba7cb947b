"""`understand --jsonl`: language only. Lines in, one line out for each, in order; nothing is stored."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.understanding import Context, Understanding, understand
from assistant.understanding.record import record

if TYPE_CHECKING:
    from assistant.services.model_ports import LanguageModel


class UnderstandArguments(Protocol):
    """What the command line gives."""

    rules_only: bool


def run(args: UnderstandArguments, stdin: TextIO, stdout: TextIO, model: LanguageModel | None) -> int:
    """Answers line by line, each flushed.

    Args:
        args: `rules_only` leaves the model alone.
        stdin: JSON lines {"id", "text", "now", "lang"?, "timezone"?}.
        stdout: Gets one JSON line for each; a line that is no JSON object gets {"error"}.
        model: Asked where the rules are unsure; None for rules only.

    Returns:
        0, or 1 where a line could not be read.
    """
    asked = None if args.rules_only else model
    code = 0
    for line in stdin:
        if not line.strip():
            continue
        try:
            answer = _answer(json.loads(line), asked)
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
    name = row.get("timezone") or _zone_of(now)
    try:
        zone = ZoneInfo(str(name))
    except ZoneInfoNotFoundError as error:
        raise ValueError(f"unknown time zone {name}") from error
    if now.tzinfo is None:
        now = now.replace(tzinfo=zone)
    now = now.astimezone(zone)
    language = row.get("lang")
    return Context(now=now, zone=zone, language=str(language) if language else None)


_HALF_HOURS = {
    timedelta(hours=3, minutes=30): "Asia/Tehran",
    timedelta(hours=4, minutes=30): "Asia/Kabul",
    timedelta(hours=5, minutes=30): "Asia/Kolkata",
    timedelta(hours=5, minutes=45): "Asia/Kathmandu",
    timedelta(hours=6, minutes=30): "Asia/Yangon",
    timedelta(hours=9, minutes=30): "Australia/Darwin",
}


def _zone_of(now: datetime) -> str:
    """The name of a zone that keeps the offset of a moment; UTC where there is none."""
    offset = now.utcoffset() or timedelta()
    if offset in _HALF_HOURS:
        return _HALF_HOURS[offset]
    hours, rest = divmod(offset, timedelta(hours=1))
    return "UTC" if rest or not hours else f"Etc/GMT{-hours:+d}"


def _answer(row: dict[str, object], model: LanguageModel | None) -> dict[str, object]:
    began = time.perf_counter()
    context = context_of(row)
    understood: Understanding = understand(str(row["text"]), context)
    if model is not None and not understood.sure:
        understood = ask(understood.text, context, model)
    return {"id": row.get("id"), **record(understood), "ms": round((time.perf_counter() - began) * 1000, 2)}


def ask(text: str, context: Context, model: LanguageModel) -> Understanding:
    """What the model makes of a sentence; the reading of the rules where it gives no answer."""
    from assistant.domain.cancellation import Cancellation
    from assistant.services.conversation.unsure import request_of
    from assistant.understanding import from_model, model_prompt

    request = request_of(model_prompt(text))
    answer = model.complete(request, lambda _piece: None, Cancellation())
    return from_model(text, answer.text, context)
