"""Where tasks stand: their place among others, their list, and the task that they are part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.config.errors import InputError
from assistant.domain.conversation import Action, Receipt
from assistant.domain.task import Task
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.tasks import rounds
from assistant.services.tasks.service import entry_label, known


class TaskOrderService:
    """Puts tasks into places. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def move(self, uid: str, *, list_uid: str, position: int) -> Receipt:
        """Puts a task at a place (0 is the top) among the open tasks of a list; its subtasks go with it."""
        with self._changes.store.reading() as unit:
            open_ones = unit.tasks.all(done=False, list_uid=list_uid)
            others = [one for one in open_ones if one.uid != uid and one.parent_uid is None]
        at = max(0, min(position, len(others)))
        return self.place((uid,), list_uid=list_uid, before_uid=others[at].uid if at < len(others) else None)

    def place(
        self, uids: Sequence[str], *, list_uid: str, before_uid: str | None = None, parent_uid: str | None = None
    ) -> Receipt:
        """Puts tasks, in this order and in one step, before another one or (None) at the end.

        Args:
            uids: The tasks; their subtasks go along.
            list_uid: The list they come to be in.
            before_uid: An open task beside which they come to stand.
            parent_uid: The task they come to be a part of; None for the top level of the list.

        Raises:
            NotFoundError: ``task.missing``, ``store.parent_missing``.
            InputError: ``task.own_parent``.
        """
        now, viewer = self._changes.now(), self._changes.zone()
        if before_uid in uids:
            raise InputError("task.own_place", "A task cannot stand before itself.")

        def work(unit: UnitOfWork) -> Outcome:
            tasks = [known(unit, uid) for uid in uids]
            old = [rounds.item(unit, task, viewer) for task in tasks]
            moved = [replace(task, list_uid=list_uid, parent_uid=parent_uid, updated_at=now) for task in tasks]
            beside = [one for one in _beside(unit, list_uid, parent_uid) if one.uid not in uids]
            at = next((place for place, one in enumerate(beside) if one.uid == before_uid), len(beside))
            beside[at:at] = moved
            for place, one in enumerate(beside):
                if one.position != place or one.uid in uids:
                    unit.tasks.put(replace(one, position=place))
            for task in tasks:
                rounds.take_along(unit, task.uid, list_uid)
            items = [rounds.item(unit, known(unit, uid), viewer) for uid in uids]
            told = tuple(receipts.with_difference(one, item) for one, item in zip(old, items, strict=True))
            return Outcome(action=Action.MOVED, label=entry_label("Moved", told), items=told)

        return self._changes.write(work)


def _beside(unit: UnitOfWork, list_uid: str, parent_uid: str | None) -> list[Task]:
    """The tasks of that level in their order; done ones keep their place between the others."""
    if parent_uid is not None:
        return list(unit.tasks.children(parent_uid))
    return [one for one in unit.tasks.all(list_uid=list_uid) if one.parent_uid is None]
