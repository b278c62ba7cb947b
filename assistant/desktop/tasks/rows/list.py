"""The list that pane and section share, in a person's hands: keyboard and pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QToolTip, QWidget

from assistant.desktop.tasks.rows.drag import DragView
from assistant.desktop.tasks.rows.model import ROW
from assistant.desktop.tasks.rows.paint import Density
from assistant.desktop.tasks.rows.texts import Row, RowKind

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PARTS = {
    Qt.Key.Key_D: "due",
    Qt.Key.Key_L: "list",
    Qt.Key.Key_P: "priority",
    Qt.Key.Key_G: "tags",
    Qt.Key.Key_X: "estimate",
}
_NESTING = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_FOLDING = {Qt.Key.Key_Right: False, Qt.Key.Key_Left: True}
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RowList(DragView):
    """Rows of tasks and reminders.

    Signals:
        deleted(tuple[str, ...]): keys of the chosen rows.
        opened(Row): asked for in full (double click, or Enter on a reminder).
        folded(str): a heading's key.
        unfolded(str): the uid of a task whose subtasks shall be shown, or hidden.
        menuWanted(QPoint): at this place on the screen.
        moved(str, int): a task's uid and by how many places.
        partWanted(str): one menu for the chosen tasks was asked for by its key: see `PARTS`.
        escaped(): Esc, and nothing was left to close.
    """

    deleted = Signal(object)
    opened = Signal(object)
    folded = Signal(str)
    unfolded = Signal(str)
    menuWanted = Signal(QPoint)
    moved = Signal(str, int)
    partWanted = Signal(str)
    escaped = Signal()

    def __init__(self, density: Density, *, edit_on_click: bool, parent: QWidget | None = None) -> None:
        super().__init__(density, parent)
        self._edit_on_click = edit_on_click

    # ---------------------------------------------------------------------------------------- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter edits, Delete deletes, Alt+arrows reorder, the rest is the list's own."""
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # Enter comes here too, after the line has kept what was typed; it must not open it again
            return
        self._show_ring(shown=True)
        row, key = self.current_row(), event.key()
        if row is not None and self._handled(row, event):
            return
        if key == Qt.Key.Key_Escape:
            self.clearSelection()
            self.escaped.emit()
            return
        if key == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.edit_row("new")
            return
        super().keyPressEvent(event)

    def _handled(self, row: Row, event: QKeyEvent) -> bool:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if row.kind is RowKind.HEADING and key in (Qt.Key.Key_Space, *_ENTER):
            self.folded.emit(row.key)
        elif key == Qt.Key.Key_Space and row.kind is RowKind.TASK:
            self._toggle_chosen(row)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and row.kind is RowKind.TASK:
            self.moved.emit(row.key, -1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in _NESTING and row.kind is RowKind.TASK:
            self.nested.emit(row.key, _NESTING[Qt.Key(key)])
        elif key in _FOLDING and not event.modifiers() and row.kind is RowKind.TASK:
            self._fold_parts(row, folded=_FOLDING[Qt.Key(key)])
        elif key in (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_E) and row.kind in (RowKind.TASK, RowKind.NEW):
            self.edit_row(row.key)
        elif key in _ENTER and row.kind is RowKind.REMINDER:
            self.opened.emit(row)
        elif key in _DELETE and row.kind in (RowKind.TASK, RowKind.REMINDER):
            rows = self.chosen_rows() or [row]
            self.deleted.emit(tuple(one.key for one in rows if one.kind is row.kind))
        elif key in PARTS and row.kind is RowKind.TASK and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.partWanted.emit(PARTS[Qt.Key(key)])
        else:
            return False
        return True

    def _fold_parts(self, row: Row, *, folded: bool) -> None:
        """Left hides the subtasks of a task, or goes from one of them to it; Right shows them."""
        if row.foldable and row.folded != folded:
            self.unfolded.emit(row.key)
        elif folded and row.parent:
            self.choose(row.parent)

    def selectAll(self) -> None:
        """All tasks; headings and the line for a new one are not meant."""
        chosen = QItemSelection()
        for number, row in enumerate(self.rows):
            if row.kind is RowKind.TASK:
                index = self._model.index(number)
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _toggle_chosen(self, row: Row) -> None:
        rows = [one for one in self.chosen_rows() if one.kind is RowKind.TASK]
        if len(rows) <= 1:
            self.toggle(row)
            return
        keys = tuple(one.key for one in rows if one.done == row.done)
        (self.unchecked if row.done else self.checked).emit(keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first usable row takes the keyboard."""
        super().focusInEvent(event)
        self._show_ring(shown=event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason))
        if not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self._nearest(0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _show_ring(self, *, shown: bool) -> None:
        self.setProperty("keyboard", shown)
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After a new task comes a line for the next one, until it is left empty."""
        row = self.current_row()
        again = (
            row is not None
            and row.kind is RowKind.NEW
            and isinstance(editor, QLineEdit)
            and bool(editor.text().strip())
            and hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        )
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if again:
            QTimer.singleShot(0, self, lambda: self.edit_row("new"))

    # ---------------------------------------------------------------------------------------- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a check box checks; it does not select."""
        self._show_ring(shown=False)
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index)
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            if row.kind is RowKind.TASK and self._on_check(index, event):
                self.toggle(row)
                return
            if row.kind is RowKind.HEADING and row.foldable:
                self.folded.emit(row.key)
                return
            if self._delegate.parts_rect(self.visualRect(index), row).contains(event.position().toPoint()):
                self.unfolded.emit(row.key)
                return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click on a title edits it in the pane; on the last line it makes a new task."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton or index != self.currentIndex():
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and not self._on_check(index, event)
        if plain and (row.kind is RowKind.NEW or (row.kind is RowKind.TASK and self._edit_on_click)):
            self.edit_row(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens a row in full; on a check box it is two clicks."""
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index)
        if row is not None and row.kind is RowKind.TASK and self._on_check(index, event):
            self.toggle(row)
        elif row is not None and row.kind in (RowKind.TASK, RowKind.REMINDER):
            self.opened.emit(row)

    def _on_check(self, index: QModelIndex, event: QMouseEvent) -> bool:
        row = self._model.row(index)
        return row is not None and self._delegate.hit_rect(self.visualRect(index), row).contains(
            event.position().toPoint()
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Under the pointer, or at the current row for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menuWanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            return
        index = self.indexAt(event.pos())
        row = self._model.row(index)
        if row is not None and row.kind in (RowKind.TASK, RowKind.REMINDER):
            if not self.selectionModel().isSelected(index):
                self.choose(row.key)
            self.menuWanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """A title that does not fit is told in a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            row = index.data(ROW)
            rect = self.visualRect(index)
            room = self._delegate.text_rect(rect, row).width() if isinstance(row, Row) else rect.width()
            if isinstance(row, Row) and self.fontMetrics().horizontalAdvance(row.title) > room:
                QToolTip.showText(event.globalPos(), row.title, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
