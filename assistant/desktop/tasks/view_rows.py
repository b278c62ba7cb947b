"""The rows of each view of the tasks section."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.groups import (
    Group,
    GroupKind,
    ViewKind,
    done_groups,
    list_groups,
    overdue_groups,
    reminder_groups,
    today_groups,
    upcoming_groups,
)
from assistant.desktop.tasks.rows import Row, RowKind, Style, empty_row, new_row, rows_of

FOLDED_AT_FIRST = frozenset({"heading:done:", "heading:history:"})
_CLOSING = (GroupKind.DONE, GroupKind.DONE_TODAY)


def view_rows(view: ViewKind, list_uid: str, board: Board, style: Style, folded: frozenset[str]) -> list[Row]:
    """Headings, tasks or reminders, and the line for a new task where one can be added: before what is done."""
    adds = view in (ViewKind.TODAY, ViewKind.LIST)
    rows: list[Row] = []
    closing: list[Row] = []
    for group in _groups(view, list_uid, board, style):
        found = rows_of((group,), style, folded=folded, headings=view is not ViewKind.OVERDUE)
        (closing if group.kind in _CLOSING else rows).extend(found)
    if not any(row.kind in (RowKind.TASK, RowKind.REMINDER) for row in rows):
        rows.insert(0, empty_row(_nothing(view)))
    if adds:
        rows.append(new_row())
    return rows + closing


def _groups(view: ViewKind, list_uid: str, board: Board, style: Style) -> tuple[Group, ...]:
    if view is ViewKind.LIST:
        return list_groups(board.entries, list_uid)
    if view is ViewKind.REMINDERS:
        return reminder_groups(board.reminders)
    smart = {
        ViewKind.TODAY: today_groups,
        ViewKind.UPCOMING: upcoming_groups,
        ViewKind.OVERDUE: overdue_groups,
        ViewKind.DONE: done_groups,
    }
    return smart[view](board.entries, style.now)


def _nothing(view: ViewKind) -> str:
    """What an empty view says."""
    translate = QCoreApplication.translate
    return {
        ViewKind.TODAY: translate("Tasks", "All done for today."),
        ViewKind.LIST: translate("Tasks", "No tasks here yet. Type below to add one."),
        ViewKind.UPCOMING: translate("Tasks", "Nothing is due in the coming days."),
        ViewKind.OVERDUE: translate("Tasks", "Nothing is overdue."),
        ViewKind.REMINDERS: translate("Tasks", "No reminders ahead."),
        ViewKind.DONE: translate("Tasks", "Nothing is done yet."),
    }[view]
