"""``assistant understand --jsonl``: language alone, line by line. By rules it loads neither store nor model."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.understand import run

if TYPE_CHECKING:
    from assistant.services.model_ports import LanguageModel


def main(given: Sequence[str], profile: Path | None = None) -> int:
    """Reads requests from standard input and writes what they ask for.

    Args:
        given: The arguments behind ``understand``.
        profile: The folder of the profile whose model is asked where the rules are unsure.
    """
    parser = argparse.ArgumentParser(
        prog="assistant understand", description="Requests read from standard input; nothing is stored."
    )
    parser.add_argument("--jsonl", action="store_true", required=True, help="one JSON document a line, in and out")
    parser.add_argument("--rules-only", action="store_true", help="do without the language model")
    arguments = parser.parse_args(given)
    for stream in (sys.stdin, sys.stdout):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    model = None if arguments.rules_only else _model(profile)
    try:
        return run(arguments, sys.stdin, sys.stdout, model)
    finally:
        if model is not None:
            model.close()


def _model(profile: Path | None) -> LanguageModel | None:
    """The profile's model; None where it is not installed."""
    from assistant.bootstrap import language_model
    from assistant.config.paths import Paths
    from assistant.config.settings import Settings

    paths = Paths.profile(profile) if profile else Paths.default()
    return language_model(paths, Settings(paths.settings))
