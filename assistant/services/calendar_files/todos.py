"""The tasks of a file on their way into a list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.domain.items import ItemKind, new_uid
from assistant.domain.task import Task
from assistant.ical.components import Component
from assistant.ical.problems import Problem, Trouble, short
from assistant.ical.todos import ToDo, read_todo
from assistant.ical.zones import Zones
from assistant.services.calendar_files.deciding import MOST_COPIES, Verdict, judged
from assistant.services.calendar_files.summary import Imported
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import task_alert

_LONGEST_UID = 200
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class _Waiting:
    component: Component
    todo: ToDo


class ToDosComing:
    """Reads VTODOs, decides about each, and puts them; lives as long as the import of one file."""

    def __init__(self, list_uid: str, zones: Zones, now: datetime, viewer: ZoneInfo, result: Imported) -> None:
        self._list_uid = list_uid
        self._zones = zones
        self._now = now
        self._viewer = viewer
        self._result = result
        self._waiting: dict[str, _Waiting] = {}
        self._parents: dict[str, str] = {}
        self._seen: Counter[str | int] = Counter()
        self._position: int | None = None

    @property
    def waiting(self) -> int:
        """How many tasks wait to be put."""
        return len(self._waiting)

    def take(self, component: Component) -> None:
        """A VTODO. Raises Unsound where it is no task of its own."""
        if not self._has_room(component):
            return
        todo = read_todo(
            component,
            uid="",
            list_uid=self._list_uid,
            zones=self._zones,
            now=self._now,
            viewer=self._viewer,
            report=self._result.report,
        )
        self._result.tasks += 1
        name = todo.task.ical_uid
        before = self._waiting.get(name)
        if before is not None and before.todo.task.raw != todo.task.raw:
            newer = before.todo.task.sequence > todo.task.sequence
            trouble = Trouble.NEWER_IN_FILE if newer else Trouble.OLDER_IN_FILE
            self._result.older += 1
            self._result.report(Problem(component.line, trouble, (todo.task.title,)))
            if newer:
                return
        self._waiting[name] = _Waiting(component, todo)
        if todo.parent:
            self._parents[name] = todo.parent

    def _has_room(self, component: Component) -> bool:
        """True while there are not too many of its name; told once."""
        told = component.first("UID")
        name = hash(component.raw) if told is None else told.value.strip()
        self._seen[name] += 1
        if self._seen[name] == MOST_COPIES + 1:
            about = (str(MOST_COPIES), "" if told is None else short(told.value))
            self._result.report(Problem(component.line, Trouble.MANY_COPIES, about))
        return self._seen[name] <= MOST_COPIES

    def put(self, unit: UnitOfWork) -> None:
        """Puts what waits; who belongs to whom is put at the end."""
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        names = list(waiting)
        known = unit.bulk.tasks_named(names)
        taken = unit.bulk.taken(ItemKind.TASK, names)
        changes: list[tuple[Task | None, Task]] = []
        for name, one in waiting.items():
            old = known.get(name)
            task = one.todo.task
            if old is None:
                uid = name if name not in taken and len(name) <= _LONGEST_UID else new_uid()
                changes.append((None, replace(task, uid=uid, position=self._next(unit))))
                self._result.added += 1
                continue
            verdict = judged(old.raw, old.sequence, one.component, task.sequence)
            if verdict is Verdict.SAME:
                self._result.unchanged += 1
            elif verdict is Verdict.OLDER:
                self._result.older += 1
            else:
                again = replace(
                    task,
                    uid=old.uid,
                    list_uid=old.list_uid,
                    created_at=old.created_at,
                    parent_uid=old.parent_uid,
                    position=old.position,
                )
                changes.append((old, again))
                self._result.updated += 1
        unit.bulk.put_tasks(changes)
        for before, task in changes:
            remind_at = waiting[task.ical_uid].todo.remind_at
            if before is None and remind_at is not None and remind_at > self._now and not task.done:
                unit.reminders.put(task_alert(task, remind_at, self._now, self._viewer))

    def _next(self, unit: UnitOfWork) -> int:
        if self._position is None:
            self._position = unit.tasks.next_position(self._list_uid, None)
        else:
            self._position += 1
        return self._position

    def put_parents(self, unit: UnitOfWork) -> None:
        """Puts subtasks under their tasks, where the file or the store has those."""
        wanted = {name: parent for name, parent in self._parents.items() if not self._circular(name)}
        known = unit.bulk.tasks_named(list({*wanted, *wanted.values()}))
        changes: list[tuple[Task | None, Task]] = []
        for name, parent in wanted.items():
            task, above = known.get(name), known.get(parent)
            if task is None or above is None or task.parent_uid == above.uid or task.list_uid != above.list_uid:
                continue
            if task.updated_at == self._now and above.parent_uid != task.uid:
                changes.append((task, replace(task, parent_uid=above.uid)))
        unit.bulk.put_tasks(changes)

    def _circular(self, name: str) -> bool:
        """True as well for what is too deep to be walked through."""
        seen = {name}
        while (name := self._parents.get(name, "")) != "":
            if name in seen or len(seen) > _DEEPEST:
                return True
            seen.add(name)
        return False
