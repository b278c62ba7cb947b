"""A drag under way in the hours: begin, move, drop, cancel, scroll at the edge. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal

from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.gestures import Drag, Extent, Grip, Pointer, dragged
from assistant.desktop.calendar.view import Move, View, extent_of

SNAP = 15
FINE_SNAP = 5
_EDGE_WAIT = 400
_EDGE_TICK = 16


class Ground(Protocol):
    """Where a drag happens; places are global."""

    def pointer_at(self, at: QPointF) -> Pointer: ...

    def edge_at(self, at: QPointF) -> int:
        """-1 or 1 near the upper or lower edge of the hours, else 0."""
        ...

    def scroll_by(self, step: int) -> None: ...


@dataclass(frozen=True, slots=True)
class _Held:
    block: EntryButton | None
    drag: Drag


class Dragging(QObject):
    """Turns pointer moves into a proposed time.

    Signals:
        proposed(EntryButton | None, Extent): while dragging; None where something new is drawn.
        moved(Move): a block was let go somewhere else; with Ctrl a copy is wanted.
        drawn(Extent): a new event was drawn.
        abandoned(): cancelled, or let go where it was.
    """

    proposed = Signal(object, object)
    moved = Signal(object)
    drawn = Signal(object)
    abandoned = Signal()

    def __init__(self, view: View, ground: Ground) -> None:
        super().__init__(view)
        self._view = view
        self._ground = ground
        self._held: _Held | None = None
        self._last: tuple[QPointF, Qt.KeyboardModifier] | None = None
        self._edge = QTimer(self)
        self._edge.timeout.connect(self._scroll)

    @property
    def active(self) -> bool:
        """True while something is held."""
        return self._held is not None

    def begin(self, block: EntryButton | None, grip: Grip, at: QPointF) -> None:
        """Takes hold of a block, or (None) begins to draw a new event."""
        origin = self._ground.pointer_at(at)
        before = extent_of(block.entry) if block is not None else self._view.slot(origin)
        self._held = _Held(block, Drag(grip, origin, before, self._view.zone))

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is at `at` now."""
        if self._held is None:
            return
        self._last = (at, modifiers)
        self.proposed.emit(self._held.block, self._extent(self._held, at, modifiers))
        if self._ground.edge_at(at) == 0:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start(_EDGE_WAIT)

    def end(self, modifiers: Qt.KeyboardModifier) -> None:
        """Lets go."""
        held, last = self._held, self._last
        self._clear()
        if held is None:
            return
        extent = self._extent(held, last[0], modifiers) if last is not None else held.drag.before
        if held.block is None:
            self.drawn.emit(extent)
        elif extent == held.drag.before:
            self.abandoned.emit()
        else:
            copy = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self.moved.emit(Move(held.block.entry, extent, copy))

    def cancel(self) -> bool:
        """Escape: everything stays as it was. False where nothing was held."""
        held = self._held
        self._clear()
        if held is None:
            return False
        if held.block is not None:
            held.block.stop_drag()
        self.abandoned.emit()
        return True

    def _clear(self) -> None:
        self._held = self._last = None
        self._edge.stop()

    def _extent(self, held: _Held, at: QPointF, modifiers: Qt.KeyboardModifier) -> Extent:
        step = FINE_SNAP if modifiers & Qt.KeyboardModifier.AltModifier else SNAP
        return dragged(held.drag, self._ground.pointer_at(at), step)

    def _scroll(self) -> None:
        if self._held is None or self._last is None:
            self._edge.stop()
            return
        self._edge.setInterval(_EDGE_TICK)
        self._ground.scroll_by(self._ground.edge_at(self._last[0]))
        self.proposed.emit(self._held.block, self._extent(self._held, *self._last))
