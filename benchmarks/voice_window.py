"""How late the window's loop is while the language model writes, the ears make out words and the mouth speaks."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

from assistant.services.voice_ports import Saying
from benchmarks.report import Figure, median, percentile
from benchmarks.room import Hall

_QUESTION = "Tell me a long story about a dog and a garden."
_SAID = "The dog went into the garden, looked at every flower, and came back in the evening."
_TICK_MS = 4
_SECONDS = 25.0
_PATIENCE = 180.0


def lag(here: Hall, listen: Callable[[], object]) -> Figure:
    """The real window, off screen; the model "tiny" writes into its chat.

    Args:
        here: Where the engines are.
        listen: Listens once to somebody who speaks.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt is loaded where it is measured: listing the benchmarks needs no window.
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from assistant.desktop.chat import ChatPane
    from assistant.desktop.desk import Desk
    from assistant.desktop.garbage import GarbageCollection
    from assistant.desktop.theme import install_theme
    from assistant.desktop.window import MainWindow

    assistant = here.assistant
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    install_theme(app, assistant.settings, "en")
    garbage = GarbageCollection()
    desk = Desk(assistant)
    window = MainWindow(desk)
    window.show()
    chat = window.findChild(ChatPane)
    while chat is None:
        app.processEvents()
        chat = window.findChild(ChatPane)

    over = threading.Event()
    workers = [threading.Thread(target=_again, args=(over, work)) for work in (listen, lambda: _speak(here))]
    lags: list[float] = []
    written = 0
    last = 0.0

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        if last:
            lags.append(max(0.0, (now - last) * 1000 - _TICK_MS))
        last = now

    def count(_text: str) -> None:
        nonlocal written
        written += 1
        if written == 1:  # all three are at work now
            timer.start()
            QTimer.singleShot(int(_SECONDS * 1000), app.exit)  # to quit would ask the window, which stays

    def ask(_reply: object = None) -> None:
        if not over.is_set():
            chat.submit(_QUESTION)

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(_TICK_MS)
    timer.timeout.connect(tick)
    chat.answerGrew.connect(count)
    chat.answered.connect(ask)
    for worker in workers:
        worker.start()
    ask()
    QTimer.singleShot(int(_PATIENCE * 1000), app.exit)
    app.exec()
    over.set()
    chat.stop()
    assistant.mouth.stop()
    for worker in workers:
        worker.join()
    window.close()
    desk.close()
    garbage.close()
    if not written:
        raise RuntimeError("the language model wrote nothing")
    return Figure(
        "lag of the window's loop while all three engines work, p99",
        percentile(lags, 0.99),
        "ms",
        16,
        detail=f"median {median(lags):.1f} ms, most {max(lags):.0f} ms, {len(lags)} ticks, {written} pieces written",
    )


def _again(over: threading.Event, work: Callable[[], object]) -> None:
    while not over.is_set():
        work()


def _speak(here: Hall) -> None:
    utterance = here.assistant.mouth.begin(_quiet)
    utterance.add(_SAID, "en")
    utterance.end()
    utterance.wait()


def _quiet(_saying: Saying) -> None: ...
