"""Rows in a list that can be dragged: within the list, to another list at the side, to the calendar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from assistant.desktop.tasks.carried import Carried, carried_in
from assistant.desktop.tasks.row_paint import Density
from assistant.desktop.tasks.row_view import RowView
from assistant.desktop.tasks.rows import Row, RowKind
from assistant.desktop.theme import theme

_WIDEST = 280
_EDGE = 32
_SCROLL = 12
_MARK = 4


class DragView(RowView):
    """See `RowList`.

    Signals:
        placed(tuple[str, ...], str, str): tasks were dropped between two rows: their uids, that of the task below
            ("" at the end of a group) and that of the task above ("" at its beginning).
    """

    placed = Signal(object, str, str)

    def __init__(self, density: Density, parent: QWidget | None = None) -> None:
        super().__init__(density, parent)
        self._orderable = False
        self._mark: int | None = None
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    @property
    def orderable(self) -> bool:
        """True where the order is the person's own, so that rows can be dropped between others."""
        return self._orderable

    def set_orderable(self, *, orderable: bool) -> None:
        """Rows take others between them, and show a grip under the pointer."""
        self._orderable = orderable
        self.setProperty("orderable", orderable)

    # ------------------------------------------------------------------------------------------ leaving

    def carried(self) -> Carried | None:
        """The chosen open tasks, ready to be dragged."""
        rows = [row for row in self.chosen_rows() if row.kind is RowKind.TASK and not row.done]
        if not rows or rows[0].entry is None:
            return None
        return Carried(tuple(row.key for row in rows), rows[0].title, rows[0].entry.task.estimate_minutes)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Takes the chosen tasks along under the pointer."""
        carried = self.carried()
        if carried is None:
            return
        drag = QDrag(self)
        drag.setMimeData(carried.mime())
        several = self.tr("%n task(s)", "", len(carried.uids))
        picture = drag_picture(carried.title if len(carried.uids) == 1 else several)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(16, round(picture.height() / picture.devicePixelRatio() / 2)))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._show_mark(None)

    # ------------------------------------------------------------------------------------------ arriving

    def _beside(self, at: QPoint) -> tuple[Row | None, Row | None, int] | None:
        """The open tasks above and below a place, and the height of the line between them; None for no place."""
        rows = self.rows
        for number, row in enumerate(rows):
            if row.kind is not RowKind.TASK or row.done:
                continue
            rect = self.visualRect(self._model.index(number))
            above = rows[number - 1] if number and _open(rows[number - 1]) else None
            last = number + 1 == len(rows) or not _open(rows[number + 1])
            if at.y() < rect.center().y():
                return above, row, max(rect.top(), _MARK)
            if last and at.y() <= rect.bottom() + rect.height():
                return row, None, rect.bottom()
        return None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Tasks may come, where the order is the person's own."""
        if self.orderable and carried_in(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where they would stand; near an edge the list scrolls."""
        at = event.position().toPoint()
        place = self._beside(at) if self.orderable and carried_in(event.mimeData()) is not None else None
        bar = self.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _SCROLL)
        elif at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _SCROLL)
        self._show_mark(place[2] if place is not None else None)
        if place is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is shown any more."""
        self._show_mark(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells where they were let go."""
        self._show_mark(None)
        carried, place = carried_in(event.mimeData()), self._beside(event.position().toPoint())
        if carried is None or place is None or not self.orderable:
            event.ignore()
            return
        above, below, _ = place
        event.acceptProposedAction()
        if (below is not None and below.key in carried.uids) or (below is None and above and above.key in carried.uids):
            return
        self.placed.emit(carried.uids, below.key if below else "", above.key if above else "")

    def _show_mark(self, height: int | None) -> None:
        if height != self._mark:
            self._mark = height
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line between those where something would be dropped."""
        super().paintEvent(event)
        if self._mark is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = theme().colour("accent.fill")
        painter.setPen(QPen(tone, 2))
        painter.drawLine(12, self._mark, self.viewport().width() - 8, self._mark)
        painter.setBrush(theme().colour("bg.surface"))
        painter.drawEllipse(QRectF(5, self._mark - 3.5, 7, 7))
        painter.end()


def _open(row: Row) -> bool:
    return row.kind is RowKind.TASK and not row.done


def drag_picture(text: str) -> QPixmap:
    """A small card that goes along with the pointer."""
    look = theme()
    font = look.font("body")
    metrics = QFontMetrics(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
    wide, high = metrics.horizontalAdvance(text) + 2 * look.space(3), look.line("body") + look.space(3)
    picture = QPixmap(wide * 2, high * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent.fill"), 1))
    painter.setBrush(look.colour("bg.surface"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, wide - 1, high - 1), look.radius("md"), look.radius("md"))
    painter.setFont(font)
    painter.setPen(look.colour("text.primary"))
    painter.drawText(QRectF(look.space(3), 0, wide, high), Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    return picture
