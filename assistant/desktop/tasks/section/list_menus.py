"""Making, renaming, colouring and deleting lists, and the menus that lead there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import dot_icon, icon
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.tasks.section.list_tree import may_hold, tree
from assistant.domain.conversation import Receipt
from assistant.domain.items import Colour, new_uid
from assistant.domain.task import INBOX, TaskList

_SMART = (
    ViewKind.TODAY,
    ViewKind.UPCOMING,
    ViewKind.OVERDUE,
    ViewKind.SOMEDAY,
    ViewKind.REMINDERS,
    ViewKind.DONE,
)


class ListMenus(QObject):
    """What can be done to lists; `show_view` is how the section shows one. Lives in the GUI thread."""

    def __init__(self, desk: Desk, parent: QWidget, show_view: Callable[[ViewKind, str], None]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lists = desk.assistant.lists
        self._widget = parent
        self._show_view = show_view
        self._all: tuple[TaskList, ...] = ()

    def show_lists(self, lists: tuple[TaskList, ...]) -> None:
        """The lists that there are from now on."""
        self._all = lists

    # ------------------------------------------------------------------------------------------ commands

    def add(self, name: str, parent_uid: str | None = None) -> None:
        """Adds a list in the colour that is used least (inside another in its colour), and shows it."""
        used = [one.colour for one in self._all]
        outer = next((one for one in self._all if one.uid == parent_uid), None)
        colour = outer.colour if outer is not None else min(Colour, key=used.count)
        made = TaskList(uid=new_uid(), name=name, colour=colour, position=len(self._all), parent_uid=parent_uid)
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
        self._ask(self.tr("Rename the list"), task_list.name, lambda name: self.save(replace(task_list, name=name)))

    def _add_inside(self, task_list: TaskList) -> None:
        title = self.tr("New list in “{name}”").format(name=words.list_name(task_list))
        self._ask(title, "", lambda name: self.add(name, task_list.uid))

    def _ask(self, title: str, text: str, take: Callable[[str], object]) -> None:
        name, taken = QInputDialog.getText(self._widget, title, self.tr("Name"), text=text)
        if taken and name.strip():
            take(name)

    def _step(self, task_list: TaskList, places: int) -> None:
        self._desk.background.run(lambda: self._lists.step(task_list.uid, places), owner=self)

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
            menus.add_line(colours, words.colour_name(colour), save, dot_icon(f"calendar.{colour}.bar"))
        menu.addMenu(colours)
        menus.add_line(menu, self.tr("New list inside…"), partial(self._add_inside, task_list), icon("plus"))
        menu.addMenu(self._inside_menu(menu, task_list))
        menus.add_line(menu, self.tr("Move up"), partial(self._step, task_list, -1), icon("chevron-up"))
        menus.add_line(menu, self.tr("Move down"), partial(self._step, task_list, 1), icon("chevron-down"))
        menu.addSeparator()
        menus.add_line(menu, self.tr("Delete the list"), partial(self.remove, task_list), icon("trash-2"))

    def _inside_menu(self, parent: QMenu, task_list: TaskList) -> QMenu:
        """Every list that this one can be put into."""
        menu = QMenu(self.tr("Put inside"), parent)
        menu.setIcon(icon("list"))
        choices: list[tuple[str, str | None]] = [(self.tr("No other list"), None)]
        choices += [(words.list_name(one), one.uid) for one in may_hold(self._all, task_list) if one.uid != INBOX]
        for text, uid in choices:
            line = menus.add_line(menu, text, partial(self.save, replace(task_list, parent_uid=uid)))
            line.setCheckable(True)
            line.setChecked(task_list.parent_uid == uid)
        return menu

    def more(self, task_list: TaskList | None, new_task: Callable[[], None]) -> QMenu:
        """The menu of the header: a new task, and what can be done to the list."""
        menu = QMenu(self._widget)
        menus.add_line(menu, self.tr("New task"), new_task, icon("plus"))
        if task_list is not None and task_list.uid != INBOX:
            menu.addSeparator()
            self._fill(menu, task_list)
        return menu

    def views(self, tags: tuple[str, ...]) -> QMenu:
        """All views, where there is no room for the side bar."""
        menu = QMenu(self._widget)
        for kind in _SMART:
            menus.add_line(menu, words.view_title(kind), partial(self._show_view, kind, ""))
        menu.addSeparator()
        for one, depth in tree(self._all):
            show = partial(self._show_view, ViewKind.LIST, one.uid)
            menus.add_line(menu, "    " * depth + words.list_name(one), show, menus.list_icon(one))
        if tags:
            menu.addSeparator()
        for tag in tags:
            menus.add_line(menu, f"#{tag}", partial(self._show_view, ViewKind.TAG, tag))
        return menu
