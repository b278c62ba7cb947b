"""Reminders: what rings next, what has rung, and what was answered. The table is the truth; a timer only wakes us."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from assistant.config.errors import ConflictError, InputError, NotFoundError, StoreError
from assistant.domain import life_cycle
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.event import Event
from assistant.domain.items import ItemKind, Origin, new_uid
from assistant.domain.recurrence import check_rule
from assistant.domain.reminder import OPEN_STATES, WAITING_STATES, Reminder, ReminderKind, ReminderState
from assistant.domain.task import Task
from assistant.services import receipts
from assistant.services.alerts import event_alert
from assistant.services.changes import Changes, Outcome
from assistant.services.notices import ItemsChanged, RemindersAnswered, RemindersDue
from assistant.services.ports import UnitOfWork
from assistant.services.tasks import MOST_TITLE, TaskService

_LOG = logging.getLogger(__name__)
_RETRY = timedelta(seconds=5)


class ReminderService:
    """The life of reminders. Every step is stored before anybody sees it. Any thread but the one that draws."""

    def __init__(self, changes: Changes, tasks: TaskService) -> None:
        self._changes = changes
        self._tasks = tasks

    # --------------------------------------------------------------------------------------------------- ringing

    def start(self) -> None:
        """Begins to watch the clock, and fires at once what fell due while nobody did. Called once, by the window."""
        self._changes.wakeups.start(self.fire)
        self.fire()

    def fire(self) -> None:
        """Makes due whatever has come to its moment, in one transaction, then says so.

        A background job: where the store is busy or full it tries again a little later instead of giving up.
        """
        try:
            due = self._fall_due()
        except StoreError as error:
            _LOG.info("reminders are tried again: %s", error.code)
            self._changes.wakeups.set_next(self._changes.now() + _RETRY)
            return
        if due:
            self._changes.notices.publish(RemindersDue(due))
            self._changes.notices.publish(ItemsChanged(frozenset({ItemKind.REMINDER})))

    def _fall_due(self) -> tuple[Reminder, ...]:
        now = self._changes.now()
        due: list[Reminder] = []
        with self._changes.store.writing() as unit:
            for row in unit.reminders.waking_until(now):
                fresh = row.state is ReminderState.SCHEDULED
                item = self._item_of(unit, row)
                if row.item_uid is not None and (item is None or (isinstance(item, Task) and item.done)):
                    unit.reminders.advance(life_cycle.acknowledge(row, now))
                    continue
                ripe = life_cycle.fall_due(row, now)
                unit.reminders.advance(ripe)
                due.append(ripe)
                follower = self._follower(row, item, now) if fresh else None
                if follower is not None:
                    unit.reminders.advance(follower)
            wake = unit.reminders.next_wake()
            unit.commit()
        self._changes.wakeups.set_next(wake)
        return tuple(due)

    def _item_of(self, unit: UnitOfWork, row: Reminder) -> Event | Task | None:
        if row.item_uid is None:
            return None
        return unit.events.get(row.item_uid) if row.item_kind is ItemKind.EVENT else unit.tasks.get(row.item_uid)

    def _follower(self, row: Reminder, item: Event | Task | None, now: datetime) -> Reminder | None:
        """The next reminder of the same series or event."""
        if isinstance(item, Event):
            after = max(row.due_at.astimezone(UTC), now.astimezone(UTC))
            return event_alert(item, row.minutes_before or 0, after, now, self._changes.zone())
        return life_cycle.successor(row, now)

    # --------------------------------------------------------------------------------------------------- looking

    def pending(self) -> tuple[Reminder, ...]:
        """Due or shown, and not answered: what has to be put up again after a start."""
        with self._changes.store.reading() as unit:
            return unit.reminders.in_states((ReminderState.DUE, ReminderState.SHOWN))

    def upcoming(self) -> tuple[Reminder, ...]:
        """Waiting, due or shown; the next one first."""
        with self._changes.store.reading() as unit:
            return unit.reminders.in_states(tuple(OPEN_STATES))

    def due_within_a_day(self) -> int:
        """How many come in the next 24 hours: they would not appear while the program is closed."""
        until = self._changes.now() + timedelta(days=1)
        with self._changes.store.reading() as unit:
            return len(unit.reminders.waking_until(until))

    def all(self) -> tuple[Reminder, ...]:
        """Every reminder, answered ones too."""
        with self._changes.store.reading() as unit:
            return unit.reminders.all()

    def get(self, uid: str) -> Reminder:
        """The reminder. Raises NotFoundError ``reminder.missing``."""
        with self._changes.store.reading() as unit:
            return _known(unit, uid)

    # ------------------------------------------------------------------------------------------------- answering

    def shown(self, uids: Sequence[str]) -> tuple[Reminder, ...]:
        """Stores that these pop-ups are being put up, before they become visible.

        Returns:
            Those that may be put up: one that was answered meanwhile, in another process, is left out.
        """
        now = self._changes.now()
        found: list[Reminder] = []
        with self._changes.store.writing() as unit:
            for uid in uids:
                row = unit.reminders.get(uid)
                if row is None or row.state not in (ReminderState.DUE, ReminderState.SHOWN):
                    continue
                up = life_cycle.show(row, now)
                if up != row:
                    unit.reminders.advance(up)
                found.append(up)
            unit.commit()
        return tuple(found)

    def acknowledge(self, uid: str) -> Receipt | None:
        """Done: closes the reminder and completes its task, which can be undone. None where no task hangs on it."""
        now = self._changes.now()
        with self._changes.store.reading() as unit:
            row = _known(unit, uid)
            task = unit.tasks.get(row.item_uid) if row.item_uid and row.item_kind is ItemKind.TASK else None
        if task is not None and not task.done:
            return self._complete(uid, task.uid)
        self._step(uid, lambda one: life_cycle.acknowledge(one, now))
        return None

    def _complete(self, uid: str, task_uid: str) -> Receipt:
        now = self._changes.now()

        def work(unit: UnitOfWork) -> Outcome:
            row = _known(unit, uid)
            unit.reminders.put(life_cycle.acknowledge(row, now))
            task = unit.tasks.get(task_uid)
            if task is None:
                raise NotFoundError("task.missing", "This task does not exist any more.", uid=task_uid)
            answered = self._tasks.complete_in(unit, task)
            task_list = unit.task_lists.get(task.list_uid)
            item = receipts.of_task(task, task_list.name if task_list else "", self._changes.zone(), reminder=row)
            return Outcome(
                action=Action.COMPLETED,
                label=f"Completed task: {task.title}",
                items=(item,),
                answered=tuple({uid, *answered}),
            )

        return self._changes.write(work)

    def snooze(self, uid: str, until: datetime) -> None:
        """Puts a reminder off. Raises InputError ``reminder.past``, ConflictError ``reminder.answered``."""
        now = self._changes.now()
        self._step(uid, lambda one: life_cycle.snooze(one, until, now))

    def dismiss(self, uid: str) -> None:
        """Closed by hand without an answer: it stays in the list as missed."""
        self._step(uid, life_cycle.miss)

    def acknowledge_all(self, uids: Sequence[str]) -> Receipt | None:
        """Done with several at once: their tasks are completed in one step that one undo takes back.

        One that was answered meanwhile, or is gone, is passed over. None where no task hung on any of them.
        """
        now = self._changes.now()
        items: list[ReceiptItem] = []
        answered = set(uids)
        with self._changes.store.writing() as unit:
            for row in self._unanswered(unit, uids):
                task = self._item_of(unit, row)
                if not isinstance(task, Task) or task.done:
                    unit.reminders.advance(life_cycle.acknowledge(row, now))
                    continue
                unit.reminders.put(life_cycle.acknowledge(row, now))
                answered.update(self._tasks.complete_in(unit, task))
                task_list = unit.task_lists.get(task.list_uid)
                name = task_list.name if task_list else ""
                items.append(receipts.of_task(task, name, self._changes.zone(), reminder=row))
            label = f"Completed task: {items[0].title}" if len(items) == 1 else f"Completed {len(items)} tasks"
            entry = unit.record(label, at=now) if items else None
            wake = unit.reminders.next_wake()
            unit.commit()
        if entry is None:
            self._tell(wake, tuple(sorted(answered)))
            return None
        self._changes.tell(entry, wake, tuple(sorted(answered)))
        return Receipt(action=Action.COMPLETED, items=tuple(items), journal_id=entry.id)

    def snooze_all(self, uids: Sequence[str], until: datetime) -> None:
        """Puts several off to one moment. Raises InputError ``reminder.past``."""
        now = self._changes.now()
        self._step_all(uids, lambda one: life_cycle.snooze(one, until, now))

    def dismiss_all(self, uids: Sequence[str]) -> None:
        """Several closed by hand without an answer."""
        self._step_all(uids, life_cycle.miss)

    def _unanswered(self, unit: UnitOfWork, uids: Sequence[str]) -> list[Reminder]:
        rows = (unit.reminders.get(uid) for uid in dict.fromkeys(uids))
        return [row for row in rows if row is not None and row.state in OPEN_STATES]

    def _step_all(self, uids: Sequence[str], step: Callable[[Reminder], Reminder]) -> None:
        with self._changes.store.writing() as unit:
            for row in self._unanswered(unit, uids):
                unit.reminders.advance(step(row))
            wake = unit.reminders.next_wake()
            unit.commit()
        self._tell(wake, tuple(uids))

    def _tell(self, wake: datetime | None, uids: tuple[str, ...]) -> None:
        self._changes.wakeups.set_next(wake)
        self._changes.notices.publish(RemindersAnswered(uids))
        self._changes.notices.publish(ItemsChanged(frozenset({ItemKind.REMINDER})))

    def _step(self, uid: str, step: Callable[[Reminder], Reminder]) -> None:
        with self._changes.store.writing() as unit:
            unit.reminders.advance(step(_known(unit, uid)))
            wake = unit.reminders.next_wake()
            unit.commit()
        self._tell(wake, (uid,))

    # -------------------------------------------------------------------------------------------------- changing

    def create(
        self,
        text: str,
        at: datetime,
        kind: ReminderKind = ReminderKind.REMINDER,
        *,
        rrule: str | None = None,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Adds an alarm, a timer or another reminder that stands alone.

        Raises:
            InputError: ``reminder.past`` for a moment that is over, ``reminder.rule`` for a rule that cannot be used.
        """
        now = self._changes.now()
        if at.astimezone(UTC) <= now.astimezone(UTC):
            raise InputError("reminder.past", "That time is in the past.")
        uid = new_uid()
        row = Reminder(
            uid=uid,
            text=" ".join(text.split())[:MOST_TITLE],
            due_at=at.astimezone(UTC),
            zone=str(self._changes.zone()),
            created_at=now.astimezone(UTC),
            kind=kind,
            rrule=_checked_rule(rrule),
            series_uid=uid if rrule else None,
            series_start_at=at.astimezone(UTC) if rrule else None,
        )

        def work(unit: UnitOfWork) -> Outcome:
            unit.reminders.put(row)
            item = receipts.of_reminder(row, self._changes.zone())
            return Outcome(action=Action.ADDED, label=f"Added {kind}: {row.text}", items=(item,))

        return self._changes.write(work, origin)

    def move(self, uid: str, at: datetime, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Sets another moment for a reminder that stands alone; it waits again."""
        now = self._changes.now()
        if at.astimezone(UTC) <= now.astimezone(UTC):
            raise InputError("reminder.past", "That time is in the past.")

        def work(unit: UnitOfWork) -> Outcome:
            row = _known(unit, uid)
            if row.state not in OPEN_STATES | {ReminderState.MISSED}:
                raise ConflictError("reminder.answered", "This reminder was answered already.")
            moved = life_cycle.rescheduled(row, at)
            unit.reminders.put(moved)
            old, item = (receipts.of_reminder(one, self._changes.zone()) for one in (row, moved))
            item = receipts.with_difference(old, item)
            return Outcome(action=Action.MOVED, label=f"Moved {row.kind}: {row.text}", items=(item,), answered=(uid,))

        return self._changes.write(work, origin)

    def delete(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes a reminder, and with it the rest of its series."""
        return self.delete_all((uid,), origin=origin)

    def delete_all(self, uids: Sequence[str], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes several in one step that one undo takes back."""

        def work(unit: UnitOfWork) -> Outcome:
            rows = [_known(unit, uid) for uid in uids]
            series = {row.series_uid for row in rows if row.series_uid is not None}
            waiting = [one for one in unit.reminders.in_states(tuple(WAITING_STATES)) if one.series_uid in series]
            gone = {row.uid for row in (*rows, *waiting)}
            for uid in gone:
                unit.reminders.remove(uid)
            items = tuple(receipts.of_reminder(row, self._changes.zone()) for row in rows)
            label = f"Deleted {rows[0].kind}: {rows[0].text}" if len(rows) == 1 else f"Deleted {len(rows)} reminders"
            return Outcome(action=Action.DELETED, label=label, items=items, answered=tuple(sorted(gone)))

        return self._changes.write(work, origin)


def _known(unit: UnitOfWork, uid: str) -> Reminder:
    row = unit.reminders.get(uid)
    if row is None:
        raise NotFoundError("reminder.missing", "This reminder does not exist any more.", uid=uid)
    return row


def _checked_rule(rrule: str | None) -> str | None:
    if not rrule:
        return None
    try:
        check_rule(rrule)
    except ValueError as error:
        raise InputError("reminder.rule", "This repeat rule cannot be used.", rule=rrule) from error
    return rrule
