"""Context menus of rows, and the menus that choose a day, a priority, a list, a repeat or a reminder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.icons import dot_icon, icon
from assistant.desktop.repeats import presets
from assistant.desktop.tasks import words
from assistant.domain.items import Priority
from assistant.domain.task import INBOX, Task, TaskList
from assistant.services.wording.times import Wording

_DAYS_OF_WEEK = 7


class RuleChoice(Protocol):
    """Takes the rule that was chosen."""

    def __call__(self, rrule: str | None, /, *, after_completion: bool) -> None: ...


def add_line(menu: QMenu, text: str, act: Callable[[], object], mark: QIcon | None = None) -> QAction:
    """A line of a menu that calls `act` without arguments."""
    action = menu.addAction(mark or QIcon(), text)
    action.triggered.connect(lambda _checked=False: act())
    return action


def list_icon(task_list: TaskList) -> QIcon:
    """The inbox has a tray, other lists their colour."""
    return icon("inbox") if task_list.uid == INBOX else dot_icon(f"calendar.{task_list.colour}.bar")


def due_menu(
    parent: QWidget,
    now: datetime,
    wording: Wording,
    choose: Callable[[date | None], None],
    pick: Callable[[], None] | None,
    title: str = "",
) -> QMenu:
    """Today, tomorrow, the weekend, next week, another day, none. Without a title it is about when something is due."""
    translate = QCoreApplication.translate
    today = now.date()
    saturday = today + timedelta(days=(5 - today.weekday()) % _DAYS_OF_WEEK or _DAYS_OF_WEEK)
    monday = today + timedelta(days=_DAYS_OF_WEEK - today.weekday())
    menu = QMenu(title or translate("Tasks", "Due"), parent)
    for text, day in (
        (translate("Tasks", "Today"), today),
        (translate("Tasks", "Tomorrow"), today + timedelta(days=1)),
        (translate("Tasks", "Saturday"), saturday),
        (translate("Tasks", "Next Monday"), monday),
    ):
        label = translate("Tasks", "{name}, {day}").format(name=text, day=wording.short_day(day, today))
        add_line(menu, label, partial(choose, day), icon("calendar"))
    if pick is not None:
        add_line(menu, translate("Tasks", "Pick a date…"), pick, icon("calendar-days"))
    menu.addSeparator()
    add_line(menu, translate("Tasks", "No date"), partial(choose, None), icon("x"))
    return menu


def priority_menu(parent: QWidget, choose: Callable[[Priority], None], current: Priority | None = None) -> QMenu:
    """High, medium, low, none."""
    menu = QMenu(QCoreApplication.translate("Tasks", "Priority"), parent)
    for priority in (Priority.HIGH, Priority.NORMAL, Priority.LOW, Priority.NONE):
        mark = icon("flag", words.TONES[priority])
        action = add_line(menu, words.priority_name(priority), partial(choose, priority), mark)
        _mark(action, checked=current is priority, known=current is not None)
    return menu


def list_menu(
    parent: QWidget, lists: tuple[TaskList, ...], choose: Callable[[str], None], current: str | None = None
) -> QMenu:
    """Every list by its colour."""
    menu = QMenu(QCoreApplication.translate("Tasks", "List"), parent)
    for task_list in lists:
        action = add_line(menu, words.list_name(task_list), partial(choose, task_list.uid), list_icon(task_list))
        _mark(action, checked=current == task_list.uid, known=current is not None)
    return menu


def repeat_menu(parent: QWidget, task: Task, day: date, wording: Wording, choose: RuleChoice) -> QMenu:
    """The usual repeats from this day on, in words, whether they are counted from completion, and none."""
    translate = QCoreApplication.translate
    menu = QMenu(translate("Tasks", "Repeat"), parent)
    offered = tuple(filter(None, presets(day)))
    for rrule in dict.fromkeys((*offered, task.rrule) if task.rrule else offered):
        line = add_line(menu, wording.repeat(rrule), partial(choose, rrule, after_completion=task.after_completion))
        _mark(line, checked=rrule == task.rrule, known=True)
    menu.addSeparator()
    counted = translate("Tasks", "Count from completion")
    line = add_line(menu, counted, partial(choose, task.rrule, after_completion=not task.after_completion))
    _mark(line, checked=task.after_completion, known=True)
    line.setEnabled(task.rrule is not None)
    menu.addSeparator()
    add_line(menu, translate("Tasks", "Does not repeat"), partial(choose, None, after_completion=False), icon("x"))
    return menu


def reminder_menu(
    parent: QWidget,
    task: Task,
    now: datetime,
    wording: Wording,
    choose: Callable[[datetime | None], None],
    pick: Callable[[], None],
) -> QMenu:
    """Around the due time, or at the usual hours of its day; another time; none."""
    translate = QCoreApplication.translate
    menu = QMenu(translate("Tasks", "Reminder"), parent)
    moments: list[tuple[str, datetime]] = []
    if task.due_at is not None:
        due = task.due_at.astimezone(now.tzinfo)
        moments = [(wording.lead(minutes), due - timedelta(minutes=minutes)) for minutes in (0, 15, 60, 24 * 60)]
    else:
        day = task.due_on or now.date()
        for hour in (9, 13, 18):
            at = datetime.combine(day, time(hour), now.tzinfo)
            moments.append((wording.moment(at, None, today=now.date()), at))
    for text, at in moments:
        add_line(menu, text, partial(choose, at), icon("bell")).setEnabled(at > now)
    add_line(menu, translate("Tasks", "Pick a time…"), pick, icon("alarm-clock"))
    menu.addSeparator()
    add_line(menu, translate("Tasks", "No reminder"), partial(choose, None), icon("bell-off"))
    return menu


def _mark(action: QAction, *, checked: bool, known: bool) -> None:
    if known:
        action.setCheckable(True)
        action.setChecked(checked)
