"""Rows in a list that can be dragged: within the list, to another list at the side, to the calendar."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
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
from assistant.desktop.tasks.rows.paint import Density
from assistant.desktop.tasks.rows.texts import Row, RowKind
from assistant.desktop.tasks.rows.view import RowView
from assistant.desktop.theme import theme

_WIDEST = 280
_EDGE = 32
_SCROLL = 12
_MARK = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where tasks would be dropped.

    Attributes:
        parent: The task whose parts they would become; "" for none.
        before: The task before which they would stand; "" for the end.
        beside: A task of the list that they would be in.
        rect: What marks it: one pixel high for a line between rows, else the row that takes them.
    """

    parent: str = ""
    before: str = ""
    beside: str = ""
    rect: QRect = field(default_factory=QRect)


class DragView(RowView):
    """See `RowList`.

    Signals:
        placed(tuple[str, ...], Spot): tasks, by their uids, were dropped somewhere.
    """

    placed = Signal(object, object)

    def __init__(self, density: Density, parent: QWidget | None = None) -> None:
        super().__init__(density, parent)
        self._orderable = False
        self._spot: Spot | None = None
        self.nests = False
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
        keys = {row.key for row in rows}
        alone = tuple(row.key for row in rows if row.parent not in keys)  # the others go along with their task
        return Carried(alone, rows[0].title, rows[0].entry.task.estimate_minutes)

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
        self._show_spot(None)

    # ------------------------------------------------------------------------------------------ arriving

    def _spot_at(self, at: QPoint, carried: Carried) -> Spot | None:
        """What a drop at a place would mean; None where it would mean nothing."""
        row = self._model.row(self.indexAt(at))
        if row is None or not _open(row):
            rows = [one for one in self.rows if _open(one)]
            end = self.visualRect(self._model.place_of(rows[-1].key)) if rows else QRect()
            within = rows and end.bottom() <= at.y() <= end.bottom() + end.height()
            return self._after(rows[-1], end) if within and self.orderable and row is None else self._above(at)
        rect = self.visualRect(self._model.place_of(row.key))
        part = (at.y() - rect.top()) / max(1, rect.height())
        onto = self.nests and not row.depth and row.key not in carried.uids
        if onto and (0.25 <= part <= 0.75 or not self.orderable):
            return Spot(parent=row.key, beside=row.key, rect=rect)
        if not self.orderable:
            return None
        return self._before(row, rect) if part < 0.5 else self._after(row, rect)

    def _above(self, at: QPoint) -> Spot | None:
        """Over a heading or the line for a new task: the end of what stands above it."""
        place = self.indexAt(at).row()
        above = self.rows[place - 1] if place > 0 else None
        if not self.orderable or above is None or not _open(above):
            return None
        return self._after(above, self.visualRect(self._model.place_of(above.key)))

    def _before(self, row: Row, rect: QRect) -> Spot:
        return Spot(parent=row.parent, before=row.key, beside=row.key, rect=_edge(rect, row, max(rect.top(), _MARK)))

    def _after(self, row: Row, rect: QRect) -> Spot:
        """Below a row: before the next one of its level, or at the end; below an unfolded task before its parts."""
        place = self._model.place_of(row.key).row()
        below = self.rows[place + 1] if place + 1 < len(self.rows) else None
        if below is not None and not _open(below):
            below = None
        if row.foldable and not row.folded and below is not None and below.depth:
            return Spot(parent=row.key, before=below.key, beside=row.key, rect=_edge(rect, below, rect.bottom()))
        same = below is not None and below.depth == row.depth
        before = below.key if below is not None and same else ""
        return Spot(parent=row.parent, before=before, beside=row.key, rect=_edge(rect, row, rect.bottom()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Tasks may come, where the order is the person's own or rows take others as their parts."""
        if (self.orderable or self.nests) and carried_in(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where they would stand; near an edge the list scrolls."""
        at, carried = event.position().toPoint(), carried_in(event.mimeData())
        bar = self.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _SCROLL)
        elif at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _SCROLL)
        self._show_spot(self._spot_at(at, carried) if carried is not None else None)
        if self._spot is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is shown any more."""
        self._show_spot(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells where they were let go."""
        self._show_spot(None)
        carried = carried_in(event.mimeData())
        spot = self._spot_at(event.position().toPoint(), carried) if carried is not None else None
        if carried is None or spot is None:
            event.ignore()
            return
        event.acceptProposedAction()
        if spot.before not in carried.uids and not (spot.beside in carried.uids and not spot.before):
            self.placed.emit(carried.uids, spot)

    def _show_spot(self, spot: Spot | None) -> None:
        if spot != self._spot:
            self._spot = spot
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line between those where something would be dropped, or a frame around what takes it."""
        super().paintEvent(event)
        if self._spot is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._spot.rect
        painter.setPen(QPen(theme().colour("accent.fill"), 2))
        if rect.height() > 1:
            radius = theme().radius("md")
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        else:
            painter.drawLine(rect.left() + 12, rect.top(), self.viewport().width() - 8, rect.top())
            painter.setBrush(theme().colour("bg.surface"))
            painter.drawEllipse(QRectF(rect.left() + 5, rect.top() - 3.5, 7, 7))
        painter.end()


def _edge(rect: QRect, row: Row, height: int) -> QRect:
    """The line at a height, as far in as a row stands."""
    return QRect(rect.left() + row.depth * 2 * _MARK * 3, height, rect.width(), 1)


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
