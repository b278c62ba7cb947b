"""The rules of putting things back: what counts as unchanged, and what of a reminder's life survives an undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from assistant.domain.items import ItemKind
from assistant.domain.journal import Change, Item
from assistant.domain.reminder import Reminder
from assistant.domain.task import Task, TaskList

T = TypeVar("T", bound=Item)

_PARENTS_FIRST = (ItemKind.CALENDAR, ItemKind.TASK_LIST, ItemKind.EVENT, ItemKind.TASK, ItemKind.REMINDER)


@dataclass(frozen=True, slots=True)
class Step:
    """One item to put back: how the change left it, and what it shall be again. None stands for "not there"."""

    kind: ItemKind
    uid: str
    left: Item | None
    target: Item | None


def in_utc(item: T) -> T:
    """The same item with every instant told in UTC, so that equal items are equal whatever zone they were said in.

    Python calls two equal instants of different zones unequal where one of them lies in a repeated hour.
    """
    moved: dict[str, Any] = {
        field.name: value.astimezone(UTC)
        for field in fields(item)
        if isinstance(value := getattr(item, field.name), datetime) and value.tzinfo is not UTC
    }
    return replace(item, **moved) if moved else item


def collapsed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change an item: its first before and its last after, in order of first touch; without what cancels out."""
    first: dict[tuple[ItemKind, str], Change] = {}
    for change in changes:
        key = (change.kind, change.uid)
        first[key] = replace(first[key], after=change.after) if key in first else change
    return tuple(change for change in first.values() if change.before != change.after)


def steps(changes: Sequence[Change], *, backwards: bool) -> tuple[Step, ...]:
    """What `UnitOfWork.restore` has to do, an item once: those to be there first (a parent before what is in it),
    then those to go (the other way round). So no item is ever without its calendar, list or parent task."""
    listed = [
        Step(change.kind, change.uid, change.after, change.before)
        if backwards
        else Step(change.kind, change.uid, change.before, change.after)
        for change in collapsed(changes)
    ]
    staying = [step for step in listed if step.target is not None]
    going = [step for step in listed if step.target is None]
    return (
        *_parents_first(staying, {step.uid: step.target for step in staying}),
        *reversed(_parents_first(going, {step.uid: step.left for step in going})),
    )


def _parents_first(listed: list[Step], values: dict[str, Item | None]) -> list[Step]:
    def depth(step: Step) -> int:
        seen: set[str] = set()
        value = values[step.uid]
        while isinstance(value, Task | TaskList) and value.parent_uid is not None and value.uid not in seen:
            seen.add(value.uid)
            value = values.get(value.parent_uid)
        return len(seen)

    return sorted(listed, key=lambda step: (_PARENTS_FIRST.index(step.kind), depth(step)))


def is_as_left(current: Item | None, left: Item | None) -> bool:
    """True where an item is still what a change made of it; the life cycle of reminders does not count."""
    if isinstance(current, Reminder) and isinstance(left, Reminder):
        return with_life_of(current, left) == left
    return current == left


def put_back(current: Item | None, left: Item | None, target: Item | None) -> Item | None:
    """What to store for `target`: a reminder goes on with the life it has now, unless the change was about its moment
    or its life (it was moved, closed, put off): then both are put back, so that it rings again when it should."""
    if not (isinstance(current, Reminder) and isinstance(left, Reminder) and isinstance(target, Reminder)):
        return target
    if left.due_at != target.due_at or with_life_of(left, target) != left:
        return target
    return with_life_of(target, current)


def with_life_of(reminder: Reminder, other: Reminder) -> Reminder:
    """`reminder` in the stage of life in which `other` is."""
    return replace(
        reminder,
        state=other.state,
        became_due_at=other.became_due_at,
        shown_at=other.shown_at,
        snoozed_until=other.snoozed_until,
        acknowledged_at=other.acknowledged_at,
        rings=other.rings,
        rings_at=other.rings_at,
        left_seconds=other.left_seconds,
    )
