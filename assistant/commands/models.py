"""``assistant models``: which models are here, and getting more."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from assistant.commands.documents import Document
from assistant.commands.session import DONE, FAILED, opened, say, say_json, tell
from assistant.domain.cancellation import Cancellation
from assistant.services.model_ports import ModelRecord, Progress
from assistant.services.wording.times import gigabytes

_EVERY = 0.5


def show(arguments: argparse.Namespace) -> int:
    """Every model of the catalogue and those added by hand."""
    with opened(arguments) as assistant:
        chosen = assistant.settings.text("model")
        records = assistant.library.list()
        if arguments.json:
            say_json([{**_document(record), "chosen": record.name == chosen} for record in records])
            return DONE
        for record in records:
            mark = "*" if record.name == chosen else " "
            state = "installed" if record.installed else "not installed"
            languages = ", ".join(record.languages)
            say(f"{mark} {record.name:<14} {gigabytes(record.size):>8}  {state:<14} {record.title} ({languages})")
    return DONE


def pull(arguments: argparse.Namespace) -> int:
    """Fetches a model; what was fetched before is kept."""
    with opened(arguments) as assistant:
        record = assistant.library.pull(arguments.name, _meter(arguments.name), Cancellation())
        _result(record, arguments, f"{record.name} is installed: {record.path}")
    return DONE


def add(arguments: argparse.Namespace) -> int:
    """Takes a model file into use where it lies."""
    with opened(arguments) as assistant:
        record = assistant.library.add(arguments.path.expanduser().absolute())
        _result(record, arguments, f"{record.name} was added: {record.path}")
    return DONE


def remove(arguments: argparse.Namespace) -> int:
    """Deletes a model's files."""
    with opened(arguments) as assistant:
        assistant.library.remove(arguments.name)
        if arguments.json:
            say_json({"removed": arguments.name})
        else:
            say(f"{arguments.name} was removed.")
    return DONE


def verify(arguments: argparse.Namespace) -> int:
    """Reads installed models and compares their checksums."""
    with opened(arguments) as assistant:
        if arguments.name:
            names = [assistant.library.get(arguments.name).name]
        else:
            names = [record.name for record in assistant.library.list() if record.path is not None]
        results = {name: assistant.library.verify(name, _meter(name), Cancellation()) for name in names}
    if arguments.json:
        say_json(results)
    else:
        for name, good in results.items():
            say(f"{name}: {'ok' if good else 'damaged'}")
        if not results:
            tell("No model is installed.")
    return DONE if all(results.values()) else FAILED


def _result(record: ModelRecord, arguments: argparse.Namespace, sentence: str) -> None:
    if arguments.json:
        say_json(_document(record))
    else:
        say(sentence)


def _document(record: ModelRecord) -> Document:
    return {
        "name": record.name,
        "title": record.title,
        "kind": record.kind,
        "size": record.size,
        "sha256": record.sha256,
        "licence": record.licence,
        "languages": list(record.languages),
        "memory": record.memory,
        "path": str(record.path) if record.path else None,
        "installed": record.installed,
        "source": record.source,
    }


def _meter(name: str) -> Callable[[Progress], None]:
    """Progress on standard error: one line that grows on a terminal, a line now and then elsewhere."""
    terminal = sys.stderr.isatty()
    last = 0.0

    def show_progress(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        finished = progress.total > 0 and progress.done >= progress.total
        if now - last < (_EVERY if terminal else _EVERY * 10) and not finished:
            return
        last = now
        share = f"{100 * progress.done // progress.total:3d} %" if progress.total else ""
        line = f"{name}  {gigabytes(progress.done)} of {gigabytes(progress.total)} {share}"
        if terminal:
            sys.stderr.write(f"\r{line:<60}{chr(10) if finished else ''}")
            sys.stderr.flush()
        else:
            tell(line)

    return show_progress
