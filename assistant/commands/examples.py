"""``assistant examples``: what the person corrected and is kept as examples, and forgetting it."""

from __future__ import annotations

import argparse

from assistant.commands.session import DONE, iso, opened, say, say_json
from assistant.config.errors import NotFoundError


def show(arguments: argparse.Namespace) -> int:
    """All examples, newest first, numbered."""
    with opened(arguments) as assistant:
        found = assistant.examples.all()
        zone = assistant.clock.zone()
        if arguments.json:
            rows = enumerate(found, 1)
            say_json(
                [{"number": n, "text": e.text, "answer": e.answer, "at": iso(e.created_at, zone)} for n, e in rows]
            )
            return DONE
        if not found:
            say("还没有保存任何示例。" if assistant.wording.chinese else "No examples are kept.")
        for number, example in enumerate(found, 1):
            say(f"{number:>4}  {example.text}  →  {example.answer}")
    return DONE


def remove(arguments: argparse.Namespace) -> int:
    """Forgets the example of a number in the list."""
    with opened(arguments) as assistant:
        found = assistant.examples.all()
        if not 1 <= arguments.number <= len(found):
            raise NotFoundError("example.missing", "There is no such example.", number=arguments.number)
        example = found[arguments.number - 1]
        assistant.examples.remove(example.uid)
        _told(arguments, 1, f"已删除：{example.text}" if assistant.wording.chinese else f"Forgotten: {example.text}")
    return DONE


def clear(arguments: argparse.Namespace) -> int:
    """Forgets all of them."""
    with opened(arguments) as assistant:
        count = assistant.examples.clear()
        _told(
            arguments,
            count,
            f"已删除 {count} 个示例。" if assistant.wording.chinese else f"Forgotten: {count} examples.",
        )
    return DONE


def _told(arguments: argparse.Namespace, count: int, text: str) -> None:
    if arguments.json:
        say_json({"removed": count})
    else:
        say(text)
