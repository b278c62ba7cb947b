"""The window against a bare PySide6 window: start-up until one can type, and idle memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report import Figure, median

_RUNS = 5
_IDLE_SECONDS = 8.0
_BARE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: open(sys.argv[1], "a").write("the window is usable\\n"))
        return False
app = QApplication([])
window, text, watch = QMainWindow(), QPlainTextEdit(), Watch()
window.setCentralWidget(text)
text.installEventFilter(watch)
text.viewport().installEventFilter(watch)
window.resize(1280, 820)
window.show()
app.exec()
"""


def _wait_usable(log: Path, process: subprocess.Popen[bytes], already: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if log.exists() and log.read_text(encoding="utf-8").count("the window is usable") > already:
            return
        if process.poll() is not None:
            raise RuntimeError(f"the window ended with {process.returncode} before it was usable")
        time.sleep(0.004)
    raise RuntimeError("the window did not become usable within a minute")


def memory_of(pid: int) -> float:
    """Proportional memory of one process in MB; shared pages count by their share."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell a process's memory")


def _run_once(command: list[str], log: Path, *, memory: bool) -> tuple[float, float]:
    already = log.read_text(encoding="utf-8").count("the window is usable") if log.exists() else 0
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"QT_LOGGING_RULES": "*.warning=false"})
    try:
        _wait_usable(log, process, already)
        took = time.perf_counter() - began
        if memory:
            time.sleep(_IDLE_SECONDS)
        return took, memory_of(process.pid) if memory else 0.0
    finally:
        process.kill()
        process.wait(10)


def bare_memory() -> float:
    """Memory of a bare PySide6 window at rest, in MB."""
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "bare.log"
        return _run_once([sys.executable, "-c", _BARE, str(log)], log, memory=True)[1]


def measure() -> list[Figure]:
    """Alternates both windows; the first pair warms the disk cache and does not count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare_log, our_log = folder / "bare.log", folder / "profile" / "logs" / "assistant.log"
        bare = [sys.executable, "-c", _BARE, str(bare_log)]
        ours = [sys.executable, "-m", "assistant", "--profile", str(folder / "profile")]
        times: dict[str, list[float]] = {"bare": [], "ours": []}
        for run in range(_RUNS + 1):
            pair = {
                "bare": _run_once(bare, bare_log, memory=False)[0],
                "ours": _run_once(ours, our_log, memory=False)[0],
            }
            if run:
                for key, took in pair.items():
                    times[key].append(took)
        bare_memory = _run_once(bare, bare_log, memory=True)[1]
        our_memory = _run_once(ours, our_log, memory=True)[1]
    quick, slow = median(times["bare"]), median(times["ours"])
    return [
        Figure(
            "window usable, times a bare PySide6 window",
            slow / quick,
            "x",
            2.5,
            detail=f"{slow:.2f} s against {quick:.2f} s, median of {_RUNS} alternating starts",
        ),
        Figure(
            "idle memory above a bare PySide6 window",
            our_memory - bare_memory,
            "MB",
            90,
            detail=f"{our_memory:.0f} MB against {bare_memory:.0f} MB (PSS) after {_IDLE_SECONDS:.0f} s",
        ),
    ]
