"""The menus of entries and of empty places. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.calendar.entries import Entry
from assistant.desktop.desk import Desk
from assistant.desktop.icons import dot, icon
from assistant.domain.event import Calendar
from assistant.domain.task import Task


@dataclass(frozen=True, slots=True)
class EntryActs:
    """What the menu of an entry can do."""

    edit: Callable[[], None]
    duplicate: Callable[[], None]
    recolour: Callable[[str], None]
    ask: Callable[[], None]
    tick: Callable[[], None]
    open: Callable[[], None]
    delete: Callable[[], None]


class CalendarMenus(QObject):
    """Makes and shows menus.

    Signals:
        markersToggled(bool): tasks and reminders shall be shown or not.
    """

    markersToggled = Signal(bool)

    def __init__(self, pane: QWidget, desk: Desk) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = desk
        self.shows_markers = True

    def of_entry(self, entry: Entry, acts: EntryActs, calendars: Sequence[Calendar], at: QPoint) -> None:
        """The menu of an entry at a global place."""
        menu = QMenu(self._pane)
        if entry.is_event:
            menu.addAction(icon("pencil"), self.tr("Edit"), acts.edit)
            menu.addAction(icon("copy"), self.tr("Duplicate"), acts.duplicate)
            menu.addAction(self.tr("Copy"), lambda: self._copy(entry))
            self._add_calendars(menu, entry, acts, calendars)
            menu.addAction(icon("message-square"), self.tr("Ask about it"), acts.ask)
        else:
            if isinstance(entry.source, Task):
                menu.addAction(icon("check"), self.tr("Not done") if entry.done else self.tr("Mark done"), acts.tick)
            menu.addAction(icon("list-checks"), self.tr("Open in Tasks"), acts.open)
            menu.addAction(self.tr("Copy"), lambda: self._copy(entry))
        menu.addSeparator()
        menu.addAction(icon("trash-2"), self.tr("Delete"), acts.delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _add_calendars(self, menu: QMenu, entry: Entry, acts: EntryActs, calendars: Sequence[Calendar]) -> None:
        sub = menu.addMenu(icon("calendar"), self.tr("Calendar"))
        for calendar in calendars:
            action = QAction(calendar.name, sub)
            action.setIcon(dot(f"calendar.{calendar.colour.value}.bar", 10))
            action.setCheckable(True)
            action.setChecked(calendar.name == entry.group)
            action.setEnabled(not calendar.read_only)
            action.triggered.connect(lambda _checked=False, uid=calendar.uid: acts.recolour(uid))
            sub.addAction(action)

    def _copy(self, entry: Entry) -> None:
        today = self._desk.now().date()
        when = self._desk.wording.moment(entry.start_at, entry.end_at, all_day=entry.all_day, today=today)
        lines = [entry.title, when, entry.location]
        QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))

    def of_slot(self, begin: Callable[[], None], at: QPoint) -> None:
        """The menu of an empty place; `begin` starts a new event there."""
        menu = QMenu(self._pane)
        menu.addAction(icon("calendar-plus"), self.tr("New event"), begin)
        shown = menu.addAction(self.tr("Show tasks and reminders"))
        shown.setCheckable(True)
        shown.setChecked(self.shows_markers)
        shown.toggled.connect(self.markersToggled)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
