"""The lists that tasks are in: adding, changing, nesting, ordering, removing."""

from __future__ import annotations

from dataclasses import replace

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.items import ItemKind, new_uid
from assistant.domain.task import INBOX, TaskList
from assistant.services.changes import Changes, Outcome
from assistant.services.ports import UnitOfWork

MOST_NAME = 500


class TaskListService:
    """Lists. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def all(self) -> tuple[TaskList, ...]:
        """All lists, in their order; what is inside a list is not beside it in particular."""
        with self._changes.store.reading() as unit:
            return unit.task_lists.all()

    def save(self, task_list: TaskList) -> TaskList:
        """Adds or changes a list.

        Raises:
            InputError: ``task_list.name``; ``task_list.own_parent``; ``task_list.inbox`` where the inbox would be put
                into another list.
            NotFoundError: ``store.parent_missing``.
        """
        clean = replace(task_list, name=" ".join(task_list.name.split())[:MOST_NAME])
        if not clean.name:
            raise InputError("task_list.name", "A list needs a name.")
        if clean.uid == INBOX and clean.parent_uid is not None:
            raise InputError("task_list.inbox", "The inbox cannot be put into another list.")

        def work(unit: UnitOfWork) -> Outcome:
            action = Action.ADDED if unit.task_lists.get(clean.uid) is None else Action.CHANGED
            unit.task_lists.put(clean)
            return Outcome(action=action, label=f"{action.capitalize()} list: {clean.name}")

        self._changes.write(work)
        return clean

    def remove(self, uid: str) -> Receipt:
        """Removes a list with its tasks and with the lists in it.

        Raises:
            NotFoundError: ``task_list.missing``.
            InputError: ``task_list.inbox``.
        """

        def work(unit: UnitOfWork) -> Outcome:
            task_list = _known(unit, uid)
            inside = [one.uid for one in with_inner(unit.task_lists.all(), uid)]
            tasks = [task for one in inside for task in unit.tasks.all(list_uid=one)]
            gone = tuple(row.uid for task in tasks for row in unit.reminders.of_item(task.uid))
            unit.task_lists.remove(uid)
            item = ReceiptItem(kind="list", uid=uid, item_kind=ItemKind.TASK_LIST, title=task_list.name)
            return Outcome(action=Action.DELETED, label=f"Deleted list: {task_list.name}", items=(item,), answered=gone)

        return self._changes.write(work)

    def step(self, uid: str, places: int) -> None:
        """Moves a list up (negative) or down among those in the same list; the inbox stays first.

        Raises:
            NotFoundError: ``task_list.missing``.
        """

        def work(unit: UnitOfWork) -> Outcome:
            moved = _known(unit, uid)
            beside = [one for one in unit.task_lists.all() if one.parent_uid == moved.parent_uid and one.uid != INBOX]
            old = next(place for place, one in enumerate(beside) if one.uid == uid)
            beside.insert(max(0, min(old + places, len(beside) - 1)), beside.pop(old))
            for place, one in enumerate(beside, start=1):
                if one.position != place:
                    unit.task_lists.put(replace(one, position=place))
            return Outcome(action=Action.MOVED, label=f"Moved list: {moved.name}")

        self._changes.write(work)


def with_inner(lists: tuple[TaskList, ...], uid: str) -> tuple[TaskList, ...]:
    """The list of that uid and all that are inside it, from outside in, each in their order. Pure."""
    found = [one for one in lists if one.uid == uid]
    for outer in found:  # grows while it is gone through
        found.extend(one for one in lists if one.parent_uid == outer.uid)
    return tuple(found)


def list_named(unit: UnitOfWork, name: str) -> TaskList:
    """The list of that name, case aside; made where there is none."""
    wanted = " ".join(name.split())[:MOST_NAME]
    lists = unit.task_lists.all()
    known = next((one for one in lists if one.name.casefold() == wanted.casefold()), None)
    if known is not None:
        return known
    fresh = TaskList(uid=new_uid(), name=wanted, position=len(lists))
    unit.task_lists.put(fresh)
    return fresh


def _known(unit: UnitOfWork, uid: str) -> TaskList:
    found = unit.task_lists.get(uid)
    if found is None:
        raise NotFoundError("task_list.missing", "This list does not exist any more.")
    return found
