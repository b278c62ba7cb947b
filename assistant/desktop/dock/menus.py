"""The editors of chips that are short lists of choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.dock import telling
from assistant.desktop.dock.chips import kind_icon, kind_name, list_text
from assistant.desktop.icons import dot_icon, icon
from assistant.services.wording.times import Wording
from assistant.understanding.request import Intent

LEADS = (0, 5, 10, 15, 30, 60, 120, 24 * 60)


def type_menu(parent: QWidget, chosen: Intent, on_choice: Callable[[Intent], None]) -> QMenu:
    """Event, Task, Reminder, Ask."""
    menu = QMenu(parent)
    for intent in (Intent.CREATE_EVENT, Intent.CREATE_TASK, Intent.CREATE_REMINDER, Intent.CHAT):
        action = menu.addAction(icon(kind_icon(intent)), kind_name(intent))
        action.triggered.connect(lambda _checked=False, intent=intent: on_choice(intent))
        if intent == chosen:
            menu.setActiveAction(action)
    return menu


def lead_menu(
    parent: QWidget,
    wording: Wording,
    start: datetime | None,
    chosen: tuple[int, ...],
    on_choice: Callable[[tuple[int, ...]], None],
) -> QMenu:
    """Times before the start; several may be on, so the menu stays open."""
    menu = _StayingMenu(parent)
    minutes = dict.fromkeys(LEADS, False) | dict.fromkeys(chosen, True)
    actions: dict[int, QAction] = {}

    def tell() -> None:
        on_choice(tuple(sorted((m for m, action in actions.items() if action.isChecked()), reverse=True)))

    for lead, on in sorted(minutes.items()):
        action = menu.addAction(telling.lead_with_clock(wording, lead, start))
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(tell)
        actions[lead] = action
    return menu


def list_menu(parent: QWidget, colours: Mapping[str, str], chosen: str, on_choice: Callable[[str], None]) -> QMenu:
    """Lists or calendars with their colours; typing a letter goes to the name."""
    menu = QMenu(parent)
    for name, colour in colours.items():
        action = menu.addAction(dot_icon(colour) if colour else icon("inbox"), list_text(name))
        action.triggered.connect(lambda _checked=False, name=name: on_choice(name))
        if name == chosen:
            menu.setActiveAction(action)
    return menu


def priority_menu(parent: QWidget, on_choice: Callable[[str], None]) -> QMenu:
    """High, medium, low, none."""
    menu = QMenu(parent)
    for name, tone in (("high", "priority.high"), ("normal", "priority.medium"), ("low", "priority.low")):
        action = menu.addAction(icon("flag", tone), telling.priority(name))
        action.triggered.connect(lambda _checked=False, name=name: on_choice(name))
    menu.addAction(QCoreApplication.translate("DockWords", "No priority")).triggered.connect(lambda: on_choice(""))
    return menu


class _StayingMenu(QMenu):
    """A menu of check marks that a click does not close."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)
