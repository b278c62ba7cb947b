"""What a reminder does while nobody answers, as a choice in menus and as a word on pop-ups and rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from assistant.domain.reminder import Insistence, Reminder


def insistence_name(how: Insistence) -> str:
    """``Until I do it``."""
    translate = QCoreApplication.translate
    return {
        Insistence.ONCE: translate("Insisting", "Remind once"),
        Insistence.REPEAT: translate("Insisting", "Repeat until I answer"),
        Insistence.NAG: translate("Insisting", "Keep on until it is done"),
    }[how]


def insistence_note(how: Insistence) -> str:
    """Short, behind the state of a pop-up; "" for what is usual."""
    translate = QCoreApplication.translate
    return {
        Insistence.ONCE: "",
        Insistence.REPEAT: translate("Insisting", "repeats"),
        Insistence.NAG: translate("Insisting", "until done"),
    }[how]


def add_insistence(menu: QMenu, reminder: Reminder, choose: Callable[[Insistence], object]) -> None:
    """Adds the three choices to a menu, the present one checked."""
    group = QActionGroup(menu)
    for how in Insistence:
        action = menu.addAction(insistence_name(how))
        action.setCheckable(True)
        action.setChecked(reminder.insists is how)
        action.triggered.connect(lambda _checked=False, chosen=how: choose(chosen))
        group.addAction(action)
