"""What gestures on entries lead to: details, the editor, a list, a menu, a change. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar.calendarlist import CalendarList
from assistant.desktop.calendar.changing import Changing
from assistant.desktop.calendar.details import DetailsPopover
from assistant.desktop.calendar.editing.editor import EventEditor
from assistant.desktop.calendar.edits import draft_of
from assistant.desktop.calendar.entries import Entry, respan
from assistant.desktop.calendar.feed import Feed
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.goto import GoTo
from assistant.desktop.calendar.menus import CalendarMenus, EntryActs
from assistant.desktop.calendar.month.everything import DayPopover
from assistant.desktop.calendar.opened import OpenPopover
from assistant.desktop.calendar.view import View
from assistant.desktop.calendar_files.actions import FileActions
from assistant.desktop.desk import Desk
from assistant.domain.event import usual_calendar
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft, usual_alerts


class Handling(QObject):
    """Joins views to pop-overs, menus and changes.

    Signals:
        askWanted(str): the beginning of a question about an entry, for the input bar.
    """

    askWanted = Signal(str)

    def __init__(self, pane: QWidget, desk: Desk, feed: Feed) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = desk
        self._feed = feed
        self.opened = OpenPopover()
        self.menus = CalendarMenus(pane, desk)
        self.changing = Changing(pane, desk, self.opened)
        self._files = FileActions(desk, pane)

    def join(self, view: View) -> None:
        """Listens to a view."""
        view.detailsWanted.connect(lambda entry, rect: self.details(view, entry, rect))
        view.editWanted.connect(lambda entry, rect: self.edit(view, entry, rect))
        view.deleteWanted.connect(lambda entry, rect: self.changing.delete(view, entry, rect))
        view.menuWanted.connect(lambda entry, rect, at: self.menu(view, entry, rect, at))
        view.listWanted.connect(lambda day, entries, rect: self.list_day(view, day, entries, rect))
        view.tickWanted.connect(self.changing.edits.tick)
        view.moveWanted.connect(lambda move: self.changing.move(view, move))
        view.createWanted.connect(lambda extent, rect: self.create(view, extent, rect))
        view.slotMenuWanted.connect(lambda extent, at: self.menus.of_slot(lambda: view.begin_new(extent), at))
        self.changing.edits.failed.connect(view.clear_ghost)
        self.changing.edits.failed.connect(view.forget_nudges)

    # ------------------------------------------------------------------ looking

    def details(self, view: View, entry: Entry, rect: QRect) -> None:
        """Shows everything about an entry beside its block."""
        popover = self.opened.take(DetailsPopover(self._pane, self._desk, entry))
        acts = self._acts(view, entry, rect)
        view.mark(entry, selected=True)
        popover.closed.connect(lambda _cancelled: view.mark(entry, selected=False))
        popover.editWanted.connect(acts.edit)
        popover.duplicateWanted.connect(acts.duplicate)
        popover.deleteWanted.connect(acts.delete)
        popover.tickWanted.connect(acts.tick)
        popover.openWanted.connect(acts.open)
        popover.askWanted.connect(acts.ask)
        popover.open_here(rect)

    def menu(self, view: View, entry: Entry, rect: QRect, at: QPoint) -> None:
        """Shows the menu of an entry."""
        self.opened.close()
        self.menus.of_entry(entry, self._acts(view, entry, rect), self._feed.calendars, at)

    def list_day(self, view: View, day: date, entries: list[Entry], rect: QRect) -> None:
        """Lists everything on a day."""
        self.opened.take(DayPopover(self._pane, view, day, entries)).open_here(rect)

    def _acts(self, view: View, entry: Entry, rect: QRect) -> EntryActs:
        return EntryActs(
            edit=lambda: self.edit(view, entry, rect),
            duplicate=lambda: self.changing.duplicate(entry),
            recolour=lambda uid: self.changing.edits.recolour(entry, uid),
            ask=lambda: self._ask(entry),
            tick=lambda: self.changing.edits.tick(entry),
            open=lambda: self._open_elsewhere(entry),
            delete=lambda: self.changing.delete(view, entry, rect),
        )

    def _open_elsewhere(self, entry: Entry) -> None:
        kind = ItemKind.REMINDER if isinstance(entry.source, Reminder) else ItemKind.TASK
        self._desk.open_item(kind.value, entry.uid)

    def _ask(self, entry: Entry) -> None:
        today = self._desk.now().date()
        when = self._desk.wording.moment(entry.start_at, None, all_day=entry.all_day, today=today)
        self.askWanted.emit(self.tr("About “{title}”, {when}: ").format(title=entry.title, when=when))

    def calendars(self, anchor: QRect) -> None:
        """Shows the list of calendars beside what asked for it."""
        popover = self.opened.take(CalendarList(self._pane, self._feed.calendars))
        edits = self.changing.edits
        popover.added.connect(edits.add_calendar)
        popover.changed.connect(edits.change_calendar)
        popover.shown.connect(edits.show_calendar)
        popover.removed.connect(edits.remove_calendar)
        popover.exportWanted.connect(self._files.export)
        popover.importWanted.connect(self._files.choose)
        popover.open_here(anchor)

    def go_to(self, anchor: QRect, day: date, show: Callable[[date], None]) -> None:
        """Asks for a date beside what asked for it, and shows it."""
        popover = self.opened.take(GoTo(self._pane, self._desk, day))
        popover.chosen.connect(show)
        popover.open_here(anchor)

    # ------------------------------------------------------------------ editing

    def edit(self, view: View, entry: Entry, rect: QRect) -> None:
        """Opens the editor of an event; tasks and reminders are edited among the tasks."""
        if not entry.is_event:
            self._open_elsewhere(entry)
            return
        before = draft_of(entry)
        editor = self.opened.take(EventEditor(self._pane, self._desk, self._feed.calendars, before, uid=entry.uid))
        editor.saved.connect(lambda draft: self.changing.save(view, entry, (before, draft), rect))
        editor.deleteWanted.connect(lambda: self.changing.delete(view, entry, rect))
        editor.open_here(rect)

    def create(self, view: View, extent: Extent, rect: QRect) -> None:
        """Opens a small editor for a new event at the ghost."""
        zone = self._desk.assistant.clock.zone()
        blank = Zoned(extent.start_at, extent.start_at, zone.key)
        span = respan(blank, extent.start_at, extent.end_at, all_day=extent.all_day, zone=zone)
        draft = EventDraft(title="", span=span)
        if self._feed.calendars:
            usual = usual_calendar(self._feed.calendars)
            draft = replace(draft, calendar_uid=usual.uid, alert_minutes=usual_alerts(usual, span))
        editor = self.opened.take(EventEditor(self._pane, self._desk, self._feed.calendars, draft, new=True))
        editor.saved.connect(self.changing.edits.create)
        editor.timeChanged.connect(lambda changed, title: view.show_extent(changed, title))
        editor.abandoned.connect(view.clear_ghost)
        editor.open_here(rect)
