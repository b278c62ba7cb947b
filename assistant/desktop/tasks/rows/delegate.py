"""Sizes of rows, and the line in which a title is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.desktop.tasks import words
from assistant.desktop.tasks.rows.model import ROW, RowModel
from assistant.desktop.tasks.rows.paint import Density, RowPainter
from assistant.desktop.tasks.rows.texts import Row, RowKind
from assistant.desktop.theme import theme

_NESTING = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Joins the painter to Qt's view.

    Signals:
        newLineOpened(QLineEdit): the line for a new task stands open.
        nested(str, int): a task's uid, and 1 to make it a part of the one above, -1 to lift it out.
    """

    newLineOpened = Signal(object)
    nested = Signal(str, int)

    def __init__(self, model: RowModel, density: Density, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._density = density
        self._painter = RowPainter(density)
        self._edited: Row | None = None

    def text_rect(self, row_rect: QRect, row: Row) -> QRect:
        """Where the title of a row stands."""
        return self._painter.text_rect(self._painter.inner(row_rect, row))

    def parts_rect(self, row_rect: QRect, row: Row) -> QRect:
        """Where a click shows or hides the subtasks; empty for rows without."""
        return self._painter.parts_rect(row_rect, row)

    def hit_rect(self, row_rect: QRect, row: Row) -> QRect:
        """Where a click means the check box: at least as large as a finger-tip wants it."""
        box = self._painter.box_rect(self._painter.inner(row_rect, row))
        grow = (theme().fixed("hitMin") - box.width()) // 2
        return box.adjusted(-grow, -grow, grow, grow)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows with a second line are higher."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return super().sizeHint(option, index)
        width = max(option.rect.width(), 1)
        if row.kind is RowKind.HEADING:
            return QSize(width, self._density.heading_above + theme().line("small") + 6)
        height = 2 * self._density.above + theme().line("body") + (theme().line("caption") if row.meta else 0)
        return QSize(width, max(height, theme().fixed("hitMin")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        row = index.data(ROW)
        if isinstance(row, Row):
            self._painter.paint(painter, option, row, done=self._model.shown_done(row))

    # ---------------------------------------------------------------------------------------------- editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A bare line over the title."""
        row = index.data(ROW)
        self._edited = row if isinstance(row, Row) else None
        editor = QLineEdit(parent)
        editor.setProperty("look", "inline")
        editor.setFrame(False)
        editor.setFont(theme().font("body"))
        editor.setMaxLength(500)
        if isinstance(row, Row) and row.kind is RowKind.NEW:
            editor.setPlaceholderText(words.new_task())
            editor.setAccessibleName(words.new_task())
            self.newLineOpened.emit(editor)
        elif isinstance(row, Row):
            editor.setAccessibleName(words.edit_title(row.title))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The title as it stands."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, _model: object, index: _Index) -> None:
        """What was typed goes to the store."""
        if isinstance(editor, QLineEdit):
            self._model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in the line of a title keeps it and makes the task a part of the one above; with Shift it lifts it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            step = _NESTING.get(Qt.Key(event.key()), 0)
            row = self._edited
            if step and row is not None and row.kind is RowKind.TASK:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.nested.emit(row.key, step)
                return True
        return super().eventFilter(watched, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """From the title's left to the row's right; the ring reaches over the row's edge by a little."""
        row = index.data(ROW)
        room = self.text_rect(option.rect, row) if isinstance(row, Row) else self._painter.text_rect(option.rect)
        height = theme().line("body") + 10
        top = room.center().y() - height // 2
        editor.setGeometry(room.left() - 7, top, option.rect.right() - room.left() + 7, height)
