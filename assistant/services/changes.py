"""The one way of changing items: one unit of work, one journal entry, then the news of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.domain.clock import Clock
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import JournalEntry
from assistant.services.notices import ItemsChanged, Notices, RemindersAnswered
from assistant.services.ports import Store, UnitOfWork, WakeUps

_IN_ROWS = frozenset({ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the work inside a unit came to. `answered` are reminders whose pop-ups have to go."""

    action: Action
    label: str
    items: tuple[ReceiptItem, ...] = ()
    answered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Writes to the store on behalf of the services. Safe in any thread.

    Attributes:
        store: Where everything is kept.
        clock: Where the time and the person's zone come from.
        notices: Who is told.
        wakeups: What wakes up for the next reminder.
    """

    store: Store
    clock: Clock
    notices: Notices
    wakeups: WakeUps

    def now(self) -> datetime:
        """The current moment in the person's zone."""
        return self.clock.now()

    def zone(self) -> ZoneInfo:
        """The person's zone."""
        return self.clock.zone()

    def write(self, work: Callable[[UnitOfWork], Outcome], origin: Origin = Origin.PERSON) -> Receipt:
        """Does `work` in one unit of work with one journal entry, commits, then tells the others.

        Raises:
            AssistantError: What `work` raised, or why the store could not write. Nothing is changed then.
        """
        with self.store.writing() as unit:
            outcome = work(unit)
            entry = unit.record(outcome.label, at=self.now(), origin=origin)
            wake = unit.reminders.next_wake()
            unit.commit()
        self.tell(entry, wake, outcome.answered)
        return Receipt(action=outcome.action, items=outcome.items, journal_id=entry.id)

    def tell(self, entry: JournalEntry, wake: datetime | None, answered: tuple[str, ...] = ()) -> None:
        """The news after a commit."""
        self.wakeups.set_next(wake)
        self.notices.publish(ItemsChanged(kinds_of(entry)))
        if answered:
            self.notices.publish(RemindersAnswered(answered))


def kinds_of(entry: JournalEntry) -> frozenset[ItemKind]:
    """The kinds of items that an entry changed."""
    kinds = frozenset(change.kind for change in entry.changes)
    return kinds | _IN_ROWS if entry.rows else kinds
