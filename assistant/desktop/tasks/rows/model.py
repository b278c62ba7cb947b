"""The rows as Qt's views want them."""

from __future__ import annotations

from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from assistant.desktop.tasks.rows.texts import Row, RowKind

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """A flat list of rows. A check mark that is on its way to the store is shown at once (`pend`).

    Signals:
        titled(str, str): a row's key and the title typed for it.
        added(str): the text of a new task.
    """

    titled = Signal(str, str)
    added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._pending: dict[str, bool] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(self._rows)

    def set_rows(self, rows: list[Row]) -> None:
        """Makes the rows these; what stays keeps its place among the rest, and with it selection and editor."""
        before, after = [row.key for row in self._rows], [row.key for row in rows]
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for step, old_first, old_end, new_first, new_end in reversed(steps):
            if step in ("delete", "replace"):
                self.beginRemoveRows(QModelIndex(), old_first, old_end - 1)
                del self._rows[old_first:old_end]
                self.endRemoveRows()
            if step in ("insert", "replace"):
                self.beginInsertRows(QModelIndex(), old_first, old_first + new_end - new_first - 1)
                self._rows[old_first:old_first] = rows[new_first:new_end]
                self.endInsertRows()
        stored = {row.key: row.done for row in rows if row.kind is RowKind.TASK}
        pending = {key: done for key, done in self._pending.items() if stored.get(key, done) != done}
        settled, self._pending = self._pending.keys() - pending.keys(), pending
        for place, row in enumerate(rows):
            if row != self._rows[place] or row.key in settled:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, index: _Index) -> Row | None:
        """The row at an index, None outside."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: str) -> QModelIndex:
        """The index of the row of that key; invalid where there is none."""
        for place, row in enumerate(self._rows):
            if row.key == key:
                return self.index(place)
        return QModelIndex()

    # -------------------------------------------------------------------------------------------- check marks

    def shown_done(self, row: Row) -> bool:
        """Whether the check mark stands, the one on its way included."""
        return self._pending.get(row.key, row.done)

    def pend(self, key: str, *, done: bool | None) -> None:
        """Shows a check mark before it is stored; None takes that back."""
        if done is None:
            self._pending.pop(key, None)
        else:
            self._pending[key] = done
        place = self.place_of(key)
        self.dataChanged.emit(place, place, [Qt.ItemDataRole.CheckStateRole])

    # -------------------------------------------------------------------------------------------- what Qt asks

    def rowCount(self, parent: _Index | None = None) -> int:
        """The number of rows; rows have no rows inside."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles, check marks, and what a screen reader says."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if role == Qt.ItemDataRole.EditRole and row.kind is RowKind.NEW else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole and row.kind is RowKind.TASK:
            return Qt.CheckState.Checked if self.shown_done(row) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A title that was typed; the store decides what becomes of it."""
        row = self.row(index)
        text = str(value).strip()
        if row is None or role != Qt.ItemDataRole.EditRole or not text:
            return False
        if row.kind is RowKind.NEW:
            self.added.emit(text)
        elif row.kind is RowKind.TASK and text != row.title:
            self.titled.emit(row.key, text)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can be chosen only where they fold."""
        row = self.row(index)
        if row is None or row.kind is RowKind.EMPTY or (row.kind is RowKind.HEADING and not row.foldable):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if row.kind in (RowKind.TASK, RowKind.NEW):
            flags |= Qt.ItemFlag.ItemIsEditable
        if row.kind is RowKind.TASK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            if not row.done:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags
