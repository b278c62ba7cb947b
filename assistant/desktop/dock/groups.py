"""The names and colours of lists and calendars, for the List chip."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from assistant.desktop.desk import Desk
from assistant.domain.event import Calendar
from assistant.domain.items import ItemKind
from assistant.domain.task import INBOX, TaskList


@dataclass(frozen=True, slots=True)
class Names:
    """Name to colour token; the inbox has "" and shows its own icon."""

    calendars: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)


class Groups(QObject):
    """Kept up to date.

    Signals:
        changed(): the names or colours did.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.names = Names()
        desk.itemsChanged.connect(lambda kinds, _elsewhere: self._items_changed(kinds))
        desk.when_ready(self.load)

    def load(self) -> None:
        """Asks for them in the background."""
        services = self._desk.assistant
        self._desk.background.run(
            lambda: (services.schedule.calendars(), services.tasks.lists()), self._arrived, owner=self
        )

    def _items_changed(self, kinds: frozenset[ItemKind]) -> None:
        if kinds & {ItemKind.CALENDAR, ItemKind.TASK_LIST}:
            self.load()

    def _arrived(self, found: tuple[tuple[Calendar, ...], tuple[TaskList, ...]]) -> None:
        calendars, lists = found
        self.names = Names(
            {calendar.name: f"calendar.{calendar.colour}.bar" for calendar in calendars},
            {one.name: "" if one.uid == INBOX else f"calendar.{one.colour}.bar" for one in lists},
        )
        self.changed.emit()
