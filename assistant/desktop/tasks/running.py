"""Runs a change in the store's lane and says what happened. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.domain.conversation import Receipt

Failed = Callable[[AssistantError], None]


class Running(QObject):
    """What does things to tasks derives from it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = desk.assistant.tasks

    def _run(self, work: Callable[[], Receipt], words: Callable[[Receipt], str], failed: Failed | None = None) -> None:
        """`words` make the toast of the receipt; without `failed` the window shows the error."""

        def done(receipt: Receipt) -> None:
            self._desk.toast(words(receipt), receipt.journal_id, "tasks")

        self._desk.background.run(work, done, failed, owner=self)
