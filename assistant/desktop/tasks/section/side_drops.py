"""What becomes of tasks that are dropped onto the side bar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.actions import TaskActions
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.tasks.section.shown import Shown
from assistant.desktop.tasks.section.sidebar import TaskSidebar


class SideDrops(QObject):
    """A list takes them in; Today, Someday and Done make them due, put them aside, or complete them."""

    def __init__(self, desk: Desk, sidebar: TaskSidebar, shown: Shown, actions: TaskActions) -> None:
        super().__init__(sidebar)
        self._desk = desk
        self._shown = shown
        self._actions = actions
        sidebar.dropped.connect(self._dropped)

    def _dropped(self, view: str, list_uid: str, uids: tuple[str, ...]) -> None:
        entries = (self._shown.board.entry(uid) for uid in uids)
        tasks = [entry.task for entry in entries if entry is not None]
        match ViewKind(view):
            case ViewKind.LIST:
                self._actions.fields.set_list([task for task in tasks if task.list_uid != list_uid], list_uid)
            case ViewKind.TODAY:
                self._actions.postpone(uids, self._desk.now().date())
            case ViewKind.SOMEDAY:
                self._actions.fields.set_someday(tasks, someday=True)
            case ViewKind.DONE:
                self._actions.complete(uids)
