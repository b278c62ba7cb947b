"""How an entry on the calendar is pressed, dragged and keyed. GUI thread."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from assistant.desktop.calendar.entries import Entry
from assistant.desktop.calendar.gestures import Grip
from assistant.desktop.calendar.naming import Naming
from assistant.services.wording.times import Wording

EDGE = 6


class Stage(Protocol):
    """What a block tells the view it stands in."""

    @property
    def wording(self) -> Wording: ...
    @property
    def now(self) -> datetime: ...
    @property
    def naming(self) -> Naming: ...

    def picked(self, block: HeldButton) -> None:
        """A click: show the details."""
        ...

    def opened(self, block: HeldButton) -> None:
        """A double click or Enter: edit."""
        ...

    def ticked(self, block: HeldButton) -> None:
        """The mark of a task was pressed."""
        ...

    def menu_wanted(self, block: HeldButton, at: QPoint) -> None: ...
    def key_pressed(self, block: HeldButton, event: QKeyEvent) -> bool: ...
    def drag_begun(self, block: HeldButton, grip: Grip, at: QPointF) -> bool: ...
    def drag_moved(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None: ...
    def drag_ended(self, modifiers: Qt.KeyboardModifier) -> None: ...


class HeldButton(QAbstractButton):
    """A button that stands for an entry; its view, the stage, decides what a gesture means."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._entry: Entry | None = None
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self.begins = True
        self.ends = True
        self.resizable = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def entry(self) -> Entry:
        """What it shows; it has been given one."""
        assert self._entry is not None
        return self._entry

    # ------------------------------------------------------------------ pointer

    def _grip_at(self, at: QPointF) -> Grip:
        if self.resizable and self.height() >= 3 * EDGE:
            if self.begins and at.y() < EDGE:
                return Grip.TOP
            if self.ends and at.y() >= self.height() - EDGE:
                return Grip.BOTTOM
        return Grip.MOVE

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed_at = event.position()
        self._dragging = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            if not event.buttons():
                resizing = self._grip_at(event.position()) is not Grip.MOVE
                self.setCursor(Qt.CursorShape.SizeVerCursor if resizing else Qt.CursorShape.ArrowCursor)
            return
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragging and far:
            origin = self.mapToGlobal(self._pressed_at)
            self._dragging = self._stage.drag_begun(self, self._grip_at(self._pressed_at), origin)
        if self._dragging:
            self._stage.drag_moved(event.globalPosition(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self._stage.drag_ended(event.modifiers())
        elif self.rect().contains(event.position().toPoint()):
            self._released(event.position())

    def _released(self, at: QPointF) -> None:
        """A click without a drag."""
        del at
        self._stage.picked(self)

    def stop_drag(self) -> None:
        """Forgets a drag that was cancelled; the release that follows does nothing."""
        self._dragging = False
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self._stage.opened(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().center())
        self._stage.menu_wanted(self, at)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E):
            self._stage.opened(self)
        elif plain and event.key() == Qt.Key.Key_Space:
            self._spaced()
        elif not self._stage.key_pressed(self, event):
            event.ignore()

    def _spaced(self) -> None:
        self._stage.picked(self)
