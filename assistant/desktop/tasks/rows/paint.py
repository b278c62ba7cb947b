"""Paints the rows of the task lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assistant.desktop.icons import pixmap
from assistant.desktop.tasks import words
from assistant.desktop.tasks.rows.texts import Meta, Row, RowKind
from assistant.desktop.theme import theme
from assistant.domain.items import Priority

_LEAST_META = 40


@dataclass(frozen=True, slots=True)
class Density:
    """Room around the rows, in logical pixels: the pane is tight, the section has more air."""

    side: int
    above: int
    heading_above: int


PANE = Density(side=8, above=6, heading_above=12)
SECTION = Density(side=16, above=8, heading_above=12)


def _box() -> int:
    """Side of a check box."""
    return theme().size("icon")


def _meta_icon() -> int:
    """Side of the icons in the second line."""
    return theme().size("icon") * 3 // 4


class RowPainter:
    """Everything a row looks like. Asks the theme while painting, so it follows changes by itself."""

    def __init__(self, density: Density) -> None:
        self._density = density

    def text_left(self) -> int:
        """Where titles begin, from the row's left edge."""
        return self._density.side + _box() + 10

    def inner(self, rect: QRect, row: Row) -> QRect:
        """The rectangle of a row without what its depth takes away at the left."""
        return rect.adjusted(row.depth * (_box() + 10), 0, 0, 0)

    def parts_rect(self, rect: QRect, row: Row) -> QRect:
        """Where a click shows the subtasks of a task, or hides them; empty for rows without."""
        if row.kind is not RowKind.TASK or not row.foldable or not row.meta:
            return QRect()
        metrics = QFontMetrics(theme().font("caption", tabular=True))
        wide = _meta_icon() + 3 + metrics.horizontalAdvance(row.meta[0].text)
        left, top = rect.left() + self.text_left(), rect.top() + self._density.above + theme().line("body")
        return QRect(left - 4, top - 2, wide + 8, theme().line("caption") + 6)

    def box_rect(self, row_rect: QRect) -> QRect:
        """Where the check box is painted."""
        top = row_rect.top() + self._density.above + (theme().line("body") - _box()) // 2
        return QRect(row_rect.left() + self._density.side, top, _box(), _box())

    def text_rect(self, rect: QRect) -> QRect:
        """Where the title stands."""
        left = rect.left() + self.text_left()
        right = rect.right() - self._density.side
        return QRect(left, rect.top() + self._density.above, right - left, theme().line("body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, done: bool) -> None:
        """One row; `done` is the check mark as it is shown."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        if row.kind is RowKind.TASK:
            self._paint_task(painter, self.inner(option.rect, row), row, done=done)
            active = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
            if active and not done and self._density.side >= _box() and option.widget.property("orderable"):
                self.paint_grip(painter, option.rect)
        else:
            {
                RowKind.HEADING: self._paint_heading,
                RowKind.REMINDER: self._paint_reminder,
                RowKind.NEW: self._paint_new,
                RowKind.EMPTY: self._paint_empty,
            }[row.kind](painter, option.rect, row)
        painter.restore()

    # --------------------------------------------------------------------------------------------- painting

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        state, selected, hover = option.state, QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
        rect = QRectF(option.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.kind in (RowKind.HEADING, RowKind.EMPTY) and not row.foldable:
            return
        if state & selected and row.kind is not RowKind.HEADING:
            painter.setBrush(theme().colour("bg.selected"))
            painter.drawRoundedRect(rect, theme().radius("md"), theme().radius("md"))
        elif state & hover:
            painter.setBrush(theme().colour("bg.hover"))
            painter.drawRoundedRect(rect, theme().radius("md"), theme().radius("md"))
        if state & QStyle.StateFlag.State_HasFocus and option.widget.property("keyboard"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("border.focus"), theme().border("focus")))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme().radius("md"), theme().radius("md"))

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        left = rect.left() + self._density.side
        line = QRect(left, rect.bottom() - 5 - theme().line("small"), rect.right() - left, theme().line("small"))
        if row.foldable:
            mark = pixmap("chevron-right" if row.folded else "chevron-down", row.tone, 14)
            painter.drawPixmap(QPoint(left, line.center().y() - 6), mark)
            line.setLeft(left + 20)
        font = _weighted(theme().font("small"), QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme().colour(row.tone))
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, max(line.width() - 32, 8))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if row.count:
            line.setLeft(line.left() + QFontMetrics(font).horizontalAdvance(title) + 6)
            painter.setFont(theme().font("small", tabular=True))
            painter.setPen(theme().colour("text.tertiary"))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(row.count))

    def paint_grip(self, painter: QPainter, rect: QRect) -> None:
        """Dots at the left: the row can be dragged to another place."""
        side = _box()
        left = rect.left() + (self._density.side - side) // 2 + 1
        painter.drawPixmap(
            QPoint(left, rect.center().y() - side // 2 + 1), pixmap("grip-vertical", "text.tertiary", side)
        )

    def _paint_task(self, painter: QPainter, rect: QRect, row: Row, *, done: bool) -> None:
        paint_check(painter, self.box_rect(rect), done=done)
        room = self.text_rect(rect)
        if row.entry is not None and row.entry.task.priority is not Priority.NONE and not done:
            room = _paint_priority(painter, room, row.entry.task.priority)
        font = theme().font("body")
        font.setStrikeOut(done)
        self._paint_title(painter, room, row.title, font, "text.tertiary" if done else "text.primary")
        meta = row.meta
        if row.foldable and meta:
            meta = (replace(meta[0], icon="chevron-right" if row.folded else "chevron-down"), *meta[1:])
        self._paint_meta(painter, rect, meta)

    def _paint_reminder(self, painter: QPainter, rect: QRect, row: Row) -> None:
        reminder = row.reminder
        assert reminder is not None
        box = self.box_rect(rect)
        painter.drawPixmap(box.topLeft(), pixmap(words.reminder_icon(reminder), "text.secondary", _box()))
        past = reminder.acknowledged_at is not None
        tone = "text.tertiary" if past else "text.primary"
        self._paint_title(painter, self.text_rect(rect), row.title, theme().font("body"), tone)
        self._paint_meta(painter, rect, row.meta)

    def _paint_new(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.drawPixmap(self.box_rect(rect).topLeft(), pixmap("plus", row.tone, _box()))
        self._paint_title(painter, self.text_rect(rect), row.title, theme().font("body"), row.tone)

    def _paint_empty(self, painter: QPainter, rect: QRect, row: Row) -> None:
        room = self.text_rect(rect)
        room.setLeft(rect.left() + self._density.side)
        self._paint_title(painter, room, row.title, theme().font("body"), row.tone)

    def _paint_title(self, painter: QPainter, room: QRect, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(theme().colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_meta(self, painter: QPainter, rect: QRect, pieces: tuple[Meta, ...]) -> None:
        if not pieces:
            return
        font = theme().font("caption", tabular=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        top = rect.top() + self._density.above + theme().line("body")
        line = QRect(rect.left() + self.text_left(), top, 0, theme().line("caption"))
        right = rect.right() - self._density.side
        for piece in pieces:
            room = right - line.left() - _meta_icon() - 3
            wide = metrics.horizontalAdvance(piece.text)
            if room < min(wide, _LEAST_META):
                return
            icon_top = line.top() + (line.height() - _meta_icon()) // 2
            painter.drawPixmap(QPoint(line.left(), icon_top), pixmap(piece.icon, piece.tone, _meta_icon()))
            text = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, room)
            line.setLeft(line.left() + _meta_icon() + 3)
            line.setWidth(min(wide, room) + 1)
            painter.setPen(theme().colour(piece.tone))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            line.setLeft(line.right() + 8)


def paint_check(painter: QPainter, box: QRect, *, done: bool) -> None:
    """A check box, on or off."""
    radius = theme().radius("sm")
    frame = QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75)
    if done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent.fill"))
        painter.drawRoundedRect(QRectF(box), radius, radius)
        size = box.width() - 4
        painter.drawPixmap(QPoint(box.left() + 2, box.top() + 2), pixmap("check", "text.onAccent", size))
        return
    painter.setBrush(theme().colour("bg.surface"))
    painter.setPen(QPen(theme().colour("border.control"), 1.5))
    painter.drawRoundedRect(frame, radius, radius)


def _paint_priority(painter: QPainter, room: QRect, priority: Priority) -> QRect:
    """Paints the marks at the right; returns the room that is left."""
    font = _weighted(theme().font("body"), QFont.Weight.Bold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
    painter.setFont(font)
    painter.setPen(theme().colour(words.TONES[priority]))
    marks = words.MARKS[priority]
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, marks)
    return room.adjusted(0, 0, -QFontMetrics(font).horizontalAdvance(marks) - 8, 0)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    font.setWeight(weight)
    return font
