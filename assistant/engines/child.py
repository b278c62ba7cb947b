"""The inside of an engine's process: takes requests from standard input, one at a time, and answers on standard output.

Native libraries like to print. The real standard output is therefore moved to a descriptor of its own before any of
them is loaded, and descriptor 1 is pointed at standard error.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib
import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from assistant.config.errors import AssistantError, Cancelled
from assistant.domain.cancellation import Cancellation
from assistant.engines.protocol import Frame, FrameReader, FrameWriter

_log = logging.getLogger(__name__)

_ENGINES = {
    "llm": "assistant.engines.llm.engine",
    "ears": "assistant.engines.ears.engine",
    "mouth": "assistant.engines.mouth.engine",
    "sound": "assistant.engines.sound.engine",
}
_PR_SET_PDEATHSIG = 1


class Job:
    """One request, as the engine sees it.

    Attributes:
        told: What the caller says while it is being done, in order, but for what is heeded at once.
    """

    def __init__(self, frame: Frame, writer: FrameWriter) -> None:
        self.id: int = frame["id"]
        self.op: str = frame["op"]
        self.body: Mapping[str, Any] = frame
        self.cancel = Cancellation()
        self.told: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self._writer = writer
        self._heeds: Callable[[Frame], bool] = lambda _told: False

    def heed(self, take: Callable[[Frame], bool]) -> None:
        """`take` gets what the caller says in the thread that reads it; where it returns True that is not queued."""
        self._heeds = take

    def tell(self, told: Frame) -> None:
        """The caller says something; in the thread that reads."""
        if not self._heeds(told):
            self.told.put(told)

    def send(self, kind: str, **fields: object) -> None:
        """Sends something on the way to the answer: a piece of text, progress."""
        self._writer.write({"id": self.id, "kind": kind, **fields})


class Engine(Protocol):
    """What a module named in `_ENGINES` makes with its function ``engine()``."""

    def run(self, job: Job) -> Mapping[str, object]:
        """Does one request, in the main thread. The result is the answer's fields.

        Raises:
            AssistantError: What can go wrong in the world; it arrives at the caller as it is.
        """
        ...

    def close(self) -> None:
        """Before a clean end."""
        ...


def main(argv: Sequence[str]) -> int:
    """Runs the engine named by ``--engine NAME`` until standard input ends.

    Args:
        argv: The arguments without the program's name.

    Returns:
        The process's exit code.
    """
    parser = argparse.ArgumentParser(prog="assistant --engine")
    parser.add_argument("--engine", required=True, choices=sorted(_ENGINES))
    parser.add_argument("--parent", type=int, default=0)
    arguments = parser.parse_args(argv)
    output = _move_stdout()
    _die_with(arguments.parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    serve(lambda: _load(arguments.engine), FrameReader(os.fdopen(os.dup(0), "rb", buffering=0)), FrameWriter(output))
    return 0


def _load(name: str) -> Engine:
    module = importlib.import_module(_ENGINES[name])
    engine: Engine = module.engine()
    return engine


def serve(make: Callable[[], Engine], reader: FrameReader, writer: FrameWriter) -> None:
    """Answers requests until the engine is told to quit. Ends the process at once when the input ends."""
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    current: dict[int, Job] = {}

    def listen() -> None:
        while (frame := reader.read()) is not None:
            if frame.get("op") in ("cancel", "tell"):
                job = current.get(frame["id"])
                if job is not None and frame["op"] == "tell":
                    job.tell(frame)
                elif job is not None:
                    job.cancel.cancel()
                continue
            job = Job(frame, writer)
            current[job.id] = job
            jobs.put(job)
        # The parent is gone or wants no more. Native code may be busy for seconds: do not wait for it.
        os._exit(0)

    writer.write({"kind": "hello", "pid": os.getpid()})
    threading.Thread(target=listen, name="requests", daemon=True).start()
    engine = make()
    while True:
        job = jobs.get()
        if job.op == "quit":
            engine.close()
            _answer(writer, {"id": job.id, "kind": "done"})
            # Tearing native libraries down takes time and gains nothing: the system takes everything back.
            os._exit(0)
        _answer(writer, _do(engine, job))
        current.pop(job.id, None)


def _do(engine: Engine, job: Job) -> Frame:
    try:
        return {"id": job.id, "kind": "done", **engine.run(job)}
    except Cancelled:
        return {"id": job.id, "kind": "cancelled"}
    except AssistantError as error:
        facts = {
            key: value if isinstance(value, str | int | float) else str(value) for key, value in error.facts.items()
        }
        return {
            "id": job.id,
            "kind": "error",
            "family": type(error).__name__,
            "code": error.code,
            "message": error.message,
            "facts": facts,
        }
    except Exception as error:
        # The border of the process: whatever it is, the caller learns of it.
        _log.exception("%s failed", job.op)
        return {
            "id": job.id,
            "kind": "error",
            "family": "EngineError",
            "code": "engine.failed",
            "message": f"The engine could not do this ({type(error).__name__}).",
            "facts": {"detail": str(error)},
        }


def _answer(writer: FrameWriter, frame: Frame) -> None:
    try:
        writer.write(frame)
    except OSError:
        os._exit(0)


def _move_stdout() -> Any:
    """Returns the real standard output as a raw stream; whatever is printed from now on goes to standard error."""
    real = os.dup(1)
    os.dup2(2, 1)
    if sys.stderr is None:  # a program without a console
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    sys.stdout = sys.stderr
    return os.fdopen(real, "wb", buffering=0)


def _die_with(parent: int) -> None:
    """Where the kernel can do it, the process is ended with its parent even while native code runs."""
    if not sys.platform.startswith("linux") or not parent:
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it went before the kernel was asked
        os._exit(0)
