"""The bar while somebody types: from the key to the chips, in the real input bar on a real database."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from benchmarks.report import Figure, percentile

_TYPED = (
    "Lunch with Mom Friday noon for 1h at Luigi's, remind me 30 min before",
    "remind me to call the dentist tomorrow at 3pm",
    "add milk and eggs to the shopping list and remind me at 6",
    "move lunch with Farid to next Tuesday at half past twelve",
    "what do I have on Friday",
    "周五下午三点和王经理开会，地点在三楼会议室，提前30分钟提醒我",
    "每月最后一天提醒我交工时表",
    "把周五的会改到下周一上午十点",
)
_EVENTS = 200
_PATIENCE = 5.0


def _figures(folder: Path) -> list[Figure]:
    # Qt is loaded where it is measured: listing the benchmarks needs no window.
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from assistant.bootstrap import build
    from assistant.config.paths import Paths
    from assistant.config.settings import Settings
    from assistant.desktop.desk import Desk
    from assistant.desktop.dock import Dock
    from assistant.desktop.dock.line import Line
    from assistant.desktop.theme import install_theme

    paths = Paths.profile(folder)
    paths.ensure()
    settings = Settings(paths.settings)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    install_theme(app, settings, "en")
    assistant = build(paths, settings)
    for day in range(_EVENTS):
        assistant.conversation.handle(
            f"Meeting {day} in {day % 40} days at {9 + day % 8}:00", rules_only=True, keep=False
        )
    desk = Desk(assistant)
    window = QWidget()
    dock = Dock(desk, window)
    window.resize(900, 200)
    dock.setGeometry(0, 0, 900, 200)
    window.show()
    line = dock.findChild(Line)
    assert line is not None
    line.setFocus()

    def until_current() -> None:
        end = time.monotonic() + _PATIENCE
        while not dock.is_current and time.monotonic() < end:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # as the running program waits
        assert dock.is_current, "the chips never came"

    def press(character: str) -> None:
        if character.isascii():
            QTest.keyClicks(line, character)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(character)
            QCoreApplication.sendEvent(line, committed)

    took: list[float] = []
    try:
        for round_ in range(3):
            for sentence in _TYPED:
                for character in sentence:
                    began = time.perf_counter()
                    press(character)
                    until_current()
                    if round_:  # the first round warms
                        took.append((time.perf_counter() - began) * 1000)
                QTest.keyClick(line, Qt.Key.Key_Escape)
                app.processEvents()
    finally:
        window.close()
        desk.close()
        assistant.close()
    detail = f"{len(took)} keys, half of them the median {percentile(took, 0.5):.1f} ms or less"
    return [
        Figure("chips after a keystroke, p95", percentile(took, 0.95), "ms", 15, detail=detail),
        Figure("chips after a keystroke, p99", percentile(took, 0.99), "ms", 15),
    ]


def measure() -> list[Figure]:
    """Types sentences of both languages key by key and waits for the chips of each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        return _figures(Path(name))
