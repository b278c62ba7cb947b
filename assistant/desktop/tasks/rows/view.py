"""Rows in a list: what is chosen, what is being typed, and check marks with a moment to change one's mind."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assistant.desktop.tasks.rows.delegate import RowDelegate
from assistant.desktop.tasks.rows.model import RowModel
from assistant.desktop.tasks.rows.paint import Density
from assistant.desktop.tasks.rows.texts import Row, RowKind
from assistant.desktop.theme import theme


class RowView(QListView):
    """Rows of tasks and reminders, without the hands: see `RowList`.

    Signals:
        checked(tuple[str, ...]): tasks to complete, after the moment to change one's mind.
        unchecked(tuple[str, ...]): tasks to reopen.
        renamed(str, str): a task's uid and its new title.
        added(str): text of a new task.
        chosen(object): the current Row, or None.
        selectionTold(int): how many tasks are chosen now.
        newLineOpened(QLineEdit): the line for a new task stands open.
        nested(str, int): a task is to be part of the one above (1), or no part any more (-1).
    """

    checked = Signal(object)
    unchecked = Signal(object)
    renamed = Signal(str, str)
    added = Signal(str)
    chosen = Signal(object)
    selectionTold = Signal(int)
    newLineOpened = Signal(object)
    nested = Signal(str, int)

    def __init__(self, density: Density, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._toggles = 0
        self._asked: dict[str, int] = {}
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
        self._delegate.newLineOpened.connect(self.newLineOpened)
        self._delegate.nested.connect(self.nested)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
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

    def _tell_selection(self) -> None:
        self.selectionTold.emit(sum(row.kind is RowKind.TASK for row in self.chosen_rows()))

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

    # ---------------------------------------------------------------------------------------- commands

    def edit_row(self, key: str) -> None:
        """Opens the line for a row's title; "new" stands for a new task."""
        index = self._model.place_of(key)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
            self.setFocus()
            self.edit(index)

    def edit_new(self) -> None:
        """Opens the line for a new task."""
        self.edit_row("new")

    def toggle(self, row: Row) -> None:
        """Checks or unchecks; the store hears of it after a moment, in which a second toggle takes it back."""
        if row.kind is not RowKind.TASK:
            return
        wanted = not self._model.shown_done(row)
        if wanted == row.done:
            self._asked.pop(row.key, None)
            self._model.pend(row.key, done=None)
            return
        self._model.pend(row.key, done=wanted)
        self._toggles += 1
        number = self._asked[row.key] = self._toggles
        QTimer.singleShot(theme().duration("slow"), self, lambda: self._settle(row.key, number, wanted=wanted))

    def _settle(self, key: str, number: int, *, wanted: bool) -> None:
        """Only the last word on a row counts."""
        row = self._model.row(self._model.place_of(key))
        if self._asked.get(key) == number and row is not None and row.done != wanted:
            del self._asked[key]
            (self.checked if wanted else self.unchecked).emit((key,))

    def take_back(self, key: str) -> None:
        """The store refused: the check mark goes back to what is stored."""
        self._model.pend(key, done=None)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
