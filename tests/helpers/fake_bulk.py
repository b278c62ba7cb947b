"""Changes by the thousand on the store in memory: there they are like any others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from assistant.domain.event import Event
from assistant.domain.items import ItemKind
from assistant.domain.part import CalendarPart
from assistant.domain.subscription import SubscriptionState
from assistant.domain.task import Task

if TYPE_CHECKING:
    from tests.helpers.fake_store import FakeUnit

T = TypeVar("T", Event, Task)


class FakeBulk:
    """See `ports.Bulk`. An import into several units makes several entries here."""

    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    def _all(self, kind: type[T], item_kind: ItemKind) -> Iterator[T]:
        return (item for item in self._unit.data.items[item_kind].values() if isinstance(item, kind))

    def events_named(self, calendar_uid: str, names: Sequence[str]) -> dict[str, Event]:
        events = (event for event in self._all(Event, ItemKind.EVENT) if event.calendar_uid == calendar_uid)
        return {name: event for event in events if (name := event.ical_uid or event.uid) in names}

    def tasks_named(self, names: Sequence[str]) -> dict[str, Task]:
        return {name: t for t in self._all(Task, ItemKind.TASK) if (name := t.ical_uid or t.uid) in names}

    def taken(self, kind: ItemKind, uids: Sequence[str]) -> frozenset[str]:
        return frozenset(uid for uid in uids if uid in self._unit.data.items[kind])

    def events_of(self, calendar_uid: str) -> Iterator[Event]:
        return iter([event for event in self._all(Event, ItemKind.EVENT) if event.calendar_uid == calendar_uid])

    def parts_of(self, calendar_uid: str) -> tuple[CalendarPart, ...]:
        return tuple(part for part in self._unit.data.parts.values() if part.calendar_uid == calendar_uid)

    def parts_named(self, calendar_uid: str, names: Sequence[str]) -> tuple[CalendarPart, ...]:
        return tuple(part for part in self.parts_of(calendar_uid) if part.ical_uid in names)

    @property
    def pending(self) -> bool:
        return self._unit.pending

    def forget(self, entry_id: int) -> None:
        self._unit.data.entries.pop(entry_id, None)

    def go_on(self, entry_id: int) -> None:
        """Nothing goes on in memory."""

    def put_events(self, changes: Sequence[tuple[Event | None, Event]]) -> None:
        for _before, event in changes:
            self._unit.events.put(event)

    def put_tasks(self, changes: Sequence[tuple[Task | None, Task]]) -> None:
        for _before, task in changes:
            self._unit.tasks.put(task)

    def put_parts(self, changes: Sequence[tuple[CalendarPart | None, CalendarPart]]) -> None:
        for _before, part in changes:
            self._unit.data.parts[part.uid] = part

    def remove_contents(self, calendar_uid: str) -> None:
        for event in tuple(self.events_of(calendar_uid)):
            self._unit.events.remove(event.uid)
        for part in self.parts_of(calendar_uid):
            del self._unit.data.parts[part.uid]

    def ringing(self, entry_id: int, now: datetime) -> Iterator[Event]:
        return iter(())


class FakeSubscriptions:
    """See `ports.Subscriptions`."""

    def __init__(self, unit: FakeUnit) -> None:
        self._states = unit.data.subscriptions

    def get(self, calendar_uid: str) -> SubscriptionState | None:
        return self._states.get(calendar_uid)

    def all(self) -> tuple[SubscriptionState, ...]:
        return tuple(self._states.values())

    def put(self, state: SubscriptionState) -> None:
        self._states[state.calendar_uid] = state
