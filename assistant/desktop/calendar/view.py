"""What the hours and the month have in common: entries as widgets, focus, keys, and signals to the pane. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import words
from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.entries import DAY_MINUTES, Entry, at_minute
from assistant.desktop.calendar.gestures import Extent, Grip, Pointer, nudged
from assistant.desktop.calendar.held import HeldButton
from assistant.desktop.calendar.layout import neighbour
from assistant.desktop.calendar.naming import Naming
from assistant.desktop.desk import Desk
from assistant.services.wording.times import Wording

_B = TypeVar("_B", bound=QWidget)

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NUDGE = 15
_MOMENT = timedelta(minutes=30)


class Pool(Generic[_B]):
    """Widgets that are used again: making them is what costs time when the week changes."""

    def __init__(self, make: Callable[[], _B]) -> None:
        self._make = make
        self._used: dict[object, _B] = {}
        self._free: list[_B] = []

    def fill(self, keys: Iterable[object]) -> list[_B]:
        """One widget for each key; whoever had a key keeps it. The others are hidden."""
        taken = list(self.taking(keys))
        self.hide_rest()
        return taken

    def taking(self, keys: Iterable[object]) -> Iterator[_B]:
        """As `fill`, one after the other; `hide_rest` ends it."""
        wanted = list(keys)
        kept = {key: self._used.pop(key) for key in wanted if key in self._used}
        self._free += self._used.values()
        self._used = kept
        return (self._taken(key) for key in wanted)

    def _taken(self, key: object) -> _B:
        if key not in self._used:
            self._used[key] = self._free.pop() if self._free else self._make()
        return self._used[key]

    def hide_rest(self) -> None:
        """Hides what was not taken."""
        for widget in self._free:
            widget.hide()

    def __iter__(self) -> Iterator[_B]:
        return iter(self._used.values())


def extent_of(entry: Entry) -> Extent:
    """The entry's time; a moment counts as half an hour, so that there is something to see."""
    end_at = entry.end_at if entry.end_at > entry.start_at else entry.start_at + _MOMENT
    return Extent(entry.start_at, end_at, entry.all_day)


def global_rect(widget: QWidget) -> QRect:
    """Where a widget is on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


@dataclass(frozen=True, slots=True)
class Move:
    """A new time for an event, or for a copy of it."""

    entry: Entry
    extent: Extent
    copy: bool = False


class View(QWidget):
    """A view with entries in it. It is the stage of its blocks.

    Signals:
        detailsWanted(Entry, QRect), editWanted(Entry, QRect), deleteWanted(Entry, QRect): with the global rectangle of
            what stands for the entry.
        menuWanted(Entry, QRect, QPoint): with the global place of the pointer.
        tickWanted(Entry)
        moveWanted(Move): a new time.
        createWanted(Extent, QRect): an empty slot was chosen; global rectangle.
        slotMenuWanted(Extent, QPoint)
        listWanted(date, list[Entry], QRect): all of a day that has no room for it; global rectangle of what asked.
        daySelected(date), dayOpened(date)
    """

    detailsWanted = Signal(object, QRect)
    editWanted = Signal(object, QRect)
    deleteWanted = Signal(object, QRect)
    menuWanted = Signal(object, QRect, QPoint)
    tickWanted = Signal(object)
    moveWanted = Signal(object)
    createWanted = Signal(object, QRect)
    slotMenuWanted = Signal(object, QPoint)
    listWanted = Signal(object, object, QRect)
    daySelected = Signal(object)
    dayOpened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._now = desk.now()
        self._wording = desk.wording
        self.zone = desk.assistant.clock.zone()
        self.naming = Naming(self)
        self._moved: dict[tuple[str, str, str], Extent] = {}

    # ------------------------------------------------------------------ what views answer

    def blocks(self) -> list[EntryButton]:
        """All entries on show, in reading order."""
        raise NotImplementedError

    def boxes(self, blocks: list[EntryButton]) -> list[tuple[float, float, float, float]]:
        """For each block its column, top, left and bottom, for going about with the arrow keys."""
        raise NotImplementedError

    def begin_showing(self, now: datetime) -> None:
        """What is asked of the desk once for a whole showing."""
        self._now = now
        self._wording = self.desk.wording
        self.zone = self.desk.assistant.clock.zone()

    def show_extent(self, extent: Extent, title: str, time: str | None = None) -> None:
        """Outlines a time something could have; `time` replaces the clock times in it."""

    def clear_ghost(self) -> None:
        """Takes the outline away, and shows blocks that were being moved as they were."""

    def ghost_rect(self) -> QRect:
        """The global rectangle of the outline; empty where there is none."""
        return QRect()

    # ------------------------------------------------------------------ the stage of the blocks

    @property
    def wording(self) -> Wording:
        """Dates and times in words."""
        return self._wording

    @property
    def now(self) -> datetime:
        """The moment that the view shows as now."""
        return self._now

    def picked(self, block: HeldButton) -> None:
        """A click on a block, or Space."""
        self.reveal(block)
        self.detailsWanted.emit(block.entry, global_rect(block))

    def opened(self, block: HeldButton) -> None:
        """A double click or Enter on a block."""
        self.editWanted.emit(block.entry, global_rect(block))

    def ticked(self, block: HeldButton) -> None:
        """The mark of a task or reminder was pressed."""
        self.tickWanted.emit(block.entry)

    def menu_wanted(self, block: HeldButton, at: QPoint) -> None:
        """Right click or the menu key."""
        self.menuWanted.emit(block.entry, global_rect(block), at)

    def drag_begun(self, block: HeldButton, grip: Grip, at: QPointF) -> bool:
        """True where the view drags; by default nothing can be dragged."""
        del block, grip, at
        return False

    def drag_moved(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer went to the global place `at`."""

    def drag_ended(self, modifiers: Qt.KeyboardModifier) -> None:
        """The button was let go."""

    def key_pressed(self, block: HeldButton, event: QKeyEvent) -> bool:
        """Arrows, moving, stretching and copying by keys, Delete."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not modifiers:
            self.deleteWanted.emit(block.entry, global_rect(block))
            return True
        if key == Qt.Key.Key_D and modifiers == Qt.KeyboardModifier.ControlModifier and block.entry.is_event:
            self.moveWanted.emit(Move(block.entry, nudged(extent_of(block.entry), self.zone, days=1), copy=True))
            return True
        if key not in _ARROWS:
            return False
        across, along = _ARROWS[key]
        if not modifiers:
            return self._walk(block, (across, along))
        if not block.entry.movable:
            return False
        control = Qt.KeyboardModifier.ControlModifier
        if modifiers == control:
            self.nudge(block.entry, days=across, minutes=along * _NUDGE)
            return True
        if modifiers == control | Qt.KeyboardModifier.ShiftModifier and along and block.entry.is_event:
            self.nudge(block.entry, longer=along * _NUDGE)
            return True
        return False

    # ------------------------------------------------------------------ inside

    def slot(self, pointer: Pointer) -> Extent:
        """A new event's time where the pointer is: from the half hour under it, as long as the settings say."""
        if pointer.in_lane:
            start = at_minute(pointer.on, 0, self.zone)
            return Extent(start, at_minute(pointer.on, DAY_MINUTES, self.zone), all_day=True)
        start = at_minute(pointer.on, min(pointer.minute // 30 * 30, DAY_MINUTES - 30), self.zone)
        lasts = timedelta(minutes=self.desk.assistant.settings.number("default_event_minutes"))
        return Extent(start, (start.astimezone(UTC) + lasts).astimezone(self.zone), all_day=False)

    def begin_new(self, extent: Extent) -> None:
        """Outlines a new event's time and asks for the editor beside it."""
        self.show_extent(extent, "")
        self.createWanted.emit(extent, self.ghost_rect())

    def nudge(self, entry: Entry, *, days: int = 0, minutes: int = 0, longer: int = 0) -> None:
        """Moves or stretches an event by a key; several presses in a row add up."""
        before = self._moved.get(entry.key, extent_of(entry))
        after = nudged(before, self.zone, days=days, minutes=minutes, longer=longer)
        if after != before:
            if not entry.repeats:
                self._moved[entry.key] = after
            self._announce(after)
            self.moveWanted.emit(Move(entry, after))

    def _announce(self, extent: Extent) -> None:
        """Says a new time to a screen reader."""
        if QAccessible.isActive():
            said = words.extent_line(extent.start_at, extent.end_at, all_day=extent.all_day, wording=self.wording)
            if not extent.all_day:
                said = f"{said}–{self.wording.time(extent.end_at)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def forget_nudges(self) -> None:
        """Keys that moved an entry came to nothing: the next one counts from where it is."""
        self._moved.clear()

    def _walk(self, block: HeldButton, step: tuple[int, int]) -> bool:
        blocks = self.blocks()
        current = next((place for place, other in enumerate(blocks) if other is block), None)
        if current is None:
            return False
        goal = neighbour(self.boxes(blocks), current, step)
        if goal is None:
            return step[1] != 0
        self.focus_block(blocks[goal])
        return True

    def focus_block(self, block: EntryButton) -> None:
        """Gives a block the focus; it alone is reached by Tab from then on."""
        for other in self.blocks():
            policy = Qt.FocusPolicy.StrongFocus if other is block else Qt.FocusPolicy.ClickFocus
            if other.focusPolicy() != policy:
                other.setFocusPolicy(policy)
        self.reveal(block)
        block.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, block: HeldButton) -> None:
        """Scrolls a block into view."""

    def focused_key(self) -> tuple[str, str, str] | None:
        """The entry that has the focus."""
        return next((block.entry.key for block in self.blocks() if block.hasFocus()), None)

    def settle_focus(self, key: tuple[str, str, str] | None) -> None:
        """After a reload: the focus goes back to the entry that had it, and Tab finds one block."""
        blocks = self.blocks()
        self._moved.clear()
        goal = next((block for block in blocks if block.entry.key == key), None)
        if goal is not None and not goal.hasFocus():
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
        first = goal or (blocks[0] if blocks else None)
        for block in blocks:
            policy = Qt.FocusPolicy.StrongFocus if block is first else Qt.FocusPolicy.ClickFocus
            if block.focusPolicy() != policy:
                block.setFocusPolicy(policy)

    def find_block(self, uid: str, recurrence_id: str | None) -> EntryButton | None:
        """The block of an entry on show; with no recurrence id the first of that item."""
        for block in self.blocks():
            if block.entry.uid == uid and (recurrence_id is None or block.entry.recurrence_id == recurrence_id):
                return block
        return None

    def mark(self, entry: Entry, *, selected: bool | None = None, leaving: bool | None = None) -> None:
        """Shows all that stands for an entry as selected, or as an old place that is being left."""
        for block in self.blocks():
            if block.entry.key == entry.key:
                block.mark(selected=selected, leaving=leaving)

    def rect_of_entry(self, uid: str, recurrence_id: str | None) -> tuple[Entry, QRect] | None:
        """An entry on show and its global rectangle; it is revealed and gets the focus."""
        block = self.find_block(uid, recurrence_id)
        if block is None:
            return None
        self.focus_block(block)
        return block.entry, global_rect(block)
