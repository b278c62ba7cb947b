"""Lists as a tree: those inside another below it, stepped in. Pure."""

from __future__ import annotations

from assistant.domain.task import TaskList

DEEPEST = 4


def tree(lists: tuple[TaskList, ...]) -> tuple[tuple[TaskList, int], ...]:
    """Every list with its depth, from 0, in the order of a side bar. One whose outer list is gone is at the top."""
    known = {one.uid for one in lists}
    inside: dict[str | None, list[TaskList]] = {}
    for one in lists:
        inside.setdefault(one.parent_uid if one.parent_uid in known else None, []).append(one)
    found: list[tuple[TaskList, int]] = []

    def add(outer: str | None, depth: int) -> None:
        for one in inside.get(outer, ()):
            found.append((one, depth))
            add(one.uid, depth + 1)

    add(None, 0)
    return tuple(found)


def may_hold(lists: tuple[TaskList, ...], inner: TaskList) -> tuple[TaskList, ...]:
    """The lists into which a list can be put: not itself, and none that is inside it."""
    taken = {inner.uid}
    grown = True
    while grown:
        more = {one.uid for one in lists if one.parent_uid in taken} - taken
        taken |= more
        grown = bool(more)
    return tuple(one for one in lists if one.uid not in taken)
