"""Logging: one rotating file a profile, warnings to standard error. Never a word of the user's own text above debug."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)-7s %(process)d %(threadName)s %(name)s: %(message)s"


def start_logging(folder: Path, level: str, *, name: str = "assistant") -> None:
    """Sends the root logger to ``folder/name.log``; a folder that cannot be written leaves standard error alone.

    Args:
        folder: Where the file goes; it must exist.
        level: debug, info, warning or error.
        name: One file for the window and the commands, one for each engine.
    """
    root = logging.getLogger()
    root.setLevel(level.upper())
    console = logging.StreamHandler()
    console.setLevel(logging.WARNING)
    console.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    root.addHandler(console)
    try:
        file = logging.handlers.RotatingFileHandler(
            folder / f"{name}.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=False
        )
    except OSError as error:
        root.warning("no log file: %s", error)
        return
    file.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(file)
