"""``python -m assistant``: an engine's process, a command, or the window."""

from __future__ import annotations

import gc
import linecache
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace

_USUAL = gc.get_threshold()


class Unkept(dict[str, Any]):
    """Takes the place of the cache of source lines (`linecache.cache`) and keeps no file's."""

    def __setitem__(self, name: str, entry: Any) -> None:
        """Keeps what is no file (a loader to ask, or what it said: an entry without a time), which is read back."""
        if len(entry) == 1 or entry[1] is None:
            super().__setitem__(name, entry)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the arguments ask for and returns the exit code. Loads no more than that needs."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--engine"]:
        from assistant.engines.child import main as engine

        return engine(given)
    if given[:1] == ["understand"]:
        from assistant.commands.language import main as understand

        return understand(given[1:])
    # Loading makes a hundred thousand objects that stay: looking through them for garbage again and again is a tenth
    # of the time that a command takes.
    gc.set_threshold(50_000, 20, 20)
    from assistant.commands.border import run

    return run(given, _window)


def _window(arguments: Namespace) -> int:
    gc.set_threshold(*_USUAL)
    # Qt for Python reads the source of every module that is loaded, to see whether it uses Qt, and Python would keep
    # all those lines: ten megabytes that nobody looks at.
    linecache.cache = Unkept()
    from assistant.app import run_window
    from assistant.commands.session import paths_of
    from assistant.config.settings import Settings

    paths = paths_of(arguments)
    return run_window(paths, Settings(paths.settings), hidden=getattr(arguments, "hidden", False))


if __name__ == "__main__":
    sys.exit(main())
