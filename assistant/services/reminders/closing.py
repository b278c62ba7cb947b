"""What a person's hand does to reminders: done, put off, put away; one by one or several in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.config.errors import NotFoundError
from assistant.domain import life_cycle
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.items import ItemKind
from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderState
from assistant.domain.task import Task
from assistant.services.changes import Changes
from assistant.services.notices import ItemsChanged, RemindersAnswered
from assistant.services.ports import UnitOfWork
from assistant.services.tasks import rounds

_ANSWERABLE = OPEN_STATES | {ReminderState.MISSED}


def known(unit: UnitOfWork, uid: str) -> Reminder:
    """The reminder. Raises NotFoundError ``reminder.missing``."""
    row = unit.reminders.get(uid)
    if row is None:
        raise NotFoundError("reminder.missing", "This reminder does not exist any more.", uid=uid)
    return row


def step(changes: Changes, uid: str, move: Callable[[Reminder], Reminder]) -> None:
    """One step in the life of one reminder. Raises what the step raises."""
    with changes.store.writing() as unit:
        unit.reminders.advance(move(known(unit, uid)))
        wake = unit.reminders.next_wake()
        unit.commit()
    _tell(changes, wake, (uid,))


def step_all(changes: Changes, uids: Sequence[str], move: Callable[[Reminder], Reminder]) -> None:
    """The same step for several; those answered meanwhile, or gone, are passed over."""
    with changes.store.writing() as unit:
        for row in _found(unit, uids, OPEN_STATES):
            unit.reminders.advance(move(row))
        wake = unit.reminders.next_wake()
        unit.commit()
    _tell(changes, wake, tuple(uids))


def dismiss_all(changes: Changes, uids: Sequence[str], every: timedelta) -> None:
    """Closed by hand without an answer; one that nags comes back after `every`. Those answered meanwhile stay so."""
    now = changes.now()
    step_all(changes, uids, lambda row: life_cycle.close(row, now, every))


def acknowledge(changes: Changes, uid: str) -> Receipt | None:
    """Done: as `acknowledge_all`, but one that was answered already is refused.

    Raises:
        NotFoundError: ``reminder.missing``.
        ConflictError: ``reminder.answered``.
    """
    with changes.store.reading() as unit:
        life_cycle.acknowledge(known(unit, uid), changes.now())
    return acknowledge_all(changes, (uid,))


def acknowledge_all(changes: Changes, uids: Sequence[str]) -> Receipt | None:
    """Done with several: their tasks are completed in one step that one undo takes back.

    Args:
        changes: Where to write.
        uids: The reminders, missed ones too; those acknowledged meanwhile, or gone, are passed over.

    Returns:
        None where no task hung on any of them.
    """
    now, viewer = changes.now(), changes.zone()
    items: list[ReceiptItem] = []
    answered = set(uids)
    with changes.store.writing() as unit:
        for row in _found(unit, uids, _ANSWERABLE):
            task = _task_of(unit, row)
            if task is None or task.done:
                unit.reminders.advance(life_cycle.acknowledge(row, now))
                continue
            items.append(replace(rounds.item(unit, task, viewer), kind="reminder"))
            unit.reminders.put(life_cycle.acknowledge(row, now))
            answered.update(rounds.complete(unit, task, now, viewer))
        label = f"Completed task: {items[0].title}" if len(items) == 1 else f"Completed {len(items)} tasks"
        entry = unit.record(label, at=now) if items else None
        wake = unit.reminders.next_wake()
        unit.commit()
    if entry is None:
        _tell(changes, wake, tuple(sorted(answered)))
        return None
    changes.tell(entry, wake, tuple(sorted(answered)))
    return Receipt(action=Action.COMPLETED, items=tuple(items), journal_id=entry.id)


def _task_of(unit: UnitOfWork, row: Reminder) -> Task | None:
    return unit.tasks.get(row.item_uid) if row.item_uid and row.item_kind is ItemKind.TASK else None


def _found(unit: UnitOfWork, uids: Sequence[str], states: frozenset[ReminderState]) -> list[Reminder]:
    rows = (unit.reminders.get(uid) for uid in dict.fromkeys(uids))
    return [row for row in rows if row is not None and row.state in states]


def _tell(changes: Changes, wake: datetime | None, uids: tuple[str, ...]) -> None:
    changes.wakeups.set_next(wake)
    changes.notices.publish(RemindersAnswered(uids))
    changes.notices.publish(ItemsChanged(frozenset({ItemKind.REMINDER})))
