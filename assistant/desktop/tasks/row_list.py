"""The list that pane and section share: keyboard, clicks, check marks with a moment to change one's mind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QListView, QToolTip, QWidget

from assistant.desktop.tasks.delegate import Density, RowDelegate
from assistant.desktop.tasks.model import ROW, RowModel
from assistant.desktop.tasks.rows import Row, RowKind
from assistant.desktop.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RowList(QListView):
    """Rows of tasks and reminders.

    Signals:
        checked(tuple[str, ...]): tasks to complete, after the moment to change one's mind.
        unchecked(tuple[str, ...]): tasks to reopen.
        renamed(str, str): a task's uid and its new title.
        added(str): text of a new task.
        deleted(tuple[str, ...]): keys of the chosen rows.
        chosen(object): the current Row, or None.
        opened(Row): asked for in full (double click, or Enter on a reminder).
        folded(str): a heading's key.
        menuWanted(QPoint): at this place on the screen.
        moved(str, int): a task's uid and by how many places.
        escaped(): Esc, and nothing was left to close.
    """

    checked = Signal(object)
    unchecked = Signal(object)
    renamed = Signal(str, str)
    added = Signal(str)
    deleted = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    folded = Signal(str)
    menuWanted = Signal(QPoint)
    moved = Signal(str, int)
    escaped = Signal()

    def __init__(self, density: Density, *, edit_on_click: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit_on_click = edit_on_click
        self._quiet = False
        self._model = RowModel(self)
        self._delegate = RowDelegate(self._model, density, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._model.titled.connect(self.renamed)
        self._model.added.connect(self.added)
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme().changed.connect(self._restyle)

    # ---------------------------------------------------------------------------------------- rows

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return self._model.rows

    def set_rows(self, rows: list[Row]) -> None:
        """Shows other rows; what was chosen stays chosen, and what is being typed goes on."""
        current = self.current_row()
        chosen = {row.key for row in self.chosen_rows()}
        self._quiet = True
        self._model.set_rows(rows)
        index = self._model.place_of(current.key) if current is not None else QModelIndex()
        if index.isValid() and index != self.currentIndex():  # it stands in another group now
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if current is not None and current.key in chosen:
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        self._quiet = False
        self.scheduleDelayedItemsLayout()  # a row may be higher than it was

    def _nearest(self, place: int) -> QModelIndex:
        """The usable row at or before a place, so that the keyboard goes on where a row was taken away."""
        for number in (*range(place, len(self._model.rows)), *range(place - 1, -1, -1)):
            index = self._model.index(number)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
        return QModelIndex()

    def _current_changed(self, now: QModelIndex, _old: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self._model.row(now))

    def current_row(self) -> Row | None:
        """The row that has the keyboard."""
        return self._model.row(self.currentIndex())

    def row_rect(self, key: str) -> QRect:
        """Where a row is on the screen."""
        rect = self.visualRect(self._model.place_of(key)).intersected(self.viewport().rect())
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def chosen_rows(self) -> list[Row]:
        """Selected rows from top to bottom."""
        rows = [self._model.row(index) for index in sorted(self.selectedIndexes(), key=lambda i: i.row())]
        return [row for row in rows if row is not None]

    def choose(self, key: str) -> bool:
        """Makes one row current and selected, and scrolls to it. False where it is not in the list."""
        index = self._model.place_of(key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def tasks_meant(self) -> tuple[str, ...]:
        """Uids of the tasks a command is about: the selected ones, else the current one."""
        rows = self.chosen_rows() or [row for row in (self.current_row(),) if row is not None]
        return tuple(row.key for row in rows if row.kind is RowKind.TASK)

    # ---------------------------------------------------------------------------------------- commands

    def edit_row(self, key: str) -> None:
        """Opens the line for a row's title; "new" stands for a new task."""
        index = self._model.place_of(key)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
            self.setFocus()
            self.edit(index)

    def toggle(self, row: Row) -> None:
        """Checks or unchecks; the store hears of it after a moment, in which a second toggle takes it back."""
        if row.kind is not RowKind.TASK:
            return
        wanted = not self._model.shown_done(row)
        if wanted == row.done:
            self._model.pend(row.key, done=None)
            return
        self._model.pend(row.key, done=wanted)
        QTimer.singleShot(theme().duration("slow"), self, lambda: self._settle(row.key, wanted=wanted))

    def _settle(self, key: str, *, wanted: bool) -> None:
        row = self._model.row(self._model.place_of(key))
        if row is not None and row.done != wanted and self._model.shown_done(row) == wanted:
            (self.checked if wanted else self.unchecked).emit((key,))

    def take_back(self, key: str) -> None:
        """The store refused: the check mark goes back to what is stored."""
        self._model.pend(key, done=None)

    # ---------------------------------------------------------------------------------------- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter edits, Delete deletes, Alt+arrows reorder, the rest is the list's own."""
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
        elif key in (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_E) and row.kind in (RowKind.TASK, RowKind.NEW):
            self.edit_row(row.key)
        elif key in _ENTER and row.kind is RowKind.REMINDER:
            self.opened.emit(row)
        elif key in _DELETE and row.kind in (RowKind.TASK, RowKind.REMINDER):
            rows = self.chosen_rows() or [row]
            self.deleted.emit(tuple(one.key for one in rows if one.kind is row.kind))
        else:
            return False
        return True

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
        return self._delegate.hit_rect(self.visualRect(index)).contains(event.position().toPoint())

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
            room = self.visualRect(index).width() - self._delegate.text_left() - theme().space(4)
            if isinstance(row, Row) and self.fontMetrics().horizontalAdvance(row.title) > room:
                QToolTip.showText(event.globalPos(), row.title, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
