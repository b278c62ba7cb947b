"""Lists and the tasks in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.items import ItemKind, Origin, Priority, new_uid
from assistant.domain.reminder import Reminder
from assistant.domain.rules import check_rule, zone_named
from assistant.domain.task import INBOX, Task, TaskList
from assistant.services import receipts, rounds
from assistant.services.alerts import align_task, reopen_alerts
from assistant.services.changes import Changes, Outcome
from assistant.services.ports import UnitOfWork
from assistant.services.rounds import KEEP, Keep

MOST_TITLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as somebody wants it. `remind_at` gives it an alert; `new_list` makes a list for it in the same step."""

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
    new_list: str | None = None


class TaskService:
    """Tasks and lists. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    # ----------------------------------------------------------------------------------------------------- lists

    def lists(self) -> tuple[TaskList, ...]:
        """All lists, in their order."""
        with self._changes.store.reading() as unit:
            return unit.task_lists.all()

    def save_list(self, task_list: TaskList) -> TaskList:
        """Adds or changes a list. Raises InputError ``task_list.name``."""
        clean = replace(task_list, name=" ".join(task_list.name.split())[:MOST_TITLE])
        if not clean.name:
            raise InputError("task_list.name", "A list needs a name.")

        def work(unit: UnitOfWork) -> Outcome:
            action = Action.ADDED if unit.task_lists.get(clean.uid) is None else Action.CHANGED
            unit.task_lists.put(clean)
            return Outcome(action=action, label=f"{action.capitalize()} list: {clean.name}")

        self._changes.write(work)
        return clean

    def remove_list(self, uid: str) -> Receipt:
        """Removes a list with its tasks. Raises NotFoundError ``task_list.missing``, InputError ``task_list.inbox``."""

        def work(unit: UnitOfWork) -> Outcome:
            task_list = unit.task_lists.get(uid)
            if task_list is None:
                raise NotFoundError("task_list.missing", "This list does not exist any more.")
            tasks = unit.tasks.all(list_uid=uid)
            gone = tuple(row.uid for task in tasks for row in unit.reminders.of_item(task.uid))
            unit.task_lists.remove(uid)
            item = ReceiptItem(kind="list", uid=uid, item_kind=ItemKind.TASK_LIST, title=task_list.name)
            return Outcome(action=Action.DELETED, label=f"Deleted list: {task_list.name}", items=(item,), answered=gone)

        return self._changes.write(work)

    # --------------------------------------------------------------------------------------------------- looking

    def all(self, *, done: bool | None = None, list_uid: str | None = None) -> tuple[Task, ...]:
        """Tasks by position, then age; `done` None means both."""
        with self._changes.store.reading() as unit:
            return unit.tasks.all(done=done, list_uid=list_uid)

    def get(self, uid: str) -> Task:
        """The task. Raises NotFoundError ``task.missing``."""
        with self._changes.store.reading() as unit:
            return _known(unit, uid)

    def reminders_of(self, uid: str) -> tuple[Reminder, ...]:
        """The alerts of a task, answered ones too."""
        with self._changes.store.reading() as unit:
            return unit.reminders.of_item(uid)

    # -------------------------------------------------------------------------------------------------- changing

    def create(self, draft: TaskDraft, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Adds a task, with its alert and (``new_list``) its list.

        Raises:
            InputError: ``task.title``, ``task.rule``.
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
                zone=draft.zone or (str(self._changes.zone()) if draft.due_at else None),
                priority=draft.priority,
                tags=draft.tags,
                parent_uid=draft.parent_uid,
                rrule=draft.rrule,
            )
        )

        def work(unit: UnitOfWork) -> Outcome:
            placed = task
            if draft.new_list is not None:
                placed = replace(task, list_uid=list_named(unit, draft.new_list).uid)
            position = unit.tasks.next_position(placed.list_uid, placed.parent_uid)
            placed = replace(placed, position=position)
            unit.tasks.put(placed)
            align_task(unit, placed, draft.remind_at, now, self._changes.zone())
            kind = "reminder" if draft.remind_at is not None else "task"
            return Outcome(
                action=Action.ADDED, label=f"Added {kind}: {placed.title}", items=(self._item(unit, placed),)
            )

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
            InputError: ``task.title``, ``task.rule``.
        """
        now = self._changes.now()
        clean = _checked(replace(task, updated_at=now))

        def work(unit: UnitOfWork) -> Outcome:
            before = _known(unit, clean.uid)
            old = self._item(unit, before)
            after = clean if new_list is None else replace(clean, list_uid=list_named(unit, new_list).uid)
            answered = self._put(unit, before, after, remind_at)
            item = self._item(unit, after)
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
            InputError: ``task.title``, ``task.rule``.
        """
        now = self._changes.now()
        cleans = [_checked(replace(task, updated_at=now)) for task in tasks]

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for clean in cleans:
                before = _known(unit, clean.uid)
                old = self._item(unit, before)
                answered += self._put(unit, before, clean)
                if before.list_uid != clean.list_uid:
                    for child in unit.tasks.children(clean.uid):
                        unit.tasks.put(replace(child, list_uid=clean.list_uid))
                items.append(receipts.with_difference(old, self._item(unit, clean)))
            label = _label("Changed", items)
            return Outcome(action=Action.CHANGED, label=label, items=tuple(items), answered=answered)

        return self._changes.write(work, origin)

    def complete(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Checks a task off. A repeating one leaves a done copy behind and moves on to its next due time."""
        return self.complete_all((uid,), origin=origin)

    def complete_all(self, uids: Sequence[str], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Checks several off in one step that one undo takes back; those that are done already stay as they are."""

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for uid in uids:
                task = _known(unit, uid)
                if not task.done:
                    answered += self._complete(unit, task)
                items.append(self._item(unit, _known(unit, uid)))
            return Outcome(
                action=Action.COMPLETED, label=_label("Completed", items), items=tuple(items), answered=answered
            )

        return self._changes.write(work, origin)

    def reopen(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Takes a check mark back; an alert that has not come yet waits again."""
        now = self._changes.now()

        def work(unit: UnitOfWork) -> Outcome:
            before = _known(unit, uid)
            after = replace(before, completed_at=None, updated_at=now)
            unit.tasks.put(after)
            reopen_alerts(unit, after, now)
            return Outcome(
                action=Action.CHANGED, label=f"Reopened task: {after.title}", items=(self._item(unit, after),)
            )

        return self._changes.write(work, origin)

    def delete(self, uid: str, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes a task with its subtasks and alerts."""
        return self.delete_all((uid,), origin=origin)

    def delete_all(self, uids: Sequence[str], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes several in one step that one undo takes back."""

        def work(unit: UnitOfWork) -> Outcome:
            items = [self._item(unit, _known(unit, uid)) for uid in uids]
            gone = tuple(row.uid for uid in uids for row in unit.reminders.of_item(uid))
            for uid in uids:
                unit.tasks.remove(uid)
            return Outcome(action=Action.DELETED, label=_label("Deleted", items), items=tuple(items), answered=gone)

        return self._changes.write(work, origin)

    def move(self, uid: str, *, list_uid: str, position: int) -> Receipt:
        """Puts a task at a place (0 is the top) of a list; its subtasks go with it."""
        now = self._changes.now()

        def work(unit: UnitOfWork) -> Outcome:
            task = _known(unit, uid)
            old = self._item(unit, task)
            moved = replace(task, list_uid=list_uid, updated_at=now)
            others = [one for one in unit.tasks.all(done=False, list_uid=list_uid) if one.uid != uid]
            others.insert(max(0, min(position, len(others))), moved)
            for place, one in enumerate(others):
                if one.position != place or one.uid == uid:
                    unit.tasks.put(replace(one, position=place))
            for child in unit.tasks.children(uid):
                unit.tasks.put(replace(child, list_uid=list_uid))
            item = self._item(unit, _known(unit, uid))
            item = receipts.with_difference(old, item)
            return Outcome(action=Action.MOVED, label=f"Moved task: {task.title}", items=(item,))

        return self._changes.write(work)

    def postpone(self, uids: Sequence[str], due_on: date, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Moves tasks to another day in one step; those with a clock time keep it."""
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            items: list[ReceiptItem] = []
            answered: tuple[str, ...] = ()
            for uid in uids:
                task = _known(unit, uid)
                old = self._item(unit, task)
                if task.due_at is not None:
                    zone = zone_named(task.zone) if task.zone else viewer
                    clock = task.due_at.astimezone(zone).time()
                    after = replace(task, due_at=datetime.combine(due_on, clock, zone), updated_at=now)
                else:
                    after = replace(task, due_on=due_on, updated_at=now)
                answered += self._put(unit, task, after)
                item = self._item(unit, after)
                items.append(receipts.with_difference(old, item))
            return Outcome(action=Action.MOVED, label=_label("Moved", items), items=tuple(items), answered=answered)

        return self._changes.write(work, origin)

    def _put(
        self, unit: UnitOfWork, before: Task, after: Task, remind_at: datetime | Literal[Keep.KEEP] | None = KEEP
    ) -> tuple[str, ...]:
        return rounds.put(unit, before, after, self._changes.now(), self._changes.zone(), remind_at)

    def _complete(self, unit: UnitOfWork, task: Task) -> tuple[str, ...]:
        return rounds.complete(unit, task, self._changes.now(), self._changes.zone())

    def _item(self, unit: UnitOfWork, task: Task) -> ReceiptItem:
        return rounds.item(unit, task, self._changes.zone())


def list_named(unit: UnitOfWork, name: str) -> TaskList:
    """The list of that name, case aside; made where there is none."""
    wanted = " ".join(name.split())[:MOST_TITLE]
    lists = unit.task_lists.all()
    known = next((one for one in lists if one.name.casefold() == wanted.casefold()), None)
    if known is not None:
        return known
    fresh = TaskList(uid=new_uid(), name=wanted, position=len(lists))
    unit.task_lists.put(fresh)
    return fresh


def _known(unit: UnitOfWork, uid: str) -> Task:
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
    return replace(task, title=title, rrule=task.rrule or None)


def _label(what: str, items: Sequence[ReceiptItem]) -> str:
    return f"{what} task: {items[0].title}" if len(items) == 1 else f"{what} {len(items)} tasks"
