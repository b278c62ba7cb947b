"""Tasks: adding, changing, completing, putting off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.items import MOST_TITLE, Origin, Priority, new_uid
from assistant.domain.reminder import Insistence, Reminder, ReminderKind
from assistant.domain.rules import check_rule, zone_named
from assistant.domain.task import INBOX, Task, TaskList
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_task, follow_up, reopen_alerts
from assistant.services.tasks import rounds
from assistant.services.tasks.lists import list_named
from assistant.services.tasks.rounds import KEEP, Keep

MOST_ESTIMATE = 60 * 24 * 366


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as somebody wants it. `new_list` makes a list for it in the same step.

    `remind_at` gives it an alert, `follow_up_at` one that is dropped when it is done first; `insists` is for both.
    """

    title: str
    list_uid: str = INBOX
    due_on: date | None = None
    due_at: datetime | None = None
    zone: str | None = None
    priority: Priority = Priority.NONE
    tags: tuple[str, ...] = ()
    parent_uid: str | None = None
    rrule: str | None = None
    notes: str = ""
    remind_at: datetime | None = None
    insists: Insistence = Insistence.ONCE
    follow_up_at: datetime | None = None
    new_list: str | None = None
    start_on: date | None = None
    start_at: datetime | None = None
    estimate_minutes: int | None = None
    after_completion: bool = False
    someday: bool = False


class TaskService:
    """Tasks. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    # --------------------------------------------------------------------------------------------------- looking

    def lists(self) -> tuple[TaskList, ...]:
        """All lists, in their order."""
        with self._changes.store.reading() as unit:
            return unit.task_lists.all()

    def all(self, *, done: bool | None = None, list_uid: str | None = None) -> tuple[Task, ...]:
        """Tasks by position, then age; `done` None means both."""
        with self._changes.store.reading() as unit:
            return unit.tasks.all(done=done, list_uid=list_uid)

    def due(self, start_at: datetime, end_at: datetime) -> tuple[Task, ...]:
        """As `all`, those due from one moment to before the other, or on the days of the clock in between."""
        with self._changes.store.reading() as unit:
            return unit.tasks.due(start_at, end_at)

    def get(self, uid: str) -> Task:
        """The task. Raises NotFoundError ``task.missing``."""
        with self._changes.store.reading() as unit:
            return known(unit, uid)

    def reminders_of(self, uid: str) -> tuple[Reminder, ...]:
        """The alerts of a task, answered ones too."""
        with self._changes.store.reading() as unit:
            return unit.reminders.of_item(uid)

    # -------------------------------------------------------------------------------------------------- changing

    def create(self, draft: TaskDraft, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Adds a task, with its alert and (``new_list``) its list.

        Raises:
            InputError: ``task.title``, ``task.rule``, ``task.estimate``.
            NotFoundError: ``store.parent_missing`` where the list or the parent is gone.
        """
        now = self._changes.now()
        task = _checked(
            Task(
                uid=new_uid(),
                list_uid=draft.list_uid,
                title=draft.title,
                created_at=now,
                updated_at=now,
                notes=draft.notes,
                due_on=draft.due_on,
                due_at=draft.due_at,
                zone=draft.zone or (str(self._changes.zone()) if draft.due_at or draft.start_at else None),
                priority=draft.priority,
                tags=draft.tags,
                parent_uid=draft.parent_uid,
                rrule=draft.rrule,
                start_on=draft.start_on,
                start_at=draft.start_at,
                estimate_minutes=draft.estimate_minutes,
                after_completion=draft.after_completion,
                someday=draft.someday,
            )
        )

        def work(unit: UnitOfWork) -> Outcome:
            placed = task
            if draft.new_list is not None:
                placed = replace(task, list_uid=list_named(unit, draft.new_list).uid)
            position = unit.tasks.next_position(placed.list_uid, placed.parent_uid)
            placed = replace(placed, position=position)
            unit.tasks.put(placed)
            align_task(unit, placed, draft.remind_at, now, self._changes.zone(), draft.insists)
            item = rounds.item(unit, placed, self._changes.zone())
            if draft.follow_up_at is not None:
                unit.reminders.put(follow_up(placed, draft.follow_up_at, now, self._changes.zone(), draft.insists))
                item = replace(item, kind=str(ReminderKind.FOLLOW_UP))
            kind = "reminder" if draft.remind_at is not None else "task"
            return Outcome(action=Action.ADDED, label=f"Added {kind}: {placed.title}", items=(item,))

        return self._changes.write(work, origin)

    def change(
        self,
        task: Task,
        *,
        remind_at: datetime | Literal[Keep.KEEP] | None = KEEP,
        new_list: str | None = None,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Stores an edited task. Unless said otherwise its alert moves along with its due time.

        Args:
            task: The task as it shall be; it is known by its uid.
            remind_at: When to remind; None takes the alert away.
            new_list: The name of the list it goes to, made where there is none.
            origin: Who asked.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: ``task.title``, ``task.rule``, ``task.estimate``.
        """
        now = self._changes.now()
        clean = _checked(replace(task, updated_at=now))

        def work(unit: UnitOfWork) -> Outcome:
            before = known(unit, clean.uid)
            old = rounds.item(unit, before, self._changes.zone())
            after = clean if new_list is None else replace(clean, list_uid=list_named(unit, new_list).uid)
            if after.list_uid != before.list_uid:
                after = replace(after, position=unit.tasks.next_position(after.list_uid, after.parent_uid))
                rounds.take_along(unit, after.uid, after.list_uid)
            answered = rounds.put(unit, before, after, now, self._changes.zone(), remind_at)
            item = rounds.item(unit, after, self._changes.zone())
            item = receipts.with_difference(old, item)
            moved = (before.due_on, before.due_at) != (clean.due_on, clean.due_at)
            action = Action.MOVED if moved and before.title == clean.title else Action.CHANGED
            return Outcome(
                action=action, label=f"{action.capitalize()} task: {clean.title}", items=(item,), answered=answered
            )

        return self._changes.write(work, origin)

    def change_all(self, tasks: Sequence[Task], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Stores several edited tasks in one step that one undo takes back; subtasks follow into another list.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: ``task.title``, ``task.rule``, ``task.estimate``.
        """
        now = self._changes.now()
        cleans = [_checked(replace(task, updated_at=now)) for task in tasks]

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for asked in cleans:
                clean = asked
                before = known(unit, clean.uid)
                old = rounds.item(unit, before, self._changes.zone())
                if before.list_uid != clean.list_uid:
                    clean = replace(clean, position=unit.tasks.next_position(clean.list_uid, None))
                    rounds.take_along(unit, clean.uid, clean.list_uid)
                answered += rounds.put(unit, before, clean, now, self._changes.zone())
                items.append(receipts.with_difference(old, rounds.item(unit, clean, self._changes.zone())))
            label = entry_label("Changed", items)
            return Outcome(action=Action.CHANGED, label=label, items=tuple(items), answered=answered)

        return self._changes.write(work, origin)

    def complete(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Checks a task off. A repeating one leaves a done copy behind and moves on to its next due time."""
        return self.complete_all((uid,), origin=origin)

    def complete_all(self, uids: Sequence[str], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Checks several off in one step that one undo takes back; those that are done already stay as they are."""
        now = self._changes.now()

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for uid in uids:
                task = known(unit, uid)
                if not task.done:
                    answered += rounds.complete(unit, task, now, self._changes.zone())
                items.append(rounds.item(unit, known(unit, uid), self._changes.zone()))
            return Outcome(
                action=Action.COMPLETED, label=entry_label("Completed", items), items=tuple(items), answered=answered
            )

        return self._changes.write(work, origin)

    def skip(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Leaves one round of a repeating task out: it moves on to its next due time, and nothing counts as done.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: ``task.no_next`` where it does not repeat or this round is the last.
        """
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            task = known(unit, uid)
            after = None if task.done else rounds.next_round(task, now, viewer)
            if after is None:
                raise InputError("task.no_next", "This task has no next time to move on to.", uid=uid)
            old = rounds.item(unit, task, self._changes.zone())
            answered = rounds.begin_round(unit, task, after, now, viewer)
            item = receipts.with_difference(old, rounds.item(unit, after, self._changes.zone()))
            return Outcome(action=Action.MOVED, label=f"Skipped task: {task.title}", items=(item,), answered=answered)

        return self._changes.write(work, origin)

    def reopen(self, *uids: str, origin: Origin = Origin.PERSON) -> Receipt:
        """Takes check marks back in one step; an alert that has not come yet waits again."""
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            for uid in uids:
                after = replace(known(unit, uid), completed_at=None, updated_at=now)
                unit.tasks.put(after)
                reopen_alerts(unit, after, now)
                items.append(rounds.item(unit, after, viewer))
            return Outcome(action=Action.CHANGED, label=entry_label("Reopened", items), items=tuple(items))

        return self._changes.write(work, origin)

    def delete(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes a task with its subtasks and alerts."""
        return self.delete_all((uid,), origin=origin)

    def delete_all(self, uids: Sequence[str], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes several in one step that one undo takes back."""

        def work(unit: UnitOfWork) -> Outcome:
            items = [rounds.item(unit, known(unit, uid), self._changes.zone()) for uid in uids]
            gone = tuple(row.uid for uid in uids for row in unit.reminders.of_item(uid))
            for uid in uids:
                unit.tasks.remove(uid)
            return Outcome(
                action=Action.DELETED, label=entry_label("Deleted", items), items=tuple(items), answered=gone
            )

        return self._changes.write(work, origin)

    def postpone(self, uids: Sequence[str], due_on: date, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Moves tasks to another day in one step; those with a clock time keep it."""
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for uid in uids:
                task = known(unit, uid)
                old = rounds.item(unit, task, self._changes.zone())
                if task.due_at is not None:
                    zone = zone_named(task.zone) if task.zone else viewer
                    clock = task.due_at.astimezone(zone).time()
                    after = replace(task, due_at=datetime.combine(due_on, clock, zone), updated_at=now)
                else:
                    after = replace(task, due_on=due_on, someday=False, updated_at=now)
                answered += rounds.put(unit, task, after, now, viewer)
                item = rounds.item(unit, after, self._changes.zone())
                items.append(receipts.with_difference(old, item))
            return Outcome(
                action=Action.MOVED, label=entry_label("Moved", items), items=tuple(items), answered=answered
            )

        return self._changes.write(work, origin)


def known(unit: UnitOfWork, uid: str) -> Task:
    """The task. Raises NotFoundError ``task.missing``."""
    task = unit.tasks.get(uid)
    if task is None:
        raise NotFoundError("task.missing", "This task does not exist any more.", uid=uid)
    return task


def _checked(task: Task) -> Task:
    title = " ".join(task.title.split())[:MOST_TITLE]
    if not title:
        raise InputError("task.title", "A task needs a title.")
    if task.rrule:
        try:
            check_rule(task.rrule)
        except ValueError as error:
            raise InputError("task.rule", "This repeat rule cannot be used.", rule=task.rrule) from error
    if task.estimate_minutes is not None and not 0 < task.estimate_minutes <= MOST_ESTIMATE:
        raise InputError("task.estimate", "This is no length that a task can have.", minutes=task.estimate_minutes)
    rrule = task.rrule or None
    return replace(task, title=title, rrule=rrule, after_completion=task.after_completion and rrule is not None)


def entry_label(what: str, items: Sequence[ReceiptItem]) -> str:
    """A label of the journal for one task or several."""
    return f"{what} task: {items[0].title}" if len(items) == 1 else f"{what} {len(items)} tasks"
