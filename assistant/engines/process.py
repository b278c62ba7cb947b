"""One running engine process, seen from the outside."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import assistant
from assistant.engines.protocol import Frame, FrameReader, FrameWriter

_log = logging.getLogger(__name__)

_LAST_WORDS = 20
# GNU OpenMP lets a waiting thread spin for some 20 ms before it sleeps. Where another program wants the processor, that
# made a model ten times slower. It is read when a library is loaded, so it is set before the process starts.
_SPIN_COUNT = "1000"


def engine_command(name: str) -> list[str]:
    """How this program starts itself as an engine: the same switch in a checkout and in the frozen program."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "assistant"]
    return [*start, "--engine", name]


class EngineProcess:
    """A child with its pipes.

    Attributes:
        frames: What it says; None when it is gone.
        last_words: The last lines it printed.
        dismissed: True once this side has ended it; an end without is a crash.

    Start it in a thread that lives as long as the child may: on Linux the kernel ends the child with that *thread*.
    """

    def __init__(self, name: str, command: Sequence[str], on_end: Callable[[EngineProcess], None]) -> None:
        """Starts the child.

        Args:
            name: For the log.
            command: Program and arguments; ``--parent`` is added.
            on_end: Called once when its output has ended, in the reader's thread.

        Raises:
            OSError: Where the system cannot start it.
        """
        self.frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self.last_words: deque[str] = deque(maxlen=_LAST_WORDS)
        self.dismissed = False
        self._name = name
        self._on_end = on_end
        self._popen = subprocess.Popen(
            [*command, "--parent", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._popen.stdin is not None
        self._writer = FrameWriter(self._popen.stdin)
        self._readers = [
            threading.Thread(target=self._read_frames, name=f"{name}-frames", daemon=True),
            threading.Thread(target=self._read_words, name=f"{name}-words", daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._popen.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for a signal."""
        return self._popen.poll()

    def send(self, frame: Mapping[str, Any]) -> bool:
        """Sends one frame; False where the child is gone."""
        try:
            self._writer.write(frame)
        except (OSError, ValueError) as error:
            _log.debug("%s takes nothing any more: %s", self._name, error)
            return False
        return True

    def kill(self) -> None:
        """Ends it at once."""
        self.dismissed = True
        if self._popen.poll() is None:
            self._popen.kill()

    def end(self, seconds: float) -> None:
        """Asks it to quit, closes its input, waits, and kills it where it does not go. Blocks for `seconds` at most."""
        self.dismissed = True
        self.send({"id": 0, "op": "quit"})
        try:
            self._popen.wait(seconds)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        self._close_input()
        for reader in self._readers:
            if reader is not threading.current_thread():
                reader.join(seconds)

    def _close_input(self) -> None:
        assert self._popen.stdin is not None
        try:
            self._popen.stdin.close()
        except OSError as error:
            _log.debug("%s: %s", self._name, error)

    def _read_frames(self) -> None:
        assert self._popen.stdout is not None
        reader = FrameReader(self._popen.stdout)
        try:
            while (frame := reader.read()) is not None:
                self.frames.put(frame)
        except (OSError, ValueError) as error:
            _log.debug("%s: %s", self._name, error)
        self._popen.stdout.close()
        self._popen.wait()
        self._close_input()
        self.frames.put(None)
        self._on_end(self)

    def _read_words(self) -> None:
        """What the child and its libraries print. It may hold words of the user's, so it stays at debug."""
        assert self._popen.stderr is not None
        with self._popen.stderr as stream:
            rest = b""
            while piece := stream.read(65536):
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    text = line.decode("utf-8", "replace")[:500]
                    self.last_words.append(text)
                    _log.debug("%s: %s", self._name, text)


def _environment() -> dict[str, str]:
    """The child imports the same program, wherever the current folder is."""
    here = str(Path(assistant.__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {
        "GOMP_SPINCOUNT": _SPIN_COUNT,
        **os.environ,
        "PYTHONPATH": os.pathsep.join([here, known] if known else [here]),
        "PYTHONUTF8": "1",
    }
