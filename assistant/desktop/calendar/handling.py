"""What gestures on entries lead to: details, editor, a question about a series, menus, the change. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.daylist import DayPopover
from assistant.desktop.calendar.details import DetailsPopover
from assistant.desktop.calendar.editor import EventEditor
from assistant.desktop.calendar.edits import EventEdits, draft_of
from assistant.desktop.calendar.entries import Entry, respan
from assistant.desktop.calendar.feed import Feed
from assistant.desktop.calendar.gestures import Extent, nudged
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.calendar.scope import ScopePopover
from assistant.desktop.calendar.view import Move, View, extent_of, global_rect
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.domain.items import ItemKind
from assistant.domain.recurrence import Scope
from assistant.domain.reminder import Reminder
from assistant.domain.spans import Zoned
from assistant.domain.task import Task
from assistant.services.schedule import EventDraft

_P = TypeVar("_P", bound=Popover)
_EVERY: tuple[Scope, ...] = (Scope.THIS, Scope.FOLLOWING, Scope.ALL)


class Handling(QObject):
    """Joins views to pop-overs and changes. One pop-over at a time.

    Signals:
        askWanted(str): the beginning of a question about an entry, for the input bar.
        markersToggled(bool)
    """

    askWanted = Signal(str)
    markersToggled = Signal(bool)

    def __init__(self, pane: QWidget, desk: Desk, feed: Feed) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = desk
        self._feed = feed
        self.edits = EventEdits(desk, self)
        self._open: Popover | None = None
        self._views: list[View] = []
        self.edits.failed.connect(self._clear_ghosts)
        self.shows_markers = True

    def join(self, view: View) -> None:
        """Listens to a view."""
        self._views.append(view)
        view.detailsWanted.connect(lambda entry, rect: self.details(view, entry, rect))
        view.editWanted.connect(lambda entry, rect: self.edit(view, entry, rect))
        view.deleteWanted.connect(lambda entry, rect: self.delete(view, entry, rect))
        view.menuWanted.connect(lambda entry, rect, at: self.menu(view, entry, rect, at))
        view.listWanted.connect(lambda day, entries, rect: self.list_day(view, day, entries, rect))
        view.tickWanted.connect(self.edits.tick)
        view.moveWanted.connect(lambda move: self.move(view, move))
        view.createWanted.connect(lambda extent, rect: self.create(view, extent, rect))
        view.slotMenuWanted.connect(lambda extent, at: self.slot_menu(view, extent, at))

    @property
    def busy(self) -> bool:
        """True while a pop-over is open."""
        return self._open is not None

    def close(self) -> None:
        """Closes what is open, as a click elsewhere would."""
        if self._open is not None:
            self._open.dismiss()

    def _take(self, popover: _P) -> _P:
        """One at a time: what is open closes, and the new one knows who has the focus after that."""
        self.close()
        popover.remember_focus()
        self._open = popover
        popover.closed.connect(lambda _cancelled: self._forget(popover))
        return popover

    def _forget(self, popover: Popover) -> None:
        if self._open is popover:
            self._open = None

    def _clear_ghosts(self) -> None:
        for view in self._views:
            view.clear_ghost()

    # ------------------------------------------------------------------ looking

    def details(self, view: View, entry: Entry, rect: QRect) -> None:
        """Shows everything about an entry beside its block."""
        popover = DetailsPopover(self._pane, self._desk, entry)
        self._take(popover)
        view.mark(entry, selected=True)
        popover.closed.connect(lambda _cancelled: view.mark(entry, selected=False))
        popover.editWanted.connect(lambda: self._edit(view, entry, rect))
        popover.duplicateWanted.connect(lambda: self.duplicate(entry))
        popover.deleteWanted.connect(lambda: self.delete(view, entry, rect))
        popover.tickWanted.connect(lambda: self.edits.tick(entry))
        popover.openWanted.connect(lambda: self._open_elsewhere(entry))
        popover.askWanted.connect(lambda: self._ask(entry))
        popover.open_here(rect)

    def list_day(self, view: View, day: date, entries: list[Entry], rect: QRect) -> None:
        """Lists everything on a day."""
        popover = self._take(DayPopover(self._pane, view, day, entries))
        popover.open_here(rect)

    def _open_elsewhere(self, entry: Entry) -> None:
        kind = ItemKind.REMINDER if isinstance(entry.source, Reminder) else ItemKind.TASK
        self._desk.open_item(kind.value, entry.uid)

    def _ask(self, entry: Entry) -> None:
        today = self._desk.now().date()
        when = self._desk.wording.moment(entry.start_at, None, all_day=entry.all_day, today=today)
        self.askWanted.emit(self.tr("About “{title}”, {when}: ").format(title=entry.title, when=when))

    # ------------------------------------------------------------------ editing

    def edit(self, view: View, entry: Entry, rect: QRect) -> None:
        """Opens the editor of an event; tasks and reminders are edited among the tasks."""
        if entry.is_event:
            self._edit(view, entry, rect)
        else:
            self._open_elsewhere(entry)

    def _edit(self, view: View, entry: Entry, rect: QRect) -> None:
        before = draft_of(entry)
        editor = EventEditor(self._pane, self._desk, self._feed.calendars, before, recurring=entry.repeats)
        self._take(editor)
        editor.saved.connect(lambda draft: self._save(view, entry, before, draft, rect))
        editor.deleteWanted.connect(lambda: self.delete(view, entry, rect))
        editor.open_here(rect)

    def _save(self, view: View, entry: Entry, before: EventDraft, draft: EventDraft, rect: QRect) -> None:
        if draft == before:
            return
        if not entry.repeats:
            self.edits.change(entry, draft, Scope.ALL)
            return
        scopes = _EVERY
        # one occurrence can differ in title, time, place and notes only
        for_all = ("rrule", "calendar_uid", "alert_minutes", "people", "tags")
        if any(getattr(draft, name) != getattr(before, name) for name in for_all):
            scopes = _EVERY[1:]
        heading = self.tr("Change a repeating event")
        self._ask_scope(
            view,
            entry,
            rect,
            (heading, f"“{entry.title}”", self.tr("Change event")),
            lambda scope: self.edits.change(entry, draft, scope),
            scopes,
        )

    def create(self, view: View, extent: Extent, rect: QRect) -> None:
        """Opens a small editor for a new event at the ghost."""
        zone = self._desk.assistant.clock.zone()
        blank = Zoned(extent.start_at, extent.start_at, zone.key)
        span = respan(blank, extent.start_at, extent.end_at, all_day=extent.all_day, zone=zone)
        draft = EventDraft(title="", span=span, calendar_uid=self._default_calendar())
        editor = EventEditor(self._pane, self._desk, self._feed.calendars, draft, new=True)
        self._take(editor)
        editor.saved.connect(self.edits.create)
        editor.timeChanged.connect(lambda changed, title: view.show_extent(changed, title))
        editor.abandoned.connect(view.clear_ghost)
        editor.open_here(rect)

    def _default_calendar(self) -> str:
        known = [calendar.uid for calendar in self._feed.calendars]
        usual = EventDraft.__dataclass_fields__["calendar_uid"].default
        return str(usual) if usual in known or not known else known[0]

    def duplicate(self, entry: Entry) -> None:
        """Makes a copy a day later, where it does not lie on top of the original."""
        self.edits.duplicate(entry, nudged(extent_of(entry), self._desk.assistant.clock.zone(), days=1))

    # ------------------------------------------------------------------ moving and deleting

    def move(self, view: View, move: Move) -> None:
        """A new time by pointer or key; a series is asked about first."""
        entry, extent = move.entry, move.extent
        view.show_extent(extent, entry.title)
        if move.copy:
            self.edits.duplicate(entry, extent)
            return
        if not entry.repeats:
            self.edits.move(entry, extent, Scope.ALL)
            return
        view.mark(entry, leaving=True)
        lines = f"“{entry.title}”\n{self._said(extent_of(entry))} → {self._said(extent)}"
        rect = view.ghost_rect()
        if rect.isEmpty():
            rect = global_rect(self._pane)
        self._ask_scope(
            view,
            entry,
            rect,
            (self.tr("Move a repeating event"), lines, self.tr("Move event")),
            lambda scope: self.edits.move(entry, extent, scope),
        )

    def delete(self, view: View, entry: Entry, rect: QRect) -> None:
        """Deletes; a series is asked about first. The toast undoes it."""
        if not (entry.is_event and entry.repeats):
            self.edits.delete(entry, Scope.ALL)
            return
        when = self._said(extent_of(entry))
        self._ask_scope(
            view,
            entry,
            rect,
            (self.tr("Delete a repeating event"), f"“{entry.title}”\n{when}", self.tr("Delete event")),
            lambda scope: self.edits.delete(entry, scope),
        )

    def _said(self, extent: Extent) -> str:
        wording = self._desk.wording
        return words.extent_line(extent.start_at, extent.end_at, all_day=extent.all_day, wording=wording)

    def _ask_scope(
        self,
        view: View,
        entry: Entry,
        rect: QRect,
        said: tuple[str, str, str],
        act: Callable[[Scope], None],
        scopes: tuple[Scope, ...] = _EVERY,
    ) -> None:
        popover = ScopePopover(self._pane, *said, scopes)
        self._take(popover)
        schedule, uid, rid = self._desk.assistant.schedule, entry.uid, entry.recurrence_id
        self._desk.background.run(
            lambda: schedule.count_of_series(uid, rid),
            lambda counts: popover.say_counts(*counts),
            owner=popover,
        )
        popover.chosen.connect(act)
        popover.closed.connect(lambda cancelled: view.clear_ghost() if cancelled else None)
        popover.open_here(rect)

    # ------------------------------------------------------------------ menus

    def menu(self, view: View, entry: Entry, rect: QRect, at: QPoint) -> None:
        """The menu of an entry."""
        self.close()
        menu = QMenu(self._pane)
        if entry.is_event:
            menu.addAction(icon("pencil"), self.tr("Edit"), lambda: self._edit(view, entry, rect))
            menu.addAction(icon("copy"), self.tr("Duplicate"), lambda: self.duplicate(entry))
            menu.addAction(self.tr("Copy"), lambda: self._copy(entry))
            self._calendars(menu, entry)
            menu.addAction(icon("message-square"), self.tr("Ask about it"), lambda: self._ask(entry))
        else:
            if isinstance(entry.source, Task):
                text = self.tr("Not done") if entry.done else self.tr("Mark done")
                menu.addAction(icon("check"), text, lambda: self.edits.tick(entry))
            menu.addAction(icon("list-checks"), self.tr("Open in Tasks"), lambda: self._open_elsewhere(entry))
            menu.addAction(self.tr("Copy"), lambda: self._copy(entry))
        menu.addSeparator()
        menu.addAction(icon("trash-2"), self.tr("Delete"), lambda: self.delete(view, entry, rect))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _calendars(self, menu: QMenu, entry: Entry) -> None:
        sub = menu.addMenu(icon("calendar"), self.tr("Calendar"))
        for calendar in self._feed.calendars:
            action = QAction(calendar.name, sub)
            action.setIcon(paint.dot(f"calendar.{calendar.colour.value}.bar", 10))
            action.setCheckable(True)
            action.setChecked(calendar.name == entry.group)
            action.triggered.connect(lambda _checked=False, uid=calendar.uid: self.edits.recolour(entry, uid))
            sub.addAction(action)

    def _copy(self, entry: Entry) -> None:
        today = self._desk.now().date()
        when = self._desk.wording.moment(entry.start_at, entry.end_at, all_day=entry.all_day, today=today)
        lines = [entry.title, when, entry.location]
        QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))

    def slot_menu(self, view: View, extent: Extent, at: QPoint) -> None:
        """The menu of an empty place."""
        self.close()
        menu = QMenu(self._pane)
        menu.addAction(icon("calendar-plus"), self.tr("New event"), lambda: view.begin_new(extent))
        shown = menu.addAction(self.tr("Show tasks and reminders"))
        shown.setCheckable(True)
        shown.setChecked(self.shows_markers)
        shown.toggled.connect(self.markersToggled)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
