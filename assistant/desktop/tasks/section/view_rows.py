"""The rows of each view of the tasks section."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assistant.desktop.tasks import words
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.ordering import SortKey, ViewOptions, with_options
from assistant.desktop.tasks.rows.groups import (
    Group,
    GroupKind,
    ViewKind,
    done_groups,
    list_groups,
    overdue_groups,
    someday_groups,
    tag_groups,
    today_groups,
    upcoming_groups,
)
from assistant.desktop.tasks.rows.texts import Row, RowKind, Style, empty_row, new_row, rows_of, with_parts
from assistant.domain.task import TaskList

FOLDED_AT_FIRST = frozenset({"heading:done:"})
_CLOSING = (GroupKind.DONE, GroupKind.DONE_TODAY, GroupKind.SOMEDAY)
_ADDS = (ViewKind.TODAY, ViewKind.LIST, ViewKind.SOMEDAY, ViewKind.TAG)


@dataclass(frozen=True, slots=True)
class Place:
    """What is looked at: a view; `uid` is the list of LIST and the tag of TAG."""

    view: ViewKind
    uid: str = ""

    @property
    def key(self) -> str:
        """The name under which what was chosen for it is kept."""
        return f"{self.view}:{self.uid}"

    def task_list(self, board: Board) -> TaskList | None:
        """The list that is shown, where it is one."""
        if self.view is not ViewKind.LIST:
            return None
        return next((one for one in board.lists if one.uid == self.uid), None)

    def title(self, board: Board) -> str:
        """What the header says."""
        task_list = self.task_list(board)
        if task_list is not None:
            return words.list_name(task_list)
        return f"#{self.uid}" if self.view is ViewKind.TAG else words.view_title(self.view)

    def adds(self) -> bool:
        """True where a new task can be typed."""
        return self.view in _ADDS

    def ordered_by_hand(self, options: ViewOptions) -> bool:
        """True where rows can be put into another order."""
        return self.view is ViewKind.LIST and options.sort is SortKey.OWN


def view_rows(
    place: Place,
    board: Board,
    style: Style,
    folded: frozenset[str],
    options: ViewOptions,
    *,
    opened: frozenset[str] = frozenset(),
) -> list[Row]:
    """Headings, tasks, and the line for a new task where one can be added: before what is done.

    In a list the tasks whose uids are `opened` show their parts.
    """
    rows: list[Row] = []
    closing: list[Row] = []
    new_at: int | None = None
    for group in with_options(_groups(place, board, style), options, style.now):
        found = rows_of((group,), style, folded=folded, headings=place.view is not ViewKind.OVERDUE)
        if group.kind is GroupKind.LIST and new_at is None:
            new_at = len(rows)  # a new task goes into the list itself, not into one inside it
        if place.view is ViewKind.LIST and group.kind in (GroupKind.OPEN, GroupKind.LIST):
            found = with_parts(found, board.parts_of, opened, style)
        (closing if group.kind in _CLOSING else rows).extend(found)
    if not any(row.kind is RowKind.TASK for row in rows):
        rows = [row for row in rows if row.kind is not RowKind.HEADING or row.count]
        rows.insert(0, empty_row(_filtered() if options.filtering else _nothing(place.view)))
        new_at = None if new_at is None else new_at + 1
    if place.adds():
        rows.insert(len(rows) if new_at is None else new_at, new_row())
    return rows + closing


def _groups(place: Place, board: Board, style: Style) -> tuple[Group, ...]:
    match place.view:
        case ViewKind.LIST:
            return list_groups(board.entries, place.uid, board.lists)
        case ViewKind.TAG:
            return tag_groups((*board.entries, *board.parts), place.uid)
        case ViewKind.REMINDERS:
            return ()  # they have an overview of their own
    smart = {
        ViewKind.TODAY: today_groups,
        ViewKind.UPCOMING: upcoming_groups,
        ViewKind.OVERDUE: overdue_groups,
        ViewKind.SOMEDAY: someday_groups,
        ViewKind.DONE: done_groups,
    }
    return smart[place.view](board.asking, style.now)


def _filtered() -> str:
    return QCoreApplication.translate("Tasks", "Nothing here passes the filter.")


def _nothing(view: ViewKind) -> str:
    """What an empty view says."""
    translate = QCoreApplication.translate
    return {
        ViewKind.TODAY: translate("Tasks", "All done for today."),
        ViewKind.LIST: translate("Tasks", "No tasks here yet. Type below to add one."),
        ViewKind.TAG: translate("Tasks", "No tasks here yet. Type below to add one."),
        ViewKind.UPCOMING: translate("Tasks", "Nothing is due in the coming days."),
        ViewKind.OVERDUE: translate("Tasks", "Nothing is overdue."),
        ViewKind.SOMEDAY: translate("Tasks", "Nothing is put aside. Type below what can wait."),
        ViewKind.REMINDERS: "",
        ViewKind.DONE: translate("Tasks", "Nothing is done yet."),
    }[view]
