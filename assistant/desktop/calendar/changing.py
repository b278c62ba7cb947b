"""New times, deletions and edits by hand; where a series is meant, a question comes first. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import words
from assistant.desktop.calendar.editing.scope import ScopePopover
from assistant.desktop.calendar.edits import EventEdits
from assistant.desktop.calendar.entries import Entry
from assistant.desktop.calendar.gestures import Extent, nudged
from assistant.desktop.calendar.opened import OpenPopover
from assistant.desktop.calendar.view import Move, View, extent_of, global_rect
from assistant.desktop.desk import Desk
from assistant.domain.recurrence import Scope
from assistant.services.calendar.drafts import EventDraft

_EVERY: tuple[Scope, ...] = (Scope.THIS, Scope.FOLLOWING, Scope.ALL)
# one occurrence can differ from its series in title, time, place and notes only
_FOR_ALL = ("rrule", "calendar_uid", "alert_minutes", "people", "tags", "link", "busy")


@dataclass(frozen=True, slots=True)
class Question:
    """What the pop-over about a series says: heading, lines below it, the button; and which answers it offers."""

    heading: str
    lines: str
    action: str
    scopes: tuple[Scope, ...] = _EVERY


class Changing(QObject):
    """Carries out changes, after asking where it must."""

    def __init__(self, pane: QWidget, desk: Desk, opened: OpenPopover) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = desk
        self._opened = opened
        self.edits = EventEdits(desk, self)

    def move(self, view: View, move: Move) -> None:
        """A new time by pointer or key."""
        entry, extent = move.entry, move.extent
        view.show_extent(extent, entry.title)
        if not entry.is_event:
            self.edits.move(entry, extent, Scope.ALL)
            return
        if move.copy:
            self.edits.duplicate(entry, extent)
            return
        if not entry.repeats:
            self.edits.move(entry, extent, Scope.ALL)
            return
        view.mark(entry, leaving=True)
        lines = f"“{entry.title}”\n{self._said(extent_of(entry))} → {self._said(extent)}"
        rect = view.ghost_rect()
        self._ask(
            view,
            entry,
            rect if not rect.isEmpty() else global_rect(self._pane),
            Question(self.tr("Move a repeating event"), lines, self.tr("Move event")),
            lambda scope: self.edits.move(entry, extent, scope),
        )

    def duplicate(self, entry: Entry) -> None:
        """Makes a copy a day later, where it does not lie on top of the original."""
        self.edits.duplicate(entry, nudged(extent_of(entry), self._desk.assistant.clock.zone(), days=1))

    def delete(self, view: View, entry: Entry, rect: QRect) -> None:
        """Deletes; the toast undoes it."""
        if not (entry.is_event and entry.repeats):
            self.edits.delete(entry, Scope.ALL)
            return
        lines = f"“{entry.title}”\n{self._said(extent_of(entry))}"
        self._ask(
            view,
            entry,
            rect,
            Question(self.tr("Delete a repeating event"), lines, self.tr("Delete event")),
            lambda scope: self.edits.delete(entry, scope),
        )

    def save(self, view: View, entry: Entry, drafts: tuple[EventDraft, EventDraft], rect: QRect) -> None:
        """Keeps what the editor gave: the drafts before and after."""
        before, draft = drafts
        if draft == before:
            return
        if not entry.repeats:
            self.edits.change(entry, draft, Scope.ALL)
            return
        wider = any(getattr(draft, name) != getattr(before, name) for name in _FOR_ALL)
        heading, action = self.tr("Change a repeating event"), self.tr("Change event")
        self._ask(
            view,
            entry,
            rect,
            Question(heading, f"“{entry.title}”", action, _EVERY[1:] if wider else _EVERY),
            lambda scope: self.edits.change(entry, draft, scope),
        )

    def _said(self, extent: Extent) -> str:
        wording = self._desk.wording
        return words.extent_line(extent.start_at, extent.end_at, all_day=extent.all_day, wording=wording)

    def _ask(self, view: View, entry: Entry, rect: QRect, question: Question, act: Callable[[Scope], None]) -> None:
        said = (question.heading, question.lines, question.action)
        popover = self._opened.take(ScopePopover(self._pane, *said, question.scopes))
        schedule, uid, rid = self._desk.assistant.schedule, entry.uid, entry.recurrence_id
        self._desk.background.run(
            lambda: schedule.count_of_series(uid, rid),
            lambda counts: popover.say_counts(*counts),
            owner=popover,
        )
        popover.chosen.connect(act)
        popover.closed.connect(lambda cancelled: view.clear_ghost() if cancelled else None)
        popover.open_here(rect)
