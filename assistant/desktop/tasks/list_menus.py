"""Making, renaming, colouring and deleting lists, and the menus that lead there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.groups import ViewKind
from assistant.domain.conversation import Receipt
from assistant.domain.items import Colour, new_uid
from assistant.domain.task import INBOX, TaskList

_SMART = (ViewKind.TODAY, ViewKind.UPCOMING, ViewKind.OVERDUE, ViewKind.REMINDERS, ViewKind.DONE)


class ListMenus(QObject):
    """What can be done to lists; `show_view` is how the section shows one. Lives in the GUI thread."""

    def __init__(self, desk: Desk, parent: QWidget, show_view: Callable[[ViewKind, str], None]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lists = desk.assistant.lists
        self._widget = parent
        self._show_view = show_view

    # ------------------------------------------------------------------------------------------ commands

    def add(self, name: str, lists: tuple[TaskList, ...]) -> None:
        """Adds a list in the colour that is used least, and shows it."""
        used = [one.colour for one in lists]
        colour = min(Colour, key=used.count)
        made = TaskList(uid=new_uid(), name=name, colour=colour, position=len(lists))
        self.save(made, lambda saved: self._show_view(ViewKind.LIST, saved.uid))

    def save(self, task_list: TaskList, done: Callable[[TaskList], None] | None = None) -> None:
        """Adds or changes a list."""
        self._desk.background.run(lambda: self._lists.save(task_list), done, owner=self)

    def remove(self, task_list: TaskList) -> None:
        """Deletes a list with its tasks; undo brings all of it back."""

        def done(receipt: Receipt) -> None:
            text = self.tr("Deleted the list “{name}”").format(name=task_list.name)
            self._desk.toast(text, receipt.journal_id, "tasks")

        self._desk.background.run(lambda: self._lists.remove(task_list.uid), done, owner=self)

    def _rename(self, task_list: TaskList) -> None:
        title, label = self.tr("Rename the list"), self.tr("Name")
        name, taken = QInputDialog.getText(self._widget, title, label, text=task_list.name)
        if taken and name.strip():
            self.save(replace(task_list, name=name))

    # ------------------------------------------------------------------------------------------ menus

    def menu_of(self, task_list: TaskList) -> QMenu:
        """What can be done to a list of the person's own."""
        menu = QMenu(self._widget)
        self._fill(menu, task_list)
        return menu

    def _fill(self, menu: QMenu, task_list: TaskList) -> None:
        menus.add_line(menu, self.tr("Rename…"), partial(self._rename, task_list), icon("pencil"))
        colours = QMenu(self.tr("Colour"), menu)
        colours.setIcon(menus.list_icon(task_list))
        for colour in Colour:
            save = partial(self.save, replace(task_list, colour=colour))
            menus.add_line(colours, words.colour_name(colour), save, menus.dot_icon(f"calendar.{colour}.bar"))
        menu.addMenu(colours)
        menu.addSeparator()
        menus.add_line(menu, self.tr("Delete the list"), partial(self.remove, task_list), icon("trash-2"))

    def more(self, task_list: TaskList | None, new_task: Callable[[], None]) -> QMenu:
        """The menu of the header: a new task, and what can be done to the list."""
        menu = QMenu(self._widget)
        menus.add_line(menu, self.tr("New task"), new_task, icon("plus"))
        if task_list is not None and task_list.uid != INBOX:
            menu.addSeparator()
            self._fill(menu, task_list)
        return menu

    def views(self, lists: tuple[TaskList, ...]) -> QMenu:
        """All views, where there is no room for the side bar."""
        menu = QMenu(self._widget)
        for kind in _SMART:
            menus.add_line(menu, words.view_title(kind), partial(self._show_view, kind, ""))
        menu.addSeparator()
        for one in lists:
            show = partial(self._show_view, ViewKind.LIST, one.uid)
            menus.add_line(menu, words.list_name(one), show, menus.list_icon(one))
        return menu
