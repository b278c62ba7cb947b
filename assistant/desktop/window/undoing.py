"""Undo and redo for the whole window, told in a toast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.domain.journal import JournalEntry

# With more rows than these (an import, a whole calendar) it takes seconds: what the window reads must not wait for it.
MANY_ROWS = 5_000
_LANE = "undo"


class Undoing(QObject):
    """Takes back what the journal holds, and does it again. GUI thread; made once the desk is ready."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under_way: int | None = None

    def undo(self, entry: int | None = None) -> None:
        """Undoes a journal entry, or the newest one."""
        undo = self._desk.assistant.undo
        self._run(lambda: undo.to_undo(entry), undo.undo, self._undoing, self._undone)

    def redo(self, entry: int | None = None) -> None:
        """Does an undone journal entry again, or the one undone last."""
        undo = self._desk.assistant.undo
        self._run(lambda: undo.to_redo(entry), undo.redo, self._redoing, self._redone)

    def _run(
        self,
        find: Callable[[], JournalEntry],
        step: Callable[[int], JournalEntry],
        begun: Callable[[JournalEntry], None],
        ended: Callable[[JournalEntry], None],
    ) -> None:
        """Takes the step after what was asked for before it; a big one is told, and goes on by itself."""

        def work() -> tuple[JournalEntry, bool]:
            entry = find()
            return (entry, False) if entry.rows > MANY_ROWS else (step(entry.id), True)

        def arrived(outcome: tuple[JournalEntry, bool]) -> None:
            entry, done = outcome
            if done:
                ended(entry)
                return
            begun(entry)
            if self._under_way != entry.id:  # asked for once more, impatiently
                self._under_way = entry.id
                self._desk.background.run(lambda: step(entry.id), big_done, failed, lane=_LANE, owner=self)

        def big_done(entry: JournalEntry) -> None:
            self._under_way = None
            ended(entry)

        def failed(error: AssistantError) -> None:
            self._under_way = None
            self._desk.error(error)

        self._desk.background.run(work, arrived, owner=self)

    def _undoing(self, entry: JournalEntry) -> None:
        self._desk.toast(self.tr("Being undone: {what}…").format(what=self._desk.wording.entry(entry)))

    def _redoing(self, entry: JournalEntry) -> None:
        self._desk.toast(self.tr("Being done again: {what}…").format(what=self._desk.wording.entry(entry)))

    def _undone(self, entry: JournalEntry) -> None:
        self._desk.toast(self.tr("Undone: {what}").format(what=self._desk.wording.entry(entry)))

    def _redone(self, entry: JournalEntry) -> None:
        self._desk.toast(self.tr("Done again: {what}").format(what=self._desk.wording.entry(entry)), entry.id)
