"""The menu that sorts and filters a view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.tasks import menus, words
from assistant.desktop.tasks.ordering import SortKey, ViewOptions
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.domain.items import Priority

Choose = Callable[[ViewOptions], None]
# These have an order of their own, by the day something was done or rings.
UNSORTED = (ViewKind.DONE, ViewKind.REMINDERS)


def options_menu(parent: QWidget, view: ViewKind, options: ViewOptions, tags: tuple[str, ...], choose: Choose) -> QMenu:
    """Sorting, priority, tags, what has not begun, what is done; each line holds at once.

    Args:
        parent: The widget it belongs to.
        view: What is looked at.
        options: As they are.
        tags: Those that can be chosen from.
        choose: Called with the options as they shall be.
    """
    translate = QCoreApplication.translate
    menu = QMenu(translate("Tasks", "Sort and filter"), parent)
    if view not in UNSORTED:
        for key in SortKey:
            _check(menu, words.sort_name(key), partial(choose, replace(options, sort=key)), on=options.sort is key)
    menu.addSeparator()
    priority = QMenu(translate("Tasks", "Priority"), menu)
    priority.setIcon(icon("flag"))
    for one in (Priority.NONE, Priority.LOW, Priority.NORMAL, Priority.HIGH):
        name = words.priority_name(one)
        text = (
            translate("Tasks", "{name} and higher").format(name=name) if one else translate("Tasks", "Every priority")
        )
        _check(priority, text, partial(choose, replace(options, priority=one)), on=options.priority is one)
    menu.addMenu(priority)
    _add_tags(menu, options, tags, choose)
    text = translate("Tasks", "Show what begins later")
    _check(menu, text, partial(choose, replace(options, waiting=not options.waiting)), on=options.waiting)
    if view is not ViewKind.DONE:
        text = translate("Tasks", "Show what is done")
        _check(menu, text, partial(choose, replace(options, done=not options.done)), on=options.done)
    if options != ViewOptions():
        menu.addSeparator()
        menus.add_line(menu, translate("Tasks", "Show everything as usual"), partial(choose, ViewOptions()), icon("x"))
    return menu


def _add_tags(menu: QMenu, options: ViewOptions, tags: tuple[str, ...], choose: Choose) -> None:
    if not tags and not options.tags:
        return
    part = QMenu(QCoreApplication.translate("Tasks", "Tags"), menu)
    part.setIcon(icon("tag"))
    for tag in dict.fromkeys((*tags, *options.tags)):
        on = tag in options.tags
        wanted = tuple(one for one in options.tags if one != tag) if on else (*options.tags, tag)
        _check(part, f"#{tag}", partial(choose, replace(options, tags=wanted)), on=on)
    menu.addMenu(part)


def _check(menu: QMenu, text: str, act: Callable[[], object], *, on: bool) -> None:
    line = menus.add_line(menu, text, act)
    line.setCheckable(True)
    line.setChecked(on)
