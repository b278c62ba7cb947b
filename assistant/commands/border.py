"""The border of the process for commands: arguments in, exit code out, no traceback for anybody."""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from assistant.commands.arguments import parser
from assistant.config.errors import AssistantError, Cancelled

_LOG = logging.getLogger(__name__)


def run(given: Sequence[str], window: Callable[[argparse.Namespace], int]) -> int:
    """Runs one command.

    Args:
        given: The arguments without the program's name.
        window: Opens the window, for no command and for ``gui``.

    Returns:
        0 done, 1 failed, 2 wrong usage, 3 needs an answer or approval.
    """
    _speak_utf8()
    sys.excepthook = _bug
    # Loading makes many objects that stay: looking through them again and again takes a quarter of the start.
    gc.set_threshold(100_000, 50, 100)
    try:
        reader = parser()
        arguments, rest = reader.parse_known_args(given)
        if rest and arguments.command != "understand":
            reader.error(f"unrecognized arguments: {' '.join(rest)}")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    if arguments.command == "understand":
        # Reached only behind other options; without them it is started without any of this.
        from assistant.commands.language import main as understand

        return understand(given[given.index("understand") + 1 :], arguments.profile)
    try:
        if arguments.command in (None, "gui"):
            return window(arguments)
        family = importlib.import_module(arguments.family)
        action: Callable[[argparse.Namespace], int] = getattr(family, arguments.action)
        code = action(arguments)
        sys.stdout.flush()
    except AssistantError as error:
        return _failed(error.code, error.message, as_json=getattr(arguments, "json", False))
    except KeyboardInterrupt:
        return _failed("cancelled", Cancelled().message, as_json=False)
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be written at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What is no `AssistantError` is a bug: it is said to be one, and the traceback goes to the log."""
    _LOG.info("a command failed", exc_info=(kind, error, trace))
    print(f"Something in the program went wrong ({kind.__name__}: {error}). The log tells more.", file=sys.stderr)


def _failed(code: str, message: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"error": code, "text": message}, ensure_ascii=False, indent=2))
    print(message, file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """Whatever the system's own encoding is, output is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
